import assert from "node:assert/strict";
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { decide } from "../../src/flow/archive/decide.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { claimsOf, searchClaims, verifyArchive } from "../../src/flow/archive/look.ts";
import { linkPeople } from "../../src/flow/archive/people/linkPeople.ts";
import { rotateMaster } from "../../src/flow/archive/rotateKeys.ts";
import { rereadArchive } from "../../src/flow/archive/rereadArchive.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  secretOf,
  type Session,
  stopDatabase,
} from "../../src/flow/archive/session.ts";
import type { Archive } from "../../src/ledger/archive.ts";
import { openAsOwner, whereIs } from "../../src/ledger/database.ts";
import { eraseRecords } from "../../src/ledger/eraseRecord.ts";
import { assembleArchive } from "../../src/ledger/openArchive.ts";
import { isOwnList, readErasures } from "../../src/ledger/erasures.ts";
import { setLeastRoom, sweep } from "../../src/ledger/sweep.ts";
import { failQueries } from "./failQueries.ts";
import { filesWith } from "./filesWith.ts";
import {
  addFile,
  addTexts,
  inArchiveFolder,
  isOnServer,
  keyFile,
  NO_FILTER,
  surroundings,
} from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const AT = "2026-01-02T03:04:05.000Z";
const HOW = { reason: "the family asked for it", at: AT };
const QUIET = { since: null, step: () => undefined };
/** Names that nobody has, spelt as they stand in a text, and as they are searched. */
const MARKERS = ["Zarqvendi", "zarqvendi", "Qumarthov", "qumarthov"];
const GOES =
  "Two prisoners, Behnam Zarqvendi and Vahid Qumarthov, were hanged in Kerman on 2 May 2025, the desk said.";
const STAYS = "Five men were hanged in Yazd on 3 May 2025, Lantern Rights Monitor said.";

test("a list of erasures that cannot be written is told of by every command, until it can", async () => {
  await inArchiveFolder(async (folder) => {
    const warned: string[] = [];
    const around = {
      ...surroundings(folder),
      warn: (message: string) => void warned.push(message),
    };
    const session = await initArchive(folder, around);
    const [id = ""] = await addTexts(session, [GOES]);
    // What is a folder cannot be written as a file.
    const list = join(folder, "erasures.json");
    mkdirSync(list);
    const { gaps, archive } = await erase(session, await planErasure(session.archive, id), HOW);
    assert.deepEqual(gaps, ["list"]);
    await closeArchive(archive);
    await closeArchive((await openSession(around)).archive);
    assert.match(warned.join(), /list of erasures .* could not be written/);
    rmdirSync(list);
    warned.length = 0;
    await closeArchive((await openSession(around)).archive);
    assert.deepEqual([warned, readErasures(folder)?.records.length], [[], 1]);
  });
});

test("erased evidence that cannot be removed is told of, until it can; what is put back is found", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = "", other = ""] = await addTexts(session, [GOES, STAYS]);
    const [name = ""] = await evidenceOf(session.archive, id);
    const file = join(folder, "evidence", name.slice(0, 2), name.slice(2));
    // What is no file cannot be removed as one.
    rmSync(file);
    mkdirSync(file);
    const plan = await planErasure(session.archive, id);
    const { gaps, archive } = await erase(session, plan, HOW);
    assert.deepEqual(gaps, ["evidence"]);
    const verdict = await verifyArchive(archive, QUIET);
    assert.deepEqual(verdict.faults, [
      {
        where: `evidence of ${name.slice(0, 12)}`,
        what: "was erased, and its file is there still",
      },
    ]);
    await closeArchive(archive);
    const warned: string[] = [];
    const around = { ...surroundings(folder), warn: (text: string) => void warned.push(text) };
    await closeArchive((await openSession(around)).archive);
    assert.match(warned[0] ?? "", /could not be removed/);
    rmdirSync(file);
    const last = await openSession(around);
    assert.equal(warned.length, 1);
    assert.deepEqual((await verifyArchive(last.archive, QUIET)).faults, []);

    const owner = await openAsOwner(whereIs(last.archive.database));
    try {
      const copy = sql`create table public.copies as select * from ledger.entries where record = (
        select record from view.documents where document = ${other})`;
      await copy.execute(owner);
      await sql`create table public.copied_keys as select * from ledger.record_keys`.execute(owner);
      const again = await erase(last, await planErasure(last.archive, other), HOW);
      await sql`alter table ledger.entries disable trigger user`.execute(owner);
      await sql`update ledger.entries e set sealed = c.sealed from public.copies c where c.index = e.index`.execute(
        owner,
      );
      await sql`update ledger.record_keys k set wrapped = c.wrapped from public.copied_keys c
        where c.record = k.record and k.wrapped is null`.execute(owner);
      const { faults } = await verifyArchive(again.archive, QUIET);
      assert.ok(faults.some(({ what }) => what === "was erased, and is there again"));
      await closeArchive(again.archive);
    } finally {
      await owner.destroy();
    }
  });
});

async function evidenceOf({ database }: Archive, document: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select b.name from ledger.blobs b
    join view.documents d on d.record = b.record and d.document = ${document}`.execute(database);
  return rows.map(({ name }) => name);
}

for (const others of [[], [STAYS]])
  test(`nothing of an erased report stands in any file of the archive, beside ${others.length} others`, async () => {
    await inArchiveFolder(async (folder) => {
      const session = await initArchive(folder, surroundings(folder));
      const [id = ""] = await addTexts(session, [GOES, ...others]);
      const key = await useEverywhere(session, id);
      if (!isOnServer)
        assert.ok((await filesWith(folder, [key])).length > 0, "the scan finds what is there");
      if (!isOnServer) assert.ok((await filesWith(folder, MARKERS)).length > 0);

      const plan = await planErasure(session.archive, id);
      assert.equal(plan.documents[0]?.document, id);
      assert.ok(plan.claims > 0 && plan.decisions === 1 && plan.evidence.files === 1);
      const left: number[] = [];
      const striking = (done: number, all: number): void => void left.push(all - done);
      const { gaps, archive } = await erase(session, plan, HOW, striking);
      assert.deepEqual(gaps, []);
      assert.ok(
        left.length > 10 && left.at(-1) === 0,
        "it says how far it is, and that it is over",
      );
      assert.deepEqual(await filesWith(folder, [...MARKERS, key]), []);

      const { faults } = await verifyArchive(archive, { ...QUIET, isDeep: true });
      assert.deepEqual(faults, []);
      const { rows } = await sql<{ epoch: number }>`
        select distinct epoch from ledger.class_keys union select epoch from ledger.record_keys where wrapped is not null`.execute(
        archive.database,
      );
      assert.deepEqual(rows, [{ epoch: 2 }], "keys of the epoch before are gone");
      const list = readErasures(folder);
      assert.ok(list !== null && isOwnList(archive.keys.capture, list));
      assert.deepEqual(list.records, plan.records);

      await closeArchive(archive);
      if (!isOnServer) await stopDatabase(folder);
      assert.deepEqual(await filesWith(folder, [...MARKERS, key]), [], "after a stop");
    });
  });

test("an erasure writes the parts anew in which its report stood, or all where it does not say which", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = "", other = ""] = await addTexts(session, [GOES, STAYS]);
    const before = await filesOfParts(session.archive);
    const { archive } = await erase(session, await planErasure(session.archive, id), HOW);
    const after = await filesOfParts(archive);
    const written = [...after].filter(([name, file]) => before.get(name) !== file);
    assert.deepEqual(
      written.map(([name]) => name.replace(/\d+$/, "")),
      ["view.claims_", "view.documents_"],
    );
    await sql`delete from ledger.sweeps`.execute(archive.database);
    await eraseRecords(archive, await planErasure(archive, other), { by: session.actor, ...HOW });
    await sql`delete from ledger.sweeps where what = 'part'`.execute(archive.database);
    await closeArchive(archive);
    const next = await openSession(surroundings(folder));
    const last = await filesOfParts(next.archive);
    assert.ok([...last].every(([name, file]) => after.get(name) !== file));
    const { rows } = await sql`select 1 from ledger.sweeps`.execute(next.archive.database);
    assert.equal(rows.length, 0);
    await closeArchive(next.archive);
  });
});

/** The file in which each part of documents and claims lies. */
async function filesOfParts({ database }: Archive): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; file: number }>`
    select oid::regclass::text as name, relfilenode::int as file from pg_class
    where relispartition and relkind = 'r' order by 1`.execute(database);
  return new Map(rows.map(({ name, file }) => [name, file]));
}

test("an erasure that is killed behind its entry goes on with the next command", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, [GOES, STAYS]);
    await useEverywhere(session, id);
    const plan = await planErasure(session.archive, id);
    await eraseRecords(session.archive, plan, { by: session.actor, ...HOW });
    await closeArchive(session.archive);
    assert.equal(readErasures(folder), null);
    if (!isOnServer) assert.ok((await filesWith(folder, MARKERS)).length > 0);

    const next = await openSession(surroundings(folder));
    assert.deepEqual(await filesWith(folder, MARKERS), []);
    assert.equal(readErasures(folder)?.records.length, 1);
    const { rows } = await sql`select 1 from ledger.sweeps`.execute(next.archive.database);
    assert.deepEqual(rows, []);
    const { faults } = await verifyArchive(next.archive, { ...QUIET, isDeep: true });
    assert.deepEqual(faults, []);
    await closeArchive(next.archive);
  });
});

test("a table that somebody has open is left for the next command, and nobody waits for it without end", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, [GOES, STAYS]);
    const other = await openSession(surroundings(folder));
    const plan = await planErasure(session.archive, id);
    const gone = await other.archive.database.transaction().execute(async (one) => {
      await sql`select 1 from view.forms limit 1`.execute(one);
      return erase(session, plan, HOW);
    });
    assert.deepEqual(gone.gaps, ["readers"]);
    await closeArchive(other.archive);
    assert.deepEqual(await sweep(gone.archive, 0), []);
    assert.deepEqual(await filesWith(folder, MARKERS), []);
    await closeArchive(gone.archive);
  });
});

test("whoever read the keys before an erasure destroys none that came with it", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, [GOES, STAYS]);
    // Opened just before another command erases, it looks just behind what is to be swept.
    const before = await openSession(surroundings(folder));
    await eraseRecords(session.archive, await planErasure(session.archive, id), {
      by: session.actor,
      ...HOW,
    });
    assert.deepEqual(await sweep(before.archive, 0), ["traces"]);
    await closeArchive(before.archive);
    await closeArchive(session.archive);
    const next = await openSession(surroundings(folder));
    assert.deepEqual((await verifyArchive(next.archive, { ...QUIET, isDeep: true })).faults, []);
    await closeArchive(next.archive);
  });
});

test("a record's key that does not open keeps nobody from erasing and rotating: it is passed over and named", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const session = await initArchive(folder, around);
    const [one = "", two = "", three = ""] = await addTexts(session, [
      GOES,
      STAYS,
      STAYS.replace("Yazd", "Arak"),
    ]);
    const { database } = session.archive;
    await sql`update ledger.record_keys set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)
      where record = (select record from view.documents where document = ${two})`.execute(database);
    const gone = await erase(session, await planErasure(session.archive, one), HOW);
    assert.deepEqual(gone.gaps, ["class-keys"]);
    assert.deepEqual(await filesWith(folder, MARKERS), []);
    const kept = async (): Promise<unknown[]> =>
      (await sql`select 1 from ledger.class_keys where epoch = 1`.execute(database)).rows;
    assert.equal((await kept()).length, 1, "the older key of its class alone is kept");
    assert.equal((await sql`select 1 from ledger.sweeps`.execute(database)).rows.length, 0);
    const named = await verifyArchive(gone.archive, QUIET);
    assert.deepEqual(
      named.faults.map(({ where }) => where.replace(/ (?:r-.*|\d+)$/, "")),
      ["key of", "entry", "entry", "erasures"],
    );
    assert.match(named.faults.at(-1)?.what ?? "", /is kept/);
    await closeArchive(session.archive);

    for (let turn = 0; turn < 2; turn++) {
      const again = await openSession(around);
      const secrets = [await secretOf(around, false)];
      const options = { secrets, isEndingOthers: false, step: () => undefined };
      const turned = await rotateMaster(again, around, options);
      assert.deepEqual([turned.isResumed, turned.gaps], [false, ["class-keys"]]);
      await closeArchive(again.archive);
    }
    // Erased, it needs no key any more.
    const last = await openSession(around);
    const both = await planErasure(last.archive, two, three);
    const { archive, gaps } = await erase(last, both, HOW);
    assert.deepEqual(gaps, []);
    assert.deepEqual((await verifyArchive(archive, QUIET)).faults, []);
    await closeArchive(archive);
  });
});

test("where the log of changes has no room nothing is struck, the database goes on, and the next command finishes", {
  skip: isOnServer,
}, async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, [GOES]);
    const before = setLeastRoom(Number.MAX_SAFE_INTEGER);
    try {
      const { archive, gaps } = await erase(session, await planErasure(session.archive, id), HOW);
      assert.deepEqual(gaps, ["traces"]);
      await closeArchive(archive);
      const told: string[] = [];
      const next = await openSession({ ...surroundings(folder), warn: (line) => told.push(line) });
      assert.match(told.join("\n"), /not finished: the disk is full/);
      await closeArchive(next.archive);
    } finally {
      setLeastRoom(before);
    }
    const last = await openSession(surroundings(folder));
    assert.deepEqual((await verifyArchive(last.archive, QUIET)).faults, []);
    assert.deepEqual(await filesWith(folder, MARKERS), []);
    await closeArchive(last.archive);
  });
});

test("a name whose key is damaged is erased, and another's damaged key stands in nobody's way", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const first = await initArchive(folder, around);
    await closeArchive(first.archive);
    const other = { ...around, env: { ...around.env, SANAD_ACTOR: "Omid Delavar" } };
    const session = await openSession(other);
    const { database } = session.archive;
    const damage = async (actor: string): Promise<unknown> =>
      sql`update ledger.record_keys set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)
        where record = (select record from ledger.entries where kind = 'actor-named'
          and convert_from(leaf, 'UTF8')::jsonb ->> 'by' = ${actor})`.execute(database);
    await damage(first.actor);
    await damage(session.actor);
    const plan = await planErasure(session.archive, first.actor);
    assert.equal(plan.records.length, 1);
    const { archive } = await erase(session, plan, HOW);
    const { rows } = await sql<{ actor: string }>`select actor from view.actors`.execute(
      archive.database,
    );
    assert.deepEqual(
      rows.map(({ actor }) => actor),
      [session.actor],
    );
    await assert.rejects(planErasure(archive, first.actor), { code: "not-found" });
    await closeArchive(archive);
  });
});

test("a list of erasures of which an entry does not open holds all that was destroyed", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [one = "", two = ""] = await addTexts(session, [GOES, STAYS]);
    const first = await planErasure(session.archive, one);
    const { archive } = await erase(session, first, HOW);
    await sql`update ledger.record_keys set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)
      where record in (select record from ledger.entries where kind = 'record-erased')`.execute(
      archive.database,
    );
    rmSync(join(folder, "erasures.json"));
    const second = await planErasure(archive, two);
    const done = await erase({ ...session, archive }, second, HOW);
    assert.deepEqual(done.gaps, ["class-keys"]);
    assert.deepEqual(
      [...(readErasures(folder)?.records ?? [])].sort(),
      [...first.records, ...second.records].sort(),
    );
    await closeArchive(archive);
  });
});

test("what fails behind an erasure is told as left: by the answer, by each command, by verify, until it is done", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const session = await initArchive(folder, around);
    const [id = "", other = ""] = await addTexts(session, [GOES, STAYS]);
    await closeArchive(session.archive);
    const env = keyFile(folder);
    const run = (...words: string[]) => sanad(folder, words, { env });
    await fits(run("backup", join(folder, "../b.sanad"), "--plain"), 0, /./);

    const full = failQueries(/vacuum \(full/, "53100");
    // Whoever goes by the exit code must not take it for done.
    const { out } = await fits(run("erase", id, "--reason", "asked for", "--yes"), 6, /erased/i);
    assert.match(out, /Still held by 1 backup/);
    assert.match(out, /may still hold what was erased/);
    assert.doesNotMatch(out, /nothing was half-written/);
    await fits(run("search", "Yazd"), 0, /not finished: the disk is full/);
    const going = await fits(run("verify"), 4, /an erasure was cut short/);
    assert.match(going.out, /everything agrees/);
    for (const words of [["--signing"], []]) {
      const turned = await fits(run("keys", "rotate", ...words), 6, /or keys of before/);
      assert.match(turned.out, words.length > 0 ? /^new key: /m : /The master key is another/);
    }
    full.end();
    const lost = failQueries(/vacuum \(full/, "XX001");
    await fits(run("search", "Yazd"), 0, /not finished \(XX001\)/);
    lost.end();
    const { out: quiet } = await run("search", "Yazd");
    assert.doesNotMatch(quiet, /not finished/);
    await fits(run("verify"), 0, /everything agrees/);
    assert.deepEqual(await filesWith(folder, MARKERS), []);

    // People are linked behind it, and that may fail too.
    const unlinked = failQueries(LINKING, "53100");
    const erased = await run("erase", other, "--reason", "asked for", "--yes");
    unlinked.end();
    assert.equal(erased.code, 0, erased.out);
    assert.match(erased.out, /could not be linked behind it, since the disk is full/);
    const last = await openSession(around);
    assert.deepEqual((await verifyArchive(last.archive, { ...QUIET, isDeep: true })).faults, []);
    await closeArchive(last.archive);
  });
});

/** Whoever links people asks this first. */
const LINKING = /insert into view\.link_state/;

test("an erasure that was cut short and whose notes somebody deleted is named", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [one = "", two = ""] = await addTexts(session, [GOES, STAYS]);
    const faults = async (archive: Session["archive"]) =>
      (await verifyArchive(archive, QUIET)).faults.filter(({ where }) => where === "erasures");
    const { archive } = await erase(session, await planErasure(session.archive, one), HOW);
    assert.deepEqual(await faults(archive), []);
    await eraseRecords(archive, await planErasure(archive, two), { by: session.actor, ...HOW });
    const names = { workspace: archive.workspace, origin: archive.signer.name };
    const fresh = await assembleArchive(folder, names, archive.keys.master, archive);
    assert.deepEqual(await faults(fresh), []);
    assert.ok((await verifyArchive(fresh, QUIET)).isErasing, "it is noted");
    await sql`delete from ledger.sweeps`.execute(archive.database);
    const [fault] = await faults(fresh);
    assert.match(fault?.what ?? "", /was not finished/);
    await closeArchive(archive);
  });
});

test("whoever opened the archive before an erasure writes nothing with the keys of then", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, [GOES, STAYS]);
    const other = await openSession(surroundings(folder));
    const { archive } = await erase(session, await planErasure(session.archive, id), HOW);
    await assert.rejects(addTexts(other, ["Six men were hanged in Arak, the desk said."]), {
      code: "conflict",
    });
    await closeArchive(other.archive);
    const added = await addTexts({ ...session, archive }, ["Six men were hanged in Arak."]);
    assert.equal(added.length, 1);
    assert.deepEqual((await verifyArchive(archive, { ...QUIET, isDeep: true })).faults, []);
    await closeArchive(archive);
  });
});

test("several reports are erased at once, each with an entry of its own; a pseudonym alone", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [one = "", two = ""] = await addTexts(session, [GOES, STAYS]);
    const [claim] = await claimsOf(session.archive, one);
    await assert.rejects(planErasure(session.archive, one, session.actor), {
      code: "input-refused",
    });
    await assert.rejects(planErasure(session.archive, one, "d-nothing"), { code: "not-found" });
    // A claim of the first names the same report.
    const plan = await planErasure(session.archive, one, claim?.claim ?? "", two);
    assert.deepEqual([plan.documents.length, plan.entries, plan.evidence.files], [2, 4, 2]);
    const { archive } = await erase(session, plan, HOW);
    assert.deepEqual(await filesWith(folder, [...MARKERS, "Lantern"]), []);
    const { rows } = await sql`select 1 from ledger.entries where kind = 'record-erased'`.execute(
      archive.database,
    );
    assert.equal(rows.length, 2);
    assert.deepEqual((await verifyArchive(archive, { ...QUIET, isDeep: true })).faults, []);
    await closeArchive(archive);
  });
});

test("a pseudonym loses its name, and what was entered under it stays", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addTexts(session, [STAYS]);
    const plan = await planErasure(session.archive, session.actor);
    assert.equal(plan.actor, session.actor);
    const { archive } = await erase(session, plan, HOW);
    assert.deepEqual(await filesWith(folder, ["Karimpour"]), []);
    const { rows } = await sql`select 1 from view.actors`.execute(archive.database);
    assert.deepEqual(rows, []);
    assert.deepEqual((await verifyArchive(archive, { ...QUIET, isDeep: true })).faults, []);
    await assert.rejects(planErasure(archive, session.actor), { code: "not-found" });
    await closeArchive(archive);
  });
});

test("what was decided since about people of a report is not left behind: it is looked at again", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { archive } = session;
    const [id = ""] = await addTexts(session, [GOES, GOES.replace("the desk", "a desk"), STAYS]);
    await linkPeople(archive, { isAll: false, step: () => undefined });
    const plan = await planErasure(archive, id);
    const { rows } = await sql<{ mention: string }>`select m.mention from view.mentions m
      join view.documents d on d.record = m.record and d.document = ${id} and m.valid_to is null
      order by m.mention limit 1`.execute(archive.database);
    // Somebody else decides while the first is asked.
    const naming = rows[0]?.mention ?? "";
    const sister = ["unlink", naming, "--reason", "the sister Farzanehqq told us so"];
    await fits(sanad(folder, sister, { env: keyFile(folder) }), 0, /./);
    await assert.rejects(erase(session, plan, HOW), { code: "conflict" });
    const again = await planErasure(archive, id);
    assert.equal(again.records.length, plan.records.length + 1);
    const erased = await erase(session, again, HOW);
    if (!isOnServer) assert.deepEqual(await filesWith(folder, ["Farzanehqq"]), []);
    const left = await sql`select 1 from view.link_decisions
      where record = any(${again.records as string[]})`.execute(archive.database);
    assert.equal(left.rows.length, 0);
    assert.deepEqual((await verifyArchive(erased.archive, QUIET)).faults, []);
    await assert.rejects(erase({ ...session, archive: erased.archive }, again, HOW), {
      code: "not-found",
    });
    await closeArchive(erased.archive);
  });
});

test("several commands name whoever works for the first time once; other pseudonyms of the name are told", async () => {
  await inArchiveFolder(async (folder) => {
    const { archive } = await initArchive(folder, surroundings(folder));
    const around = surroundings(folder);
    const guest = { ...around, env: { ...around.env, SANAD_ACTOR: "Racer Nomenqq" } };
    const { database, workspace } = archive;
    const waiting: Promise<Session>[] = [];
    await database.transaction().execute(async (one) => {
      await sql`select 1 from ledger.heads for update`.execute(one);
      for (let at = 0; at < 3; at++) waiting.push(openSession(guest));
      for (;;) {
        const { rows } = await sql`select distinct pid from pg_locks where not granted`.execute(
          database,
        );
        if (rows.length >= waiting.length) break;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
    const sessions = await Promise.all(waiting);
    assert.equal(new Set(sessions.map(({ actor }) => actor)).size, 1);
    const actor = sessions[0]?.actor ?? "";
    for (const session of sessions) await closeArchive(session.archive);
    assert.deepEqual((await planErasure(archive, actor)).alsoHeld.pseudonyms, []);
    // As an earlier version named somebody twice.
    await sql`insert into view.actors values (${workspace}, 'a-twice', 'racer nomenqq ', 'editor')`.execute(
      database,
    );
    assert.deepEqual((await planErasure(archive, actor)).alsoHeld.pseudonyms, ["a-twice"]);
    const dry = sanad(folder, ["erase", actor, "--dry-run"], { env: keyFile(folder) });
    await fits(dry, 0, /same name under another pseudonym.*a-twice/);
    await closeArchive(archive);
  });
});

test("what was counted over people of an erased report goes with it, and is counted anew without them", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { database } = session.archive;
    const brothers = ["Behnam", "Cyrus", "Farhad", "Jamshid"].map(
      (name, at) =>
        `${name} Zarqvendi, 4${at}, was hanged in Kerman on ${at + 2} May 2025, the desk said.`,
    );
    const others = ["Kaveh", "Mehran", "Sohrab"].map(
      (name) => `${name} Tavanpur was hanged in Yazd on 9 June 2025, the desk said.`,
    );
    await addTexts(session, others);
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(mina("link", "--refit"), 0, /./);
    const ids = await addTexts(session, brothers);
    await fits(mina("link", "--refit"), 0, /./);
    const models = async (): Promise<string[]> => {
      const { rows } = await sql<{ body: string }>`
        select body::text from view.link_models order by index`.execute(database);
      return rows.map(({ body }) => body.toLowerCase());
    };
    const before = await models();
    assert.deepEqual(
      before.map((body) => [body.includes("zarqvendi"), body.includes("tavanpur")]),
      [
        [false, true],
        [true, true],
      ],
    );
    await closeArchive(session.archive);

    // Those of before the first report of them stay; what was counted since goes, and is made anew.
    await fits(mina("erase", ids[0] ?? "", "--dry-run"), 0, /How common names are was counted/);
    await fits(mina("erase", ...ids, "--yes", "--reason", "asked"), 0, /Erased/);
    const next = await openSession(surroundings(folder));
    const bodies = async () =>
      (
        await sql<{ body: string }>`select body::text from view.link_models order by index`.execute(
          next.archive.database,
        )
      ).rows.map(({ body }) => body.toLowerCase());
    const after = await bodies();
    assert.deepEqual([after.length, after[0]], [2, before[0]]);
    assert.ok(!after.join("").includes("zarqvendi") && after[1]?.includes("tavanpur"));
    const { rows } = await sql<{ sealed: number; all: number }>`
      select count(sealed)::int as sealed, count(*)::int as all from ledger.entries where kind = 'model-frozen'`.execute(
      next.archive.database,
    );
    assert.deepEqual(rows, [{ sealed: 2, all: 3 }]);
    const deep = { ...QUIET, isDeep: true };
    assert.deepEqual((await verifyArchive(next.archive, deep)).faults, []);
    const jobs = await sql`select 1 from queue.jobs`.execute(next.archive.database);
    assert.equal(jobs.rows.length, 0);

    // What an earlier version left of reports that were erased since goes with the next erasure.
    const [newest = ""] = await addTexts(next, [STAYS]);
    assert.equal((await planErasure(next.archive, newest)).models, 0);
    await sql`insert into view.erased select workspace, 'd-earlier', record, 'e-earlier', 1000000
      from ledger.entries where kind = 'reading-made' order by index limit 1`.execute(
      next.archive.database,
    );
    assert.equal((await planErasure(next.archive, newest)).models, 2);
    await sql`delete from view.erased where id = 'd-earlier'`.execute(next.archive.database);

    // Killed behind the entry: nothing of it is counted any more, and a refit waits.
    const [other = ""] = await addTexts(next, [brothers[0] ?? ""]);
    await closeArchive(next.archive);
    await fits(mina("link", "--refit"), 0, /./);
    const last = await openSession(surroundings(folder));
    const plan = await planErasure(last.archive, other);
    assert.equal(plan.models, 1);
    await eraseRecords(last.archive, plan, { by: last.actor, ...HOW });
    const waiting = await sql<{ task: string }>`
      select split_part(task_identifier, '/', 1) as task from queue.jobs order by 1`.execute(
      last.archive.database,
    );
    assert.deepEqual(
      waiting.rows.map(({ task }) => task),
      ["link", "refit"],
    );
    await closeArchive(last.archive);
    await fits(mina("link", "--refit"), 0, /./);
    await fits(mina("verify", "--deep"), 0, /everything agrees/);
  });
});

/** Has every part of the database seen the report: decisions, a second reading, searches, statistics. Answers with its wrapped key. */
async function useEverywhere(session: Session, document: string): Promise<Buffer> {
  const { archive } = session;
  const [claim] = await claimsOf(archive, document);
  await decide(session, claim?.claim ?? "", {
    verdict: "accepted",
    reason: "Zarqvendi is meant",
    at: AT,
  });
  const options = { reader: "sanad newer", isAll: false, isDry: false, now: () => AT };
  for await (const _change of rereadArchive(session, options));
  const { claims } = await searchClaims(archive, { ...NO_FILTER, words: "zarqvendy" });
  assert.ok(claims.length > 0);
  await linkPeople(archive, { isAll: false, step: () => undefined });
  await asOwner(archive, "vacuum (analyze); checkpoint");
  const { rows } = await sql<{ wrapped: Buffer }>`select k.wrapped from ledger.record_keys k
    join view.documents d on d.record = k.record where d.document = ${document} limit 1`.execute(
    archive.database,
  );
  return rows[0]?.wrapped ?? Buffer.alloc(0);
}

async function asOwner(archive: Archive, statements: string): Promise<void> {
  const owner = await openAsOwner(whereIs(archive.database));
  await owner.connection().execute(async (one) => {
    for (const statement of ["set role none", ...statements.split("; ")])
      await sql.raw(statement).execute(one);
  });
  await owner.destroy();
}

test("a server that uses files of its change log again has nothing in them of what was erased", {
  skip: isOnServer ? false : "the embedded server takes them away",
}, async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { database } = session.archive;
    const marker = "Vermundanizadeh";
    const [id = ""] = await addTexts(session, [
      `${marker} Karimzad was hanged in Yazd on 3 May 2025, the desk said.`,
    ]);
    const owner = await openAsOwner(whereIs(database));
    const holding = async (): Promise<readonly string[]> =>
      owner.connection().execute(async (one) => {
        await sql.raw("set role none").execute(one);
        const { rows } = await sql<{ name: string }>`
          select name from (select name, pg_read_binary_file('pg_wal/' || name) as bytes
            from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$') files
          where position(convert_to(${marker}, 'UTF8') in bytes) > 0`.execute(one);
        return rows.map(({ name }) => name);
      });
    assert.notDeepEqual(await holding(), []);
    const { archive } = await erase(session, await planErasure(session.archive, id), HOW);
    assert.deepEqual(await holding(), []);
    await owner.destroy();
    await closeArchive(archive);
  });
});

test("nothing of the publisher of what was erased stands among statistics, of tables or of indexes", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const publisher = "Vermundan Familyblog";
    const file = join(folder, "../blog.jsonl");
    const texts = ["2", "3", "4", "5", "6", "7"].map(
      (day) => `Five men were hanged in Yazd on ${day} May 2025, the desk said.`,
    );
    writeFileSync(
      file,
      texts.map((text, id) => JSON.stringify({ id: String(id), text, publisher })).join("\n"),
    );
    const added = (await addFile(session, file)).flatMap((one) =>
      one.kind === "added" ? [one.document] : [],
    );
    const counted = async (): Promise<number> => {
      const owner = await openAsOwner(whereIs(session.archive.database));
      try {
        return await owner.connection().execute(async (one) => {
          await sql.raw("set role none").execute(one);
          const { rows } = await sql`select 1 from pg_catalog.pg_statistic
            where stavalues1::text like ${`%${publisher}%`} or stavalues2::text like ${`%${publisher}%`}`.execute(
            one,
          );
          return rows.length;
        });
      } finally {
        await owner.destroy();
      }
    };
    await asOwner(session.archive, "vacuum (analyze)");
    assert.ok((await counted()) > 0);
    const { archive } = await erase(session, await planErasure(session.archive, ...added), HOW);
    assert.equal(await counted(), 0);
    await closeArchive(archive);
  });
});
