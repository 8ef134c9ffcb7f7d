import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addReports } from "../../src/flow/archive/addReports.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { verifyArchive } from "../../src/flow/archive/look.ts";
import {
  decidePair,
  type ListedPerson,
  linkPeople,
  listPeople,
  matchArchive,
  mergePeople,
  readOpenPairs,
  reportLinks,
  type ShownPerson,
  showPerson,
  splitPerson,
  statePerson,
  undoLinks,
  whyPeople,
} from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { contradictionsOf } from "../../src/flow/lists/matchListFiles.ts";
import type { ListFile } from "../../src/flow/lists/readListFile.ts";
import { CARRIED } from "../../src/ledger/carryDecisions.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import type { ListRecord } from "../../src/model/listRecord.ts";
import { inArchiveFolder, surroundings } from "./archiveFolder.ts";

/** A list with these rows; what they leave out is not known. */
function dayOf(day: string) {
  return { earliest: day, latest: day, calendar: "gregorian", words: day } as const;
}

function listOf(rows: readonly Partial<ListRecord>[]): ListFile {
  const empty: ListRecord = {
    id: "",
    row: 0,
    name: null,
    nameFa: null,
    date: null,
    age: null,
    sex: null,
    city: null,
    province: null,
    father: null,
    charge: null,
    prison: null,
  };
  return {
    path: "list.csv",
    bytes: new Uint8Array(),
    remembered: null,
    format: "csv",
    sheet: null,
    otherSheets: [],
    rows: rows.length,
    isStatusSaid: false,
    records: rows.map((row) => ({ ...empty, ...row })),
    tallies: [],
    parts: [],
    cells: [],
    headerRows: [],
    columns: [],
    notes: [],
  };
}

const AT = "2026-01-02T03:04:05.000Z";
const TOLD = { reason: "for a test", at: AT };

const REPORTS = {
  first:
    "Three prisoners, Behzad Ramandi, 34, Kamran Zohrevand and an unnamed man, were hanged in Qezel Hesar Prison in Karaj on 11 November 2024. His brother, Behnam Ramandi, remains at risk of execution and was transferred to solitary confinement on 10 November 2024.",
  second:
    "به گزارش یک سازمان حقوق بشری، سحرگاه دوشنبه ۲۱ آبان ۱۴۰۳ حکم اعدام بهزاد رامندی، ۳۴ ساله، فرزند حسین، در زندان قزلحصار کرج اجرا شد.",
  brothers:
    "The brothers Yaser Saberi and Naser Saberi were hanged in Lakan Prison in Rasht on 3 November 2024.",
  one: "Naser Saberi, 30, was hanged in Lakan Prison in Rasht on 3 November 2024.",
  other: "به گزارش کانون فانوس، یاسر صابری سحرگاه ۱۳ آبان ۱۴۰۳ در زندان لاکان رشت اعدام شد.",
  third:
    "Behzad Ramendi, a 35-year-old man, was executed on 12 November 2024 in Ghezel Hesar prison in Karaj. Kamran Zohravand, 41, was executed together with him.",
} as const;

const ALL_PEOPLE = [
  "Behnam Ramandi 1 solitary-transfer",
  "Behzad Ramandi 3 executed",
  "Kamran Zohravand 2 executed",
];

test("people are counted once; what people decide holds; what is erased takes its own away", async () => {
  await inArchive(async (session) => {
    for (const name of ["first", "second", "third"] as const) await add(session, name);
    assert.deepEqual(await linked(session), ALL_PEOPLE);
    const again = await linkPeople(session.archive, { isAll: true, step: () => undefined });
    assert.equal(again.moved, 0, "linking what was linked changes nothing");
    const report = await reportLinks(session.archive);
    assert.equal(report.people, 3);
    assert.ok(report.counts.low <= 3 && report.counts.high >= 3);
    const { person, mentions, fields } = await findByName(session, "Behzad");
    assert.deepEqual(
      fields.age.map(({ value, documents }) => `${value} in ${documents.length}`),
      ["34 in 2", "35 in 1"],
    );
    const { pair } = await whyPeople(session.archive, person, person);
    assert.ok(pair?.why.some(({ field, bits }) => field === "name" && bits > 0));

    const bySound = await listPeople(session.archive, { ...ALL, words: "zohrawand" });
    assert.deepEqual(
      bySound.map(({ name }) => name),
      ["Kamran Zohravand"],
    );
    const list = listOf([
      { id: "7", name: "Behzad Ramandy", age: { min: 34, max: 34 } },
      { id: "8", name: "Kamran Zohrevand", age: { min: 20, max: 20 } },
      { id: "9", name: "Siavash Mehrjouyan" },
    ]);
    const options = { minProbability: 0, shown: "archive", today: "2026-01-02" };
    const { pairs, b } = await matchArchive(session.archive, list, options, () => undefined);
    assert.deepEqual(
      pairs
        .filter(({ a }) => a !== "9")
        .map((one) => [one.a, one.b === person, one.decision, contradictionsOf(one)] as const)
        .sort(([x], [y]) => (x < y ? -1 : 1)),
      [
        ["7", true, "same", []],
        ["8", false, "unsure", []],
      ],
    );
    assert.equal(b?.records.length, 3);
    const two = listOf([
      { id: "7", name: "Behzad Ramandy", age: { min: 34, max: 34 } },
      { id: "8", name: "Behzad Ramandi", age: { min: 35, max: 35 } },
      { id: "9", name: "Behzad Ramandi", age: { min: 51, max: 51 } },
    ]);
    const twice = await matchArchive(session.archive, two, options, () => undefined);
    for (const row of ["7", "8", "9"]) {
      const one = twice.pairs.find((pair) => pair.a === row && pair.b === person);
      const hasRival = one?.why.some(({ field }) => field === "rival") === true;
      assert.ok(one?.decision !== "same" || !hasRival, row);
    }
    const nearest = twice.pairs.find((pair) => pair.a === "7" && pair.b === person);
    assert.equal(nearest?.decision, "same");
    const dated = [1, 12].map((day) => ({
      id: String(day),
      name: "Behzad Ramandi",
      age: { min: 34, max: 34 },
      date: dayOf(`2025-05-${String(day).padStart(2, "0")}`),
    }));
    const days = await matchArchive(session.archive, listOf(dated), options, () => undefined);
    assert.deepEqual(
      days.pairs.filter((pair) => pair.b === person).map(({ decision }) => decision),
      ["unsure", "unsure"],
    );

    const third = mentions.find(({ names }) => names.includes("Behzad Ramendi"));
    const parted = [
      "Behnam Ramandi 1 solitary-transfer",
      "Behzad Ramandi 2 executed",
      "Behzad Ramendi 1 executed",
      "Kamran Zohravand 2 executed",
    ];
    await splitPerson(session, [third?.mention ?? ""], TOLD);
    for (const isAll of [false, true]) {
      await linkPeople(session.archive, { isAll, step: () => undefined });
      assert.deepEqual(await linked(session), parted);
    }
    const { decisions } = await showPerson(session.archive, person);
    assert.equal(decisions.length, 1, "what was decided at once is one decision");
    await undoLinks(session, [decisions[0]?.entry ?? ""], TOLD);
    assert.deepEqual(await linked(session), ALL_PEOPLE);
    await mergePeople(session, [person, (await findByName(session, "Behnam")).person], TOLD);
    assert.equal((await linked(session)).length, 2);

    const plan = await planErasure(session.archive, third?.document ?? "");
    const { archive } = await erase(session, plan, TOLD);
    assert.equal(
      (await linked({ ...session, archive })).length,
      2,
      "the merge of the others stands",
    );
    const shown = await showPerson(archive, person);
    assert.ok(
      shown.decisions.some(({ verdict, reason }) => verdict === "same" && reason === CARRIED),
    );
    assert.ok(shown.mentions.every(({ document }) => document !== third?.document));
    assert.ok(!shown.decisions.some(({ of }) => of.includes(third?.mention ?? "")));
    const look = { since: null, step: () => undefined, isDeep: true };
    assert.deepEqual((await verifyArchive(archive, look)).faults, []);
  });
});

test("no order of arrival changes who is whom, and nobody is joined to one whom a person confirmed", async () => {
  await inArchive(async (session) => {
    for (const name of ["third", "second"] as const) {
      await add(session, name);
      await linked(session);
    }
    const { person } = await findByName(session, "Behzad");
    const confirmed = await statePerson(session, person, "alive", TOLD);
    await add(session, "first");
    const people = await linked(session);
    assert.equal(people.filter((line) => line.includes("Behzad")).length, 2);
    const shown = await showPerson(session.archive, person);
    const [listed] = await listPeople(session.archive, { ...ALL, state: "alive" });
    assert.deepEqual(
      [shown.state, listed?.stage],
      ["alive", null],
      "no report makes a death of it",
    );
    assert.equal(shown.mentions.length, 2);
    const isOf = (mention: string): boolean =>
      shown.mentions.some((one) => one.mention === mention);
    const open = (await readOpenPairs(session.archive, 10)).find(({ a, b }) => isOf(a) !== isOf(b));
    assert.ok(open !== undefined, "the pair is left to a person");
    await assert.rejects(decidePair(session, open, "same", TOLD), { code: "input-refused" });
    const other = isOf(open.a) ? open.b : open.a;
    await statePerson(session, other, "alive", TOLD);
    await linked(session);
    const stated = (await showPerson(session.archive, other)).decisions[0]?.entry ?? "";
    const entries = await decidePair(session, open, "same", TOLD);
    assert.equal((await linked(session)).filter((line) => line.includes("Behzad")).length, 1);
    await undoLinks(session, [...entries, stated, shown.decisions[0]?.entry ?? confirmed], TOLD);
    assert.deepEqual(await linked(session), ALL_PEOPLE);
  });
});

test("whoever is only said to be in danger is on the list, and leaves it by no doubt", async () => {
  await inArchive(async (session) => {
    const danger = [
      "Barzan Hooshmandi is at imminent risk of execution.",
      "Navid Sohrabi, who is on death row, was transferred to solitary confinement on 10 November 2024.",
      "Kaveh Nikpour may be executed at any moment.",
      "Siamak Delavari is to be executed on Wednesday.",
      "Ramin Yazdani could be executed within days.",
      "برای اجرای حکم اعدام، مهران زندی به سلول انفرادی منتقل شد.",
      "Touraj Kalhori was moved to solitary confinement on 10 November 2024 for the implementation of his death sentence. The Supreme Court had overturned his first death sentence.",
      "Shahin Bakhtari was hanged on 1 November 2024. On 9 November 2024 Shahin Bakhtari was transferred to solitary confinement for execution.",
    ];
    for (const [at, text] of danger.entries()) await addText(session, `danger${at}`, text);
    await linkPeople(session.archive, { isAll: false, step: () => undefined });
    const listed = await listPeople(session.archive, { ...ALL, riskFrom: 3 });
    assert.equal(
      listed.length,
      danger.length,
      listed.map(({ name, stage }) => `${name} ${stage}`).join("\n"),
    );
    const bakhtari = listed.find(({ name }) => name.includes("Bakhtari"));
    assert.deepEqual([bakhtari?.stage, bakhtari?.risk], ["executed", 9], "signs of life after it");
    await statePerson(session, bakhtari?.person ?? "", "dead", TOLD);
    await linkPeople(session.archive, { isAll: false, step: () => undefined });
    const left = await listPeople(session.archive, { ...ALL, riskFrom: 3 });
    assert.equal(left.length, danger.length - 1, "one who is confirmed dead is in no danger");
  });
});

test("of one person made of namings that contradict each other somebody is asked, until it is decided", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    await addText(
      session,
      "rasht",
      "Reza Kamali, 29, was sentenced to death in Rasht on 1 November 2024 for the murder of a policeman.",
    );
    await addText(
      session,
      "lahijan",
      "Reza Kamali, 30, a protester, was sentenced to death in Lahijan in October 2024.",
    );
    assert.deepEqual(await linked(session), ["Reza Kamali 2 sentenced-death"]);
    const [asked, ...others] = await readOpenPairs(archive, 10);
    assert.ok(asked?.together === true && asked.contrary >= 2 && others.length === 0);
    const perhapsTwo = { a: asked.a, b: asked.b, probability: asked.probability };
    const marks = async (): Promise<unknown> =>
      (await listPeople(archive, { ...ALL, isPerhapsTwo: true })).map((row) => row.perhapsTwo);
    const [one] = await listPeople(archive, ALL);
    assert.deepEqual(one?.perhapsTwo, perhapsTwo, "a list says so beside the name");
    assert.deepEqual((await showPerson(archive, one?.person ?? "")).perhapsTwo, perhapsTwo);
    assert.deepEqual(await marks(), [perhapsTwo]);
    assert.equal((await reportLinks(archive)).reviewBand, 1);
    const same = await decidePair(session, asked, "same", TOLD);
    assert.deepEqual(await linked(session), ["Reza Kamali 2 sentenced-death"]);
    assert.deepEqual(await readOpenPairs(archive, 10), []);
    assert.deepEqual(await marks(), [], "somebody said that they are one");
    await undoLinks(session, same, TOLD);
    await linked(session);
    assert.equal((await readOpenPairs(archive, 10)).length, 1, "taken back it is asked again");
    // What was decided about others says nothing of these two.
    await addText(
      session,
      "saved",
      "Saman Kamali, 30, was sentenced to death in Lahijan in October 2024.",
    );
    await addText(
      session,
      "also",
      "Reza Kamalian, 29, was sentenced to death in Rasht on 1 November 2024.",
    );
    await linked(session);
    const [saman, kamalian] = [
      await findByName(session, "Saman"),
      await findByName(session, "Kamalian"),
    ].map(({ mentions }) => mentions[0]?.mention ?? "");
    for (const [a, b] of [
      [asked.a, saman],
      [asked.b, kamalian],
    ] as const) {
      await decidePair(session, { a, b: b ?? "" }, "different", TOLD);
      await linked(session);
    }
    const joined = (await readOpenPairs(archive, 10)).filter(({ together }) => together);
    assert.deepEqual(
      joined.map(({ a, b }) => [a, b]),
      [[asked.a, asked.b]],
    );
    await decidePair(session, asked, "different", TOLD);
    assert.equal(
      (await linked(session)).filter((line) => line.startsWith("Reza Kamali ")).length,
      2,
    );
    assert.deepEqual(
      (await readOpenPairs(archive, 10)).filter(({ together }) => together),
      [],
    );
  });
});

test("a family name is found in either script, joined or parted, by any name of somebody", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    await addText(
      session,
      "en",
      "Mokhtar Lotfipour was sentenced to death in Rasht on 1 November 2024.",
    );
    await addText(session, "fa", "ناصر عزیزپور در ۱۱ آبان ۱۴۰۳ در زندان لاکان رشت اعدام شد.");
    await linked(session);
    const found = async (words: string) =>
      (await listPeople(archive, { ...ALL, words })).map(({ name }) => name);
    for (const words of [
      "لطفی‌پور",
      "لطفی پور",
      "مختار لطفی‌پور",
      "Lotfi pour",
      "lotfipoor",
      "مختار",
    ])
      assert.deepEqual(await found(words), ["Mokhtar Lotfipour"], words);
    for (const words of ["Azizpour", "aziz pour", "عزیز پور", "naser"])
      assert.deepEqual(await found(words), ["ناصر عزیزپور"], words);
    assert.deepEqual(await found("Golshani"), []);
  });
});

test("brothers stay two, whoever is like both; a report that calls them so is shown", async () => {
  await inArchive(async (session) => {
    for (const name of ["one", "brothers", "other"] as const) await add(session, name);
    assert.deepEqual(await linked(session), ["Naser Saberi 2 executed", "Yaser Saberi 2 executed"]);
    assert.deepEqual(await readOpenPairs(session.archive, 10), [], "nobody is asked about them");
    const yaser = await findByName(session, "Yaser");
    const naser = await findByName(session, "Naser");
    assert.deepEqual(
      yaser.kin.map(({ person }) => person),
      [naser.person],
    );
    assert.match(yaser.kin[0]?.words ?? "", /brothers Yaser Saberi and Naser Saberi$/);
    assert.deepEqual(yaser.perhaps, []);
    const { apart } = await whyPeople(session.archive, yaser.person, naser.person);
    assert.match(apart?.kin ?? "", /brothers Yaser Saberi and Naser Saberi$/);
  });
});

/** An archive without reports. */
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

function add(session: Session, name: keyof typeof REPORTS): Promise<void> {
  return addText(session, name, REPORTS[name]);
}

async function addText(session: Session, name: string, text: string): Promise<void> {
  const file = join(session.archive.folder, `../${name}.txt`);
  writeFileSync(file, text);
  const options = { by: session.actor, now: () => AT, reader: "sanad test" };
  const stdin = (async function* () {})();
  const hints = { published: "2024-11-13" };
  for await (const { kind } of addReports(session.archive, [file], hints, DEFAULTS, stdin, options))
    assert.equal(kind, "added");
}

/** People after a linking: name, documents, stage. */
async function linked({ archive }: Session): Promise<string[]> {
  await linkPeople(archive, { isAll: false, step: () => undefined });
  const found = await listPeople(archive, ALL);
  return found
    .map(({ name, documents, stage }: ListedPerson) => `${name} ${documents} ${stage}`)
    .sort();
}

const ALL = { words: null, stage: null, riskFrom: null, state: null, limit: 100 };

async function findByName({ archive }: Session, words: string): Promise<ShownPerson> {
  const [found] = await listPeople(archive, { ...ALL, words });
  return showPerson(archive, found?.person ?? "");
}
