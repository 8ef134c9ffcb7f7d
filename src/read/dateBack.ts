/**
 * In: drafts of a language whose verbs do not end their clauses. Out: the same, where a sentence behind says when it was ("Two men
 * were hanged in Karun, state media say. The executions took place on Monday").
 * Never: dates by what somebody said when; dates a headline; passes a time that is told between.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { LanguagePack } from "./packRows.ts";
import { isDayOfSaying } from "./periodSaying.ts";
import type { SentenceReading, Speech } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

type BackContext = {
  readonly tokens: Tokens;
  readonly pack: Pick<LanguagePack, "isVerbFinal" | "wordsIn">;
  readonly readings: readonly SentenceReading[];
  readonly speeches: readonly Speech[];
  readonly classes: Pick<ClauseClasses, "dot">;
};

/** What the noun of a sentence such as "The attack took place on Monday" can take up, by the set of the noun. */
const TAKEN_UP: readonly (readonly [set: string, kinds: ReadonlySet<ClaimKind>])[] = [
  ["EXECUTIONNW", new Set<ClaimKind>(["execution"])],
  ["INCIDENTN", new Set<ClaimKind>(["killing", "injury", "destruction"])],
  ["KILLINGNW", new Set<ClaimKind>(["killing"])],
  ["ARRESTNW", new Set<ClaimKind>(["arrest"])],
];

/** Sentences between what happened and when it did. */
const BACK = 2;

/** Dates undated acts by the sentence that says when they took place, with a note. */
export function dateBack(drafts: readonly Draft[], context: BackContext): readonly Draft[] {
  const { pack, readings } = context;
  if (pack.isVerbFinal) return drafts;
  const changed = new Map<Draft, Draft>();
  for (const reading of readings) {
    const told = whenItWas(reading, context);
    if (told === null) continue;
    const before = drafts.filter(
      (draft) =>
        draft.sentence < reading.index &&
        draft.sentence >= reading.index - BACK &&
        told.kinds.has(draft.kind) &&
        draft.modality === "happened" &&
        !isTitle(readings[draft.sentence], draft.sentence, context),
    );
    const last = Math.max(...before.map(({ sentence }) => sentence));
    const near = before.filter(({ sentence }) => sentence === last);
    // Where one of them has its own day, the sentence may be about the others.
    if (near.some(({ period }) => period !== null)) continue;
    for (const draft of near)
      changed.set(
        draft,
        changeDraft(draft, {
          period: told.period,
          notes: [...draft.notes, { code: "period-inherited", level: "info", span: null }],
        }),
      );
  }
  if (changed.size === 0) return drafts;
  return replaceDrafts(drafts, changed);
}

type When = { readonly period: PeriodMatch; readonly kinds: ReadonlySet<ClaimKind> };

/** "The execution(s) (reportedly) took place … on Monday": the day, and what it is of. */
function whenItWas(
  { items, sentence, index }: SentenceReading,
  { tokens, pack, speeches }: BackContext,
): When | null {
  const form = (at: number): string => tokens.form[at] ?? "";
  const { from, to } = sentence;
  if (!pack.wordsIn("DEF").has(form(from))) return null;
  const kinds = TAKEN_UP.find(([set]) => pack.wordsIn(set).has(form(from + 1)))?.[1];
  if (kinds === undefined) return null;
  const verb = verbAt(from + 2, Math.min(to, from + VERB_REACH), form, pack);
  if (verb < 0) return null;
  const times = items.flatMap(({ period }) =>
    period !== null && period.kind === "point" && period.from > verb ? [period] : [],
  );
  const [period] = times;
  if (period === undefined || !isDay(period) || isDayOfSaying(period, index, speeches)) return null;
  return { period, kinds };
}

/** Tokens in which the verb must stand: the subject has no more words than its noun. */
const VERB_REACH = 6;

function verbAt(
  from: number,
  to: number,
  form: (at: number) => string,
  pack: BackContext["pack"],
): number {
  const verbs = pack.wordsIn("TOOKPLACEW");
  for (let at = from; at < to; at++)
    if (verbs.has(form(at)) || verbs.has(`${form(at)} ${form(at + 1)}`)) return at;
  return -1;
}

function isDay({ value }: PeriodMatch): boolean {
  return (
    value.op === "weekday" || value.op === "shift" || (value.op === "date" && value.day !== null)
  );
}

/** The first line, where it is no whole sentence. */
function isTitle(
  reading: SentenceReading | undefined,
  index: number,
  { classes }: Pick<BackContext, "classes">,
): boolean {
  return index === 0 && classes.dot[reading?.items.at(-1)?.set ?? 0] !== 1;
}
