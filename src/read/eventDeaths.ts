/**
 * In: the drafts of a document. Out: the same, where a wound told of somebody who was killed is told as the killing.
 * Never: touches the wound of somebody whose death is not told in the report.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/**
 * "51 porters were killed: 38 were shot by guards", "Four men were executed. Two of them were shot": a bare number of a
 * wound that can kill counts some of the dead told right before.
 */
export function woundsAmongTheDead(
  drafts: readonly Draft[],
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): Draft[] {
  const deadly = pack.wordsIn("DEADLYW");
  if (deadly.size === 0) return [...drafts];
  const changed = new Map<Draft, Draft>();
  for (const [index, draft] of drafts.entries()) {
    if (draft.kind !== "injury" || !isBareCount(draft)) continue;
    if (!isOneOf(tokens, draft.anchor, deadly) || isSurvived(draft, tokens, pack)) continue;
    const whole = drafts
      .slice(0, index)
      .findLast(
        ({ anchor, sentence, quantity }) =>
          anchor < draft.anchor && sentence >= draft.sentence - 1 && quantity !== null,
      );
    if (whole === undefined || !isOfWhole(draft, whole)) continue;
    const own = changed.get(whole) ?? whole;
    changed.set(
      draft,
      changeDraft(draft, {
        kind: own.kind,
        period: own.period,
        subsetOf: own,
        notes: [...draft.notes, { code: "topic-continued", level: "info", span: null }],
      }),
    );
  }
  return drafts.map((draft) => changed.get(draft) ?? draft);
}

/** "two were shot on Monday and survived", "21 were shot and wounded". */
export function isSurvived(
  { anchor }: Pick<Draft, "anchor">,
  tokens: Tokens,
  pack: LanguagePack,
): boolean {
  const survived = pack.wordsIn("SURVIVEW");
  for (let at = anchor + 1; at < Math.min(tokens.size, anchor + SURVIVAL_REACH); at++)
    if (isOneOf(tokens, at, survived)) return true;
  return false;
}

/** Tokens behind a wound in which it may be told that it was survived. */
const SURVIVAL_REACH = 16;

/** Without a time of its own, which would be that of something else. */
function isBareCount({ quantity, persons, modality, period }: Draft): boolean {
  return (
    period === null &&
    quantity?.measure === "count" &&
    quantity.unit === null &&
    persons.length === 0 &&
    TOLD.has(modality)
  );
}

/** More were killed or executed than were wounded so. */
function isOfWhole({ quantity }: Draft, whole: Draft): boolean {
  const least = quantity?.min ?? null;
  const most = whole.quantity?.max ?? whole.quantity?.min ?? null;
  return (
    DEATHS.has(whole.kind) &&
    TOLD.has(whole.modality) &&
    whole.quantity?.measure === "count" &&
    least !== null &&
    most !== null &&
    most > least
  );
}

const DEATHS: ReadonlySet<Draft["kind"]> = new Set(["killing", "execution"]);

/** "X, 19, was shot in the chest": a killing where the report says that X was killed; dropped where the same sentence says so. */
export function woundsOfTheDead(drafts: readonly Draft[]): Draft[] {
  const killed = new Map<string, Set<number>>();
  for (const draft of drafts) {
    if (draft.kind !== "killing" || !TOLD.has(draft.modality)) continue;
    for (const { name, role } of draft.persons) {
      if (role === "victim")
        killed.set(name.name, (killed.get(name.name) ?? new Set()).add(draft.sentence));
    }
  }
  if (killed.size === 0) return [...drafts];
  return drafts.flatMap((draft) => {
    if (draft.kind !== "injury" || draft.persons.length === 0 || !TOLD.has(draft.modality))
      return [draft];
    const wounded = draft.persons.filter(({ role }) => role === "injured");
    if (wounded.length === 0 || !wounded.every(({ name }) => killed.has(name.name))) return [draft];
    if (wounded.some(({ name }) => killed.get(name.name)?.has(draft.sentence) === true)) return [];
    const persons = draft.persons.map((person) =>
      person.role === "injured" ? { name: person.name, role: "victim" as const } : person,
    );
    return [changeDraft(draft, { kind: "killing", persons })];
  });
}

const TOLD: ReadonlySet<string> = new Set(["happened", "alleged"]);
