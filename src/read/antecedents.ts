/**
 * In: the names and groups of a document in order. Out: whom a pronoun or "the prisoner" means, where that is safe.
 * Never: chooses between two candidates; reaches back further than a few sentences.
 */
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** How many sentences back an antecedent may stand. */
const REACH = 3;

/**
 * The person that a singular pronoun or definite noun in sentence `index` at `token` means, or null.
 * Certain only where the sentences within reach name one person who is neither an official nor a speaker; where
 * `isGrave` is false (nobody dies by it) the person a sentence begins with will do.
 */
export function findSingular(
  readings: readonly SentenceReading[],
  index: number,
  token: number,
  speakers: ReadonlySet<string>,
  isGrave: boolean,
): NameMatch | null {
  for (let back = 0; back <= REACH; back++) {
    const reading = readings[index - back];
    if (reading === undefined) return null;
    const names = namesIn(reading, back === 0 ? token : Infinity, speakers);
    if (names.size === 1) return [...names.values()][0] ?? null;
    if (names.size > 1) return isGrave ? null : leadingPerson(reading, names);
  }
  return null;
}

/** The one person a sentence begins with, as its subject. */
function leadingPerson(
  reading: SentenceReading,
  names: ReadonlyMap<string, NameMatch>,
): NameMatch | null {
  for (const item of reading.items.slice(0, 4)) {
    if (item.group?.persons.length === 1)
      return names.get(item.group.persons[0]?.name ?? "") ?? null;
  }
  return null;
}

function namesIn(
  reading: SentenceReading,
  before: number,
  speakers: ReadonlySet<string>,
): Map<string, NameMatch> {
  const names = new Map<string, NameMatch>();
  for (const item of reading.items) {
    if (item.from >= before) break;
    for (const name of item.group?.persons ?? (item.name?.type === "person" ? [item.name] : [])) {
      if (!name.isTitleOfficial && !speakers.has(name.name)) names.set(name.name, name);
    }
  }
  return names;
}

/** The group that "they" or "the men" means: the last plural group before, or null. */
export function findPlural(
  readings: readonly SentenceReading[],
  index: number,
  token: number,
): Item | null {
  for (let back = 0; back <= REACH; back++) {
    const reading = readings[index - back];
    if (reading === undefined) return null;
    let found: Item | null = null;
    for (const item of reading.items) {
      if (back === 0 && item.from >= token) break;
      const { group } = item;
      if (group === null || group.type === "pronoun" || group.type === "institution") continue;
      const isPlural =
        group.persons.length > 1 || (group.quantity !== null && group.quantity.min !== 1);
      if (isPlural) found ??= item;
    }
    if (found !== null) return found;
  }
  return null;
}
