import type { CaseScore, Field, Harm } from "./scoreCase.ts";
import { FIELDS } from "./scoreCase.ts";
import { comparePersons, personNames } from "./fields.ts";

/** Counts that add up over reports, kinds and styles. */
export type Tally = {
  gold: number;
  read: number;
  matched: number;
  right: Record<Field, number>;
  allRight: number;
  /** Names over matched claims, then over all claims of all reports. */
  names: { gold: number; read: number; both: number };
  allNames: { gold: number; read: number; both: number };
  harm: Record<Harm, number>;
};

export function emptyTally(): Tally {
  return {
    gold: 0,
    read: 0,
    matched: 0,
    right: { span: 0, quantity: 0, period: 0, source: 0, modality: 0, persons: 0 },
    allRight: 0,
    names: { gold: 0, read: 0, both: 0 },
    allNames: { gold: 0, read: 0, both: 0 },
    harm: { modality: 0, source: 0, quantity: 0 },
  };
}

/** Adds one report's score, of one kind or (null) of all. */
export function addScore(tally: Tally, score: CaseScore, kind: string | null): void {
  const matches = score.matches.filter((match) => kind === null || match.gold.kind === kind);
  const missed = score.missed.filter((claim) => kind === null || claim.kind === kind);
  const extra = score.extra.filter(({ read }) => kind === null || read.kind === kind);
  tally.gold += matches.length + missed.length;
  tally.read += matches.length + extra.length;
  tally.matched += matches.length;
  for (const match of matches) {
    for (const field of FIELDS) if (!match.wrong.includes(field)) tally.right[field] += 1;
    if (match.wrong.length === 0) tally.allRight += 1;
    add(tally.names, match.persons);
    for (const harm of match.harm) tally.harm[harm] += 1;
  }
  for (const { harm } of extra) for (const name of harm) tally.harm[name] += 1;
  add(tally.allNames, sumPersons(matches, missed, extra));
}

/** Precision, recall and their harmonic mean; NaN where there is nothing to divide by. */
export function rates(both: number, gold: number, read: number) {
  const precision = both / read;
  const recall = both / gold;
  return { precision, recall, f: (2 * both) / (gold + read) };
}

function sumPersons(
  matches: CaseScore["matches"],
  missed: CaseScore["missed"],
  extra: CaseScore["extra"],
) {
  const total = { gold: 0, read: 0, both: 0 };
  for (const match of matches) add(total, match.persons);
  for (const claim of missed) total.gold += personNames(claim.persons).length;
  for (const { read } of extra) {
    total.read += comparePersons(
      [],
      read.persons.map((person) => person.name),
    ).read;
  }
  return total;
}

function add(total: Tally["names"], more: Tally["names"]): void {
  total.gold += more.gold;
  total.read += more.read;
  total.both += more.both;
}
