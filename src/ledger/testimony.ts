/**
 * Sealed testimony as the entries of its record tell it: words, consent as it stands, who opened it. Nothing of it is in a
 * table that is searched, and nothing but sealed bytes is sent to the database.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { type Consent, type ConsentState, consentState } from "../model/testimony.ts";
import { type Archive, readRecordKeys } from "./archive.ts";
import type {
  Entry,
  ConsentChanged,
  TestimonyOpened,
  TestimonyTaken,
  WitnessNamed,
} from "./entryKinds.ts";
import { openEntry } from "./leaf.ts";

/** How often a testimony was opened, and when last. */
export type Openings = { readonly count: number; readonly last: string | null };

export type Testimony = {
  readonly id: string;
  readonly taken: TestimonyTaken;
  readonly by: string;
  readonly consent: Consent;
  readonly isWithdrawn: boolean;
  readonly readers: readonly string[];
  readonly openings: Openings;
};

/** A testimony in a list: no word of it. */
export type ListedTestimony = {
  readonly testimony: string;
  readonly witness: string;
  readonly takenOn: string | null;
  readonly consent: Consent;
  readonly state: ConsentState;
  readonly openings: Openings;
};

/** A testimony; throws `not-found` where there is none, or it was erased. */
export async function readTestimony(archive: Archive, id: string): Promise<Testimony> {
  const [found] = await readTestimonies(archive, [id]);
  if (found === undefined)
    throw new Failure("not-found", `There is no testimony ${id}, or it was erased`);
  return found;
}

/** Why a testimony was opened, by the entry that says so. */
export type ToldOpening = { readonly entry: string } & Pick<
  TestimonyOpened,
  "purpose" | "reason" | "hasWitness"
>;

/** Every opening of a testimony, the first first. */
export async function readOpenings(archive: Archive, id: string): Promise<readonly ToldOpening[]> {
  return (await openRecords(archive, [id])).flatMap((entry) => {
    if (entry.kind !== "testimony-opened") return [];
    const { purpose, reason, hasWitness } = entry.body;
    return [{ entry: entry.id, purpose, reason, hasWitness }];
  });
}

/** How a consent was changed, by the entry that says so. */
export type ToldChange = { readonly entry: string } & Pick<
  ConsentChanged,
  "consent" | "isWithdrawn" | "reason"
>;

/** Every change of the consent to a testimony, the first first. */
export async function readConsentChanges(
  archive: Archive,
  id: string,
): Promise<readonly ToldChange[]> {
  const entries = await openRecords(archive, [id]);
  return entries.flatMap((entry, at) => {
    if (entry.kind !== "consent-changed") return [];
    const { reason } = entry.body;
    return foldTestimony(id, entries.slice(0, at + 1)).map(({ consent, isWithdrawn }) => ({
      entry: entry.id,
      consent,
      isWithdrawn,
      reason,
    }));
  });
}

/** Who a witness is, as it was last said; null where nothing was, or it was erased. */
export async function readWitness(archive: Archive, witness: string): Promise<WitnessNamed | null> {
  const entries = await openRecords(archive, [witness]);
  const last = entries.findLast((entry) => entry.kind === "witness-named");
  return last?.kind === "witness-named" ? last.body : null;
}

/** The testimony that has these very words, but for spaces, and its source; null where none has. Nothing of them is kept to tell. */
export async function sameTestimony(
  archive: Archive,
  text: string,
): Promise<{ readonly testimony: string; readonly witness: string } | null> {
  const words = spaced(text);
  for await (const found of pagesOfTestimonies(archive))
    for (const { id, taken } of found)
      if (spaced(taken.text) === words) return { testimony: id, witness: taken.witness };
  return null;
}

function spaced(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/** Testimonies looked at together. */
const PAGE = 200;

/** Every testimony that was not erased, the first first. */
export async function* listTestimonies(
  archive: Archive,
  on: string,
): AsyncGenerator<ListedTestimony> {
  for await (const found of pagesOfTestimonies(archive))
    for (const { id, taken, consent, isWithdrawn, openings } of found)
      yield {
        testimony: id,
        witness: taken.witness,
        takenOn: taken.takenOn,
        consent,
        state: consentState(consent, isWithdrawn, on),
        openings,
      };
}

async function* pagesOfTestimonies(archive: Archive): AsyncGenerator<readonly Testimony[]> {
  const { database, workspace } = archive;
  for (let after = -1; ; ) {
    const { rows } = await sql<{ index: number; record: string }>`
      select index, record from ledger.entries where workspace = ${workspace} and kind = 'testimony-taken'
      and index > ${after} order by index limit ${PAGE}`.execute(database);
    yield await readTestimonies(
      archive,
      rows.map(({ record }) => record),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.index;
  }
}

async function readTestimonies(
  archive: Archive,
  ids: readonly string[],
): Promise<readonly Testimony[]> {
  const entries = await openRecords(archive, ids);
  return ids.flatMap((id) =>
    foldTestimony(
      id,
      entries.filter(({ record }) => record === id),
    ),
  );
}

/** The testimony that the entries of one record tell of, in their order. */
function foldTestimony(id: string, entries: readonly Entry[]): Testimony[] {
  let told: Testimony | null = null;
  for (const entry of entries) {
    if (entry.kind === "testimony-taken") {
      const { body: taken, by } = entry;
      const openings: Openings = { count: 0, last: null };
      const { consent, readers } = taken;
      told = { id, taken, by, consent, isWithdrawn: false, readers, openings };
    }
    if (told !== null && entry.kind === "consent-changed")
      told = { ...told, ...foldConsent(told, entry.body) };
    if (told !== null && entry.kind === "testimony-opened") {
      const openings: Openings = { count: told.openings.count + 1, last: entry.on };
      told = { ...told, openings };
    }
  }
  return told === null ? [] : [told];
}

/** What a witness consents to after a change; a withdrawal stands until consent is given anew. */
function foldConsent(
  told: Testimony,
  { consent, isWithdrawn, isAnew, readers }: ConsentChanged,
): Pick<Testimony, "consent" | "isWithdrawn" | "readers"> {
  // Before version 2 a change of anything took a withdrawal back: it stands unless other words of consent were entered.
  const isGiven = isAnew ?? isOtherConsent(told.consent, consent);
  return { consent, isWithdrawn: isWithdrawn || (told.isWithdrawn && !isGiven), readers };
}

function isOtherConsent(before: Consent, after: Consent): boolean {
  return before.given !== after.given || before.purposes.join() !== after.purposes.join();
}

async function openRecords(
  archive: Archive,
  records: readonly string[],
): Promise<readonly Entry[]> {
  const { rows } = await sql<{
    index: number;
    record: string;
    leaf: Uint8Array;
    sealed: Uint8Array | null;
  }>`select index, record, leaf, sealed from ledger.entries
    where workspace = ${archive.workspace} and record = any(${records}) order by index`.execute(
    archive.database,
  );
  const keys = await readRecordKeys(archive, records);
  return rows.flatMap(({ index, record, leaf, sealed }) => {
    const key = keys.get(record);
    return sealed === null || key === undefined ? [] : [openEntry(leaf, sealed, index, key)];
  });
}
