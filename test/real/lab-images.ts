/** The labs' container images for tests: those that set-up has made, or else made here. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeImages } from "../../server/lab/images/make-images.ts";
import { createLabEngine } from "../../server/lab/index.ts";

/** Where set-up puts them. */
const prepared = join(process.cwd(), "dist/lab/images.tar");

export interface TestImages {
  /** Path of the archive. */
  path: string;
  remove(): Promise<void>;
}

export async function testImages(): Promise<TestImages> {
  if (existsSync(prepared)) return { path: prepared, remove: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), "shelldeck-images-"));
  const engine = await createLabEngine();
  try {
    if (engine.obstacle) throw new Error(engine.obstacle.reason);
    await makeImages(engine, join(folder, "images.tar"));
  } finally {
    await engine.dispose();
  }
  return { path: join(folder, "images.tar"), remove: () => rm(folder, { recursive: true }) };
}
