import { readdirSync, readFileSync } from "node:fs";
import { Failure } from "../base/failure.ts";

/** The rows of pack files, by path below packs/ (`lang/en/triggers.json`). */
export type PackRows = Readonly<Record<string, unknown>>;

/** packs/ of the package: two floors up, from src/flow and from dist/flow alike. */
const FOLDER = new URL("../../packs/", import.meta.url);

/** Reads the data of the packs that ship with the package; all of it, or the files that are wanted. */
export function loadRows(wanted: RegExp | null = null): PackRows {
  try {
    const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".json") && (wanted === null || wanted.test(file)))
      .sort();
    return Object.fromEntries(files.map((file) => [file, readJson(file)]));
  } catch (error) {
    const message = "The language packs cannot be read; install the package again (npm ci)";
    throw new Failure("unavailable", message, { cause: error });
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
}
