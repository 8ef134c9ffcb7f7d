/** The stories of `sanad accept`, `reject`, `correct` and `undo`: a person decides, and the decision is an entry. */
import { canonicalJson, type Json } from "../../base/canonicalJson.ts";
import { Failure } from "../../base/failure.ts";
import { appendAsSeen } from "../../ledger/append.ts";
import type { Archive } from "../../ledger/archive.ts";
import type { DecisionMade, NewEntry } from "../../ledger/entryKinds.ts";
import { putJob } from "../../ledger/jobs.ts";
import {
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

/**
 * Accepts or rejects claims, all or none. Who accepts a corrected claim accepts the correction: throws `conflict` where that became
 * another one while this waited.
 */
export async function decideAll(
  { archive, actor }: Session,
  ids: readonly string[],
  { verdict, reason, at }: Why & { readonly verdict: "accepted" | "rejected" },
): Promise<readonly Decided[]> {
  const shown = await findAll(archive, ids);
  let found: readonly Decided[] = [];
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    found = await lookAgain(seen, shown);
    const isAccepted = verdict === "accepted";
    for (const [which, now] of found.entries())
      if (isAccepted && !isSameCorrection(shown[which], now)) throw decidedMeanwhile(now);
    if (found.some(changesLinks)) await putJob(seen.database, seen.workspace, "link");
    return found.map(({ claim }) => {
      const correction = isAccepted ? claim.correction : null;
      return decisionOn(claim, actor, { verdict, correction, reason, decidedAt: at });
    });
  };
  await appendAsSeen(archive, look, { at });
  return found;
}

function isSameCorrection(one: Decided | undefined, other: Decided): boolean {
  const text = (correction: Correction | null | undefined): string =>
    canonicalJson((correction ?? null) as unknown as Json);
  return text(one?.claim.correction) === text(other.claim.correction);
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
  const { archive, actor } = session;
  const asked = (await findAll(archive, [id])) as readonly [Decided];
  const [shown] = asked;
  const wanted = readCorrection(shown.claim.body, shown.claim.correction, typed);
  const doubts = await findDoubts(session, shown.claim, wanted, typed, why.at);
  const strange = doubts.filter(({ kind }) => kind === "place");
  if (strange.length > 0 && !(await isSure(strange))) throw unknownPlace(strange);
  let done = { ...shown, correction: wanted };
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    const [found] = (await lookAgain(seen, asked)) as readonly [Decided];
    // Whoever was asked answered about what stood then.
    if (strange.length > 0 && found.before?.entry !== shown.before?.entry)
      throw decidedMeanwhile(found);
    const { body, correction: standing } = found.claim;
    const correction = readCorrection(body, standing, typed);
    done = { ...found, correction };
    await putJob(seen.database, seen.workspace, "link");
    const { reason, at: decidedAt } = why;
    return [
      decisionOn(found.claim, actor, { verdict: "corrected", correction, reason, decidedAt }),
    ];
  };
  await appendAsSeen(archive, look, { at: why.at });
  return { ...done, doubts };
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

type Verdict = Pick<DecisionMade, "verdict" | "correction" | "reason" | "decidedAt">;

function decisionOn(about: ShownClaim, by: string, verdict: Verdict): NewEntry {
  const { claim, document, record, body } = about;
  const { quote, start, end } = body.span;
  return {
    kind: "decision-made",
    record,
    by,
    body: { claim, document, ...verdict, quote, start, end },
  };
}

/** What was taken back, and how the claim stands now: an earlier decision may hold again. */
export type Undone = {
  readonly id: string;
  readonly verdict: string;
  readonly now: string;
  readonly by: string | null;
};

/**
 * Takes back the last decisions about claims that stand, all or none. Throws `conflict` where the last one came while this waited:
 * nobody takes back what they cannot have seen.
 */
export async function undoDecisions(
  { archive, actor }: Session,
  ids: readonly string[],
  { reason, at }: Why,
): Promise<readonly Undone[]> {
  const shown = await findAll(archive, ids);
  const known = new Set<string>();
  for (const { claim } of shown)
    for (const { entry } of await standingOf(archive, claim.claim)) known.add(entry);
  let undone: readonly Undone[] = [];
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    const found = await lookAgain(seen, shown);
    const taken: Undone[] = [];
    const entries: NewEntry[] = [];
    for (const { claim, before: last } of found) {
      const { claim: id, record } = claim;
      if (last === null)
        throw new Failure("not-found", `There is no decision about ${id} to take back`);
      if (!known.has(last.entry)) throw decidedMeanwhile({ claim, before: last });
      const body = { decision: last.entry, reason, undoneAt: at };
      entries.push({ kind: "decision-undone", record, by: actor, body });
      const before = (await standingOf(seen, id)).at(-2);
      const [now, by] = [before?.verdict ?? "proposed", before?.actor ?? null];
      taken.push({ id, verdict: last.verdict, now, by });
    }
    undone = taken;
    return entries;
  };
  await appendAsSeen(archive, look, { at });
  return undone;
}

/** Takes back the last decision about a claim. */
export async function undoDecision(session: Session, id: string, why: Why): Promise<Undone> {
  const [undone] = await undoDecisions(session, [id], why);
  return undone as Undone;
}

async function findAll(archive: Archive, ids: readonly string[]): Promise<readonly Decided[]> {
  const found: Decided[] = [];
  for (const id of new Set(ids)) {
    const claim = await findClaim(archive, id, ids.length > 1);
    found.push({ claim, before: (await standingOf(archive, id)).at(-1) ?? null });
  }
  return found;
}

/** The same as they stand now, where nobody else can change them; throws `conflict` where one went meanwhile. */
async function lookAgain(seen: Archive, shown: readonly Decided[]): Promise<readonly Decided[]> {
  const found: Decided[] = [];
  for (const { claim: id } of shown.map((one) => one.claim)) {
    const claim = await showClaim(seen, id);
    if (claim === null)
      throw new Failure("conflict", `The claim ${id} went meanwhile; look at its document again`);
    found.push({ claim, before: (await standingOf(seen, id)).at(-1) ?? null });
  }
  return found;
}

/** Somebody was quicker: what was looked at is not what stands. */
function decidedMeanwhile({ claim: { claim }, before }: Decided): Failure {
  return new Failure(
    "conflict",
    before === null
      ? `What was decided about ${claim} was taken back meanwhile; nothing was changed. sanad show ${claim} tells how it stands`
      : `${claim} was decided on meanwhile (${before.entry}); nothing was changed. sanad show ${claim} tells by whom, and how it stands`,
  );
}

/** Decisions that were not taken back; the last one holds. */
async function standingOf(archive: Archive, id: string): Promise<readonly ShownDecision[]> {
  return (await decisionsOf(archive, id)).filter(({ undone_by: undone }) => undone === null);
}

async function findClaim(archive: Archive, id: string, isOneOfMany: boolean): Promise<ShownClaim> {
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
