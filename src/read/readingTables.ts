/**
 * In: a language pack. Out: the tables that reading a text needs, made once for each pack.
 * Never: reads a text.
 */
import { type ClauseClasses, makeClauseClasses } from "./clauseClasses.ts";
import { type EventTables, makeEventTables } from "./event.ts";
import { type ItemSets, makeItemSets } from "./itemSets.ts";
import type { LanguagePack } from "./packRows.ts";
import { type CueClasses, makeCueClasses } from "./speech.ts";

/** Tables of a language that reading needs, made once for each pack. */
export type Tables = {
  readonly sets: ItemSets;
  readonly classes: ClauseClasses;
  readonly cues: CueClasses;
  readonly events: EventTables;
  readonly violent: Uint8Array;
  readonly named: ReadonlyMap<string, Uint8Array>;
  readonly requiredWords: ReadonlyMap<string, ReadonlySet<string>>;
};

const tablesByPack = new WeakMap<LanguagePack, Tables>();

/** The tables of a language pack. */
export function tablesOf(pack: LanguagePack): Tables {
  const known = tablesByPack.get(pack);
  if (known !== undefined) return known;
  const classes = makeClauseClasses(pack);
  const required = Object.entries(REQUIREMENTS).map(([name, wanted]) => ({
    name,
    members: classes.of(...wanted),
    words: new Set<string>(),
  }));
  // One look at all entries for all requirements: most of the time that these tables take.
  for (const { set, words } of pack.lexicon.entries)
    for (const one of required) if (one.members[set] === 1) one.words.add(words);
  const tables: Tables = {
    sets: makeItemSets(pack),
    classes,
    cues: makeCueClasses(classes),
    events: makeEventTables(classes, pack.frames.rows),
    violent: classes.of("VIOLENT"),
    named: new Map(required.map(({ name, members }) => [name, members])),
    requiredWords: new Map(required.map(({ name, words }) => [name, words])),
  };
  tablesByPack.set(pack, tables);
  return tables;
}

/** What rows mean by `requires`: classes of which one must stand in the sentence or beside it. */
const REQUIREMENTS: Readonly<Record<string, readonly string[]>> = {
  violent: ["VIOLENT"],
  strife: ["VIOLENT", "UNREST"],
  duty: ["VIOLENT", "OFFICERN"],
  death: ["DEATHWORD"],
  abroad: ["ABROAD"],
  exile: ["EXILEW"],
  graves: ["GRAVES"],
  custody: ["LAW", "CUSTODY", "BARSW", "PRISON"],
  cell: ["CUSTODY", "BARSW", "PRISON"],
  toll: ["DEATHTOLL", "DEADN", "KILLEDW"],
  lethal: ["DEADN", "KILLEDW", "BODYN"],
  unrest: ["UNREST"],
  labour: ["LABOUR"],
  captivity: ["CAPTIVEW"],
  taken: ["TAKENBY"],
};
