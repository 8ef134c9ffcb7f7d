import { readdirSync, readFileSync } from "node:fs";
import { Failure } from "../base/failure.ts";

/** The rows of pack files, by path below packs/ (`lang/en/triggers.json`). */
export type PackRows = Readonly<Record<string, unknown>>;

/** packs/ of the package: two floors up, from src/flow and from dist/flow alike. */
export const PACK_FOLDER = new URL("../../packs/", import.meta.url);

/**
 * The data of the packs that ship with the package; all of it, or the files that are wanted. Each file is read when its rows are first
 * asked for: a report in one language needs none of another's.
 */
export function loadRows(wanted: RegExp | null = null): PackRows {
  const files = orUnavailable(() => readdirSync(PACK_FOLDER, { recursive: true, encoding: "utf8" }))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".json") && (wanted === null || wanted.test(file)))
    .sort();
  const rows: Record<string, unknown> = {};
  for (const file of files) {
    let known: { readonly content: unknown } | null = null;
    Object.defineProperty(rows, file, {
      enumerable: true,
      get: () => (known ??= { content: orUnavailable(() => readJson(file)) }).content,
    });
  }
  return rows;
}

function orUnavailable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const message = "The language packs cannot be read; install the package again (npm ci)";
    throw new Failure("unavailable", message, { cause: error });
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, PACK_FOLDER), "utf8"));
}
