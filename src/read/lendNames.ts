/**
 * In: drafts of a document, some of which take up those of others ("their death sentences" behind "three men were executed"). Out: the
 * same, where those that take up a group have the names that the report gave to that group elsewhere.
 * Never: names others than as many as were counted; frees or charges those whose death was told.
 */
import type { ClaimKind } from "../model/claim.ts";
import { type Draft, changeDraft } from "./draft.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
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
  { takenUp, tokens }: Pick<DraftContext, "takenUp" | "tokens">,
): readonly Draft[] {
  if (takenUp.size === 0) return drafts;
  return drafts.map((draft) => {
    const role = VICTIM_ROLE[draft.kind];
    const group = takenUp.get(`${draft.kind} ${draft.anchor}`);
    if (role === undefined || group === undefined || hasNames(draft)) return draft;
    const start = tokens.start[group.from] ?? 0;
    const end = tokens.end[group.to - 1] ?? 0;
    const whole = drafts.find(
      (other) =>
        other !== draft &&
        other.modality !== "negated" &&
        other.quantity !== null &&
        other.quantity.span.start >= start &&
        other.quantity.span.end <= end &&
        hasNames(other),
    );
    const meant = whole?.persons.filter(({ role: own }) => CONCERNED.has(own)) ?? [];
    if (whole === undefined || meant.length !== whole.quantity?.min) return draft;
    if (meant.some(({ name }) => isBeforeStop(name, whole, tokens))) return draft;
    if (OF_THE_LIVING[whole.kind]?.has(draft.kind) === true) return draft;
    const persons = meant.map(({ name }) => ({ name, role }));
    return changeDraft(draft, { persons: [...persons, ...draft.persons] });
  });
}

/** Named in a sentence before, which is no headline: those counted now may be others. */
function isBeforeStop({ to }: NameMatch, { range }: Draft, { form }: Tokens): boolean {
  return to <= range[0] && form.slice(to, range[0]).includes(".");
}

function hasNames({ persons }: Draft): boolean {
  return persons.some(({ role }) => CONCERNED.has(role));
}
