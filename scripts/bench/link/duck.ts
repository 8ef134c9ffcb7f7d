import { DuckDBInstance } from "@duckdb/node-api";
import { report } from "./report.ts";

/**
 * The same question in SQL: names by skeleton or day as blocks, then name (Jaro-Winkler), date, age and town, in bits as an
 * expert would give them. What SQL has no words for is left out: words of a name one by one, how common they are, kin, what the
 * lists teach, rivals.
 */
const startedAt = performance.now();
const [pathA = "", pathB = "", out = ""] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
await connection.run(`
  create macro skeleton(word) as regexp_replace(
    replace(replace(replace(replace(replace(word, 'kh', 'x'), 'gh', 'k'), 'sh', '$'), 'ch', 'c'), 'q', 'k'),
    '[aeiouwyvh''-]', '', 'g')`);
for (const [table, path] of [
  ["a", pathA],
  ["b", pathB],
] as const)
  await connection.run(`
    create table ${table} as
    select row_number() over () as row, id, words, list_aggregate(words, 'string_agg', ' ') as name, name_fa, day, age, city,
      skeleton(words[1]) as first, skeleton(words[-1]) as last
    from (
      select id, name_fa, try_cast(date as date) as day, try_cast(age as integer) as age, city,
        list_filter(string_split(lower(strip_accents(coalesce(name, ''))), ' '), lambda word: word not in ('seyed', 'seyyed', 'sayed', '')) as words
      from read_csv(${quoted(path)}, all_varchar = true, header = true))`);
const blocks = [
  "a.first = b.first and a.last = b.last and a.last <> ''",
  "a.name_fa = b.name_fa",
  "a.day = b.day and a.last = b.last and a.last <> ''",
  "a.day = b.day and a.first = b.first and a.city = b.city",
];
await connection.run(`
  create table pairs as
  select distinct a.row as x, b.row as y from a join b on ${blocks[0] ?? ""}
  ${blocks
    .slice(1)
    .map((block) => `union select a.row, b.row from a join b on ${block}`)
    .join("\n")}`);
const found = await connection.runAndReadAll(`
  select a.id, b.id
  from pairs join a on a.row = x join b on b.row = y
  where
    greatest(
      case when a.name_fa = b.name_fa then 13 else -6 end,
      case when jaro_winkler_similarity(a.name, b.name) >= 0.97 then 12
           when jaro_winkler_similarity(a.name, b.name) >= 0.92 then 8
           when jaro_winkler_similarity(a.name, b.name) >= 0.86 then 3 else -6 end)
    + case when a.day is null or b.day is null then 0 when a.day = b.day then 9
           when abs(date_diff('day', a.day, b.day)) <= 3 then 7
           when abs(date_diff('day', a.day, b.day)) % 365 <= 1 then 4
           when abs(date_diff('day', a.day, b.day)) <= 366 then 0 else -4 end
    + case when a.age is null or b.age is null then 0 when a.age = b.age then 4
           when abs(a.age - b.age) <= 1 then 3 when abs(a.age - b.age) <= 10 then -1 else -5 end
    + case when a.city is null or b.city is null then 0 when a.city = b.city then 5 else -3 end
    >= 15`);
const pairs = found.getRows().map(([a, b]) => [String(a), String(b)] as const);
const parent = new Map<string, string>();
const find = (start: string): string => {
  let at = start;
  for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
  return at;
};
let joined = 0;
for (const [a, b] of pairs) {
  const [x, y] = [find(a), find(b)];
  if (x === y) continue;
  parent.set(x, y);
  joined++;
}
const counted = await connection.runAndReadAll(
  "select (select count(*) from a) + (select count(*) from b)",
);
report(out, startedAt, pairs, Number(counted.getRows()[0]?.[0]) - joined);
