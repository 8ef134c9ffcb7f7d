import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CountedEvent } from "../../src/model/telling.ts";
import { eventsTold, type Report } from "./told/eventsTold.ts";
import { type Case, CASES } from "./told/cases.ts";

for (const { name, reports, alike = [], events } of CASES)
  test(`events of reports: ${name}`, () => {
    const all = reportsOf(reports);
    assert.deepEqual(summarise(eventsTold(all, alike)), [...events].sort());
  });

test("in whichever order reports come, what they tell together is the same", () => {
  const several = CASES.filter(({ reports }) => reports.length > 1);
  for (const one of several) {
    const all = reportsOf(one.reports);
    const turned = fc.shuffledSubarray([...all], { minLength: all.length });
    fc.assert(
      fc.property(turned, (order) => {
        assert.deepEqual(summarise(eventsTold(order, one.alike)), [...one.events].sort(), one.name);
      }),
      { numRuns: 4 },
    );
  }
});

test("reports of all cases together tell what each case tells, where they share neither day nor name", () => {
  const apart = CASES.filter(({ isAlone }) => isAlone === true);
  assert.ok(apart.length > 10);
  const reports = apart.flatMap((one, at) => reportsOf(one.reports, `${at}-`));
  const alike = apart.flatMap((one) => one.alike ?? []);
  const told = summarise(eventsTold(reports, alike));
  assert.deepEqual(told, apart.flatMap(({ events }) => events).sort());
  // Who is taken away takes only his own with him.
  for (const [at, gone] of apart.entries()) {
    const left = reports.filter(({ id }) => !id.startsWith(`${at}-`));
    const expected = apart.filter((one) => one !== gone).flatMap(({ events }) => events);
    assert.deepEqual(summarise(eventsTold(left, alike)), expected.sort(), gone.name);
  }
});

test("who cites one source speaks by its voice, whatever headline stands above", () => {
  const report = (id: string, headline: string): Report => ({
    id,
    publisher: id,
    published: "2025-11-05",
    text: `${headline}${id}, 5 November 2025\n\nA prisoner, Ramin Bahramzad, was hanged in Lakan Prison in Rasht on 4 November 2025, the Lantern Monitor said.`,
  });
  for (const headline of ["", "Prisoner hanged in Rasht\n\n", "Ramin Bahramzad hanged\n\n"]) {
    const [event, ...others] = eventsTold(["Wire A", "Wire B"].map((id) => report(id, headline)));
    assert.deepEqual(others, []);
    assert.deepEqual(
      event?.origins.map(({ name, documents }) => [name, documents]),
      [["Lantern Monitor", ["Wire A", "Wire B"]]],
    );
  }
});

function reportsOf(texts: Case["reports"], prefix = ""): readonly Report[] {
  return texts.map((text, at) => ({ id: `${prefix}${at}`, text }));
}

/** "execution 2025-10-13 evin: 2 of low/best/high; differing". */
function summarise(events: readonly CountedEvent[]): readonly string[] {
  return events
    .map(({ kind, earliest, place, places, count, isAtLeast, disputed }) => {
      const where = (places.length === 0 ? [place] : places)
        .map((one) => one?.id.split("/").at(-1) ?? "-")
        .sort();
      return [
        kind,
        earliest ?? "-",
        `${where.join("+")}:`,
        `${count.low}/${count.best}/${count.high}${isAtLeast ? "+" : ""}`,
        `${count.named} named`,
        ...disputed,
      ].join(" ");
    })
    .sort();
}
