import { sql } from "kysely";
import { foldForSearch } from "../../../src/base/foldForSearch.ts";
import { nameKey } from "../../../src/base/nameKey.ts";
import type { Archive } from "../../../src/ledger/archive.ts";
import type { Database } from "../../../src/ledger/database.ts";

const FIRST = 400;
const LAST = 2_500;
const PLACES = 200;
const WORDS = 20_000;
const CLAIMS_OF_ONE = 5;

/** Puts made-up rows into the views of an archive, as many claims as asked, five a document; answers with names in them. */
export async function fillViews(
  owner: Database,
  { workspace }: Archive,
  claims: number,
): Promise<readonly string[]> {
  const first = madeNames(FIRST, 1);
  const last = madeNames(LAST, 2);
  const documents = Math.ceil(claims / CLAIMS_OF_ONE);
  await owner.connection().execute(async (one) => {
    await sql`create temp table first_names (at int primary key, name text, key text)`.execute(one);
    await sql`create temp table last_names (at int primary key, name text, key text)`.execute(one);
    await sql`create temp table towns (at int primary key, name text, key text)`.execute(one);
    for (const [table, names] of [
      ["first_names", first],
      ["last_names", last],
      ["towns", madeTowns()],
    ] as const)
      await sql`insert into ${sql.raw(table)} select at - 1, name, key from unnest(
        ${names}::text[], ${names.map((name) => nameKey(foldForSearch(name)))}::text[]
      ) with ordinality as one(name, key, at)`.execute(one);
    await sql`insert into view.documents (workspace, document, record, valid_from, captured_at, captured_by, title,
        publisher, published, language, text, reader, claims, normaliser, words)
      select ${workspace}, 'd-' || n, 'r-' || n, 1000000 + n, now(), 'a-made', 'Report ' || n, 'Made ' || n % 50, '2025-05-01',
        'en', 'Made up.', 'made', ${CLAIMS_OF_ONE}, 1, array_to_tsvector(array['w' || n % ${WORDS} || 'x', 'w' || n * 7 % ${WORDS} || 'x'])
      from generate_series(1, ${documents}::bigint) n`.execute(one);
    await sql`insert into view.claims (workspace, claim, document, record, reading, place, valid_from, kind, modality, tier,
        status, min, max, measure, earliest, latest, body, words)
      select ${workspace}, 'c-' || n, 'd-' || d, 'r-' || d, 1000000 + d, n % ${CLAIMS_OF_ONE}, 1000000 + d,
        (array['execution', 'arrest', 'statement', 'killing', 'statistic', 'protest', 'torture'])[(1 + (n * 31 % 97) % 7)::int],
        (array['happened', 'happened', 'happened', 'at-risk', 'negated'])[(1 + n % 5)::int], 'counted', 'proposed', n % 9, n % 9, 'count',
        date '2020-01-01' + (n % 2000)::int, date '2020-01-01' + (n % 2000)::int,
        ${BODY}::text,
        array_to_tsvector(array['k=' || (array['execution', 'arrest', 'statement', 'killing', 'statistic', 'protest', 'torture'])[(1 + (n * 31 % 97) % 7)::int]]
          || (array['men', 'executed', 'prison',
          'w' || floor(random() ^ 3 * ${WORDS}) || 'x', 'w' || floor(random() ^ 3 * ${WORDS}) || 'x',
          'w' || floor(random() ^ 2 * ${WORDS}) || 'x', 'w' || floor(random() * ${WORDS}) || 'x', 'w' || floor(random() * ${WORDS}) || 'x',
          f.name, l.name, 'p=' || f.name, 'p=' || l.name, 'p~' || f.key, 'p~' || l.key,
          t.name, 'l=' || t.name, 'l~' || t.key, 's=made' || n % 50])[case when n % 3 = 0 then 1 else 2 end:])
      from (select n, (n + ${CLAIMS_OF_ONE - 1}) / ${CLAIMS_OF_ONE} as d from generate_series(1, ${claims}::bigint) n) one
      join first_names f on f.at = n * 7919 % ${FIRST} join last_names l on l.at = n * 104729 % ${LAST}
      join towns t on t.at = n % ${PLACES}`.execute(one);
    await sql`insert into view.forms select ${workspace}, 'person', f.name || ' ' || l.name, '', 10
      from first_names f cross join last_names l where (f.at * 31 + l.at) % 10 = 0`.execute(one);
    await sql`insert into view.forms select ${workspace}, 'place', name, 'made/' || name, ${Math.ceil(claims / PLACES)} from towns`.execute(
      one,
    );
    await sql`insert into view.counts select workspace, kind, status, count(*) from view.claims
      where workspace = ${workspace} and valid_to is null group by 1, 2, 3
      on conflict (workspace, kind, status) do update set claims = excluded.claims`.execute(one);
    await sql.raw("vacuum analyze view.claims, view.documents, view.forms").execute(one);
  });
  return last;
}

const BODY = JSON.stringify({
  id: "c-made",
  kind: "execution",
  span: { start: 0, end: 8, quote: "Made up." },
  quantity: null,
  period: null,
  places: [],
  attribution: [],
  modality: "happened",
  hedge: null,
  persons: [],
  charges: [],
  stage: null,
  official: null,
  tier: "counted",
  sameAs: [],
  notes: [],
});

/** Towns that nobody lives in. */
export function madeTowns(): readonly string[] {
  return madeNames(PLACES, 3).map((name) => `${name.slice(0, -2)}t`);
}

/** Names that nobody has, all different. */
function madeNames(count: number, kind: number): readonly string[] {
  const syllables =
    "ba be bo da di do fa fe ga go ha hi ja ka ki la lo ma mi na no pa ra ro sa so ta to va za".split(
      " ",
    );
  const names = new Set<string>();
  for (let at = 0; names.size < count; at++) {
    let [rest, name] = [at * 7 + kind, ""];
    for (let step = 0; step < 3; step++) {
      name += syllables[rest % syllables.length] ?? "";
      rest = Math.floor(rest / syllables.length) + step;
    }
    names.add(`${name}${kind === 1 ? "n" : "ri"}`);
  }
  return [...names];
}
