import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import type { Keep } from "../read/keepParts.ts";
import { compilePacks } from "../read/pack.ts";
import { keepForms, takeForms, type Vocabulary } from "../read/vocabulary.ts";
import { loadRows, PACK_FOLDER } from "./packFiles.ts";

/**
 * Parts of the compiled packs, made when the program is built (`npm run build`), in dist/flow/prepared: a program starts by taking them
 * instead of compiling for a third of a second. Beside the sources there are none, and everything is compiled.
 */
const FOLDER = new URL("prepared/", import.meta.url);

const ORIGIN = "origin.json";
/** The numbers of the forms that all parts speak of. */
const VOCABULARY = "vocabulary";

/** Of what pack files the parts were made: a part is never taken when one of them is another by now. */
type Origin = {
  readonly files: readonly PackFile[];
  readonly digest: string;
  /** The engine whose format the parts have; an older one may not know it. */
  readonly engine: string;
};
type PackFile = { readonly path: string; readonly size: number; readonly changedAtMs: number };

/** Takes prepared parts; null where there are none or a pack was edited since. To be asked once, before anything is compiled. */
export function takePrepared(paths: readonly string[], folder: URL = FOLDER): Keep | null {
  try {
    const origin = JSON.parse(readFileSync(new URL(ORIGIN, folder), "utf8")) as Origin;
    if (origin.engine !== process.versions.v8 || !isUnchanged(origin, paths)) return null;
    if (!takeForms(readPart(VOCABULARY, folder) as Vocabulary)) return null;
  } catch {
    return null;
  }
  return <T>(name: string) => readPart(name, folder) as T;
}

/** Makes the parts of all packs and writes them beside the compiled program, in a process that has compiled none before. */
export function writePrepared(folder: URL = FOLDER): void {
  mkdirSync(folder, { recursive: true });
  const rows = loadRows();
  const parts = new Map<string, unknown>();
  const packs = compilePacks(rows, (name, make) => {
    const part = make();
    parts.set(name, part);
    return part;
  });
  for (const code of packs.languages.keys()) packs.languages.get(code);
  parts.set(VOCABULARY, keepForms());
  for (const [name, part] of parts) writeFileSync(partFile(name, folder), serialize(part));
  const paths = Object.keys(rows);
  const engine = process.versions.v8;
  const origin: Origin = { files: paths.map(lookAt), digest: digestOf(paths), engine };
  writeFileSync(new URL(ORIGIN, folder), JSON.stringify(origin));
}

/** Size and time tell at once that nothing changed; where a time is another (a copy), the content tells. */
function isUnchanged({ files, digest }: Origin, paths: readonly string[]): boolean {
  if (files.length !== paths.length) return false;
  const now = paths.map(lookAt);
  const isSame = now.every(
    ({ path, size, changedAtMs }, at) =>
      path === files[at]?.path && size === files[at].size && changedAtMs === files[at].changedAtMs,
  );
  return isSame || digestOf(paths) === digest;
}

function lookAt(path: string): PackFile {
  const { size, mtimeMs } = statSync(new URL(path, PACK_FOLDER));
  return { path, size, changedAtMs: mtimeMs };
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = readFileSync(new URL(path, PACK_FOLDER));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function readPart(name: string, folder: URL): unknown {
  return deserialize(readFileSync(partFile(name, folder)));
}

function partFile(name: string, folder: URL): URL {
  return new URL(`${name.replaceAll("/", "-")}.v8`, folder);
}
