/** The story of `sanad erase`: a record's keys and evidence are destroyed; that it was there stays provable. */
import type { Archive } from "../../ledger/archive.ts";
import { backupsHolding } from "../../ledger/backups.ts";
import { type ErasurePlan, eraseRecords, planErasure } from "../../ledger/eraseRecord.ts";
import { assembleArchive } from "../../ledger/openArchive.ts";
import { type Striking, sweep, type SweepGap } from "../../ledger/sweep.ts";
import type { Session } from "./session.ts";

export { type ErasurePlan, planErasure, type SweepGap };

/** What could not be reached, and the archive under the keys that hold from now on. */
export type Erased = {
  readonly gaps: readonly SweepGap[];
  readonly archive: Archive;
  /** Backups that hold it: those of the plan, and those begun since. */
  readonly backups: ErasurePlan["backups"];
};

/** Whoever still reads old rows is waited for so long. */
const WAIT_MS = 20_000;

/**
 * Erases what was planned. Killed anywhere behind the entry, the next command goes on, and nothing that fails there is thrown: what could not be
 * done is a gap of what was. Linking without it is a job.
 */
export async function erase(
  { archive, actor }: Session,
  plan: ErasurePlan,
  { reason, at }: { readonly reason: string; readonly at: string },
  striking?: Striking,
): Promise<Erased> {
  await eraseRecords(archive, plan, { by: actor, reason, at });
  const { folder, workspace, signer, keys } = archive;
  const names = { workspace, origin: signer.name };
  const fresh = await assembleArchive(folder, names, keys.master, archive).catch(() => null);
  if (fresh === null) return { gaps: ["traces"], archive, backups: plan.backups };
  const gaps = await sweep(fresh, WAIT_MS, { striking });
  const backups = await backupsHolding(fresh.database, workspace, plan.records).catch(() => null);
  return backups === null
    ? { gaps: [...new Set<SweepGap>([...gaps, "traces"])], archive: fresh, backups: plan.backups }
    : { gaps, archive: fresh, backups };
}
