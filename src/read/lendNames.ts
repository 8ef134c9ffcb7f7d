/**
 * In: drafts of a document, some of which take up those of others ("their death sentences" behind "three men were executed"). Out: the
 * same, where those that take up a group have the names that the report gave to that group elsewhere.
 * Never: names others than as many as were counted; frees or charges those whose death was told.
 */
import type { ClaimKind, PersonRole } from "../model/claim.ts";
import { type Draft, changeDraft } from "./draft.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import { namesWithin } from "./nameScopes.ts";
import { CONCERNED } from "./nameVictims.ts";
import type { Tokens } from "./tokens.ts";

/** What is told of nobody who was killed or hanged before. */
const OF_THE_LIVING: Readonly<Partial<Record<ClaimKind, ReadonlySet<ClaimKind>>>> = {
  killing: new Set([
    "arrest",
    "death-sentence",
    "imminent-execution",
    "release",
    "stay",
    "clemency",
  ]),
  execution: new Set(["imminent-execution", "release", "stay", "clemency"]),
};

/** Gives the names of a group to what takes it up. */
export function lendNames(
  drafts: readonly Draft[],
  context: Pick<DraftContext, "takenUp" | "tokens" | "pack" | "readings" | "names">,
): readonly Draft[] {
  const { takenUp, tokens, pack } = context;
  if (takenUp.size === 0 && !pack.isVerbFinal) return drafts;
  return drafts.map((draft) => {
    const role = VICTIM_ROLE[draft.kind];
    if (role === undefined || hasNames(draft)) return draft;
    const group = takenUp.get(`${draft.kind} ${draft.anchor}`);
    if (group === undefined) return identified(draft, role, drafts, context);
    const start = tokens.start[group.from] ?? 0;
    const end = tokens.end[group.to - 1] ?? 0;
    const whole =
      drafts.find(
        (other) =>
          other !== draft &&
          other.modality !== "negated" &&
          other.quantity !== null &&
          other.quantity.span.start >= start &&
          other.quantity.span.end <= end &&
          hasNames(other),
      ) ?? identifiedIn(group, draft, drafts, context);
    const meant = whole?.persons.filter(({ role: own }) => CONCERNED.has(own)) ?? [];
    if (whole === undefined || meant.length !== whole.quantity?.min) return draft;
    // "These two, who were held in May, were sentenced. Their sentence was upheld": who takes others up says so.
    const isTakenUp = pack.isVerbFinal && whole.notes.some(({ code }) => code === REFERRED);
    if (!isTakenUp && meant.some(({ name }) => isBeforeStop(name, whole, tokens))) return draft;
    if (OF_THE_LIVING[whole.kind]?.has(draft.kind) === true) return draft;
    const persons = meant.map(({ name }) => ({ name, role }));
    return changeDraft(draft, { persons: [...persons, ...draft.persons] });
  });
}

const REFERRED = "person-from-pronoun";

/**
 * "Two prisoners were hanged. The identity of |these two, who had been sentenced to death|, A and B, is known", where verbs stand last:
 * those of whom the event before tells, whom alone the sentence names.
 */
function identified(
  draft: Draft,
  role: PersonRole,
  drafts: readonly Draft[],
  context: Pick<DraftContext, "tokens" | "pack" | "readings" | "names">,
): Draft {
  const { pack, readings, tokens } = context;
  const { quantity, sentence, modality, range } = draft;
  if (!pack.isVerbFinal || quantity === null || modality === "negated") return draft;
  const group = readings[sentence]?.items.find(
    (item) =>
      item.group?.quantity != null &&
      (tokens.start[item.from] ?? 0) <= quantity.span.start &&
      quantity.span.end <= (tokens.end[item.to - 1] ?? 0),
  );
  if (group === undefined) return draft;
  const opening = tokens.form.slice(Math.max(0, group.from - 1), group.from + 1);
  if (!opening.some((form) => pack.wordsIn("THISONLYW").has(form))) return draft;
  const whole = identifiedIn(group, draft, drafts, context);
  const meant = whole?.persons.filter(({ role: own }) => CONCERNED.has(own)) ?? [];
  // "The identity of these two |who were hanged by A and B|": named behind it, not in it.
  const isBehind = meant.every(({ name }) => name.titleFrom >= range[1]);
  if (whole === undefined || !isBehind) return draft;
  if (OF_THE_LIVING[whole.kind]?.has(draft.kind) === true) return draft;
  const persons = meant.map(({ name }) => ({ name, role }));
  return changeDraft(draft, { persons: [...persons, ...draft.persons] });
}

/**
 * "Two prisoners were hanged. |These two| were identified as A and B. The prisoners had been …", where verbs stand last: the event told
 * before of those whom alone the sentence of the group names, as many as it counts.
 */
function identifiedIn(
  group: Item,
  draft: Draft,
  drafts: readonly Draft[],
  { pack, readings, names }: Pick<DraftContext, "pack" | "readings" | "names">,
): Draft | undefined {
  const count = group.group?.quantity;
  if (!pack.isVerbFinal || count == null || count.min !== count.max || (count.min ?? 0) < 2)
    return undefined;
  const home = readings.find(
    ({ sentence }) => sentence.from <= group.from && group.from < sentence.to,
  );
  if (home === undefined || home.index > draft.sentence) return undefined;
  const here = namesWithin(names, [home.sentence.from, home.sentence.to]).filter(
    ({ type, isTitleOfficial }) => type === "person" && !isTitleOfficial,
  );
  if (new Set(here.map(({ name }) => name)).size !== count.min) return undefined;
  return drafts.find((other) => {
    const meant = other.persons.filter(({ role }) => CONCERNED.has(role));
    return (
      other.sentence < home.index &&
      other.modality !== "negated" &&
      other.modality !== "hypothetical" &&
      other.quantity?.min === count.min &&
      meant.length === count.min &&
      meant.every(({ name }) => here.some((one) => one.name === name.name))
    );
  });
}

/** Named in a sentence before, which is no headline: those counted now may be others. */
function isBeforeStop({ to }: NameMatch, { range }: Draft, { form }: Tokens): boolean {
  return to <= range[0] && form.slice(to, range[0]).includes(".");
}

function hasNames({ persons }: Draft): boolean {
  return persons.some(({ role }) => CONCERNED.has(role));
}
