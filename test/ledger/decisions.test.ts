import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { correct, decide, undoDecision } from "../../src/flow/archive/decide.ts";
import {
  claimsOf,
  decisionsOf,
  findAsKnown,
  readHistory,
  searchClaims,
  showClaim,
} from "../../src/flow/archive/look.ts";
import { rereadArchive } from "../../src/flow/archive/rereadArchive.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import type { Archive } from "../../src/ledger/archive.ts";
import { rebuildViews } from "../../src/ledger/rebuildViews.ts";
import { addFile, inArchiveFolder, NO_FILTER, surroundings, keyFile } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const WHY = { reason: "read against the page", at: "2026-01-03T00:00:00.000Z" };
const REPORTS = [
  "Kerman Rights Desk, 3 May 2025\n\nTwo prisoners, Samad Farahani and Reza Noorani, were hanged in Kerman Central Prison on 2 May 2025, the desk said. Omid Delavar was arrested in Shiraz on 1 May 2025.",
  "A protest was held in Yazd on 1 July 2025. Four men were arrested. Nine people were killed in Arak on 2 July 2025, the monitor said.",
];

test("corrections stand beside what was read, are searched, outlive a new reading and are taken back", async () => {
  await withArchive(async (session, claims) => {
    const { archive } = session;
    const [id = ""] = claims;
    const { correction } = await correct(session, id, {
      ...WHY,
      typed: { number: "۳", place: "Arak" },
    });
    assert.deepEqual(correction, { number: { min: 3, max: 3 }, places: ["Arak"] });
    await correct(session, id, { ...WHY, typed: { kind: "killing" } });
    const shown = await showClaim(archive, id);
    assert.equal(shown?.status, "corrected");
    assert.equal(shown.body.kind, "execution", "what was read stays");
    assert.equal(shown.body.quantity?.min, 2);
    assert.deepEqual(shown.correction, { ...correction, kind: "killing" });
    const isFound = async (filter: object): Promise<boolean> =>
      (await searchClaims(archive, { ...NO_FILTER, ...filter })).claims.some(
        ({ claim }) => claim === id,
      );
    assert.ok(await isFound({ kind: "killing", place: "Arak" }));
    assert.ok(!(await isFound({ kind: "execution" })));
    assert.ok(!(await isFound({ place: "Kerman" })));

    for await (const _ of rereadArchive(session, {
      reader: "sanad newer",
      isAll: true,
      isDry: false,
      now: () => WHY.at,
    }));
    assert.deepEqual((await showClaim(archive, id))?.correction, {
      ...correction,
      kind: "killing",
    });
    await decide(session, id, { ...WHY, verdict: "accepted" });
    assert.deepEqual((await showClaim(archive, id))?.correction?.kind, "killing");
    assert.deepEqual(await undoDecision(session, id, WHY), {
      id,
      verdict: "accepted",
      now: "corrected",
      by: "Mina Karimpour",
    });
    await undoDecision(session, id, WHY);
    assert.deepEqual((await showClaim(archive, id))?.correction, correction);
    assert.equal((await undoDecision(session, id, WHY)).now, "proposed");
    assert.equal((await showClaim(archive, id))?.correction, null);
    assert.ok(await isFound({ kind: "execution", place: "Kerman" }));

    for (const typed of [
      { number: "2" },
      { number: "9-3" },
      { number: "many" },
      { kind: "murder" },
      { from: "2025-02-30" },
      { from: "2026-01-01" },
    ])
      await assert.rejects(correct(session, id, { ...WHY, typed }), { code: "input-refused" });
  });
});

test("an undo after two accepts says that the first one stands; history tells who and why", async () => {
  await withArchive(async (session, claims) => {
    const [id = ""] = claims;
    await decide(session, id, { ...WHY, verdict: "accepted" });
    await decide(session, id, { ...WHY, verdict: "accepted", reason: "read twice" });
    assert.deepEqual(await undoDecision(session, id, { ...WHY, reason: "once is enough" }), {
      id,
      verdict: "accepted",
      now: "accepted",
      by: "Mina Karimpour",
    });
    assert.equal((await showClaim(session.archive, id))?.status, "accepted");
    const record = (await showClaim(session.archive, id))?.record ?? "";
    const lines = await readHistory(session.archive, { record, claim: id });
    assert.deepEqual(
      lines.map(({ kind, verdict, reason }) => [kind, verdict, reason]),
      [
        ["document-captured", null, null],
        ["reading-made", null, null],
        ["decision-made", "accepted", "read against the page"],
        ["decision-made", "accepted", "read twice"],
        ["decision-undone", "accepted", "once is enough"],
      ],
    );
  });
});

test("several ids are decided on all or not at all, and what stood before is told", async () => {
  await inArchiveFolder(async (folder) => {
    const env = keyFile(folder);
    const run = (...words: string[]) => sanad(folder, words, { env });
    await fits(run("init"), 0, /Made an archive/);
    const file = join(folder, "../report.txt");
    writeFileSync(file, REPORTS[0] ?? "");
    await fits(run("add", file), 0, /d-/);
    const found = await run("search", "--status", "undecided", "--json");
    const [one = "", two = ""] = [...found.out.matchAll(/"id":"(c-\w+)"/g)].map(([, id]) => id);
    const status = async (id: string) =>
      /"status":"(\w+)"/.exec((await run("show", id, "--json")).out)?.[1];
    const reason = ["--reason", "read"];
    await fits(run("accept", one, "c-222222222222", ...reason), 3, /c-222222222222, so none/);
    assert.deepEqual([await status(one), await status(two)], ["proposed", "proposed"]);
    const first = await fits(run("reject", one, one, "--reason", "a threat"), 0, /Rejected/);
    assert.doesNotMatch(first.out, /stood/);
    const changed = await fits(run("accept", one, two, ...reason), 0, /Accepted/);
    assert.match(changed.out, /changes what stood: Mina Karimpour rejected it: a threat/);
    await fits(run("accept", one, ...reason), 0, /stood so already/);
    await fits(run("undo", two, "c-222222222222", ...reason), 3, /none/);
    await fits(run("undo", two, "e-222222222222", ...reason), 2, /apart/);
    assert.equal(await status(two), "accepted");
    await fits(run("undo", one, two, ...reason), 0, /[\s\S]+\n[\s\S]+/);
    assert.deepEqual([await status(one), await status(two)], ["accepted", "proposed"]);
    await fits(run("correct", one, two, "--number", "3", ...reason), 2, /one claim at a time/);

    const document = /d-\w+/.exec(found.out)?.[0] ?? "";
    await fits(run("erase", document, "--yes", "--reason", "asked for"), 0, /./);
    for (const id of [document, one]) {
      const told = await fits(
        run("history", id),
        0,
        /Erased on 2026-01-02 by Mina Karimpour \(editor\)/,
      );
      assert.match(told.out, /asked for/);
      await fits(run("show", id), 3, /was erased on 2026-01-02/);
      const proof = await run("prove", id);
      assert.equal(proof.code, 0, proof.out);
    }
    await fits(run("verify", "--deep"), 0, /✓/);
  });
});

test("what was known at an entry or on a day is shown as it was", async () => {
  await withArchive(async (session, claims) => {
    const { archive } = session;
    const [id = ""] = claims;
    const before = await lastIndex(archive);
    await decide(session, id, { ...WHY, verdict: "rejected" });
    const between = await lastIndex(archive);
    await undoDecision(session, id, WHY);
    await correct(session, id, { ...WHY, typed: { kind: "killing" } });
    const statuses = async (at: number | null): Promise<unknown> => [
      (await showClaim(archive, id, at))?.status,
      (await decisionsOf(archive, id, at)).map(({ verdict, undone_by: by }) => [
        verdict,
        by === null,
      ]),
      (await searchClaims(archive, { ...NO_FILTER, kind: "killing", asKnown: at })).claims.some(
        ({ claim }) => claim === id,
      ),
    ];
    assert.deepEqual(await statuses(before), ["proposed", [], false]);
    assert.deepEqual(await statuses(between), ["rejected", [["rejected", true]], false]);
    assert.deepEqual(await statuses(null), [
      "corrected",
      [
        ["rejected", false],
        ["corrected", true],
      ],
      true,
    ]);
    assert.equal(await findAsKnown(archive, "2026-01-02"), before);
    assert.equal(await findAsKnown(archive, String(between)), between);
    await assert.rejects(findAsKnown(archive, "2025-12-31"), { code: "not-found" });
    // A clock that went three years ahead hides today nothing of what came behind it, and one that was behind shows nothing of later days.
    for (const at of [
      "2029-01-02T03:04:05.000Z",
      "2026-02-03T03:04:05.000Z",
      "2025-02-03T03:04:05.000Z",
    ])
      await decide(session, id, {
        verdict: at < "2027" ? "accepted" : "rejected",
        reason: "read",
        at,
      });
    assert.equal(await findAsKnown(archive, "2026-02-03", "2026-02-03"), await lastIndex(archive));
    assert.ok(
      (await findAsKnown(archive, "2026-01-02", "2026-02-03")) < (await lastIndex(archive)),
    );
    assert.deepEqual(await claimsOf(archive, "d-none", before), []);
  });
});

test("decisions on different claims in any order give the same views, and so do views made again", async () => {
  await withArchive(async (session, claims) => {
    const { archive } = session;
    const seen = new Set<string>();
    const step = fc.constantFrom("accept", "reject", "correct", "undo");
    const plans = fc.array(fc.array(step, { maxLength: 3 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(plans, fc.infiniteStream(fc.nat(2)), async (plan, turns) => {
        const lists = [];
        for (const order of [[...turns.take(40)], []]) {
          const left = plan.map((steps) => [...steps]);
          for (const at of [...order, 0, 0, 0, 1, 1, 1, 2, 2, 2]) {
            const next = left[at]?.shift();
            if (next !== undefined) await take(session, claims[at] ?? "", next);
          }
          lists.push(await standings(archive));
          await undoAll(session, claims);
        }
        assert.deepEqual(lists[0], lists[1]);
        seen.add(JSON.stringify(plan));
      }),
      { numRuns: 12 },
    );
    assert.ok(seen.size > 4);
    const before = await everyRow(archive);
    assert.ok(before.length > 20);
    await archive.database.transaction().execute(async (one) => rebuildViews(archive, one));
    assert.deepEqual(await everyRow(archive), before);
  });
});

async function take(session: Session, id: string, step: string): Promise<void> {
  if (step === "accept") await decide(session, id, { ...WHY, verdict: "accepted" });
  if (step === "reject") await decide(session, id, { ...WHY, verdict: "rejected" });
  if (step === "correct") {
    const { correction } = (await showClaim(session.archive, id)) ?? { correction: null };
    const number = correction?.number?.min === 77 ? "78" : "77";
    await correct(session, id, { ...WHY, typed: { number } });
  }
  if (step === "undo") await undoDecision(session, id, WHY).catch(() => undefined);
}

async function undoAll(session: Session, claims: readonly string[]): Promise<void> {
  for (const id of claims)
    while ((await showClaim(session.archive, id))?.status !== "proposed")
      await undoDecision(session, id, WHY);
}

/** How claims and counts stand, without what tells the time. */
async function standings({ database }: Archive): Promise<unknown> {
  const { rows } = await sql`select claim, status, kind, min, max, correction from view.claims
    where valid_to is null order by claim`.execute(database);
  const counts = await sql`select kind, status, claims from view.counts where claims <> 0
    order by kind, status`.execute(database);
  return { rows, counts: counts.rows };
}

async function everyRow({ database }: Archive): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (const name of ["actors", "documents", "claims", "forms", "sketches", "bands", "decisions"]) {
    const found = await sql`select to_jsonb(t) as row from ${sql.raw(`view.${name}`)} t
      order by to_jsonb(t)::text`.execute(database);
    rows.push(...found.rows);
  }
  const counts =
    await sql`select * from view.counts where claims <> 0 order by kind, status`.execute(database);
  return [...rows, ...counts.rows];
}

async function lastIndex({ database }: Archive): Promise<number> {
  const { rows } = await sql<{ last: number }>`select size - 1 as last from ledger.heads`.execute(
    database,
  );
  return rows[0]?.last ?? 0;
}

/** An archive with a few reports, and the ids of their claims, those of the first report first. */
async function withArchive(
  use: (session: Session, claims: readonly string[]) => Promise<void>,
): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    try {
      const file = join(folder, "../reports.jsonl");
      const lines = REPORTS.map((text, id) => JSON.stringify({ id: String(id), text }));
      writeFileSync(file, lines.join("\n"));
      const added = await addFile(session, file);
      const claims: string[] = [];
      for (const one of added)
        if (one.kind === "added")
          claims.push(...(await claimsOf(session.archive, one.document)).map(({ claim }) => claim));
      assert.ok(claims.length >= 3);
      await use(session, claims);
    } finally {
      await closeArchive(session.archive);
    }
  });
}
