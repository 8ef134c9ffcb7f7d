/**
 * In: a pronoun or a noun of kinship ("she", "her son", "his client"). Out: whom it means in what somebody says of himself, or
 * where a relative or lawyer of somebody named is told of or speaks ("A's mother said her son …": A).
 * Never: takes the one named for the relative; chooses where relative and named one may both be meant.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { DraftContext } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import { namesWithin } from "./nameScopes.ts";
import { lastWord } from "./referredUnnamed.ts";
import type { SentenceReading, Speech } from "./speech.ts";
import { speechesAround } from "./speechIndex.ts";
import { TOKEN } from "./tokens.ts";

type Words = Pick<DraftContext, "pack" | "tokens">;

/** Bonds between two people: who speaks (rows BOND.n of the pack) calls the other so (rows BONDTO.n). */
const BONDS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The sex that a word of kinship says ("mother"), or null ("lawyer"). */
function sexOfWord(form: string, { pack }: Words): "female" | "male" | null {
  if (pack.wordsIn("SEX.female").has(form)) return "female";
  return pack.wordsIn("SEX.male").has(form) ? "male" : null;
}

function isBond(form: string, { pack }: Words): boolean {
  return BONDS.some((bond) => pack.wordsIn(`BOND.${bond}`).has(form));
}

/** The one named whose relative or lawyer a range of tokens calls, and that word. */
function bondWithin(
  [from, to]: readonly [number, number],
  { names, tokens, pack }: DraftContext,
): { readonly owner: NameMatch; readonly word: string; readonly isNamed: boolean } | null {
  const people = namesWithin(names, [from, to]).filter(({ type }) => type === "person");
  if (people.length === 0 || people.length > 2) return null;
  for (let at = from; at < to; at++) {
    const word = tokens.form[at] ?? "";
    if (!isBond(word, { tokens, pack })) continue;
    const owner = people.find(
      (name) =>
        (name.to === at - 1 && tokens.kind[name.to] === TOKEN.possessive) ||
        (name.titleFrom === at + 2 && pack.wordsIn("OFW").has(tokens.form[at + 1] ?? "")) ||
        (pack.isVerbFinal && name.titleFrom === at + 1),
    );
    if (owner !== undefined) return { owner, word, isNamed: people.length > 1 };
  }
  return null;
}

/** Whoever speaks where a token stands, in words told again rather than quoted. */
function toldBy(token: number, { speeches }: DraftContext): Speech | undefined {
  return speechesAround(token, speeches).find(
    ({ quotes }) => !quotes.some(({ from, to }) => from <= token && token < to),
  );
}

/** "A's mother said |she| was beaten": A where only A can be meant, null where both can, undefined where nobody's relative speaks. */
export function namedBehindSpeaker(
  { from }: Item,
  kind: ClaimKind,
  sex: "female" | "male" | null,
  context: DraftContext,
): NameMatch | null | undefined {
  const speech = toldBy(from, context);
  if (speech === undefined || speech.speaker.isNamed) return undefined;
  const bond = bondWithin(speech.speaker.range, context);
  // One pronoun for both sexes: who speaks says "I" or "myself" of himself.
  if (context.pack.isVerbFinal) return bond?.owner;
  if (bond === null) return isOfNobody(speech, sex, context) ? null : undefined;
  const own = sexOfWord(bond.word, context);
  const owners = context.sexes.get(bond.owner.name) ?? null;
  if (own === null) return undefined;
  // Who speaks is alive, and a report that told of A before goes on about A.
  if (sex === own) {
    const isTold = context.told.some(({ name }) => name.name === bond.owner.name);
    return (DEATHS.has(kind) || isTold) && (owners === null || owners === sex) ? bond.owner : null;
  }
  return sex === null || (owners !== null && owners !== sex) ? null : bond.owner;
}

/**
 * "A said |he| had been sentenced to death", "A told his family that |he| had been beaten": A, where the report told of nobody
 * else before and A speaks for no body or office.
 */
export function speakerHimself(
  { from }: Item,
  kind: ClaimKind,
  sex: "female" | "male" | null,
  context: DraftContext,
): NameMatch | null {
  const { told, sexes, names, pack } = context;
  const speech = toldBy(from, context);
  const name = speech?.speaker.name ?? null;
  if (pack.isVerbFinal || speech === undefined || name?.type !== "person") return null;
  if (DEATHS.has(kind) || name.isTitleOfficial || speech.quotes.length > 0) return null;
  const { range } = speech.speaker;
  if (range[0] < name.titleFrom || range[1] > name.to || range[0] > from) return null;
  const known = sexes.get(name.name) ?? null;
  if (sex !== null && known !== null && known !== sex) return null;
  if (!speech.contents.some(([start]) => start <= from && from - start < 2)) return null;
  const before = namesWithin(names, [0, from]).filter(({ type }) => type === "person");
  if (before.some((one) => one.name !== name.name)) return null;
  return told.every((one) => one.name.name === name.name) ? name : null;
}

/** What nobody says of himself. */
const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** "The mother of A was held. She said |she| was beaten": a pronoun speaks of itself, and stands for somebody without a name. */
function isOfNobody(
  { speaker: { range, source, name } }: Speech,
  sex: "female" | "male" | null,
  { tokens, pack }: DraftContext,
): boolean {
  const form = tokens.form[range[0]] ?? "";
  if (sex === null || range[1] - range[0] > 1 || source === null || name !== null) return false;
  return pack.wordsIn("PRONSG").has(form) && pack.wordsIn(`SEX.${sex}`).has(form);
}

/** "A's mother said |her son| …", "B, the wife of A, said |her husband| …", "A's lawyer said |his client| …": A. */
export function namedByBond(item: Item, context: DraftContext): NameMatch | null {
  const { from, to, group } = item;
  const { pack, tokens } = context;
  // Where verbs stand last, whose son he is may be part of the word.
  const last = pack.isVerbFinal ? tokens.form[to - 1] : lastWord(group?.head ?? null);
  const head = last ?? "";
  if (!pack.isVerbFinal && (group?.type !== "noun" || group.quantity !== null)) return null;
  const speech = toldBy(from, context);
  if (speech === undefined) return null;
  if (pack.isVerbFinal ? to - from > 2 : !isTheirs(item, context)) return null;
  const bond = bondWithin(withAside(speech, context), context);
  if (bond === null) return null;
  const isCalled = BONDS.some(
    (one) => pack.wordsIn(`BOND.${one}`).has(bond.word) && pack.wordsIn(`BONDTO.${one}`).has(head),
  );
  const sex = sexOfWord(head, { pack, tokens });
  const known = context.sexes.get(bond.owner.name) ?? null;
  return isCalled && (sex === null || known === null || sex === known) ? bond.owner : null;
}

/** The speaker with what stands behind the name ("B, the wife of A,") as far as the language leaves it out of the speaker's words. */
function withAside(
  { speaker: { range }, cue }: Speech,
  { pack, tokens }: DraftContext,
): readonly [number, number] {
  const [from, to] = range;
  const end = Math.min(cue === null || cue[0] < to ? to : cue[0], to + ASIDE_REACH);
  return pack.isVerbFinal && pack.wordsIn("COMMAW").has(tokens.form[to] ?? "")
    ? [from, end]
    : range;
}

/** Tokens of who somebody is, behind a name. */
const ASIDE_REACH = 6;

/** "her son", "that her son"; not "her other son". */
function isTheirs({ from: at, to }: Item, { pack, tokens }: Words): boolean {
  return to - at < 4 && pack.wordsIn("POSSSG").has(tokens.form[to - 2] ?? "");
}

/** "The lawyer of A was arrested. |He| …": who is told of there is the lawyer, whom the report does not name. */
export function isOfBond(
  { items }: SentenceReading,
  name: NameMatch,
  sex: "female" | "male" | null,
  context: DraftContext,
): boolean {
  const { pack, classes } = context;
  if (pack.isVerbFinal) return false;
  const last = items.findIndex(({ from, to }) => from <= name.from && name.to <= to);
  if (last < 0 || last > 3) return false;
  const next = classes.possessive[items[last + 1]?.set ?? 0] === 1 ? items[last + 2] : items[last];
  const bond = bondWithin([items[0]?.from ?? 0, next?.to ?? 0], context);
  if (bond === null || bond.isNamed || bond.owner !== name) return false;
  const own = sexOfWord(bond.word, context);
  return own === null || sex === null || own === sex;
}
