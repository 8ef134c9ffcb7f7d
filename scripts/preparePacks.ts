import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { writePrepared } from "../src/flow/preparedPacks.ts";

/** Lets a compiled program prepare its packs (src/flow/preparedPacks.ts): the parts are those of its own code. */
export async function preparePacks(dist: string): Promise<void> {
  const file = pathToFileURL(join(resolve(dist), "flow/preparedPacks.js")).href;
  const compiled = (await import(file)) as { writePrepared: typeof writePrepared };
  compiled.writePrepared();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await preparePacks(process.argv[2] ?? "dist");
