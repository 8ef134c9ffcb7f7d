/**
 * In: words somebody searches. Out: queries over the words of claims, from the strictest to the widest.
 * Every word must be there: as it is written, then as a name that sounds so in either script, then as one spelt nearly so.
 */
import { type RawBuilder, sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import { nameKey } from "../base/nameKey.ts";
import type { Archive } from "./archive.ts";
import { MARKS, type NameType, wordsIn } from "./claimRow.ts";

/** What one searched word may be found as: parts of a tsquery. */
type Part = {
  readonly word: string;
  readonly sounds: readonly string[];
  readonly like: readonly string[];
};

/** How like a spelling must be to be offered (pg_trgm's similarity of words). */
const LIKENESS = 0.4;
/** So many like spellings are tried for one word, the likest first. */
const MOST_LIKE = 12;

/** What every claim that is found must hold: queries (tsquery) of one word or name each. */
export type Wanted = readonly string[];

/** What is wanted, one wider than the other, word by word; the last holds all of them. Empty where nothing was asked. */
export async function widenWords(archive: Archive, words: string): Promise<readonly Wanted[]> {
  const folded = searchedWords(words);
  if (folded.length === 0) return [];
  const { ids, like } = await readForms(archive, folded, null);
  const parts = folded.map((word, at): Part => {
    const sounds = keysAt(folded, at).flatMap((key) =>
      Object.values(MARKS).map((mark) => lexeme(`${mark}~${key}`)),
    );
    const known = (ids.get(at) ?? []).map((form) => form.lexeme);
    const near = (like[at] ?? []).map((form) => form.lexeme);
    return { word: written(word), sounds: [...sounds, ...known], like: near };
  });
  const widths = [
    parts.map(({ word }) => word),
    parts.map(({ word, sounds }) => either([word, ...sounds])),
    parts.map(({ word, sounds, like: near }) => either([word, ...sounds, ...near])),
  ];
  return widths.filter((width, at) => width.join() !== widths[at - 1]?.join());
}

/** A query for texts that hold every word as it is written; null where nothing was asked. */
export function wholeWords(words: string): string | null {
  const folded = searchedWords(words);
  return folded.length === 0 ? null : folded.map(written).join(" & ");
}

function searchedWords(words: string): readonly string[] {
  const folded = wordsIn(foldForSearch(words));
  if (folded.length === 0 && words.trim() !== "")
    throw new Failure("input-refused", "What is searched has no letter and no digit");
  return folded;
}

/** A query for one word of a name. */
export type NamedWord = {
  readonly query: string;
  /** How often the archive names what it finds, as far as the spellings tell; null where they tell nothing. */
  readonly uses: number | null;
};

/** A place that is within the one that is asked for: its id, and its names, folded. */
export type PlaceWithin = { readonly id: string; readonly names: readonly string[] };

/** How often places within another one are named, by their ids. */
async function usesWithin(
  { database, workspace }: Archive,
  within: readonly PlaceWithin[],
): Promise<readonly UsedForm[]> {
  if (within.length === 0) return [];
  const { rows } = await sql<{ id: string; uses: number }>`
    select id, sum(uses)::bigint as uses from view.forms where workspace = ${workspace} and type = 'place'
      and folded = any(${within.flatMap(({ names }) => names)}) and id = any(${within.map(({ id }) => id)})
    group by id`.execute(database);
  const used = new Map(rows.map(({ id, uses }) => [id, uses]));
  return within.map(({ id }) => ({
    lexeme: lexeme(`${MARKS.place}@${id}`),
    uses: used.get(id) ?? 0,
  }));
}

/** Queries for the words of the name of a person, place or source, in any spelling; of a place with those that are within it. */
export async function nameQuery(
  archive: Archive,
  type: NameType,
  name: string,
  within: readonly PlaceWithin[] = [],
): Promise<readonly NamedWord[]> {
  const folded = wordsIn(foldForSearch(name));
  const mark = MARKS[type];
  const [{ ids, like }, inside] = await Promise.all([
    readForms(archive, folded, type),
    usesWithin(archive, within),
  ]);
  return folded.map((word, at) => {
    const known = ids.get(at) ?? [];
    const own = lexeme(`${mark}=${word}`);
    // A name that is there as it was asked is meant so; of persons and sources those that begin or sound so stay.
    const same = (like[at] ?? []).filter((form) => form.lexeme === own);
    const near = same.length > 0 ? [] : (like[at] ?? []);
    const isWhole = type === "place" && (known.length > 0 || same.length > 0);
    const begun = isWhole || word.length < SHORTEST_START ? own : `${own}:*`;
    // A place that is known by its id is found by it in either script: what sounds so is another one.
    const sounds =
      known.length > 0 ? [] : keysAt(folded, at).map((key) => lexeme(`${mark}~${key}`));
    const query = either([
      begun,
      ...sounds,
      ...[...known, ...near, ...inside].map((form) => form.lexeme),
    ]);
    const told = [...known, ...same, ...near, ...inside];
    return {
      query,
      uses: isLikened(word) ? told.reduce((sum, { uses }) => sum + uses, 0) : null,
    };
  });
}

/** How a word sounds, alone and as one with the word before or behind it: one script writes in two words what another writes in one. */
function keysAt(words: readonly string[], at: number): readonly string[] {
  const [before, word, behind] = [words[at - 1], words[at] ?? "", words[at + 1]];
  const joined = [
    ...(before === undefined ? [] : [`${before}${word}`]),
    ...(behind === undefined ? [] : [`${word}${behind}`]),
  ];
  return [word, ...joined].map(nameKey).filter((key) => key !== "");
}

/** A word as its beginning; a plural finds the singular. Two letters begin too much. */
function written(word: string): string {
  const stem = /^[a-z]{4,}s$/.test(word) ? word.slice(0, -1) : word;
  return word.length >= SHORTEST_START ? `${lexeme(stem)}:*` : lexeme(word);
}

const SHORTEST_START = 3;

function lexeme(text: string): string {
  return `'${text.replaceAll(/['\\]/g, (mark) => mark + mark)}'`;
}

function either(parts: readonly string[]): string {
  const [first = "", ...others] = new Set(parts);
  return others.length === 0 ? first : `(${[first, ...others].join(" | ")})`;
}

/** Something that claims are found by, and how often it is used. */
type UsedForm = { readonly lexeme: string; readonly uses: number };

/** What the archive knows of searched words, word by word. */
type Forms = {
  /** Places that are called by one of the words, or by up to three that follow each other, at each of these words. */
  readonly ids: ReadonlyMap<number, readonly UsedForm[]>;
  /** Words of names that are spelt nearly so, the likest first. */
  readonly like: readonly (readonly UsedForm[])[];
};

/** All is asked at once: a session that was opened now needs longer for its first question than for the answer. */
async function readForms(
  { database, workspace }: Archive,
  words: readonly string[],
  type: NameType | null,
): Promise<Forms> {
  const runs = words.flatMap((_, from) =>
    [1, 2, 3].flatMap((length) =>
      from + length <= words.length
        ? [{ from, length, folded: words.slice(from, from + length).join(" ") }]
        : [],
    ),
  );
  const places = sql`select -1 as at, type, folded as form, id, null::real as alike, uses from view.forms
    where workspace = ${workspace} and type = 'place' and id <> '' and folded = any(${runs.map(({ folded }) => folded)})`;
  /** A place that is known by its id needs no spelling like it. */
  const unknown = (at: number): RawBuilder<unknown> => {
    const over = runs.filter(({ from, length }) => from <= at && at < from + length);
    return type === "place"
      ? sql`not exists (select from places where form = any(${over.map(({ folded }) => folded)}))`
      : sql`true`;
  };
  const spelt = words.flatMap((word, at) =>
    isLikened(word)
      ? [
          sql`select ${at}::int as at, type, word as form, '' as id, similarity(word, ${word}) as alike, sum(uses)::bigint as uses
            from (
              select type, folded, uses from view.forms
              where workspace = ${workspace} and ${word} <% folded and (${type}::text is null or type = ${type}) and ${unknown(at)}
              order by word_similarity(${word}, folded) desc, folded limit ${MOST_LIKE * 8}
            ) as near, lateral unnest(string_to_array(near.folded, ' ')) as word
            where similarity(word, ${word}) >= ${LIKENESS} group by type, word`,
        ]
      : [],
  );
  const isPlaced = type === null || type === "place";
  const asked = [...(isPlaced ? [sql`select * from places`] : []), ...spelt];
  if (asked.length === 0) return { ids: new Map(), like: [] };
  const { rows } = await sql<FormRow>`with places as materialized (${places})
    ${sql.join(asked, sql` union all `)}`.execute(database);
  const ids = new Map<number, UsedForm[]>();
  for (const { from, length, folded } of runs)
    for (const { id, uses } of rows.filter((row) => row.at === -1 && row.form === folded))
      for (let at = from; at < from + length; at++)
        ids.set(at, [...(ids.get(at) ?? []), { lexeme: lexeme(`${MARKS.place}@${id}`), uses }]);
  const like = words.map((_, at) =>
    rows
      .filter((row) => row.at === at)
      .toSorted((a, b) => b.alike - a.alike)
      .slice(0, MOST_LIKE)
      .map(({ type: of, form, uses }) => ({ lexeme: lexeme(`${MARKS[of]}=${form}`), uses })),
  );
  return { ids, like };
}

/** Of short words and of numbers too many are like each other. */
function isLikened(word: string): boolean {
  return word.length >= SHORTEST_LIKE && !/^\d+$/.test(word);
}

/** A form as it stands (`at` is -1), or a word like the searched one at its place. */
type FormRow = {
  readonly at: number;
  readonly type: NameType;
  readonly form: string;
  readonly id: string;
  readonly alike: number;
  readonly uses: number;
};

const SHORTEST_LIKE = 4;
