/**
 * In: drafts of events, and statements. Out: the denials among the statements that take up the one event told right before:
 * "State television said A had been executed; his lawyer denied this."
 * Never: denies one of several events, or one told further up; denies what the same voice said.
 */
import { changeDraft, type Draft } from "./draft.ts";
import { CONCERNED } from "./nameVictims.ts";
import type { LanguagePack } from "./packRows.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

type Reading = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Denials by the statements that they stand for. */
export function deniedReports(
  statements: readonly Draft[],
  events: readonly Draft[],
  reading: Reading,
): ReadonlyMap<Draft, Draft> {
  const denials = new Map<Draft, Draft>();
  for (const statement of statements) {
    if (!isBareDenial(statement, reading)) continue;
    const event = toldBefore(statement, events);
    if (event === null || holdsDetail(event, reading) || isOfOneVoice(statement, event)) continue;
    if (statements.some((other) => isBetween(other, event, statement))) continue;
    denials.set(statement, denialOf(statement, event));
  }
  return denials;
}

/** "the lawyer denied this", "Officials have denied the report": a verb, what takes something up, and no more. */
function isBareDenial(statement: Draft, reading: Reading): boolean {
  const { tokens, pack } = reading;
  const [from, to] = statement.range;
  if (pack.isVerbFinal) return isFinalDenial(from, to, reading);
  const verbs = pack.wordsIn("BAREDENYW");
  const taken = pack.wordsIn("DENIEDTHISW");
  const nots = pack.wordsIn("DENIEDNOTW");
  let at = from;
  while (at < to && !isOneOf(tokens, at, verbs)) {
    if (isOneOf(tokens, at, nots)) return false;
    at++;
  }
  if (at === from || at >= to) return false;
  let words = 0;
  for (let next = at + 1; next < to; next++) {
    if (tokens.kind[next] !== TOKEN.word) continue;
    if (!isOneOf(tokens, next, taken)) return false;
    words++;
  }
  return words > 0;
}

/** "The lawyer this report OBJECT denied": the same where the verb stands last, with what is denied right before it. */
function isFinalDenial(from: number, to: number, { tokens, pack }: Reading): boolean {
  const isIn = (name: string, at: number): boolean =>
    at >= from && isOneOf(tokens, at, pack.wordsIn(name));
  let end = to - 1;
  while (end > from && tokens.kind[end] !== TOKEN.word) end--;
  if (isOneOf(tokens, end - 1, pack.wordsIn("DENIEDVERBW"))) end--;
  if (!isIn("DENIEDVERBW", end) || !isIn("BAREDENYW", end - 1)) return false;
  if (!isIn("OBJECTMARK", end - 2) || !isIn("DENIEDTHISW", end - 3)) return false;
  const subject = isIn("DENIEDTHISW", end - 4) ? end - 4 : end - 3;
  const words = tokens.form.slice(from, subject);
  return words.length > 0 && !words.some((form) => pack.wordsIn("DENIEDNOTW").has(form));
}

/** The one event before the denial in its sentence, else in the sentence before; null where that tells of several. */
function toldBefore({ sentence, range }: Draft, events: readonly Draft[]): Draft | null {
  const own = events.filter((event) => event.sentence === sentence && event.anchor < range[0]);
  const last = own.length > 0 ? own : events.filter((event) => event.sentence === sentence - 1);
  const [event] = last;
  if (event === undefined || last.length > 1) return null;
  const isTold = event.modality === "happened" || event.modality === "unclear";
  return isTold && event.subsetOf === null ? event : null;
}

/** "was killed by thieves", "was executed for murder": that alone may be what is denied. */
function holdsDetail({ anchor, range: [from, to] }: Draft, { tokens, pack }: Reading): boolean {
  const details = pack.wordsIn("DENIEDDETAILW");
  return holdsOneOf(tokens, pack.isVerbFinal ? from : anchor, to, details);
}

/** "A was shot dead. Police said he fired first, but witnesses denied that." */
function isBetween({ range: [at] }: Draft, event: Draft, statement: Draft): boolean {
  return at > event.anchor && at < statement.range[0];
}

/** Whoever said it, or to whom it was done: "A was arrested for murder. He denies it." */
function isOfOneVoice({ speeches: own }: Draft, { speeches, persons }: Draft): boolean {
  const voice = own.at(-1)?.speaker.source ?? null;
  return (
    voice !== null &&
    (speeches.at(-1)?.speaker.source === voice || persons.some(({ name }) => name.name === voice))
  );
}

function denialOf(statement: Draft, event: Draft): Draft {
  const persons = event.persons.filter(({ role }) => CONCERNED.has(role));
  return changeDraft(statement, {
    kind: event.kind,
    modality: "negated",
    tier: "counted",
    persons,
    notes: [
      ...statement.notes,
      ...(persons.length === 0
        ? []
        : [{ code: "person-from-pronoun", level: "doubt", span: null } as const]),
    ],
  });
}
