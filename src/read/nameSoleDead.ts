/**
 * In: drafts of a report. Out: the same, where a death told of "the victim", "he" or "the 32-year-old" is that of the only one whose
 * death the report tells: "A man was found stabbed. He died in hospital. Police named him as A."
 * Never: names anybody whose death is not told elsewhere; chooses where several are dead; takes up a noun that somebody else without
 * a name was told of by.
 */
import type { Range } from "../base/span.ts";
import type { ClaimKind } from "../model/claim.ts";
import { type Draft, changeDraft } from "./draft.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import { isForm, isPluralHead } from "./itemReference.ts";
import type { Item } from "./items.ts";
import { CONCERNED } from "./nameVictims.ts";
import { lastWord } from "./referredUnnamed.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Who was killed may have died in custody; who was hanged is another matter, and nameDefinite's. */
const DEATHS: ReadonlySet<ClaimKind> = new Set(["killing", "death-in-custody"]);
const TOLD: ReadonlySet<Draft["modality"]> = new Set(["happened", "ongoing", "alleged", "unclear"]);
/** Sentences back in which somebody else may have been told of by the same word. */
const REACH = 6;

type Dead = { readonly name: NameMatch; readonly ages: ReadonlySet<number> };

/** Gives a death without a name the one dead of the report. */
export function nameSoleDead(drafts: readonly Draft[], context: DraftContext): readonly Draft[] {
  if (context.pack.isVerbFinal) return drafts;
  const deaths = drafts.filter(({ kind }) => DEATHS.has(kind));
  const wounds = drafts.filter(({ kind }) => kind === "injury");
  if (!deaths.some(isNameless)) return drafts;
  const dead = soleDead(deaths, drafts, context);
  if (dead === null) return drafts;
  return drafts.map((draft) => {
    const role = VICTIM_ROLE[draft.kind];
    if (role === undefined || !deaths.includes(draft) || !isNameless(draft)) return draft;
    if (isNearWounded(draft, dead, wounds)) return draft;
    if (!isOfDead(draft, dead, deaths, context)) return draft;
    const others = draft.persons.filter(({ name }) => name.name !== dead.name.name);
    return changeDraft(draft, {
      persons: [{ name: dead.name, role }, ...others],
      notes: [...draft.notes, { code: "person-from-pronoun", level: "doubt", span: null }],
    });
  });
}

function isNameless({ persons, subsetOf, modality, quantity }: Draft): boolean {
  const isOne = quantity === null || (quantity.min === 1 && quantity.max === 1);
  return (
    isOne &&
    subsetOf === null &&
    TOLD.has(modality) &&
    !persons.some(({ role }) => CONCERNED.has(role))
  );
}

/** The only person of whose death the report tells, who did nothing to others and of whom nobody says that he lives. */
function soleDead(
  deaths: readonly Draft[],
  drafts: readonly Draft[],
  { names }: DraftContext,
): Dead | null {
  const found = new Map<string, NameMatch>();
  for (const { persons } of deaths)
    for (const { name, role } of persons) if (CONCERNED.has(role)) found.set(name.name, name);
  const [name] = found.values();
  if (found.size !== 1 || name === undefined) return null;
  const isOf = ({ persons }: Draft): boolean => persons.some((one) => one.name.name === name.name);
  if (!deaths.some((draft) => draft.modality === "happened" && isOf(draft))) return null;
  const isDoubted = drafts.some(
    (draft) =>
      isOf(draft) &&
      (draft.kind === "execution" ||
        draft.notes.some(({ code }) => code === "sign-of-life") ||
        draft.persons.some((one) => one.name.name === name.name && DOERS.has(one.role))),
  );
  if (isDoubted) return null;
  const ages = names.flatMap((one) => (one.name === name.name ? (one.person?.age ?? []) : []));
  return { name, ages: new Set(ages) };
}

const DOERS: ReadonlySet<string> = new Set(["alleged-perpetrator", "suspect"]);

/** The words say that it is the death told elsewhere. */
function isOfDead(
  draft: Draft,
  dead: Dead,
  deaths: readonly Draft[],
  context: DraftContext,
): boolean {
  const { readings, tokens } = context;
  const items = readings[draft.sentence]?.items ?? [];
  const span = draft.quantity?.span;
  const item = items.find((one) => one.group !== null && isWordOf(span, one, tokens));
  const isBeside = deaths.some(
    (other) =>
      other.sentence === draft.sentence &&
      other.persons.some((one) => one.name.name === dead.name.name),
  );
  // "The man who killed A was shot": two deaths of one sentence are two people's.
  if (isBeside) return false;
  const isNear = Math.abs(dead.name.from - draft.anchor) < FAR;
  if (!isNear || isOfMany(draft, dead, deaths)) return false;
  if (item === undefined) return false;
  if (!agrees(item, dead, context) || isElsewhere(draft, dead, deaths)) return false;
  const age = ageIn(item, context);
  if (age !== null && dead.ages.size > 0) {
    // "A, 32, was killed. A 32-year-old man was shot": another, but where the name comes later.
    const isTaken = isForm(item, "DEF", context) || item.to <= dead.name.titleFrom;
    return dead.ages.has(age) && isTaken && isAnybody(item, context);
  }
  if (tellsOfFurther(item, draft, context)) return false;
  if (item.group?.type === "pronoun")
    return isForm(item, "PRONSG", context) && !isOther(item, draft, dead, deaths, context);
  if (!isForm(item, "DEF", context) || isPluralHead(item.group?.head ?? null, context))
    return false;
  return (
    isAnybody(item, context) &&
    !isRestricted(items[items.indexOf(item) + 1], context) &&
    agrees(item, dead, context) &&
    !isOtherNoun(item, draft, deaths, context)
  );
}

/** The words that give the number are those of the item. */
function isWordOf(span: Range | undefined, { from, to }: Item, { start, end }: Tokens): boolean {
  return span !== undefined && (start[from] ?? 0) <= span.start && span.end <= (end[to - 1] ?? 0);
}

/** Tokens from a death to where its dead is named. */
const FAR = 400;

/** On another day or in another place than any death that is told of them. */
function isElsewhere(draft: Draft, { name }: Dead, deaths: readonly Draft[]): boolean {
  const own = deaths.filter(({ persons }) => persons.some((one) => one.name.name === name.name));
  const day = (one: Draft): string => JSON.stringify(one.period?.value ?? null);
  const places = new Set(own.flatMap((one) => one.places.map((place) => place.name)));
  const isOtherDay =
    draft.period !== null &&
    own.some(({ period }) => period !== null) &&
    !own.some((one) => day(one) === day(draft));
  const isOtherPlace =
    places.size > 0 && draft.places.length > 0 && !draft.places.some((one) => places.has(one.name));
  return isOtherDay || isOtherPlace;
}

/** "B was stabbed and survived. The victim …": somebody else was hurt right before. */
function isNearWounded({ sentence }: Draft, { name }: Dead, wounds: readonly Draft[]): boolean {
  return wounds.some(
    (other) =>
      other.sentence <= sentence &&
      other.sentence >= sentence - NEAR &&
      !other.persons.some((one) => one.name.name === name.name) &&
      (other.sentence < sentence || other.persons.length > 0),
  );
}

/** Several are dead, or another without a name, by what is told up to here. */
function isOfMany(draft: Draft, { name }: Dead, deaths: readonly Draft[]): boolean {
  return deaths.some(
    (other) =>
      other !== draft &&
      other.sentence <= draft.sentence &&
      other.modality !== "negated" &&
      !other.persons.some((one) => one.name.name === name.name) &&
      ((other.quantity?.min ?? 0) > 1 || other.quantity?.approximate === true),
  );
}

/** "a |31|-year-old father": how old the words say that he was. */
function ageIn({ from, to }: Item, { tokens }: DraftContext): number | null {
  for (let at = from; at < to; at++)
    if (tokens.kind[at] === TOKEN.number) return Number(tokens.form[at]);
  return null;
}

/** "the man |who| tried to rape her", "the man |accused| of it": what follows says which. */
function isRestricted(next: Item | undefined, { pack, tokens, classes }: DraftContext): boolean {
  if (next === undefined) return false;
  const isVerb = isOneOf(tokens, next.from, pack.wordsIn("FINBE"));
  return !isVerb && classes.trigger[next.set] !== 1 && classes.comma[next.set] !== 1;
}

/** "the victim", "the man", "the 32-year-old": a noun that says nothing of what somebody has to do with the death. */
function isAnybody({ group, to }: Item, { pack, tokens }: DraftContext): boolean {
  const head = lastWord(group?.head ?? null) ?? tokens.form[to - 1] ?? "";
  return (
    group?.row === "group.by-age" ||
    ["VICTIMN", "ANYPERSON", "YOUTHW"].some((name) => pack.wordsIn(name).has(head))
  );
}

function agrees({ group }: Item, { name }: Dead, { sexes, pack }: DraftContext): boolean {
  const sex = sexes.get(name.name);
  const head = lastWord(group?.head ?? null) ?? "";
  return sex === undefined || !pack.wordsIn(sex === "female" ? "SEX.male" : "SEX.female").has(head);
}

/** "he": of the other sex, or somebody else was named or told of right before. */
function isOther(
  item: Item,
  draft: Draft,
  dead: Dead,
  deaths: readonly Draft[],
  context: DraftContext,
): boolean {
  const { sexes, pack, tokens, readings, names } = context;
  // "A father was killed. He died at the scene. |His son A| was killed in the war".
  const isKin = isOneOf(tokens, dead.name.titleFrom, pack.wordsIn("POSSSG"));
  const isKinOf = isOneOf(tokens, dead.name.titleFrom - 1, pack.wordsIn("POSSSG"));
  if ((isKin || isKinOf) && item.to <= dead.name.titleFrom) return true;
  const sex = sexes.get(dead.name.name);
  const form = tokens.form[item.from] ?? "";
  if (sex !== undefined && pack.wordsIn(sex === "female" ? "SEX.male" : "SEX.female").has(form))
    return true;
  const from = readings[Math.max(0, draft.sentence - 1)]?.sentence.from ?? 0;
  const isNamed = names.some(
    (one) =>
      one.type === "person" &&
      one.from >= from &&
      one.to <= item.from &&
      one.name !== dead.name.name,
  );
  return isNamed || tellsOfOther(item, draft, deaths, 1, () => true, context);
}

/** "The man": somebody without a name was told of by the same noun, and not as dead. */
function isOtherNoun(
  item: Item,
  draft: Draft,
  deaths: readonly Draft[],
  context: DraftContext,
): boolean {
  const head = lastWord(item.group?.head ?? null);
  if (context.pack.wordsIn("VICTIMN").has(head ?? "")) return false;
  return tellsOfOther(
    item,
    draft,
    deaths,
    REACH,
    (one) => lastWord(one.group?.head ?? null) === head,
    context,
  );
}

/** "A week later |another man| was shot. The victim …", "|Two men| were shot. He …". */
function tellsOfFurther(
  { from }: Item,
  { sentence }: Draft,
  { readings, tokens, pack }: DraftContext,
): boolean {
  const further = pack.wordsIn("FURTHER");
  const before = readings.slice(Math.max(0, sentence - NEAR), sentence + 1);
  return before.some(({ items }) =>
    items.some(
      ({ group, from: at, to }) =>
        group !== null &&
        to <= from &&
        group.persons.length === 0 &&
        (group.type === "counted" || group.type === "noun") &&
        (holdsOneOf(tokens, at, to, further) || (group.quantity?.min ?? 0) > 1),
    ),
  );
}

/** Sentences back in which others leave open who is meant. */
const NEAR = 1;

/** One of his kind, who is not told to be dead, stands before. */
function tellsOfOther(
  { from }: Item,
  { sentence }: Draft,
  deaths: readonly Draft[],
  reach: number,
  isLike: (item: Item) => boolean,
  { readings, tokens }: DraftContext,
): boolean {
  for (let at = Math.max(0, sentence - reach); at <= sentence; at++)
    for (const one of readings[at]?.items ?? []) {
      const { group } = one;
      if (one.to > from || group === null || !group.isIndefinite) continue;
      if (group.type !== "noun" || group.persons.length > 0 || !isLike(one)) continue;
      const isDead = deaths.some(({ quantity }) => isWordOf(quantity?.span, one, tokens));
      if (!isDead) return true;
    }
  return false;
}
