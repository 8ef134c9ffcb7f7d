import type { PackRows } from "../../../src/flow/loadPacks.ts";
import type { ListRecord } from "../../../src/model/listRecord.ts";
import { makeChance } from "./chance.ts";
import { type House, type MadePerson, makePeople, readTowns, writeRecord } from "./makeLists.ts";
import { readNameWords } from "./nameWords.ts";
import type { ArchiveScenario } from "./scenario.ts";

/** Reports of invented people as their namings would stand in an archive: a few are told by everybody, most by one or two. */
export type MadeArchive = {
  readonly records: readonly ListRecord[];
  /** Person of each record by id. */
  readonly personOf: ReadonlyMap<string, number>;
};

/** Every paper spells in its own way; some write Persian, some both. */
const PAPERS: readonly House["script"][] = [
  "latin",
  "latin",
  "latin",
  "both",
  "persian",
  "latin",
  "some persian",
  "persian",
];

export function makeArchive(scenario: ArchiveScenario, rows: PackRows): MadeArchive {
  const chance = makeChance(scenario.seed);
  const people: MadePerson[] = [
    ...makePeople(scenario, readNameWords(rows), readTowns(rows), chance),
  ];
  for (let pair = 0; pair < scenario.namesakes; pair++) {
    const one = people[pair * 2];
    const other = people[pair * 2 + 1];
    if (one !== undefined && other !== undefined)
      people[pair * 2 + 1] = { ...other, given: one.given, surnames: one.surnames, sex: one.sex };
  }
  const records: ListRecord[] = [];
  const personOf = new Map<string, number>();
  people.forEach((person, number) => {
    /** Namesakes are well known, both. */
    const least = number < scenario.namesakes * 2 ? 3 : 1;
    const reports = Math.min(
      scenario.mostReports,
      Math.max(least, Math.floor(1 / (1e-9 + chance.next()))),
    );
    const own: ListRecord[] = [];
    for (let report = 0; report < reports; report++) {
      const id = `m${String(records.length).padStart(6, "0")}`;
      const copied = own.length > 0 && chance.is(scenario.copies) ? chance.pick(own) : null;
      const seed = chance.below(PAPERS.length);
      const script = PAPERS[seed] ?? "latin";
      const house = { seed: seed + 1, script, isPersianPlaces: script === "persian" };
      const record =
        copied === null
          ? writeRecord(person, id, records.length + 1, house, scenario, chance)
          : { ...copied, id, row: records.length + 1 };
      own.push(record);
      records.push(record);
      personOf.set(id, number);
    }
  });
  return { records, personOf };
}
