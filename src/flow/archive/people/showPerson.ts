/** The story of `sanad person` and `why`: everything that is said of one person, by whom, and why it is one person. */
import type { Archive } from "../../../ledger/archive.ts";
import { eventsOfNamings, type FoundEvent } from "../../../ledger/events.ts";
import { readFrozenModel } from "../../../ledger/linkModels.ts";
import type { StoredMention } from "../../../ledger/people.ts";
import { readPairs } from "../../../ledger/namingPairs.ts";
import {
  type FoundPerson,
  mentionsOfPerson,
  personsOfNamings,
  readPerson,
} from "../../../ledger/peopleRows.ts";
import {
  decisionsAbout,
  findPerhaps,
  type Perhaps,
  type PersonDecision,
  readToldIn,
} from "../../../ledger/peopleViews.ts";
import { unfrozenModel } from "../../../link/frozenModel.ts";
import { explainRecords } from "../../../link/linkFrozen.ts";
import type { CaseHistory } from "../../../model/caseHistory.ts";
import type { ListRecord } from "../../../model/listRecord.ts";
import type { PairFound } from "../../../model/pairFound.ts";
import { personNamed } from "./decidePeople.ts";
import { type PerhapsTwo, perhapsTwo } from "./listPeople.ts";
import { historyOfState } from "./linkPeople.ts";
import { loadPeoplePack } from "./peoplePack.ts";

/** A value and the documents that say it. */
export type SaidValue = { readonly value: string; readonly documents: readonly string[] };

export type ShownPerson = {
  readonly person: string;
  readonly names: readonly SaidValue[];
  /** Values by field, those that most documents say first. */
  readonly fields: Readonly<Record<PersonField, readonly SaidValue[]>>;
  readonly history: CaseHistory;
  readonly mentions: readonly ShownMention[];
  readonly decisions: readonly PersonDecision[];
  /** What a person confirmed: alive, dead, unknown; null where nobody did. */
  readonly state: string | null;
  /** Reported dead, with what cannot hold with it, and no person confirmed the death. */
  readonly disputed: boolean;
  /** Two namings of this person that contradict each other; null where none do, or a person said that they are one. */
  readonly perhapsTwo: PerhapsTwo | null;
  /** All that was confirmed, where it is not one thing: a person must look. */
  readonly states: readonly string[];
  /** Others who may be the same person, the likeliest first. */
  readonly perhaps: readonly Perhaps[];
  /** Whom a report calls a relative, with its words. */
  readonly kin: readonly ShownKin[];
  /** Events in which he or she is told to have died. */
  readonly events: readonly FoundEvent[];
};

export const PERSON_FIELDS = [
  "age",
  "sex",
  "father",
  "died",
  "city",
  "province",
  "prison",
  "charge",
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

export type ShownMention = {
  readonly mention: string;
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** The version of the same page that stands for this one, or null. */
  readonly newer: string | null;
  readonly names: readonly string[];
  readonly claims: readonly { readonly claim: string; readonly quote: string }[];
};

type ShownKin = {
  readonly person: string;
  readonly name: string;
  readonly words: string;
  readonly document: string;
};

/** Everything about one person. */
export async function showPerson(archive: Archive, id: string): Promise<ShownPerson> {
  const person = await personNamed(archive, id);
  const mentions = await mentionsOfPerson(archive, person);
  const said = (pick: (record: ListRecord) => string | null): readonly SaidValue[] =>
    gather(mentions.map((row) => ({ document: row.document, value: pick(row.body.record) })));
  const decisions = await decisionsAbout(
    archive,
    mentions.map(({ mention }) => mention),
  );
  const linked = await readPerson(archive, person);
  const state = linked?.state ?? null;
  return {
    person,
    names: gather(
      mentions.flatMap(({ document, body }) => body.names.map((value) => ({ document, value }))),
    ),
    fields: {
      age: said(({ age }) => formatAge(age)),
      sex: said(({ sex }) => sex),
      father: said(({ father }) => father),
      died: said(({ date }) => formatDate(date)),
      city: said(({ city }) => city),
      province: said(({ province }) => province),
      prison: said(({ prison }) => prison),
      charge: said(({ charge }) => charge),
    },
    history: historyOfState(mentions, state, loadPeoplePack().stages),
    mentions: await showMentions(archive, mentions),
    decisions,
    state,
    disputed: linked?.disputed ?? false,
    perhapsTwo: (await perhapsTwo(archive, [person])).get(person) ?? null,
    states: statesOf(linked),
    perhaps: await findPerhaps(archive, person, mentions),
    kin: await showKin(archive, mentions),
    events: await eventsOfNamings(
      archive,
      mentions.map(({ mention }) => mention),
    ),
  };
}

/** Relatives by the person that they are now. */
async function showKin(
  archive: Archive,
  mentions: readonly StoredMention[],
): Promise<readonly ShownKin[]> {
  const ties = mentions.flatMap(({ document, body }) =>
    (body.kin ?? []).map((tie) => ({ ...tie, document })),
  );
  const people = await personsOfNamings(
    archive,
    ties.map(({ naming }) => naming),
  );
  return ties.flatMap(({ naming, words, document }): ShownKin[] => {
    const found = people.find((one) => one.mentions.includes(naming));
    return found === undefined ? [] : [{ person: found.person, name: found.name, words, document }];
  });
}

/** What was confirmed of a person, where it is not one thing. */
export function statesOf(found: FoundPerson | null): readonly string[] {
  const body = found?.body;
  const value =
    typeof body === "object" && body !== null ? Object.entries(body).find(isStates)?.[1] : [];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function isStates([name]: readonly [string, unknown]): boolean {
  return name === "states";
}

/** A pair with the bits that it has before anything is compared: most namings are of different people. */
export type PairWeighed = PairFound & { readonly prior: number };

/** Why two people or namings are held to be one, or not: each pair of namings compared anew. */
export async function whyPeople(
  archive: Archive,
  a: string,
  b: string,
): Promise<{
  readonly a: readonly StoredMention[];
  readonly b: readonly StoredMention[];
  readonly pair: PairWeighed | null;
  readonly apart: ToldApart | null;
}> {
  const left = await namingsOf(archive, a);
  const right = (await namingsOf(archive, b)).filter(
    ({ mention }) => a === b || !left.some((row) => row.mention === mention),
  );
  const stored = await readPairs(
    archive,
    [...left, ...right].map(({ mention }) => mention),
  );
  const isAcross = (one: string, other: string): boolean =>
    left.some(({ mention }) => mention === one) && right.some(({ mention }) => mention === other);
  const known = stored.find((pair) => isAcross(pair.a, pair.b) || isAcross(pair.b, pair.a));
  const isOf = (mention: string): boolean => mention === known?.a || mention === known?.b;
  const pair =
    known === undefined
      ? await explainPair(archive, left.slice(0, MOST_FAR), right.slice(0, MOST_FAR))
      : await explainPair(
          archive,
          left.filter(({ mention }) => isOf(mention)),
          right.filter(({ mention }) => isOf(mention)),
          known.probability,
        );
  return { a: left, b: right, pair, apart: toldApart(left, right) };
}

/** A report that names both, so that the machine never joins them; with its words where it calls them relatives. */
export type ToldApart = { readonly document: string; readonly kin: string | null };

function toldApart(
  left: readonly StoredMention[],
  right: readonly StoredMention[],
): ToldApart | null {
  const both = left.flatMap((one) =>
    right
      .filter(({ document, mention }) => document === one.document && mention !== one.mention)
      .map(({ mention }) => ({
        document: one.document,
        kin: one.body.kin?.find(({ naming }) => naming === mention)?.words ?? null,
      })),
  );
  return both.find(({ kin }) => kin !== null) ?? both[0] ?? null;
}

/** The nearest of some pairs, weighed as the archive weighs them; `probability` is what it holds of the one that it keeps. */
async function explainPair(
  { database, workspace }: Archive,
  left: readonly StoredMention[],
  right: readonly StoredMention[],
  probability: number | null = null,
): Promise<PairWeighed | null> {
  const { model, same } = loadPeoplePack();
  const frozen = (await readFrozenModel(database, workspace))?.model ?? unfrozenModel(model);
  const pairs = left.flatMap(({ mention: a, body: one }) =>
    right.flatMap(({ mention: b, body: other }): PairWeighed[] => {
      const found = a === b ? null : explainRecords(one.record, other.record, frozen, model);
      if (found === null) return [];
      const held = probability ?? found.probability;
      const decision = probability !== null && held >= same ? "same" : "unsure";
      return [{ a, b, probability: held, decision, prior: found.prior, why: found.why }];
    }),
  );
  return pairs.sort((x, y) => y.probability - x.probability)[0] ?? null;
}

/** Namings of either side that are weighed where none is near. */
const MOST_FAR = 3;

/** One naming, or all of a person. */
async function namingsOf(archive: Archive, id: string): Promise<readonly StoredMention[]> {
  const all = await mentionsOfPerson(archive, await personNamed(archive, id));
  return id.startsWith("m-") ? all.filter(({ mention }) => mention === id) : all;
}

function gather(
  rows: readonly { readonly document: string; readonly value: string | null }[],
): readonly SaidValue[] {
  const documentsByValue = new Map<string, Set<string>>();
  for (const { document, value } of rows) {
    if (value === null) continue;
    documentsByValue.set(value, (documentsByValue.get(value) ?? new Set()).add(document));
  }
  return [...documentsByValue]
    .map(([value, documents]) => ({ value, documents: [...documents] }))
    .sort((a, b) => b.documents.length - a.documents.length || (a.value < b.value ? -1 : 1));
}

function formatAge(age: ListRecord["age"]): string | null {
  if (age === null) return null;
  return age.min === age.max ? String(age.min) : `${age.min}–${age.max}`;
}

function formatDate(date: ListRecord["date"]): string | null {
  if (date === null) return null;
  return date.earliest === date.latest ? date.earliest : `${date.earliest} – ${date.latest}`;
}

async function showMentions(
  archive: Archive,
  mentions: readonly StoredMention[],
): Promise<readonly ShownMention[]> {
  const told = await readToldIn(
    archive,
    mentions.map(({ document, body }) => ({
      document,
      claims: body.claims.map(({ claim }) => claim),
    })),
  );
  return mentions.map(({ mention, document, newer, body }, at) => ({
    mention,
    document,
    newer,
    names: body.names,
    title: told[at]?.title ?? null,
    publisher: told[at]?.publisher ?? null,
    published: told[at]?.published ?? null,
    claims: told[at]?.claims ?? [],
  }));
}
