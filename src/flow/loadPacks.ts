import { compilePacks } from "../read/pack.ts";
import type { Packs } from "../read/packRows.ts";
import { loadRows, type PackRows } from "./packFiles.ts";
import { takePrepared } from "./preparedPacks.ts";

export { loadRows, type PackRows };

let compiled: { readonly rows: PackRows; readonly packs: Packs } | null = null;

/** The packs ready to read with, and their rows. Compiled once a process. */
export function loadPacks(): { readonly rows: PackRows; readonly packs: Packs } {
  if (compiled === null) {
    const rows = loadRows();
    compiled = { rows, packs: compilePacks(rows, takePrepared(Object.keys(rows)) ?? undefined) };
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
