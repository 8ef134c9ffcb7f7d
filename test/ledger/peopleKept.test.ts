/** What people decided about people is never lost, and never moved to somebody else. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { addReports } from "../../src/flow/archive/addReports.ts";
import { backupArchive, restoreBackup } from "../../src/flow/archive/backup.ts";
import { correct, decide } from "../../src/flow/archive/decide.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { verifyArchive } from "../../src/flow/archive/look.ts";
import {
  linkPeople,
  listPeople,
  mergePeople,
  type ShownPerson,
  showPerson,
  splitPerson,
  statePerson,
  undoLinks,
} from "../../src/flow/archive/people/index.ts";
import { rotateMaster } from "../../src/flow/archive/rotateKeys.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  secretOf,
  type Session,
} from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { placeOf } from "../../src/ledger/archiveFile.ts";
import { openAsOwner } from "../../src/ledger/database.ts";
import { inArchiveFolder, surroundings, urlOf } from "./archiveFolder.ts";

const AT = "2025-12-02T03:04:05.000Z";
const ALL = { words: null, stage: null, riskFrom: null, state: null, limit: 100 };

let seconds = 0;
function told(): { readonly reason: string; readonly at: string } {
  seconds += 1;
  return { reason: "for a test", at: new Date(Date.parse(AT) + seconds * 1000).toISOString() };
}

test("another master key loses no decision, in an archive whose ids hung on the old one either", async () => {
  for (const isOld of [false, true])
    await inArchiveFolder(async (folder) => {
      const around = surroundings(folder);
      const made = await initArchive(folder, around);
      if (isOld) {
        const owner = await openAsOwner(placeOf(folder, urlOf(folder)));
        await sql`delete from ledger.own_keys where name in ('mentions', 'tellings')`.execute(
          owner,
        );
        await owner.destroy();
      }
      await closeArchive(made.archive);
      let session = await openSession(around);
      await add(session, "1", "Siamak Delavari was hanged on 20 November 2025.");
      await add(session, "2", "Kaveh Nikpour was sentenced to death on 3 March 2024.");
      await add(session, "3", "Touraj Kalhori was arrested on 3 January 2024.");
      await relink(session);
      await statePerson(session, (await find(session, "Delavari")).person, "alive", told());
      const two = [await find(session, "Nikpour"), await find(session, "Kalhori")];
      await mergePeople(
        session,
        two.map(({ person }) => person),
        told(),
      );
      await relink(session);
      const before = await lines(session);
      const secrets = [await secretOf(around, false)];
      await rotateMaster(session, around, {
        secrets,
        isEndingOthers: false,
        step: () => undefined,
      });
      await closeArchive(session.archive);
      session = await openSession(around);
      try {
        await linkPeople(session.archive, { isAll: true, step: () => undefined });
        assert.deepEqual(await lines(session), before);
        assert.equal(before.length, 2);
      } finally {
        await closeArchive(session.archive);
      }
    });
});

test("a restore with the list of erasures keeps what was decided about other reports, as the erasure did", async () => {
  await inArchive(async (session, folder) => {
    await add(session, "1", "Siamak Delavari was hanged on 20 November 2025.");
    await add(session, "2", "Kaveh Nikpour was sentenced to death on 3 March 2024.");
    await add(session, "3", "Touraj Kalhori was arrested on 3 January 2024.");
    await add(session, "4", "Omid Sangari was arrested on 3 January 2023.");
    await relink(session);
    const found = async (name: string) => (await find(session, name)).person;
    const three = [await found("Delavari"), await found("Nikpour"), await found("Kalhori")];
    await mergePeople(session, three, told());
    await relink(session);
    await statePerson(session, await found("Kalhori"), "dead", told());
    await relink(session);
    await mergePeople(session, [await found("Kalhori"), await found("Sangari")], told());
    await relink(session);
    assert.deepEqual(await kept(session), ["4 dead"]);
    const file = join(folder, "../kept.backup");
    await backupArchive(session.archive, file, { kind: "none" }, AT);

    const gone = (await find(session, "Delavari")).mentions.find(({ names }) =>
      names.some((name) => name.includes("Delavari")),
    );
    const plan = await planErasure(session.archive, gone?.document ?? "");
    const { archive } = await erase(session, plan, told());
    const left = { ...session, archive };
    await relink(left);
    assert.deepEqual(await kept(left), ["3 dead"]);

    const other = join(folder, "../other");
    const restored = await restoreBackup(file, other, surroundings(other), { erasures: folder });
    const again = { ...session, archive: restored.archive };
    await relink(again);
    assert.deepEqual(await kept(again), ["3 dead"]);
    const { faults } = await verifyArchive(restored.archive, {
      since: null,
      step: () => undefined,
      isDeep: true,
    });
    assert.deepEqual(faults, []);
    await closeArchive(restored.archive);
  });
});

/** Of each person in how many reports, and what is confirmed. */
async function kept({ archive }: Session): Promise<readonly string[]> {
  return (await listPeople(archive, ALL)).map(({ documents, state }) => `${documents} ${state}`);
}

test("of a page the newest version speaks: a death that it takes back moves no case", async () => {
  await inArchive(async (session) => {
    await add(session, "page", "Navid Sohrabi was executed on 20 November 2025 in Karaj.");
    assert.deepEqual(await stages(session), ["Navid Sohrabi 1 executed"]);
    const first = await find(session, "Sohrabi");
    await add(
      session,
      "page",
      "The execution of Navid Sohrabi was stayed on 20 November 2025 and he was returned to the ward in Karaj.",
    );
    // One naming in one page, and doubt instead of a death: he is on the list.
    const [line = "", ...others] = await stages(session);
    assert.deepEqual(others, []);
    assert.match(line, /^Navid Sohrabi 1 (?:stayed|returned-to-ward|perhaps-at-risk)$/);
    const shown = await find(session, "Sohrabi");
    assert.equal(shown.person, first.person);
    assert.ok(shown.history.steps.some(({ claims }) => claims.some((one) => one.isWithdrawn)));
    assert.equal((await listPeople(session.archive, { ...ALL, riskFrom: 3 })).length, 1);
    // What a person confirmed of one version holds for the page.
    await statePerson(session, shown.person, "alive", told());
    await add(session, "page", "Navid Sohrabi was executed on 21 November 2025 in Karaj.");
    assert.deepEqual(await stages(session), ["Navid Sohrabi 1 perhaps-at-risk"]);
    // Linking all again makes the same.
    const before = await lines(session);
    await linkPeople(session.archive, { isAll: true, step: () => undefined });
    assert.deepEqual(await lines(session), before);
    // Where a version is erased, the one before speaks again.
    await add(session, "live", "Kaveh Nikpour was executed on 20 November 2025 in Karaj.");
    await add(session, "live", "The execution of Kaveh Nikpour was stayed on 20 November 2025.");
    await relink(session);
    const nikpour = await find(session, "Nikpour");
    assert.deepEqual(nikpour.history.contradictions, []);
    assert.notEqual(nikpour.history.risk, 9);
    // Another report in the same file is no version of it.
    await add(session, "today", "Omid Lotfi was hanged on 20 November 2025.");
    await add(session, "today", "Touraj Kalhori was arrested on 21 November 2025.");
    assert.deepEqual((await stages(session)).slice(2), [
      "Omid Lotfi 1 executed",
      "Touraj Kalhori 1 arrested",
    ]);
    const { faults } = await verifyArchive(session.archive, {
      since: null,
      step: () => undefined,
      isDeep: true,
    });
    assert.deepEqual(faults, []);
    const last = nikpour.mentions.find(({ newer }) => newer === null);
    const plan = await planErasure(session.archive, last?.document ?? "");
    const { archive } = await erase(session, plan, told());
    assert.ok((await stages({ ...session, archive })).includes("Kaveh Nikpour 1 executed"));
  });
});

test("a confirmation goes to no namesake of the same report, and is told where its naming went", async () => {
  await inArchive(async (session) => {
    await add(
      session,
      "two",
      "Farhad Rastegar, 24, was hanged on 20 November 2025. Farhad Rastegar, 48, was sentenced to death.",
    );
    await relink(session);
    const [dead] = await listPeople(session.archive, { ...ALL, stage: "executed" });
    const shown = await showPerson(session.archive, dead?.person ?? "");
    const { state } = await confirm(session, shown.person, "dead");
    assert.equal(state, "dead");
    const claim = shown.mentions[0]?.claims[0]?.claim ?? "";
    await decide(session, claim, { ...told(), verdict: "rejected" });
    const { stale } = await relink(session);
    assert.deepEqual(
      stale.map(({ verdict, why }) => [verdict, why]),
      [["dead", "went"]],
    );
    const left = await listPeople(session.archive, ALL);
    assert.deepEqual(
      left.map(({ stage, state: confirmed }) => [stage, confirmed]),
      [["sentenced-death", null]],
    );
  });
});

test("an execution that was read as a sentence is put right in the case, and a stage by itself", async () => {
  await inArchive(async (session) => {
    await add(session, "3", "Kaveh Nikpour, 30, was sentenced to death in Shiraz.");
    await relink(session);
    const claimOf = async () =>
      (await find(session, "Nikpour")).mentions[0]?.claims[0]?.claim ?? "";
    const put = async (typed: Parameters<typeof correct>[2]["typed"]) => {
      await correct(session, await claimOf(), { ...told(), typed });
      await relink(session);
      return stages(session);
    };
    assert.deepEqual(await stages(session), ["Kaveh Nikpour 1 sentenced-death"]);
    assert.deepEqual(await put({ stage: "sc-upheld" }), ["Kaveh Nikpour 1 sc-upheld"]);
    const days = { from: "2025-02-16", to: "2025-02-16" };
    assert.deepEqual(await put({ kind: "execution", ...days }), ["Kaveh Nikpour 1 executed"]);
    await assert.rejects(put({ stage: "hanged-twice" }), { code: "input-refused" });
  });
});

test("a decision whose naming says another day acts no more, is told and open again; a life stays confirmed", async () => {
  await inArchive(async (session) => {
    await add(session, "3", "Kaveh Nikpour, 30, was hanged on 20 November 2025 in Shiraz.");
    await add(session, "4", "Ramin Yazdani, 60, was hanged on 21 November 2025 in Tehran.");
    await relink(session);
    const [one, other] = [await find(session, "Nikpour"), await find(session, "Yazdani")];
    await mergePeople(session, [one.person, other.person], told());
    assert.equal((await stages(session)).length, 1);
    await confirm(session, one.person, "alive");
    const claim = one.mentions[0]?.claims[0]?.claim ?? "";
    const typed = { from: "2019-01-01", to: "2019-01-01" };
    await correct(session, claim, { ...told(), typed });
    const { stale } = await relink(session);
    assert.deepEqual(stale.map(({ verdict, why }) => `${verdict} ${why}`).sort(), [
      "alive changed",
      "same changed",
    ]);
    const shown = await find(session, "Nikpour");
    assert.equal(shown.state, "alive", "a living man is never shown as executed");
    assert.ok(shown.decisions.every(({ isStale }) => isStale));
    // What a later decision replaces is told no more.
    await undoLinks(
      session,
      [stale.find(({ verdict }) => verdict === "same")?.entry ?? ""],
      told(),
    );
    await relink(session);
    await confirm(session, shown.person, "alive");
    assert.deepEqual((await relink(session)).stale, []);
  });
});

test("what was confirmed of a wrong merge holds for those who stay; the others are told", async () => {
  await inArchive(async (session) => {
    await add(session, "5", "Siamak Delavari was sentenced to death on 3 March 2024.");
    await add(session, "6", "Siamak Delavari was hanged on 20 November 2025.");
    await relink(session);
    const found = await listPeople(session.archive, { ...ALL, words: "Delavari" });
    if (found.length > 1)
      await mergePeople(
        session,
        found.map(({ person }) => person),
        told(),
      );
    await relink(session);
    const one = await find(session, "Delavari");
    await confirm(session, one.person, "alive");
    const { mentions } = await find(session, "Delavari");
    const hanged = mentions.find(({ claims }) => claims.some(({ quote }) => /hanged/.test(quote)));
    const { ended } = await splitPerson(session, [hanged?.mention ?? ""], told());
    assert.deepEqual(ended, ["alive"]);
    const { contradicted } = await relink(session);
    assert.deepEqual(contradicted, []);
    assert.deepEqual(
      (await listPeople(session.archive, { ...ALL, words: "Delavari" }))
        .map(({ stage, state }) => `${stage} ${state}`)
        .sort(),
      ["executed null", "sentenced-death alive"],
    );
  });
});

test("an erasure tells what goes with it of what people decided, and keeps a life confirmed", async () => {
  await inArchive(async (session) => {
    await add(session, "9", "Bijan Ghanbari was hanged on 20 November 2025.");
    await add(session, "10", "Bijan Ghanbari, 40, was executed on 20 November 2025.");
    await relink(session);
    const one = await find(session, "Ghanbari");
    assert.equal(one.mentions.length, 2);
    await confirm(session, one.person, "alive");
    const plan = await planErasure(session.archive, one.mentions[0]?.document ?? "");
    assert.deepEqual(
      [plan.decisions, plan.aboutPeople.map(({ verdict, isKept }) => [verdict, isKept])],
      [1, [["alive", true]]],
    );
    const { archive } = await erase(session, plan, told());
    const kept = { ...session, archive };
    await relink(kept);
    const left = await find(kept, "Ghanbari");
    assert.deepEqual([left.state, left.mentions.length], ["alive", 1]);
    const last = await planErasure(archive, left.mentions[0]?.document ?? "");
    assert.deepEqual(
      last.aboutPeople.map(({ verdict, isKept }) => [verdict, isKept]),
      [["alive", false]],
    );
  });
});

test("lists and persons tell the state that was confirmed last, and that two were", async () => {
  await inArchive(async (session) => {
    await add(session, "7", "Siamak Delavari was sentenced to death on 3 March 2024.");
    await add(session, "8", "Touraj Sohrabi was hanged on 20 November 2025.");
    await relink(session);
    const [a, b] = [await find(session, "Delavari"), await find(session, "Sohrabi")];
    await mergePeople(session, [a.person, b.person], told());
    await relink(session);
    await confirm(session, b.person, "dead");
    await confirm(session, a.person, "alive");
    const shown = await showPerson(session.archive, a.person);
    const [listed] = await listPeople(session.archive, ALL);
    assert.deepEqual([listed?.state, shown.state], ["alive", "alive"]);
    assert.deepEqual([...shown.states].sort(), ["alive", "dead"]);
  });
});

async function confirm(session: Session, person: string, state: "alive" | "dead") {
  await statePerson(session, person, state, told());
  await relink(session);
  return showPerson(session.archive, person);
}

async function inArchive(use: (session: Session, folder: string) => Promise<void>): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    try {
      await use(session, folder);
    } finally {
      await closeArchive(session.archive);
    }
  });
}

/** People after a linking: name, documents, stage. */
async function stages(session: Session): Promise<readonly string[]> {
  await relink(session);
  const found = await listPeople(session.archive, ALL);
  return found.map(({ name, documents, stage }) => `${name} ${documents} ${stage}`).sort();
}

async function add(session: Session, name: string, text: string): Promise<void> {
  const file = join(session.archive.folder, `../${name}.txt`);
  writeFileSync(file, text);
  const options = { by: session.actor, now: () => AT, reader: "sanad test" };
  const stdin = (async function* () {})();
  const hints = { published: "2025-11-25" };
  for await (const { kind } of addReports(session.archive, [file], hints, DEFAULTS, stdin, options))
    assert.equal(kind, "added");
}

async function relink({ archive }: Session) {
  return linkPeople(archive, { isAll: false, step: () => undefined });
}

/** People after a linking: id, name, documents, stage, what is confirmed. */
async function lines(session: Session): Promise<readonly string[]> {
  await relink(session);
  const found = await listPeople(session.archive, ALL);
  return found
    .map((one) => `${one.person} ${one.name} ${one.documents} ${one.stage} ${one.state}`)
    .sort();
}

async function find({ archive }: Session, words: string): Promise<ShownPerson> {
  const [found] = await listPeople(archive, { ...ALL, words });
  return showPerson(archive, found?.person ?? "");
}
