/** The people of an archive as lists show them, each a set of namings, and who a naming is. */
import { type RawBuilder, sql } from "kysely";
import type { Json } from "../base/canonicalJson.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import { nameKey, spellMarks } from "../base/nameKey.ts";
import type { Archive } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";
import { mentionOf, readMentions, type StoredMention } from "./people.ts";

/** A group of namings as it is written down: who, and what lists show of him or her. */
export type PersonRow = {
  readonly person: string;
  readonly mentions: readonly string[];
  readonly name: string;
  /** Every name, folded for search. */
  readonly folded: string;
  readonly documents: number;
  readonly stage: string | null;
  readonly risk: number | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly state: string | null;
  /** Told to have died, with what cannot hold with it, and no person confirmed the death. */
  readonly doubted: boolean;
  readonly body: Json;
};

/** Adds rows of people. */
export async function insertPeople(
  one: InTransaction,
  workspace: string,
  people: readonly PersonRow[],
): Promise<void> {
  await sql`insert into view.people
    select ${workspace}, person, name, folded, mentions, documents, stage, risk, first_day::date, last_day::date, state, body::jsonb
    from unnest(
      ${people.map(({ person }) => person)}::text[],
      ${people.map(({ name }) => name)}::text[],
      ${people.map(({ folded }) => folded)}::text[],
      ${people.map((row) => row.mentions.length)}::int[],
      ${people.map(({ documents }) => documents)}::int[],
      ${people.map(({ stage }) => stage)}::text[],
      ${people.map(({ risk }) => risk)}::smallint[],
      ${people.map(({ firstDay }) => firstDay)}::text[],
      ${people.map(({ lastDay }) => lastDay)}::text[],
      ${people.map(({ state }) => state)}::text[],
      ${people.map(({ body }) => JSON.stringify(body))}::text[]
    ) as one(person, name, folded, mentions, documents, stage, risk, first_day, last_day, state, body)`.execute(
    one,
  );
}

export type FoundPerson = Omit<PersonRow, "mentions" | "folded" | "doubted"> & {
  readonly mentions: number;
  readonly disputed: boolean;
};

export type PeopleFilter = {
  /** Words of a name, or null for everybody. */
  readonly words: string | null;
  readonly stage: string | null;
  /** This risk or more, the dead aside; of whom later signs of life are told is not aside. */
  readonly riskFrom: number | null;
  readonly state: string | null;
  /** Only people told to have died of whom something is told that cannot hold with it. */
  readonly isDisputed?: boolean;
  /** Only people of whom nobody confirmed whether they live, nor that it is not known. */
  readonly isUnconfirmed?: boolean;
  /** Only these people, by their ids. */
  readonly among?: readonly string[];
  readonly limit: number;
};

/** Told to have died, with what cannot hold with it, and no person confirmed the death. */
export const IS_DOUBTED = sql`(risk = 9 and state is distinct from 'dead' and (
  coalesce(body ->> 'contradictions', '0') <> '0' or coalesce(body ->> 'isLikeLiving', 'false') = 'true'))`;

const PERSON_COLUMNS = sql`person, name, mentions, documents, stage, risk, first_day::text as "firstDay",
  last_day::text as "lastDay", state, ${IS_DOUBTED} as disputed, body`;

/**
 * Finds the sounds of words among those of names, in any script: a condition a word, since the index answers for no list of them. A word
 * may be written in two ("Lotfipour", «لطفی‌پور»), so it may be found with the one beside it.
 */
function keysOf(name: string): readonly RawBuilder<unknown>[] {
  const words = foldForSearch(name).split(" ");
  const spelled = foldForSearch(spellMarks(name)).split(" ");
  const isHeard = (word: string): RawBuilder<unknown> =>
    sql`folded like ${`% =${nameKey(word).replaceAll(/[%_\\]/g, "\\$&")} %`}`;
  return words.map((word, at) => {
    const [before, behind] = [words[at - 1], words[at + 1]];
    const ways = [
      word,
      ...(spelled[at] === undefined || spelled[at] === word ? [] : [spelled[at]]),
      ...(before === undefined ? [] : [before + word]),
      ...(behind === undefined ? [] : [word + behind]),
    ];
    return sql`(${sql.join(ways.map(isHeard), sql` or `)})`;
  });
}

/** Names as they are searched: their words, and the sounds of these and of two beside each other. */
export function searchedNames(names: readonly string[]): string {
  const each = [...new Set(names.flatMap((name) => [name, spellMarks(name)]))].map((name) =>
    foldForSearch(name).split(" "),
  );
  const words = [...new Set(each.flat())];
  const joined = each.flatMap((own) => own.slice(1).map((word, at) => `${own[at] ?? ""}${word}`));
  const keys = [...new Set([...words, ...joined].map((word) => `=${nameKey(word)}`))];
  return `${words.join(" ")} ${keys.join(" ")} `;
}

/**
 * People as they stand, those who are told dead and to live first, then those at the highest risk, the dead last; with words, those
 * whose names are most like them.
 */
export async function listPeople(
  archive: Archive,
  filter: PeopleFilter,
): Promise<readonly FoundPerson[]> {
  const isWhole = filter.words === null && filter.riskFrom === null && filter.isDisputed !== true;
  if (!isWhole) return findPeople(archive, filter);
  const disputed = await findPeople(archive, filter, IS_DOUBTED);
  const limit = filter.limit - disputed.length;
  if (limit <= 0) return disputed;
  return [
    ...disputed,
    ...(await findPeople(archive, { ...filter, limit }, sql`${IS_DOUBTED} is not true`)),
  ];
}

async function findPeople(
  { database, workspace }: Archive,
  filter: PeopleFilter,
  part: RawBuilder<unknown> | null = null,
): Promise<readonly FoundPerson[]> {
  const folded = foldForSearch(filter.words ?? "");
  const where = [
    part,
    folded === ""
      ? null
      : sql`(${folded} <% folded or (${sql.join(keysOf(filter.words ?? ""), sql` and `)}))`,
    filter.stage === null ? null : sql`stage = ${filter.stage}`,
    // A death that a later sign of life speaks against takes nobody off the list; one that a person confirmed does.
    filter.riskFrom === null
      ? null
      : sql`risk >= ${filter.riskFrom} and state is distinct from 'dead'
          and (risk < 9 or ${IS_DOUBTED})`,
    filter.state === null ? null : sql`state = ${filter.state}`,
    filter.isDisputed === true ? IS_DOUBTED : null,
    filter.isUnconfirmed === true ? sql`state is null` : null,
    filter.among === undefined ? null : sql`person = any(${filter.among as string[]})`,
  ].filter((part) => part !== null);
  const also = where.length === 0 ? sql`` : sql` and ${sql.join(where, sql` and `)}`;
  const order =
    folded === ""
      ? sql`nullif(risk, 9) desc nulls last, last_day desc nulls last, name, person`
      : sql`word_similarity(${folded}, folded) desc, person`;
  const { rows } = await sql<FoundPerson>`select ${PERSON_COLUMNS} from view.people
    where workspace = ${workspace}${also} order by ${order} limit ${filter.limit}`.execute(
    database,
  );
  return rows;
}

/** Numbers over all people, as linked last: a naming that stands has one link, which is a shorter row. */
export async function countPeople(
  one: Database,
  workspace: string,
): Promise<{ readonly people: number; readonly mentions: number; readonly events: number }> {
  const { rows } = await sql<{ people: number; mentions: number; events: number }>`
    select (select count(*) from view.people where workspace = ${workspace}) as people,
      (select count(*) from view.events where workspace = ${workspace}) as events,
      (select count(*) from view.links where workspace = ${workspace} and valid_to is null) as mentions`.execute(
    one,
  );
  return rows[0] ?? { people: 0, mentions: 0, events: 0 };
}

/** Who a person or naming is now, by any id that he or she ever had; or null. */
export async function findPerson(
  { database, workspace }: Archive,
  id: string,
): Promise<string | null> {
  const mention = id.startsWith("p-") ? mentionOf(id) : id;
  const { rows } = await sql<{ person: string }>`select person from view.links
    where workspace = ${workspace} and mention = ${mention} and valid_to is null`.execute(database);
  return rows[0]?.person ?? null;
}

/** The person of every naming, or of some. */
export async function readLinks(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  mentions: readonly string[] | null = null,
): Promise<ReadonlyMap<string, string>> {
  const some = mentions === null ? sql`` : sql` and mention = any(${mentions as string[]})`;
  const { rows } = await sql<{ mention: string; person: string }>`
    select mention, person from view.links where workspace = ${workspace} and valid_to is null${some}`.execute(
    database,
  );
  return new Map(rows.map(({ mention, person }) => [mention, person]));
}

/** The people of some namings, with those of their namings that are among them. */
export async function personsOfNamings(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  mentions: readonly string[],
): Promise<
  readonly {
    readonly person: string;
    readonly name: string;
    readonly state: string | null;
    readonly folded: string;
    /** Told to have died, and something is told that cannot hold with it; nobody decided. */
    readonly doubted: boolean;
    readonly mentions: readonly string[];
  }[]
> {
  const { rows } = await sql<{
    person: string;
    name: string;
    state: string | null;
    folded: string;
    doubted: boolean;
    mentions: string[];
  }>`
    select p.person, p.name, p.state, p.folded, ${IS_DOUBTED} as doubted, array_agg(l.mention order by l.mention) as mentions
    from view.links l join view.people p on p.workspace = l.workspace and p.person = l.person
    where l.workspace = ${workspace} and l.valid_to is null and l.mention = any(${mentions as string[]})
    group by p.person, p.name, p.state, p.folded, p.risk, p.body order by p.person`.execute(
    database,
  );
  return rows;
}

/** How a person stands, without all that is told of him or her. */
export type Standing = Pick<FoundPerson, "person" | "stage" | "risk" | "state" | "disputed">;

/** How everybody stands, as linked last. */
export async function readStandings({
  database,
  workspace,
}: Pick<Archive, "database" | "workspace">): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`select person, stage, risk, state, ${IS_DOUBTED} as disputed
    from view.people where workspace = ${workspace}`.execute(database);
  return rows;
}

/** A person as linked last. */
export async function readPerson(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  person: string,
): Promise<FoundPerson | null> {
  const { rows } = await sql<FoundPerson>`select ${PERSON_COLUMNS} from view.people
    where workspace = ${workspace} and person = ${person}`.execute(database);
  return rows[0] ?? null;
}

/** Namings of a person as they stand. */
export async function mentionsOfPerson(
  { database, workspace }: Archive,
  person: string,
): Promise<readonly StoredMention[]> {
  const { rows } = await sql<{ mention: string }>`select mention from view.links
    where workspace = ${workspace} and person = ${person} and valid_to is null`.execute(database);
  return readMentions(
    database,
    workspace,
    rows.map(({ mention }) => mention),
  );
}
