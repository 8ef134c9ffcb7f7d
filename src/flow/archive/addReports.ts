/**
 * The story of `sanad add`: bytes are captured, their text is frozen and read, and all of it is entered, some reports at a
 * time: while one batch is entered the next ones are read. What is acknowledged is in the ledger; what was interrupted is
 * done again and entered once.
 */
import { Failure } from "../../base/failure.ts";
import type { Archive } from "../../ledger/archive.ts";
import { publisherOfPage } from "../../ledger/captures.ts";
import { holdsWords } from "../../ledger/recovery.ts";
import { EnteringLock } from "../../ledger/enteringLock.ts";
import type { Document } from "../../model/document.ts";
import { readListFile } from "../lists/readListFile.ts";
import {
  isTallyList,
  type ListReport,
  pageOfList,
  readListReports,
  refuseUncounted,
  withStatusNotes,
} from "../lists/readListReports.ts";
import type { Config } from "../readConfig.ts";
import { readDocuments } from "../readDocuments.ts";
import type { InputHints } from "../readFiles.ts";
import {
  type AddOptions,
  type AddOutcome,
  captureOf,
  enter,
  type ListToAdd,
  type Means,
  prepare,
  type Report,
} from "./enterReports.ts";
import { refuseAnotherList } from "./anotherList.ts";
import { CopyFinder } from "./findCopies.ts";
import { ReadingPool } from "./readingPool.ts";
import { looksLikeForm } from "./testimonyForm.ts";

export type { AddOptions, AddOutcome, ListToAdd };

/** Adds every report of files, folders or standard input. */
export async function* addReports(
  archive: Archive,
  paths: readonly string[],
  hints: InputHints,
  config: Config,
  stdin: AsyncIterable<Uint8Array>,
  options: AddOptions,
): AsyncGenerator<AddOutcome> {
  const pool = new ReadingPool();
  const intake = new Intake({ archive, options, pool, copies: new CopyFinder() });
  const { list = null } = options;
  const inputs =
    list === null
      ? readDocuments(paths, hints, config, stdin)
      : readLists(archive, paths, list, {
          about: hints,
          stdin,
          isSure: options.takesForms === true,
        });
  try {
    for await (const input of inputs) {
      if (input.kind === "failure") {
        yield input;
        continue;
      }
      // What was said in confidence must not be searched because a switch was forgotten.
      if (list === null && options.takesForms !== true) {
        const { text } = input.document;
        const failure = holdsWords(text)
          ? putAway(input.path)
          : looksLikeForm(text)
            ? unsealed(input.path)
            : null;
        if (failure !== null) {
          yield { kind: "failure", path: input.path, failure };
          continue;
        }
      }
      const report = { ...input, document: storable(input.document) };
      yield* intake.take({ ...report, capture: captureOf(report) });
    }
    yield* intake.settle();
  } finally {
    pool.close();
  }
}

function putAway(path: string): Failure {
  return new Failure(
    "input-refused",
    `${path}: This looks like recovery words or a share of them, and nothing of it was kept: who reads them opens an archive. Put the file away, on no disk that an archive lies on; where it is a report all the same, add it with --yes`,
  );
}

function unsealed(path: string): Failure {
  return new Failure(
    "input-refused",
    `${path}: This looks like the form of a testimony, and nothing of it was kept. Seal it with --testimony; where it is a report all the same, add it with --yes`,
  );
}

/** Reports entered in one transaction. */
const TOGETHER = 48;
/** Batches that are read or entered at one time. */
const AT_ONCE = 3;

/** Reports that are read or entered; whoever waits for what became of them is told once they are in the ledger. */
type Batch = { readonly outcomes: Promise<readonly AddOutcome[]>; isOver: boolean };

/** Batches under way: read side by side, entered one after the other. */
class Intake {
  private readonly means: Means;
  private readonly lock: EnteringLock;
  private waiting: Report[] = [];
  private under: Batch[] = [];
  private last: Promise<unknown> = Promise.resolve();
  /** Pages of reports that wait, and pages and digests of those under way: a second one must find the first entered. */
  private waitingPages = new Set<string>();
  private busy = new Set<string>();

  constructor(means: Means) {
    this.means = means;
    this.lock = new EnteringLock(means.archive);
  }

  /** Takes a report in; tells what became of reports before it, as soon as they are entered. */
  async *take(report: Report): AsyncGenerator<AddOutcome> {
    const { digest, page } = report.capture;
    const isSecond = this.busy.has(digest) || (page !== null && this.busy.has(page));
    const mustWait = isSecond || (page !== null && this.waitingPages.has(page));
    if (mustWait) yield* this.settle();
    this.waiting.push(report);
    if (page !== null) this.waitingPages.add(page);
    if (this.waiting.length >= TOGETHER) this.start();
    while (this.under.length >= AT_ONCE || this.under[0]?.isOver === true) yield* await this.next();
  }

  /** Waits for everything that was taken in. */
  async *settle(): AsyncGenerator<AddOutcome> {
    this.start();
    while (this.under.length > 0) yield* await this.next();
    this.busy.clear();
  }

  /** What became of the oldest batch. */
  private async next(): Promise<readonly AddOutcome[]> {
    return (await this.under.shift()?.outcomes) ?? [];
  }

  private start(): void {
    const reports = this.waiting;
    if (reports.length === 0) return;
    this.waiting = [];
    this.waitingPages.clear();
    const keys = reports.flatMap(({ capture: { digest, page } }) =>
      page === null ? [digest] : [digest, page],
    );
    for (const key of keys) this.busy.add(key);
    const outcomes = this.run(reports, this.last);
    const batch: Batch = { outcomes, isOver: false };
    this.last = outcomes.catch(() => undefined);
    // Whoever awaits it later is told; until then its failure is nobody's surprise.
    outcomes.then(
      () => {
        batch.isOver = true;
        keys.forEach((key) => this.busy.delete(key));
      },
      () => undefined,
    );
    this.under.push(batch);
  }

  private async run(
    reports: readonly Report[],
    before: Promise<unknown>,
  ): Promise<readonly AddOutcome[]> {
    return this.lock.within(async () => {
      const ready = await prepare(this.means, reports);
      await before;
      return enter(this.means, ready);
    });
  }
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

type ListsRead = {
  readonly about: InputHints;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** A person said that a list is what came under its name before, whomever its rows name now. */
  readonly isSure: boolean;
};

/** The rows of lists; a list that cannot be read stops no other. */
async function* readLists(
  archive: Archive,
  paths: readonly string[],
  { kind, hints, rows, onList, onOwner }: ListToAdd,
  { about, stdin, isSure }: ListsRead,
): AsyncGenerator<
  (ListReport & { readonly kind: "document" }) | Extract<AddOutcome, { readonly kind: "failure" }>
> {
  for (const path of paths) {
    try {
      const read = await readListFile(path, { ...hints, keepsCells: true, of: kind }, stdin);
      const list = withStatusNotes(read, kind);
      await onList(list);
      if (isTallyList(kind)) refuseUncounted(list);
      const page = pageOfList(path);
      const owner = page === null ? null : await publisherOfPage(archive, page);
      // Who says it must not get lost because it was not said again.
      const isOwners = about.publisher === undefined && owner !== null;
      if (isOwners) onOwner?.(path, owner);
      const own = isOwners ? { ...about, publisher: owner } : about;
      if (!isSure && rows === undefined)
        await refuseAnotherList(archive, path, readListReports(list, kind, own, null, owner));
      for (const report of readListReports(list, kind, own, rows ?? null, owner))
        yield { ...report, kind: "document" as const };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      yield { kind: "failure", path, failure: error };
    }
  }
}
