/**
 * In: what documents say of one person's case. Out: its steps in the order of the events, and where it stands.
 * Never: lets a report that comes late, or tells the past again, lower a risk; only a step back does.
 */
import type { CaseHistory, CaseStep, Stage, StageClaim } from "../model/caseHistory.ts";
import type { Modality } from "../model/claim.ts";

/** Risk of a stage that ends a life. */
const DEAD = 9;
/** What moves a case. */
const MOVING: ReadonlySet<Modality> = new Set(["happened", "ongoing", "at-risk"]);

/** The history of a case; claims of stages that the pack does not know are left out. */
export function historyOf(
  claims: readonly StageClaim[],
  stages: ReadonlyMap<string, Stage>,
): CaseHistory {
  const known = claims.filter(({ stage }) => stages.has(stage));
  const steps = orderSteps(joinClaims(known), stages);
  let standsAt: CaseStep | null = null;
  const contradictions: CaseStep[] = [];
  for (const step of steps) {
    if (!step.moves) continue;
    const now = stages.get(step.stage) as Stage;
    const before = standsAt === null ? null : (stages.get(standsAt.stage) as Stage);
    if (standsAt !== null && before !== null && before.risk === DEAD && now.risk !== DEAD) {
      // What is said to come after a death cannot both hold with it; people decide.
      if (isDatedAfter(step, standsAt) || (now.reverses && isAfter(step, standsAt)))
        contradictions.push(step);
      continue;
    }
    if (movesOn(now, before, standsAt, step)) standsAt = step;
  }
  const risk = standsAt === null ? null : (stages.get(standsAt.stage) as Stage).risk;
  return { steps, standsAt, risk, contradictions };
}

/** A step back always moves; a step on only to a later stage, or again after a step back. */
function movesOn(
  now: Stage,
  before: Stage | null,
  standsAt: CaseStep | null,
  step: CaseStep,
): boolean {
  if (before === null || standsAt === null || now.reverses) return true;
  if (before.reverses) return isDatedAfter(step, standsAt) || now.risk > before.risk;
  return now.risk > before.risk || (now.risk === before.risk && now.order >= before.order);
}

/** Claims of one stage whose days meet are one step; those without a day join the step that was reported with them. */
function joinClaims(claims: readonly StageClaim[]): CaseStep[] {
  const byStage = new Map<string, StageClaim[]>();
  for (const claim of claims) {
    const key = `${claim.stage} ${MOVING.has(claim.modality)}`;
    byStage.set(key, [...(byStage.get(key) ?? []), claim]);
  }
  return [...byStage.values()].flatMap(joinStage);
}

function joinStage(claims: readonly StageClaim[]): CaseStep[] {
  const dated = claims.filter(isDated).sort(byDays);
  const groups: StageClaim[][] = [];
  for (const claim of dated) {
    const last = groups.at(-1);
    if (last?.some((other) => daysMeet(other, claim)) === true) last.push(claim);
    else groups.push([claim]);
  }
  for (const claim of claims.filter((other) => !isDated(other)).sort(byReport)) {
    // The newest step of this stage that was there when it was reported.
    const at = groups.findLastIndex(
      (group) => claim.reported === null || startOf(group) <= claim.reported,
    );
    const group = groups[at];
    if (group === undefined) groups.push([claim]);
    else group.push(claim);
  }
  return groups.map(makeStep);
}

function makeStep(claims: readonly StageClaim[]): CaseStep {
  const days = claims.filter(isDated);
  // The narrowest words say when.
  const [best] = [...days].sort((a, b) => widthOf(a) - widthOf(b));
  const reported = claims.map((claim) => claim.reported ?? "").filter((day) => day !== "");
  return {
    stage: claims[0]?.stage ?? "",
    earliest: best?.earliest ?? null,
    latest: best?.latest ?? null,
    reported: reported.sort()[0] ?? null,
    claims,
    moves: claims.some(({ modality }) => MOVING.has(modality)),
  };
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
    const first = later.map(({ latest }) => latest ?? "").sort()[0];
    return first ?? step.reported ?? "";
  };
  return steps
    .map((step) => ({ step, day: dayOf(step), order: orderOf(step) }))
    .sort((a, b) => compare(a.day, b.day) || a.order - b.order)
    .map(({ step }) => step);
}

type Dated = StageClaim & { readonly latest: string };

function isDated(claim: StageClaim): claim is Dated {
  return claim.latest !== null;
}

function startOf(group: readonly StageClaim[]): string {
  return (
    group.map(({ earliest, latest, reported }) => earliest ?? latest ?? reported ?? "").sort()[0] ??
    ""
  );
}

/** Days of one event that two reports give may be this far apart. */
const DAYS_APART = 3;

function daysMeet(a: StageClaim, b: StageClaim): boolean {
  const slack = DAYS_APART * DAY;
  return (
    timeOf(a.earliest ?? a.latest) - slack <= timeOf(b.latest) &&
    timeOf(b.earliest ?? b.latest) - slack <= timeOf(a.latest)
  );
}

const DAY = 86_400_000;

function timeOf(day: string | null): number {
  return Date.parse(day ?? "");
}

function widthOf({ earliest, latest }: StageClaim): number {
  return timeOf(latest) - timeOf(earliest ?? latest);
}

function isAfter(step: CaseStep, other: CaseStep): boolean {
  return compare(step.earliest ?? step.reported ?? "", other.latest ?? other.reported ?? "") > 0;
}

function isDatedAfter(step: CaseStep, other: CaseStep): boolean {
  return step.earliest !== null && other.latest !== null && step.earliest > other.latest;
}

function byDays(a: Dated, b: Dated): number {
  return compare(a.earliest ?? a.latest, b.earliest ?? b.latest) || compare(a.latest, b.latest);
}

function byReport(a: StageClaim, b: StageClaim): number {
  return compare(a.reported ?? "", b.reported ?? "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
