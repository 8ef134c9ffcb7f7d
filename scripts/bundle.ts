import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Joins the compiled files of the reader into a few: a program that opens 140 files before it reads one report starts a tenth
 * slower. What other folders import stays where it is; only what the reader imports of itself moves together.
 */
export async function bundleReader(dist: string): Promise<void> {
  const files = scriptsBelow(dist);
  const inner = new Set(files.filter((file) => isReader(dist, file)));
  const doors = files
    .filter((file) => !inner.has(file))
    .flatMap(importsOf)
    .filter((file) => inner.has(file));
  const nested = doors.find((file) => dirname(file) !== resolve(dist, "read"));
  if (nested !== undefined)
    throw new Error(
      `${nested} is imported from outside the reader: only files right in read/ may be`,
    );
  const { metafile } = await build({
    entryPoints: [...new Set([...doors, join(dist, "read/readClaims.js")])],
    outdir: dist,
    outbase: dist,
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    chunkNames: "read/part-[hash]",
    metafile: true,
    plugins: [
      {
        name: "other folders stay",
        setup(made) {
          made.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
            const file = resolve(resolveDir, path);
            if (inner.has(file)) return null;
            return { path: `../${relative(resolve(dist), file)}`, external: true };
          });
        },
      },
    ],
  });
  const made = new Set(Object.keys(metafile.outputs).map((file) => resolve(file)));
  for (const file of inner) if (!made.has(file)) rmSync(file);
}

function scriptsBelow(dist: string): readonly string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => resolve(entry.parentPath, entry.name));
}

function isReader(dist: string, file: string): boolean {
  return relative(resolve(dist), file).split(sep)[0] === "read";
}

/** Files that a script imports, at once or later. */
function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(
    ([, path = ""]) => resolve(dirname(file), path),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await bundleReader(process.argv[2] ?? "dist");
