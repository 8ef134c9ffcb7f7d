/**
 * In: words somebody searches. Out: queries over the words of claims, from the strictest to the widest.
 * Every word must be there: as it is written, then as a name that sounds so in either script, then as one spelt nearly so.
 */
import { sql } from "kysely";
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
  const [ids, like] = await Promise.all([
    readPlaces(archive, folded),
    Promise.all(folded.map((word) => readLike(archive, word, null))),
  ]);
  const parts = folded.map((word, at): Part => {
    const sounds = keysAt(folded, at).flatMap((key) =>
      Object.values(MARKS).map((mark) => lexeme(`${mark}~${key}`)),
    );
    const known = (ids.get(at) ?? []).map((id) => lexeme(`${MARKS.place}@${id}`));
    return { word: written(word), sounds: [...sounds, ...known], like: like[at] ?? [] };
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

/** Queries for the words of the name of a person, place or source, in any spelling. */
export async function nameQuery(archive: Archive, type: NameType, name: string): Promise<Wanted> {
  const folded = wordsIn(foldForSearch(name));
  const mark = MARKS[type];
  const ids = type === "place" ? await readPlaces(archive, folded) : new Map<number, string[]>();
  const like = await Promise.all(folded.map((word) => readLike(archive, word, type)));
  return folded.map((word, at) => {
    const sounds = keysAt(folded, at).map((key) => lexeme(`${mark}~${key}`));
    // A name that is there as it was asked is meant so; those that sound so stay.
    const own = lexeme(`${mark}=${word}`);
    const near = (like[at] ?? []).includes(own) ? [] : (like[at] ?? []);
    const known = (ids.get(at) ?? []).map((id) => lexeme(`${mark}@${id}`));
    const spelt = `${own}${word.length >= SHORTEST_START ? ":*" : ""}`;
    return either([spelt, ...sounds, ...known, ...near]);
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

/** Ids of places that are called by one of the words, or by up to three that follow each other, at each of these words. */
async function readPlaces(
  { database, workspace }: Archive,
  words: readonly string[],
): Promise<ReadonlyMap<number, string[]>> {
  const runs = words.flatMap((_, from) =>
    [1, 2, 3].flatMap((length) =>
      from + length <= words.length
        ? [{ from, length, folded: words.slice(from, from + length).join(" ") }]
        : [],
    ),
  );
  const { rows } = await sql<{ folded: string; id: string }>`select folded, id from view.forms
    where workspace = ${workspace} and type = 'place' and id <> '' and folded = any(${runs.map(({ folded }) => folded)})`.execute(
    database,
  );
  const found = new Map<number, string[]>();
  for (const { from, length, folded } of runs)
    for (const { id } of rows.filter((row) => row.folded === folded))
      for (let at = from; at < from + length; at++) found.set(at, [...(found.get(at) ?? []), id]);
  return found;
}

/** Words of names that are spelt nearly so, as parts of a query. */
async function readLike(
  { database, workspace }: Archive,
  word: string,
  type: NameType | null,
): Promise<readonly string[]> {
  if (word.length < SHORTEST_LIKE || /^\d+$/.test(word)) return [];
  const { rows } = await sql<{ type: NameType; word: string; alike: number }>`
    select distinct on (word, type) type, word, similarity(word, ${word}) as alike from (
      select type, folded from view.forms
      where workspace = ${workspace} and ${word} <% folded and (${type}::text is null or type = ${type})
      order by word_similarity(${word}, folded) desc, folded limit ${MOST_LIKE * 8}
    ) as near, lateral unnest(string_to_array(near.folded, ' ')) as word
    where similarity(word, ${word}) >= ${LIKENESS}`.execute(database);
  return rows
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, MOST_LIKE)
    .map((row) => lexeme(`${MARKS[row.type]}=${row.word}`));
}

const SHORTEST_LIKE = 4;
