/**
 * In: a number of some people behind a death told of others. Out: whether its clause tells something else of them.
 * Never: lets a verb of the living go on with a death ("five of the guards fled").
 */
import type { ClaimKind } from "../model/claim.ts";
import type { EllipsisContext } from "./ellipsisMemory.ts";
import type { Item } from "./items.ts";
import { has } from "./listContext.ts";

const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** "Dozens of the prisoners |are being investigated|", "two of the men |are in hospital|"; not "ten of the victims were children". */
export function isToldElse(
  items: readonly Item[],
  at: number,
  kind: ClaimKind,
  context: EllipsisContext,
): boolean {
  const { classes, pack, tokens } = context;
  if (pack.isVerbFinal || !DEATHS.has(kind)) return false;
  const ofWhom = [classes.of_, classes.determiner, classes.adjective, classes.of("HUMAN", "DEF")];
  let end = at + 1;
  while (end < items.length && ofWhom.some((members) => has(items[end], members))) end++;
  const last = items[end - 1] as Item;
  const words = tokens.form.slice(items[at]?.from, last.to);
  const isPart = words.some((form) => pack.wordsIn("PARTW").has(form));
  if (!isPart || pack.wordsIn("DEADTOLDW").has(words.at(-1) ?? "")) return false;
  while (has(items[end], classes.adverb)) end++;
  const verb = items[end];
  if (verb === undefined) return false;
  const form = tokens.form[verb.to - 1] ?? "";
  let next = end + 1;
  while (has(items[next], classes.adverb)) next++;
  if (has(verb, classes.of("BE"))) {
    const isNow = pack.wordsIn("BENOWW").has(form);
    const isDone = has(items[next], classes.of("T.part", "ED", "ING", "BEEN"));
    return isDone || (isNow && (items[next]?.group ?? null) === null);
  }
  // "Four of the men had been held as children": told of the dead, from before.
  if (has(verb, classes.aux)) return !pack.wordsIn("WEREW").has(form);
  if (has(verb, classes.of("STATV"))) return true;
  const isWord = verb.entry === null && verb.group === null && verb.name === null;
  return isWord && verb.period === null && verb.quantity === null && /^\p{Ll}/u.test(form);
}

/** "The |phone| number was 140": nobody is counted. */
export function isNumberOfThing(
  items: readonly Item[],
  from: number,
  at: number,
  { pack, tokens }: EllipsisContext,
): boolean {
  const things = pack.wordsIn("NUMBEREDTHINGW");
  return tokens.form.slice(items[from]?.from, items[at]?.from).some((form) => things.has(form));
}
