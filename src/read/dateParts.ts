/**
 * In: drafts whose parts are tied to their wholes. Out: the same, where an undated part has the time of its whole
 * ("40 were executed in 2024. Of those, 19 were convicted of murder", "Nine children were among the dead").
 * Never: dates a part whose sentence says a time of its own; takes the day of one act to another kind of act.
 */
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import type { SentenceReading } from "./speech.ts";
import { haveOneVoice, isOfThoseTold } from "./tieParts.ts";
import type { Tokens } from "./tokens.ts";

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly readings: readonly SentenceReading[];
};

/** How many sentences back the whole can stand that a part is told of. */
const BACK = 4;

/** Dates undated parts by their wholes, with a note. */
export function dateParts(drafts: readonly Draft[], words: Words): readonly Draft[] {
  const changed = new Map<Draft, Draft>();
  drafts.forEach((draft, at) => {
    if (draft.period !== null || !TOLD.has(draft.modality)) return;
    const whole = wholeOf(draft, drafts, at, words);
    const period = whole === null ? null : (changed.get(whole) ?? whole).period;
    if (whole === null || period === null) return;
    if (whole.sentence !== draft.sentence && saysWhen(draft, words.readings)) return;
    changed.set(
      draft,
      changeDraft(draft, {
        period,
        notes: [...draft.notes, { code: "period-inherited", level: "info", span: null }],
      }),
    );
  });
  if (changed.size === 0) return drafts;
  return replaceDrafts(drafts, changed);
}

const TOLD: ReadonlySet<Draft["modality"]> = new Set(["happened", "ongoing"]);

/** The whole that a part is tied to, or the last figure of its kind where its words take up those told before. */
function wholeOf(
  part: Draft,
  drafts: readonly Draft[],
  at: number,
  { tokens, pack, readings }: Words,
): Draft | null {
  const { subsetOf, kind, sentence } = part;
  if (subsetOf !== null)
    return subsetOf.kind === kind &&
      (subsetOf.sentence === sentence || !isOneOfTwo(subsetOf, drafts))
      ? toldAgain(subsetOf, part, drafts, at)
      : null;
  const own = readings[sentence];
  if (own === undefined) return null;
  if (pack.isVerbFinal || !isOfThoseTold(part, own.sentence, { tokens, pack }))
    return totalOf(part, drafts, at, readings);
  for (let i = at - 1; i >= 0; i--) {
    const other = drafts[i] as Draft;
    if (sentence - other.sentence > BACK) return null;
    if (other.kind !== kind || other.sentence === sentence || !TOLD.has(other.modality)) continue;
    if (
      (other.period === null && other.subsetOf !== null) ||
      isElsewhere(other, placesIn(readings[sentence]))
    )
      continue;
    return least(other) >= least(part) && !isOneOfTwo(other, drafts) ? other : null;
  }
  return null;
}

/** The whole, or the telling of it between it and its part that says when ("It said that |all three were hanged on Monday|"). */
function toldAgain(whole: Draft, part: Draft, drafts: readonly Draft[], at: number): Draft {
  if (whole.period !== null) return whole;
  const again = drafts
    .slice(0, at)
    .findLast(
      (other) =>
        other.kind === part.kind &&
        other.period !== null &&
        other.sentence > whole.sentence &&
        other.sentence < part.sentence &&
        least(other) === least(whole),
    );
  return again ?? whole;
}

/** Acts that reports count over a time, one figure after the other. */
const COUNTED: ReadonlySet<Draft["kind"]> = new Set(["execution", "death-sentence"]);

/**
 * "In the first seven months of 2024 at least 419 were executed. According to the report, 239 executions were for drugs": the figure
 * right before, over a stretch of time, of which a smaller one without place, time or name goes on.
 */
function totalOf(
  part: Draft,
  drafts: readonly Draft[],
  at: number,
  readings: readonly SentenceReading[],
): Draft | null {
  const isCount = part.quantity?.measure === "count" && least(part) > 1;
  if (!COUNTED.has(part.kind) || !isCount || part.persons.length > 0) return null;
  if (placesIn(readings[part.sentence]).size > 0 || part.places.length > 0) return null;
  const total = drafts
    .slice(0, at)
    .findLast(
      ({ kind, subsetOf, quantity }) =>
        kind === part.kind && subsetOf === null && quantity !== null,
    );
  if (total === undefined || total.period?.kind !== "interval") return null;
  const isNext = part.sentence - total.sentence === 1;
  const isBeside =
    readings[total.sentence]?.sentence.block === readings[part.sentence]?.sentence.block;
  // "Officials say 110 were hanged": what somebody else counts.
  const voice = part.speeches.at(-1);
  const isOwn = voice === undefined || (voice.kind === "according" && voice.speaker.name === null);
  if (!isOwn && !haveOneVoice(total, part)) return null;
  return isNext && isBeside && TOLD.has(total.modality) && least(total) > least(part)
    ? total
    : null;
}

/** Both say where, and it is not the same ("Seven of the dead in Karun" beside the dead of Shiraz). */
function isElsewhere({ places }: Draft, others: ReadonlySet<string>): boolean {
  return places.length > 0 && others.size > 0 && !places.some(({ name }) => others.has(name));
}

/** "30 were killed on Monday, a day after 12 died": which of the two a part is of, nothing says. */
function isOneOfTwo(whole: Draft, drafts: readonly Draft[]): boolean {
  return drafts.some(
    ({ kind, sentence, period, subsetOf }) =>
      kind === whole.kind &&
      sentence === whole.sentence &&
      subsetOf === null &&
      period !== null &&
      period !== whole.period,
  );
}

function placesIn(reading: SentenceReading | undefined): ReadonlySet<string> {
  return new Set(
    reading?.items.flatMap(({ name }) => (name?.type === "place" ? [name.name] : [])) ?? [],
  );
}

function least({ quantity, persons }: Draft): number {
  return quantity?.max ?? quantity?.min ?? persons.length;
}

function saysWhen({ sentence }: Draft, readings: readonly SentenceReading[]): boolean {
  return (
    readings[sentence]?.items.some(
      ({ period }) => period !== null && period.kind !== "duration" && period.kind !== "age-like",
    ) ?? true
  );
}
