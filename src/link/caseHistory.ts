/**
 * In: what documents say of one person's case. Out: its steps in the order of the events, and where it stands.
 * Never: lets a report that comes late, or tells the past again, lower a risk: a step back does so only where it is surely
 * later; makes a death of what is only feared, planned or denied.
 */
import type { CaseHistory, CaseStep, Stage, StageClaim } from "../model/caseHistory.ts";
import type { Modality } from "../model/claim.ts";
import { joinClaims } from "./caseSteps.ts";
import { firstOf, isLater, windowOf } from "./caseWindows.ts";
import { contradictionsOf, type Step } from "./contradictions.ts";

/** Risk of a stage that ends a life. */
const DEAD = 9;
/** Risk from which somebody is on the list of those in danger. */
const WATCHED = 3;
const DONE: ReadonlySet<Modality> = new Set(["happened"]);
const UNDER_WAY: ReadonlySet<Modality> = new Set(["happened", "ongoing"]);
const FEARED: ReadonlySet<Modality> = new Set(["happened", "ongoing", "at-risk"]);
const PLANNED: ReadonlySet<Modality> = new Set(["happened", "ongoing", "at-risk", "intended"]);

/** The history of a case; claims of stages that the pack does not know are left out. Of one who is `isAlive` no death moves it. */
export function historyOf(
  claims: readonly StageClaim[],
  stages: ReadonlyMap<string, Stage>,
  { isAlive = false }: { readonly isAlive?: boolean } = {},
): CaseHistory {
  const known = claims.flatMap((claim) => readStage(claim, stages));
  const steps = orderSteps(joinClaims(known, stages), stages);
  const moving = steps.flatMap((step): Step[] => {
    const stage = stages.get(step.stage);
    return step.moves && stage !== undefined ? [{ step, stage, window: windowOf(step) }] : [];
  });
  const deaths = isAlive ? [] : moving.filter(({ stage }) => stage.risk === DEAD);
  const life = moving.filter(({ stage }) => stage.risk !== DEAD);
  const death = deaths.reduce<Step | null>(
    (best, one) => (best === null || one.stage.order >= best.stage.order ? one : best),
    null,
  );
  if (death !== null)
    return {
      steps,
      standsAt: death.step,
      risk: DEAD,
      contradictions: contradictionsOf(steps, { life, deaths }, stages),
      perhaps: [],
    };
  const left = life.filter((one) => !life.some((other) => stepsBack(other, one, life)));
  const standing = standOf(left.length === 0 ? life : left);
  return {
    steps,
    standsAt: standing?.step ?? null,
    risk: standing?.stage.risk ?? null,
    contradictions: [],
    perhaps: standing === null ? [] : doubtfulSteps(standing, life, left),
  };
}

/** What a claim says of the case: a death that is only feared is a danger. Claims of unknown stages say nothing. */
function readStage(
  claim: StageClaim,
  stages: ReadonlyMap<string, Stage>,
): readonly { readonly claim: StageClaim; readonly moves: boolean }[] {
  const stage = stages.get(claim.stage);
  if (stage === undefined) return [];
  // What a page takes back is a doubt: of a death or of a stay a danger is left.
  const isDoubt = claim.isWithdrawn === true && (stage.risk === DEAD || stage.reverses);
  const as = stage.as.get(isDoubt && DONE.has(claim.modality) ? "unclear" : claim.modality);
  if (as !== undefined && stages.has(as))
    return [{ claim: { ...claim, stage: as, said: stage.id }, moves: true }];
  return [{ claim, moves: !isDoubt && movingOf(stage).has(claim.modality) }];
}

/** What moves a case to a stage. */
function movingOf({ risk, reverses }: Stage): ReadonlySet<Modality> {
  if (risk === DEAD) return DONE;
  if (reverses) return UNDER_WAY;
  return risk >= WATCHED ? PLANNED : FEARED;
}

/** Where a case stands of what nothing stepped back: at the highest risk; of two the same, at the later. */
function standOf(left: readonly Step[]): Step | null {
  return left.reduce<Step | null>((before, one) => {
    if (before === null || one.stage.risk > before.stage.risk) return one;
    if (one.stage.risk < before.stage.risk) return before;
    if (one.stage.reverses) return isUnplaced(one, before) ? before : one;
    if (before.stage.reverses)
      return isLater(one.window, before.window) || isUnplaced(before, one) ? one : before;
    return one.stage.order >= before.stage.order ? one : before;
  }, null);
}

/** Of a step back without any day, told by other reports without one, nobody knows that it is later than what has a day. */
function isUnplaced(back: Step, other: Step): boolean {
  const { from, to } = back.window;
  if (from !== null || to !== null || other.window.to === null) return false;
  const documents = new Set(back.step.claims.map(({ document }) => document));
  return !other.step.claims.some(({ document }) => documents.has(document));
}

/**
 * A step back ends what was before it. Whoever is in danger leaves the list only by what is surely later; what is only
 * likely to be later lowers the risk on the list. Where nobody is in danger the usual order is enough.
 */
function stepsBack(back: Step, from: Step, all: readonly Step[]): boolean {
  if (back === from || !back.stage.reverses) return false;
  if (isLater(back.window, from.window)) return true;
  if (isLater(from.window, back.window)) return false;
  if (from.stage.risk < WATCHED)
    return all.indexOf(back) > all.indexOf(from) || isPutRight(back.step, from.step);
  return back.stage.risk >= WATCHED && isLikelyLater(back, from, all);
}

/** Only older versions of pages say it, and a newest one of them tells the step back ("an earlier version said … was upheld"). */
function isPutRight(back: CaseStep, from: CaseStep): boolean {
  if (from.claims.some(({ isWithdrawn }) => isWithdrawn !== true)) return false;
  const newest = new Set(from.claims.map(({ newer }) => newer));
  return back.claims.some(
    ({ document, isWithdrawn }) => isWithdrawn !== true && newest.has(document),
  );
}

/** Of one day, or without a day in a report that came later and tells nothing else as late: later in the usual course. */
function isLikelyLater(back: Step, from: Step, all: readonly Step[]): boolean {
  if (back.stage.order < from.stage.order) return false;
  const { window } = back;
  if (window.from !== null)
    return (
      window.from === window.to &&
      from.window.from === window.from &&
      from.window.to === window.to &&
      back.stage.order > from.stage.order
    );
  const reported = firstOf(back.step.claims.map((claim) => claim.reported));
  if (reported === null || from.window.to === null || reported <= from.window.to) return false;
  const documents = new Set(back.step.claims.map(({ document }) => document));
  return !all.some(
    ({ step, window: other }) =>
      step !== back.step &&
      step.claims.some(({ document }) => documents.has(document)) &&
      (other.to === null || other.to >= (from.window.from ?? from.window.to ?? "")),
  );
}

/** Steps back that may well be later than all that holds the risk up. */
function doubtfulSteps(
  standing: Step,
  life: readonly Step[],
  left: readonly Step[],
): readonly CaseStep[] {
  const holding = left.filter(({ stage }) => stage.risk >= standing.stage.risk);
  return life
    .filter(
      (one) =>
        one.stage.reverses &&
        one.stage.risk < standing.stage.risk &&
        !holding.some((other) => isLater(other.window, one.window)),
    )
    .map(({ step }) => step);
}

/** By day; what has none stands before the later stages that the same report tells, else on the day of its report. */
function orderSteps(
  steps: readonly CaseStep[],
  stages: ReadonlyMap<string, Stage>,
): readonly CaseStep[] {
  const orderOf = ({ stage }: CaseStep): number => stages.get(stage)?.order ?? 0;
  const dayOf = (step: CaseStep): string => {
    if (step.latest !== null) return step.latest;
    const documents = new Set(step.claims.map(({ document }) => document));
    const later = steps.filter(
      (other) =>
        other.latest !== null &&
        orderOf(other) > orderOf(step) &&
        other.claims.some(({ document }) => documents.has(document)),
    );
    return firstOf(later.map(({ latest }) => latest)) ?? step.reported ?? "";
  };
  return steps
    .map((step) => ({ step, day: dayOf(step), order: orderOf(step) }))
    .sort(
      (a, b) => compare(a.day, b.day) || a.order - b.order || compare(a.step.stage, b.step.stage),
    )
    .map(({ step }) => step);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
