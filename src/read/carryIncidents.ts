/**
 * In: drafts of a language whose verbs do not end their clauses. Out: the same, where a part has the time of its whole
 * ("including two women"), and who was hurt "in the attack" the time of the attack that was told before.
 * Never: dates what stands in a sentence with a time of its own; goes on with an attack that has none.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { LanguagePack } from "./packRows.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

export type IncidentContext = {
  readonly tokens: Tokens;
  readonly pack: Pick<LanguagePack, "isVerbFinal" | "wordsIn">;
  readonly readings: readonly SentenceReading[];
  readonly classes: ClauseClasses;
};

/** What is told of the hour of an attack. */
const OF_ATTACK: ReadonlySet<ClaimKind> = new Set(["killing", "injury", "destruction"]);

/** How many sentences back an attack can stand that is taken up with "the attack". */
const BACK = 3;

/** Dates undated parts and what happened in an attack told before, with a note. */
export function carryIncidents(drafts: readonly Draft[], context: IncidentContext): Draft[] {
  if (context.pack.isVerbFinal) return [...drafts];
  const changed = new Map<Draft, Draft>();
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    if (draft.modality !== "happened") continue;
    const others = bySentence.get(draft.sentence);
    if (others === undefined) bySentence.set(draft.sentence, [draft]);
    else others.push(draft);
  }
  const last: { sentence: number; period: PeriodMatch | null }[] = [];
  for (const draft of [...drafts].sort((a, b) => a.anchor - b.anchor)) {
    const period =
      draft.period ??
      (isOpen(draft)
        ? carriedTo(draft, bySentence.get(draft.sentence) ?? [], last.at(-1), changed, context)
        : null);
    if (period !== draft.period) changed.set(draft, dated(draft, period));
    if (OF_ATTACK.has(draft.kind) && draft.modality === "happened")
      last.push({ sentence: draft.sentence, period });
  }
  if (changed.size === 0) return [...drafts];
  return replaceDrafts(drafts, changed);
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
  draft: Draft,
  beside: readonly Draft[],
  before: { readonly sentence: number; readonly period: PeriodMatch | null } | undefined,
  changed: ReadonlyMap<Draft, Draft>,
  context: IncidentContext,
): PeriodMatch | null {
  const { subsetOf, sentence, kind } = draft;
  if (subsetOf !== null && subsetOf.kind === kind && subsetOf.sentence === sentence)
    return (changed.get(subsetOf) ?? subsetOf).period;
  const reading = context.readings[sentence];
  if (reading !== undefined) {
    const shared = sharedBehind(draft, beside, reading, context);
    if (shared !== null) return shared;
  }
  if (before === undefined || before.period === null || reading === undefined) return null;
  if (before.sentence === sentence || before.sentence < sentence - BACK) return null;
  if (reading.items.some(({ period }) => period !== null && period.kind !== "age-like"))
    return null;
  for (let at = before.sentence + 1; at < sentence; at++)
    if (tellsOther(context.readings[at], context)) return null;
  return isTakenUp(reading, context) ? before.period : null;
}

/** "Two were killed, among them a boy, and nine hurt near a court in the city on Thursday": one hour for who died and who was hurt. */
function sharedBehind(
  { kind, anchor }: Draft,
  beside: readonly Draft[],
  { items }: SentenceReading,
  { classes }: IncidentContext,
): PeriodMatch | null {
  const other = beside.find(
    (one) =>
      one.kind !== kind &&
      HARMED.has(kind) &&
      HARMED.has(one.kind) &&
      one.period !== null &&
      one.anchor > anchor,
  );
  const times = items.filter(({ period }) => period !== null && period.kind !== "age-like");
  if (other === undefined || times.length !== 1) return null;
  const at = items.findIndex(({ from, to }) => from <= anchor && anchor < to);
  const isAside = items
    .slice(Math.max(0, at - ASIDE_REACH), at)
    .some(({ set }) => classes.relative[set] === 1);
  if (isAside) return null;
  const between = items.filter(({ from }) => from > anchor && from < other.anchor);
  const isJoined = between.some(({ set }) => classes.and[set] === 1);
  const isParted = between.some(
    ({ set }) => classes.relative[set] === 1 || classes.cue[set] === 1 || classes.stop[set] === 1,
  );
  return isJoined && !isParted && between.length <= SHARED_REACH ? other.period : null;
}

const HARMED: ReadonlySet<ClaimKind> = new Set(["killing", "injury"]);

/** Items between "who" and the act of its clause. */
const ASIDE_REACH = 4;

/** Items between who died and who was hurt. */
const SHARED_REACH = 12;

/** "A second bomb went off later": another attack, or another time, stands between. */
function tellsOther(
  reading: SentenceReading | undefined,
  { tokens, pack }: IncidentContext,
): boolean {
  if (reading === undefined) return true;
  if (reading.items.some(({ period }) => period !== null && period.kind !== "age-like"))
    return true;
  const articles = pack.wordsIn("DEF");
  const nouns = pack.wordsIn("INCIDENTN");
  const other = pack.wordsIn("OTHERINCIDENT");
  const { from, to } = reading.sentence;
  for (let at = from; at < to; at++) {
    const form = tokens.form[at] ?? "";
    if (other.has(form)) return true;
    if (nouns.has(form) && !isOneOf(tokens, at - 1, articles)) return true;
  }
  return false;
}

/** "in the attack", "at the scene"; not "in the attack on the mosque", which may be another. */
function isTakenUp({ sentence }: SentenceReading, { tokens, pack }: IncidentContext): boolean {
  const articles = pack.wordsIn("DEF");
  const nouns = pack.wordsIn("INCIDENTN");
  const leads = pack.wordsIn("INCIDENTPREP");
  const other = pack.wordsIn("GROUNDPREP");
  for (let at = sentence.from; at < sentence.to - 2; at++) {
    if (!isOneOf(tokens, at, leads) || !isOneOf(tokens, at + 1, articles)) continue;
    if (isOneOf(tokens, at + 2, nouns))
      return !isOneOf(tokens, at + 3, other) && !isOneOf(tokens, at + 3, leads);
  }
  return false;
}
