/** The stories of `sanad accept`, `reject`, `correct` and `undo`: a person decides, and the decision is an entry. */
import type { Json } from "../../base/canonicalJson.ts";
import { Failure } from "../../base/failure.ts";
import { appendEntries } from "../../ledger/append.ts";
import type { DecisionMade } from "../../ledger/entryKinds.ts";
import { checkStands, decisionsOf, showClaim, type ShownClaim } from "../../ledger/views.ts";
import type { Session } from "./session.ts";

/** Enters a decision about a claim; answers with the claim as it stood before. */
export async function decide(
  { archive, actor }: Session,
  id: string,
  decision: {
    readonly verdict: DecisionMade["verdict"];
    readonly reason: string;
    readonly correction?: { readonly [field: string]: Json };
    readonly at: string;
  },
): Promise<ShownClaim> {
  const claim = await findClaim(archive, id);
  const { quote, start, end } = claim.body.span;
  const body: DecisionMade = {
    claim: id,
    document: claim.document,
    verdict: decision.verdict,
    reason: decision.reason,
    quote,
    start,
    end,
    correction: decision.correction ?? null,
    decidedAt: decision.at,
  };
  await appendEntries(archive, [{ kind: "decision-made", record: claim.record, by: actor, body }], {
    at: decision.at,
    expected: null,
    beside: (one) => checkStands(one, archive, id),
  });
  return claim;
}

/** Takes back the last decision about a claim that stands; answers with its verdict. */
export async function undoDecision(
  { archive, actor }: Session,
  id: string,
  { reason, at }: { readonly reason: string; readonly at: string },
): Promise<string> {
  const claim = await findClaim(archive, id);
  const last = (await decisionsOf(archive, id)).findLast((decision) => decision.undone_by === null);
  if (last === undefined)
    throw new Failure("not-found", `There is no decision about ${id} to take back`);
  const body = { decision: last.entry, reason, undoneAt: at };
  await appendEntries(
    archive,
    [{ kind: "decision-undone", record: claim.record, by: actor, body }],
    {
      at,
      expected: null,
    },
  );
  return last.verdict;
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
