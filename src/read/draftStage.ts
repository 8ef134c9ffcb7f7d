/**
 * In: a draft and the stages of a case that the country knows. Out: the stage it tells, whether it was announced, and
 * whether its speaker is the state.
 * Never: infers a stage from a kind alone.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { Draft } from "./draft.ts";
import { type GazetteerMatch, findStages } from "./gazetteer.ts";
import type { CaseStages, LanguagePack, Packs } from "./packRows.ts";
import type { SentenceReading, Speech } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

/** The stage of a case that a claim tells of: as its words say, else by its kind; null outside the country packs. */
export function stageOf(
  draft: Draft,
  country: string | null,
  tokens: Tokens,
  packs: Packs,
): string | null {
  const stages = packs.stages.get(country ?? "");
  if (stages === undefined) return country === null ? stageOfRow(draft, packs) : null;
  // Whose life is asked for is in danger; of the rest a call says nothing.
  if (draft.kind === "call")
    return draft.persons.some(({ role }) => role === "at-risk")
      ? (stages.byKind.get(draft.kind) ?? null)
      : null;
  // "The sentence was overturned": a step of its own, told as a sentence that holds no more.
  const isUndone = draft.modality === "negated" && isStepBack(draft.stage, stages);
  if (!isUndone && !HAS_STAGE.has(draft.modality)) return null;
  if (draft.stage !== null) return draft.stage;
  const [from, to] = draft.range;
  if (draft.kind === "imminent-execution")
    // What came first in a case is told beside what endangers now: the furthest step that does.
    return furthestDanger(findStages(tokens, from, to, packs.names), stages);
  if (draft.kind === "stay" || draft.kind === "clemency")
    return (
      findStages(tokens, from, to, packs.names).find(
        ({ id }) => stages.rows.get(id)?.reverses === true,
      )?.id ?? null
    );
  const usual = stages.byKind.get(draft.kind) ?? null;
  // "Was acquitted": not yet free.
  if (draft.kind === "release") return steppedBack(tokens, draft.range, usual, stages, packs);
  return usual;
}

/** The step back that the words name, the usual one before all others. */
function steppedBack(
  tokens: Tokens,
  [from, to]: Draft["range"],
  usual: string | null,
  stages: CaseStages,
  packs: Packs,
): string | null {
  const named = findStages(tokens, from, to, packs.names).filter(({ id }) =>
    isStepBack(id, stages),
  );
  return named.some(({ id }) => id === usual) ? usual : (named[0]?.id ?? usual);
}

/** The step that the row names, where the report tells no country and only one pack knows steps. */
function stageOfRow({ stage, modality }: Draft, { stages }: Packs): string | null {
  const [only] = stages.values();
  if (stage === null || only === undefined || stages.size > 1) return null;
  const isTold = HAS_STAGE.has(modality) || (modality === "negated" && isStepBack(stage, only));
  return isTold && only.rows.has(stage) ? stage : null;
}

function isStepBack(stage: string | null, { rows }: CaseStages): boolean {
  return stage !== null && rows.get(stage)?.reverses === true;
}

/** The last step of a case among those that bring an execution near; null where no word names one. */
function furthestDanger(found: readonly GazetteerMatch[], { rows }: CaseStages): string | null {
  const steps = found.flatMap(({ id }) => {
    const row = rows.get(id);
    return row !== undefined && row.risk >= NEAR && row.risk < OVER
      ? [{ id, order: row.order }]
      : [];
  });
  return steps.sort((left, right) => right.order - left.order)[0]?.id ?? null;
}

/** From this risk on a step is for the watch list; `OVER` is the risk of one whose case has ended. */
const NEAR = 3;
const OVER = 9;

const HAS_STAGE: ReadonlySet<string> = new Set(["happened", "ongoing", "at-risk", "intended"]);

/** How many sentences back the event stands that "has not been reported by officials". */
const UNANNOUNCED_REACH = 6;

/** Executions of which the report says that the authorities have not announced them. */
export function unannouncedEvents(
  drafts: readonly Draft[],
  readings: readonly SentenceReading[],
  classes: ClauseClasses,
): ReadonlySet<Draft> {
  const members = classes.of("UNANNOUNCED");
  const found = new Set<Draft>();
  for (const { index, items } of readings) {
    if (!items.some((item) => members[item.set] === 1)) continue;
    const near = drafts.filter(
      (draft) =>
        draft.kind === "execution" &&
        draft.sentence <= index &&
        draft.sentence >= index - UNANNOUNCED_REACH &&
        draft.quantity !== null,
    );
    const last = near.at(-1);
    if (last === undefined) continue;
    for (const draft of near) if (draft === last || sharesPerson(draft, last)) found.add(draft);
  }
  return found;
}

function sharesPerson(a: Draft, b: Draft): boolean {
  return a.persons.some(({ name }) => b.persons.some((other) => other.name.name === name.name));
}

/** The speaker is an organ or medium of a state, as its name or title says; who left office speaks for none. */
export function isOfficial(
  speech: Speech,
  tokens: Tokens,
  pack: LanguagePack,
  packs: Packs,
): boolean {
  const { name, range } = speech.speaker;
  if (name?.id != null && packs.officialIds.has(name.id)) return true;
  if (name?.type === "person" && !name.isTitleOfficial) return false;
  const from = name?.type === "person" ? name.titleFrom : range[0];
  const to = name?.type === "person" ? name.from : range[1];
  const forms = tokens.form.slice(from, to);
  if (forms.some((form) => pack.wordsIn("OUTOFOFFICE").has(form))) return false;
  if (isSecretaryGeneral(forms, pack)) return false;
  return forms.some((form) => pack.authority.has(form));
}

/** "the Secretary-General", of the United Nations, a union or a society: no office of a state. */
function isSecretaryGeneral(forms: readonly string[], pack: LanguagePack): boolean {
  const at = forms.findIndex((form) => pack.wordsIn("SECRETARYW").has(form));
  return at >= 0 && forms.slice(at + 1, at + 3).some((form) => pack.wordsIn("GENERALW").has(form));
}
