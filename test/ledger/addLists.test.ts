import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type AddOutcome, addReports } from "../../src/flow/archive/addReports.ts";
import { searchClaims, verifyArchive } from "../../src/flow/archive/look.ts";
import { linkPeople, listEvents, listPeople } from "../../src/flow/archive/people/index.ts";
import { rereadArchive } from "../../src/flow/archive/rereadArchive.ts";
import { planErasure } from "../../src/flow/archive/erase.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  type Session,
} from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import {
  addTexts,
  inArchiveFolder,
  isOnServer,
  keyFile,
  NO_FILTER,
  surroundings,
} from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";
import { filesWith } from "./filesWith.ts";

const LIST = [
  "Dead of the autumn,,,,",
  "ID,Name,Date of death,City,Lawyer",
  "7,Arman Delavarian,۱۳ آبان ۱۴۰۱,Shiraz,Kaveh Tavanpur",
  "8,بهاره سنگری,2022-11-05,Tabriz,",
  "9,,2022-11-06,Arak,",
  "Total: 3,,,,",
];

test("a list enters row by row, each with its words; again it changes nothing, and a changed row is a new version", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const file = join(folder, "../dead.csv");
    writeFileSync(file, LIST.join("\n"));
    const first = await addList(session, file);
    assert.deepEqual(
      first.map((outcome) => (outcome.kind === "added" ? outcome.claims : outcome.kind)),
      [0, 1, 1, 1],
    );
    const { claims } = await searchClaims(session.archive, { ...NO_FILTER, words: "Delavarian" });
    const [found] = claims;
    assert.equal(found?.body.kind, "killing");
    assert.equal(
      found.body.span.quote,
      "ID: 7\nName: Arman Delavarian\nDate of death: ۱۳ آبان ۱۴۰۱\nCity: Shiraz\nLawyer: Kaveh Tavanpur",
    );
    assert.deepEqual(
      [found.body.period?.earliest, found.body.period?.span.quote, found.body.places[0]?.words],
      ["2022-11-04", "۱۳ آبان ۱۴۰۱", "Shiraz"],
    );
    assert.equal(found.body.places[0]?.id, "ir/city/shiraz", "found by its other names, too");
    assert.deepEqual(
      new Set((await addList(session, file)).map(({ kind }) => kind)),
      new Set(["same"]),
    );
    for await (const changed of rereadArchive(session, {
      reader: "sanad next",
      isAll: true,
      isDry: false,
      now: () => "2026-01-03T00:00:00.000Z",
    }))
      assert.fail(`${changed.document} was read by its words`);
    writeFileSync(file, LIST.join("\n").replace("Tabriz", "Ahvaz"));
    const again = await addList(session, file);
    assert.deepEqual(
      again.map((outcome) =>
        outcome.kind === "added" && outcome.version !== null ? "version" : outcome.kind,
      ),
      ["version", "same", "version", "same"],
    );
    assert.deepEqual(
      (await verifyArchive(session.archive, { since: null, step: () => {} })).faults,
      [],
    );
    await closeArchive(session.archive);
  });
});

async function addList(
  session: Session,
  path: string,
  kind: "killing" | "execution" = "killing",
  piped = "",
): Promise<AddOutcome[]> {
  const outcomes: AddOutcome[] = [];
  const list = {
    kind,
    hints: { choices: [], order: null, sheet: null, today: "2026-01-02" },
    onList: () => {},
  };
  const options = {
    by: session.actor,
    now: () => "2026-01-02T03:04:05.000Z",
    reader: "sanad test",
    list,
  };
  const stdin = (async function* () {
    if (piped !== "") yield Buffer.from(piped);
  })();
  for await (const outcome of addReports(session.archive, [path], {}, DEFAULTS, stdin, options))
    outcomes.push(outcome);
  return outcomes;
}

test("whoever erases a row is told the lists that hold it; erased with them and added without it, the others stay", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const file = join(folder, "../dead.csv");
    const near = join(folder, "../near.csv");
    writeFileSync(file, LIST.join("\n"));
    writeFileSync(near, LIST.join("\n").replace("Arman Delavarian", "Behrad Torkashi"));
    const [list = "", row = "", second = "", third = ""] = idsOf(await addList(session, file));
    // Another list, and another version of the same, which holds the row too.
    await addList(session, near);
    writeFileSync(file, LIST.join("\n").replace("Total: 3", "Total: three"));
    const [newer = ""] = idsOf(await addList(session, file));

    const ofRow = await planErasure(session.archive, row);
    assert.deepEqual(new Set(ofRow.alsoHeld.lists), new Set([list, newer]));
    assert.deepEqual([ofRow.alsoHeld.otherVersions, ofRow.alsoHeld.rows], [[], []]);
    const ofList = await planErasure(session.archive, newer);
    assert.deepEqual(new Set(ofList.alsoHeld.rows), new Set([row, second, third]));
    assert.deepEqual([ofList.alsoHeld.otherVersions, ofList.alsoHeld.lists], [[list], []]);
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(mina("erase", row, "--dry-run"), 0, new RegExp(`whole list.*sanad erase ${row} d-`));
    const both = [row, list, newer];
    const plan = await planErasure(session.archive, ...both);
    assert.deepEqual(plan.alsoHeld, {
      otherVersions: [],
      lists: [],
      copies: [],
      pseudonyms: [],
      rows: [second, third].sort(),
    });
    await closeArchive(session.archive);
    await fits(
      mina("erase", ...both, "--yes", "--reason", "asked"),
      0,
      /Stays: 2 rows of the list/,
    );
    await fits(mina("search", "Delavarian", "--documents"), 0, /No report/);
    if (!isOnServer)
      assert.deepEqual(await filesWith(join(folder, "database"), ["Delavarian"]), []);

    const next = await openSession(surroundings(folder));
    writeFileSync(file, LIST.filter((line) => !line.startsWith("7,")).join("\n"));
    const again = await addList(next, file);
    assert.deepEqual(
      again.map((outcome) => (outcome.kind === "added" ? outcome.version : outcome.kind)),
      [null, "same", "same"],
    );
    await closeArchive(next.archive);
    await fits(
      mina("erase", second, "--yes", "--reason", "asked"),
      0,
      /whole list.*sanad erase d-/,
    );
  });
});

test("whoever erases a row is told the same row of other lists, and those lists", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [file, copy] = ["dead.csv", "saved again.csv"].map((name) => join(folder, "..", name));
    const far = join(folder, "../far.csv");
    writeFileSync(file ?? "", LIST.join("\n"));
    // The same file under another name; a longer one that holds the row; and one that holds another man of the same day.
    const [first = ""] = LIST.filter((line) => line.startsWith("7,"));
    writeFileSync(copy ?? "", LIST.join("\n"));
    const longer = join(folder, "../longer.csv");
    writeFileSync(longer, [...LIST, "9,Behrad Torkashi,Yazd"].join("\n"));
    writeFileSync(
      far,
      LIST.join("\n").replace(first, first.replace("Arman Delavarian", "Giv Sohrab")),
    );
    const [list = "", row = ""] = idsOf(await addList(session, file ?? ""));
    const [listAgain = "", rowAgain = ""] = idsOf(await addList(session, copy ?? ""));
    const [listLonger = "", rowLonger = ""] = idsOf(await addList(session, longer));
    await addList(session, far);

    const { alsoHeld } = await planErasure(session.archive, row);
    assert.deepEqual(alsoHeld.copies, [rowAgain, rowLonger].sort());
    assert.deepEqual(new Set(alsoHeld.lists), new Set([list, listAgain, listLonger]));
    const ofList = await planErasure(session.archive, list);
    assert.deepEqual(ofList.alsoHeld.copies, [listAgain]);
    const all = [row, rowAgain, rowLonger, list, listAgain, listLonger];
    const plan = await planErasure(session.archive, ...all);
    assert.deepEqual([plan.alsoHeld.copies, plan.alsoHeld.lists], [[], []]);
    await closeArchive(session.archive);
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(mina("erase", ...all, "--yes", "--reason", "asked"), 0, /./);
    await fits(mina("search", "Delavarian", "--documents"), 0, /No report/);
  });
});

test("another list under the name and numbers of an older one is refused; the same one put right is not", async () => {
  await inArchiveFolder(async (folder) => {
    const env = keyFile(folder);
    const run = (...words: string[]) => sanad(folder, words, { env });
    await fits(run("init"), 0, /Made/);
    const file = join(folder, "../week.csv");
    const write = (...rows: string[]) =>
      writeFileSync(file, `${["No,Name,Date,City", ...rows].join("\n")}\n`);
    const add = (code: number, told: RegExp, ...words: string[]) =>
      fits(run("add", "--list", "killing", file, ...words), code, told);
    const may = ["1,Giti Afsharian,2026-05-18,Khash", "2,Mahtab Delafrooz,2026-05-18,Khash"];
    const third = "3,Kaveh Tavanpur,2026-05-18,Khash";
    write(...may, third);
    await add(0, /4 added/);
    // Another week's.
    const june = ["1,Samad Farhani,2026-06-01,Arak", "2,Reza Noorani,2026-06-02,Arak"];
    write(...june, "3,Omid Sangari,2026-06-02,Arak");
    await add(2, /Of 3 rows .* 3 name other people now.*--yes/);
    // Two of three, and a third that both lists name.
    write(...june, third);
    await add(2, /Of 3 rows .* 2 name other people now/);
    await fits(run("people"), 0, /Giti Afsharian/);
    assert.doesNotMatch((await run("people")).out, /Samad Farhani|Life in danger/);
    // Put right: a spelling, a day, one who was another, a row more, rows in another order.
    write("1,Geeti Afshariyan,2026-05-18,Khash", "2,Mahtab Delafrooz,2026-05-19,Khash", third);
    await add(0, /3 added/);
    write("1,Geeti Afshariyan,2026-05-18,Khash", may[1] ?? "", "3,Cyrus Vafaipur,2026-05-18,Khash");
    await add(0, /added/);
    write("4,Jamshid Rahvar,2026-05-20,Khash", may[1] ?? "", "1,Geeti Afshariyan,2026-05-18,Khash");
    await add(0, /added/);
    // Under its own name, and where somebody says that it is the same.
    const own = join(folder, "../june.csv");
    writeFileSync(own, `${["No,Name,Date,City", ...june].join("\n")}\n`);
    await fits(run("add", "--list", "killing", own), 0, /3 added/);
    write(...june);
    await add(0, /added/, "--yes");
  });
});

test("a list that came by a pipe is told by the name of its rows", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [list, row = ""] = idsOf(await addList(session, "-", "killing", LIST.join("\n")));
    const { alsoHeld } = await planErasure(session.archive, row);
    assert.deepEqual(alsoHeld.lists, [list]);
    const { rows } = (await planErasure(session.archive, list ?? "")).alsoHeld;
    assert.equal(rows.length, 3);
    await closeArchive(session.archive);
  });
});

function idsOf(outcomes: readonly AddOutcome[]): string[] {
  return outcomes.map((outcome) => (outcome.kind === "failure" ? "" : outcome.document));
}

test("rows without a name count where they tell when and where, until a report names who it was", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const file = join(folder, "../nameless.csv");
    const rows = [
      "ID,Name,Date,City",
      "1,Unidentified,2024-09-01,Karaj",
      "2,Kaveh Torkashi,2024-09-01,Karaj",
      "3,ناشناس,2024-09-07,شیراز",
      "4,,,Shiraz",
      "5,,2024-09-01,Karaj,five men hanged",
      "6,,2024,Karaj",
      "Total: 4,,,",
    ];
    writeFileSync(file, rows.join("\n"));
    const added = await addList(session, file, "execution");
    assert.deepEqual(
      added.map((outcome) => (outcome.kind === "added" ? outcome.claims : outcome.kind)),
      [0, 1, 1, 1, 0, 0, 0],
    );
    const counted = async (): Promise<readonly unknown[]> => {
      await linkPeople(session.archive, { isAll: false, step: () => undefined });
      const { totals } = await listEvents(session.archive, ALL_EVENTS);
      return totals.map(({ events, named, low, best, high }) => [events, named, low, best, high]);
    };
    assert.deepEqual(await counted(), [[2, 1, 3, 3, 3]]);
    await addTexts(session, [
      "Lantern Monitor, 9 September 2024\n\nSina Delavari was executed in Shiraz on 7 September 2024.",
    ]);
    assert.deepEqual(await counted(), [[2, 2, 3, 3, 3]]);
    // The list learns a name: that row is somebody, and counts no other one.
    writeFileSync(file, rows.join("\n").replace("Unidentified", "Omid Ramandi"));
    await addList(session, file, "execution");
    assert.deepEqual(await counted(), [[2, 3, 3, 3, 3]]);
    await closeArchive(session.archive);
  });
});

const ALL_EVENTS = {
  words: null,
  kind: null,
  from: null,
  to: null,
  isOpen: false,
  isDisputed: false,
  limit: 100,
};

test("a row whose status tells of something else than its list tells that, or nothing", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const file = join(folder, "../fates.csv");
    const rows: readonly (readonly [string, string, string | undefined])[] = [
      ["Arman Delavarian", "Executed", "execution happened counted"],
      ["Behrad Sangari", "Detained", "arrest happened counted"],
      ["Ciamak Torkashi", "Released on bail", "release happened counted"],
      ["Dariush Karvani", "Sentenced to death", "death-sentence happened counted"],
      ["Esfandiar Palandi", "Died in custody", "death-in-custody happened counted"],
      ["Farrokh Navidan", "Missing", undefined],
      ["Golnar Sepidar", "Unknown", undefined],
      ["Hormoz Zarandi", "Stay", "stay happened counted"],
      ["Iraj Maleki-Far", "Sentenced to death; executed", "execution happened counted"],
      ["Jamshid Orouji", "Not executed", "execution negated counted"],
      ["کاوه سنگری", "محکوم به اعدام", "death-sentence happened counted"],
      ["لاله کاروانی", "بازداشت", "arrest happened counted"],
      ["مهرداد پالندی", "اعدام", "execution happened counted"],
      ["نادر زرندی", "نامعلوم", undefined],
    ];
    writeFileSync(
      file,
      [
        "Name,Date,Lawyer,Status / وضعیت",
        ...rows.map(([name, cell]) => `${name},2022-11-04,Unknown,${cell}`),
      ].join("\n"),
    );
    await addList(session, file, "execution");
    const { claims } = await searchClaims(session.archive, NO_FILTER);
    const told = new Map(
      claims.map(({ body }) => [
        body.persons[0]?.name,
        `${body.kind} ${body.modality} ${body.tier}`,
      ]),
    );
    assert.deepEqual(
      rows.map(([name]) => [name, told.get(name)]),
      rows.map(([name, , expected]) => [name, expected]),
    );
    await linkPeople(session.archive, { isAll: false, step: () => undefined });
    const people = await listPeople(session.archive, {
      words: null,
      stage: null,
      riskFrom: 3,
      state: null,
      limit: 100,
    });
    const atRisk = people.map(({ name }) => name).toSorted();
    assert.deepEqual(atRisk, ["Hormoz Zarandi"]);
    await closeArchive(session.archive);
  });
});

test("a row of a list of the executed whose status says that he may live is shown, and kills nobody", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const file = join(folder, "../status.csv");
    writeFileSync(
      file,
      [
        "Name,Date,City,Remarks,Last call",
        "Arman Delavarian,2022-11-04,Shiraz,Executed,2022-11-03",
        "Bahareh Sangari,2022-11-05,Tabriz,Postponed - alive,",
        "Hormoz Torkashi,2022-11-05,Tabriz,Executed,2022-11-09",
        "بهاره سنگری,2022-11-06,Arak,متوقف شد (زنده),",
      ].join("\n"),
    );
    const outcomes = await addList(session, file);
    assert.equal(outcomes.filter((one) => one.kind === "added" && one.isUncounted).length, 3);
    const { claims } = await searchClaims(session.archive, NO_FILTER);
    const told = claims.map(({ body }) => [
      body.persons[0]?.name,
      body.modality,
      body.tier,
      body.notes.map(({ code }) => code).join(),
    ]);
    const byName = told.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
    assert.deepEqual(byName, [
      ["Arman Delavarian", "happened", "counted", ""],
      ["Bahareh Sangari", "ongoing", "shown", "list-row-lives-on"],
      ["Bahareh Sangari", "unclear", "shown", "list-row-lives-on"],
      ["Hormoz Torkashi", "happened", "shown", "list-row-lives-on"],
      ["Hormoz Torkashi", "unclear", "shown", "list-row-lives-on"],
      ["بهاره سنگری", "ongoing", "shown", "list-row-lives-on"],
      ["بهاره سنگری", "unclear", "shown", "list-row-lives-on"],
    ]);
    await closeArchive(session.archive);
  });
});

test("a row whose status says something else than the list is of tells that, and one that says nothing sure tells nothing", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const file = join(folder, "../status.csv");
    writeFileSync(
      file,
      [
        "Name,Date of execution,Status",
        "Arman Delavarian,2022-11-04,Executed",
        "Bahareh Sangari,2022-11-05,Released",
        "Hormoz Torkashi,2022-11-06,Unknown",
        "بهاره سنگری,,محکوم به اعدام",
      ].join("\n"),
    );
    const list = {
      kind: "execution" as const,
      hints: { choices: [], order: null, sheet: null, today: "2026-01-02" },
      onList: () => {},
    };
    const options = {
      by: session.actor,
      now: () => "2026-01-02T03:04:05.000Z",
      reader: "sanad test",
      list,
    };
    const stdin = (async function* () {})();
    for await (const outcome of addReports(session.archive, [file], {}, DEFAULTS, stdin, options))
      assert.equal(outcome.kind, "added");
    const { claims } = await searchClaims(session.archive, NO_FILTER);
    const told = claims.map(({ body }) =>
      [body.persons[0]?.name, body.kind, body.period?.earliest ?? "-"].join(" "),
    );
    assert.deepEqual(told.toSorted(), [
      "Arman Delavarian execution 2022-11-04",
      "Bahareh Sangari release -",
      "بهاره سنگری death-sentence -",
    ]);
    await closeArchive(session.archive);
  });
});

test("what is entered is told while the rest still comes in, not at the end", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const files = Array.from({ length: 40 }, (_, at) => {
      const file = join(folder, `../list${at}.csv`);
      const rows = Array.from(
        { length: at === 0 ? 60 : 1 },
        (__, row) => `l${at}-${row},Arman L${at}i`,
      );
      writeFileSync(file, ["ID,Name", ...rows].join("\n"));
      return file;
    });
    let told = 0;
    let isToldEarly = false;
    const list = {
      kind: "killing" as const,
      hints: { choices: [], order: null, sheet: null, today: "2026-01-02" },
      // The first list and 47 rows of it are entered while the others still come in.
      onList: async () => {
        isToldEarly ||= told >= 48;
        if (!isToldEarly) await new Promise((resolve) => setTimeout(resolve, 250));
      },
    };
    const nothing = (async function* (): AsyncGenerator<Uint8Array> {})();
    const options = {
      by: session.actor,
      now: () => "2026-01-03T00:00:00.000Z",
      reader: "sanad",
      list,
    };
    for await (const outcome of addReports(
      session.archive,
      files,
      {},
      DEFAULTS,
      nothing,
      options,
    )) {
      assert.equal(outcome.kind, "added");
      told++;
    }
    assert.deepEqual([isToldEarly, told], [true, 139]);
    await closeArchive(session.archive);
  });
});
