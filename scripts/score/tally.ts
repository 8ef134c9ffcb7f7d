import type { CaseScore, Field, Harm } from "./scoreCase.ts";
import { FIELDS } from "./scoreCase.ts";
import { comparePersons, personNames } from "./fields.ts";

/** Counts that add up over reports, kinds and styles. */
export type Tally = {
  gold: number;
  read: number;
  matched: number;
  right: Record<Field, number>;
  /** Claims found whose gold or reading has a value for the field, and how many of them are right. */
  said: Record<Field, { claims: number; right: number }>;
  allRight: number;
  /** Names over matched claims, then over all claims of all reports. */
  names: { gold: number; read: number; both: number };
  allNames: { gold: number; read: number; both: number };
  /** Prisons of claims found whose gold names or denies them; places of those whose gold has any. */
  prisons: { gold: number; read: number; both: number };
  places: { gold: number; read: number; both: number };
  harm: Record<Harm, number>;
};

export function emptyTally(): Tally {
  return {
    gold: 0,
    read: 0,
    matched: 0,
    right: { span: 0, quantity: 0, period: 0, source: 0, modality: 0, persons: 0 },
    said: {
      span: { claims: 0, right: 0 },
      quantity: { claims: 0, right: 0 },
      period: { claims: 0, right: 0 },
      source: { claims: 0, right: 0 },
      modality: { claims: 0, right: 0 },
      persons: { claims: 0, right: 0 },
    },
    allRight: 0,
    names: { gold: 0, read: 0, both: 0 },
    allNames: { gold: 0, read: 0, both: 0 },
    prisons: { gold: 0, read: 0, both: 0 },
    places: { gold: 0, read: 0, both: 0 },
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
    for (const field of FIELDS) countField(tally, match, field);
    if (match.wrong.length === 0) tally.allRight += 1;
    add(tally.names, match.persons);
    if (match.prisons !== null) add(tally.prisons, match.prisons);
    if (match.places !== null) add(tally.places, match.places);
    for (const harm of match.harm) tally.harm[harm] += 1;
  }
  for (const { harm } of extra) for (const name of harm) tally.harm[name] += 1;
  add(tally.allNames, sumPersons(matches, missed, extra));
}

/** Values that are confidently wrong, of all sorts. */
export function countHarm({ harm }: Tally): number {
  return harm.modality + harm.source + harm.quantity;
}

function countField(tally: Tally, match: CaseScore["matches"][number], field: Field): void {
  const isRight = !match.wrong.includes(field);
  if (isRight) tally.right[field] += 1;
  if (!hasValue(match, field)) return;
  tally.said[field].claims += 1;
  if (isRight) tally.said[field].right += 1;
}

/** Is there anything to be right about? Two empty fields agree without any reading. */
function hasValue({ gold, read }: CaseScore["matches"][number], field: Field): boolean {
  switch (field) {
    case "quantity":
      return gold.quantity !== null || read.quantity !== null;
    case "period":
      return gold.period !== null || read.period !== null;
    case "source":
      return gold.attribution.source !== null || read.attribution.length > 0;
    case "persons":
      return gold.persons.length + read.persons.length > 0;
    case "span":
    case "modality":
      return true;
  }
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
