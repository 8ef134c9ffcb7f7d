/**
 * The story of `sanad correct` on a report: whose it is and of which day is put right, and its frozen text is read again by that.
 * Claims keep their ids where their words are the same, and with them what people decided.
 */
import { Failure } from "../../base/failure.ts";
import { appendEntries } from "../../ledger/append.ts";
import type { NewEntry, ReportCorrected } from "../../ledger/entryKinds.ts";
import { OF_LIST } from "../../ledger/ofList.ts";
import {
  type CorrectionEntry,
  readCorrections,
  readReading,
  readReadingBefore,
} from "../../ledger/readEntry.ts";
import { readSize, showDocument, type ShownDocument } from "../../ledger/views.ts";
import { readClaims } from "../../read/readClaims.ts";
import { loadPacks } from "../loadPacks.ts";
import { compareVersions, type VersionChange } from "./compareVersions.ts";
import { compareReadings, thaw } from "./rereadArchive.ts";
import type { Session } from "./session.ts";

/** What a person says of a report; what is left out stays, null is unknown. */
export type Particulars = Pick<ReportCorrected, "publisher" | "published">;

/** One of them: what stood, and what stands now. */
export type ParticularChange = {
  readonly field: keyof Particulars;
  readonly before: string | null;
  readonly now: string | null;
};

export type CorrectedReport = {
  readonly fields: readonly ParticularChange[];
  /** What its claims say otherwise than before. */
  readonly change: VersionChange;
  /** Claims that somebody decided on and that no new claim safely stands for. */
  readonly orphaned: readonly string[];
};

type Why = { readonly reader: string; readonly reason: string; readonly at: string };

/** Puts the particulars of a report right; throws `input-refused` where that changes nothing, or it is of a list. */
export async function correctReport(
  session: Session,
  id: string,
  { particulars, ...why }: Why & { readonly particulars: Particulars },
): Promise<CorrectedReport> {
  // Nothing may be read or decided between the look and the entries.
  const size = await readSize(session.archive);
  const report = await reportNamed(session, id);
  return enter(session, report, { size, put: particulars }, why);
}

/** Takes back the last correction of a report that still stands: what stood before it is put back, as an entry of its own. */
export async function undoCorrection(
  session: Session,
  id: string,
  why: Why,
): Promise<CorrectedReport> {
  const size = await readSize(session.archive);
  const report = await reportNamed(session, id);
  const corrections = await readCorrections(session.archive, report.record);
  const last = corrections.findLast(({ undoneBy }) => undoneBy === null);
  if (last === undefined)
    throw new Failure("not-found", `There is no correction of ${id} to take back`);
  const put = last.body.stood ?? (await stoodBefore(session, report, last));
  return enter(session, report, { size, put, undoes: last.id }, why);
}

/** What stood before a correction whose entry does not tell it yet: what the reading before it has. */
async function stoodBefore(
  { archive }: Session,
  { document, record }: ShownDocument,
  { index, body }: CorrectionEntry,
): Promise<Particulars> {
  const before = await readReadingBefore(archive, record, index);
  if (before === null)
    throw new Failure(
      "not-found",
      `What stood before the last correction of ${document} is not kept; put it right with sanad correct`,
    );
  return {
    ...(body.publisher === undefined ? {} : { publisher: before.publisher }),
    ...(body.published === undefined ? {} : { published: before.published }),
  };
}

async function reportNamed({ archive }: Session, id: string): Promise<ShownDocument> {
  const document = await showDocument(archive, id);
  if (document === null)
    throw new Failure("not-found", `There is no report ${id}; sanad reports lists them`);
  if (document.reader.endsWith(OF_LIST))
    throw new Failure(
      "input-refused",
      `${id} is of a list, whose rows are as the list is; add it again with --publisher or --published`,
    );
  return document;
}

type Change = { readonly size: number; readonly put: Particulars; readonly undoes?: string };

/** Enters what a report stands for from now on, and its reading by that. */
async function enter(
  { archive, actor }: Session,
  { document: id, record, valid_from: from }: ShownDocument,
  { size, put: asked, ...undoing }: Change,
  { reader, reason, at }: Why,
): Promise<CorrectedReport> {
  const { body: entered } = await readReading(archive, from, id);
  const fields = (["publisher", "published"] as const).flatMap((field): ParticularChange[] => {
    const now = asked[field];
    return now === undefined || now === entered[field]
      ? []
      : [{ field, before: entered[field], now }];
  });
  if (fields.length === 0)
    throw new Failure("input-refused", "The report stands so already; nothing was changed");
  const put: Particulars = Object.fromEntries(fields.map(({ field, now }) => [field, now]));
  const stood: Particulars = Object.fromEntries(fields.map(({ field, before }) => [field, before]));
  const corrected = { ...entered, ...put };
  const thawed = await thaw(archive, record, corrected);
  const { claims } = readClaims(thawed, loadPacks().packs);
  const { claims: bound, change } = await compareReadings(archive, id, entered.claims, claims);
  const body = { document: id, ...put, stood, ...undoing, reason, correctedAt: at };
  const entries: readonly NewEntry[] = [
    { record, by: actor, kind: "report-corrected", body },
    { record, by: actor, kind: "reading-made", body: { ...corrected, reader, claims: bound } },
  ];
  await appendEntries(archive, entries, { at, expected: size });
  return {
    fields,
    change: compareVersions(id, entered.claims, bound),
    orphaned: change.orphaned,
  };
}
