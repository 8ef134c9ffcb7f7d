/** Rows of lists in an archive: none is lost, none becomes somebody else's, and they are linked by all they say. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type AddOutcome, addReports } from "../../src/flow/archive/addReports.ts";
import {
  linkPeople,
  listEvents,
  listPeople,
  showPerson,
} from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import type { ListKind } from "../../src/lists/rowReport.ts";
import { inArchiveFolder, surroundings } from "./archiveFolder.ts";

const AT = "2025-12-02T03:04:05.000Z";
const ALL = { words: null, stage: null, riskFrom: null, state: null, limit: 100 };

const ALL_EVENTS = {
  words: null,
  kind: null,
  from: null,
  to: null,
  isOpen: false,
  isDisputed: false,
  limit: 100,
};

test("no row is lost because another row, list or kind says the same", async () => {
  await inArchive(async (session) => {
    const rows = ["Name,Province,City", "Kaveh Nikpour,Fars,Shiraz", "Ramin Yazdani,Tehran,Tehran"];
    const alike = [...rows, "Ramin Yazdani,Tehran,Tehran"];
    assert.deepEqual(await addList(session, "l1.csv", alike, "death-sentence"), [
      "added 0",
      "added 1",
      "added 1",
      "added 1",
    ]);
    assert.deepEqual(await addList(session, "l1.csv", alike, "death-sentence"), [
      "same",
      "same",
      "same",
      "same",
    ]);
    const two = await addList(session, "l2.csv", alike, "execution");
    assert.deepEqual(two, ["added 0", "added 1", "added 1", "added 1"]);
    const people = await peopleNamed(session, "Nikpour");
    assert.ok(
      people.some(({ stage }) => stage === "executed"),
      "the executions entered",
    );
    // A row that is put in at the top makes no other row a version of somebody else's.
    const [head = "", ...others] = alike;
    const shifted = [head, "Omid Lotfi,Fars,Shiraz", ...others];
    assert.deepEqual(await addList(session, "l1.csv", shifted, "death-sentence"), [
      "version 0",
      "added 1",
      "same",
      "same",
      "same",
    ]);
    // A list under another kind puts its rows right.
    assert.deepEqual((await addList(session, "l1.csv", shifted, "arrest")).slice(1), [
      "version 1",
      "version 1",
      "version 1",
      "version 1",
    ]);
  });
});

test("rows keep their places and ranges of age, and two people in a cell are two", async () => {
  await inArchive(async (session) => {
    const rows = [
      "Name,Age,Province,City,Prison",
      "Kaveh Nikpour,20-25,Fars,Shiraz,Adelabad",
      "Siamak Delavari,40,Tehran,,",
      "Barzan Hooshmandi,30,,,",
      "Nalin Sepandar,30,,,",
      "Barzan Hooshmandi and Nalin Sepandar,,,,",
    ];
    await addList(session, "l.csv", rows, "execution");
    const [nikpour] = await peopleNamed(session, "Nikpour");
    const { fields } = await showPerson(session.archive, nikpour?.person ?? "");
    const told = (field: "age" | "city" | "province" | "prison") =>
      fields[field].map(({ value }) => value);
    assert.deepEqual(
      [told("age"), told("city"), told("province"), told("prison")],
      [["20–25"], ["Shiraz"], ["Fars"], ["Adelabad Prison"]],
    );
    const [delavari] = await peopleNamed(session, "Delavari");
    const other = await showPerson(session.archive, delavari?.person ?? "");
    assert.deepEqual(
      [other.fields.city, other.fields.province.map(({ value }) => value)],
      [[], ["Tehran"]],
    );
    for (const name of ["Hooshmandi", "Sepandar"])
      for (const { person } of await peopleNamed(session, name)) {
        const { names } = await showPerson(session.archive, person);
        assert.equal(names.length, 1, names.map(({ value }) => value).join(", "));
      }
  });
});

test("rows name places and charges in either script, and the events that they tell stand there", async () => {
  await inArchive(async (session) => {
    const rows = [
      "Name,نام,Age,Date,Prison,City,Charge",
      "Kaveh Nikpour,کاوه نیک‌پور,29,2025-10-11,Vakilabad,Mashhad,drug-related",
      "Siamak Delavari,سیامک دلاوری,40,2025-10-11,وکیل آباد,مشهد,مواد مخدر",
    ];
    await addList(session, "l.csv", rows, "execution");
    for (const name of ["Nikpour", "Delavari"]) {
      const [person] = await peopleNamed(session, name);
      const { fields } = await showPerson(session.archive, person?.person ?? "");
      assert.deepEqual(
        [fields.city, fields.prison].map((values) => values.map(({ value }) => value)),
        [["Mashhad"], ["Vakilabad Prison"]],
      );
    }
    const { events } = await listEvents(session.archive, ALL_EVENTS);
    assert.deepEqual(
      events.map(({ place, best }) => [place, best]),
      [["ir/prison/vakilabad", 2]],
    );
  });
});

test("who lives by a cell of a row, whatever its column, is not dead for anybody without a person who looks", async () => {
  await inArchive(async (session) => {
    const dead = [
      "Name,Age,Date,City",
      "Kaveh Nikpour,29,2025-10-11,Zahedan",
      "Siamak Delavari,40,2025-10-11,Zahedan",
      "Ramin Yazdani,33,2025-10-11,Zahedan",
      "Sohrab Sepandar,51,2025-10-11,Zahedan",
    ];
    const other = [
      "Name,Age,Date,City,Heard,Now and then",
      "Kaveh Nikpour,29,2025-10-11,Zahedan,alive - in hospital,",
      "Siamak Delavari,40,2025-10-11,Zahedan,shot in the head,",
      "Ramin Yazdani,33,2025-10-11,Zahedan,missing,killed?",
      "Sohrab Sepandar,51,2025-10-11,Zahedan,آزاد شد,",
    ];
    await addList(session, "dead.csv", dead, "killing");
    assert.deepEqual(await addList(session, "other.csv", other, "killing"), [
      "added 0",
      "added 2",
      "added 1",
      "added 1",
      "added 2",
    ]);
    await linkPeople(session.archive, { isAll: false, step: () => undefined });
    const disputed = await listPeople(session.archive, { ...ALL, isDisputed: true });
    assert.deepEqual(disputed.map(({ name }) => name).sort(), ["Kaveh Nikpour", "Sohrab Sepandar"]);
    // Of the two whom the second list calls dead, or leaves open, nothing is disputed; its rows count nobody more.
    const { totals } = await listEvents(session.archive, ALL_EVENTS);
    assert.deepEqual(
      totals.map(({ best }) => best),
      [4],
    );
  });
});

test("a status that denies a death disputes it, and one that calls the row a slip does not", async () => {
  await inArchive(async (session) => {
    const head = "Name,Age,Date,City";
    const people = ["Kaveh Nikpour,29", "Siamak Delavari,40", "Ramin Yazdani,33"];
    const rows = people.map((person) => `${person},2025-10-11,Zahedan`);
    await addList(session, "dead.csv", [head, ...rows], "killing");
    const said = ["خبر تکذیب شد", "Duplicate", "Killed"];
    const other = rows.map((row, at) => `${row},${said[at]}`);
    await addList(session, "other.csv", [`${head},Status`, ...other], "killing");
    await linkPeople(session.archive, { isAll: false, step: () => undefined });
    const disputed = await listPeople(session.archive, { ...ALL, isDisputed: true });
    assert.deepEqual(
      disputed.map(({ name }) => name),
      ["Kaveh Nikpour"],
    );
  });
});

async function inArchive(use: (session: Session) => Promise<void>): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    try {
      await use(session);
    } finally {
      await closeArchive(session.archive);
    }
  });
}

async function addList(
  session: Session,
  name: string,
  rows: readonly string[],
  kind: ListKind,
): Promise<readonly string[]> {
  const file = join(session.archive.folder, `../${name}`);
  writeFileSync(file, rows.join("\n"));
  const hints = { choices: [], order: null, sheet: null, today: "2025-12-01" };
  const list = { kind, hints, onList: () => undefined };
  const options = { by: session.actor, now: () => AT, reader: "sanad test", list };
  const outcomes: AddOutcome[] = [];
  const stdin = (async function* () {})();
  for await (const one of addReports(session.archive, [file], {}, DEFAULTS, stdin, options))
    outcomes.push(one);
  return outcomes.map((one) => {
    if (one.kind !== "added") return one.kind;
    return `${one.version === null ? "added" : "version"} ${one.claims}`;
  });
}

async function peopleNamed({ archive }: Session, words: string) {
  await linkPeople(archive, { isAll: false, step: () => undefined });
  return listPeople(archive, { ...ALL, words });
}
