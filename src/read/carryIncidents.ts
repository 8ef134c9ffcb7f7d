/**
 * In: drafts of a language whose verbs do not end their clauses. Out: the same, where a part has the time of its whole
 * ("including two women"), and who was hurt "in the attack" the time of the attack that was told before.
 * Never: dates what stands in a sentence with a time of its own; goes on with an attack that has none.
 */
import type { ClaimKind } from "../model/claim.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { LanguagePack } from "./pack.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

export type IncidentContext = {
  readonly tokens: Tokens;
  readonly pack: Pick<LanguagePack, "isVerbFinal" | "wordsIn">;
  readonly readings: readonly SentenceReading[];
};

/** What is told of the hour of an attack. */
const OF_ATTACK: ReadonlySet<ClaimKind> = new Set(["killing", "injury", "destruction"]);

/** How many sentences back an attack can stand that is taken up with "the attack". */
const BACK = 3;

/** Dates undated parts and what happened in an attack told before, with a note. */
export function carryIncidents(drafts: readonly Draft[], context: IncidentContext): Draft[] {
  if (context.pack.isVerbFinal) return [...drafts];
  const changed = new Map<Draft, Draft>();
  const last: { sentence: number; period: PeriodMatch | null }[] = [];
  for (const draft of [...drafts].sort((a, b) => a.anchor - b.anchor)) {
    const period =
      draft.period ?? (isOpen(draft) ? carriedTo(draft, last.at(-1), changed, context) : null);
    if (period !== draft.period) changed.set(draft, dated(draft, period));
    if (OF_ATTACK.has(draft.kind) && draft.modality === "happened")
      last.push({ sentence: draft.sentence, period });
  }
  if (changed.size === 0) return [...drafts];
  return drafts.map((draft) => {
    const own = changed.get(draft) ?? draft;
    const whole = own.subsetOf === null ? undefined : changed.get(own.subsetOf);
    return whole === undefined ? own : changeDraft(own, { subsetOf: whole });
  });
}

function isOpen({ kind, modality, quantity, persons }: Draft): boolean {
  return (
    OF_ATTACK.has(kind) && modality === "happened" && (quantity !== null || persons.length > 0)
  );
}

function dated(draft: Draft, period: PeriodMatch | null): Draft {
  return changeDraft(draft, {
    period,
    notes: [...draft.notes, { code: "period-inherited", level: "info", span: null }],
  });
}

function carriedTo(
  { subsetOf, sentence, kind }: Draft,
  before: { readonly sentence: number; readonly period: PeriodMatch | null } | undefined,
  changed: ReadonlyMap<Draft, Draft>,
  context: IncidentContext,
): PeriodMatch | null {
  if (subsetOf !== null && subsetOf.kind === kind && subsetOf.sentence === sentence)
    return (changed.get(subsetOf) ?? subsetOf).period;
  const reading = context.readings[sentence];
  if (before === undefined || before.period === null || reading === undefined) return null;
  if (before.sentence === sentence || before.sentence < sentence - BACK) return null;
  if (reading.items.some(({ period }) => period !== null && period.kind !== "age-like"))
    return null;
  return isTakenUp(reading, context) ? before.period : null;
}

/** "in the attack", "at the scene"; not "in the attack on the mosque", which may be another. */
function isTakenUp({ sentence }: SentenceReading, { tokens, pack }: IncidentContext): boolean {
  const articles = pack.wordsIn("DEF");
  const nouns = pack.wordsIn("INCIDENTN");
  const leads = pack.wordsIn("INCIDENTPREP");
  const other = pack.wordsIn("GROUNDPREP");
  for (let at = sentence.from; at < sentence.to - 2; at++) {
    if (!leads.has(tokens.form[at] ?? "") || !articles.has(tokens.form[at + 1] ?? "")) continue;
    if (nouns.has(tokens.form[at + 2] ?? ""))
      return !other.has(tokens.form[at + 3] ?? "") && !leads.has(tokens.form[at + 3] ?? "");
  }
  return false;
}
