import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { sha256 } from "../base/digest.ts";
import type { Keep } from "../read/keepParts.ts";
import { compilePacks } from "../read/pack.ts";
import { keepForms, takeForms, type Vocabulary } from "../read/vocabulary.ts";
import { loadRows, PACK_FOLDER } from "./packFiles.ts";

/**
 * Parts of the compiled packs, made when the program is built (`npm run build`), in dist/flow/prepared: a program starts by taking them
 * instead of compiling for a third of a second. Beside the sources there are none, and everything is compiled.
 */
const FOLDER = new URL("prepared/", import.meta.url);
/** The code that makes the parts and reads with them. */
const READER = new URL("../read/", import.meta.url);

const ORIGIN = "origin.json";
/** The numbers of the forms that all parts speak of. */
const VOCABULARY = "vocabulary";

/**
 * Of what the parts were made, and which they are. All by content: times are another in every copy and the same in every package, and
 * an edited file can have the size it had.
 */
type Origin = {
  /** SHA-256 of all pack files, with their paths. */
  readonly packs: string;
  /** SHA-256 of the reader's code, with its paths: another reader makes other parts of the same packs. */
  readonly reader: string;
  /** The engine whose format the parts have, and the tables by which it folds letters. */
  readonly engine: string;
  /** SHA-256 of each part by its name: one that is cut short, or of another build, is not taken. */
  readonly parts: Readonly<Record<string, string>>;
};

/**
 * Takes prepared parts; null where there are none, or where packs, reader or engine are others than those they were made with. A part
 * that is missing, cut short or of another build is made instead. To be asked once, before anything is compiled.
 */
export function takePrepared(paths: readonly string[], folder: URL = FOLDER): Keep | null {
  const origin = readOrigin(folder);
  if (origin === null) return null;
  try {
    if (origin.engine !== engineNow() || origin.packs !== digestOf(paths, PACK_FOLDER)) return null;
    if (origin.reader !== digestOf(scriptsOf(READER), READER)) return null;
  } catch {
    return null;
  }
  const vocabulary = readPart<Vocabulary>(VOCABULARY, origin, folder);
  if (vocabulary === null || !takeForms(vocabulary.content)) return null;
  return (name, make) => {
    const part = readPart<ReturnType<typeof make>>(name, origin, folder);
    return part === null ? make() : part.content;
  };
}

/**
 * Makes the parts of all packs and writes them beside the compiled program, in a process that has compiled none before. The origin goes
 * first and comes back last: until then there is nothing to take.
 */
export function writePrepared(folder: URL = FOLDER): void {
  mkdirSync(folder, { recursive: true });
  rmSync(new URL(ORIGIN, folder), { force: true });
  const rows = loadRows();
  const made = new Map<string, unknown>();
  const packs = compilePacks(rows, (name, make) => {
    const part = make();
    made.set(name, part);
    return part;
  });
  for (const code of packs.languages.keys()) packs.languages.get(code);
  made.set(VOCABULARY, keepForms());
  const parts: Record<string, string> = {};
  for (const [name, part] of made) {
    const bytes = serialize(part);
    parts[name] = sha256(bytes);
    replaceFile(partFile(name, folder), bytes);
  }
  const origin: Origin = {
    packs: digestOf(Object.keys(rows), PACK_FOLDER),
    reader: digestOf(scriptsOf(READER), READER),
    engine: engineNow(),
    parts,
  };
  replaceFile(new URL(ORIGIN, folder), JSON.stringify(origin));
}

function readOrigin(folder: URL): Origin | null {
  try {
    return JSON.parse(readFileSync(new URL(ORIGIN, folder), "utf8")) as Origin;
  } catch {
    return null;
  }
}

/** A part in its own box, as it was written; null where it is not. */
function readPart<T>(name: string, { parts }: Origin, folder: URL): { readonly content: T } | null {
  try {
    const bytes = readFileSync(partFile(name, folder));
    return sha256(bytes) === parts[name] ? { content: deserialize(bytes) as T } : null;
  } catch {
    return null;
  }
}

/** Whoever looks finds the old file or the new one, never the half of one; two builds at once write files of their own. */
function replaceFile(file: URL, content: Uint8Array | string): void {
  const fresh = new URL(`${file.href}.${process.pid}`);
  writeFileSync(fresh, content);
  renameSync(fresh, file);
}

function engineNow(): string {
  const { v8, unicode } = process.versions;
  return `${v8} ${unicode} ${process.arch}`;
}

/** The code in a folder, whether built or not. */
function scriptsOf(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(?<!\.d)\.[jt]s$/.test(path))
    .sort();
}

function digestOf(paths: readonly string[], folder: URL): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = readFileSync(new URL(path, folder));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function partFile(name: string, folder: URL): URL {
  return new URL(`${name.replaceAll("/", "-")}.v8`, folder);
}
