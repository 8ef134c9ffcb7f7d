/**
 * In: a cue verb in a line. Out: the noun phrase that speaks, with its head, before the verb or behind it.
 * Never: takes a noun inside a prepositional phrase for the speaker while a head stands before it.
 */
import { nameBehindComma } from "./speechNames.ts";
import { changePhrase, chunkEnd, chunkStart, isMark, type NounPhrase } from "./nounPhrase.ts";
import {
  type CueClasses,
  is,
  isClosed,
  isPronoun,
  isVerbal,
  leadsOn,
  type Line,
  skipBack,
} from "./speechCues.ts";

/** Start of the verb group that ends in the verb at `k`. */
export function verbStart(line: Line, k: number, cues: CueClasses): number {
  return skipBack(line, k - 1, cues.aux, cues.adverb) + 1;
}

/** The subject before the verb group that begins at `start`, or null. */
export function subjectBefore(line: Line, start: number, cues: CueClasses): NounPhrase | null {
  let i = skipBack(line, start - 1, cues.time, cues.adverb);
  if (i < 0) return null;
  if (is(line, i, cues.relative) && !isFreeRelative(line, i)) {
    const isThing = cues.whichWord[line.items[i]?.set ?? 0] === 1;
    i = skipBack(line, i - 1, cues.comma, cues.preposition);
    const whose = i < 0 ? null : phraseEnding(line, i + 1, cues);
    return isThing && !isSpokenFor(line, whose) ? null : whose;
  }
  if (is(line, i, cues.comma) || is(line, i, cues.dash) || is(line, i, cues.close))
    return besideAside(line, i, cues);
  // `X, head of the “Alborz Union,” said`: the comma stands within the marks.
  if (is(line, i, cues.quoteClose) && is(line, i - 1, cues.comma) && nameOpening(line, i, cues) > 0)
    return besideAside(line, i - 1, cues);
  const phrase = phraseEnding(line, i + 1, cues);
  if (phrase === null) return null;
  return gatheredBefore(line, phrase, cues) ?? besideName(line, phrase, cues) ?? phrase;
}

/** "Relatives gathered outside the prison said": those who stood there speak, not the prison. */
function gatheredBefore(line: Line, phrase: NounPhrase, cues: CueClasses): NounPhrase | null {
  const last = line.items[phrase.from - 1];
  const isOneWord = last !== undefined && last.to - last.from > 1;
  const verb = isOneWord ? phrase.from - 1 : phrase.from - 2;
  if (line.pack.isVerbFinal || verb < 1) return null;
  if (!isOneWord && !is(line, phrase.from - 1, cues.preposition)) return null;
  if (is(line, phrase.from - 1, cues.by) || is(line, phrase.from - 1, cues.of)) return null;
  const isVerb =
    (is(line, verb, cues.participle) || (isOneWord && is(line, verb, cues.finite))) &&
    !is(line, verb, cues.any);
  if (!isVerb || line.items[verb]?.group != null || line.items[verb]?.name != null) return null;
  const whose = phraseEnding(line, verb, cues);
  return whose !== null && isOpening(line, whose.from, cues) ? whose : null;
}

/** "a report which says", "the union, which says"; of "crimes, which refers to" nothing speaks. */
function isSpokenFor(line: Line, phrase: NounPhrase | null): boolean {
  const head = line.items[(phrase?.headTo ?? 0) - 1];
  const type = head?.group?.type ?? null;
  return (
    head?.name != null ||
    type === "institution" ||
    type === "person" ||
    head?.entry?.classes.some((name) => SPEAKING.has(name)) === true
  );
}

const SPEAKING: ReadonlySet<string> = new Set(["CUE.noun", "CUE.orgnoun", "CUE.evidence", "INST"]);

/** `"…," X, district police chief told`: the office stands behind the name though no comma closes it. */
function besideName(line: Line, phrase: NounPhrase, cues: CueClasses): NounPhrase | null {
  const at = phrase.from - 2;
  const name = line.items[at]?.group ?? null;
  if (at < 0 || !is(line, at + 1, cues.comma) || name?.type !== "person") return null;
  const head = line.items[phrase.headTo - 1];
  const isOffice = head?.group?.type === "noun" && !is(line, phrase.from, cues.determiner);
  if (!isOffice || isClosed(line, phrase.from) || !is(line, at - 1, cues.quoteClose)) return null;
  return { from: at, to: at + 1, headFrom: at, headTo: at + 1, aside: [phrase.from, phrase.to] };
}

/** "what police said", "who knows": the relative word has no noun before it. */
function isFreeRelative(line: Line, at: number): boolean {
  return at === 0;
}

/** `X, a lawyer, said`: steps over what stands between the marks; `X, said` has one mark too many. */
function besideAside(line: Line, close: number, cues: CueClasses): NounPhrase | null {
  const apposed = line.items[close - 1]?.group ?? null;
  const end = line.items[close - 1]?.to ?? 0;
  const [person] = apposed?.persons ?? [];
  const served = phraseEnding(line, close, cues);
  if (served !== null && isNameBehind(line, close - 1, cues) && served.headTo < close)
    return changePhrase(served, { headFrom: close - 1, headTo: close });
  if (
    apposed?.persons.length === 1 &&
    person !== undefined &&
    (apposed.head !== null || end > person.to)
  )
    return phraseEnding(line, close, cues);
  const marks = is(line, close, cues.dash)
    ? cues.dash
    : is(line, close, cues.close)
      ? cues.open
      : cues.comma;
  const inner = nameOpening(line, close + 1, cues);
  for (let open = (inner > 0 ? inner : close) - 1, tries = 0; open > 0 && tries < 3; open--) {
    if (is(line, open, cues.stop) || (is(line, open, cues.dash) && marks !== cues.dash))
      return null;
    const opening = nameOpening(line, open, cues);
    if (opening > 0) {
      open = opening;
      continue;
    }
    if (is(line, open, cues.quoteClose) || is(line, open, cues.quoteOpen)) return null;
    if (!is(line, open, marks)) continue;
    tries++;
    if (open === close - 1) continue;
    const before = skipBack(line, open - 1, cues.time);
    const phrase = phraseEnding(line, before + 1, cues);
    if (phrase === null || !isOpening(line, phrase.from, cues)) continue;
    return changePhrase(phrase, { aside: [open + 1, close] });
  }
  // "the media building, Inter Services Public Relations (ISPR), said": a body's name alone, whatever it stands beside.
  const isBody = line.items[close - 1]?.name?.type === "organisation";
  const isAlone = close === 1 && apposed?.type === "person";
  return marks === cues.comma && !isBody && !isAlone ? null : phraseEnding(line, close, cues);
}

/** Where the quotation opens that closes at an item and is a name in marks (“Alborz Union”): few words, no verb; -1 else. */
function nameOpening(line: Line, close: number, cues: CueClasses): number {
  if (!is(line, close, cues.quoteClose)) return -1;
  for (let at = close - 1; at > Math.max(0, close - QUOTED_NAME); at--) {
    if (is(line, at, cues.quoteOpen)) return at;
    if (is(line, at, cues.stop) || is(line, at, cues.any) || is(line, at, cues.aux)) return -1;
  }
  return -1;
}

/** Items of a name in quotation marks. */
const QUOTED_NAME = 12;

/** "A lawyer for the family, X, said", "the mother of A, X, said": the name behind the comma is that of the first noun. */
function isNameBehind(line: Line, at: number, cues: CueClasses): boolean {
  const group = line.items[at]?.group ?? null;
  if (group === null || line.pack.isVerbFinal || !isPreposition(line, at - 1, cues)) return false;
  if (group.type === "list") return nameBehindComma(line, at) !== null;
  const head = group.head?.split(" ").at(-1) ?? "";
  return (
    group.type === "person" &&
    group.persons.length === 1 &&
    (group.persons[0]?.to ?? 0) === line.items[at]?.to &&
    (line.pack.wordsIn("FOLK").has(head) || isPluralNoun(head, line.pack))
  );
}

function isPluralNoun(head: string, { plurals }: Line["pack"]): boolean {
  return (
    plurals.words.has(head) ||
    (plurals.suffixes.some((suffix) => head.endsWith(suffix)) && !plurals.singulars.has(head))
  );
}

function isPreposition(line: Line, at: number, cues: CueClasses): boolean {
  return is(line, at, cues.preposition) || leadsOn(line, at);
}

/** The phrase opens a clause: nothing before it, or a mark, a time or a conjunction. */
function isOpening(line: Line, from: number, cues: CueClasses): boolean {
  const before = from - 1;
  if (before < 0) return true;
  return (
    is(line, before, cues.comma) ||
    is(line, before, cues.stop) ||
    is(line, before, cues.dash) ||
    is(line, before, cues.quoteClose) ||
    is(line, before, cues.quoteOpen) ||
    is(line, before, cues.time) ||
    is(line, before, cues.adverb) ||
    is(line, before, cues.conjunction) ||
    is(line, before, cues.but) ||
    is(line, before, cues.subordinator) ||
    is(line, before, cues.thatWord) ||
    is(line, before, cues.close) ||
    is(line, before, cues.noun)
  );
}

/** The noun phrase that ends before item `end`, walked back over what is attached to it, or null. */
export function phraseEnding(line: Line, end: number, cues: CueClasses): NounPhrase | null {
  let to = end;
  let best: NounPhrase | null = null;
  for (let steps = 0; steps < 8; steps++) {
    const from = chunkStart(line, to, cues);
    if (from < 0) return best;
    const here: NounPhrase = { from, to: end, headFrom: from, headTo: to, aside: null };
    const before = from - 1;
    if (before < 0 || isPronoun(line, from)) return here;
    // "ended a sit-in after officials promised": the clause opens here.
    if (steps === 0 && is(line, before, cues.subordinator) && is(line, end, cues.any)) return here;
    if (
      (is(line, before, cues.preposition) || leadsOn(line, before)) &&
      !is(line, before, cues.conjunction)
    ) {
      best ??= here;
      const left = skipBack(line, before - 1, cues.time, cues.preposition, cues.adverb);
      const postmodified = isParticiple(line, left, cues) ? left - 1 : left;
      if (postmodified < 0 || isMark(line, postmodified, cues)) return best;
      to = postmodified + 1;
      continue;
    }
    if (
      is(line, before, cues.conjunction) &&
      chunkStart(line, before, cues) >= 0 &&
      !isPronoun(line, before - 1)
    ) {
      const joined = phraseEnding(line, before, cues);
      if (joined !== null && !isAfterVerb(line, joined.from, cues))
        return changePhrase(joined, { to: end, headTo: to, aside: null });
      return here;
    }
    const relative = relativeBefore(line, before, cues);
    if (relative > 0 && relative < before) {
      to = skipBack(line, relative - 1, cues.comma, cues.preposition) + 1;
      continue;
    }
    return here;
  }
  return best;
}

function isAfterVerb(line: Line, from: number, cues: CueClasses): boolean {
  const before = skipBack(line, from - 1, cues.adverb);
  return (
    is(line, before, cues.aux) ||
    (is(line, before, cues.finite) && !is(line, before, cues.noun)) ||
    is(line, before, cues.participle)
  );
}

/** Index of the relative word whose clause holds `at`, or -1. */
function relativeBefore(line: Line, at: number, cues: CueClasses): number {
  for (let i = at; i > 0; i--) {
    if (is(line, i, cues.relative))
      return is(line, i, cues.thatWord) && is(line, i - 1, cues.any) ? -1 : i;
    if (
      is(line, i, cues.comma) ||
      is(line, i, cues.stop) ||
      is(line, i, cues.quoteClose) ||
      is(line, i, cues.quoteOpen)
    )
      return -1;
  }
  return -1;
}

function isParticiple(line: Line, at: number, cues: CueClasses): boolean {
  return is(line, at, cues.participle) || is(line, at, cues.quoting) || isVerbal(line, at);
}

/** The noun phrase that begins at item `at` (behind a cue), or null. */
export function phraseBeginning(line: Line, at: number, cues: CueClasses): NounPhrase | null {
  if (isPronoun(line, at))
    return { from: at, to: at + 1, headFrom: at, headTo: at + 1, aside: null };
  const head = chunkEnd(line, at, cues);
  if (head < 0) return null;
  let to = head;
  for (let steps = 0; steps < 6; steps++) {
    const next = to;
    const isJoin = is(line, next, cues.conjunction);
    const isAttached =
      (is(line, next, cues.preposition) || leadsOn(line, next)) &&
      !is(line, next, cues.subordinator);
    const isModified =
      isParticiple(line, next, cues) &&
      (is(line, next + 1, cues.preposition) || is(line, next + 1, cues.by));
    const isMade = is(line, next, cues.according) && is(line, next - 1, cues.noun);
    if (is(line, next, cues.open)) {
      const beyond = bracketed(line, next, cues);
      if (beyond < 0) break;
      to = beyond;
      continue;
    }
    if (!isJoin && !isAttached && !isModified && !isMade) break;
    const end = chunkEnd(line, isModified ? next + 2 : next + 1, cues);
    if (end < 0) break;
    to = end;
  }
  const aside = asideAfter(line, to, cues);
  const named = bracketed(line, head, cues);
  return {
    from: at,
    to,
    headFrom: named > head ? head + 1 : at,
    headTo: named > head ? named : head,
    aside,
  };
}

/** `officer (SDPO) Anil Tripathi`, `Colonel (ret.) Ameri`: where the name behind the bracket ends, or -1. */
function bracketed(line: Line, open: number, cues: CueClasses): number {
  if (!is(line, open, cues.open)) return -1;
  for (let i = open + 1; i < Math.min(line.items.length, open + 5); i++) {
    if (!is(line, i, cues.close)) continue;
    return is(line, i + 1, cues.name) ? chunkEnd(line, i + 1, cues) : -1;
  }
  return -1;
}

/** `, a lawyer` behind a name: up to the next mark. */
function asideAfter(line: Line, comma: number, cues: CueClasses): readonly [number, number] | null {
  if (!is(line, comma, cues.comma)) return null;
  let end = comma + 1;
  while (end < line.items.length && end < comma + 12) {
    if (
      is(line, end, cues.comma) ||
      is(line, end, cues.stop) ||
      is(line, end, cues.quoteOpen) ||
      is(line, end, cues.aux)
    )
      break;
    end++;
  }
  return end > comma + 1 ? [comma + 1, end] : null;
}

/** `TEL AVIV (Agency) - Thousands …`: the mark behind a place and an agency. */
function isDatelineMark(line: Line, at: number, cues: CueClasses): boolean {
  if (!is(line, at, cues.dash) || at === 0 || at > DATELINE_REACH) return false;
  let isOpen = false;
  for (let i = 0; i < at; i++) {
    if (is(line, i, cues.open)) isOpen = true;
    const isHead = is(line, i, cues.place) || is(line, i, cues.name) || is(line, i, cues.time);
    if (!isOpen && !isHead && !is(line, i, cues.comma)) return false;
    if (is(line, i, cues.close)) isOpen = false;
  }
  return true;
}

/** Items that a dateline may have. */
const DATELINE_REACH = 8;

/** First noun phrase before `limit` at which a clause opens. */
export function firstPhrase(
  line: Line,
  limit: number,
  { cues }: { readonly cues: CueClasses },
): NounPhrase | null {
  let from = 0;
  for (let i = limit - 1; i >= 0; i--) {
    if (isDatelineMark(line, i, cues)) {
      from = i + 1;
      break;
    }
    if (
      is(line, i, cues.semicolon) ||
      is(line, i, cues.colon) ||
      is(line, i, cues.quoteClose) ||
      is(line, i, cues.quoteOpen) ||
      is(line, i, cues.but)
    ) {
      from = i + 1;
      break;
    }
  }
  for (let i = from; i < limit; i++) {
    if (is(line, i, cues.preposition) || is(line, i, cues.subordinator)) {
      const end =
        is(line, i, cues.subordinator) && !is(line, i, cues.preposition)
          ? -1
          : phraseBeginning(line, i + 1, cues)?.to;
      if (end === undefined || end < 0) continue;
      i = end - 1;
      continue;
    }
    const phrase = phraseBeginning(line, i, cues);
    if (phrase === null) continue;
    return phrase.to < limit ? phrase : null;
  }
  return null;
}
