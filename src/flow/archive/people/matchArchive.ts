/** The story of `sanad match LIST` beside an archive: an organisation's list against the people counted once. */
import type { Archive } from "../../../ledger/archive.ts";
import { readLinks, readMentions, type StoredMention } from "../../../ledger/people.ts";
import { matchLists, type OnProgress } from "../../../link/matchLists.ts";
import type { ListRecord } from "../../../model/listRecord.ts";
import type { PairFound } from "../../../model/pairFound.ts";
import type { Matched } from "../../lists/matchListFiles.ts";
import type { ListFile } from "../../lists/readListFile.ts";
import { loadPeoplePack } from "./peoplePack.ts";

/** Compares every row with every naming, and answers with people: of several namings of one person the best speaks. */
export async function matchArchive(
  archive: Archive,
  list: ListFile,
  { minProbability, shown }: { readonly minProbability: number; readonly shown: string },
  onProgress: OnProgress,
): Promise<Matched> {
  const { database, workspace } = archive;
  const mentions = await readMentions(database, workspace);
  const personOf = await readLinks(archive);
  const found = matchLists(
    list.records,
    mentions.map(({ body }) => body.record),
    loadPeoplePack().model,
    /** Of several namings the same person's; people are told apart below. */
    { onProgress, contest: false },
  );
  const best = new Map<string, PairFound>();
  for (const pair of found) {
    const person = personOf.get(pair.b);
    if (person === undefined || pair.probability < minProbability) continue;
    const key = JSON.stringify([pair.a, person]);
    const before = best.get(key);
    best.set(key, before === undefined ? { ...pair, b: person } : withContradictions(before, pair));
  }
  const namings = new Map<string, StoredMention[]>();
  for (const mention of mentions) {
    const person = personOf.get(mention.mention);
    if (person !== undefined) namings.set(person, [...(namings.get(person) ?? []), mention]);
  }
  const records = [...namings].map(([person, own], row) => joinRecords(person, row + 1, own));
  const pairs = shareDoubt([...best.values()]).sort((x, y) => y.probability - x.probability);
  return { a: list, b: { path: shown, records, notes: [] }, pairs };
}

/** A row is one person: where it is as near to several people, each of them is in doubt. */
function shareDoubt(pairs: readonly PairFound[]): PairFound[] {
  const oddsOf = ({ probability }: PairFound): number => probability / (1 - probability);
  const all = new Map<string, number>();
  for (const pair of pairs) all.set(pair.a, (all.get(pair.a) ?? 0) + oddsOf(pair));
  return pairs.map((pair) => {
    const odds = oddsOf(pair) / (1 + (all.get(pair.a) ?? 0) - oddsOf(pair));
    const probability = odds / (1 + odds);
    const decision = pair.decision === "same" && odds >= 1 ? "same" : "unsure";
    return { ...pair, probability: Math.round(probability * 1e6) / 1e6, decision };
  });
}

/** The nearest naming speaks (pairs come best first); what only another one tells is added where it speaks against. */
function withContradictions(best: PairFound, other: PairFound): PairFound {
  const told = new Set(best.why.map(({ field }) => field));
  const against = other.why.filter(
    ({ field, bits }) => bits < 0 && field !== "name" && field !== "kin" && !told.has(field),
  );
  return against.length === 0 ? best : { ...best, why: [...best.why, ...against] };
}

/** A person as a row: of each value the first that a report gives, ages as wide as they are told. */
function joinRecords(person: string, row: number, mentions: readonly StoredMention[]): ListRecord {
  const records = mentions.map(({ body }) => body.record);
  const first = <T>(pick: (record: ListRecord) => T | null): T | null => {
    for (const record of records) {
      const value = pick(record);
      if (value !== null) return value;
    }
    return null;
  };
  const ages = records.flatMap(({ age }) => (age === null ? [] : [age]));
  return {
    id: person,
    row,
    name: first(({ name }) => name),
    nameFa: first(({ nameFa }) => nameFa),
    date: first(({ date }) => date),
    age:
      ages.length === 0
        ? null
        : {
            min: Math.min(...ages.map(({ min }) => min)),
            max: Math.max(...ages.map(({ max }) => max)),
          },
    sex: first(({ sex }) => sex),
    city: first(({ city }) => city),
    province: first(({ province }) => province),
    father: first(({ father }) => father),
    charge: first(({ charge }) => charge),
    prison: first(({ prison }) => prison),
  };
}
