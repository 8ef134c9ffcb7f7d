/**
 * The story of `sanad reread`: documents that another version of the reader read are read again. Claims keep their ids
 * where their words are the same, and with them what people decided; what changed is told before anything is entered.
 */
import { canonicalJson, type Json } from "../../base/canonicalJson.ts";
import { appendEntries } from "../../ledger/append.ts";
import type { NewEntry, ReadingMade } from "../../ledger/entryKinds.ts";
import { makeId } from "../../ledger/ids.ts";
import { readReading } from "../../ledger/readEntry.ts";
import { claimsOf, listDocuments } from "../../ledger/views.ts";
import type { Document, Found } from "../../model/document.ts";
import { readClaims } from "../../read/readClaims.ts";
import { loadPacks } from "../loadPacks.ts";
import { OF_LIST } from "./ofList.ts";
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
  { archive, actor }: Session,
  { reader, isAll, isDry, now, before: end = Infinity, step = () => undefined }: RereadOptions,
): AsyncGenerator<Reread> {
  let waiting: NewEntry[] = [];
  const enter = async (): Promise<void> => {
    await appendEntries(archive, waiting, { at: now(), expected: null });
    waiting = [];
  };
  let looked = 0;
  for await (const document of listDocuments(archive)) {
    step((looked += 1));
    if ((document.reader === reader && !isAll) || document.valid_from >= end) continue;
    // What its columns say was read by them, not by its words.
    if (document.reader.endsWith(OF_LIST)) continue;
    // What was entered, not what a view shows of it: only entries are checked by verify.
    const { body: entered } = await readReading(archive, document.valid_from, document.document);
    const before = entered.claims;
    const { claims } = readClaims(thaw(entered), loadPacks().packs);
    const bound = bindClaims(before, claims, () => makeId("c"));
    const wordsById = new Map(
      [...before, ...bound.claims].map((claim) => [claim.id, `${claim.kind}: ${claim.span.quote}`]),
    );
    const words = (ids: readonly string[]): string[] => ids.map((id) => wordsById.get(id) ?? id);
    const shown = await claimsOf(archive, document.document);
    const decided = new Set(
      shown.filter(({ status }) => status !== "proposed").map(({ claim }) => claim),
    );
    const [first] = before;
    const own = bound.claims.map((claim) => ({
      ...claim,
      document: first?.document ?? { ...claim.document, id: document.document },
    }));
    const isSame =
      canonicalJson(own as unknown as Json) === canonicalJson(before as unknown as Json);
    if (!isDry && !(isSame && document.reader === reader)) {
      waiting.push({
        kind: "reading-made",
        record: document.record,
        by: actor,
        body: { ...entered, reader, claims: own },
      });
      if (waiting.length === TOGETHER) await enter();
    }
    if (isSame) continue;
    yield {
      document: document.document,
      kept: own.length - bound.come.length,
      gone: words(bound.gone),
      come: words(bound.come),
      orphaned: bound.gone.filter((id) => decided.has(id)),
    };
  }
  await enter();
}

/** The document as it was frozen. */
function thaw(entered: ReadingMade): Document {
  return {
    id: entered.document,
    path: entered.path,
    sha256: "",
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
