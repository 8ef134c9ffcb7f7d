import { readdirSync, readFileSync } from "node:fs";
import { Failure } from "../base/failure.ts";
import { compilePacks, type Packs } from "../read/pack.ts";

/** The rows of every pack file, by path below packs/ (`lang/en/triggers.json`). */
export type PackRows = Readonly<Record<string, unknown>>;

/** packs/ of the package: two floors up, from src/flow and from dist/flow alike. */
const FOLDER = new URL("../../packs/", import.meta.url);

/** Reads the data of all packs that ship with the package. */
export function loadRows(): PackRows {
  try {
    const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".json"))
      .sort();
    return Object.fromEntries(files.map((file) => [file, readJson(file)]));
  } catch (error) {
    const message = "The language packs cannot be read; install the package again (npm ci)";
    throw new Failure("unavailable", message, { cause: error });
  }
}

let compiled: { readonly rows: PackRows; readonly packs: Packs } | null = null;

/** The packs ready to read with, and their rows. Compiled once a process. */
export function loadPacks(): { readonly rows: PackRows; readonly packs: Packs } {
  if (compiled === null) {
    const rows = loadRows();
    compiled = { rows, packs: compilePacks(rows) };
  }
  return compiled;
}

/** The content of each country's file of that name, such as `organisations`. */
export function countryFiles(rows: PackRows, name: string): readonly unknown[] {
  const files = Object.keys(rows).filter(
    (file) => file.startsWith("country/") && file.endsWith(`/${name}.json`),
  );
  return files.map((file) => rows[file]);
}

/** The rows of one pack file, however it lists them. */
export function rowsOf(content: unknown): readonly unknown[] {
  if (Array.isArray(content)) return content;
  if (typeof content !== "object" || content === null) return [];
  const lists = Object.values(content).filter((value: unknown) => Array.isArray(value));
  return lists.flatMap((list): readonly unknown[] => list);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
}
