/**
 * In: a sentence with its groups. Out: events: trigger, kind, those concerned, agent, modality, and their words.
 * Frames are tried by priority; a trigger is taken by the first that fits.
 * Never: turns a word that a refusal row disowns into an event.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import { type ClauseClasses, clauseEnd, findSubject, skipLeft } from "./clause.ts";
import type { Item } from "./items.ts";
import { readModality } from "./modality.ts";
import type { Frame, LanguagePack, RefusalRow, TriggerRow } from "./pack.ts";
import type { PatternMatch } from "./pattern.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

/** An event as read from one sentence; item indices point into the sentence's items. */
export type ReadEvent = {
  readonly sentence: number;
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly hedge: Item | null;
  readonly operator: Item | null;
  /** First and last item (exclusive) of the words of the event. */
  readonly from: number;
  readonly to: number;
  readonly trigger: number;
  readonly victims: readonly number[];
  readonly agent: number;
  /** Item that holds the number, when it is not a victim's ("128 executions"). */
  readonly count: number;
  readonly possessive: number;
  readonly stage: string | null;
  readonly tier: "counted" | "shown";
  readonly isWeak: boolean;
  readonly rows: readonly string[];
  /** Subset of another event's group ("including four women"). */
  readonly subsetOf: ReadEvent | null;
};

export type EventContext = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
  readonly tables: EventTables;
  /** Whether the document, the sentence or its neighbours hold a word of a class. */
  readonly holds: (reading: SentenceReading, requirement: string) => boolean;
};

export type EventTables = ReturnType<typeof makeEventTables>;

/** Tables for events of a language. */
export function makeEventTables(classes: ClauseClasses) {
  const { of } = classes;
  return {
    accepts: of("GROUP", "QTY"),
    subjects: of("GROUP", "QTY", "NAME"),
    bareNoun: of("LOWER", "CAP"),
    opensNoun: of("INDEF", "POSSP", "DEF"),
    modifier: of("ADJ", "LOWER", "ED", "CAP"),
    determiner: of("DET", "POSSP", "ADJ", "ED", "LOWER", "DEF"),
    agent: of("GROUP", "ORG", "NAME", "PLACE", "AGENTISH", "PRON"),
    trigger: classes.trigger,
    trend: of("TREND"),
    nominalOk: of("DET", "ADJ", "LOWER", "ED", "CAP", "ING"),
    including: classes.including,
    plural: of("T.noun"),
    frameWords: of("SENTN", "DEATHSENT", "UPHOLD", "SENTENCE", "DEADN", "HURTN", "TOLLN", "DEATHTOLL", "FOUNDDEAD", "PRISONTERM", "LIVES", "CARRIED", "TODEATHP", "DEADP", "BODIES"),
    nounStart: of("SENTN", "DEATHSENT", "TREND", "DEATHTOLL"),
  };
}

/** Finds the events of a sentence. */
export function findEvents(reading: SentenceReading, context: EventContext): ReadEvent[] {
  const { items, string } = reading;
  if (!items.some((item) => context.tables.trigger[item.set] === 1 || item.group?.inner.length) && !hasFrameWords(items, context)) return [];
  const taken = new Uint8Array(items.length);
  const events: ReadEvent[] = [];
  for (const frame of context.pack.frames) {
    if (frame.row.weak === true) continue;
    for (const match of frame.pattern.find(string)) {
      const event = tryFrame(reading, frame, match, taken, context);
      if (event === null) continue;
      taken[event.trigger] = 1;
      events.push(event);
    }
  }
  for (const frame of context.pack.frames) {
    if (frame.row.weak !== true) continue;
    for (const match of frame.pattern.find(string)) {
      const event = tryFrame(reading, frame, match, taken, context);
      if (event === null) continue;
      taken[event.trigger] = 1;
      events.push(event);
    }
  }
  events.push(...attributiveEvents(reading, events, context));
  const withoutDoubles = dropDoubles(events);
  return [...withoutDoubles, ...withoutDoubles.flatMap((event) => subsetsOf(event, reading, context))].sort(
    (a, b) => a.trigger - b.trigger || a.from - b.from,
  );
}

function hasFrameWords(items: readonly Item[], context: EventContext): boolean {
  const members = context.tables.frameWords;
  return items.some((item) => members[item.set] === 1);
}

function tryFrame(
  reading: SentenceReading,
  frame: Frame,
  match: PatternMatch,
  taken: Uint8Array,
  context: EventContext,
): ReadEvent | null {
  const { items } = reading;
  const { row } = frame;
  const trigger = match.parts["t"]?.[0] ?? -1;
  if (trigger < 0 || taken[trigger] === 1) return null;
  const triggerItem = items[trigger] as Item;
  const triggerRow = row.kind === undefined ? rowOf(triggerItem, frame.forms, context) : null;
  if (row.kind === undefined && triggerRow === null) return null;
  const kind = row.kind ?? (triggerRow as TriggerRow).kind;
  if (row.requires !== undefined && !context.holds(reading, row.requires)) return null;
  if (triggerRow !== null && !isAllowed(reading, trigger, triggerRow, context)) return null;
  if (row.auxless === true && isActiveUse(items, trigger, context)) return null;
  if (row.actor === true && !ACTOR_KINDS.has(kind)) return null;
  if (row.victim === "capture" && match.parts["v"] === undefined && row.kind === undefined) return null;
  const start = match.from;
  const captured = match.parts["v"];
  let victims: number[] = [];
  let subject = -1;
  if (row.victim === "subject" || row.victim === "around" || row.victim === "either") {
    if (row.victim === "either" && captured !== undefined) victims = range(captured);
    else {
      subject = findSubject(items, start, context.classes, { auxless: row.auxless === true, accepts: context.tables.subjects });
      victims = subject >= 0 ? [subject] : invertedSubject(items, match.to, row.id, context);
      if (row.victim === "around" && captured !== undefined) {
        victims = range(captured);
        subject = -1;
      } else if (row.victim === "around") {
        victims = around(items, match, context);
        subject = -1;
      }
    }
  } else if (row.victim === "capture" && captured !== undefined) victims = range(captured);
  if (victims.length === 0 && row.victim === "subject" && NEEDS_VICTIM.has(kind)) victims = bareSubject(items, start, context);
  victims = victims.filter((index) => isVictim(items[index], kind, context));
  const needsVictim = row.victim === "subject" && row.kind === undefined && NEEDS_VICTIM.has(kind);
  if ((row.auxless === true || needsVictim) && victims.length === 0 && !isHeadlineLike(reading, context)) return null;
  if (triggerRow?.needs === "count" && victims.every((index) => quantityOf(items[index]) === null) && match.parts["q"] === undefined) return null;
  let agent = -1;
  if (row.agent === "subject") {
    agent = findSubject(items, start, context.classes, { auxless: false, accepts: context.tables.agent });
    subject = agent;
  } else if (row.agent === "by") agent = byAgent(items, match.to, context);
  const found = readModality(items, start, trigger, subject >= 0 ? subject : -1, context.classes);
  const isOpen = found.operator === null && isUnreal(items, start, trigger, context);
  const modality = isOpen ? "unclear" : modalityOf(kind, found.modality, row.modality ?? triggerRow?.modality ?? null);
  if (isOpen) return null;
  if (row.weak === true && !isTellingNoun(items, trigger, kind, modality, context)) return null;
  if (modality === "called-for" || modality === "called-to-stop") return null;
  const told = kind === "execution" && IMPENDING.has(modality) && !isNounTrigger(triggerItem) ? "imminent-execution" : kind;
  const from = leftEdge(items, Math.min(start, ...victims, ...(row.agent === "subject" && agent >= 0 ? [agent] : [])), context);
  const to = rightEdge(items, Math.max(match.to, trigger + 1, ...victims.map((index) => index + 1)), context);
  return {
    sentence: reading.index,
    kind: told,
    modality,
    hedge: found.hedge,
    operator: found.operator,
    from,
    to,
    trigger,
    victims,
    agent,
    count: match.parts["q"]?.[0] ?? -1,
    possessive: row.victim === "possessive" ? (captured?.[0] ?? -1) : -1,
    stage: row.stage ?? null,
    tier: row.tier ?? triggerRow?.tier ?? "counted",
    isWeak: row.weak === true,
    rows: [row.id, ...(triggerRow === null ? [] : [triggerRow.id])],
    subsetOf: null,
  };
}

/** Kinds of acts on people: a passive without one of them for its subject tells of something else. */
const NEEDS_VICTIM: ReadonlySet<ClaimKind> = new Set([
  "execution", "death-sentence", "imminent-execution", "killing", "injury", "arrest", "torture", "enforced-disappearance",
  "corporal-punishment", "release", "clemency",
]);

/** Kinds whose agents are what is told: a protest has no victim. */
const ACTOR_KINDS: ReadonlySet<ClaimKind> = new Set(["protest", "strike", "other-abuse"]);

function range([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}


/** The trigger row of an item, for one of the forms that the frame asks for. */
function rowOf(item: Item, forms: readonly string[], context: EventContext): TriggerRow | null {
  if (item.entry === null) return null;
  const known = context.pack.triggersByWords.get(item.entry.words);
  return known?.find(({ form }) => forms.includes(form))?.row ?? null;
}

function isAllowed(reading: SentenceReading, trigger: number, row: TriggerRow, context: EventContext): boolean {
  if (row.requires !== undefined && !context.holds(reading, row.requires)) return false;
  const refusals = context.pack.refusals.get(row.id);
  return refusals === undefined || !refusals.some((refusal) => isRefused(reading, trigger, refusal, context));
}

function isRefused(reading: SentenceReading, trigger: number, refusal: RefusalRow, context: EventContext): boolean {
  const item = reading.items[trigger] as Item;
  const { tokens } = context;
  return refusal.words.some((words) => {
    const forms = words.split(" ");
    if (refusal.where === "after") return forms.every((form, i) => tokens.form[item.to + i] === form);
    return forms.every((form, i) => tokens.form[item.from - forms.length + i] === form);
  });
}

/** A participle without auxiliary that has its object behind it is active ("gunmen killed three"). */
function isActiveUse(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const item = items[trigger] as Item;
  const isPast = item.entry?.classes.includes("T.past") === true;
  if (!isPast) return false;
  let next = trigger + 1;
  while (next < items.length && context.classes.adverb[items[next]?.set ?? 0] === 1) next++;
  const after = items[next];
  return after !== undefined && context.tables.accepts[after.set] === 1;
}

function isHeadlineLike(reading: SentenceReading, context: EventContext): boolean {
  return reading.items.length <= 3 && context.classes.group[reading.items[0]?.set ?? 0] === 1;
}

/** "My client was executed", "Some 1,000 rioters were held": a noun that no row lists, right before the verb. */
function bareSubject(items: readonly Item[], start: number, context: EventContext): number[] {
  const { classes, tables } = context;
  const last = skipLeft(items, start - 1, classes.adverb);
  const head = items[last];
  if (head === undefined || tables.bareNoun[head.set] !== 1) return [];
  for (let at = last - 1; at >= Math.max(0, last - 4); at--) {
    const { set } = items[at] as Item;
    if (classes.quantity[set] === 1) return [at];
    if (tables.opensNoun[set] === 1) return [last];
    if (tables.modifier[set] !== 1) return [];
  }
  return [];
}

/** "Among those executed were two women": the subject behind the verb. */
function invertedSubject(items: readonly Item[], at: number, row: string, context: EventContext): number[] {
  if (row !== "frame.reduced" && row !== "frame.passive") return [];
  for (let i = at; i < Math.min(items.length, at + 5); i++) {
    const { set } = items[i] as Item;
    if (context.classes.be[set] === 1) {
      const next = items[i + 1];
      return next !== undefined && context.tables.accepts[next.set] === 1 && next.group?.type !== "pronoun" ? [i + 1] : [];
    }
    if (context.classes.comma[set] === 1) return [];
  }
  return [];
}

/** For fixed phrases: the possessor before, or those named behind "of", "for", "against". */
function around(items: readonly Item[], match: PatternMatch, context: EventContext): number[] {
  const { classes, tables } = context;
  for (let i = match.to; i < Math.min(items.length, match.to + 4); i++) {
    const { set } = items[i] as Item;
    if (tables.accepts[set] === 1 && classes.preposition[items[i - 1]?.set ?? 0] === 1) return [i];
    if (classes.comma[set] === 1 || classes.stop[set] === 1) break;
  }
  for (let i = match.from - 1; i >= Math.max(0, match.from - 5); i--) {
    const { set } = items[i] as Item;
    if (tables.accepts[set] === 1) return [i];
    if (classes.comma[set] === 1 || classes.stop[set] === 1) break;
  }
  return [];
}

const INSTITUTION_VICTIMS: ReadonlySet<string> = new Set(["police", "troops", "guards", "border guards", "forces", "basij", "militants", "gunmen", "members"]);

function isVictim(item: Item | undefined, kind: ClaimKind, context: EventContext): boolean {
  if (item === undefined) return false;
  if (kind === "destruction" || kind === "other-abuse") return true;
  if (item.group?.type === "institution") return INSTITUTION_VICTIMS.has(item.group.head ?? "") && item.group.quantity !== null;
  if (item.group?.type === "pronoun") {
    const form = context.tokens.form[item.from] ?? "";
    return form !== "it" && form !== "itself" && form !== "i" && form !== "this" && form !== "that";
  }
  return true;
}

/** The number that an item carries, or null. */
export function quantityOf(item: Item | undefined) {
  return item?.group?.quantity ?? item?.quantity ?? null;
}

function byAgent(items: readonly Item[], at: number, context: EventContext): number {
  for (let i = at; i < Math.min(items.length, at + 8); i++) {
    const item = items[i] as Item;
    if (context.classes.comma[item.set] === 1 || context.classes.stop[item.set] === 1) return -1;
    if (context.classes.by[item.set] === 1) {
      const next = items[i + 1];
      return next !== undefined && context.tables.agent[next.set] === 1 ? i + 1 : -1;
    }
  }
  return -1;
}

/** "to release them" and "that he be released" without an operator that is understood: no event. */
function isUnreal(items: readonly Item[], start: number, trigger: number, context: EventContext): boolean {
  const { classes, tokens } = context;
  for (let i = start; i < trigger; i++) {
    const item = items[i] as Item;
    if (classes.to[item.set] === 1 && i === start) return true;
    if (tokens.form[item.from] === "be" && item.to - item.from === 1) return true;
  }
  const before = items[start - 1];
  return before !== undefined && classes.to[before.set] === 1 && before.to - before.from === 1 && tokens.form[before.from] === "to";
}

/** An execution that is planned or possible is a risk, no execution. */
const IMPENDING: ReadonlySet<Modality> = new Set(["intended", "hypothetical"]);

function isNounTrigger(item: Item): boolean {
  return item.entry?.classes.includes("T.noun") === true && item.entry.classes.every((name) => name !== "T.part" && name !== "T.base" && name !== "T.ing");
}

/** A noun that stands alone tells of an event only in the plural with a word that describes it, or for lasting abuses. */
function isTellingNoun(items: readonly Item[], trigger: number, kind: ClaimKind, modality: Modality, context: EventContext): boolean {
  if (modality !== "happened" && modality !== "ongoing") return false;
  const before = items[trigger - 1];
  if (kind === "protest" || kind === "strike") return isDescribed(items, trigger, context);
  if (TELLING_KINDS.has(kind)) return true;
  const item = items[trigger] as Item;
  const last = context.tokens.form[item.to - 1] ?? "";
  const isPlural = context.pack.plurals.suffixes.some((suffix) => last.endsWith(suffix));
  return isPlural && before !== undefined && context.tables.modifier[before.set] === 1;
}

/** "the weekly protests in Zahedan", "the demonstrations following her death"; not "during the protests". */
function isDescribed(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const { classes, tables } = context;
  let at = trigger - 1;
  let isModified = (items[trigger]?.entry?.words ?? "").includes(" ");
  for (; at >= 0; at--) {
    const set = items[at]?.set ?? 0;
    if (tables.modifier[set] === 1 || classes.recurring[set] === 1) isModified = true;
    else if (classes.determiner[set] !== 1) break;
  }
  const before = items[at];
  const isTopic = before !== undefined && classes.preposition[before.set] === 1;
  const after = items[trigger + 1];
  const isPlaced = after !== undefined && (classes.preposition[after.set] === 1 || classes.time[after.set] === 1);
  return isModified ? !isTopic || isPlaced : isPlaced && !isTopic;
}

const TELLING_KINDS: ReadonlySet<ClaimKind> = new Set(["torture", "protest", "strike", "transnational-repression", "destruction", "death-in-custody"]);

const AT_RISK: ReadonlySet<Modality> = new Set(["happened", "ongoing"]);

function modalityOf(kind: ClaimKind, found: Modality, given: Modality | null): Modality {
  if (given !== null && found === "happened") return given;
  if (kind === "imminent-execution") {
    if (AT_RISK.has(found)) return "at-risk";
    return found;
  }
  return found;
}

/** Takes in a leading adjunct of time or place that touches the event. */
function leftEdge(items: readonly Item[], from: number, context: EventContext): number {
  const { classes } = context;
  let at = from;
  if (classes.trigger[items[at]?.set ?? 0] === 1 || context.tables.nounStart[items[at]?.set ?? 0] === 1) {
    while (at > 0 && context.tables.determiner[items[at - 1]?.set ?? 0] === 1 && items[at - 1]?.period === null) at--;
  }
  const before = skipLeft(items, at - 1, classes.adverb);
  const item = items[before];
  if (item !== undefined && classes.comma[item.set] === 1 && classes.time[items[before - 1]?.set ?? 0] === 1 && before - 1 <= 1) at = before - 1;
  else if (item !== undefined && classes.time[item.set] === 1 && before <= 1) at = before;
  return at;
}

/** Takes in the adjuncts behind the event up to the end of its clause. */
function rightEdge(items: readonly Item[], to: number, context: EventContext): number {
  const { classes } = context;
  const end = clauseEnd(items, to, classes, 18);
  let at = end;
  if (at > to) {
    const first = items[to] as Item;
    const opensAdjunct =
      classes.preposition[first.set] === 1 || classes.time[first.set] === 1 || classes.place[first.set] === 1 || classes.adverb[first.set] === 1 || classes.recurring[first.set] === 1;
    if (!opensAdjunct) return to;
  }
  const comma = items[at];
  if (comma !== undefined && classes.comma[comma.set] === 1 && classes.time[items[at + 1]?.set ?? 0] === 1) at += 2;
  while (at > to && classes.preposition[items[at - 1]?.set ?? 0] === 1) at--;
  return at;
}

/** "12 arrested students", "the executed men": a trigger inside a group is an event of its own, shown only. */
function attributiveEvents(reading: SentenceReading, events: readonly ReadEvent[], context: EventContext): ReadEvent[] {
  const found: ReadEvent[] = [];
  reading.items.forEach((item, index) => {
    for (const inner of item.group?.inner ?? []) {
      const row = rowOf(inner, ["part"], context);
      if (row === null || item.group?.type === "institution" || !isAllowed(reading, index, { ...row, refuse: "" }, context)) continue;
      if (!ATTRIBUTIVE.has(row.kind) || events.some((event) => event.victims.includes(index) && event.kind === row.kind)) continue;
      found.push({
        sentence: reading.index,
        kind: row.kind,
        modality: "happened",
        hedge: null,
        operator: null,
        from: index,
        to: index + 1,
        trigger: index,
        victims: [index],
        agent: -1,
        count: -1,
        possessive: -1,
        stage: null,
        tier: "shown",
        isWeak: true,
        rows: ["frame.attributive", row.id],
        subsetOf: null,
      });
    }
  });
  return found;
}

const ATTRIBUTIVE: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "arrest"]);

/** A weak event inside the words of another of its kind says nothing more. */
function dropDoubles(events: readonly ReadEvent[]): ReadEvent[] {
  return events.filter((event) => {
    if (!event.isWeak) return true;
    return !events.some(
      (other) => other !== event && other.kind === event.kind && !other.isWeak && other.from < event.to && event.from < other.to,
    );
  });
}

/** ", including four women and two minors,": parts of the group that the event speaks of. */
function subsetsOf(event: ReadEvent, reading: SentenceReading, context: EventContext): ReadEvent[] {
  const { items } = reading;
  const first = event.victims[0];
  if (first === undefined || event.isWeak) return [];
  const found: ReadEvent[] = [];
  let isOpen = false;
  const limit = Math.min(items.length, Math.max(event.to + 10, first + 10));
  for (let i = first + 1; i < limit; i++) {
    const item = items[i] as Item;
    if (context.classes.including[item.set] === 1) {
      isOpen = true;
      continue;
    }
    if (!isOpen) continue;
    if (item.group?.quantity != null && item.group.quantity.measure === "count" && item.group.type === "counted") {
      found.push({ ...event, from: found.length === 0 ? i - 1 : i, to: i + 1, victims: [i], count: -1, subsetOf: event, rows: [...event.rows, "frame.subset"] });
    } else if (context.classes.comma[item.set] !== 1 && context.classes.and[item.set] !== 1 && context.classes.determiner[item.set] !== 1) isOpen = false;
  }
  return found;
}
