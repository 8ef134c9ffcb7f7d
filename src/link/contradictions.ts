/**
 * In: the steps of a case in which a death is told. Out: those that cannot hold with it: a denial, a sign of life, a release or a stay
 * that is not surely of before, a danger that is told well after it.
 * Never: takes a doubt about a death for a sign of life, or what was surely before it.
 */
import type { CaseStep, Stage, StageClaim } from "../model/caseHistory.ts";
import { firstOf, lastOf, type Window } from "./caseWindows.ts";

/** Risk of a stage that ends a life. */
const DEAD = 9;
/** Risk from which somebody is on the list of those in danger. */
const WATCHED = 3;
/** Days after a death on which a report that does not know of it may still call the person in danger. */
const UNKNOWING = 3;
/** Days of a death that is told as wide as this are no day: until it was first reported nobody knew of it. */
const WIDE = 31;

/** A step with its stage, and between which days it lies. */
export type Step = { readonly step: CaseStep; readonly stage: Stage; readonly window: Window };

export function contradictionsOf(
  steps: readonly CaseStep[],
  { life, deaths }: { readonly life: readonly Step[]; readonly deaths: readonly Step[] },
  stages: ReadonlyMap<string, Stage>,
): readonly CaseStep[] {
  const denied = steps.filter((step) => isDenied(step, stages) && isToldAfter(step, deaths));
  const against = life.filter((one) =>
    one.stage.isLife === true
      ? one.step.claims.some((claim) => isSignAgainst(claim, deaths))
      : !isDoubtOfDeath(one, stages) &&
        (speaksAgainst(one, deaths) || speaksBeside(one, life, deaths)),
  );
  return [...denied, ...against.map(({ step }) => step)];
}

/**
 * A sign of life holds against a death unless it is surely of before; where nobody tells which was first, it does, and so it does where
 * the death has no day. Who tells both tells them in order, unless the sign is told as of now ("is alive").
 */
function isSignAgainst(sign: StageClaim, deaths: readonly Step[]): boolean {
  const { document, latest, earliest, reported, modality } = sign;
  const isOfOneReport = deaths.some(({ step }) =>
    step.claims.some((claim) => claim.document === document),
  );
  const isNow = modality === "ongoing";
  return deaths.some((death) => {
    const { to, ...told } = daysOfDeath(death);
    // Of a death without a day nobody knows that it came after what was told shortly before.
    const isUndated = death.step.latest === null && !isOfOneReport;
    const from = isUndated && told.from !== null ? daysBefore(told.from, WIDE) : told.from;
    if (latest !== null) {
      if (isOfOneReport) return to !== null && (earliest ?? latest) > to;
      return from === null || latest >= from;
    }
    if (isOfOneReport) return isNow;
    if (reported === null || from === null) return true;
    return isNow ? reported >= from : reported > (to ?? from);
  });
}

/** Between which days somebody died, as far as it is told: before a death that no day was told of was reported, it was known to nobody. */
function daysOfDeath({ step, window }: Step): {
  readonly from: string | null;
  readonly to: string | null;
} {
  const reported = firstOf(step.claims.map((claim) => claim.reported));
  const to = step.latest ?? reported;
  const first = window.from ?? reported;
  const isWide = first !== null && to !== null && daysBetween(first, to) > WIDE;
  return { from: isWide ? (firstOf([to, reported]) ?? first) : first, to };
}

/** A death that is only doubted or alleged elsewhere is no sign of life. */
function isDoubtOfDeath({ step, stage }: Step, stages: ReadonlyMap<string, Stage>): boolean {
  return (
    stage.risk <= WATCHED && step.claims.every(({ said }) => stages.get(said ?? "")?.risk === DEAD)
  );
}

/** What is said to come after a death cannot both hold with it; nor can a danger that is told well after it. */
function speaksAgainst({ step, stage, window }: Step, deaths: readonly Step[]): boolean {
  const documents = new Set(
    deaths.flatMap((death) => death.step.claims.map((claim) => claim.document)),
  );
  // In the usual course nobody is freed and executed: where nobody knows which was first, it is held against it.
  const isFreedBeside = (death: Step): boolean => {
    const isUsual = stage.order < death.stage.order;
    if (isUsual || !stage.reverses || stage.risk > 0) return false;
    if (step.claims.some(({ document }) => documents.has(document))) return false;
    const { from } = daysOfDeath(death);
    if (from === null || window.to === null) return true;
    const isWide =
      window.from !== null && daysBetween(window.from, window.to) > WIDE && window.from < from;
    return window.to >= from && !isWide;
  };
  return deaths.some((death) => {
    const died = death.step.latest ?? firstOf(death.step.claims.map((claim) => claim.reported));
    if (died === null) return isFreedBeside(death);
    const told = lastOf(
      step.claims
        .filter(({ document }) => !documents.has(document))
        .map(({ reported }) => reported),
    );
    // Whoever tells after the day of the death that the execution was stopped, whenever, knows of none.
    if (stage.reverses && stage.risk > 0 && told !== null && told > died) return true;
    if (window.from !== null) return window.from > died || isFreedBeside(death);
    if (told === null) return isFreedBeside(death);
    if (stage.reverses) return told > died;
    // "is held in that prison", days after: who tells that of now knows of no death.
    const isHeld = step.claims.some(
      ({ modality, reported, document }) =>
        modality === "ongoing" && reported === told && !documents.has(document),
    );
    if (isHeld) return daysBetween(died, told) > UNKNOWING;
    return stage.risk > WATCHED && daysBetween(died, told) > UNKNOWING;
  });
}

/** A death that somebody denies: "he was not executed". */
function isDenied({ stage, claims }: CaseStep, stages: ReadonlyMap<string, Stage>): boolean {
  return stages.get(stage)?.risk === DEAD && claims.some(({ modality }) => modality === "negated");
}

/** What is told once a death may have been told, or nobody knows when, speaks against it. */
function isToldAfter({ claims }: CaseStep, deaths: readonly Step[]): boolean {
  const died = firstOf(
    deaths.flatMap(({ step }) => step.claims.map(({ latest, reported }) => latest ?? reported)),
  );
  return claims.some(({ reported }) => died === null || reported === null || reported >= died);
}

/**
 * Whoever tells a death and, without a day before it, that the execution was stopped may have told one of them otherwise: where
 * nobody else tells the death, a person must look.
 */
function speaksBeside(one: Step, life: readonly Step[], deaths: readonly Step[]): boolean {
  if (!isStopped(one)) return false;
  const stopped = life.filter(isStopped);
  return deaths.every(({ step: death }) =>
    death.claims.every(({ document, latest }) =>
      stopped.some(
        ({ step, window }) =>
          step.claims.some((claim) => claim.document === document) &&
          (window.from === null || latest === null || window.from >= latest),
      ),
    ),
  );
}

/** A step back that leaves somebody in danger: a stay, a return to the ward. */
function isStopped({ stage }: Step): boolean {
  return stage.reverses && stage.risk > 0;
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
