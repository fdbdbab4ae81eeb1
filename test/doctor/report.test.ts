/** What the doctor says, as people read it. */
import { describe, expect, test } from "vitest";
import { judge, obstacleText, readinessText, reportText } from "../../server/doctor/index.ts";
import { adas, debian, installBy, packagesWithout } from "./machines.ts";

const apt = installBy("apt-get");
const good = { problem: null, startMs: 40, pingMs: 12, endMs: 8 };

describe("the report", () => {
  test("has a line for each thing and, under what is missing, what that means and what mends it", () => {
    const links = { ...debian.links, vxlan: "Error: Unknown device type." };
    const text = reportText(judge({ ...debian, links }, apt), good);
    expect(text).toMatch(/^This machine\n {2}yes {2}Linux +Debian GNU\/Linux 12 \(bookworm\), Linux 6\.1/);
    expect(text).toMatch(/\n {2}yes {2}bridge\n {2}yes {2}veth\n/);
    expect(text).toContain(
      [
        "  no   vxlan                      Error: Unknown device type.",
        "       without it: Demo 3 (overlay networks) does not run",
        "       nothing mends that here: this kernel has none, and no module for it is on this machine",
        "  yes  macvlan",
      ].join("\n"),
    );
    expect(text).toMatch(
      /A lab\n {2}yes {2}started, asked 8\.8\.8\.8, ended: ready after 40 ms, .* after 8 ms$/,
    );
  });

  test("says once what mends several things", () => {
    const cgroups = { ...adas.cgroups, usable: [], manager: "system" as const };
    const text = reportText(judge({ ...adas, cgroups }, apt), good);
    expect(text.match(/enable-linger/g)).toHaveLength(1);
    expect(text.match(/not for ada/g)).toHaveLength(3);
  });

  test("ends with why there is no lab", () => {
    const problem = { reason: "labs need crun, which is not installed", remedy: "apt install crun" };
    const text = reportText(judge(debian, apt), { problem, startMs: null, pingMs: null, endMs: null });
    expect(text).toMatch(/A lab\n {2}no {3}labs need crun, which is not installed\n {7}apt install crun$/);
  });
});

describe("at the start of a talk", () => {
  test("all that is well takes one line", () => {
    expect(readinessText(judge(debian, apt))).toBe("Labs: ready (crun 1.8.1, Podman 4.3.1)");
  });

  test("only what the talk lacks is told, with its remedy", () => {
    const links = { ...adas.links, wireguard: "Error: Unknown device type." };
    const packages = packagesWithout("jq", "shellcheck");
    expect(readinessText(judge({ ...adas, links, packages }, apt))).toBe(
      [
        "Labs: ready (crun 1.8.1, Podman 4.3.1), but",
        "  no jq: jq: reads JSON on the slides: not without it; to mend it: sudo apt-get install -y --no-install-recommends jq",
      ].join("\n"),
    );
  });

  test("where labs cannot run, the reason comes with its remedy", () => {
    expect(
      obstacleText({ reason: "labs need Linux, and this is darwin", remedy: "use a Linux machine" }),
    ).toBe("Demos cannot run here: labs need Linux, and this is darwin.\n  use a Linux machine");
  });
});
