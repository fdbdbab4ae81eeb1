/** The doctor's short form, for the start of a talk. */
import { judge, look, obstacleText, readinessText } from "../../doctor/index.ts";
import type { Obstacle } from "../../protocol.ts";
import { print } from "../output.ts";
import { imageArchive } from "../root.ts";
import { packagesHere } from "./packages-here.ts";

/** Prints at once why labs cannot run, where they cannot; else, when it has looked, whether anything of the talk is missing. */
export async function tellReadiness(obstacle: Obstacle | null): Promise<void> {
  if (obstacle) return print(obstacleText(obstacle));
  const { packages, install } = await packagesHere();
  const facts = await look({ packages, images: imageArchive });
  print(readinessText(judge(facts, install)));
}
