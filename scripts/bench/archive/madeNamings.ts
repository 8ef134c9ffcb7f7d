import { loadRows } from "../../../src/flow/loadPacks.ts";
import type { ListRecord } from "../../../src/model/listRecord.ts";
import { makeChance } from "../../../test/link/made/chance.ts";
import { makeArchive } from "../../../test/link/made/makeArchive.ts";
import { ARCHIVES } from "../../../test/link/made/scenario.ts";

/** People that a report names. */
const IN_A_REPORT = 5;
/** Namings of one of the invented people that are read, on average. */
const OF_ONE = 3.3;
const MONTHS = {
  latin: "January February March April May June July August September October November December",
  persian: "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
} as const;

/**
 * Reports of a few lines about people who were executed in half a century: each line names one, in one of two scripts, as some paper
 * spells it; some are told of by everybody, most by one or two.
 */
export function madeNamings(namings: number): readonly string[] {
  const [scenario] = ARCHIVES;
  if (scenario === undefined) throw new Error("No scenario of a made-up archive");
  const people = Math.ceil(namings / OF_ONE);
  const made = makeArchive(
    { ...scenario, people, from: "1979-02-01", to: "2025-12-31" },
    loadRows(),
  );
  const chance = makeChance(5);
  const records = [...made.records];
  for (let at = records.length - 1; at > 0; at--) {
    const other = chance.below(at + 1);
    const [one, two] = [records[at], records[other]];
    if (one !== undefined && two !== undefined) [records[at], records[other]] = [two, one];
  }
  const reports: string[] = [];
  for (let at = 0; at + IN_A_REPORT <= records.length; at += IN_A_REPORT) {
    const id = `n${reports.length}`;
    const text = [`Report ${id}`, ...records.slice(at, at + IN_A_REPORT).map(lineOf)].join("\n\n");
    reports.push(JSON.stringify({ id, text, published: "2025-12-31" }));
  }
  return reports;
}

function lineOf({ name, nameFa, age, city, date }: ListRecord): string {
  const day = date !== null && date.earliest === date.latest ? date.earliest : null;
  return name === null
    ? `${nameFa}${age === null ? "" : `، ${age.min} ساله،`}${day === null ? "" : ` در ${dayIn("persian", day)}`} در ${city ?? "زندان"} اعدام شد.`
    : `${name}${age === null ? "" : `, ${age.min},`} was executed in ${city ?? "prison"}${day === null ? "" : ` on ${dayIn("latin", day)}`}.`;
}

function dayIn(script: keyof typeof MONTHS, day: string): string {
  const [year, month = 1, own] = day.split("-").map(Number);
  return `${own} ${MONTHS[script].split(" ")[month - 1]} ${year}`;
}
