/** In: decisions about who is whom. Out: rows of the views. What the machine linked is made elsewhere, again and again. */
import { sql } from "kysely";
import type { InTransaction } from "./database.ts";
import type { Entry, EntryKind, LinkDecided } from "./entryKinds.ts";
import { hideTellings, loosenEvents } from "./events.ts";
import { withoutReason } from "./reasons.ts";

type Of<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;

export async function showLinkDecision(
  one: InTransaction,
  workspace: string,
  { body, id, index, record, by }: Of<"link-decided">,
): Promise<void> {
  const pairs = pairsOf(body);
  await sql`insert into view.link_decisions
    select ${workspace}, ${id}, ${index}, ${record}, ${body.a}, b, ${body.verdict}, ${by}, ${body.decidedAt}, null, told::jsonb
    from unnest(${pairs.map(({ b }) => b)}::text[],
      ${pairs.map((pair) => JSON.stringify(withoutReason(pair)))}::text[]) as pair(b, told)`.execute(
    one,
  );
  const touched = [body.a, ...pairs.map(({ b }) => b)];
  await unlinkMentions(one, workspace, touched, index);
  await loosenEvents(one, workspace, touched);
}

/** A decision about a naming and several others as one about each of them. */
function pairsOf({ others = [], seenOthers = [], ...body }: LinkDecided): readonly LinkDecided[] {
  const more = others.map(({ b, probability }, at): LinkDecided => {
    return { ...body, b, probability, seen: [body.seen[0], seenOthers[at] ?? ""] };
  });
  return [body, ...more];
}

/** Takes back a decision about a link, or about what somebody's state is. */
export async function showLinkUndone(
  one: InTransaction,
  workspace: string,
  { body, id, index }: Of<"link-undone">,
): Promise<void> {
  const { rows } = await sql<{ a: string; b: string }>`
    update view.link_decisions set undone_by = ${id} where workspace = ${workspace} and entry = ${body.decision}
    returning a, b`.execute(one);
  const stated = await sql<{ mention: string }>`
    update view.person_states set undone_by = ${id} where workspace = ${workspace} and entry = ${body.decision}
    returning mention`.execute(one);
  const touched = [
    ...rows.flatMap(({ a, b }) => [a, b]),
    ...stated.rows.map(({ mention }) => mention),
  ];
  await unlinkMentions(one, workspace, touched, index);
  await loosenEvents(one, workspace, touched);
}

export async function showPersonState(
  one: InTransaction,
  workspace: string,
  { body, id, index, record, by }: Of<"person-stated">,
): Promise<void> {
  await sql`insert into view.person_states
    select ${workspace}, ${id}, ${index}, ${record}, mention, ${body.state}, ${by}, ${body.statedAt}, null,
      ${JSON.stringify({ ...withoutReason(body), mentions: undefined })}
    from unnest(${body.mentions as string[]}::text[]) as one(mention)`.execute(one);
  await unlinkMentions(one, workspace, body.mentions, index);
}

/** Nothing of an erased record's people stays; those who were linked with them are linked anew. */
export async function hideMentions(
  one: InTransaction,
  workspace: string,
  record: string,
  index: number,
): Promise<void> {
  const { rows } = await sql<{ mention: string }>`
    delete from view.mentions where workspace = ${workspace} and record = ${record} returning mention`.execute(
    one,
  );
  const gone = [...new Set(rows.map(({ mention }) => mention))];
  await hideTellings(one, workspace, record);
  // Lists of people carry names; the next linking makes them anew, and all who are one with whoever once was one with these.
  const { rows: once } = await sql<{ person: string }>`
    select distinct person from view.links where workspace = ${workspace} and mention = any(${gone})`.execute(
    one,
  );
  const people = once.map(({ person }) => person);
  await sql`delete from view.people where workspace = ${workspace} and person = any(${people})`.execute(
    one,
  );
  await sql`update view.links set valid_to = ${index}
    where workspace = ${workspace} and valid_to is null and person = any(${people})`.execute(one);
  await sql`delete from view.links where workspace = ${workspace} and mention = any(${gone})`.execute(
    one,
  );
  // Whoever says the same as one that went is found anew by the next linking.
  await sql`delete from view.link_keys where workspace = ${workspace} and alike in (
    select alike from view.link_keys where workspace = ${workspace} and mention = any(${gone}))`.execute(
    one,
  );
  await sql`delete from view.pairs
    where workspace = ${workspace} and (a = any(${gone}) or b = any(${gone}))`.execute(one);
  // Decisions about them are records of their own, which are erased with the report.
  const { rows: decided } = await sql<{ a: string; b: string }>`delete from view.link_decisions
    where workspace = ${workspace} and record = ${record} returning a, b`.execute(one);
  const { rows: stated } = await sql<{ mention: string }>`delete from view.person_states
    where workspace = ${workspace} and record = ${record} returning mention`.execute(one);
  const touched = [
    ...decided.flatMap(({ a, b }) => [a, b]),
    ...stated.map(({ mention }) => mention),
  ];
  await unlinkMentions(one, workspace, touched, index);
  await loosenEvents(one, workspace, touched);
}

/** Ends the links of everybody who is one person with these: the next linking decides about them anew. */
async function unlinkMentions(
  one: InTransaction,
  workspace: string,
  mentions: readonly string[],
  index: number,
): Promise<void> {
  await sql`update view.links l set valid_to = ${index}
    where l.workspace = ${workspace} and l.valid_to is null and l.person in (
      select person from view.links
      where workspace = ${workspace} and mention = any(${mentions}) and valid_to is null)`.execute(
    one,
  );
}
