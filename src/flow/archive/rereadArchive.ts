/**
 * The story of `sanad reread`: documents that another version of the reader read are read again. Claims keep their ids
 * where their words are the same, and with them what people decided; what changed is told before anything is entered.
 */
import { canonicalJson, type Json } from "../../base/canonicalJson.ts";
import { appendEntries } from "../../ledger/append.ts";
import type { Archive } from "../../ledger/archive.ts";
import type { NewEntry, ReadingMade } from "../../ledger/entryKinds.ts";
import { makeId } from "../../ledger/ids.ts";
import { readCapture, readReading } from "../../ledger/readEntry.ts";
import { claimsOf, listDocuments, type ShownDocument } from "../../ledger/views.ts";
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
};

export type RereadOptions = {
  readonly reader: string;
  /** Also what this version read already. */
  readonly isAll: boolean;
  readonly isDry: boolean;
  readonly now: () => string;
  /** Only documents whose reading is an entry before this one: those behind it were read again already. */
  readonly before?: number;
  /** Told how many documents were looked at. */
  readonly step?: (done: number) => void;
};

const TOGETHER = 32;

/** Reads again; yields what changes in each document that changes. */
export async function* rereadArchive(
  session: Session,
  options: RereadOptions,
): AsyncGenerator<Reread> {
  const { archive, actor } = session;
  const { reader, isDry, now } = options;
  let waiting: NewEntry[] = [];
  const enter = async (): Promise<void> => {
    await appendEntries(archive, waiting, { at: now(), expected: null });
    waiting = [];
  };
  for await (const group of groupsOf(dueDocuments(session, options), lengthOf)) {
    const documents = await Promise.all(
      group.map(({ document, entered }) => thaw(archive, document.record, entered)),
    );
    const readings = readClaimsTogether(documents, loadPacks().packs);
    for (const [at, due] of group.entries()) {
      const { document, entered } = due;
      const now = readings[at]?.claims ?? [];
      const made = await compareReadings(archive, document.document, entered.claims, now);
      if (!isDry && !(made.isSame && document.reader === reader)) {
        waiting.push({
          kind: "reading-made",
          record: document.record,
          by: actor,
          body: { ...entered, reader, claims: made.claims },
        });
        if (waiting.length === TOGETHER) await enter();
      }
      if (!made.isSame) yield made.change;
    }
  }
  await enter();
}

/** A document to be read again, and its reading as it was entered. */
type Due = { readonly document: ShownDocument; readonly entered: ReadingMade };

async function* dueDocuments(
  { archive }: Session,
  { reader, isAll, before = Infinity, step = () => undefined }: RereadOptions,
): AsyncGenerator<Due> {
  let looked = 0;
  for await (const document of listDocuments(archive)) {
    step((looked += 1));
    if ((document.reader === reader && !isAll) || document.valid_from >= before) continue;
    // What its columns say was read by them, not by its words.
    if (document.reader.endsWith(OF_LIST)) continue;
    // What was entered, not what a view shows of it: only entries are checked by verify.
    const { body } = await readReading(archive, document.valid_from, document.document);
    yield { document, entered: body };
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
