import { readSources } from "./sources.ts";

/** A row of a stage's table of notes. */
export type NoteRow = { readonly code: string; readonly level: string; readonly means: string };

/** Every exported `*_NOTES` table below src/, by the file that holds it. */
export async function readNoteTables(
  root: string,
): Promise<ReadonlyMap<string, readonly NoteRow[]>> {
  const tables = new Map<string, readonly NoteRow[]>();
  const holding = readSources(root).filter(({ code }) => /export const [A-Z_]*NOTES\b/.test(code));
  for (const { path } of holding) {
    const module = (await import(new URL(`../${path}`, import.meta.url).href)) as Record<
      string,
      unknown
    >;
    const rows = Object.entries(module)
      .filter(([name]) => name.endsWith("NOTES"))
      .flatMap(
        ([, table]) => (Array.isArray(table) ? table : Object.values(table ?? {})) as NoteRow[],
      );
    tables.set(path, rows);
  }
  return tables;
}

/** docs/notes.md, made from the tables. */
export function formatNotes(tables: ReadonlyMap<string, readonly NoteRow[]>): string {
  const parts = [...tables].map(([path, rows]) =>
    [
      `## ${path.replace(/^src\//, "").replace(/\.ts$/, "")}`,
      "",
      "| code | level | means |",
      "|---|---|---|",
      ...rows.map(
        (row) => `| \`${row.code}\` | ${row.level} | ${row.means.replaceAll("|", "\\|")} |`,
      ),
    ].join("\n"),
  );
  const head = [
    "# Notes",
    "",
    "What the stages doubt, each with its place in the text. `info`: worth knowing; `doubt`: a person should look; `refused`: this",
    "part could not be used. Written by `npm run fix` from the tables of the stages; a test compares them.",
  ].join("\n");
  return `${[head, ...parts].join("\n\n")}\n`;
}
