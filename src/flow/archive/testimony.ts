/**
 * The stories of sealed testimony: it is taken with consent, opened by those who may, and each opening is an entry before a
 * word is shown. Never: a word of it in a search, a message, a file or the database's log.
 */
import { Failure } from "../../base/failure.ts";
import { appendAsSeen } from "../../ledger/append.ts";
import { type Archive, wrapRecordKey } from "../../ledger/archive.ts";
import type { ConsentChanged, NewEntry } from "../../ledger/entryKinds.ts";
import { makeId } from "../../ledger/ids.ts";
import {
  readConsentChanges,
  type ToldChange,
  type ToldOpening,
  readOpenings,
  readTestimony,
  readWitness,
  sameTestimony,
  type Testimony,
} from "../../ledger/testimony.ts";
import { roleOf } from "../../ledger/views.ts";
import { type Consent, consentState, type Purpose } from "../../model/testimony.ts";
import type { Session } from "./session.ts";

export { listTestimonies, type ListedTestimony } from "../../ledger/testimony.ts";

/** A testimony before it is sealed. */
export type NewTestimony = {
  readonly text: string;
  readonly name: string | null;
  readonly contact: string | null;
  /** The witness of an earlier testimony, where it is the same person. */
  readonly witness: string | null;
  readonly takenOn: string | null;
  readonly how: string | null;
  /** Roles that may open it; none: the role of whoever takes it. */
  readonly readers: readonly string[];
  readonly consent: Consent;
};

/** Seals a testimony and who its witness is, each under a key of its own. */
export async function takeTestimony(
  session: Session,
  testimony: NewTestimony,
  at: string,
): Promise<Sealed> {
  const { archive, actor } = session;
  const known = await sameTestimony(archive, testimony.text);
  if (known !== null) return { ...known, isKnown: true };
  const record = makeId("t");
  const witness = testimony.witness ?? makeId("s");
  const { text, takenOn, how, consent, name, contact } = testimony;
  const readers = testimony.readers.length > 0 ? testimony.readers : [await roleOf(archive, actor)];
  const body = { witness, text, takenOn, how, readers, consent, takenAt: at };
  const entries: NewEntry[] = [{ kind: "testimony-taken", record, by: actor, body }];
  if (testimony.witness === null)
    entries.push({
      kind: "witness-named",
      record: witness,
      by: actor,
      body: { witness, name, contact },
    });
  const keys = new Map(
    entries.map((entry) => [entry.record, wrapRecordKey(archive, entry.record, "sealed")]),
  );
  let sealed: Sealed = { testimony: record, witness, isKnown: false };
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    // Another run that seals the same words may have come first.
    const meanwhile = await sameTestimony(seen, testimony.text);
    if (meanwhile !== null) {
      sealed = { ...meanwhile, isKnown: true };
      return [];
    }
    if (testimony.witness !== null) await checkWitness(seen, testimony.witness);
    return entries;
  };
  await appendAsSeen(archive, look, { at, keys });
  return sealed;
}

/** A testimony and its source; known where the very same words were sealed before, and nothing was now. */
export type Sealed = {
  readonly testimony: string;
  readonly witness: string;
  readonly isKnown: boolean;
};

/** Throws `not-found` where no earlier testimony has this source. */
export async function checkWitness(archive: Archive, witness: string): Promise<void> {
  if ((await readWitness(archive, witness)) === null)
    throw new Failure("not-found", `There is no witness ${witness}; sanad consent lists them`);
}

export type Opening = {
  readonly purpose: Purpose;
  readonly reason: string;
  /** Also who the witness is. */
  readonly hasWitness: boolean;
  readonly at: string;
};

/** A testimony as it is shown to one who may. */
export type OpenedTestimony = {
  readonly testimony: Testimony;
  readonly name: string | null;
  readonly contact: string | null;
};

/** Throws `forbidden` where somebody may not open a testimony for a purpose now. */
export async function checkMayOpen(
  { archive, actor }: Session,
  id: string,
  purpose: Purpose,
  at: string,
): Promise<Testimony> {
  const testimony = await readTestimony(archive, id);
  await checkRole(archive, actor, testimony);
  const { consent, isWithdrawn } = testimony;
  const state = consentState(consent, isWithdrawn, at.slice(0, 10));
  if (state === "withdrawn")
    throw new Failure("forbidden", `The consent to ${id} was withdrawn; it is not shown`);
  if (state === "expired")
    throw new Failure(
      "forbidden",
      `The consent to ${id} ended on ${consent.until}; it is not shown`,
    );
  if (!consent.purposes.includes(purpose))
    throw new Failure(
      "forbidden",
      `The consent to ${id} is not for this purpose (${purpose}); sanad consent ${id} tells for which`,
    );
  return testimony;
}

/** Why it was opened each time, for one who may open it, whatever became of the consent since; nothing for anybody else. */
export async function openingsFor(
  archive: Archive,
  actor: string | null,
  id: string,
): Promise<readonly ToldOpening[]> {
  return (await mayRead(archive, actor, id)) ? readOpenings(archive, id) : [];
}

/** As well, how its consent was changed. */
export async function changesFor(
  archive: Archive,
  actor: string | null,
  id: string,
): Promise<readonly ToldChange[]> {
  return (await mayRead(archive, actor, id)) ? readConsentChanges(archive, id) : [];
}

async function mayRead(archive: Archive, actor: string | null, id: string): Promise<boolean> {
  if (actor === null) return false;
  const { by, readers } = await readTestimony(archive, id);
  const role = await roleOf(archive, actor);
  return by === actor || readers.some((reader) => sameRole(reader, role));
}

/** Opens a testimony: that it is opened is entered first, and only where consent holds as the ledger stands then. */
export async function openTestimony(
  session: Session,
  id: string,
  { purpose, reason, hasWitness, at }: Opening,
): Promise<OpenedTestimony> {
  const { archive, actor } = session;
  const body = { purpose, hasWitness, reason, openedAt: at };
  const entry = { kind: "testimony-opened", record: id, by: actor, body } as const;
  let opened: OpenedTestimony | null = null;
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    const testimony = await checkMayOpen({ archive: seen, actor }, id, purpose, at);
    const witness = hasWitness ? await readWitness(seen, testimony.taken.witness) : null;
    opened = { testimony, name: witness?.name ?? null, contact: witness?.contact ?? null };
    return [entry];
  };
  await appendAsSeen(archive, look, { at });
  if (opened === null) throw new RangeError("A testimony is opened by its entry");
  return opened;
}

async function checkRole(
  archive: Archive,
  actor: string,
  { id, by, readers }: Testimony,
): Promise<void> {
  const role = await roleOf(archive, actor);
  const isReader = readers.some((reader) => sameRole(reader, role));
  if (!isReader && by !== actor)
    throw new Failure("forbidden", `Your role may not open ${id}; who took it may let others`);
}

function sameRole(a: string, b: string): boolean {
  return a.normalize("NFKC").trim().toLowerCase() === b.normalize("NFKC").trim().toLowerCase();
}

export type ConsentChange = {
  readonly purposes: readonly Purpose[] | null;
  /** Undefined: as it was. */
  readonly until: string | null | undefined;
  readonly given: string | null;
  readonly readers: readonly string[] | null;
  readonly isWithdrawn: boolean;
  readonly reason: string;
};

/**
 * Enters that consent was withdrawn, given anew, or given otherwise. Withdrawing needs no role. A withdrawal stands until the
 * witness gives consent anew: for what, and how.
 */
export async function changeConsent(
  { archive, actor }: Session,
  id: string,
  change: ConsentChange,
  at: string,
): Promise<Testimony> {
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    const before = await readTestimony(seen, id);
    if (!change.isWithdrawn) await checkRole(seen, actor, before);
    const body = {
      ...changed(before, change, at.slice(0, 10)),
      reason: change.reason,
      changedAt: at,
    };
    return [{ kind: "consent-changed", record: id, by: actor, body }];
  };
  await appendAsSeen(archive, look, { at });
  return readTestimony(archive, id);
}

function changed(
  { id, consent, isWithdrawn, readers }: Testimony,
  change: ConsentChange,
  on: string,
): Pick<ConsentChanged, "consent" | "isWithdrawn" | "isAnew" | "readers"> {
  const { purposes, given, until } = change;
  const isAnew = isWithdrawn && purposes !== null && given !== null;
  if (isWithdrawn && !isAnew && (purposes !== null || given !== null || until !== undefined))
    throw new Failure(
      "forbidden",
      `The consent to ${id} was withdrawn; where the witness gave it anew, say for what and how: --purposes and --given`,
    );
  const end = until === undefined ? consent.until : until;
  const isGiven = purposes !== null || given !== null || until !== undefined;
  if (isGiven && end !== null && end < on)
    throw new Failure(
      "input-refused",
      `Consent until ${end} is over already; is the day right? Nothing was changed`,
    );
  return {
    consent: {
      purposes: purposes ?? consent.purposes,
      until: end,
      given: given ?? consent.given,
    },
    isWithdrawn: change.isWithdrawn || (isWithdrawn && !isAnew),
    isAnew,
    readers: change.readers ?? readers,
  };
}
