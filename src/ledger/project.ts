/**
 * In: entries in order. Out: rows of the views. The same rows, whether entries come one by one or all again.
 * Never: looks at anything but the entry and the views; reads a clock.
 */
import { sql } from "kysely";
import { showCopies } from "./copies.ts";
import type { InTransaction } from "./database.ts";
import type { Entry, EntryKind } from "./entryKinds.ts";
import { hideRecord, showDecision, showUndone } from "./projectDecisions.ts";
import { showLinkDecision, showLinkUndone, showPersonState } from "./projectPeople.ts";
import { showFrozenModel } from "./linkModels.ts";
import { showReadings, type WrittenReadings } from "./projectReadings.ts";

type Of<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;
/** Projects entries of one kind that stand next to each other. */
type Projection<Kind extends EntryKind> = (
  one: InTransaction,
  workspace: string,
  entries: readonly Of<Kind>[],
  written: WrittenReadings,
) => Promise<void>;

const PROJECTIONS: { readonly [Kind in EntryKind]: Projection<Kind> } = {
  "archive-made": async () => undefined,
  "actor-named": eachOf(nameActor),
  "document-captured": async () => undefined,
  "report-corrected": async () => undefined,
  "reading-made": showReadings,
  "decision-made": eachOf(showDecision),
  "decision-undone": eachOf(showUndone),
  "record-erased": eachOf(hideRecord),
  "keys-changed": async () => undefined,
  "testimony-taken": async () => undefined,
  "witness-named": async () => undefined,
  "consent-changed": async () => undefined,
  "testimony-opened": async () => undefined,
  "link-decided": eachOf(showLinkDecision),
  "link-undone": eachOf(showLinkUndone),
  "person-stated": eachOf(showPersonState),
  "model-frozen": eachOf(showFrozenModel),
  "cosigner-trusted": async () => undefined,
  "checkpoint-cosigned": async () => undefined,
};

/** Kinds that show nothing: what stands on both sides of them may be projected together. */
const SILENT: ReadonlySet<EntryKind> = new Set<EntryKind>([
  "archive-made",
  "document-captured",
  "report-corrected",
  "keys-changed",
  "cosigner-trusted",
  "checkpoint-cosigned",
  ...(["testimony-taken", "witness-named", "consent-changed", "testimony-opened"] as const),
]);

/** Brings the views up to these entries; of readings just made, what their rows hold may be given. */
export async function projectEntries(
  one: InTransaction,
  workspace: string,
  entries: readonly Entry[],
  written: WrittenReadings = new Map(),
): Promise<void> {
  // Captures touch no row of another entry before them; so those of a batch go first, and its readings follow together.
  const captured = entries.filter((entry) => entry.kind === "document-captured");
  await showCopies(one, workspace, captured);
  const shown = entries.filter(({ kind }) => !SILENT.has(kind));
  for (let at = 0; at < shown.length; ) {
    const { kind } = shown[at] as Entry;
    const run = shown.slice(at, endOfRun(shown, at));
    await (PROJECTIONS[kind] as Projection<EntryKind>)(one, workspace, run, written);
    at += run.length;
  }
}

/** Two readings of one document never stand in one run. */
function endOfRun(entries: readonly Entry[], from: number): number {
  const seen = new Set<string>();
  let to = from;
  for (; to < entries.length; to++) {
    const entry = entries[to] as Entry;
    if (entry.kind !== entries[from]?.kind) break;
    if (entry.kind === "reading-made" && seen.has(entry.body.document)) break;
    if (entry.kind === "reading-made") seen.add(entry.body.document);
  }
  return to;
}

function eachOf<Kind extends EntryKind>(
  project: (one: InTransaction, workspace: string, entry: Of<Kind>) => Promise<void>,
): Projection<Kind> {
  return async (one, workspace, entries) => {
    for (const entry of entries) await project(one, workspace, entry);
  };
}

async function nameActor(
  one: InTransaction,
  workspace: string,
  { body }: Of<"actor-named">,
): Promise<void> {
  await sql`insert into view.actors values (${workspace}, ${body.actor}, ${body.name}, ${body.role})
    on conflict (workspace, actor) do update set name = excluded.name, role = excluded.role`.execute(
    one,
  );
}
