/**
 * The story of `sanad link`: namings are read off the claims, compared, and put together to people, once. Whoever links
 * again links the same; what people decided holds through every linking.
 */
import { normalize } from "node:path";
import type { Archive } from "../../../ledger/archive.ts";
import { codeOf, type InTransaction } from "../../../ledger/database.ts";
import type { EntryKind } from "../../../ledger/entryKinds.ts";
import { hideErasedSince } from "../../../ledger/hideErased.ts";
import { mentionsOfDocuments, readPages, writeSuperseded } from "../../../ledger/pageVersions.ts";
import {
  loosenEventsOf,
  type NewTelling,
  replaceTellings,
  tellingId,
} from "../../../ledger/events.ts";
import { readFrozenModel, type StoredModel } from "../../../ledger/linkModels.ts";
import {
  askByKeys,
  countRows,
  forgetLinked,
  type PeopleWritten,
  mentionsLikeLiving,
  plannedMentions,
  mentionsBeside,
  tiedMentions,
  unlinkedMentions,
  writeSomePeople,
} from "../../../ledger/linkTables.ts";
import {
  type ChangedDocument,
  changedDocuments,
  type ConfirmedPerson,
  countDocuments,
  type LinkedNaming,
  lockLinking,
  markLinked,
  mentionId,
  type NewMention,
  personOf,
  readCompared,
  readDecided,
  readLinkedNamings,
  readMentions,
  replaceMentions,
  type StoredMention,
  unlinkedKinds,
} from "../../../ledger/people.ts";
import { countOpenPairs, type KnownPair, readPairs } from "../../../ledger/namingPairs.ts";
import {
  countPeople,
  type PersonRow,
  readLinks,
  searchedNames,
} from "../../../ledger/peopleRows.ts";
import { findStale, type StaleDecision } from "../../../ledger/staleDecisions.ts";
import { historyOf } from "../../../link/caseHistory.ts";
import type { PairDecision } from "../../../link/clusterMentions.ts";
import { unfrozenModel } from "../../../link/frozenModel.ts";
import { kinInText } from "../../../link/kinInText.ts";
import { withKinSurnames } from "../../../link/kinSurnames.ts";
import { mentionsOf, resolvePlaces, resolvePrisons, resolveRow } from "../../../link/mentions.ts";
import { tellingsOf } from "../../../link/tellings.ts";
import { type Versions, versionsOf } from "../../../link/pageVersions.ts";
import type { CaseHistory, Stage, StageClaim } from "../../../model/caseHistory.ts";
import type { FrozenModel } from "../../../model/frozenModel.ts";
import { NAMELESS } from "../../../lists/rowReport.ts";
import type { Claim } from "../../../model/claim.ts";
import type { Mention } from "../../../model/mention.ts";
import type { Telling } from "../../../model/telling.ts";
import { compareAll, compareSome, type OnStep } from "./compareNamings.ts";
import { type Decided, firstsAsked, groupSaid, saidNaming } from "./groupNamings.ts";
import { OF_LIST } from "../../../ledger/ofList.ts";
import { likeTheLiving } from "./likeTheLiving.ts";
import { linkEvents, type ToldOtherwise } from "./linkEvents.ts";
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
  /** There are many more namings than when the model was made. */
  readonly isRefitDue: boolean;
  /** Decisions and confirmations that others speak against. */
  readonly contradicted: readonly PairDecision[];
  /** Decisions and confirmations whose naming changed or went. */
  readonly stale: readonly StaleDecision[];
};

/** Links everything that is new; `isAll` reads every naming off its document again. */
export async function linkPeople(
  archive: Archive,
  { isAll, step }: { readonly isAll: boolean; readonly step: OnStep },
): Promise<Linked> {
  for (let tries = 1; ; tries++)
    try {
      return await archive.database
        .transaction()
        .execute((one) => linkWithin(archive, one, { isAll, step }));
    } catch (error) {
      // Somebody who enters a decision or an erasure waited for what this one wrote, and this one for him.
      if (codeOf(error) !== DEADLOCK || tries === MOST_TRIES) throw error;
    }
}

const DEADLOCK = "40P01";
const MOST_TRIES = 5;

/** Links everybody in a transaction of somebody else. */
export async function linkAllWithin(archive: Archive, one: InTransaction): Promise<void> {
  await linkWithin(archive, one, { isAll: true, step: () => undefined });
}

/** Since when each naming stands so: a later reading that made the same leaves it as it was, which no linking of today can know. */
export type StandsSince = (
  naming: Pick<NewMention, "mention" | "document" | "valid_from">,
) => number;

/**
 * Links all entries anew in a transaction that is taken back; false, and nothing done, where something is not linked yet. What was linked
 * is taken out before, so that nothing of it is taken over.
 */
export async function linkAnewWithin(
  archive: Archive,
  one: InTransaction,
  { step, since }: { readonly step: OnStep; readonly since: StandsSince },
): Promise<boolean> {
  const { workspace } = archive;
  const { upto, model } = await lockLinking(one, workspace);
  const version = versionOf(loadPeoplePack(), await readFrozenModel(one, workspace));
  const kinds = await unlinkedKinds(one, workspace, upto);
  const isUnlinked = model !== version && (await unlinkedKinds(one, workspace, 0)).length > 0;
  if (isUnlinked || kinds.length > 0) return false;
  await forgetLinked(one, workspace);
  await linkWithin(archive, one, { isAll: true, step, since });
  return true;
}

async function linkWithin(
  archive: Archive,
  one: InTransaction,
  {
    isAll,
    step,
    since = standsSinceRead,
  }: { readonly isAll: boolean; readonly step: OnStep; readonly since?: StandsSince },
): Promise<Linked> {
  const { workspace } = archive;
  const pack = loadPeoplePack();
  const { upto, model: before, size, unsure: known } = await lockLinking(one, workspace);
  const stored = await readFrozenModel(one, workspace);
  const frozen = stored?.model ?? unfrozenModel(pack.model);
  const version = versionOf(pack, stored);
  const isAnew = isAll || before !== version;
  const kinds = await unlinkedKinds(one, workspace, upto);
  if (!isAnew && kinds.length === 0)
    return tellLinked(one, workspace, frozen, {
      moved: 0,
      contradicted: [],
      stale: await findStale(archive, one),
      unsure: await countOpenPairs(one, workspace),
    });
  const documents = isAnew ? await countDocuments(one, workspace) : 0;
  const read = (document: ChangedDocument) => readNamings(archive, document, pack, since);
  const touched = await readDocuments(one, workspace, isAnew ? 0 : upto, read, (done) =>
    step(done, documents, "reading"),
  );
  const areMany = isAnew || (await areManyOfAll(one, touched.changed.length));
  if (areMany) await countRows(one);
  const model = { model: pack.model, frozen };
  // What was never compared or linked is told by all namings; whatever follows from it by few.
  const left = isAnew || !leavesLoose(kinds) ? NONE_LEFT : await unlinkedMentions(one, workspace);
  const loose = isAnew ? [] : [...left.loose, ...(await mentionsLikeLiving(one, workspace))];
  const link = async (): Promise<
    Omit<WhatLinkingDid, "unsure"> & { readonly open: number | null }
  > => {
    if (isAnew) await compareAll(one, workspace, await readMentions(one, workspace), model, step);
    const anew = isAnew
      ? []
      : await compareSome(one, workspace, { ...touched, keyless: left.keyless }, model, step);
    const isOfReports = !isAnew && !leavesLoose(kinds);
    const said = isOfReports ? [...touched.changed, ...touched.gone] : null;
    const stale = await findStale(archive, one, said);
    const { ties, others: older } = await readVersions(one, workspace);
    const start = { ...touched, all: [...touched.all, ...older, ...loose] };
    const some = isAnew ? null : await mentionsToLink(one, workspace, start, ties, pack.same);
    const { decisions, confirmed } = await readDecided(one, workspace, some);
    const decided = { decisions, confirmed, versions: ties };
    const tied = some === null ? null : { some, start };
    const linked = await makePeople(one, workspace, tied, decided, { pack, frozen });
    const mentions = [...linked.people.flatMap((row) => row.mentions), ...touched.gone];
    step(linked.people.length, linked.people.length, "gathering");
    const written = await writeSomePeople(one, workspace, size, { ...linked, mentions });
    const told = isAnew ? null : toldOtherwise(linked.people, touched, written);
    const others = await linkEvents(archive, one, told, pack);
    const contradicted = [...linked.contradicted, ...others];
    const open =
      some === null || !isOfReports || known === null
        ? null
        : known + (await countNowOpen(archive, one, [...some, ...touched.gone, ...anew]));
    return { moved: written.linked, contradicted, stale, open };
  };
  const { open, ...linked } = areMany ? await link() : await askByKeys(one, link);
  if (areMany) await countRows(one);
  const unsure = open ?? (await countOpenPairs(one, workspace));
  if (since === standsSinceRead) await hideErasedSince(one, workspace, isAll ? 0 : size);
  await markLinked(one, workspace, { upto: size, model: version, unsure });
  return tellLinked(one, workspace, frozen, { ...linked, unsure });
}

/**
 * Namings that are somebody else's now, whose tellings may be of other events; and those of people who are others in anything that
 * events show, or of whom a naming says something else: their events stay, and are counted again.
 */
function toldOtherwise(
  people: readonly PersonRow[],
  { changed, gone }: Touched,
  { moved, others }: PeopleWritten,
): ToldOtherwise {
  const newOnes = new Set(moved);
  const said = new Set(changed.filter((mention) => !newOnes.has(mention)));
  const touched = people.filter(
    ({ person, mentions }) => others.has(person) || mentions.some((mention) => said.has(mention)),
  );
  return {
    moved: [...new Set([...gone, ...moved, ...changed])],
    shown: touched.flatMap(({ mentions }) => mentions),
  };
}

/** What links rest on beside reports and decisions: the packs, and the model that holds. */
export function versionOf(pack: PeoplePack, stored: StoredModel | null): string {
  return `${pack.version} ${stored?.entry ?? "of the packs"}`;
}

const NONE_LEFT = { keyless: [], loose: [] };

/** What is read or decided about claims leaves every other naming as it was linked. */
function leavesLoose(kinds: readonly EntryKind[]): boolean {
  return kinds.some((kind) => !ABOUT_DOCUMENTS.has(kind));
}

const ABOUT_DOCUMENTS: ReadonlySet<EntryKind> = new Set([
  "reading-made",
  "decision-made",
  "decision-undone",
]);

/** So many namings linked at once, and such a part of all, change what the planner should know. */
const MANY = 500;
const PART = 0.1;

async function areManyOfAll(one: InTransaction, changed: number): Promise<boolean> {
  return changed >= MANY && changed >= PART * (await plannedMentions(one));
}

/** Namings after which nothing was learnt yet, and how many times more make what was learnt old. */
const ENOUGH_TO_LEARN = 300;
const GROWN = 4;

type WhatLinkingDid = Pick<Linked, "moved" | "contradicted" | "stale" | "unsure">;

async function tellLinked(
  one: InTransaction,
  workspace: string,
  frozen: FrozenModel,
  what: WhatLinkingDid,
): Promise<Linked> {
  const counts = await countPeople(one, workspace);
  const isRefitDue = counts.mentions >= Math.max(ENOUGH_TO_LEARN, GROWN * frozen.namings);
  return { ...counts, ...what, isRefitDue };
}

/**
 * How many more pairs are in doubt among people of some namings than before this transaction, which nobody else sees: where nothing was
 * decided since the last linking, those about all other people are the same.
 */
async function countNowOpen(
  { database, workspace }: Archive,
  one: InTransaction,
  mentions: readonly string[],
): Promise<number> {
  const whole = [...new Set([...mentions, ...(await mentionsBeside(one, workspace, mentions))])];
  const before = await database
    .transaction()
    .execute(async (aside) =>
      askByKeys(aside, async () => countOpenPairs(aside, workspace, whole)),
    );
  return (await countOpenPairs(one, workspace, whole)) - before;
}

type Touched = {
  /** Namings that are new or say something else than before. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  /** All namings of documents that changed. */
  readonly all: readonly string[];
};

/** Reads namings and tellings off the documents that changed. */
async function readDocuments(
  one: InTransaction,
  workspace: string,
  since: number,
  readOne: (document: ChangedDocument) => NamedAndTold,
  step: (done: number) => void,
): Promise<Touched> {
  const touched = { changed: [] as string[], gone: [] as string[], all: [] as string[] };
  let done = 0;
  for await (const documents of changedDocuments(one, workspace, since)) {
    const read = documents.map(readOne);
    const ids = documents.map(({ document }) => document);
    const mentions = read.flatMap((own) => own.mentions);
    const { changed, gone } = await replaceMentions(one, workspace, ids, mentions);
    touched.changed.push(...changed);
    touched.gone.push(...gone);
    touched.all.push(...mentions.map(({ mention }) => mention));
    await replaceTellings(
      one,
      workspace,
      ids,
      read.flatMap(({ tellings }) => tellings),
    );
    done += documents.length;
    step(done);
  }
  return touched;
}

/** Which namings are of one person in two versions of a page, and those of documents that a later version stands for since now. */
async function readVersions(
  one: InTransaction,
  workspace: string,
): Promise<{ readonly ties: Versions["ties"]; readonly others: readonly string[] }> {
  const { newer, ties } = versionsOf(await readPages(one, workspace, OF_LIST));
  const documents = await writeSuperseded(one, workspace, newer);
  await loosenEventsOf(one, workspace, documents);
  const others = await mentionsOfDocuments(one, workspace, [
    ...documents,
    ...documents.flatMap((document) => newer.get(document) ?? []),
  ]);
  return { ties, others };
}

/** Namings whose people may be others than before: whoever is tied to what changed, and to those, and so on. */
async function mentionsToLink(
  one: InTransaction,
  workspace: string,
  { all, gone }: Touched,
  ties: Versions["ties"],
  same: number,
): Promise<readonly string[]> {
  const tiesOf = new Map<string, string[]>();
  for (const [a, b] of ties)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      tiesOf.set(from, [...(tiesOf.get(from) ?? []), to]);
  const inside = new Set([...all, ...gone]);
  const enter = (found: readonly string[]): readonly string[] => {
    const fresh = [...new Set(found)].filter((mention) => !inside.has(mention));
    for (const mention of fresh) inside.add(mention);
    return fresh;
  };
  for (let fresh: readonly string[] = [...inside]; fresh.length > 0; ) {
    const whole = [...fresh, ...enter(await mentionsBeside(one, workspace, fresh))];
    const tied = await tiedMentions(one, workspace, whole, same);
    fresh = enter([...tied, ...whole.flatMap((mention) => tiesOf.get(mention) ?? [])]);
  }
  for (const mention of gone) inside.delete(mention);
  return [...inside];
}

/** Namings that are grouped anew, and those of them that everything began with. */
type Tied = { readonly some: readonly string[]; readonly start: Pick<Touched, "all" | "gone"> };

/**
 * Groups namings, all or some, into people. Whoever is made of the same namings as before, of which none says or is told anything new, stays
 * as he is: of him no more is read than whose they are.
 */
async function makePeople(
  one: InTransaction,
  workspace: string,
  tied: Tied | null,
  decided: Decided,
  { pack, frozen }: { readonly pack: PeoplePack; readonly frozen: FrozenModel },
): Promise<{
  /** All that were grouped. */
  readonly groups: readonly (readonly string[])[];
  /** Those who are told of otherwise than before. */
  readonly people: readonly PersonRow[];
  readonly pairs: readonly KnownPair[];
  readonly contradicted: readonly PairDecision[];
}> {
  const all = tied === null ? await readMentions(one, workspace) : null;
  const linked = tied === null ? [] : await readLinkedNamings(one, workspace, tied.some);
  const namings = all?.map(saidNaming) ?? linked;
  const ids = namings.map(({ mention }) => mention);
  const pairs = await readPairs({ database: one, workspace }, ids);
  const firsts = new Set(firstsAsked(namings, pairs, decided, pack.same).values());
  const asked =
    all === null
      ? await readCompared(one, workspace, [...firsts])
      : all.filter(({ mention }) => firsts.has(mention));
  const records = asked.map(({ body }) => body.record);
  const { groups, contradicted } = groupSaid(namings, records, pairs, decided, { pack, frozen });
  const confirmedOf = new Map<string, ConfirmedPerson[]>();
  for (const stated of decided.confirmed)
    for (const mention of stated.present)
      confirmedOf.set(mention, [...(confirmedOf.get(mention) ?? []), stated]);
  const isConfirmed = (group: readonly string[]): boolean =>
    group.some((mention) => confirmedOf.has(mention));
  const isAlive = (group: readonly string[]): boolean =>
    isConfirmed(group) && stateOf(group, confirmedOf).state === "alive";
  const alike = likeTheLiving(groups, isAlive, pairs, decided.decisions, pack.same);
  const staysAsHeIs = tied === null ? () => false : await whoStays(one, workspace, tied, linked);
  const told = [...groups.entries()].filter(
    ([at, group]) => alike.has(at) || isConfirmed(group) || !staysAsHeIs(group),
  );
  const some = told.flatMap(([, group]) => group);
  const byId = new Map(
    (all ?? (await readMentions(one, workspace, some))).map((row) => [row.mention, row]),
  );
  const people = told.map(([at, group]) =>
    personRow(
      group.flatMap((mention) => byId.get(mention) ?? []),
      confirmedOf,
      pack,
      alike.has(at),
    ),
  );
  return { groups, people, pairs, contradicted };
}

/** Tells of a group of namings whether it is all of one person as he was, and nothing new is told of him. */
async function whoStays(
  one: InTransaction,
  workspace: string,
  { start }: Tied,
  linked: readonly LinkedNaming[],
): Promise<(group: readonly string[]) => boolean> {
  const personOfNaming = new Map(linked.map(({ mention, person }) => [mention, person]));
  const gone = await readLinks({ database: one, workspace }, start.gone);
  const begun = start.all.map((mention) => personOfNaming.get(mention) ?? null);
  const others = new Set<string | null>([null, ...gone.values(), ...begun]);
  const sizes = new Map<string | null, number>();
  for (const { person } of linked) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  return (group) => {
    const person = personOfNaming.get(group[0] ?? "") ?? null;
    return (
      !others.has(person) &&
      sizes.get(person) === group.length &&
      group.every((mention) => personOfNaming.get(mention) === person)
    );
  };
}

const standsSinceRead: StandsSince = ({ valid_from }) => valid_from;

type NamedAndTold = {
  readonly mentions: readonly NewMention[];
  readonly tellings: readonly NewTelling[];
};

/** Whom a document names, and the events it tells of. */
function readNamings(
  archive: Archive,
  { document, record, valid_from, claims, asRead, reader }: ChangedDocument,
  { country, model }: PeoplePack,
  since: StandsSince,
): NamedAndTold {
  const isRow = reader.endsWith(OF_LIST);
  const unchanged = new Set(asRead);
  // Of what a person put in the place of what was read the places have names alone.
  const told = claims.map((claim) =>
    isRow
      ? resolveRow(claim, country)
      : unchanged.has(claim)
        ? resolvePrisons(claim, country)
        : resolvePlaces(claim, country),
  );
  const read = mentionsOf(told, country, { asRead, isRow });
  const idOf = (key: string): string => mentionId(archive, document, key);
  const kin = kinInText(claims, read, model.kinWords);
  const mentions = withKinSurnames(read, told, model).map((body): NewMention => {
    const mention = idOf(body.key);
    const ties = (kin.get(body.key) ?? []).map((tie) => ({ ...tie, naming: idOf(tie.naming) }));
    const named: Mention = {
      ...body,
      record: { ...body.record, id: mention },
      ...(ties.length === 0 ? {} : { kin: ties }),
    };
    const from = since({ mention, document, valid_from });
    return { mention, document, record, valid_from: from, body: named };
  });
  const tellings = tellingsOf(told, read, country).map((body): NewTelling => {
    const telling = tellingId(archive, document, body.key);
    const named = { ...body, namings: body.namings.map(idOf), ...(isRow ? ofList(claims) : {}) };
    return { telling, document, record, valid_from, body: named };
  });
  return { mentions, tellings };
}

/** Of the telling of a row its list, and whether the row names nobody: it counts one beside those whom the list names. */
function ofList(claims: readonly Claim[]): Partial<Telling> {
  const [first] = claims;
  if (first === undefined) return {};
  const { publisher, path, id } = first.document;
  // Of what was piped in nobody knows which rows are of one list.
  const list = path === null ? id : `${publisher ?? ""} ${normalize(path)}`;
  const isNameless = claims.some(({ notes }) => notes.some(({ code }) => code === NAMELESS));
  return isNameless ? { list, isNameless, numbers: [] } : { list };
}

/** Risk of one who is told to have died. */
const DEAD = 9;

/** Names that lists keep of a person, to show by which one he or she was found. */
const MOST_NAMES = 20;

/** A person is named after the first naming of him or her. */
function personRow(
  mentions: readonly StoredMention[],
  confirmedOf: ReadonlyMap<string, readonly ConfirmedPerson[]>,
  { stages }: PeoplePack,
  isLikeLiving: boolean,
): PersonRow {
  const ordered = [...mentions].sort(
    (a, b) => a.valid_from - b.valid_from || (a.mention < b.mention ? -1 : 1),
  );
  const { state, states } = stateOf(
    ordered.map(({ mention }) => mention),
    confirmedOf,
  );
  const history = historyOfState(ordered, state, stages);
  const days = history.steps.flatMap(({ earliest, latest }) => [earliest, latest]).filter(isDay);
  const names = namesOf(ordered);
  return {
    person: personOf(ordered[0]?.mention ?? ""),
    mentions: ordered.map(({ mention }) => mention),
    name: names.latin ?? names.persian ?? "",
    folded: searchedNames(ordered.flatMap(({ body }) => body.names)),
    documents: new Set(ordered.map(({ document, newer }) => newer ?? document)).size,
    stage: history.standsAt?.stage ?? null,
    risk: history.risk,
    firstDay: days.sort()[0] ?? null,
    lastDay: days.sort().at(-1) ?? null,
    state,
    doubted:
      history.risk === DEAD &&
      state !== "dead" &&
      (history.contradictions.length > 0 || isLikeLiving),
    body: {
      nameFa: names.persian,
      names: [...new Set(ordered.flatMap(({ body }) => body.names))].slice(0, MOST_NAMES),
      contradictions: history.contradictions.length,
      perhaps: history.perhaps.length,
      isLikeLiving,
      states,
    },
  };
}

/**
 * What was confirmed last of a person, and all that was where that is not one thing. Namings that were confirmed together and
 * are held apart since are two people: that one of them is alive may be said of both, that he is dead of neither.
 */
function stateOf(
  mentions: readonly string[],
  confirmedOf: ReadonlyMap<string, readonly ConfirmedPerson[]>,
): { readonly state: ConfirmedPerson["state"] | null; readonly states: readonly string[] } {
  const own = new Set(mentions);
  const stated = [...new Set(mentions.flatMap((mention) => confirmedOf.get(mention) ?? []))]
    .filter(({ state, present }) => state === "alive" || present.every((one) => own.has(one)))
    .sort((a, b) => a.index - b.index);
  const states = [...new Set(stated.map(({ state }) => state))];
  return { state: stated.at(-1)?.state ?? null, states: states.length > 1 ? states : [] };
}

/** The case of one whom somebody confirmed to be alive stands where it would without the reports of a death. */
export function historyOfState(
  mentions: readonly StoredMention[],
  state: string | null,
  stages: ReadonlyMap<string, Stage>,
): CaseHistory {
  return historyOf(stageClaims(mentions), stages, { isAlive: state === "alive" });
}

/** Claims that tell a stage of the case; of a page the newest version speaks, and what only older ones say is withdrawn. */
function stageClaims(mentions: readonly StoredMention[]): readonly StageClaim[] {
  const said = new Set(
    mentions.flatMap(({ document, body }) =>
      body.claims.map(({ stage }) => `${document} ${stage}`),
    ),
  );
  const own = new Set(mentions.map(({ document }) => document));
  return mentions.flatMap(({ document, published, newer, outdated, body }) =>
    body.claims.flatMap(({ claim, stage, modality, earliest, latest }): StageClaim[] => {
      if (stage === null || (newer !== null && said.has(`${newer} ${stage}`))) return [];
      // A row of a list says of its person what it says now: what it was put right from was a slip, and no doubt.
      const isPutRight = newer !== null && own.has(newer) && outdated?.endsWith(OF_LIST) === true;
      if (isPutRight) return [];
      const told = { claim, document, stage, modality, earliest, latest, reported: published };
      return [newer === null ? told : { ...told, isWithdrawn: true, newer }];
    }),
  );
}

/** The name of each script that most documents use; of several the one of most words, then the shortest, so that no order of arrival shows. */
function namesOf(mentions: readonly StoredMention[]): {
  readonly latin: string | null;
  readonly persian: string | null;
} {
  const commonest = (names: readonly (string | null)[]): string | null => {
    const counts = new Map<string, number>();
    for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    // Old programs write Arabic letters for Persian ones: the same name, of which the usual spelling is shown.
    for (const [name, count] of counts) {
      const usual = name.replaceAll("ي", "ی").replaceAll("ك", "ک");
      if (usual === name || !counts.has(usual)) continue;
      counts.set(usual, (counts.get(usual) ?? 0) + count);
      counts.delete(name);
    }
    const sorted = [...counts].sort(
      ([a, timesA], [b, timesB]) =>
        timesB - timesA || countWords(b) - countWords(a) || a.length - b.length || (a < b ? -1 : 1),
    );
    return sorted[0]?.[0] ?? null;
  };
  return {
    latin: commonest(mentions.map(({ body }) => (body.written ?? body.record).name)),
    persian: commonest(mentions.map(({ body }) => (body.written ?? body.record).nameFa)),
  };
}

function countWords(name: string): number {
  return name.split(" ").length;
}

function isDay(day: string | null): day is string {
  return day !== null;
}
