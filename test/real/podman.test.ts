/** Podman in a lab, as root there: real containers, their network, names, and the images that all labs share. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { type TestImages, testImages } from "./lab-images.ts";
import { runInLab } from "./lab-run.ts";

const image = "ghcr.io/larsks/whoami:latest";
const store = "/usr/local/share/shelldeck/images";

let images: TestImages;
let engine: LabEngine;
let lab: Lab;
beforeAll(async () => {
  images = await testImages();
  engine = await createLabEngine({ images: images.path });
  expect(engine.obstacle).toBeNull();
  lab = await engine.create({ nodes: ["node1"] });
});
afterAll(async () => {
  await engine?.dispose();
  await images?.remove();
});

const output = (script: string) => runInLab(lab, script);
const remote = /^RemoteAddr: ([\d.]+):\d+$/m;
const asker = async (script: string) => remote.exec(await output(script))?.[1];

describe("a container", () => {
  test("starts from the talk's image with its port published, and Podman has nothing to complain of", async () => {
    expect(await output(`podman run -d --name web -p 8080:80 ${image}`)).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await output("podman ps --format '{{.Names}} {{.Ports}}'")).toBe("web 0.0.0.0:8080->80/tcp\n");
  });

  test("is reached by the node's address, by localhost and from its own switch, each with its right sender", async () => {
    expect(await asker("curl -s http://node1-pub:8080")).toBe("192.168.121.11");
    expect(await asker("curl -s http://localhost:8080")).toBe("10.88.0.1");
    expect(await asker(`podman run --rm --entrypoint curl ${image} -sm2 http://node1-pub:8080`)).toBe(
      "10.88.0.1",
    );
  });

  test("has curl, ip and ping, and reaches the internet by the node's address", async () => {
    expect(await output("podman exec web ip -br -4 addr show eth0")).toMatch(
      /^eth0@\S+ +UP +10\.88\.0\.2\/16/,
    );
    expect(await output("podman exec web ping -c1 -W2 8.8.8.8")).toContain("1 received");
    expect(await asker("podman exec web curl -sm2 http://8.8.8.8")).toBe("192.168.121.11");
  });

  test("is inspected, and entered with nsenter and ip netns, as on any machine", async () => {
    expect(await output("nsenter -t $(podman inspect -f '{{.State.Pid}}' web) -n ss -tln")).toContain(":80");
    expect(
      await output("ip -n $(ip netns identify $(podman inspect -f '{{.State.Pid}}' web)) -br -4 addr"),
    ).toContain("10.88.0.2/16");
    expect(await output("podman logs web")).toContain("whoami: serving on port 80");
  });

  test("can write in its own file system", async () => {
    expect(await output("podman exec web sh -c 'echo kept >/etc/note; cat /etc/note'")).toBe("kept\n");
  });

  test("stops when it is asked to, and leaves no bridge, namespace or process", async () => {
    expect(await output("podman stop web; podman rm web")).toBe("web\nweb\n");
    expect(await output("ip netns; ip -br link show type bridge; pgrep -a conmon")).toBe("");
  });
});

describe("names", () => {
  test("work in a network of one's own, without a word about the lab having no syslog", async () => {
    const start = (name: string) => `podman run -d --name ${name} --network own ${image}`;
    expect(await output(`podman network create own; ${start("one")}; ${start("two")}`)).toMatch(
      /^own\n(?:[0-9a-f]{64}\n){2}$/,
    );
    expect(await output("podman exec one curl -sm2 http://two")).toMatch(/^Host: two$/m);
    await output("podman rm -f -t0 one two; podman network rm own");
  });

  test("do not work in the default network", async () => {
    await output(`podman run -d --name one ${image}; podman run -d --name two ${image}`);
    expect(await output("podman exec one curl -sSm2 http://two")).toContain("Could not resolve host: two");
    await output("podman rm -f -t0 one two");
  });
});

describe("images", () => {
  test("are there in every lab from the start, and belong to none", async () => {
    const fresh = await engine.create({ nodes: ["node1", "node2"] });
    const list = "podman images --format '{{.Repository}}:{{.Tag}} {{.ReadOnly}}'";
    expect(await runInLab(fresh, list, "node1")).toBe(`${image} true\n`);
    expect(await runInLab(fresh, list, "node2")).toBe(`${image} true\n`);
    expect(await runInLab(fresh, `stat -c %d ${store}`)).toBe(await output(`stat -c %d ${store}`));
    await fresh.dispose();
  });

  test.each([
    ["a write", `echo x >>${store}/overlay-images/images.json`],
    ["a new file", `touch ${store}/x`],
    ["a removal", `rm -r ${store}/overlay-images`],
    ["a mount that can be written", `mount -o remount,rw,bind ${store}; touch ${store}/x`],
    ["a file system that can be written", `mount -o remount,rw ${store}; touch ${store}/x`],
    ["a copy of the mount", `mkdir /tmp/copy; mount --bind ${store} /tmp/copy; touch /tmp/copy/x`],
    [
      "an overlay with the store on top",
      `mkdir /tmp/l; mount -t overlay -o lowerdir=/tmp/l,upperdir=${store}/overlay,workdir=${store}/overlay-layers o /tmp/l; touch /tmp/l/x`,
    ],
    ["Podman's own removal", `podman rmi -f ${image}`],
  ])("cannot be changed by %s", async (_what, attempt) => {
    const other = await engine.create({ nodes: ["node1"] });
    const sum = `cd ${store}; find . | sort | sha256sum; cat overlay-*/*.json | sha256sum`;
    const before = await runInLab(other, sum);
    expect(await output(attempt)).toMatch(/read-only|not permitted|permission denied|bad option|superblock/i);
    expect(await output("podman images --format '{{.Repository}}'")).toBe("ghcr.io/larsks/whoami\n");
    expect(await runInLab(other, sum)).toBe(before);
    await other.dispose();
  });

  test.each(["alpine", "docker.io/library/alpine", "quay.io/podman/hello", "ghcr.io/larsks/other:1"])(
    "of others are refused at once, with the reason: %s",
    async (name) => {
      const said = await output(`podman run --rm ${name}; echo status $?`);
      expect(said).toContain("registry labs-have-no-registry.invalid is blocked");
      expect(said).toContain("status 125");
      expect(said).not.toContain("retrying");
    },
  );

  test("of one's own can be made in a lab, and are gone with it", async () => {
    const own = await engine.create({ nodes: ["node1"] });
    const make =
      "tar -C /srv/alpine -c . | podman import -q - mine; podman run --rm mine /bin/echo made here";
    expect(await runInLab(own, make)).toMatch(/^sha256:[0-9a-f]{64}\nmade here\n$/);
    await own.dispose();
    expect(await output("podman images --format '{{.Repository}}'")).toBe("ghcr.io/larsks/whoami\n");
  });
});

test("without an archive labs have no images, and Podman works all the same", async () => {
  const bare = await createLabEngine({ images: "/there/is/none.tar" });
  const own = await bare.create({ nodes: ["node1"] });
  expect(await runInLab(own, "podman images -q; podman info >/dev/null && echo works")).toBe("works\n");
  await bare.dispose();
});
