import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { correctReport, undoCorrection } from "../../src/flow/archive/correctReport.ts";
import { correct, decide, decideAll, undoDecision } from "../../src/flow/archive/decide.ts";
import { claimsOf, decisionsOf, showClaim, showDocument } from "../../src/flow/archive/look.ts";
import { type Reread, rereadArchive } from "../../src/flow/archive/rereadArchive.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { appendEntries, appendWithin } from "../../src/ledger/append.ts";
import type { NewEntry } from "../../src/ledger/entryKinds.ts";
import { readReading } from "../../src/ledger/readEntry.ts";
import { verifyArchive } from "../../src/ledger/verifyArchive.ts";
import { addTexts, inArchiveFolder, keyFile, surroundings } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";
import { aheadOfIt, inQueue, sessionOf } from "./queueing.ts";

const AT = "2026-01-03T00:00:00.000Z";
const WHY = { reason: "read against the page", at: AT };
const TEXTS = [
  "Samad Farhani was hanged in Kerman yesterday, the desk said.\n\nFour men were arrested in Yazd on 1 May 2025.",
  "Six people were killed in Arak on 2 July 2025, the monitor said.",
];

test("corrections of other fields at once both stand, whichever is first", async () => {
  await withTwo(async ({ mina, omid, claims }) => {
    const [first = "", second = "", third = ""] = claims;
    const put = [{ number: "3" }, { place: "Tabriz" }, { from: "2025-05-01" }, { source: "A; B" }];
    for (const [id, one, other] of [
      [first, put[0], put[1]],
      [second, put[1], put[0]],
      [third, put[2], put[3]],
    ] as const) {
      const ended = await inQueue(
        mina.archive,
        () => correct(mina, id, { ...WHY, typed: one ?? {} }),
        () => correct(omid, id, { ...WHY, typed: other ?? {} }),
      );
      assert.deepEqual(codes(ended), ["done", "done"]);
      const shown = await showClaim(mina.archive, id);
      assert.equal(Object.keys(shown?.correction ?? {}).length, 2, JSON.stringify(shown));
    }
    // The same at once changes nothing the second time.
    const typed = { number: "7" };
    const ended = await inQueue(
      mina.archive,
      () => correct(mina, first, { ...WHY, typed }),
      () => correct(omid, first, { ...WHY, typed }),
    );
    assert.deepEqual(codes(ended), ["done", "input-refused"]);
  });
});

test("nobody accepts what a claim was corrected to while they waited; who rejects is told what stood", async () => {
  await withTwo(async ({ mina, omid, claims }) => {
    const [first = "", second = "", third = ""] = claims;
    const { archive } = mina;
    const accept = (...ids: string[]) => decideAll(omid, ids, { ...WHY, verdict: "accepted" });
    const one = await inQueue<unknown>(
      archive,
      () => correct(mina, second, { ...WHY, typed: { number: "1" } }),
      () => accept(first, second),
    );
    assert.deepEqual(codes(one), ["done", "conflict"]);
    assert.match(String((one[1] as PromiseRejectedResult).reason), /decided on meanwhile \(e-/);
    assert.equal((await showClaim(archive, second))?.status, "corrected");
    assert.equal((await showClaim(archive, first))?.status, "proposed", "all or none");
    // Looked at again, the correction is what is accepted; taken back meanwhile, it is not.
    const two = await inQueue<unknown>(
      archive,
      () => undoDecision(mina, second, WHY),
      () => accept(second),
    );
    assert.deepEqual(codes(two), ["done", "conflict"]);
    assert.match(String((two[1] as PromiseRejectedResult).reason), /taken back meanwhile/);
    await accept(second);
    // A decision that changes no field is told.
    const three = await inQueue<unknown>(
      archive,
      () => decide(mina, third, { ...WHY, verdict: "rejected" }),
      () => accept(third),
    );
    assert.deepEqual(codes(three), ["done", "done"]);
    const told = three[1] as PromiseFulfilledResult<Awaited<ReturnType<typeof accept>>>;
    assert.equal(told.value[0]?.before?.verdict, "rejected");
    assert.equal(told.value[0].before.actor, "Mina Karimpour");
    const four = await inQueue<unknown>(
      archive,
      () => correct(mina, first, { ...WHY, typed: { number: "2" } }),
      () => decideAll(omid, [first], { ...WHY, verdict: "rejected" }),
    );
    assert.deepEqual(codes(four), ["done", "done"]);
    const rejected = four[1] as typeof told;
    assert.equal(rejected.value[0]?.before?.verdict, "corrected");
    assert.deepEqual((await verifyArchive(archive, QUIET)).faults, []);
  });
});

test("a decision is taken back once, and none that came while somebody waited to take back another", async () => {
  await withTwo(async ({ mina, omid, claims }) => {
    const [first = "", second = "", third = ""] = claims;
    const { archive } = mina;
    const both = (id: string) =>
      inQueue<unknown>(
        archive,
        () => undoDecision(mina, id, WHY),
        () => undoDecision(omid, id, WHY),
      );
    await decide(mina, first, { ...WHY, verdict: "accepted" });
    assert.deepEqual(codes(await both(first)), ["done", "not-found"]);
    await decide(mina, second, { ...WHY, verdict: "accepted" });
    await decide(omid, second, { ...WHY, verdict: "rejected" });
    assert.deepEqual(codes(await both(second)), ["done", "done"]);
    for (const id of [first, second]) {
      assert.equal((await showClaim(archive, id))?.status, "proposed");
      const undone = (await decisionsOf(archive, id)).map(({ undone_by: by }) => by);
      assert.equal(new Set(undone).size, undone.length, "each by an entry of its own");
    }
    const { rows } = await sql`select 1 from ledger.entries
      where kind = 'decision-undone'`.execute(archive.database);
    assert.equal(rows.length, 3);
    await decide(mina, third, { ...WHY, verdict: "accepted" });
    const ended = await inQueue<unknown>(
      archive,
      () => decide(mina, third, { ...WHY, verdict: "rejected" }),
      () => undoDecision(omid, third, WHY),
    );
    assert.deepEqual(codes(ended), ["done", "conflict"]);
    assert.equal((await showClaim(archive, third))?.status, "rejected");
    assert.equal((await undoDecision(omid, third, WHY)).now, "accepted");
  });
});

test("who is asked about a place nobody knows answers about what stood when they were asked", async () => {
  await withTwo(async ({ mina, omid, claims }) => {
    const [id = ""] = claims;
    const typed = { place: "Qxzvort" };
    const meanwhile = (change: () => Promise<unknown>) =>
      correct(omid, id, {
        ...WHY,
        typed,
        isSure: async () => {
          await change();
          return true;
        },
      });
    const accept = () => decide(mina, id, { ...WHY, verdict: "accepted" });
    await assert.rejects(meanwhile(accept), { code: "conflict" });
    await assert.rejects(
      meanwhile(() => undoDecision(mina, id, WHY)),
      { code: "conflict" },
    );
    assert.equal((await showClaim(mina.archive, id))?.status, "proposed");
    await meanwhile(() => Promise.resolve());
    assert.deepEqual((await showClaim(mina.archive, id))?.correction, { places: ["Qxzvort"] });
    // Nobody was asked: it adds to what came.
    const known = { ...WHY, typed: { place: "Shiraz" } };
    await inQueue<unknown>(
      mina.archive,
      () => correct(mina, id, { ...WHY, typed: { number: "2" } }),
      () => correct(omid, id, known),
    );
    const shown = await showClaim(mina.archive, id);
    assert.deepEqual(shown?.correction, { places: ["Shiraz"], number: { min: 2, max: 2 } });
  });
});

test("a report that is put right while it waits to be entered anew is read again by that", async () => {
  for (const reader of ["sanad older", "sanad newer"])
    await withTwo(async ({ mina, omid, documents }) => {
      const [id = "", other = ""] = documents;
      const { archive } = mina;
      const particulars = { published: "2025-07-07", publisher: "Harbour Herald" };
      const ended = await inQueue<unknown>(
        archive,
        () => correctReport(mina, id, { particulars, reader, ...WHY }),
        () => reread(omid),
      );
      assert.deepEqual(codes(ended), ["done", "done"]);
      const shown = await showDocument(archive, id);
      assert.deepEqual(
        [shown?.publisher, shown?.published, shown?.reader],
        ["Harbour Herald", "2025-07-07", "sanad newer"],
      );
      assert.equal((await showDocument(archive, other))?.reader, "sanad newer");
      const [hanged] = (await claimsOf(archive, id)).map(({ body }) => body);
      assert.equal(hanged?.period?.earliest, "2025-07-06", "yesterday is counted from that day");
      const { rows } = await sql`select 1 from ledger.entries where kind = 'reading-made'
        and record = ${shown?.record}`.execute(archive.database);
      assert.equal(rows.length, reader === "sanad newer" ? 2 : 3, "no reading more than needed");
      const { fields } = await undoCorrection(mina, id, { reader: "sanad newer", ...WHY });
      assert.equal(fields.length, 2);
      assert.deepEqual((await verifyArchive(archive, QUIET)).faults, []);
    });
});

test("a claim that goes and was decided on while its document was read again is told", async () => {
  await withTwo(async ({ mina, omid, documents }) => {
    const [id = ""] = documents;
    const extra = await withExtraClaim(mina, id);
    const ended = await inQueue<unknown>(
      mina.archive,
      () => decide(mina, extra, { ...WHY, verdict: "accepted" }),
      () => reread(omid),
    );
    assert.deepEqual(codes(ended), ["done", "done"]);
    const changes = (ended[1] as PromiseFulfilledResult<readonly Reread[]>).value;
    assert.deepEqual(
      changes.map(({ document, orphaned, isLeft }) => ({ document, orphaned, isLeft })),
      [{ document: id, orphaned: [extra], isLeft: false }],
    );
    assert.equal(await showClaim(mina.archive, extra), null);
    // Whoever waited with a decision about what went is told so.
    const again = await withExtraClaim(mina, id);
    const late = await inQueue<unknown>(
      mina.archive,
      () => reread(omid),
      () => decide(mina, again, { ...WHY, verdict: "accepted" }),
    );
    assert.deepEqual(codes(late), ["done", "conflict"]);
  });
});

test("two who read again at once enter each reading once, and claims keep the ids of the first", async () => {
  await withTwo(async ({ mina, omid, documents, claims }) => {
    const { archive } = mina;
    await inQueue(
      archive,
      () => reread(mina),
      () => reread(omid),
    );
    const { rows } = await sql`select 1 from ledger.entries where kind = 'reading-made'`.execute(
      archive.database,
    );
    assert.equal(rows.length, 2 * documents.length);
    for (const id of claims) assert.ok((await showClaim(archive, id)) !== null);
  });
});

test("a report that changes each time it is read again is left as it stands, and said; the next time takes it", async () => {
  await withTwo(async ({ mina, documents, claims, folder }) => {
    const [id = ""] = documents;
    const [claim = ""] = claims;
    const { archive, actor } = mina;
    const shown = await showClaim(archive, claim);
    assert.ok(shown !== null);
    const { record, document, body } = shown;
    const { quote, start, end } = body.span;
    const entryOf = (time: number): NewEntry => {
      const verdict = time % 2 === 0 ? "rejected" : "accepted";
      const made = { claim, document, verdict, correction: null, quote, start, end } as const;
      const told = { reason: `time ${time}`, decidedAt: AT };
      return { kind: "decision-made", record, by: actor, body: { ...made, ...told } };
    };
    const run = () => sanad(folder, ["reread"], { env: keyFile(folder) });
    const done = aheadOfIt(archive, run, async (one, time) => {
      await appendWithin(one, archive, [entryOf(time)], { at: AT, expected: null });
    });
    const { out } = await fits(done, 4, /changed each time it was read again/);
    assert.ok(out.includes(id), out);
    const [left, other] = [documents[0], documents[1]].map((one) =>
      showDocument(archive, one ?? ""),
    );
    assert.equal((await left)?.reader, "sanad test");
    assert.notEqual((await other)?.reader, "sanad test", "others are entered");
    await fits(run(), 0, /./);
    assert.notEqual((await showDocument(archive, id))?.reader, "sanad test");
    const last = (await decisionsOf(archive, claim)).at(-1);
    assert.equal((await showClaim(archive, claim))?.status, last?.verdict);
  });
});

const QUIET = { since: null, step: () => undefined };

function codes(ended: readonly PromiseSettledResult<unknown>[]): readonly string[] {
  return ended.map((one) => {
    if (one.status === "fulfilled") return "done";
    return (one.reason as { code?: string }).code ?? String(one.reason);
  });
}

/** All documents read again as a newer version does, with what that changed. */
async function reread(session: Session): Promise<readonly Reread[]> {
  const changes: Reread[] = [];
  const options = { reader: "sanad newer", isAll: true, isDry: false, now: () => AT };
  for await (const change of rereadArchive(session, options)) changes.push(change);
  return changes;
}

/** A claim more, as an older version read it; no version of today does. */
async function withExtraClaim({ archive, actor }: Session, id: string): Promise<string> {
  const shown = await showDocument(archive, id);
  assert.ok(shown !== null);
  const { body } = await readReading(archive, shown.valid_from, id);
  const [first] = body.claims;
  assert.ok(first !== undefined);
  const extra = `c-extra${String(shown.valid_from).padStart(7, "0")}`;
  const quote = "the desk said";
  const start = body.text.indexOf(quote);
  const span = { start, end: start + quote.length, quote };
  const claims = [...body.claims, { ...first, id: extra, kind: "protest" as const, span }];
  const reading = { ...body, reader: "sanad older", claims };
  const entry: NewEntry = { kind: "reading-made", record: shown.record, by: actor, body: reading };
  await appendEntries(archive, [entry], { at: AT, expected: null });
  return extra;
}

type Two = {
  readonly mina: Session;
  readonly omid: Session;
  readonly folder: string;
  readonly documents: readonly string[];
  /** Claims of all of them, in their order. */
  readonly claims: readonly string[];
};

async function withTwo(use: (two: Two) => Promise<void>): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const mina = await initArchive(folder, surroundings(folder));
    const omid = await sessionOf(folder, "Omid Testnam");
    try {
      const documents = await addTexts(mina, TEXTS);
      const claims: string[] = [];
      for (const id of documents)
        claims.push(...(await claimsOf(mina.archive, id)).map(({ claim }) => claim));
      assert.ok(claims.length >= 3);
      await use({ mina, omid, folder, documents, claims });
    } finally {
      await closeArchive(omid.archive);
      await closeArchive(mina.archive);
    }
  });
}
