import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Packs } from "../../src/read/packRows.ts";
import type { readClaims, readClaimsTogether } from "../../src/read/readClaims.ts";
import { bundleReader } from "../bundle.ts";

const root = join(import.meta.dirname, "../..");

/** The program as users run it, compiled of the sources as they are now, in a folder of its own. */
export type Build = {
  /** File of the command. */
  readonly main: string;
  readonly readClaims: typeof readClaims;
  readonly readClaimsTogether: typeof readClaimsTogether;
  readonly packs: Packs;
};

/** Compiles the program, hands it to `use`, and takes it away again. */
export async function withBuild(use: (build: Build) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanad-build-"));
  try {
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const out = join(folder, "dist");
    const { status, stdout } = spawnSync(
      process.execPath,
      [compiler, "-p", join(root, "tsconfig.build.json"), "--outDir", out],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`The sources do not compile:\n${stdout}`);
    await bundleReader(out);
    cpSync(join(root, "package.json"), join(folder, "package.json"));
    for (const name of ["packs", "node_modules"]) symlinkSync(join(root, name), join(folder, name));
    const { status: prepared, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", join(root, "scripts/preparePacks.ts"), out],
      { encoding: "utf8", cwd: root },
    );
    if (prepared !== 0) throw new Error(`The packs cannot be prepared:\n${stderr}`);
    const reader = await load<Pick<Build, "readClaims" | "readClaimsTogether">>(
      out,
      "read/readClaims.js",
    );
    const { loadPacks } = await load<{ loadPacks: () => Pick<Build, "packs"> }>(
      out,
      "flow/loadPacks.js",
    );
    await use({ ...reader, main: join(out, "cli/main.js"), packs: loadPacks().packs });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function load<Module>(folder: string, file: string): Promise<Module> {
  return (await import(pathToFileURL(join(folder, file)).href)) as Module;
}
