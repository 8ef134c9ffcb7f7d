/** Reports that are read become entries: known bytes are passed over, evidence is written first, one transaction a batch. */
import { resolve } from "node:path";
import { sha256 } from "../../base/digest.ts";
import { Failure } from "../../base/failure.ts";
import { systemFailure } from "../../base/systemFailure.ts";
import { type AppendOptions, appendEntries } from "../../ledger/append.ts";
import { type Archive, wrapRecordKey } from "../../ledger/archive.ts";
import { writeBlob } from "../../ledger/blobs.ts";
import {
  type Capture,
  type Captured,
  findCaptured,
  readParticulars,
  rememberCaptures,
} from "../../ledger/captures.ts";
import { codeOf, databaseFailure } from "../../ledger/database.ts";
import type { Likeness, NewEntry } from "../../ledger/entryKinds.ts";
import { makeId } from "../../ledger/ids.ts";
import { readSize } from "../../ledger/views.ts";
import type { Claim } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import type { ListKind } from "../../lists/rowReport.ts";
import type { TallyList } from "../../lists/tallyReport.ts";
import type { ListFile, ListHints } from "../lists/readListFile.ts";
import { compareVersions, type VersionChange } from "./compareVersions.ts";
import type { CopyFinder } from "./findCopies.ts";
import { OF_LIST } from "../../ledger/ofList.ts";
import type { ReadingPool } from "./readingPool.ts";
import { asGiven, type ReadText } from "./readOne.ts";

/** What became of one report. */
export type AddOutcome =
  | {
      readonly kind: "added";
      readonly path: string;
      /** The line of a .jsonl, from 1. */
      readonly line?: number;
      readonly document: string;
      readonly claims: number;
      /** A row of a list that tells of something else than the list is of, or leaves it in doubt: it counts nowhere. */
      readonly isUncounted: boolean;
      readonly version: VersionChange | null;
      /** The report that it is a copy of, and the share that they hold together. */
      readonly copy: { readonly document: string; readonly share: number } | null;
    }
  | {
      readonly kind: "same";
      readonly path: string;
      readonly line?: number;
      readonly document: string;
      /** What was said about the report this time and stands otherwise: it was not taken. */
      readonly notTaken: readonly NotTaken[];
    }
  | { readonly kind: "failure"; readonly path: string; readonly failure: Failure };

/** Something that was given for a report that is there already, and what stands there; null is unknown. */
type NotTaken = {
  readonly field: "publisher" | "published";
  readonly given: string;
  readonly stands: string | null;
};

export type AddOptions = {
  readonly by: string;
  /** The clock, handed in. */
  readonly now: () => string;
  /** Name and version of the reader. */
  readonly reader: string;
  /** The files are lists: of people, whose rows say this of them, or of what is counted. */
  readonly list?: ListToAdd | null;
  /** Somebody said that what looks like a testimony is a report all the same. */
  readonly takesForms?: boolean;
};

/** A list, and what a person says about it. */
export type ListToAdd = {
  readonly kind: ListKind | TallyList;
  readonly hints: ListHints;
  /** Only these rows, by their numbers, without the file, which holds the others too; all where nothing is said. */
  readonly rows?: ReadonlySet<number>;
  /** Told of each list that was read, before its rows are entered. */
  readonly onList: (list: ListFile) => void | Promise<void>;
  /** Told whose a list is taken for, where nobody said and it was added before. */
  readonly onOwner?: (path: string, publisher: string) => void;
};

/** A report that came in. */
export type Report = {
  readonly path: string;
  /** The line of a .jsonl. */
  readonly line?: number;
  readonly document: Document;
  readonly bytes: Uint8Array;
  readonly capture: Capture;
  /** Of a row of a list: its claims, which no text tells, and what it is a version of. */
  readonly claims?: readonly Claim[];
  readonly page?: string | null;
  /** Of a list, its rows, and a page that says again what it said before: what they are recognised by, beside their bytes. */
  readonly recognised?: string;
};

/** What reports are read and compared with; one for a run. */
export type Means = {
  readonly archive: Archive;
  readonly options: AddOptions;
  readonly pool: ReadingPool;
  readonly copies: CopyFinder;
};

/** A report that is not known yet: read, and its evidence on the disk under the key of its record. */
type Prepared = {
  readonly record: string;
  readonly document: string;
  readonly key: ReturnType<typeof wrapRecordKey>;
  readonly blob: string;
  readonly read: ReadText;
};

/** What became of the making ready of one report. */
type Ready = { readonly report: Report } & (
  | { readonly made: Prepared }
  | { readonly same: true }
  | { readonly error: unknown }
);

/** Reads what is not known yet, and writes its evidence. Nothing of it is in the ledger after that. */
export async function prepare(
  { archive, pool }: Means,
  reports: readonly Report[],
): Promise<readonly Ready[]> {
  const known = await findCaptured(
    archive,
    reports.map(({ capture }) => capture),
  );
  const seen = new Set<string>();
  return Promise.all(
    reports.map(async (report, at): Promise<Ready> => {
      const { digest } = report.capture;
      if (known[at]?.document != null || seen.has(digest)) return { report, same: true };
      seen.add(digest);
      const taken = asReturned(report, known[at]?.returned ?? null);
      const record = makeId("r");
      const document = makeId("d");
      const key = wrapRecordKey(archive, record, "searchable");
      const writing = writeBlob(archive.blobs, key.key, report.bytes);
      try {
        const [read, blob] = await Promise.all([
          report.claims === undefined
            ? pool.read({ document: report.document, id: document })
            : asGiven({ document: report.document, id: document }, report.claims),
          writing,
        ]);
        const { claims } = read.written.columns;
        if (claims <= MOST_CLAIMS)
          return { report: taken, made: { record, document, key, blob, read } };
        await archive.blobs.remove(blob);
        return { report, error: tooMany(claims) };
      } catch (error) {
        if (error instanceof Failure) throw error;
        // No entry will tell of it.
        await writing.then(async (blob) => archive.blobs.remove(blob)).catch(() => undefined);
        return { report, error };
      }
    }),
  );
}

/** Places of claims in a report are numbers of two bytes. */
const MOST_CLAIMS = 32_767;

function tooMany(claims: number): Failure {
  return new Failure(
    "input-refused",
    `The report has ${claims} claims, and one may have ${MOST_CLAIMS}; part it and add the parts`,
  );
}

/** A page that says again what it said before, and something else between: a version of its own. */
function asReturned(report: Report, returned: string | null): Report {
  if (returned === null) return report;
  return { ...report, capture: { ...report.capture, digest: returned }, recognised: returned };
}

/** Enters reports; where another program entered one of them meanwhile, looks again. */
export async function enter(means: Means, ready: readonly Ready[]): Promise<readonly AddOutcome[]> {
  for (let tries = 1; ; tries++) {
    // What others enter between the look at copies and the entering would be missed; the last try takes that.
    const size = tries < MOST_TRIES ? await readSize(means.archive) : null;
    try {
      return await tryEnter(means, ready, size);
    } catch (error) {
      if (codeOf(error) === UNIQUE_VIOLATION && tries < MOST_TRIES) continue;
      if (size !== null && isConflict(error) && (await readSize(means.archive)) !== size) continue;
      if (error instanceof Failure || databaseFailure(error) !== null) throw error;
      const [only] = ready;
      if (ready.length === 1 && only !== undefined) return [refused(only.report, error)];
      break;
    }
  }
  // One of them cannot be entered; the others must not wait for it.
  const outcomes: AddOutcome[] = [];
  for (const one of ready) outcomes.push(...(await enter(means, [one])));
  return outcomes;
}

/** So many other programs may enter the same reports at once. */
const MOST_TRIES = 20;
const UNIQUE_VIOLATION = "23505";

function refused({ path: file, line }: Report, cause: unknown): AddOutcome {
  const path = line === undefined ? file : `${file}, line ${line}`;
  const known = cause instanceof Failure ? cause : systemFailure(cause);
  if (known !== null) {
    const failure = new Failure(known.code, `${path}: ${known.message}`, { cause });
    return { kind: "failure", path, failure };
  }
  const why = causeOf(cause);
  const message =
    why === ""
      ? `${path}: The report could not be entered; please report it as a fault of Sanad`
      : `${path}: The report could not be entered (${why}); please report it as a fault of Sanad`;
  return { kind: "failure", path, failure: new Failure("input-refused", message, { cause }) };
}

/** The kind of a fault alone: its message may quote the report. */
function causeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const code = codeOf(cause);
  if (code !== "") return code;
  return /^[A-Z]\w*Error(?=:)/.exec(cause.message)?.[0] ?? cause.name;
}

function isConflict(error: unknown): boolean {
  return error instanceof Failure && error.code === "conflict";
}

/** Enters reports in a ledger of this size, or of any. */
async function tryEnter(
  means: Means,
  ready: readonly Ready[],
  expected: number | null,
): Promise<readonly AddOutcome[]> {
  const { archive, options, copies } = means;
  const known = await findCaptured(
    archive,
    ready.map(({ report }) => report.capture),
  );
  const fresh = ready.flatMap((one, at): readonly Fresh[] => {
    if (!("made" in one) || known[at]?.document != null) return [];
    return [{ ...one, page: known[at]?.page ?? null }];
  });
  const likeness = await copies.find(
    archive,
    fresh.map(({ made: { read, document } }) => ({ runs: read.runs, bands: read.bands, document })),
  );
  await append(
    archive,
    { at: options.now(), expected },
    fresh.map((one, at) => ({ ...one, entries: makeEntries(one, likeness[at], options) })),
  );
  // Another program was first: nothing will ever open what this one had sealed.
  for (const [at, one] of ready.entries())
    if ("made" in one && known[at]?.document != null) await archive.blobs.remove(one.made.blob);
  const byDigest = new Map(fresh.map(({ report, made }) => [report.capture.digest, made.document]));
  const copyById = new Map(
    fresh.map(({ made }, at) => [made.document, likeness[at]?.copy ?? null]),
  );
  const outcomes = ready.map((one, at): AddOutcome | null => {
    const { path: file, line, capture } = one.report;
    const path = { path: file, ...(line === undefined ? {} : { line }) };
    if ("error" in one) return refused(one.report, one.error);
    const before = known[at]?.document ?? null;
    if (before !== null) return { kind: "same", ...path, document: before, notTaken: [] };
    const twin = byDigest.get(capture.digest);
    // Another program entered another version of its page meanwhile: it is no longer what the page says.
    if (!("made" in one) && known[at]?.returned != null) return null;
    if (!("made" in one))
      return twin === undefined
        ? // The first of two alike could not be read, or what was known was erased meanwhile.
          refused(one.report, null)
        : { kind: "same", ...path, document: twin, notTaken: [] };
    const page = known[at]?.page ?? null;
    const { document } = one.made;
    const { written } = one.made.read;
    const copy = copyById.get(document) ?? null;
    return {
      kind: "added",
      ...path,
      document,
      claims: written.columns.claims,
      isUncounted: tellsOtherwise(one.report.claims ?? []),
      version:
        page === null ? null : compareVersions(page.document, page.claims, claimsOf(one.made)),
      copy: copy === null ? null : { document: copy.document, share: copy.share },
    };
  });
  const late = ready.filter((_, at) => outcomes[at] === null).map(({ report }) => report);
  const taken = late.length === 0 ? [] : await enter(means, await prepare(means, late));
  const outcomeOf = new Map(late.map((report, at) => [report, taken[at]]));
  return withNotTaken(
    archive,
    ready.map(({ report }) => report),
    ready.map(({ report }, at) => outcomes[at] ?? outcomeOf.get(report) ?? refused(report, null)),
  );
}

/** Says of reports that are there already what was given for them and stands otherwise. */
async function withNotTaken(
  archive: Archive,
  reports: readonly Report[],
  outcomes: readonly AddOutcome[],
): Promise<readonly AddOutcome[]> {
  const asked = outcomes.flatMap((outcome, at) => {
    const given = givenFor(reports[at]);
    return outcome.kind === "same" && given.length > 0 ? [outcome.document] : [];
  });
  if (asked.length === 0) return outcomes;
  const stands = await readParticulars(archive, asked);
  return outcomes.map((outcome, at) => {
    const own = outcome.kind === "same" ? stands.get(outcome.document) : undefined;
    if (outcome.kind !== "same" || own === undefined) return outcome;
    const notTaken = givenFor(reports[at]).flatMap(({ field, given }) =>
      own[field] === given ? [] : [{ field, given, stands: own[field] }],
    );
    return { ...outcome, notTaken };
  });
}

/** What a person said of a report, on the command line. */
function givenFor(report: Report | undefined): readonly Omit<NotTaken, "stands">[] {
  // Rows of a list stand for whose the list is; each of them would say it again.
  if (report === undefined || report.claims !== undefined) return [];
  return (["publisher", "published"] as const).flatMap((field) => {
    const value = report.document[field];
    return value?.by === "given" ? [{ field, given: value.value }] : [];
  });
}

/** A report that is entered. */
type Fresh = {
  readonly report: Report;
  readonly made: Prepared;
  readonly page: Captured["page"];
};

/** The claims of a report under the names that they keep; as objects, those of hundreds of reports are what is collected most. */
function claimsOf({ read: { written } }: Prepared): readonly Claim[] {
  return JSON.parse(written.claims) as readonly Claim[];
}

async function append(
  archive: Archive,
  when: Pick<AppendOptions, "at" | "expected">,
  fresh: readonly (Fresh & { readonly entries: readonly NewEntry[] })[],
): Promise<void> {
  await appendEntries(
    archive,
    fresh.flatMap(({ entries }) => entries),
    {
      ...when,
      keys: new Map(fresh.map(({ made }) => [made.record, made.key])),
      written: new Map(fresh.map(({ made }) => [made.document, made.read.written])),
      beside: (one, entries) => {
        const captured = entries.filter(({ kind }) => kind === "document-captured");
        const indexByRecord = new Map(captured.map(({ record, index }) => [record, index]));
        const remembered = fresh.map(({ report, made }) => ({
          capture: report.capture,
          record: made.record,
          blob: made.blob,
          bytes: report.bytes.length,
          index: indexByRecord.get(made.record) ?? 0,
        }));
        return rememberCaptures(one, archive, remembered);
      },
    },
  );
}

/** The two entries of a report. */
function makeEntries(
  { report, made, page }: Fresh,
  likeness: Likeness | undefined,
  options: AddOptions,
): readonly NewEntry[] {
  const { path, document, bytes, capture, claims: told } = report;
  const { record } = made;
  const shared = {
    document: made.document,
    previous: page?.document ?? null,
    path,
    capturedAt: options.now(),
  };
  const captured: NewEntry = {
    kind: "document-captured",
    record,
    by: options.by,
    body: {
      ...shared,
      page: capture.page,
      sha256: sha256(bytes),
      ...(report.recognised === undefined ? {} : { digest: capture.digest }),
      bytes: bytes.length,
      blob: made.blob,
      how: path === "-" ? "standard input" : "file",
      ...(likeness === undefined || told !== undefined ? {} : { likeness }),
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
      // Nobody asks for them while the reading is entered: it is written out already. Each asking parses them.
      get claims() {
        return claimsOf(made);
      },
    },
  };
  return [captured, reading];
}

/** Whether a row of a list is shown and not counted, since its own cells say that its person may live. */
function tellsOtherwise(claims: readonly Claim[]): boolean {
  return claims.some(
    ({ tier, notes }) => tier === "shown" && notes.some(({ code }) => code === "list-row-lives-on"),
  );
}

/** What a report is recognised by when it comes again. */
export function captureOf({
  path,
  document,
  bytes,
  page: told = null,
  recognised,
}: Omit<Report, "capture">): Capture {
  if (recognised !== undefined) return { digest: sha256(Buffer.from(recognised)), page: told };
  const file = path === "-" ? null : resolve(path);
  const line = file?.endsWith(".jsonl") === true ? `#${document.id}` : "";
  const page = document.url ?? (file === null ? null : `${file}${line}`);
  return {
    digest: sha256(bytes),
    page: page?.replaceAll(/\u0000|\p{Surrogate}/gu, "\uFFFD") ?? null,
  };
}
