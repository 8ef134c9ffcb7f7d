/**
 * The story of `sanad add`: bytes are captured, their text is frozen and read, and all of it is entered, a few reports
 * at a time. What is acknowledged is in the ledger; what was interrupted is done again and entered once.
 */
import { resolve } from "node:path";
import { sha256 } from "../../base/digest.ts";
import { Failure } from "../../base/failure.ts";
import { appendEntries } from "../../ledger/append.ts";
import { type Archive, wrapRecordKey } from "../../ledger/archive.ts";
import { writeBlob } from "../../ledger/blobs.ts";
import {
  type Capture,
  type Captured,
  findCaptured,
  rememberCaptures,
} from "../../ledger/captures.ts";
import { codeOf, databaseFailure } from "../../ledger/database.ts";
import type { NewEntry } from "../../ledger/entryKinds.ts";
import { makeId } from "../../ledger/ids.ts";
import type { Claim } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import type { ListKind } from "../../lists/rowReport.ts";
import { readClaims } from "../../read/readClaims.ts";
import { renamed } from "./bindClaims.ts";
import { type ListFile, type ListHints, readListFile } from "../lists/readListFile.ts";
import { type ListReport, readListReports } from "../lists/readListReports.ts";
import { loadPacks } from "../loadPacks.ts";
import type { Config } from "../readConfig.ts";
import { readDocuments } from "../readDocuments.ts";
import type { InputHints } from "../readFiles.ts";

/** What became of one report. */
export type AddOutcome =
  | {
      readonly kind: "added";
      readonly path: string;
      readonly document: string;
      readonly claims: number;
      readonly version: VersionChange | null;
    }
  | { readonly kind: "same"; readonly path: string; readonly document: string }
  | { readonly kind: "failure"; readonly path: string; readonly failure: Failure };

/** What a new version of a page says that the one before did not, and the other way round. */
export type VersionChange = {
  readonly previous: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
};

export type AddOptions = {
  readonly by: string;
  /** The clock, handed in. */
  readonly now: () => string;
  /** Name and version of the reader. */
  readonly reader: string;
  /** The files are lists of people, whose rows say this of them. */
  readonly list?: ListToAdd | null;
};

/** A list, and what a person says about it. */
export type ListToAdd = {
  readonly kind: ListKind;
  readonly hints: ListHints;
  /** Told of each list that was read, before its rows are entered. */
  readonly onList: (list: ListFile) => void;
};

/** Reports entered in one transaction. */
const TOGETHER = 32;

/** Adds every report of files, folders or standard input. */
export async function* addReports(
  archive: Archive,
  paths: readonly string[],
  hints: InputHints,
  config: Config,
  stdin: AsyncIterable<Uint8Array>,
  options: AddOptions,
): AsyncGenerator<AddOutcome> {
  const waiting: Report[] = [];
  const { list = null } = options;
  const inputs =
    list === null
      ? readDocuments(paths, hints, config, stdin)
      : readLists(paths, list, hints, stdin);
  for await (const input of inputs) {
    if (input.kind === "failure") {
      yield input;
      continue;
    }
    waiting.push({ ...input, document: storable(input.document) });
    if (waiting.length === TOGETHER) yield* await enterReports(archive, waiting.splice(0), options);
  }
  yield* await enterReports(archive, waiting, options);
}

/** What a database cannot hold as text, a NUL or half a letter, becomes the mark for it; offsets stay. */
function storable(document: Document): Document {
  const clean = (text: string): string => text.replaceAll(UNSTORABLE, "\uFFFD");
  const found = (value: Document["title"]): Document["title"] =>
    value === null ? null : { ...value, value: clean(value.value) };
  return {
    ...document,
    text: clean(document.text),
    title: found(document.title),
    publisher: found(document.publisher),
    url: document.url === null ? null : clean(document.url),
  };
}

const UNSTORABLE = /\u0000|\p{Surrogate}/gu;

type Report = {
  readonly path: string;
  readonly document: Document;
  readonly bytes: Uint8Array;
  /** Of a row of a list: its claims, which no text tells, and what it is a version of. */
  readonly claims?: readonly Claim[];
  readonly page?: string;
};

/** The rows of lists; a list that cannot be read stops no other. */
async function* readLists(
  paths: readonly string[],
  { kind, hints, onList }: ListToAdd,
  about: InputHints,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<
  (ListReport & { readonly kind: "document" }) | Extract<AddOutcome, { readonly kind: "failure" }>
> {
  for (const path of paths) {
    try {
      const list = await readListFile(path, { ...hints, keepsCells: true }, stdin);
      onList(list);
      for (const report of readListReports(list, kind, about))
        yield { ...report, kind: "document" as const };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      yield { kind: "failure", path, failure: error };
    }
  }
}

/** Enters reports; where another program entered one of them meanwhile, looks again. */
async function enterReports(
  archive: Archive,
  reports: readonly Report[],
  options: AddOptions,
): Promise<readonly AddOutcome[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await tryEnter(archive, reports, options);
    } catch (error) {
      if (codeOf(error) === UNIQUE_VIOLATION && tries < MOST_TRIES) continue;
      if (error instanceof Failure || databaseFailure(error) !== null) throw error;
      const [only] = reports;
      if (reports.length === 1 && only !== undefined) return [refused(only, error)];
      break;
    }
  }
  // One of them cannot be entered; the others must not wait for it.
  const outcomes: AddOutcome[] = [];
  for (const report of reports) outcomes.push(...(await enterReports(archive, [report], options)));
  return outcomes;
}

/** So many other programs may enter the same reports at once. */
const MOST_TRIES = 20;

function refused({ path }: Report, cause: unknown): AddOutcome {
  const message = `${path}: The report could not be entered; please report it as a fault of Sanad`;
  return { kind: "failure", path, failure: new Failure("input-refused", message, { cause }) };
}

const UNIQUE_VIOLATION = "23505";

async function tryEnter(
  archive: Archive,
  reports: readonly Report[],
  options: AddOptions,
): Promise<readonly AddOutcome[]> {
  const known = await findCaptured(archive, reports.map(captureOf));
  const seen = new Map<string, string>();
  const fresh: { report: Report; made: Made }[] = [];
  const outcomes: AddOutcome[] = [];
  for (const [at, report] of reports.entries()) {
    const { document: before, page } = known[at] ?? { document: null, page: null };
    const digest = sha256(report.bytes);
    const same = before ?? seen.get(digest);
    if (same !== undefined && same !== null) {
      outcomes.push({ kind: "same", path: report.path, document: same });
      continue;
    }
    const made = makeEntries(archive, report, page, options);
    seen.set(digest, made.document);
    fresh.push({ report, made });
    outcomes.push({
      kind: "added",
      path: report.path,
      document: made.document,
      claims: made.claims.length,
      version: page === null ? null : compareVersions(page, made.claims),
    });
  }
  await appendEntries(
    archive,
    fresh.flatMap(({ made }) => made.entries),
    {
      at: options.now(),
      expected: null,
      keys: new Map(fresh.map(({ made }) => [made.record, made.key])),
      beside: (one, entries) => {
        const indexByRecord = new Map(entries.map(({ record, index }) => [record, index]));
        const remembered = fresh.map(({ report, made }) => ({
          capture: captureOf(report),
          record: made.record,
          blob: made.blob,
          bytes: made.bytes,
          index: indexByRecord.get(made.record) ?? 0,
        }));
        return rememberCaptures(one, archive, remembered);
      },
    },
  );
  return outcomes;
}

type Made = {
  readonly record: string;
  readonly document: string;
  readonly blob: string;
  readonly bytes: number;
  readonly claims: readonly Claim[];
  readonly entries: readonly NewEntry[];
  readonly key: ReturnType<typeof wrapRecordKey>;
};

/** Writes the evidence, reads the text, and makes the two entries of a report. */
function makeEntries(
  archive: Archive,
  { path, document, bytes, claims: told }: Report,
  page: Captured["page"],
  options: AddOptions,
): Made {
  const record = makeId("r");
  const id = makeId("d");
  const key = wrapRecordKey(archive, record, "searchable");
  const blob = writeBlob(archive.folder, key.key, bytes);
  const claims = nameClaims(told ?? readClaims(document, loadPacks().packs).claims, id);
  const at = options.now();
  const shared = { document: id, previous: page?.document ?? null, path, capturedAt: at };
  const captured: NewEntry = {
    kind: "document-captured",
    record,
    by: options.by,
    body: {
      ...shared,
      sha256: sha256(bytes),
      bytes: bytes.length,
      blob,
      how: path === "-" ? "standard input" : "file",
    },
  };
  const reading: NewEntry = {
    kind: "reading-made",
    record,
    by: options.by,
    body: {
      ...shared,
      reader: told === undefined ? options.reader : `${options.reader}${OF_LIST}`,
      title: document.title?.value ?? null,
      publisher: document.publisher?.value ?? null,
      published: document.published?.value ?? null,
      language: document.language?.value ?? null,
      url: document.url,
      text: document.text,
      claims,
    },
  };
  return {
    record,
    document: id,
    blob,
    bytes: bytes.length,
    claims,
    entries: [captured, reading],
    key,
  };
}

/** Behind the reader's name where a list's columns were read, not its words: no reader of words reads that again. */
export const OF_LIST = " (list)";

/** The reader's ids tell of the bytes; those of the archive are random and stay with a claim. */
function nameClaims(claims: readonly Claim[], document: string): readonly Claim[] {
  const names = new Map(claims.map(({ id }) => [id, makeId("c")]));
  return claims.map((claim) => ({
    ...renamed(claim, names.get(claim.id) ?? claim.id, names),
    document: { ...claim.document, id: document },
  }));
}

function captureOf({ path, document, bytes, page }: Report): Capture {
  if (page !== undefined) return { digest: sha256(bytes), page };
  const file = path === "-" ? null : resolve(path);
  const line = file?.endsWith(".jsonl") === true ? `#${document.id}` : "";
  return { digest: sha256(bytes), page: document.url ?? (file === null ? null : `${file}${line}`) };
}

function compareVersions(
  page: NonNullable<Captured["page"]>,
  claims: readonly Claim[],
): VersionChange {
  const saying = (kind: string, quote: string): string => `${kind}: ${quote}`;
  const before = new Set(page.claims.map(({ kind, quote }) => saying(kind, quote)));
  const now = new Set(claims.map(({ kind, span }) => saying(kind, span.quote)));
  return {
    previous: page.document,
    gone: [...before].filter((words) => !now.has(words)),
    come: [...now].filter((words) => !before.has(words)),
  };
}
