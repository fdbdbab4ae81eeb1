/** What a plan gives Podman: room, images, and settings that fit the node. */
import { expect, test } from "vitest";
import { defaultNodeLimits, type HostFacts, type LabSite, planLab } from "../../server/lab/index.ts";

const host: HostFacts = {
  arch: "x64",
  cgroups: "unified",
  readsSystemBashrc: true,
  hasBridgeNetfilter: true,
  hasTun: true,
  hasBusybox: true,
};
const paths = { root: "/e/root", devices: "/e/devices" };
const site: LabSite = { id: "3", slot: 7, paths, limits: defaultNodeLimits };

function nodeOf(change: Partial<LabSite>) {
  const { containers } = planLab({ nodes: ["node1"] }, { ...site, ...change }, host);
  const node = containers.find(({ name }) => name === "node1");
  if (!node) throw new Error("the plan has no node1");
  const file = (path: string) => {
    const found = node.files.find((each) => each.path === path);
    return found?.kind === "file" ? String(found.content) : null;
  };
  return { mounts: node.bundle.mounts, file };
}

const store = "/usr/local/share/shelldeck/images";

test("a node's writable places together have the room and the files of its limits, and no more", () => {
  const limits = { ...defaultNodeLimits, diskBytes: 64 * 1024 * 1024, inodes: 6400 };
  const places = nodeOf({ limits }).mounts.filter(
    ({ type, options }) => type === "tmpfs" && !options.includes("ro"),
  );
  const sum = (option: RegExp) =>
    places
      .filter(({ destination }) => destination !== "/dev")
      .map(({ options }) => Number(option.exec(options.join())?.[1]))
      .reduce((total, each) => total + each, 0);
  expect(sum(/\bsize=(\d+)k/)).toBe(64 * 1024);
  expect(sum(/\bnr_inodes=(\d+)/)).toBe(6400);
});

test("the image store is bound where there is one, with its owners mapped where the kernel can", () => {
  const bind = (change: Partial<LabSite["paths"]>) =>
    nodeOf({ paths: { ...paths, ...change } }).mounts.find(({ destination }) => destination === store);
  expect(bind({})).toBeUndefined();
  const options = ["bind", "ro", "nosuid", "nodev"];
  expect(bind({ images: "/e/images" })).toEqual({
    destination: store,
    type: "bind",
    source: "/e/images",
    options: [...options, "idmap"],
  });
  expect(bind({ images: "/e/images", imagesLackIdmap: true })?.options).toEqual(options);
});

test("Podman is told of the store only where it is, since it fails on an empty one", () => {
  const storage = (images?: string) =>
    nodeOf({ paths: images === undefined ? paths : { ...paths, images } }).file(
      "etc/containers/storage.conf",
    );
  expect(storage()).not.toContain("additionalimagestores");
  expect(storage("/e/images")).toContain(`additionalimagestores = ["${store}"]`);
});

test("containers ask for no higher limits than their node has", () => {
  const limits = { ...defaultNodeLimits, openFiles: 512, processes: 100 };
  expect(nodeOf({ limits }).file("etc/containers/containers.conf")).toContain(
    'default_ulimits = ["nofile=512:512","nproc=100:100"]',
  );
});

test("the internet's container has nothing of Podman's", () => {
  const [internet] = planLab(
    { nodes: ["node1"] },
    { ...site, paths: { ...paths, images: "/e/images" } },
    host,
  ).containers;
  expect(internet?.name).toBe("internet");
  expect(internet?.files.filter(({ path }) => path.includes("containers"))).toEqual([]);
});
