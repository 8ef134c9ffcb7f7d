import type { Look } from "./look.ts";
import { padEnd, widthOf, wrap } from "./screenText.ts";

const GAP = "  ";
const INDENT = "   ";

/** Rows under the names of their columns; where the screen is too narrow for that, each row as a few lines of its own. */
export function printColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { paint, words, width }: Pick<Look, "paint" | "words" | "width">,
): { readonly head: readonly string[]; readonly rows: readonly string[] } {
  const widths = columns.map((head, at) =>
    Math.max(widthOf(head), ...rows.map((row) => widthOf(row[at] ?? ""))),
  );
  const whole = widths.reduce((sum, one) => sum + one, GAP.length * (widths.length - 1));
  if (whole > width)
    return {
      head: [],
      rows: rows.map(([first = "", ...rest]) => {
        const told = wrap(rest.filter((cell) => cell !== "").join(" · "), width - INDENT.length);
        return [first, ...told]
          .map((line, at) => `${at === 0 ? "" : INDENT}${words.line(line)}`)
          .join("\n");
      }),
    };
  const line = (cells: readonly string[]): string =>
    words.line(
      cells
        .map((cell, at) => padEnd(cell, widths[at] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
  return { head: [paint("bold", line(columns))], rows: rows.map(line) };
}
