/**
 * In: speeches and the drafts of events. Out: drafts of statements, calls and statistics.
 * A saying whose whole content is an event is that event with its speaker; all other sayings are statements.
 * Never: makes a statement of a quoted name, charge or slogan without a cue.
 */
import type { Draft, DraftPerson } from "./draft.ts";
import { type DraftContext, namesWithin, speechesOver } from "./makeDrafts.ts";
import type { Item } from "./items.ts";
import { toQuantity } from "./quantityOf.ts";
import type { Quote } from "./quotes.ts";
import type { SentenceReading, Speech, TokenRange } from "./speech.ts";
import { TOKEN } from "./tokens.ts";

/** Makes statements and calls of the speeches. */
export function draftStatements(events: readonly Draft[], statistics: readonly Draft[], context: DraftContext): Draft[] {
  return context.speeches.flatMap((speech) => draftsOf(speech, events, statistics, context));
}

function draftsOf(speech: Speech, events: readonly Draft[], statistics: readonly Draft[], context: DraftContext): Draft[] {
  if (speech.kind === "post") return [];
  if (speech.kind === "call") return callsOf(speech, context);
  const long = speech.quotes.filter((quote) => isStatement(quote, speech, context));
  const isMostlyQuote = long.some((quote) => coversContent(quote, speech));
  if (isMostlyQuote || (long.length > 0 && speech.kind === "chant")) {
    return speech.kind === "chant" ? [draft("statement", speech.whole, speech, context)] : long.map((quote) => draft("statement", [quote.from, quote.to], speech, context));
  }
  const holdsEvent = [...events, ...statistics].some((event) => event.tier !== "shown" ? inContents(event.anchor, speech) : event.quantity !== null && inContents(event.anchor, speech));
  if (speech.kind === "judge") return isBareJudgement(speech, context) ? [] : [draft("statement", wholeOf(speech, context), speech, context)];
  if (speech.kind === "according" && (holdsEvent || speech.contents.length === 0)) return [];
  if (holdsEvent && long.length === 0) return [];
  if (speech.kind === "quote") return [];
  if (speech.speaker.source === null && !speech.speaker.isUnnamed) return [];
  return [draft("statement", wholeOf(speech, context), speech, context)];
}

function isBareJudgement(speech: Speech, context: DraftContext): boolean {
  const [from, to] = speech.whole;
  return to - from < 4 || context.tokens.size === 0;
}

/** Words of a quotation that make it a clause rather than a name or a term. */
const CLAUSE_WORDS = 4;

function isStatement(quote: Quote, speech: Speech, context: DraftContext): boolean {
  let count = 0;
  for (let at = quote.from; at < quote.to; at++) if (context.tokens.kind[at] === TOKEN.word) count++;
  return count >= CLAUSE_WORDS || (speech.kind === "chant" && count >= 2);
}

/** The quotation is (nearly) all that is said. */
function coversContent(quote: Quote, speech: Speech): boolean {
  return speech.contents.some(([from, to]) => {
    const inside = Math.min(to, quote.to) - Math.max(from, quote.from);
    return inside > 0 && quote.from - from <= 2;
  });
}

function inContents(token: number, speech: Speech): boolean {
  return speech.contents.some(([from, to]) => from <= token && token < to);
}

function wholeOf(speech: Speech, context: DraftContext): TokenRange {
  let [from, to] = speech.whole;
  const { tokens } = context;
  while (to > from + 1 && isEndMark(tokens.form[to - 1] ?? "")) to--;
  while (from < to - 1 && (tokens.form[from] === "," || tokens.form[from] === "and")) from++;
  return [from, to];
}

function isEndMark(form: string): boolean {
  return form === "." || form === "," || form === "!" || form === "?" || form === ";" || form === ":";
}

/** The demand, or one call for each member of a list after a colon. */
function callsOf(speech: Speech, context: DraftContext): Draft[] {
  const whole = wholeOf(speech, context);
  const pieces = listPieces(speech, whole, context);
  return pieces.map((range) => ({ ...draft("call", range, speech, context), modality: callModality(range, context) }));
}

function callModality(range: TokenRange, context: DraftContext): Draft["modality"] {
  const stops = context.classes.stopOp;
  for (const reading of context.readings) {
    for (const item of reading.items) {
      if (item.from >= range[0] && item.to <= range[1] && stops[item.set] === 1 && context.classes.callOp[item.set] !== 1) {
        return hasTriggerAfter(reading, item, range, context) ? "called-to-stop" : "called-for";
      }
    }
  }
  return "called-for";
}

function hasTriggerAfter(reading: SentenceReading, from: Item, range: TokenRange, context: DraftContext): boolean {
  return reading.items.some((item) => item.from >= from.to && item.to <= range[1] && context.classes.trigger[item.set] === 1);
}

function listPieces(speech: Speech, whole: TokenRange, context: DraftContext): TokenRange[] {
  const { tokens } = context;
  const cueEnd = speech.cue?.[1] ?? whole[0];
  let colon = -1;
  for (let at = cueEnd; at < Math.min(whole[1], cueEnd + 8); at++) if (tokens.form[at] === ":") colon = at;
  if (colon < 0) return [whole];
  const cuts: number[] = [];
  for (let at = colon + 1; at < whole[1]; at++) {
    const form = tokens.form[at];
    if (form === "," || form === ";") cuts.push(at);
  }
  if (cuts.length === 0) return [whole];
  const pieces: TokenRange[] = [];
  let from = whole[0];
  for (const cut of [...cuts, whole[1]]) {
    let start = from;
    while (start < cut && (tokens.form[start] === "and" || tokens.form[start] === ",")) start++;
    if (cut - start > 1) pieces.push([start, cut]);
    from = cut + 1;
  }
  return pieces;
}

/** Author's demands: "the international community must act". */
export function draftDemands(context: DraftContext): Draft[] {
  const { classes, tokens } = context;
  const demanded = classes.of("DEMANDED");
  const found: Draft[] = [];
  for (const reading of context.readings) {
    const { items } = reading;
    for (let k = 1; k < items.length; k++) {
      if (classes.must[(items[k] as Item).set] !== 1) continue;
      let at = k - 1;
      while (at > 0 && classes.adverb[items[at]?.set ?? 0] === 1) at--;
      const subject = items[at] as Item;
      const isAddressee = demanded[subject.set] === 1 || subject.group?.type === "institution" || subject.name?.type === "organisation" || (subject.name?.type === "place") || holdsDemanded(subject, context);
      if (!isAddressee) continue;
      let start = at;
      while (start > 0 && isNounPart(items[start - 1] as Item, context)) start--;
      const last = items[items.length - 1] as Item;
      let end = last.to;
      while (end > subject.to && isEndMark(tokens.form[end - 1] ?? "")) end--;
      const range: TokenRange = [(items[start] as Item).from, end];
      const speeches = speechesOver((items[k] as Item).from, context.speeches);
      found.push({ ...blank("call", range, reading.index), anchor: (items[k] as Item).from, speeches, modality: callModality(range, context), persons: otherPersons(range, context), rows: ["call.must"] });
      break;
    }
  }
  return found;
}

function holdsDemanded(item: Item, context: DraftContext): boolean {
  const head = item.group?.head;
  return head != null && context.pack.demanded.has(head);
}

function isNounPart(item: Item, context: DraftContext): boolean {
  const { classes } = context;
  return classes.determiner[item.set] === 1 || (classes.adjective[item.set] === 1 && item.period === null) || classes.of("ORG", "PLACE", "POSS")[item.set] === 1;
}

/** Drafts of figures that are not events. */
export function draftStatistics(events: readonly Draft[], bases: readonly { index: number; items: readonly Item[]; string: string }[], context: DraftContext): Draft[] {
  const { tokens, pack } = context;
  const found: Draft[] = [];
  for (const { index, items, string } of bases) {
    const taken: TokenRange[] = [];
    for (const row of pack.statistics) {
      for (const match of row.compiled?.find(string) ?? []) {
        const first = items[match.from] as Item;
        const last = items[match.to - 1] as Item;
        const range: TokenRange = [first.from, last.to];
        if (taken.some(([from, to]) => from < range[1] && range[0] < to)) continue;
        const numeral = items[match.parts["q"]?.[0] ?? -1];
        if (numeral !== undefined && events.some((event) => event.quantity?.span.start === tokens.start[numeral.from])) continue;
        if (events.some((event) => event.sentence === index && event.anchor >= range[0] && event.anchor < range[1] && event.tier === "counted")) continue;
        taken.push(range);
        const extended = extend(range, items, match.to, context);
        const period = items.find((item) => item.period !== null && item.period.kind !== "duration" && item.from >= extended[0] - 8 && item.to <= extended[1] + 6)?.period ?? null;
        found.push({
          ...blank(row.kind, extended, index),
          anchor: numeral?.from ?? first.from,
          quantity: numeral?.quantity == null ? null : toQuantity(numeral.quantity, tokens, null, period?.per ?? null),
          period,
          places: namesWithin(context.names, extended).filter((name) => name.type === "place"),
          speeches: speechesOver(numeral?.from ?? first.from, context.speeches),
          persons: otherPersons(extended, context),
          tier: numeral === undefined ? "shown" : "counted",
          rows: [row.id],
        });
      }
    }
  }
  return found;
}

function extend(range: TokenRange, items: readonly Item[], at: number, context: DraftContext): TokenRange {
  let end = at;
  const { classes } = context;
  while (end < items.length && end < at + 10) {
    const set = items[end]?.set ?? 0;
    if (classes.comma[set] === 1 || classes.stop[set] === 1 || classes.and[set] === 1 || classes.subordinator[set] === 1 || classes.quoteClose[set] === 1 || classes.quoteOpen[set] === 1 || classes.cue[set] === 1 || classes.dash[set] === 1) break;
    end++;
  }
  return [range[0], items[end - 1]?.to ?? range[1]];
}

function blank(kind: Draft["kind"], range: TokenRange, sentence: number): Draft {
  return {
    kind,
    range,
    anchor: range[0],
    sentence,
    quantity: null,
    period: null,
    places: [],
    speeches: [],
    modality: "happened",
    hedge: null,
    persons: [],
    stage: null,
    tier: "shown",
    subsetOf: null,
    notes: [],
    rows: [],
  };
}

function draft(kind: "statement" | "call", range: TokenRange, speech: Speech, context: DraftContext): Draft {
  const anchor = speech.contents[0]?.[0] ?? range[0];
  const outer = speechesOver(anchor, context.speeches).filter((other) => other !== speech && other.speaker.range[0] !== speech.speaker.range[0] && contains(other, speech));
  const persons: DraftPerson[] = [];
  const speaker = speech.speaker.name;
  if (speaker?.type === "person") persons.push({ name: speaker, role: "speaker" });
  for (const person of otherPersons(range, context)) {
    if (!persons.some((known) => known.name.name === person.name.name)) persons.push(person);
  }
  return {
    ...blank(kind, range, speech.sentence),
    anchor,
    speeches: [...outer, speech],
    persons,
    modality: kind === "call" ? "called-for" : "happened",
    tier: "shown",
    rows: [`speech.${speech.kind}`],
  };
}

function contains(outer: Speech, inner: Speech): boolean {
  return outer.contents.some(([from, to]) => from <= inner.speaker.range[0] && inner.speaker.range[1] <= to);
}

function otherPersons(range: TokenRange, context: DraftContext): DraftPerson[] {
  return namesWithin(context.names, range)
    .filter((name) => name.type === "person")
    .map((name) => ({ name, role: name.isTitleOfficial ? ("official" as const) : ("other" as const) }));
}
