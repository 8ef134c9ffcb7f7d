import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from "kysely";
import { all, indexed } from "../../src/ledger/searchSample.ts";

/** Writes SQL and asks nobody. */
const nobody = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (one) => new PostgresIntrospector(one),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

function written(wanted: readonly string[], holding: Readonly<Record<string, number>>): string {
  const sample = { fitting: 0, holding: new Map(Object.entries(holding)) };
  const { sql: text, parameters } = sql`${all(indexed(wanted, sample))}`.compile(nobody);
  return text.replaceAll(/\$(\d+)/g, (_, at: string) => String(parameters[Number(at) - 1]));
}

const ROWS: readonly (readonly [string, readonly string[], Record<string, number>, string])[] = [
  [
    "beside a rare word the beginning of a frequent one is looked up in the rows",
    ["'prison':*", "'evin':*"],
    { "'prison':*": 900, "'evin':*": 3 },
    "c.words @@ 'evin':*::tsquery and ts_match_vq(c.words, 'prison':*::tsquery)",
  ],
  [
    "where all are frequent the index is asked for all",
    ["'prison':*", "'men':*"],
    { "'prison':*": 900, "'men':*": 800 },
    "c.words @@ 'prison':* & 'men':*::tsquery",
  ],
  [
    "a whole word is asked of the index, however frequent",
    ["'evin':*", "'k=execution'"],
    { "'evin':*": 3 },
    "c.words @@ 'evin':* & 'k=execution'::tsquery",
  ],
  [
    "a kind alone is nothing rare",
    ["'prison':*", "'k=execution'"],
    { "'prison':*": 900 },
    "c.words @@ 'prison':* & 'k=execution'::tsquery",
  ],
];

for (const [name, wanted, holding, expected] of ROWS)
  test(`indexed(): ${name}`, () => assert.equal(written(wanted, holding), expected));
