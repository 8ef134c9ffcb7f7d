import type { Verdict } from "../../flow/archive/look.ts";
import type { CliWords } from "../words/cliWords.ts";

type Fault = Verdict["faults"][number];

/** Rows of one table of which the same is said that are listed one by one; what one entry made is hundreds of them. */
const ROWS_SHOWN = 3;

/** What does not agree: entries, keys and files first, rows that rest on them behind, each kind once it is many. */
export function faultLines(faults: Verdict["faults"], words: CliWords): readonly string[] {
  const isRow = ({ where }: Fault): boolean => where.startsWith("row ");
  const tell = ({ where, what }: Fault): string =>
    `✗ ${words.line(words.message(`${where}: ${what}`))}`;
  const groups = new Map<string, Fault[]>();
  for (const fault of faults.filter(isRow)) {
    const kind = `${fault.where.split(" ")[1]} ${fault.what}`;
    groups.set(kind, [...(groups.get(kind) ?? []), fault]);
  }
  const rows = [...groups.values()].flatMap((group) => {
    const more = group.length - ROWS_SHOWN;
    return [
      ...group.slice(0, ROWS_SHOWN).map(tell),
      ...(more > 0 ? [`  ${words.line(words.moreFaults(more))}`] : []),
    ];
  });
  return [...faults.filter((fault) => !isRow(fault)).map(tell), ...rows];
}
