/**
 * The story of `sanad reread`: documents that another version of the reader read are read again. Claims keep their ids
 * where their words are the same, and with them what people decided.
 * Never: takes the place of a reading that was not looked at: what a person put right or decided meanwhile is read again by that.
 */
import { canonicalJson, type Json } from "../../base/canonicalJson.ts";
import { appendAsSeen } from "../../ledger/append.ts";
import type { Archive } from "../../ledger/archive.ts";
import type { NewEntry, ReadingMade } from "../../ledger/entryKinds.ts";
import { makeId } from "../../ledger/ids.ts";
import { readCapture, readReading } from "../../ledger/readEntry.ts";
import { type LookedAt, stillAsRead } from "../../ledger/stillAsRead.ts";
import {
  claimsOf,
  listDocuments,
  readSize,
  showDocument,
  type ShownDocument,
} from "../../ledger/views.ts";
import type { Claim } from "../../model/claim.ts";
import type { Document, Found } from "../../model/document.ts";
import { readClaimsTogether } from "../../read/readClaims.ts";
import { loadPacks } from "../loadPacks.ts";
import { groupsOf } from "../readingGroups.ts";
import { OF_LIST } from "../../ledger/ofList.ts";
import { bindClaims } from "./bindClaims.ts";
import type { Session } from "./session.ts";

/** What a new reading changes in a document. */
export type Reread = {
  readonly document: string;
  readonly kept: number;
  /** Words of claims that are gone, and of those that have come. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
  /** Claims that somebody decided on and that no new claim safely stands for. */
  readonly orphaned: readonly string[];
  /** It changed each time it was read again, so that nothing of this was entered. */
  readonly isLeft: boolean;
};

export type RereadOptions = {
  readonly reader: string;
  /** Also what this version read already. */
  readonly isAll: boolean;
  readonly isDry: boolean;
  readonly now: () => string;
  /** Of what this version read only what is an entry before this one: what is behind it was read again already. */
  readonly before?: number;
  /** Told how many documents were looked at. */
  readonly step?: (done: number) => void;
};

const TOGETHER = 32;

/** A document that changes while it is read again is read so often at most. */
const ROUNDS = 4;

/** Reads again; yields what changes in each document that changes, as soon as it is entered. */
export async function* rereadArchive(
  session: Session,
  options: RereadOptions,
): AsyncGenerator<Reread> {
  const before = options.before ?? (await readSize(session.archive));
  let only: readonly string[] | null = null;
  for (let round = 1; round <= ROUNDS; round++) {
    const moved: NewReading[] = [];
    yield* readOnce(session, { ...options, before, only }, moved);
    if (moved.length === 0) return;
    if (round === ROUNDS) for (const { change } of moved) yield { ...change, isLeft: true };
    only = moved.map(({ document }) => document);
  }
}

/** A reading to be entered, what it was made of, and what it changes. */
type NewReading = LookedAt & {
  readonly entry: NewEntry;
  readonly isSame: boolean;
  readonly change: Reread;
};

type Round = RereadOptions & {
  readonly before: number;
  /** The documents to be read; null: all. */
  readonly only: readonly string[] | null;
};

/** Reads each document once; what moved on before its reading could be entered is put into `moved`. */
async function* readOnce(
  session: Session,
  options: Round,
  moved: NewReading[],
): AsyncGenerator<Reread> {
  const { archive, actor } = session;
  const { reader, isDry, now } = options;
  let waiting: NewReading[] = [];
  const enter = async (): Promise<readonly Reread[]> => {
    const made = waiting;
    waiting = [];
    const still = await enterReadings(archive, made, now());
    moved.push(...made.filter(({ document }) => !still.has(document)));
    return made.flatMap(({ document, isSame, change }) =>
      isSame || !still.has(document) ? [] : [change],
    );
  };
  for await (const group of groupsOf(dueDocuments(session, options), lengthOf)) {
    const documents = await Promise.all(
      group.map(({ document, entered }) => thaw(archive, document.record, entered)),
    );
    const readings = readClaimsTogether(documents, loadPacks().packs);
    for (const [at, due] of group.entries()) {
      const { document, entered } = due;
      const { document: id, record, valid_from: reading } = document;
      const claims = readings[at]?.claims ?? [];
      // First: what is decided behind it is seen before the reading is entered.
      const size = await readSize(archive);
      const made = await compareReadings(archive, id, entered.claims, claims);
      const { isSame, change } = made;
      if (!isDry && !(isSame && document.reader === reader)) {
        const body = { ...entered, reader, claims: made.claims };
        const entry: NewEntry = { kind: "reading-made", record, by: actor, body };
        waiting.push({ document: id, reading, size, entry, isSame, change });
        if (waiting.length === TOGETHER) yield* await enter();
      } else if (!isSame) yield change;
    }
  }
  yield* await enter();
}

/** Enters readings of documents that stand as they were looked at; answers with these documents. */
async function enterReadings(
  archive: Archive,
  made: readonly NewReading[],
  at: string,
): Promise<ReadonlySet<string>> {
  let still: ReadonlySet<string> = new Set();
  if (made.length === 0) return still;
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    still = await stillAsRead(seen, made);
    return made.flatMap(({ document, entry }) => (still.has(document) ? [entry] : []));
  };
  await appendAsSeen(archive, look, { at });
  return still;
}

/** A document to be read again, and its reading as it was entered. */
type Due = { readonly document: ShownDocument; readonly entered: ReadingMade };

async function* dueDocuments(
  { archive }: Session,
  { reader, isAll, before, only, step = () => undefined }: Round,
): AsyncGenerator<Due> {
  let looked = 0;
  for await (const document of only === null
    ? listDocuments(archive)
    : documentsNamed(archive, only)) {
    if (only === null) step((looked += 1));
    if (document.reader === reader && (!isAll || document.valid_from >= before)) continue;
    // What its columns say was read by them, not by its words.
    if (document.reader.endsWith(OF_LIST)) continue;
    // What was entered, not what a view shows of it: only entries are checked by verify.
    const { body } = await readReading(archive, document.valid_from, document.document);
    yield { document, entered: body };
  }
}

/** Those of them that were not erased. */
async function* documentsNamed(
  archive: Archive,
  ids: readonly string[],
): AsyncGenerator<ShownDocument> {
  for (const id of ids) {
    const document = await showDocument(archive, id);
    if (document !== null) yield document;
  }
}

function lengthOf({ entered }: Due): number {
  return entered.text.length;
}

/** What a new reading changes: claims keep the ids that they had where they say the same. */
export async function compareReadings(
  archive: Archive,
  document: string,
  before: readonly Claim[],
  claims: readonly Claim[],
): Promise<{
  readonly claims: readonly Claim[];
  readonly isSame: boolean;
  readonly change: Reread;
}> {
  const bound = bindClaims(before, claims, () => makeId("c"));
  const wordsById = new Map(
    [...before, ...bound.claims].map((claim) => [claim.id, `${claim.kind}: ${claim.span.quote}`]),
  );
  const words = (ids: readonly string[]): string[] => ids.map((id) => wordsById.get(id) ?? id);
  const shown = await claimsOf(archive, document);
  const decided = new Set(
    shown.filter(({ status }) => status !== "proposed").map(({ claim }) => claim),
  );
  const [first] = before;
  const own = bound.claims.map((claim) => {
    const { publisher, published } = claim.document;
    const about = { ...(first?.document ?? claim.document), id: document, publisher, published };
    return { ...claim, document: about };
  });
  return {
    claims: own,
    isSame: canonicalJson(own as unknown as Json) === canonicalJson(before as unknown as Json),
    change: {
      document,
      kept: own.length - bound.come.length,
      gone: words(bound.gone),
      come: words(bound.come),
      orphaned: bound.gone.filter((id) => decided.has(id)),
      isLeft: false,
    },
  };
}

/** The document as it was frozen. */
export async function thaw(
  archive: Archive,
  record: string,
  entered: ReadingMade,
): Promise<Document> {
  const [first] = entered.claims;
  const sha256 =
    first?.document.sha256 ?? (await readCapture(archive, record))?.entry.body.sha256 ?? "";
  return {
    id: entered.document,
    path: entered.path,
    sha256,
    text: entered.text,
    title: found(entered.title),
    author: null,
    publisher: found(entered.publisher),
    published: found(entered.published),
    language: found(entered.language),
    url: entered.url,
    notes: [],
  };
}

function found(value: string | null): Found<string> | null {
  return value === null ? null : { value, by: "archive" };
}
