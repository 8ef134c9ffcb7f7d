/**
 * In: claims of one document as they stand. Out: the columns of their rows as texts, a line a claim, with what they add to the
 * summaries. Pure: the same claims, the same columns, whichever thread makes them.
 */
import type { Claim } from "../model/claim.ts";
import { claimRow, type KnownForm, type NameForm } from "./claimRow.ts";
import { writeCorrection } from "./claimText.ts";
import type { Standing } from "./standing.ts";

/** Columns that a claim and its standing fill by themselves. */
export const CLAIM_COLUMNS = [
  "claim",
  "place",
  "kind",
  "modality",
  "tier",
  "status",
  "min",
  "max",
  "measure",
  "earliest",
  "latest",
  "body",
  "correction",
  "words",
] as const;
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];

/** Claims as columns: lines instead of arrays, as nothing in them has a line break and nothing must be escaped on the way. */
export type ClaimColumns = {
  readonly claims: number;
  readonly lines: Readonly<Record<ClaimColumn, string>>;
  /** How many claims of a kind stand in a state. */
  readonly counts: readonly Count[];
  /** Spellings of their names, each once, with the number of claims that have it. */
  readonly forms: readonly CountedForm[];
};
export type Count = { readonly kind: string; readonly status: string; readonly claims: number };
export type CountedForm = NameForm & { readonly claims: number };

/** What stands for no value; no id, word or JSON is so. */
export const NO_VALUE = "\\N";

/** A claim, its place among those of its document, how it stands, and itself as its row keeps it. */
export type StandingClaim = {
  readonly claim: Claim;
  readonly place: number;
  readonly standing: Standing;
  readonly body: string;
};

/** Makes the columns of claims. */
export function claimColumns(claims: readonly StandingClaim[]): ClaimColumns {
  const cells = CLAIM_COLUMNS.map((): string[] => []);
  const counts = new Map<string, { kind: string; status: string; claims: number }>();
  const forms = new Map<KnownForm, number>();
  for (const { claim, place, standing, body } of claims) {
    const row = claimRow(claim, standing.correction);
    const { kind, modality, tier, min, max, measure, earliest, latest, words } = row;
    const { status, correction } = standing;
    // As CLAIM_COLUMNS names them.
    const line: readonly (string | number | null)[] = [
      claim.id,
      place,
      kind,
      modality,
      tier,
      status,
      min,
      max,
      measure,
      earliest,
      latest,
      body,
      writeCorrection(correction),
      words,
    ];
    for (let at = 0; at < cells.length; at++) cells[at]?.push(String(line[at] ?? NO_VALUE));
    const key = `${kind} ${status}`;
    const count = counts.get(key);
    if (count === undefined) counts.set(key, { kind, status, claims: 1 });
    else count.claims += 1;
    for (const form of row.forms) forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return {
    claims: claims.length,
    lines: Object.fromEntries(
      CLAIM_COLUMNS.map((column, at) => [column, cells[at]?.join("\n") ?? ""]),
    ) as Record<ClaimColumn, string>,
    counts: [...counts.values()],
    forms: [...forms].map(([{ type, folded, id }, claims]) => ({ type, folded, id, claims })),
  };
}
