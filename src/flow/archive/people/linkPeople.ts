/**
 * The story of `sanad link`: namings are read off the claims, compared, and put together to people, once. Whoever links
 * again links the same; what people decided holds through every linking.
 */
import type { Archive } from "../../../ledger/archive.ts";
import { type NewTelling, replaceTellings, tellingId } from "../../../ledger/events.ts";
import {
  type ChangedDocument,
  changedDocuments,
  countOpenPairs,
  countPeople,
  countUnlinked,
  lockLinking,
  markLinked,
  mentionId,
  type NewMention,
  personOf,
  type PersonRow,
  readDecided,
  readMentions,
  replaceMentions,
  replacePairs,
  searchedNames,
  type StoredMention,
  type StoredPair,
  writePeople,
} from "../../../ledger/people.ts";
import { historyOf } from "../../../link/caseHistory.ts";
import { clusterMentions, type PairDecision } from "../../../link/clusterMentions.ts";
import { findDuplicates } from "../../../link/matchLists.ts";
import { mentionsOf } from "../../../link/mentions.ts";
import { tellingsOf } from "../../../link/tellings.ts";
import type { CaseHistory, Stage } from "../../../model/caseHistory.ts";
import type { Mention } from "../../../model/mention.ts";
import { linkEvents } from "./linkEvents.ts";
import { loadPeoplePack, type PeoplePack } from "./peoplePack.ts";

/** What a linking did. */
export type Linked = {
  readonly people: number;
  readonly mentions: number;
  readonly events: number;
  /** Namings that are somebody else's now than before, the new ones among them. */
  readonly moved: number;
  /** Pairs that a person should look at. */
  readonly unsure: number;
  /** Decisions that others speak against, or that are about namings that changed or went. */
  readonly contradicted: readonly PairDecision[];
};

/** Two namings of one document are not joined by the machine: whoever wrote it told them apart. */
const ONE_DOCUMENT = 0.5;

/** Links everything that is new; `isAll` reads every naming off its document again. */
export async function linkPeople(
  { database, workspace, ...rest }: Archive,
  { isAll, step }: { readonly isAll: boolean; readonly step: (done: number, all: number) => void },
): Promise<Linked> {
  const archive = { database, workspace, ...rest };
  const pack = loadPeoplePack();
  return database.transaction().execute(async (one) => {
    const { upto, model, size } = await lockLinking(one, workspace);
    if (!isAll && model === pack.version && (await countUnlinked(one, workspace, upto)) === 0)
      return {
        ...(await countPeople(one, workspace)),
        unsure: await countOpenPairs(one, workspace),
        moved: 0,
        contradicted: [],
      };
    const since = isAll || model !== pack.version ? 0 : upto;
    for await (const documents of changedDocuments(one, workspace, since)) {
      const read = documents.map((document) => readNamings(archive, document, pack));
      const ids = documents.map(({ document }) => document);
      await replaceMentions(
        one,
        workspace,
        ids,
        read.flatMap(({ mentions }) => mentions),
      );
      await replaceTellings(
        one,
        workspace,
        ids,
        read.flatMap(({ tellings }) => tellings),
      );
    }
    const stored = await readMentions(one, workspace);
    const pairs = findPairs(stored, pack, step);
    await replacePairs(one, workspace, pairs);
    const { decisions, confirmed } = await readDecided(one, workspace);
    const { groups, contradicted } = clusterMentions({
      mentions: stored.map(({ mention }) => mention),
      pairs: pairs.map(({ a, b, probability }) => ({ a, b, bits: bitsOf(probability, pack) })),
      decisions,
      confirmed: confirmed.map(({ mentions }) => mentions),
    });
    const stateOf = new Map(
      confirmed.flatMap(({ mentions, state }) => mentions.map((mention) => [mention, state])),
    );
    const byId = new Map(stored.map((row) => [row.mention, row]));
    const people = groups.map((group) =>
      personRow(
        group.flatMap((mention) => byId.get(mention) ?? []),
        stateOf,
        pack,
      ),
    );
    const { moved } = await writePeople(one, workspace, size, people);
    const gathered = await linkEvents(one, workspace, { people, pairs }, decisions, pack);
    await markLinked(one, workspace, { upto: size, model: pack.version });
    const unsure = await countOpenPairs(one, workspace);
    return {
      people: people.length,
      mentions: stored.length,
      events: gathered.events,
      moved,
      unsure,
      contradicted: [...contradicted, ...gathered.contradicted],
    };
  });
}

/** Whom a document names, and the events it tells of. */
function readNamings(
  archive: Archive,
  { document, record, valid_from, claims, asRead }: ChangedDocument,
  { country }: PeoplePack,
): { readonly mentions: readonly NewMention[]; readonly tellings: readonly NewTelling[] } {
  const read = mentionsOf(claims, country, asRead);
  const idOf = (key: string): string => mentionId(archive, document, key);
  const mentions = read.map((body): NewMention => {
    const mention = idOf(body.key);
    const named: Mention = { ...body, record: { ...body.record, id: mention } };
    return { mention, document, record, valid_from, body: named };
  });
  const tellings = tellingsOf(claims, read, country).map((body): NewTelling => {
    const telling = tellingId(archive, document, body.key);
    const named = { ...body, namings: body.namings.map(idOf) };
    return { telling, document, record, valid_from, body: named };
  });
  return { mentions, tellings };
}

function findPairs(
  stored: readonly StoredMention[],
  { model }: PeoplePack,
  step: (done: number, all: number) => void,
): readonly StoredPair[] {
  const documentOf = new Map(stored.map(({ mention, document }) => [mention, document]));
  const found = findDuplicates(
    stored.map(({ body }) => body.record),
    model,
    step,
  );
  return found.map(({ a, b, probability, why }) => ({
    a,
    b,
    why,
    probability:
      documentOf.get(a) === documentOf.get(b) ? Math.min(ONE_DOCUMENT, probability) : probability,
  }));
}

/** log2 of the odds, counted from where the model says "the same" on. */
function bitsOf(probability: number, { same }: PeoplePack): number {
  const odds = (p: number): number => Math.log2(p / (1 - p));
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return odds(bounded) - odds(same);
}

/** A person is named after the first naming of him or her. */
function personRow(
  mentions: readonly StoredMention[],
  stateOf: ReadonlyMap<string, string>,
  { stages }: PeoplePack,
): PersonRow {
  const ordered = [...mentions].sort(
    (a, b) => a.valid_from - b.valid_from || (a.mention < b.mention ? -1 : 1),
  );
  const states = ordered.flatMap(({ mention }) => stateOf.get(mention) ?? []);
  const state = states.at(-1) ?? null;
  const history = historyOfState(ordered, state, stages);
  const days = history.steps.flatMap(({ earliest, latest }) => [earliest, latest]).filter(isDay);
  const names = namesOf(ordered);
  return {
    person: personOf(ordered[0]?.mention ?? ""),
    mentions: ordered.map(({ mention }) => mention),
    name: names.latin ?? names.persian ?? "",
    folded: searchedNames(ordered.flatMap(({ body }) => body.names)),
    documents: new Set(ordered.map(({ document }) => document)).size,
    stage: history.standsAt?.stage ?? null,
    risk: history.risk,
    firstDay: days.sort()[0] ?? null,
    lastDay: days.sort().at(-1) ?? null,
    state,
    body: {
      nameFa: names.persian,
      contradictions: history.contradictions.length,
      perhaps: history.perhaps.length,
    },
  };
}

/** The case of one whom somebody confirmed to be alive stands where it would without the reports of a death. */
export function historyOfState(
  mentions: readonly StoredMention[],
  state: string | null,
  stages: ReadonlyMap<string, Stage>,
): CaseHistory {
  return historyOf(mentions.flatMap(stageClaims), stages, { isAlive: state === "alive" });
}

/** Claims that tell a stage of the case. */
function stageClaims({ document, published, body }: StoredMention) {
  return body.claims.flatMap(({ claim, stage, modality, earliest, latest }) =>
    stage === null
      ? []
      : [{ claim, document, stage, modality, earliest, latest, reported: published }],
  );
}

/** The name of each script that most documents use, the fuller one of two. */
function namesOf(mentions: readonly StoredMention[]): {
  readonly latin: string | null;
  readonly persian: string | null;
} {
  const commonest = (names: readonly (string | null)[]): string | null => {
    const counts = new Map<string, number>();
    for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    const sorted = [...counts].sort(
      (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
    );
    return sorted[0]?.[0] ?? null;
  };
  return {
    latin: commonest(mentions.map(({ body }) => body.record.name)),
    persian: commonest(mentions.map(({ body }) => body.record.nameFa)),
  };
}

function isDay(day: string | null): day is string {
  return day !== null;
}
