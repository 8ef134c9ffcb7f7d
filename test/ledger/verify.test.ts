import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathOfEvidence, tidyEvidence } from "../../src/flow/archive/tidy.ts";
import fc from "fast-check";
import { sql } from "kysely";
import { Failure } from "../../src/base/failure.ts";
import { addKeyFile, endWay } from "../../src/flow/archive/changeKeys.ts";
import { checkProofFile } from "../../src/flow/archive/checkProofFile.ts";
import { decide } from "../../src/flow/archive/decide.ts";
import { claimsOf, proveEntry, verifyArchive } from "../../src/flow/archive/look.ts";
import { rotateSigning } from "../../src/flow/archive/rotateKeys.ts";
import { closeArchive, initArchive, openSession } from "../../src/flow/archive/session.ts";
import { lookInThreads } from "../../src/flow/archive/verifyThreads.ts";
import { appendEntries } from "../../src/ledger/append.ts";
import type { Archive } from "../../src/ledger/archive.ts";
import { type Database, openAsOwner, whereIs } from "../../src/ledger/database.ts";
import type { Fault } from "../../src/ledger/faults.ts";
import type { Keyring, Wrap } from "../../src/ledger/keyring.ts";
import { makeId } from "../../src/ledger/ids.ts";
import { parseEntry, parseLeaf } from "../../src/ledger/leaf.ts";
import type { LookElsewhere } from "../../src/ledger/verifyArchive.ts";
import { LINK_TABLES, VIEW_TABLES } from "../../src/ledger/viewTables.ts";
import { writeBlob } from "../../src/ledger/blobs.ts";
import { EnteringLock } from "../../src/ledger/enteringLock.ts";
import { removeOrphans } from "../../src/ledger/orphans.ts";
import { addTexts, inArchiveFolder, keyFile, surroundings } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const AT = "2026-01-02T03:04:05.000Z";
const QUIET = { since: null, step: () => undefined };
const sorted = (faults: readonly Fault[] = []): readonly string[] =>
  faults.map(({ where, what }) => `${where}: ${what}`).sort();
const TEXTS = [
  "Two prisoners, Samad Farhani and Reza Noorani, were hanged in Kerman on 2 May 2025, the desk said.",
  "Five men were hanged in Yazd on 3 May 2025, Lantern Rights Monitor said.",
  "A court sentenced Omid Sangari to death in Arak, his lawyer said.",
];

/** One change of a row, what it makes `verify` say, and of what. */
const CHANGES: readonly (readonly [change: string, where: RegExp, what: RegExp])[] = [
  ["update ledger.entries set kind = 'other' where index = 2", /^entry 2$/, /columns/],
  ["update ledger.entries set leaf = 'null' where index = 2", /^entry 2$/, /leaf is no JSON/],
  ["update ledger.entries set leaf = '{}' where index = 2", /^entry 2$/, /not as this version/],
  ["update ledger.entries set leaf = '\\x00ff' where index = 2", /^entry 2$/, /leaf is no JSON/],
  [
    "update ledger.entries set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where index = 3",
    /^entry 3$/,
    /sealed part is another/,
  ],
  ["update ledger.entries set sealed = '' where index = 3", /^entry 3$/, /sealed part is another/],
  ["update ledger.entries set sealed = null where index = 3", /^entry 3$/, /only one of its key/],
  ["delete from ledger.entries where index = 4", /^entry 4$/, /is missing/],
  ["update ledger.entries set index = -1 where index = 4", /^entry -1$/, /outside the ledger/],
  ["update ledger.entries set index = 99000 where index = 4", /^entry 99000$/, /outside/],
  [
    "update ledger.record_keys set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where record = (select record from ledger.entries where index = 2)",
    /^key of r-/,
    /does not open/,
  ],
  ["update ledger.record_keys set wrapped = ''", /^key of r-/, /does not open/],
  ["update ledger.record_keys set epoch = 7", /^key of r-/, /epoch 7, is missing/],
  ["delete from ledger.record_keys", /^entry 0$/, /only one of its key/],
  ["update ledger.heads set size = size - 1", /^head$/, /says \d+ entries where there are/],
  ["update ledger.heads set size = size + 1", /^entry \d+$/, /is missing/],
  ["update ledger.heads set peaks[1] = '\\x00'", /^head$/, /hashes are not/],
  ["update ledger.heads set origin = 'other'", /^head$/, /names another log/],
  [
    "update ledger.own_keys set public = 'other' where name = 'checkpoint'",
    /^signing key 1$/,
    /notes of succession/,
  ],
  ["update ledger.heads set checkpoint = null", /^checkpoint$/, /is missing/],
  [
    "update ledger.heads set checkpoint = replace(checkpoint, 'sanad', 'other')",
    /^checkpoint$/,
    /not signed/,
  ],
  [
    "insert into ledger.nodes select workspace, 8, 0, '\\x00' from ledger.heads",
    /^tree 8\/0$/,
    /./,
  ],
];

/** Changes that only `--deep` sees. */
const DEEP: readonly (readonly [change: string, where: RegExp, what: RegExp])[] = [
  [
    "update view.documents set title = 'Another', language = 'xx' where document = (select min(document) from view.documents)",
    /^row documents d-\S+ \d+$/,
    /not what the entries make of it: language, title$/,
  ],
  [
    "delete from view.claims where claim = (select min(claim) from view.claims)",
    /^row claims c-/,
    /is missing/,
  ],
  [
    "update view.claims set status = 'accepted' where claim = (select min(claim) from view.claims where status = 'proposed')",
    /^row claims c-/,
    /: status$/,
  ],
  [
    "update view.forms set uses = uses + 1 where type = 'person'",
    /^row forms person [0-9a-f]{12} $/,
    /: uses$/,
  ],
  ["update view.decisions set verdict = 'rejected'", /^row decisions e-/, /: verdict$/],
  ["update view.counts set claims = claims + 1", /^row counts \S+ \S+/, /: claims$/],
  [
    "insert into view.actors select workspace, 'a-nobody', 'Nobody', 'none' from ledger.heads",
    /^row actors a-nobody$/,
    /made by no entry/,
  ],
  ["delete from ledger.captures", /^row captures [0-9a-f]{12}$/, /is missing/],
  ["update ledger.pages set record = 'r-x'", /^row pages [0-9a-f]{12} \d+$/, /: record$/],
  ["update ledger.blobs set bytes = 0", /^row blobs [0-9a-f]{12}$/, /: bytes$/],
];

test("verify names every row that was changed, and goes on behind it", async () => {
  await inArchive(async (archive) => {
    const before = await verifyArchive(archive, { ...QUIET, isDeep: true });
    assert.deepEqual([before.faults, before.deep?.orphans], [[], []]);
    assert.ok((before.deep?.rows ?? 0) > 10);
    for (const [change, where, what] of CHANGES) {
      const { faults } = await withChange(archive, change, () => verifyArchive(archive, QUIET));
      const hit = faults.some((fault) => where.test(fault.where) && what.test(fault.what));
      assert.ok(hit, `${change}: ${JSON.stringify(faults)}`);
    }
    for (const [change, where, what] of DEEP) {
      const { shallow, faults } = await withChange(archive, change, async () => ({
        shallow: (await verifyArchive(archive, QUIET)).faults,
        faults: (await verifyArchive(archive, { ...QUIET, isDeep: true })).faults,
      }));
      assert.deepEqual(shallow, [], change);
      assert.ok(faults.length > 0, change);
      for (const fault of faults) {
        assert.match(fault.where, where, change);
        assert.match(fault.what, what, change);
      }
    }
    assert.deepEqual((await verifyArchive(archive, { ...QUIET, isDeep: true })).faults, []);
  });
});

test("entries that are looked at in threads come to the same, whatever was changed", async () => {
  const lookElsewhere = lookInThreads(0, 3);
  const changes = [
    "update ledger.entries set kind = 'other' where index = 2",
    "delete from ledger.entries where index = 4",
    "update ledger.entries set sealed = '' where index = 7",
  ];
  await inArchive(async (archive) => {
    const agreed = await verifyArchive(archive, { ...QUIET, lookElsewhere });
    assert.deepEqual(agreed, await verifyArchive(archive, QUIET));
    assert.deepEqual([agreed.faults, agreed.evidence], [[], TEXTS.length]);
    for (const file of filesBelow(join(archive.folder, "evidence")))
      writeFileSync(file, "something else");
    const [here, there] = await withChange(archive, changes.join("; "), async () => [
      await verifyArchive(archive, QUIET),
      await verifyArchive(archive, { ...QUIET, lookElsewhere }),
    ]);
    assert.ok(here !== undefined && here.faults.some(({ where }) => where.startsWith("evidence")));
    assert.deepEqual(sorted(there?.faults), sorted(here.faults));
    assert.deepEqual({ ...there, faults: [] }, { ...here, faults: [] });
  });
});

test("verify fails with a reason where a thread cannot look", async () => {
  await inArchive(async (archive) => {
    const lookElsewhere: LookElsewhere = async (_archive, size) =>
      lookInThreads(0)(archive, size, async () => "00000003-000000FF-1");
    await assert.rejects(verifyArchive(archive, { ...QUIET, lookElsewhere }), /snapshot/);
  });
});

test("evidence that no entry names is listed, and is no fault", async () => {
  await inArchive(async (archive) => {
    const name = "ab".repeat(32);
    mkdirSync(join(archive.folder, "evidence/ab"), { recursive: true });
    writeFileSync(join(archive.folder, "evidence/ab", name.slice(2)), "left over");
    const { faults, deep } = await verifyArchive(archive, { ...QUIET, isDeep: true });
    assert.deepEqual([faults, deep?.orphans], [[], [name]]);
    // It may be of a report that is being added, until it is a day old.
    const path = pathOfEvidence(archive.blobs, name);
    assert.deepEqual(await tidyEvidence(archive, false), { old: [], young: [path] });
    const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(join(archive.folder, path), before, before);
    const entered = readdirSync(join(archive.folder, "evidence")).length;
    assert.deepEqual(await tidyEvidence(archive, true), { old: [path], young: [] });
    assert.ok(existsSync(join(archive.folder, path)), "who looks first removes nothing");
    assert.deepEqual(await tidyEvidence(archive, false), { old: [path], young: [] });
    assert.ok(!existsSync(join(archive.folder, path)));
    assert.equal(readdirSync(join(archive.folder, "evidence")).length, entered);
    assert.deepEqual((await verifyArchive(archive, { ...QUIET, isDeep: true })).deep?.orphans, []);
  });
});

test("no evidence is taken away while another program may still enter it, however old it looks", async () => {
  await inArchive(async (archive, folder) => {
    const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
    const evidence = join(archive.folder, "evidence");
    const other = await openSession(surroundings(folder));
    const lock = new EnteringLock(other.archive);
    let goOn = (): void => undefined;
    const isWaiting = new Promise<void>((resolve) => (goOn = resolve));
    let path = "";
    // Two at once share it; it is given back when both are over.
    const first = lock.within(async () => {
      const name = await writeBlob(other.archive.blobs, Buffer.alloc(32, 7), Buffer.from("bytes"));
      path = pathOfEvidence(other.archive.blobs, name);
      utimesSync(join(folder, path), before, before);
      await isWaiting;
    });
    await lock.within(async () => undefined);
    while (path === "") await new Promise((resolve) => setTimeout(resolve, 20));
    const tidy = async () => sanad(folder, ["tidy"], { env: keyFile(folder) });
    await fits(tidy(), 4, /being added/);
    assert.equal(await removeOrphans(archive), null);
    assert.deepEqual(await tidyEvidence(archive, true), { old: [path], young: [] });
    assert.ok(existsSync(join(folder, path)));
    goOn();
    await first;
    await fits(tidy(), 0, /1 piece/);
    assert.ok(!existsSync(join(folder, path)));
    await closeArchive(other.archive);
    assert.ok(filesBelow(evidence).length > 0);
  });
});

test("adding holds the lock while evidence is written and entered, and gives it back when it fails", async () => {
  await inArchive(async (archive, folder) => {
    const other = await openSession(surroundings(folder));
    const { write } = other.archive.blobs;
    const seen: unknown[] = [];
    const blobs = {
      ...other.archive.blobs,
      write: async (...given: Parameters<typeof write>) => {
        await write(...given);
        seen.push(await removeOrphans(archive));
        if (seen.length > 1) throw new Failure("unavailable", "The store is away");
      },
    };
    const session = { ...other, archive: { ...other.archive, blobs } };
    await addTexts(session, ["Three men were hanged in Shiraz on 4 May 2025, the desk said."]);
    assert.deepEqual([seen, await removeOrphans(archive)], [[null], { old: [], young: [] }]);
    await assert.rejects(addTexts(session, ["Four men were hanged in Ahvaz on 5 May 2025."]));
    assert.equal(seen[1], null);
    assert.notEqual(await removeOrphans(archive), null);
    await closeArchive(other.archive);
  });
});

test("verify beside a writer sees one state and raises no false alarm", async () => {
  await inArchive(async (archive, folder) => {
    const other = await openSession(surroundings(folder));
    let isOver = false;
    const writing = (async () => {
      for (let at = 0; !isOver; at++)
        await appendEntries(
          other.archive,
          [
            {
              kind: "actor-named",
              record: makeId("r"),
              by: makeId("a"),
              body: { actor: `a-${at}`, name: "Nobody", role: "none" },
            },
          ],
          { at: AT, expected: null },
        );
    })();
    for (let round = 0; round < 8; round++) {
      const { faults } = await verifyArchive(archive, { ...QUIET, isDeep: round % 2 === 0 });
      assert.deepEqual(faults, []);
    }
    isOver = true;
    await writing;
    await closeArchive(other.archive);
  });
});

test("whatever stands where a leaf or a proof should be is refused, and nothing else is thrown", async () => {
  const text = await inArchive(async (archive) => {
    const { rows } = await sql<{ id: string }>`select id from ledger.entries limit 1`.execute(
      archive.database,
    );
    return JSON.stringify(await proveEntry(archive, rows[0]?.id ?? "", { isShown: true }));
  });
  const whole = JSON.parse(text) as Record<string, unknown>;
  assert.equal(checkProofFile(text, null).holds, true);
  const isRefusal = (work: () => unknown): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      return error instanceof Failure;
    }
  };
  const any = fc.oneof(fc.jsonValue(), fc.string(), fc.constant(undefined));
  fc.assert(
    fc.property(any, (value) => {
      const bytes = Buffer.from(JSON.stringify(value) ?? "");
      assert.ok(isRefusal(() => parseLeaf(bytes, 0)));
      assert.ok(isRefusal(() => checkProofFile(bytes.toString(), null)));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => isRefusal(() => parseLeaf(bytes, 0))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(whole)), any, (field, value) => {
      const changed = JSON.stringify({ ...whole, [field]: value });
      assert.ok(isRefusal(() => checkProofFile(changed, null)));
    }),
  );
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.nat(255), (at, code) => {
      const changed = `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}`;
      assert.ok(isRefusal(() => checkProofFile(changed, null)));
    }),
  );
});

test("every table of the views is compared", async () => {
  await inArchive(async (archive) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'view' and table_name <> 'state' order by 1`.execute(
      archive.database,
    );
    const known = [...VIEW_TABLES, ...LINK_TABLES].map(({ name }) => name);
    assert.deepEqual(
      rows.map(({ name }) => name),
      known.toSorted(),
      "add the table to src/ledger/viewTables.ts",
    );
  });
});

/** Runs with a change that only who owns the database can make, and takes it back. */
/** Changes of the archive's own keys, once another one signs. */
const KEYS: readonly (readonly [change: string, where: RegExp, what: RegExp])[] = [
  [
    "delete from ledger.own_keys where name = 'checkpoint' and number = 1",
    /^signing key 1$/,
    /missing/,
  ],
  [
    "delete from ledger.own_keys where name = 'checkpoint' and number = 2",
    /^signing key 2$/,
    /missing/,
  ],
  ["delete from ledger.own_keys where name = 'capture'", /^own key capture$/, /missing/],
  [
    "insert into ledger.own_keys select workspace, name, 4, wrapped, public, succession from ledger.own_keys where number = 3",
    /^signing key 4$/,
    /no entry says/,
  ],
  [
    "update ledger.own_keys set succession = replace(succession, 'v1', 'v2') where number = 2",
    /^signing key 2$/,
    /note of succession/,
  ],
];

test("verify names a key of the archive that is missing, or that no entry made", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    await closeArchive((await initArchive(folder, around)).archive);
    for (let turn = 0; turn < 2; turn++) {
      const session = await openSession(around);
      await rotateSigning(session, around);
      await closeArchive(session.archive);
    }
    const { archive } = await openSession(around);
    try {
      assert.deepEqual((await verifyArchive(archive, QUIET)).faults, []);
      for (const [change, where, what] of KEYS) {
        const { faults } = await withChange(archive, change, () => verifyArchive(archive, QUIET));
        const hit = faults.some((fault) => where.test(fault.where) && what.test(fault.what));
        assert.ok(hit, `${change}: ${JSON.stringify(faults)}`);
      }
      assert.deepEqual((await verifyArchive(archive, QUIET)).faults, []);
    } finally {
      await closeArchive(archive);
    }
  });
});

test("verify names keys of a young archive that are missing, and ways into it that fit no entry", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const session = await initArchive(folder, around);
    const { archive } = session;
    const faultsOf = async (): Promise<readonly string[]> =>
      sorted((await verifyArchive(archive, QUIET)).faults);
    try {
      await addKeyFile(session, around, join(folder, "..", "second.key"));
      assert.deepEqual(await faultsOf(), []);
      for (const [change, fault] of YOUNG_KEYS)
        assert.match((await withChange(archive, change, faultsOf)).join("\n"), fault, change);
      const file = join(folder, "keys.json");
      const kept = readFileSync(file, "utf8");
      const { wraps, ...ring } = JSON.parse(kept) as Keyring;
      const [typed, held] = wraps as [Wrap, Wrap];
      for (const [ways, fault] of [
        [[typed], /^way in w-\S+: is missing from keys.json$/],
        [[held], /^way in w-\S+: is missing from keys.json$/],
        [[typed, { ...held, since: "2020-01-01" }], /was changed since it was made/],
        [[typed, { ...held, sealed: typed.sealed }], /was changed since it was made/],
        [[typed, { ...held, mac: undefined }], /was changed since it was made/],
        [[typed, held, { ...held, id: "w-other" }], /^way in w-other: no entry says/m],
      ] as const) {
        writeFileSync(file, JSON.stringify({ ...ring, wraps: ways }));
        assert.match((await faultsOf()).join("\n"), fault);
        // A replacement of the master key that was cut short exempts nothing.
        writeFileSync(file, JSON.stringify({ ...ring, wraps: ways, next: [] }));
        assert.match((await faultsOf()).join("\n"), fault);
      }
      writeFileSync(file, JSON.stringify({ ...ring, wraps, archive: "another" }));
      assert.match((await faultsOf()).join("\n"), /^keys.json: names another archive$/m);
      writeFileSync(file, kept);
      assert.deepEqual(await faultsOf(), []);
      await endWay(session, around, held.id);
      assert.deepEqual(await faultsOf(), []);
      writeFileSync(file, kept);
      assert.match((await faultsOf()).join("\n"), /has ended, and is there again/);
    } finally {
      await closeArchive(archive);
    }
  });
});

const YOUNG_KEYS: readonly (readonly [change: string, fault: RegExp])[] = [
  ["delete from ledger.own_keys where name = 'capture'", /^own key capture: is missing$/m],
  ["delete from ledger.own_keys", /^own key tellings: is missing$/m],
  [
    "delete from ledger.own_keys where name in ('mentions', 'tellings')",
    /^own key mentions: is missing\nown key tellings: is missing$/m,
  ],
  [
    "delete from ledger.class_keys where class = 'sealed'",
    /^key of sealed records, epoch 1: is missing$/m,
  ],
];

/** Sessions with this database; one that was just closed may take the server a moment. */
async function countSessions(owner: Database): Promise<number> {
  await new Promise((done) => setTimeout(done, 100));
  const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'`.execute(owner);
  return rows[0]?.count ?? 0;
}

test("an archive that a newer Sanad used is not written into", async () => {
  await inArchive(async (archive, folder) => {
    const owner = await openAsOwner(whereIs(archive.database));
    const opened = async (): Promise<void> => {
      const session = await openSession(surroundings(folder));
      await closeArchive(session.archive);
    };
    try {
      for (const [change, back] of [
        [
          "insert into public.sanad_migrations (name, sha256) values ('9999_later.sql', 'x')",
          "delete from public.sanad_migrations where name = '9999_later.sql'",
        ],
        [
          "update view.state set projection = projection + 1",
          "update view.state set projection = projection - 1",
        ],
      ] as const) {
        await sql.raw(change).execute(owner);
        const before = await countSessions(owner);
        await assert.rejects(opened(), /newer Sanad/, change);
        // One that stays open would hold the program, and the keeper would think that somebody works.
        assert.equal(await countSessions(owner), before, change);
        await sql.raw(back).execute(owner);
      }
      await sql`update public.sanad_migrations set sha256 = 'x' || sha256 where name like '0002%'`.execute(
        owner,
      );
      await assert.rejects(opened(), /is not the one that made this archive/);
      await sql`update public.sanad_migrations set sha256 = substr(sha256, 2) where name like '0002%'`.execute(
        owner,
      );
      await opened();
    } finally {
      await owner.destroy();
    }
    const { rows } = await sql<{
      leaf: Uint8Array;
    }>`select leaf from ledger.entries where index = 0`.execute(archive.database);
    const leaf = parseLeaf(rows[0]?.leaf ?? new Uint8Array(0), 0);
    const body = Buffer.from('{"origin":"x","madeAt":"y"}');
    assert.equal(parseEntry(leaf, body, 0).kind, "archive-made");
    assert.throws(() => parseEntry({ ...leaf, version: 99 }, body, 0), /a newer Sanad made it/);
  });
});

async function withChange<T>(archive: Archive, change: string, look: () => Promise<T>): Promise<T> {
  const owner = await openAsOwner(whereIs(archive.database));
  const copies = [
    "entries",
    "own_keys",
    "class_keys",
    "record_keys",
    "nodes",
    "captures",
    "pages",
    "blobs",
  ];
  const views = ["documents", "claims", "forms", "decisions", "counts", "actors"];
  const tables = [
    ...copies.map((name) => `ledger.${name}`),
    ...views.map((name) => `view.${name}`),
  ];
  const run = async (text: string): Promise<void> => void (await sql.raw(text).execute(owner));
  try {
    await run("alter table ledger.entries disable trigger user");
    await run("create table public.kept_head as table ledger.heads");
    for (const [at, name] of tables.entries())
      await run(`create table public.kept_${at} as table ${name}`);
    await run(change);
    const result = await look();
    await run(`update ledger.heads h set origin = k.origin, size = k.size, peaks = k.peaks, checkpoint = k.checkpoint
      from public.kept_head k; drop table public.kept_head`);
    for (const [at, name] of tables.entries())
      await run(
        `delete from ${name}; insert into ${name} select * from public.kept_${at}; drop table public.kept_${at}`,
      );
    return result;
  } finally {
    await owner.destroy();
  }
}

async function inArchive<T>(use: (archive: Archive, folder: string) => Promise<T>): Promise<T> {
  let result: T | undefined;
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { archive } = session;
    try {
      const [first = ""] = await addTexts(session, TEXTS);
      const [claim] = await claimsOf(archive, first);
      await decide(session, claim?.claim ?? "", { verdict: "accepted", reason: "read", at: AT });
      result = await use(archive, folder);
    } finally {
      await closeArchive(archive);
    }
  });
  return result as T;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
