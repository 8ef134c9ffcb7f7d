import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { fillViews, madeTowns } from "../../scripts/bench/archive/fill.ts";
import { searchClaims, type SearchFilter } from "../../src/flow/archive/look.ts";
import { closeArchive, initArchive } from "../../src/flow/archive/session.ts";
import type { Archive } from "../../src/ledger/archive.ts";
import { openAsOwner, whereIs } from "../../src/ledger/database.ts";
import { all } from "../../src/ledger/searchSample.ts";
import { nameQuery, type Wanted, widenWords } from "../../src/ledger/searchWords.ts";
import { inArchiveFolder, NO_FILTER, surroundings } from "./archiveFolder.ts";

const CLAIMS = 9_000;
/** Half of all claims name this town, and the spellings do not tell. */
const EVERYWHERE = "sabavaret";
/** More are told as "more than". */
const COUNTED = 1_000;
/** One after another: what the spellings tell of their uses is about what there is, then too little, then too much. */
const TIMES = [1, 0.001, 1_000_000];

test("whichever way a page is found, it is that of the plain query, and so is the count", async () => {
  await inArchiveFolder(async (folder) => {
    const { archive } = await initArchive(folder, surroundings(folder));
    const owner = await openAsOwner(whereIs(archive.database));
    const names = await fillViews(owner, archive, CLAIMS);
    await sql`update view.claims set words = words || array_to_tsvector(array[${`l=${EVERYWHERE}`}::text]) where reading % 2 = 0`.execute(
      owner,
    );
    await sql`insert into view.forms values (${archive.workspace}, 'place', ${EVERYWHERE}, '', 5)`.execute(
      owner,
    );
    const word = fc.constantFrom(
      "executed",
      "prison",
      "w1x",
      "w150x",
      "w9000x",
      ...names.slice(0, 9),
    );
    const filters = fc.record({
      words: fc.array(word, { maxLength: 2 }).map((words) => words.join(" ")),
      kind: fc.constantFrom(null, "arrest", "protest"),
      modality: fc.constantFrom(null, "negated"),
      person: fc.constantFrom(null, ...names.slice(0, 5)),
      place: fc.constantFrom(null, EVERYWHERE, ...madeTowns().slice(0, 9)),
      limit: fc.constantFrom(1, 4, 20, 100),
    });
    for (const times of TIMES) {
      await sql`update view.forms set uses = greatest(1, ${times}::float8 * uses)`.execute(owner);
      await fc.assert(
        fc.asyncProperty(filters, async (given) => {
          const filter = { ...NO_FILTER, ...given };
          const { claims, count } = await plainly(archive, filter);
          const pages = await firstPages(archive, filter);
          assert.deepEqual(pages.claims, claims.slice(0, pages.claims.length));
          assert.ok(pages.claims.length >= Math.min(claims.length, filter.limit));
          for (const told of pages.counts) assert.equal(told, count);
        }),
        { numRuns: 12 },
      );
    }
    await owner.destroy();
    await closeArchive(archive);
  });
});

/** Up to three pages. */
async function firstPages(
  archive: Archive,
  filter: SearchFilter,
): Promise<{ readonly claims: readonly string[]; readonly counts: readonly number[] }> {
  const claims: string[] = [];
  const counts: number[] = [];
  let after: string | null = null;
  for (let page = 0; page < 3 && (page === 0 || after !== null); page++) {
    const found = await searchClaims(archive, { ...filter, after });
    claims.push(...found.claims.map(({ claim }) => claim));
    counts.push(found.count);
    after = found.next;
  }
  return { claims, counts };
}

/** All that fit, in their order, by one look at all rows. */
async function plainly(
  archive: Archive,
  { words, person, place, kind, modality, limit }: SearchFilter,
): Promise<{ readonly claims: readonly string[]; readonly count: number }> {
  const tiers = await widenWords(archive, words);
  const named = [
    ...(person === null ? [] : await nameQuery(archive, "person", person)),
    ...(place === null ? [] : await nameQuery(archive, "place", place)),
  ].map(({ query }) => query);
  const holds = (wanted: Wanted) =>
    all([sql`true`, ...wanted.map((query) => sql`words @@ ${query}::tsquery`)]);
  const tier = tiers.map((wanted, at) => sql`when ${holds(wanted)} then ${at}::int`);
  const { rows } = await sql<{ claim: string; count: number }>`
    select claim, count(*) over () as count from view.claims where valid_to is null
      and (${kind}::text is null or kind = ${kind}) and (${modality}::text is null or modality = ${modality})
      and ${holds([...(tiers.at(-1) ?? []), ...named])}
    order by case ${sql.join([...tier, sql`when true then 9`], sql` `)} end, reading desc, place
    limit ${3 * limit}`.execute(archive.database);
  const found = rows[0]?.count ?? 0;
  // Without words and names the count is a sum, whatever it is; else it ends somewhere.
  const isSum = words === "" && person === null && place === null && modality === null;
  return {
    claims: rows.map(({ claim }) => claim),
    count: isSum ? found : Math.min(found, COUNTED),
  };
}
