/**
 * In: a noun phrase right before a cue. Out: the phrase that opens the clause, where the first stands inside a participle of it
 * ("|The mother of a man| stabbed to death after leaving a party says").
 * Never: passes a mark, a finite verb, a conjunction or another voice.
 */
import { changePhrase, isMark, type NounPhrase } from "./nounPhrase.ts";
import { type CueClasses, is, type Line } from "./speechCues.ts";

/** The phrase at which the clause opens, or null where the phrase itself may speak. */
export function openerOf(line: Line, phrase: NounPhrase, cues: CueClasses): NounPhrase | null {
  if (line.pack.isVerbFinal || phrase.from < 3) return null;
  if (!is(line, phrase.from - 1, cues.preposition) && !isGerund(line, phrase.from - 1)) return null;
  let participle = -1;
  let from = phrase.from - 1;
  for (; from >= 0 && (isDeed(line, from, cues) || !isMark(line, from, cues)); from--) {
    if (isBar(line, from, cues)) return null;
    if (isReduced(line, from, cues)) participle = from;
  }
  const opening = line.items[from + 1]?.group;
  if (participle < from + 2 || opening?.type !== "noun") return null;
  return changePhrase(phrase, { from: from + 1, headFrom: from + 1, headTo: participle });
}

/** "after leaving": a preposition of what somebody did. */
function isDeed(line: Line, at: number, cues: CueClasses): boolean {
  return (
    is(line, at, cues.subordinator) && is(line, at, cues.preposition) && isGerund(line, at + 1)
  );
}

/** What ends a reduced clause: a finite verb, a conjunction, a relative, another verb of saying. */
function isBar(line: Line, at: number, cues: CueClasses): boolean {
  return (
    is(line, at, cues.aux) ||
    is(line, at, cues.any) ||
    is(line, at, cues.conjunction) ||
    is(line, at, cues.but) ||
    is(line, at, cues.relative) ||
    is(line, at, cues.quoteOpen) ||
    is(line, at, cues.quoteClose)
  );
}

/** "killed in", "jailed for", "accused of": a participle without its object behind it. */
function isReduced(line: Line, at: number, cues: CueClasses): boolean {
  const classes = line.items[at]?.entry?.classes ?? [];
  const isPart = classes.some((name) => PARTICIPLES.has(name)) || is(line, at, cues.participle);
  const next = line.items[at + 1];
  const isGroup = next?.group != null || next?.name != null || next?.quantity != null;
  return isPart && !isGroup && !is(line, at + 1, cues.determiner);
}

const PARTICIPLES: ReadonlySet<string> = new Set(["T.part", "ACCUSEX"]);

function isGerund(line: Line, at: number): boolean {
  const classes = line.items[at]?.entry?.classes ?? [];
  return classes.some((name) => GERUNDS.has(name));
}

const GERUNDS: ReadonlySet<string> = new Set(["T.ing", "ING", "WITHW"]);
