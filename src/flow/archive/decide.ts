/** The stories of `sanad accept`, `reject`, `correct` and `undo`: a person decides, and the decision is an entry. */
import { Failure } from "../../base/failure.ts";
import { appendEntries } from "../../ledger/append.ts";
import type { DecisionMade, NewEntry } from "../../ledger/entryKinds.ts";
import { putJob } from "../../ledger/jobs.ts";
import {
  checkStands,
  claimsOf,
  decisionsOf,
  showClaim,
  showDocument,
  type ShownClaim,
  type ShownDecision,
} from "../../ledger/views.ts";
import { correctClaim, type Correction } from "../../model/correction.ts";
import { type CorrectionDoubt, doubtsOfCorrection } from "./correctionDoubts.ts";
import { knownPlaces } from "./people/peoplePack.ts";
import { readCorrection, type TypedCorrection } from "./correct.ts";
import type { Session } from "./session.ts";

type Why = { readonly reason: string; readonly at: string };

/** A claim as it stood before, and the decision that stood about it. */
export type Decided = { readonly claim: ShownClaim; readonly before: ShownDecision | null };

/** Accepts or rejects a claim; answers with the claim as it stood before. */
export async function decide(
  session: Session,
  id: string,
  decision: Why & { readonly verdict: "accepted" | "rejected" },
): Promise<ShownClaim> {
  const [decided] = await decideAll(session, [id], decision);
  return (decided as Decided).claim;
}

/** Accepts or rejects claims, all or none. Who accepts a corrected claim accepts the correction. */
export async function decideAll(
  session: Session,
  ids: readonly string[],
  decision: Why & { readonly verdict: "accepted" | "rejected" },
): Promise<readonly Decided[]> {
  const found = await findAll(session.archive, ids);
  await enterDecisions(
    session,
    found.map(({ claim }) => ({
      claim,
      ...decision,
      correction: decision.verdict === "accepted" ? claim.correction : null,
    })),
    found.some(changesLinks),
  );
  return found;
}

/** Who decides otherwise than somebody before, or stands for what was only shown, changes what is linked and counted. */
export function changesLinks({ claim, before }: Decided): boolean {
  return before !== null || claim.body.tier === "shown";
}

/** Puts fields of a claim right; its words, and what was read of them, stay. Answers with the whole correction. */
export async function correct(
  session: Session,
  id: string,
  {
    typed,
    isSure = () => Promise.resolve(true),
    ...why
  }: Why & {
    readonly typed: TypedCorrection;
    /** Asked before a place is entered that nobody knows: what is entered stays in the ledger for good. */
    readonly isSure?: (doubts: readonly CorrectionDoubt[]) => Promise<boolean>;
  },
): Promise<
  Decided & { readonly correction: Correction; readonly doubts: readonly CorrectionDoubt[] }
> {
  const [found] = await findAll(session.archive, [id]);
  const { claim, before } = found as Decided;
  const correction = readCorrection(claim.body, claim.correction, typed);
  const doubts = await findDoubts(session, claim, correction, typed, why.at);
  const strange = doubts.filter(({ kind }) => kind === "place");
  if (strange.length > 0 && !(await isSure(strange))) throw unknownPlace(strange);
  await enterDecisions(session, [{ claim, ...why, verdict: "corrected", correction }], true);
  return { claim, before, correction, doubts };
}

function unknownPlace(doubts: readonly CorrectionDoubt[]): Failure {
  const names = doubts.map(({ name }) => name).join("; ");
  const near = doubts.flatMap((doubt) => ("near" in doubt ? doubt.near : []));
  return new Failure(
    "input-refused",
    near.length === 0
      ? `No place called ${names} is known, nor does the report hold these words; nothing was changed. --yes enters it all the same`
      : `No place called ${names} is known, nor does the report hold these words; nothing was changed. Near: ${near.join("; ")}. --yes enters it all the same`,
  );
}

/** What in a correction neither the report nor the packs bear out: it stands, and whoever made it is told. */
async function findDoubts(
  { archive }: Session,
  claim: ShownClaim,
  correction: Correction,
  typed: TypedCorrection,
  at: string,
): Promise<readonly CorrectionDoubt[]> {
  const { isPlace, names } = knownPlaces();
  const report = await showDocument(archive, claim.document);
  const claims = await claimsOf(archive, claim.document);
  return doubtsOfCorrection({
    typed,
    now: correctClaim(claim.body, correction),
    text: report?.text ?? "",
    claims: claims.map(({ body }) => body),
    isPlace,
    places: names,
    today: at.slice(0, 10),
  });
}

type Verdict = Why & Pick<DecisionMade, "verdict" | "correction"> & { readonly claim: ShownClaim };

/** Whoever accepts what nobody decided on changes nobody's links. */
async function enterDecisions(
  { archive, actor }: Session,
  verdicts: readonly Verdict[],
  isOther: boolean,
): Promise<void> {
  const entries = verdicts.map(({ claim: about, at, ...decision }): NewEntry => {
    const { claim, document, record, body } = about;
    const { quote, start, end } = body.span;
    const made: DecisionMade = { claim, document, ...decision, quote, start, end, decidedAt: at };
    return { kind: "decision-made", record, by: actor, body: made };
  });
  await appendEntries(archive, entries, {
    at: verdicts[0]?.at ?? "",
    expected: null,
    beside: async (one) => {
      for (const { claim } of verdicts) await checkStands(one, archive, claim.claim);
      if (isOther) await putJob(one, archive.workspace, "link");
    },
  });
}

/** What was taken back, and how the claim stands now: an earlier decision may hold again. */
export type Undone = {
  readonly id: string;
  readonly verdict: string;
  readonly now: string;
  readonly by: string | null;
};

/** Takes back the last decisions about claims that stand, all or none. */
export async function undoDecisions(
  session: Session,
  ids: readonly string[],
  { reason, at }: Why,
): Promise<readonly Undone[]> {
  const undone: Undone[] = [];
  const entries: NewEntry[] = [];
  for (const id of new Set(ids)) {
    const claim = await findClaim(session.archive, id, ids.length > 1);
    const [last, before] = (await standingOf(session.archive, id)).toReversed();
    if (last === undefined)
      throw new Failure("not-found", `There is no decision about ${id} to take back`);
    const { record } = claim;
    const body = { decision: last.entry, reason, undoneAt: at };
    entries.push({ kind: "decision-undone", record, by: session.actor, body });
    const now = before?.verdict ?? "proposed";
    undone.push({ id, verdict: last.verdict, now, by: before?.actor ?? null });
  }
  await appendEntries(session.archive, entries, { at, expected: null });
  return undone;
}

/** Takes back the last decision about a claim. */
export async function undoDecision(session: Session, id: string, why: Why): Promise<Undone> {
  const [undone] = await undoDecisions(session, [id], why);
  return undone as Undone;
}

async function findAll(
  archive: Session["archive"],
  ids: readonly string[],
): Promise<readonly Decided[]> {
  const found: Decided[] = [];
  for (const id of new Set(ids)) {
    const claim = await findClaim(archive, id, ids.length > 1);
    found.push({ claim, before: (await standingOf(archive, id)).at(-1) ?? null });
  }
  return found;
}

/** Decisions that were not taken back; the last one holds. */
async function standingOf(
  archive: Session["archive"],
  id: string,
): Promise<readonly ShownDecision[]> {
  return (await decisionsOf(archive, id)).filter(({ undone_by: undone }) => undone === null);
}

async function findClaim(
  archive: Session["archive"],
  id: string,
  isOneOfMany: boolean,
): Promise<ShownClaim> {
  const claim = await showClaim(archive, id);
  if (claim !== null) return claim;
  if (id.startsWith("d-"))
    throw new Failure(
      "input-refused",
      `${id} is a report and no claim; sanad show ${id} lists its claims (c-…)`,
    );
  if (/^[pm]-/.test(id))
    throw new Failure(
      "input-refused",
      `${id} is a person and no claim; sanad person ${id} lists the claims (c-…) and the decisions (e-…)`,
    );
  throw new Failure(
    "not-found",
    isOneOfMany
      ? `There is no claim ${id}, so none of them was changed; sanad search prints the ids of claims`
      : `There is no claim ${id}; sanad search finds claims and prints their ids`,
  );
}
