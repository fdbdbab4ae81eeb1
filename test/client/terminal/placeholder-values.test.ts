import { expect, test } from "vitest";
import { fillIn, recall, remember } from "../../../client/terminal/placeholder-values.ts";

test("a value is asked for once and known on the next slide", () => {
  expect(recall(["bridge_device", "interface"])).toEqual({ bridge_device: "", interface: "" });
  remember({ bridge_device: "br-example" });
  expect(recall(["bridge_device"])).toEqual({ bridge_device: "br-example" });
});

test("the commands are shown as they will be typed", () => {
  const lines = ["ip link set master <bridge_device> dev <interface>", "cat </etc/hosts >out"];
  expect(fillIn(lines, { bridge_device: "br0", interface: "" })).toEqual([
    "ip link set master br0 dev <interface>",
    "cat </etc/hosts >out",
  ]);
});

test("a name that every object has is a placeholder like any other", () => {
  expect(fillIn(["echo <constructor>"], { name: "x" })).toEqual(["echo <constructor>"]);
});
