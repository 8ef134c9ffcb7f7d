/** The story of `sanad match LIST` beside an archive: an organisation's list against the people counted once. */
import type { Archive } from "../../../ledger/archive.ts";
import { readMentions } from "../../../ledger/people.ts";
import { readLinks, readStandings, type Standing } from "../../../ledger/peopleRows.ts";
import { joinRecords } from "../../../link/joinRecords.ts";
import { matchLists, type OnProgress } from "../../../link/matchLists.ts";
import { sayingsOf, spanOf } from "../../../link/sayings.ts";
import type { ListDate, ListRecord } from "../../../model/listRecord.ts";
import type { Mention } from "../../../model/mention.ts";
import type { PairFound } from "../../../model/pairFound.ts";
import type { Compared, Matched } from "../../lists/matchListFiles.ts";
import type { ListFile } from "../../lists/readListFile.ts";
import { loadPeoplePack, type PeoplePack } from "./peoplePack.ts";

/** What was matched, with how everybody of the archive stands. */
export type MatchedPeople = Matched & {
  readonly b: Compared;
  readonly standings: readonly Standing[];
};

export type MatchOptions = {
  readonly minProbability: number;
  /** What the archive is called. */
  readonly shown: string;
  /** Whom a person confirmed alive is so to this day. */
  readonly today: string;
};

/**
 * Compares every row with every person, not with every naming: a man of whom a hundred reports tell is common to nobody and
 * has no hundred chances to be like a stranger. Each person stands there under his few commonest names, with all that is said.
 */
export async function matchArchive(
  archive: Archive,
  list: ListFile,
  { minProbability, shown, today }: MatchOptions,
  onProgress: OnProgress,
): Promise<MatchedPeople> {
  const { database, workspace } = archive;
  const pack = loadPeoplePack();
  const mentions = await readMentions(database, workspace);
  const personOf = await readLinks(archive);
  const standings = await readStandings(archive);
  const living = new Set(
    standings.flatMap(({ person, state }) => (state === "alive" ? [person] : [])),
  );
  const namings = new Map<string, ListRecord[]>();
  for (const { mention, body, published } of mentions) {
    const person = personOf.get(mention);
    if (person === undefined) continue;
    const own = namings.get(person);
    const record = withLife(body, published, pack, today);
    if (own === undefined) namings.set(person, [record]);
    else own.push(record);
  }
  const records: ListRecord[] = [];
  const named: ListRecord[] = [];
  const personNamed = new Map<string, string>();
  for (const [person, own] of namings) {
    const record = joinRecords(person, records.length + 1, own);
    // Confirmed alive holds to this day against any death; what is shown is the day that a report told, never the day of the confirmation.
    const words = record.aliveOn?.words ?? "?";
    const life = living.has(person) ? { aliveOn: { ...dayOf(today), words } } : {};
    records.push({ ...record, ...life, age: spanOf(own) });
    for (const [at, said] of sayingsOf(own, record).entries()) {
      personNamed.set(`${person} ${at}`, person);
      named.push({ ...record, ...said, ...life, id: `${person} ${at}` });
    }
  }
  /** Of several names the same person's; people are told apart below. */
  const found = matchLists(list.records, named, pack.model, {
    onProgress,
    contest: false,
  });
  const best = new Map<string, PairFound>();
  for (const pair of found) {
    const person = personNamed.get(pair.b);
    if (person === undefined || pair.probability < minProbability) continue;
    const key = JSON.stringify([pair.a, person]);
    const before = best.get(key);
    best.set(key, before === undefined ? { ...pair, b: person } : withContradictions(before, pair));
  }
  const shared = shareDoubt([...best.values()]).filter(isNear);
  const pairs = doubtTwice(shared, list.records).sort((x, y) => y.probability - x.probability);
  return { a: list, b: { path: shown, records, notes: [] }, pairs, standings };
}

/**
 * With the last day of which a report tells a sign of life, a step that only the living take, or that a death did not happen: a row that
 * tells a death before it is for a person to decide. Who "is alive" is so on the day of the report; where nobody knows that day, to this one.
 */
function withLife(
  { record, claims }: Mention,
  published: string | null,
  { stages }: PeoplePack,
  today: string,
): ListRecord {
  const reported = published?.length === DAY_LETTERS ? published : null;
  const days = claims.flatMap(({ stage, earliest, latest, modality }) => {
    const told = stages.get(stage ?? "");
    if (told?.risk === DEAD && modality === "negated") return reported ?? latest ?? [];
    if (told === undefined || !(told.isLife === true || told.reverses)) return [];
    if (modality !== "happened" && modality !== "ongoing") return [];
    if (earliest !== null) return [earliest];
    if (told.isLife !== true || modality !== "ongoing") return [];
    return published === null ? [UNKNOWN] : (reported ?? []);
  });
  const last = days.sort().at(-1);
  if (last === undefined) return record;
  return { ...record, aliveOn: last === UNKNOWN ? { ...dayOf(today), words: "?" } : dayOf(last) };
}

/** Stands behind every day. */
const UNKNOWN = "~";
/** Risk of a stage that ends a life. */
const DEAD = 9;

function dayOf(day: string): ListDate {
  return { earliest: day, latest: day, calendar: "gregorian", words: day };
}

/** A day as EDTF writes it. */
const DAY_LETTERS = 10;

/** What else is left of a row that is shared out among several people tells nothing. */
function isNear({ decision, probability }: PairFound): boolean {
  return decision === "same" || probability >= LEAST_LIKELY;
}

const LEAST_LIKELY = 0.02;

/** The nearest saying speaks (pairs come best first); where another one speaks against the row, that is told beside it. */
function withContradictions(best: PairFound, other: PairFound): PairFound {
  const told = new Set(best.why.map(({ field, level, b }) => `${field} ${level} ${b}`));
  const against = other.why.filter(
    ({ field, level, b, bits }) =>
      bits < 0 && (field === "age" || field === "date") && !told.has(`${field} ${level} ${b}`),
  );
  return against.length === 0 ? best : { ...best, why: [...best.why, ...against] };
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

/** One person in several rows: where these are of other ages or days, not all of them can be that person. */
function doubtTwice(pairs: readonly PairFound[], rows: readonly ListRecord[]): PairFound[] {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const sameByPerson = new Map<string, PairFound[]>();
  for (const pair of pairs) {
    if (pair.decision !== "same") continue;
    sameByPerson.set(pair.b, [...(sameByPerson.get(pair.b) ?? []), pair]);
  }
  return pairs.map((pair) => {
    const own = rowById.get(pair.a);
    const other = (pair.decision === "same" ? (sameByPerson.get(pair.b) ?? []) : []).find(
      ({ a }) => a !== pair.a && areTwo(own, rowById.get(a)),
    );
    if (other === undefined) return pair;
    const rival: PairFound["why"][number] = {
      field: "rival",
      level: "another row fits as well",
      bits: -1,
      a: other.a,
      b: other.b,
    };
    return { ...pair, decision: "unsure", why: [...pair.why, rival] };
  });
}

/** Two rows whose ages lie more than a birthday apart, or whose days do not meet. */
function areTwo(one: ListRecord | undefined, other: ListRecord | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const isOlder = (x: ListRecord, y: ListRecord): boolean =>
    x.age !== null && y.age !== null && x.age.min > y.age.max + 1;
  const isLater = (x: ListRecord, y: ListRecord): boolean =>
    x.date !== null && y.date !== null && x.date.earliest > y.date.latest;
  return isOlder(one, other) || isOlder(other, one) || isLater(one, other) || isLater(other, one);
}
