/**
 * In: records that are erased. Out: what people decided about namings that stay, entered anew: who decided, and when, stays; the
 * reason, which may tell of what is erased, does not.
 * Never: takes a decision over a later one about the same.
 */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import type { LinkDecided, NewEntry } from "./entryKinds.ts";
import { gatherDecisions } from "./gatherDecisions.ts";
import { makeId } from "./ids.ts";

/** Words in the place of a reason that went with a report. */
export const CARRIED = "carried over: a report that this was also decided about was erased";

type Decided = {
  readonly entry: string;
  readonly index: number;
  readonly record: string;
  readonly a: string;
  readonly b: string;
  readonly verdict: LinkDecided["verdict"];
  readonly actor: string;
  readonly body: Omit<LinkDecided, "reason">;
};

/** What is left of the decisions in these records without the namings and tellings in them. */
export async function carryDecisions(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<readonly NewEntry[]> {
  const own = records as string[];
  const { rows: named } = await sql<{ id: string }>`
    select mention as id from view.mentions where workspace = ${workspace} and record = any(${own})
    union select telling from view.tellings where workspace = ${workspace} and record = any(${own})`.execute(
    database,
  );
  const gone = new Set(named.map(({ id }) => id));
  const { rows: decided } = await sql<Decided>`
    select entry, index, record, a, b, verdict, actor, body from view.link_decisions
    where workspace = ${workspace} and record = any(${own}) and undone_by is null order by index`.execute(
    database,
  );
  const acts = new Map<string, Decided[]>();
  for (const row of decided) {
    const key = `${row.record} ${row.verdict}`;
    const own = acts.get(key);
    if (own === undefined) acts.set(key, [row]);
    else own.push(row);
  }
  const carried: NewEntry[] = [];
  for (const act of acts.values()) {
    const pairs = act[0]?.verdict === "same" ? joined(act, gone) : apart(act, gone);
    const standing = await laterDecisions({ database, workspace }, act, pairs);
    carried.push(
      ...enterAgain(
        act,
        pairs.filter((pair) => !standing.has(keyOf(pair))),
      ),
    );
  }
  return [...carried, ...(await carryStates({ database, workspace }, own, gone))];
}

type Pair = { readonly a: string; readonly b: string };

/** Whoever was said to be one still is: each of a group with the first that stays. */
function joined(act: readonly Decided[], gone: ReadonlySet<string>): readonly Pair[] {
  const groups: Set<string>[] = [];
  for (const { a, b } of act) {
    const near = groups.filter((group) => group.has(a) || group.has(b));
    const all = new Set([a, b, ...near.flatMap((group) => [...group])]);
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(all);
  }
  return groups.flatMap((group) => {
    const [first, ...others] = [...group].filter((id) => !gone.has(id)).sort();
    return first === undefined ? [] : others.map((b) => ({ a: first, b }));
  });
}

function apart(act: readonly Decided[], gone: ReadonlySet<string>): readonly Pair[] {
  return act.filter(({ a, b }) => !gone.has(a) && !gone.has(b)).map(({ a, b }) => ({ a, b }));
}

function keyOf({ a, b }: Pair): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Pairs of which something else was decided since; an act's decisions stand in their order. */
async function laterDecisions(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  act: readonly Decided[],
  pairs: readonly Pair[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const last = act.at(-1)?.index ?? 0;
  const { rows } = await sql<Pair>`select a, b from view.link_decisions
    where workspace = ${workspace} and undone_by is null and index > ${last}
      and a = any(${ids}) and b = any(${ids})`.execute(database);
  return new Set(rows.map(keyOf));
}

function enterAgain(act: readonly Decided[], pairs: readonly Pair[]): readonly NewEntry[] {
  const [first] = act;
  if (first === undefined) return [];
  const seen = new Map(
    act.flatMap(({ a, b, body }) => [[a, body.seen[0]] as const, [b, body.seen[1]] as const]),
  );
  const weighed = new Map(act.map((row) => [keyOf(row), row.body.probability]));
  const record = makeId("r");
  return gatherDecisions(
    pairs.map(({ a, b }) => ({
      kind: "link-decided",
      record,
      by: first.actor,
      body: {
        ...first.body,
        a,
        b,
        reason: CARRIED,
        seen: [seen.get(a) ?? "", seen.get(b) ?? ""],
        probability: weighed.get(keyOf({ a, b })) ?? null,
        carried: first.entry,
      },
    })),
  );
}

/** What was confirmed of somebody holds for the namings that stay, unless something was confirmed of them since. */
async function carryStates(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  records: string[],
  gone: ReadonlySet<string>,
): Promise<readonly NewEntry[]> {
  const { rows } = await sql<{
    entry: string;
    state: "alive" | "dead" | "unknown";
    actor: string;
    at: string;
    seen: Readonly<Record<string, string>> | null;
    mentions: string[];
  }>`
    select s.entry, s.state, s.actor, s.body ->> 'statedAt' as at, s.body -> 'seen' as seen, array_agg(s.mention order by s.mention) as mentions
    from view.person_states s
    where s.workspace = ${workspace} and s.record = any(${records}) and s.undone_by is null and not exists (
      select 1 from view.person_states t where t.workspace = s.workspace and t.mention = s.mention
        and t.undone_by is null and t.index > s.index)
    group by s.entry, s.state, s.actor, s.body`.execute(database);
  return rows.flatMap(({ entry, state, actor, at, seen, mentions }): NewEntry[] => {
    const stay = mentions.filter((mention) => !gone.has(mention));
    if (stay.length === 0) return [];
    const body = {
      mentions: stay,
      ...(seen === null
        ? {}
        : { seen: Object.fromEntries(stay.map((one) => [one, seen[one] ?? ""])) }),
      state,
      reason: CARRIED,
      statedAt: at,
      carried: entry,
    };
    return [{ kind: "person-stated", record: makeId("r"), by: actor, body }];
  });
}
