/**
 * In: claims of stages. Out: those that tell one step together.
 * Never: joins two steps because something vague could be either; makes an old step of what was told lately.
 */
import type { CaseStep, Stage, StageClaim } from "../model/caseHistory.ts";
import { type Dated, firstOf, isDated, lastOf, timeOf, widthOf } from "./caseWindows.ts";

const DAY = 86_400_000;
/** Days of one event that two reports give may be this far apart. */
const DAYS_APART = 3;
/** Days for which a step is news: what a report tells without a day belongs to it. */
const NEWS = 31;

type Read = { readonly claim: StageClaim; readonly moves: boolean };

/** Claims of one stage whose days meet are one step; those without a day join the step that was news when they were told. */
export function joinClaims(
  claims: readonly Read[],
  stages: ReadonlyMap<string, Stage>,
): readonly CaseStep[] {
  const backs = claims.flatMap(({ claim, moves }) =>
    moves && stages.get(claim.stage)?.reverses === true ? [claim] : [],
  );
  const byStage = new Map<string, StageClaim[]>();
  const movesOf = new Map<string, boolean>();
  for (const { claim, moves } of claims) {
    const key = `${claim.stage} ${moves}`;
    const group = byStage.get(key);
    if (group === undefined) byStage.set(key, [claim]);
    else group.push(claim);
    movesOf.set(key, moves);
  }
  return [...byStage].flatMap(([key, group]) => {
    const stage = stages.get(group[0]?.stage ?? "");
    const isMoved = stage !== undefined && (stage.reverses || (stage.risk >= 3 && stage.risk < 9));
    const groups = joinDated(group.filter(isDated));
    joinUndated(groups, group, isMoved ? NEWS : Number.POSITIVE_INFINITY, backs);
    return groups.map((one) => makeStep(one, movesOf.get(key) === true));
  });
}

/** The narrowest words first: what is wide joins a step only where it meets no second one. */
function joinDated(claims: readonly Dated[]): StageClaim[][] {
  const groups: { readonly anchor: Dated; readonly claims: StageClaim[] }[] = [];
  const ordered = [...claims].sort((a, b) => widthOf(a) - widthOf(b) || byDays(a, b));
  for (const claim of ordered) {
    const near = groups.filter(({ anchor }) => daysMeet(anchor, claim));
    const [nearest] = near.sort((a, b) => distance(a.anchor, claim) - distance(b.anchor, claim));
    const isNarrow = widthOf(claim) <= DAYS_APART * DAY;
    if (nearest !== undefined && (near.length === 1 || isNarrow)) nearest.claims.push(claim);
    else groups.push({ anchor: claim, claims: [claim] });
  }
  return groups.sort((a, b) => byDays(a.anchor, b.anchor)).map(({ claims: own }) => own);
}

function joinUndated(
  groups: StageClaim[][],
  claims: readonly StageClaim[],
  news: number,
  backs: readonly StageClaim[],
): void {
  const undated = claims.filter((claim) => !isDated(claim)).sort(byReport);
  for (const claim of undated) {
    const at = groups.findLastIndex(
      (group) => isNewsOf(group, claim, news) && !isSteppedBack(group, claim, backs),
    );
    const group = groups[at];
    if (group === undefined) groups.push([claim]);
    else group.push(claim);
  }
}

/**
 * Was a step stepped back before something was reported by who does not tell of that? Then it may have come again: "sentenced to
 * death", months after the sentence was overturned.
 */
function isSteppedBack(
  group: readonly StageClaim[],
  { document, reported }: StageClaim,
  backs: readonly StageClaim[],
): boolean {
  const back = new Set(backs.map((one) => one.document));
  // A report that tells the step back too tells without a day what was before it, however late it came.
  const last = lastOf(
    group.map((one) => one.latest ?? (back.has(one.document) ? null : one.reported)),
  );
  if (last === null || reported === null) return false;
  return (
    !backs.some((back) => back.document === document) &&
    backs.some((one) => {
      const day = one.latest ?? one.reported;
      return day !== null && day > last && day < reported && one.stage !== group[0]?.stage;
    })
  );
}

/** Was a step there, and not long ago, when something was reported? */
function isNewsOf(group: readonly StageClaim[], claim: StageClaim, news: number): boolean {
  if (group.some(({ document, latest }) => document === claim.document && latest !== null))
    return true;
  const start = firstOf(
    group.map(({ earliest, latest, reported }) => earliest ?? latest ?? reported),
  );
  if (claim.reported === null) return news === Number.POSITIVE_INFINITY || start === null;
  if (start === null) return news === Number.POSITIVE_INFINITY;
  const last = lastOf(group.map(({ latest, reported }) => latest ?? reported)) ?? start;
  return start <= claim.reported && timeOf(claim.reported) - timeOf(last) <= news * DAY;
}

function makeStep(claims: readonly StageClaim[], moves: boolean): CaseStep {
  // The narrowest words say when.
  const [best] = claims.filter(isDated).sort((a, b) => widthOf(a) - widthOf(b) || byDays(a, b));
  return {
    stage: claims[0]?.stage ?? "",
    earliest: best?.earliest ?? null,
    latest: best?.latest ?? null,
    reported: firstOf(claims.map(({ reported }) => reported)),
    claims,
    moves,
  };
}

function daysMeet(a: Dated, b: Dated): boolean {
  return distance(a, b) <= DAYS_APART * DAY;
}

/** Between the nearest days of two windows; 0 where they meet. */
function distance(a: Dated, b: Dated): number {
  const from = (one: Dated): number => timeOf(one.earliest ?? one.latest);
  const to = (one: Dated): number => timeOf(one.latest);
  return Math.max(0, from(a) - to(b), from(b) - to(a));
}

function byDays(a: Dated, b: Dated): number {
  return (
    compare(a.earliest ?? a.latest, b.earliest ?? b.latest) ||
    compare(a.latest, b.latest) ||
    compare(a.claim, b.claim)
  );
}

function byReport(a: StageClaim, b: StageClaim): number {
  return compare(a.reported ?? "", b.reported ?? "") || compare(a.claim, b.claim);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
