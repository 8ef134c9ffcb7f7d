/**
 * In: a definite noun or a pronoun and the person it seems to mean. Out: whether the report told of somebody without a name who stands
 * nearer, or of whom the noun says something else (an age, a death that was not told).
 * Never: says who is meant.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { Told } from "./antecedents.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** The last word of a head. */
export function lastWord(head: string | null): string | null {
  return head?.split(" ").at(-1) ?? null;
}

/** "A man was held after A was stabbed. The man …": whom the report told of by that noun, without a name, unless the same was told of A. */
export function isOfUnnamed(
  { kind, sentence }: ReadEvent,
  { group, from }: Item,
  { name }: NameMatch,
  { pack, readings, told, tokens, classes }: DraftContext,
): boolean {
  const head = lastWord(group?.head ?? null);
  if (pack.isVerbFinal || group?.type !== "noun" || group.isIndefinite || head === null)
    return false;
  // "A was hanged. A prisoner's family said … The prisoner": A, but "A was shot by a man. The man was shot dead": the man.
  const same = told.find((one) => one.name.name === name && one.kind === kind);
  const isSince = same !== undefined && isHarmedSince(same, head, from, { readings, classes });
  if (isSince) return true;
  if (same !== undefined && !isToldBeside(same, head, from, readings)) return false;
  return readings
    .slice(Math.max(0, sentence - UNNAMED_REACH), sentence + 1)
    .some(({ items }) =>
      items.some(
        (one) =>
          one.to <= from &&
          one.group?.type === "noun" &&
          one.group.isIndefinite &&
          one.group.persons.length === 0 &&
          !isApposed(one, items, name, tokens.form) &&
          lastWord(one.group.head) === head,
      ),
    );
}

/** "A was shot. A week later another man was shot. The victim …", "A man was held. He …": somebody without a name stands nearer. */
export function isBehindUnnamed(
  { sentence, kind }: ReadEvent,
  { group, from }: Item,
  { name }: NameMatch,
  { pack, readings, classes, names, tokens }: DraftContext,
): boolean {
  if (pack.isVerbFinal || (!DEADLY.has(kind) && group?.type !== "pronoun")) return false;
  const last = names.findLast((one) => one.name === name && one.to <= from);
  if (last === undefined) return false;
  const further = pack.wordsIn("FURTHER");
  const isPronoun = group?.type === "pronoun";
  const head = lastWord(group?.head ?? null);
  const isVictim = pack.wordsIn("VICTIMN").has(head ?? "");
  for (let at = sentence; at >= Math.max(0, sentence - UNNAMED_REACH); at--) {
    const items = readings[at]?.items ?? [];
    if ((readings[at]?.sentence.to ?? 0) <= last.to) return false;
    for (const [index, one] of items.entries()) {
      if (one.from < last.to || one.to > from || one.group === null) continue;
      if (one.group.persons.length > 0 || !STANDS.has(one.group.type)) continue;
      const isLike = isPronoun || isVictim || lastWord(one.group.head) === head;
      const isFurther = isLike && holdsOneOf(tokens, one.from, one.to, further);
      const isSubject = isPronoun && index === 0 && at === sentence - 1 && one.group.isIndefinite;
      const isSaying = classes.cue[items[index + 1]?.set ?? 0] === 1;
      if ((isFurther && DEADLY.has(kind)) || (isSubject && !isSaying)) return true;
    }
  }
  return false;
}

const DEADLY: ReadonlySet<ClaimKind> = new Set([
  "killing",
  "death-in-custody",
  "execution",
  "injury",
]);
const STANDS: ReadonlySet<string> = new Set(["noun", "counted"]);

/** "A found |the body|", "A was stabbed and survived. |The victim| …": A, of whom no harm was told or who lives, is none of the dead. */
export function isNoVictim(
  { kind }: ReadEvent,
  { group, from, to }: Item,
  { name }: NameMatch,
  { pack, told, names, readings, tokens }: DraftContext,
): boolean {
  const head = lastWord(group?.head ?? null) ?? "";
  if (pack.isVerbFinal || group?.type !== "noun") return false;
  // "A is on trial. |The man| was killed": of A nothing was told that was done to him.
  const isAnybody = kind === "killing" && pack.wordsIn("ANYPERSON").has(head);
  if (!isAnybody && !pack.wordsIn("VICTIMN").has(head)) return false;
  if (!told.some((one) => one.name.name === name && !one.isDoer)) return true;
  // "The victim |of Sunday's attack|".
  if (isOneOf(tokens, to, pack.wordsIn("OFONLYW"))) return true;
  const last = names.findLast((one) => one.name === name && one.to <= from);
  const own = readings.find(
    ({ sentence: one }) => one.from <= (last?.from ?? -1) && (last?.from ?? -1) < one.to,
  );
  const lives = pack.wordsIn("LIVESON");
  return (
    last !== undefined &&
    own !== undefined &&
    holdsOneOf(tokens, last.to, Math.min(own.sentence.to, from), lives)
  );
}

/** "A, 31, was killed. The 22-year-old …": somebody else. */
export function isOfOtherAge(
  { group, from, to }: Item,
  { name }: NameMatch,
  { pack, names, tokens }: DraftContext,
): boolean {
  if (pack.isVerbFinal || group?.type !== "noun") return false;
  const ages = names.flatMap((one) => (one.name === name ? (one.person?.age ?? []) : []));
  if (ages.length === 0) return false;
  for (let at = from; at < to; at++)
    if (tokens.kind[at] === TOKEN.number && tokens.form[at + 1] === "-")
      return !ages.includes(Number(tokens.form[at]));
  return false;
}

/** In the very sentence that tells it of the one named, somebody else stands by the noun. */
function isToldBeside(
  { sentence, name }: Told,
  head: string,
  before: number,
  readings: DraftContext["readings"],
): boolean {
  return (readings[sentence]?.items ?? []).some(
    ({ from, to, group }) =>
      from >= name.to &&
      to <= before &&
      group?.type === "noun" &&
      group.isIndefinite &&
      lastWord(group.head) === head,
  );
}

/** "A was stabbed. Officers shot |a man|. The man died", "He was killed by |a man|. The man was hit": told of since, by what he did or what was done to him. */
function isHarmedSince(
  { sentence, name }: Told,
  head: string,
  before: number,
  { readings, classes }: Pick<DraftContext, "readings" | "classes">,
): boolean {
  const deeds = [classes.trigger, classes.of("BY")];
  return readings
    .slice(sentence)
    .some(({ items }) =>
      items.some(
        ({ from, to, group }, at) =>
          from >= name.to &&
          to <= before &&
          group?.type === "noun" &&
          group.isIndefinite &&
          group.persons.length === 0 &&
          lastWord(group.head) === head &&
          deeds.some((members) => members[items[at - 1]?.set ?? 0] === 1),
      ),
    );
}

/** Sentences back in which somebody without a name may have been told of. */
const UNNAMED_REACH = 6;

/** "A, a political prisoner": the noun says what A is. */
function isApposed(
  { from }: Item,
  items: readonly Item[],
  name: string,
  form: readonly string[],
): boolean {
  if (form[from - 1] !== ",") return false;
  const before = items.findLast((item) => item.to <= from - 1 && item.group !== null);
  return (
    before?.to === from - 1 &&
    before.group?.persons.length === 1 &&
    before.group.persons[0]?.name === name
  );
}
