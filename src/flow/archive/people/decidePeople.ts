/**
 * The stories of `sanad merge`, `split`, `unlink`, `review` and `person --state`: a person decides who is whom, and the
 * decision is an entry that every later linking keeps.
 */
import { Failure } from "../../../base/failure.ts";
import { appendAsSeen } from "../../../ledger/append.ts";
import type { Archive } from "../../../ledger/archive.ts";
import { decidedSince } from "../../../ledger/decidedSince.ts";
import type { LinkDecided, NewEntry, PersonStated } from "../../../ledger/entryKinds.ts";
import { isOfEvents, readTellings, tellingDigest } from "../../../ledger/events.ts";
import { gatherDecisions, type LinkDecision } from "../../../ledger/gatherDecisions.ts";
import { makeId } from "../../../ledger/ids.ts";
import { readDecided, readMentions } from "../../../ledger/people.ts";
import { readPairs } from "../../../ledger/namingPairs.ts";
import { findPerson, mentionsOfPerson } from "../../../ledger/peopleRows.ts";
import { decidedTogether } from "../../../ledger/peopleViews.ts";
import { seenOf } from "../../../ledger/staleDecisions.ts";
import { readSize } from "../../../ledger/views.ts";
import type { Session } from "../session.ts";
import { refuseCarriedState } from "./clashes.ts";
import { loadPeoplePack } from "./peoplePack.ts";
import { eventNamed } from "./showEvent.ts";

export type Told = {
  readonly reason: string;
  readonly at: string;
  /** Size of the ledger when people were looked at; else it is when the command begins. */
  readonly since?: number;
};
type Since = Told & { readonly since: number };
type Verdict = LinkDecided["verdict"];

/** A split sets each of some namings against each of the others; so many are kept and asked for with every linking. */
const MOST_PAIRS = 200_000;

export type Merged = {
  /** As they were. */
  readonly ids: readonly string[];
  /** Any of the entries; taken back, all of them go. */
  readonly entry: string;
};

/** Enters that people, or events, are one. */
export async function mergePeople(
  session: Session,
  ids: readonly string[],
  asked: Told,
): Promise<Merged> {
  const { archive } = session;
  const told = await sinceNow(archive, asked);
  if (ids.length < 2)
    throw new Failure(
      "input-refused",
      "sanad merge needs two ids or more: those of whom, or of what, you hold to be one",
    );
  const areEvents = areOfEvents(ids);
  const named = areEvents ? eventNamed : personNamed;
  const people = await Promise.all(ids.map((id) => named(archive, id)));
  const [first, ...others] = [...new Set(people)];
  if (first === undefined || others.length === 0)
    throw new Failure(
      "input-refused",
      areEvents
        ? "These are one event already; nothing was changed"
        : "These are one person already; nothing was changed",
    );
  if (areEvents) await refuseOtherKinds(archive, [first, ...others]);
  else await refuseCarriedState(archive, [first, ...others]);
  const namings = await Promise.all(
    [first, ...others].map((one) =>
      areEvents ? tellingsOf(session, one) : namingsOf(session, one),
    ),
  );
  const [a = "", ...rest] = namings.flat();
  const pairs = rest.map((b) => ({ a, b }));
  const [entry = ""] = await enterDecisions(session, pairs, "same", told);
  return { ids: [first, ...others], entry };
}

/** Deaths in custody and executions are never one count. */
async function refuseOtherKinds(archive: Archive, events: readonly string[]): Promise<void> {
  const kinds = new Set<string>();
  for (const event of events)
    for (const { body } of await readTellings(archive.database, archive.workspace, { event }))
      kinds.add(body.kind);
  if (kinds.size > 1)
    throw new Failure(
      "input-refused",
      "These events are of different kinds, which are never counted together; nothing was changed",
    );
}

/** Are these ids of events and tellings? Throws where they are mixed with those of people. */
function areOfEvents(ids: readonly string[]): boolean {
  const events = ids.filter(isOfEvents);
  if (events.length > 0 && events.length < ids.length)
    throw new Failure("input-refused", "An event and a person are not one; nothing was changed");
  return events.length > 0;
}

/** Enters that some namings of a person, or tellings of an event, are of another; answers with how many stay. */
export async function splitPerson(
  session: Session,
  mentions: readonly string[],
  asked: Told,
): Promise<Split> {
  const { archive } = session;
  const told = await sinceNow(archive, asked);
  const areEvents = areOfEvents(mentions);
  const named = areEvents ? eventNamed : personNamed;
  const people = new Set(await Promise.all(mentions.map((id) => named(archive, id))));
  const [person] = people;
  if (person === undefined || people.size > 1)
    throw new Failure(
      "input-refused",
      areEvents
        ? "These tellings are of several events; split one at a time"
        : "These namings are of several people; split one at a time",
    );
  const all = areEvents ? await tellingsOf(session, person) : await namingsOf(session, person);
  const stay = all.filter((mention) => !mentions.includes(mention));
  if (stay.length === 0)
    throw new Failure(
      "input-refused",
      areEvents
        ? "These are all tellings of that event: name those that are of another one"
        : "These are all namings of that person: name those that are of somebody else",
    );
  const pairs = pairsBetween(mentions, stay);
  const ended = areEvents ? [] : await endStates(session, mentions, stay, told);
  await enterDecisions(session, pairs, "different", told, ended);
  const states = ended.flatMap((one) => (one.kind === "person-stated" ? one.body.state : []));
  return { person, stay: stay.length, ended: [...new Set(states)] };
}

export type Split = {
  readonly person: string;
  readonly stay: number;
  /** What was confirmed of all of them, and holds for those that stay alone from now on. */
  readonly ended: readonly PersonStated["state"][];
};

/** What was confirmed of somebody whose namings part is known of none that go: it is entered anew for those that stay. */
async function endStates(
  { archive, actor }: Session,
  go: readonly string[],
  stay: readonly string[],
  { reason, at }: Told,
): Promise<readonly NewEntry[]> {
  const { confirmed } = await readDecided(archive.database, archive.workspace);
  const entries: NewEntry[] = [];
  for (const { entry, mentions, state } of confirmed) {
    const left = mentions.filter((mention) => stay.includes(mention));
    if (left.length === 0 || !mentions.some((mention) => go.includes(mention))) continue;
    for (const { entry: decision, record } of await decidedTogether(archive, entry)) {
      const body = { decision, reason, undoneAt: at };
      entries.push({ kind: "link-undone", record, by: actor, body });
    }
    const seen = Object.fromEntries(await digestsOf(archive, left));
    const body: PersonStated = {
      mentions: left,
      seen,
      state,
      reason,
      statedAt: at,
      carried: entry,
    };
    entries.push({ kind: "person-stated", record: makeId("r"), by: actor, body });
  }
  return entries;
}

/**
 * Enters a verdict about the two people, or events, of a pair of namings or tellings, as they are put together now; about two namings of one
 * person that contradict each other, about these.
 */
export async function decidePair(
  session: Session,
  pair: { readonly a: string; readonly b: string },
  verdict: Verdict,
  asked: Told,
): Promise<readonly string[]> {
  const { archive } = session;
  const told = await sinceNow(archive, asked);
  const areEvents = areOfEvents([pair.a, pair.b]);
  const named = areEvents ? eventNamed : personNamed;
  const [one, other] = await Promise.all([pair.a, pair.b].map((id) => named(archive, id)));
  if (!areEvents && one === other) return enterDecisions(session, [pair], verdict, told);
  if (one === undefined || other === undefined || one === other)
    throw new Failure("input-refused", "These are one already; nothing was changed");
  if (!areEvents && verdict === "same") await refuseCarriedState(archive, [one, other]);
  const [left, right] = await Promise.all(
    [one, other].map((id) => (areEvents ? tellingsOf(session, id) : namingsOf(session, id))),
  );
  const [first = "", ...rest] = [...(left ?? []), ...(right ?? [])];
  const pairs =
    verdict === "same" ? rest.map((b) => ({ a: first, b })) : pairsBetween(left ?? [], right ?? []);
  return enterDecisions(session, pairs, verdict, told);
}

/** Each of some with each of others: whichever of them goes or changes, the others are still held to it. */
function pairsBetween(
  left: readonly string[],
  right: readonly string[],
): readonly { readonly a: string; readonly b: string }[] {
  if (left.length * right.length > MOST_PAIRS)
    throw new Failure(
      "input-refused",
      `${left.length} namings cannot be held apart from ${right.length} at once: each of the one from each of the other are more than ${MOST_PAIRS}; nothing was changed`,
    );
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  return few.flatMap((a) => many.map((b) => ({ a, b })));
}

async function tellingsOf({ archive }: Session, event: string): Promise<readonly string[]> {
  const stored = await readTellings(archive.database, archive.workspace, { event });
  return stored.map(({ telling }) => telling);
}

async function namingsOf({ archive }: Session, person: string): Promise<readonly string[]> {
  return (await mentionsOfPerson(archive, person)).map(({ mention }) => mention);
}

/** Enters what somebody confirmed of a person, as the person is put together now; answers with the person's id. */
export async function statePerson(
  session: Session,
  id: string,
  state: PersonStated["state"],
  told: Told,
): Promise<string> {
  return (await confirmState(session, id, state, told)).person;
}

/** As well; answers with the entries too, by which it is taken back. */
export async function confirmState(
  session: Session,
  id: string,
  state: PersonStated["state"],
  asked: Told,
): Promise<{ readonly person: string; readonly entries: readonly string[] }> {
  const { archive, actor } = session;
  const told = await sinceNow(archive, asked);
  const { reason, at } = told;
  const person = await personNamed(archive, id);
  const mentions = await namingsOf(session, person);
  const seen = Object.fromEntries(await digestsOf(archive, mentions));
  const body: PersonStated = { mentions, seen, state, reason, statedAt: at };
  const entry: NewEntry = { kind: "person-stated", record: makeId("r"), by: actor, body };
  const entries = await enter(session, [entry], Object.keys(seen), told);
  return { person, entries };
}

/**
 * Takes back what was decided about who is whom, by an entry of each decision; what was decided at once goes at once. Answers with how
 * many entries each of them took with it, itself among them.
 */
export async function undoLinks(
  { archive, actor }: Session,
  entries: readonly string[],
  { reason, at }: Told,
): Promise<ReadonlyMap<string, number>> {
  const undone = new Map<string, number>();
  if (entries.length === 0) return undone;
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    const taken = new Set<string>();
    const all: NewEntry[] = [];
    for (const entry of entries) {
      if (taken.has(entry)) continue;
      const together = await decidedTogether(seen, entry);
      if (together.length === 0)
        throw new Failure(
          "not-found",
          `There is no decision ${entry} that stands; sanad person lists those about somebody`,
        );
      undone.set(entry, together.length);
      for (const { entry: decision, record } of together) {
        taken.add(decision);
        const body = { decision, reason, undoneAt: at };
        all.push({ kind: "link-undone", record, by: actor, body });
      }
    }
    return all;
  };
  await appendAsSeen(archive, look, { at });
  return undone;
}

/** The person of an id, or of a naming; throws `not-found`. */
export async function personNamed(archive: Archive, id: string): Promise<string> {
  const person = await findPerson(archive, id);
  if (person === null)
    throw new Failure(
      "not-found",
      `There is no person or naming ${id}; sanad people lists people and prints their ids`,
    );
  return person;
}

async function enterDecisions(
  session: Session,
  pairs: readonly { readonly a: string; readonly b: string }[],
  verdict: Verdict,
  told: Since,
  others: readonly NewEntry[] = [],
): Promise<readonly string[]> {
  const { archive, actor } = session;
  const { reason, at } = told;
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const known = await digestsOf(archive, ids);
  const weighed = new Map(
    (await readPairs(archive, ids)).map(({ a, b, probability }) => [`${a} ${b}`, probability]),
  );
  // What one person decided at once is one record: it is taken back at once.
  const record = makeId("r");
  const entries = pairs.map(({ a, b }): LinkDecision => {
    const [one, other] = [known.get(a), known.get(b)];
    if (one === undefined || other === undefined) throw wentMeanwhile();
    const body: LinkDecided = {
      a,
      b,
      verdict,
      reason,
      seen: [one, other],
      model: loadPeoplePack().version,
      probability: weighed.get(`${a} ${b}`) ?? weighed.get(`${b} ${a}`) ?? null,
      decidedAt: at,
    };
    return { kind: "link-decided", record, by: actor, body };
  });
  return enter(session, [...gatherDecisions(entries), ...others], ids, told);
}

/** What namings and tellings are at the moment, as keyed digests. */
async function digestsOf(
  archive: Archive,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { database, workspace } = archive;
  const mentions = await readMentions(database, workspace, ids);
  const tellings = ids.some(isOfEvents) ? await readTellings(database, workspace) : [];
  return new Map([
    ...mentions.map(({ mention, body }) => [mention, seenOf(archive, mention, body)] as const),
    ...tellings.map(({ telling, body }) => [telling, tellingDigest(archive, body)] as const),
  ]);
}

/** Enters what was decided about namings or tellings; throws `conflict` where one of them went, or somebody decided about it, since they were looked at. */
async function enter(
  { archive }: Session,
  entries: readonly NewEntry[],
  about: readonly string[],
  { at, since }: Since,
): Promise<readonly string[]> {
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    const { gone, decided } = await decidedSince(seen, about, since);
    if (gone !== null) throw wentMeanwhile();
    if (decided !== null)
      throw new Failure(
        "conflict",
        `Somebody decided about one of these meanwhile (${decided}); nothing was changed. Look again`,
      );
    return entries;
  };
  return (await appendAsSeen(archive, look, { at })).map(({ id }) => id);
}

function wentMeanwhile(): Failure {
  return new Failure("conflict", "A naming or telling went meanwhile; look again");
}

async function sinceNow(archive: Archive, told: Told): Promise<Since> {
  return { ...told, since: told.since ?? (await readSize(archive)) };
}
