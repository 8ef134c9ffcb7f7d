/**
 * In: an event and those whom it counts or names by a noun. Out: the names of a list that ends the sentence behind a colon: "four members
 * were held: its president, A; his deputy, B; and two drivers", "the soldiers killed in the ambush: A, 24, of Halton; and B, 20".
 * Never: names more than were counted, or takes a clause of its own behind the colon for a list.
 */
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { isPluralHead } from "./itemReference.ts";
import type { Item } from "./items.ts";
import { TOKEN } from "./tokens.ts";

/** The names, and none where the list is not of those concerned. */
export function namesBehindColon(
  { trigger }: ReadEvent,
  item: Item,
  items: readonly Item[],
  context: DraftContext,
): readonly NameMatch[] {
  const { classes, pack, tokens } = context;
  const index = items.indexOf(item);
  const count = item.group?.quantity ?? null;
  if (index < 0 || item.group === null || item.group.persons.length > 0) return [];
  // Where verbs stand last, only "the names of the two who were held are these: ".
  if (pack.isVerbFinal && (count === null || !opensWithNames(items, index, context))) return [];
  if (item.group.isPartitive || item.group.whole !== null) return [];
  if (count === null && !isPluralHead(item.group.head, context)) return [];
  if (count !== null && (count.min !== count.max || (count.min ?? 0) < 2)) return [];
  const colon = items.findIndex(
    ({ set }, at) => at > Math.max(trigger, index) && classes.colon[set] === 1,
  );
  if (colon < 0 || colon > index + COLON_REACH) return [];
  const between = items.slice(index + 1, colon);
  const isOther = between.some(
    ({ set, group }) =>
      (group !== null && group.type !== "institution") ||
      classes.stop[set] === 1 ||
      classes.and[set] === 1 ||
      (classes.cue[set] === 1 && classes.trigger[set] !== 1 && !pack.isVerbFinal),
  );
  const isBefore = items
    .slice(0, index)
    .some(({ group }) => group !== null && (group.quantity !== null || group.persons.length > 0));
  if (isOther || isBefore) return [];
  const list = listBehind(items.slice(colon + 1), context);
  if (list === null || list.names.length === 0) return [];
  const { names, rest } = list;
  if (names.some(({ to }) => tokens.kind[to] === TOKEN.possessive)) return [];
  if (opensWithOthers(items[colon]?.to ?? 0, names[0]?.from ?? 0, context)) return [];
  return (count === null ? names.length > 1 && rest === 0 : names.length + rest === count.min)
    ? names
    : [];
}

/** "|The names of| the two who": nothing else stands before those who are counted. */
function opensWithNames(
  items: readonly Item[],
  index: number,
  { classes }: Pick<DraftContext, "classes">,
): boolean {
  const names = classes.of("IDENTIFYV");
  return index > 0 && index < 3 && items.slice(0, index).every(({ set }) => names[set] === 1);
}

/** "Two were hanged: |their lawyers|, A and B": the list says that these are others. */
export function opensWithOthers(
  from: number,
  to: number,
  { pack, tokens }: Pick<DraftContext, "pack" | "tokens">,
): boolean {
  const others = ["POSSPL", "DOERNOUNSW", "OWNKINW"].map((name) => pack.wordsIn(name));
  return tokens.form.slice(from, to).some((form) => others.some((words) => words.has(form)));
}

/** Items from those concerned to the colon. */
const COLON_REACH = 12;

/** Who is named in a list, and how many more it counts; null where it is none. */
function listBehind(
  items: readonly Item[],
  { classes, tokens }: DraftContext,
): { readonly names: readonly NameMatch[]; readonly rest: number } | null {
  const marks = classes.of("COMMA", "SEMI", "CONJ");
  const names: NameMatch[] = [];
  let rest = 0;
  let isRelated = false;
  for (const [at, { set, group, from }] of items.entries()) {
    if (classes.stop[set] === 1 && tokens.form[from] !== ";") break;
    if (classes.relative[set] === 1 || classes.whose[set] === 1) isRelated = true;
    if (marks[set] === 1 && tokens.form[from] === ";") isRelated = false;
    const isVerb = classes.aux[set] === 1 || classes.cue[set] === 1;
    if (isVerb && !isRelated) return null;
    if (group === null || isRelated) continue;
    const before = items[at - 1];
    const isElement = before === undefined || marks[before.set] === 1;
    if (group.persons.length > 0) {
      // "A, of |Halton; B|": where A is from is none of the list.
      const isOrigin = !isElement && classes.determiner[before?.set ?? 0] !== 1;
      const [first] = group.persons;
      if (isOrigin && tokens.form[first?.to ?? 0] !== ";") continue;
      const listed = isOrigin ? group.persons.slice(1) : group.persons;
      names.push(...listed);
      if (group.hasRest && group.quantity?.min == null) return null;
      if (group.hasRest) rest += (group.quantity?.min ?? 0) - group.persons.length;
    } else if (group.quantity !== null && isElement) rest += group.quantity.min ?? 0;
    else if (group.isIndefinite && isElement && !isApposition(items, at, marks)) rest += 1;
  }
  return endsList(items, classes) ? { names, rest } : null;
}

/** "A and B |saw it|": behind the last who is named stands nothing, or what is said of them. */
function endsList(items: readonly Item[], classes: DraftContext["classes"]): boolean {
  const last = items.findLastIndex(({ group }) => group !== null && group.type !== "pronoun");
  const next = items.slice(last + 1).find(({ set }) => classes.comma[set] !== 1);
  if (next === undefined) return true;
  const { stop, relative, whose, of_ } = classes;
  return [stop, relative, whose, of_].some((members) => members[next.set] === 1);
}

/** "a driver, |A|": the noun brings in the one behind the comma. */
function isApposition(items: readonly Item[], at: number, marks: Uint8Array): boolean {
  return marks[items[at + 1]?.set ?? 0] === 1 && (items[at + 2]?.group?.persons.length ?? 0) === 1;
}
