/** The story of `sanad match LIST` beside an archive: an organisation's list against the people counted once. */
import type { Archive } from "../../../ledger/archive.ts";
import { readLinks, readMentions, type StoredMention } from "../../../ledger/people.ts";
import { joinRecords } from "../../../link/joinRecords.ts";
import { matchLists, type OnProgress } from "../../../link/matchLists.ts";
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
    if (person === undefined) continue;
    const own = namings.get(person);
    if (own === undefined) namings.set(person, [mention]);
    else own.push(mention);
  }
  const records = [...namings].map(([person, own], row) =>
    joinRecords(
      person,
      row + 1,
      own.map(({ body }) => body.record),
    ),
  );
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
