/**
 * In: a pronoun and the person it seems to mean. Out: whether that is the one to whom it was done, in a sentence on who did it.
 * Never: speaks of what is told elsewhere.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import { isForm } from "./itemReference.ts";
import { hasEnding } from "./speechWords.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";
import { wrongBefore } from "./wrongs.ts";

/** What a court does to who did it. */
const OF_CONVICTED: ReadonlySet<ClaimKind> = new Set([
  "arrest",
  "death-sentence",
  "imminent-execution",
  "corporal-punishment",
  "clemency",
  "release",
]);

/** What is not done to the dead. */
const PUT_TO: ReadonlySet<ClaimKind> = new Set([...OF_CONVICTED, "execution"]);

/** What can be told of the one who did it as well as of the dead: "he" is then neither for certain. */
const OF_EITHER: ReadonlySet<ClaimKind> = new Set([
  ...PUT_TO,
  "killing",
  "death-in-custody",
  "injury",
  "torture",
]);

/** Words from the wrong to the name ("the murder of the Kurdish detainee A"). */
const WRONG_REACH = 6;

/** "convicted a guard of the murder of |A|, and sentenced |him|": not A, whoever the guard is. */
export function isWronged(
  { kind }: ReadEvent,
  { from: pronoun }: Item,
  found: NameMatch,
  items: readonly Item[],
  { pack, tokens }: DraftContext,
): boolean {
  const start = items[0]?.from ?? 0;
  const name = Math.min(found.from, found.titleFrom);
  if (pack.isVerbFinal || !OF_CONVICTED.has(kind) || name < start || found.to > pronoun)
    return false;
  const { form } = tokens;
  const [accusing, wrongs, ends] = ["CONVICTW", "WRONGINGW", "CLAUSEENDW"].map((one) =>
    pack.wordsIn(one),
  );
  // Right behind "the murder of", with at most what he is between ("of detainee A"), and in one clause with the accusation.
  const wrong = form.findLastIndex((one, at) => at >= start && at < name && wrongs?.has(one));
  if (wrong < 0 || name - wrong > WRONG_REACH) return false;
  if (form.slice(wrong, name).some((one) => ends?.has(one))) return false;
  for (let at = wrong - 1; at >= start && !ends?.has(form[at] ?? ""); at--)
    if (accusing?.has(form[at] ?? "")) return true;
  return false;
}

/** "Having killed |A|, a soldier, |the man| was hanged", "Convicted of the murder of |A|, |he| was": who opens the clause did it to A. */
export function isWrongedInFront(
  { kind, sentence }: Pick<ReadEvent, "kind" | "sentence">,
  item: Item,
  found: NameMatch,
  context: DraftContext,
): boolean {
  const { pack, tokens } = context;
  const reading = context.readings[sentence];
  const start = reading?.sentence.from ?? 0;
  // "a soldier, A".
  const group = reading?.items.find(({ from, to }) => from <= found.from && found.from < to);
  const name = Math.min(found.from, found.titleFrom, group?.from ?? found.from);
  if (pack.isVerbFinal || name < start || found.to > item.from) return false;
  if (isForm(item, "POSSSG", context) || !isBehindComma(item, context)) return false;
  const wrong = wrongBefore(name, start, tokens, pack);
  if (wrong === null) return false;
  return wrong.isDoersOwn || (wrong.isDeadly && PUT_TO.has(kind));
}

function isBehindComma({ from }: Item, { tokens, pack }: DraftContext): boolean {
  const before = tokens.form[from - 1] ?? "";
  const isArticle = pack.wordsIn("DEF").has(before);
  return (isArticle ? tokens.form[from - 2] : before) === ",";
}

/** "the killing of a member of the militia, |A|", "murdering |A|": the words before a name say that he was killed. */
function isKilledInWords(
  { from, titleFrom }: NameMatch,
  { pack, tokens }: Pick<DraftContext, "pack" | "tokens">,
): boolean {
  const first = Math.min(from, titleFrom);
  for (let at = first - 1; at >= Math.max(0, first - KILLING_REACH); at--) {
    const form = tokens.form[at] ?? "";
    if (tokens.kind[at] !== TOKEN.word && form !== ",") return false;
    const rows = pack.triggersByWords.get(form) ?? [];
    if (!rows.some(({ row }) => row.kind === "killing")) continue;
    const isNoun = isOneOf(tokens, at + 1, pack.wordsIn("OFW"));
    return isNoun || (at === first - 1 && hasEnding(form, "ING", pack));
  }
  return false;
}

/** Tokens from "killing" to whom ("the killing of a member of the Basij militia, A"). */
const KILLING_REACH = 10;

/**
 * "A denied the murder of |B|", where verbs stand last: B is dead by it, and |he| who was sentenced, executed or killed then is not B. Only where a
 * court or a charge speaks of it: an author may call an execution murder.
 */
export function isMurdered(
  { name }: NameMatch,
  kind: ClaimKind,
  { pack, tokens, names, readings, told }: DraftContext,
): boolean {
  if (!OF_EITHER.has(kind)) return false;
  // An author may call an execution a killing: only where the report told of another before, who can be tried for it.
  if (!pack.isVerbFinal)
    return (
      OF_CONVICTED.has(kind) &&
      told.some((one) => one.name.name !== name) &&
      names.some((one) => one.name === name && isKilledInWords(one, { pack, tokens }))
    );
  const [murders, charges] = [pack.wordsIn("MURDEROFW"), pack.wordsIn("CHARGEOFW")];
  return names.some((one) => {
    if (one.name !== name) return false;
    const first = Math.min(one.from, one.titleFrom);
    for (let at = first - 1; at >= Math.max(1, first - MURDER_REACH); at--) {
      if (tokens.kind[at] !== TOKEN.word) return false;
      if (!murders.has(tokens.form[at] ?? "")) continue;
      return charges.has(tokens.form[at - 1] ?? "") && (PUT_TO.has(kind) || isBesideOther(one));
    }
    return false;
  });

  // "The case of the murder of B is open. He was killed in 2019": nobody else is named whom "he" could mean.
  function isBesideOther({ from }: NameMatch): boolean {
    const own = readings.find(({ sentence }) => sentence.from <= from && from < sentence.to);
    if (own === undefined) return false;
    const { sentence } = own;
    return names.some(
      (other) =>
        other.type === "person" &&
        other.name !== name &&
        sentence.from <= other.from &&
        other.from < sentence.to,
    );
  }
}

/** Words from a murder to the name ("the murder of the police officer A"). */
const MURDER_REACH = 4;
