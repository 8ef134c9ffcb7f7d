/** The stories of `sanad accept`, `reject`, `correct` and `undo`: a person decides, and the decision is an entry. */
import { Failure } from "../../base/failure.ts";
import { appendEntries } from "../../ledger/append.ts";
import type { DecisionMade } from "../../ledger/entryKinds.ts";
import { checkStands, decisionsOf, showClaim, type ShownClaim } from "../../ledger/views.ts";
import type { Correction } from "../../model/correction.ts";
import { readCorrection, type TypedCorrection } from "./correct.ts";
import type { Session } from "./session.ts";

type Why = { readonly reason: string; readonly at: string };

/** Accepts or rejects a claim; answers with the claim as it stood before. Who accepts a corrected claim accepts the correction. */
export async function decide(
  session: Session,
  id: string,
  decision: Why & { readonly verdict: "accepted" | "rejected" },
): Promise<ShownClaim> {
  const claim = await findClaim(session.archive, id);
  const correction = decision.verdict === "accepted" ? claim.correction : null;
  await enterDecision(session, claim, { ...decision, correction });
  return claim;
}

/** Puts fields of a claim right; its words, and what was read of them, stay. Answers with the whole correction. */
export async function correct(
  session: Session,
  id: string,
  { typed, ...why }: Why & { readonly typed: TypedCorrection },
): Promise<{ readonly claim: ShownClaim; readonly correction: Correction }> {
  const claim = await findClaim(session.archive, id);
  const correction = readCorrection(claim.body, claim.correction, typed);
  await enterDecision(session, claim, { ...why, verdict: "corrected", correction });
  return { claim, correction };
}

async function enterDecision(
  { archive, actor }: Session,
  { claim, document, record, body: { span } }: ShownClaim,
  { at, ...decision }: Why & Pick<DecisionMade, "verdict" | "correction">,
): Promise<void> {
  const { quote, start, end } = span;
  const body: DecisionMade = { claim, document, ...decision, quote, start, end, decidedAt: at };
  await appendEntries(archive, [{ kind: "decision-made", record, by: actor, body }], {
    at,
    expected: null,
    beside: (one) => checkStands(one, archive, claim),
  });
}

/** What was taken back, and how the claim stands now: an earlier decision may hold again. */
export type Undone = { readonly verdict: string; readonly now: string; readonly by: string | null };

/** Takes back the last decision about a claim that stands. */
export async function undoDecision(
  { archive, actor }: Session,
  id: string,
  { reason, at }: Why,
): Promise<Undone> {
  const claim = await findClaim(archive, id);
  const standing = (await decisionsOf(archive, id)).filter(
    ({ undone_by: undone }) => undone === null,
  );
  const last = standing.at(-1);
  if (last === undefined)
    throw new Failure("not-found", `There is no decision about ${id} to take back`);
  const body = { decision: last.entry, reason, undoneAt: at };
  await appendEntries(
    archive,
    [{ kind: "decision-undone", record: claim.record, by: actor, body }],
    { at, expected: null },
  );
  const before = standing.at(-2);
  return { verdict: last.verdict, now: before?.verdict ?? "proposed", by: before?.actor ?? null };
}

async function findClaim(archive: Session["archive"], id: string): Promise<ShownClaim> {
  const claim = await showClaim(archive, id);
  if (claim === null)
    throw new Failure(
      "not-found",
      `There is no claim ${id}; sanad search finds claims and prints their ids`,
    );
  return claim;
}
