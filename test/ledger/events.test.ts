import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { addReports } from "../../src/flow/archive/addReports.ts";
import { correct, decideAll, undoDecisions } from "../../src/flow/archive/decide.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { verifyArchive } from "../../src/flow/archive/look.ts";
import {
  decidePair,
  linkPeople,
  listEvents,
  mergePeople,
  readOpenEvents,
  showEvent,
  showPerson,
  splitPerson,
  statePerson,
  undoLinks,
} from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { inArchiveFolder, surroundings, keyFile } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const AT = "2026-01-02T03:04:05.000Z";
const TOLD = { reason: "for a test", at: AT };

const REPORTS = {
  five: "Five men were hanged in Qezel Hesar Prison in Karaj on 11 November 2024, the Lantern Monitor reported.",
  names:
    "به گزارش کانون فانوس، سحرگاه دوشنبه ۲۱ آبان ۱۴۰۳ پنج زندانی در زندان قزلحصار کرج اعدام شدند. هویت سه تن از آنان بهزاد رامندی، ۳۴ ساله، کامران زهروند و پیمان گلستانی اعلام شده است.",
  six: "Six men were executed in Qezel Hesar Prison on 11 November 2024. On 12 November 2024, four more prisoners were hanged in Qezel Hesar Prison.",
  one: "Behzad Ramendi, a 34-year-old man, was executed on 12 November 2024 in Ghezel Hesar prison in Karaj.",
  among:
    "Five men were hanged in Lakan Prison in Rasht on 20 May 2024, the Lantern Monitor reported. Barzan Hooshmandi, 33, was among those executed.",
  rasht: "Two men were hanged in Rasht on 3 May 2024, the Lantern Monitor reported.",
  later: "The authorities hanged two prisoners in Rasht on 5 May 2024, relatives said.",
  both: "سحرگاه یکشنبه ۲۲ مهر ۱۴۰۳ حکم اعدام دست‌کم چهار زندانی در زندان قزلحصار کرج و زندان عادل‌آباد شیراز به اجرا درآمد.",
  karaj: "Mansour Derakhshani, 38, was hanged in Ghezel Hesar Prison on 13 October 2024.",
  shiraz: "Two men were hanged in Adelabad Prison in Shiraz on 13 October 2024.",
  weak: "سحرگاه سه‌شنبه ۲۲ آبان ۱۴۰۳ حکم اعدام در زندان عادل‌آباد شیراز اجرا شد.",
  pair: "Mansour Derakhshani, 38, and Barzan Hooshmandi, 33, were hanged in Ghezel Hesar Prison on 13 October 2024.",
  elsewhere: "Barzan Hooshmandi, 33, was hanged in Adelabad Prison in Shiraz on 17 October 2024.",
  other: "Three men were hanged in Adelabad Prison in Shiraz on 11 November 2024.",
} as const;
type Name = keyof typeof REPORTS;

/** All of the above: people at least, at best, at most, of them named; reports. */
const ALL_EVENTS = ["3 3 3 0 in 1", "4 4 4 0 in 1", "5 5 6 3 in 4"];

test("reports of one hanging are one event; names fill its places; decisions hold; what goes takes its own away", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    await add(session, ["five"]);
    assert.deepEqual(await linked(session), ["5 5 5 0 in 1"]);
    await add(session, ["names"]);
    assert.deepEqual(await linked(session), ["5 5 5 3 in 2"]);
    await add(session, ["six", "one", "other"]);
    assert.deepEqual(await linked(session), ALL_EVENTS);
    await linkPeople(archive, { isAll: true, step: () => undefined });
    assert.deepEqual(await linked(session), ALL_EVENTS);

    const [open] = (await found(session, { isDisputed: true })).events;
    const shown = await showEvent(archive, open?.event ?? "");
    assert.deepEqual([shown.empty, shown.disputed], [2, ["number", "day"]]);
    assert.deepEqual(
      shown.course.map(({ count, because }) => `${count.best} ${count.named} ${because}`),
      ["5 0 first report", "5 3 names fill places", "5 3 another origin", "5 3 another origin"],
    );
    const behzad = shown.slots.find(({ documents }) => documents.length === 2)?.person ?? "";
    const { events } = await showPerson(archive, behzad);
    assert.deepEqual(
      events.map(({ event }) => event),
      [shown.event],
    );

    const six = shown.tellings.find(({ numbers }) => numbers[0]?.min === 6)?.telling ?? "";
    await splitPerson(session, [six], TOLD);
    const parted = ["3 3 3 0 in 1", "4 4 4 0 in 1", "5 5 5 3 in 3", "6 6 6 0 in 1"];
    for (const isAll of [false, true]) {
      await linkPeople(archive, { isAll, step: () => undefined });
      assert.deepEqual(await linked(session), parted);
    }
    const { decisions } = await showEvent(archive, shown.event);
    await undoLinks(session, [decisions[0]?.entry ?? ""], TOLD);
    assert.deepEqual(await linked(session), ALL_EVENTS);
    const [other] = (await found(session, { words: "عادل‌آباد" })).events;
    await mergePeople(session, [shown.event, other?.event ?? ""], TOLD);
    assert.deepEqual(await linked(session), ["3 5 6 3 in 5", "4 4 4 0 in 1"]);
    await assert.rejects(mergePeople(session, [shown.event, behzad], TOLD), /are not one/);
    const merged = (await showEvent(archive, shown.event)).decisions.find(
      ({ verdict, isUndone }) => verdict === "same" && !isUndone,
    );
    await undoLinks(session, [merged?.entry ?? ""], TOLD);

    await statePerson(session, behzad, "alive", TOLD);
    assert.deepEqual(await linked(session), ["3 3 3 0 in 1", "4 4 4 0 in 1", "4 5 6 2 in 4"]);
    const names = shown.tellings.find(
      ({ numbers }) => numbers.length === 1 && numbers[0]?.min === 5,
    );
    const gone = shown.course[1]?.document ?? "";
    assert.ok(names !== undefined);
    const { archive: left } = await erase(session, await planErasure(archive, gone), TOLD);
    assert.deepEqual(await linked({ ...session, archive: left }), [
      "3 3 3 0 in 1",
      // What tied the report of the 12th to the 11th went with it; that Behzad is alive stands.
      "3 4 4 0 in 2",
      "5 5 6 0 in 2",
    ]);
    const look = { since: null, step: () => undefined, isDeep: true };
    assert.deepEqual((await verifyArchive(left, look)).faults, []);
  });
});

test("what is told of two prisons together gathers what is told of each, and takes only its own away", async () => {
  await inArchive(async (session) => {
    const told: readonly Name[] = ["karaj", "shiraz", "both"];
    const apart = ["1 1 1 1 in 1", "2 2 2 0 in 1"];
    await add(session, ["karaj", "shiraz"]);
    assert.deepEqual(await linked(session), apart);
    await add(session, ["both"]);
    assert.deepEqual(await linked(session), [`4 4 4 1 in ${told.length}`]);
    await linkPeople(session.archive, { isAll: true, step: () => undefined });
    assert.deepEqual(await linked(session), [`4 4 4 1 in ${told.length}`]);
    const [one] = (await found(session, { words: "Adelabad" })).events;
    assert.deepEqual([one?.places.length, one?.isAtLeast, one?.disputed], [2, true, []]);
    const { tellings } = await showEvent(session.archive, one?.event ?? "");
    const both = tellings.find(({ places }) => places.length > 0)?.document ?? "";
    const { archive: left } = await erase(session, await planErasure(session.archive, both), TOLD);
    assert.deepEqual(await linked({ ...session, archive: left }), apart);
    const look = { since: null, step: () => undefined, isDeep: true };
    assert.deepEqual((await verifyArchive(left, look)).faults, []);
  });
  await inArchive(async (session) => {
    await add(session, ["both"]);
    await add(session, ["shiraz"]);
    await add(session, ["karaj"]);
    assert.deepEqual(await linked(session), ["4 4 4 1 in 3"]);
  });
});

test("what a person accepts or corrects counts, although the rule that read it was too weak to count", async () => {
  await inArchive(async (session) => {
    await add(session, ["weak"]);
    assert.deepEqual(await linked(session), []);
    const { rows } = await sql<{ claim: string; tier: string }>`
      select claim, body::jsonb ->> 'tier' as tier from view.claims where valid_to is null`.execute(
      session.archive.database,
    );
    const [claim] = rows;
    assert.equal(claim?.tier, "shown");
    const typed = { person: "Mehran Golbaz (victim)" };
    await correct(session, claim?.claim ?? "", { typed, ...TOLD });
    assert.deepEqual(await linked(session), ["1 1 1 1 in 1"]);
    await undoDecisions(session, [claim?.claim ?? ""], TOLD);
    assert.deepEqual(await linked(session), []);
    await decideAll(session, [claim?.claim ?? ""], { verdict: "accepted", ...TOLD });
    assert.deepEqual(await linked(session), []);
  });
});

test("who is named right behind a number is one of those", async () => {
  await inArchive(async (session) => {
    await add(session, ["among"]);
    assert.deepEqual(await linked(session), ["5 5 5 1 in 1"]);
    await add(session, ["five", "names"]);
    assert.equal((await linked(session)).length, 2);
  });
});

test("events that may be one are offered for a decision, which holds and can be taken back", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    await add(session, ["rasht", "later"]);
    assert.equal((await linked(session)).length, 2);
    const [doubt = assert.fail("Nothing is in doubt"), ...more] = await readOpenEvents(archive, 10);
    assert.deepEqual(more, []);
    const apart = await decidePair(session, doubt, "different", TOLD);
    assert.equal((await linked(session)).length, 2);
    assert.deepEqual(await readOpenEvents(archive, 10), []);
    await undoLinks(session, apart, TOLD);
    assert.equal((await linked(session)).length, 2);
    await decidePair(session, doubt, "same", TOLD);
    assert.equal((await linked(session)).length, 1);
    assert.deepEqual(await readOpenEvents(archive, 10), []);
  });
});

test("no order of arrival changes an event of an archive", async () => {
  await inArchive(async (session) => {
    for (const name of ["other", "one", "six", "names", "five"] as const) {
      await add(session, [name]);
      await linked(session);
    }
    assert.deepEqual(await linked(session), ALL_EVENTS);
  });
});

test("sanad events and sanad event show what happened, in English and Persian", async () => {
  await inArchiveFolder(async (folder) => {
    const env = keyFile(folder);
    await fits(sanad(folder, ["init", folder], { env }), 0, /./);
    writeFileSync(join(folder, "../five.txt"), REPORTS.five);
    await fits(
      sanad(folder, ["add", join(folder, "../five.txt"), "--published", "2024-11-13"], { env }),
      0,
      /1 added/,
    );
    const list = await fits(sanad(folder, ["events", "Nowhere"], { env }), 0, /No event fits/);
    assert.ok(list.out !== "");
    const { out } = await fits(
      sanad(folder, ["events", "Ghezel", "--open", "--kind", "execution"], { env }),
      0,
      /5 people .*nobody named[\s\S]*in 1 event, 0 named/,
    );
    const [id = ""] = /v-\w+/.exec(out) ?? [];
    await fits(
      sanad(folder, ["event", id], { env }),
      0,
      /1–5 {2}not named yet[\s\S]*Lantern Monitor {2}5/,
    );
    const fa = { ...env, SANAD_LANG: "fa" };
    await fits(sanad(folder, ["event", id], { env: fa }), 0, /زندان قزلحصار[\s\S]*۱ تا ۵/);
    await fits(sanad(folder, ["events", "--kind", "arrest"], { env }), 2, /execution, killing/);
    await fits(sanad(folder, ["event", "v-23456789bcdf"], { env }), 3, /no event/);
  });
});

test("whoever is told dead on two days in two events is counted once, and both events say so", async () => {
  await inArchive(async (session) => {
    await add(session, ["pair", "elsewhere", "shiraz"]);
    await linked(session);
    const { events, totals } = await found(session, { isDisputed: true });
    assert.deepEqual(
      events.map(({ disputed, lastDay }) => [lastDay, disputed]),
      [
        ["2024-10-17", ["twice"]],
        ["2024-10-13", ["twice"]],
      ],
    );
    assert.deepEqual(
      totals.map(({ best }) => best),
      [2],
    );
    const [one, other] = events;
    const shown = await showEvent(session.archive, one?.event ?? "");
    assert.deepEqual(shown.disputed, ["twice"]);
    assert.deepEqual(
      shown.slots.map(({ alsoIn }) => alsoIn),
      [[other?.event]],
    );
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

async function add(session: Session, names: readonly Name[]): Promise<void> {
  const stdin = (async function* () {})();
  const options = { by: session.actor, now: () => AT, reader: "sanad test" };
  const files = names.map((name) => {
    const file = join(session.archive.folder, `../${name}.txt`);
    writeFileSync(file, REPORTS[name]);
    return file;
  });
  const hints = { published: "2024-11-13" };
  for await (const { kind } of addReports(session.archive, files, hints, DEFAULTS, stdin, options))
    assert.equal(kind, "added");
}

const ALL = {
  words: null,
  kind: null,
  from: null,
  to: null,
  isOpen: false,
  isDisputed: false,
  limit: 100,
};

async function found({ archive }: Session, filter: Partial<typeof ALL> | { words: string }) {
  return listEvents(archive, { ...ALL, ...filter });
}

/** Events after a linking. */
async function linked(session: Session): Promise<string[]> {
  await linkPeople(session.archive, { isAll: false, step: () => undefined });
  const { events } = await found(session, {});
  return events
    .map(
      ({ low, best, high, named, documents }) => `${low} ${best} ${high} ${named} in ${documents}`,
    )
    .sort();
}
