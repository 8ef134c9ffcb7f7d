/**
 * In: a line and a place in it. Out: the noun phrase that ends or begins there, with what is attached to it.
 * Never: says whether it speaks.
 */
import { changePhrase, chunkEnd, chunkStart, isMark, type NounPhrase } from "./nounPhrase.ts";
import {
  type CueClasses,
  is,
  isPronoun,
  isVerbal,
  leadsOn,
  type Line,
  skipBack,
} from "./speechCues.ts";
import { hasEnding } from "./speechWords.ts";

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
    if (isDoing(line, before, cues)) {
      to = before;
      continue;
    }
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
    // "who was arrested and his lawyer said": another clause.
    if (steps === 0 && is(line, before, cues.conjunction) && !line.pack.isVerbFinal) return here;
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

/** "A group |monitoring| Iran said", "a lawyer |representing| A said": a noun right before says who does it. */
function isDoing(line: Line, at: number, cues: CueClasses): boolean {
  const { items, tokens, pack } = line;
  const item = items[at];
  const who = items[at - 1]?.group ?? null;
  if (pack.isVerbFinal || item === undefined || item.group !== null || item.name !== null)
    return false;
  if (who === null || who.type === "pronoun" || is(line, at, cues.any)) return false;
  // "After a court ruling Amnesty said": behind a preposition it is no speaker.
  const start = chunkStart(line, at, cues);
  if (is(line, at, cues.noun) || start < 0 || is(line, start - 1, cues.preposition)) return false;
  return hasEnding(tokens.form[item.to - 1] ?? "", "ING", pack);
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
  let isRelative = false;
  while (end < line.items.length && end < comma + 12) {
    if (
      is(line, end, cues.comma) ||
      is(line, end, cues.stop) ||
      is(line, end, cues.quoteOpen) ||
      (is(line, end, cues.aux) && !isRelative)
    )
      break;
    isRelative ||= is(line, end, cues.relative) && !line.pack.isVerbFinal;
    end++;
  }
  return end > comma + 1 ? [comma + 1, end] : null;
}
