import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AddOutcome, addReports } from "../../src/flow/archive/addReports.ts";
import type { SearchFilter } from "../../src/flow/archive/look.ts";
import type { Session, Surroundings } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { stopEmbedded } from "../../src/ledger/postgres/startEmbedded.ts";

/** A folder for one archive, which goes with its database when the test is over. */
export async function inArchiveFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), "sanad-"));
  // Under root the database runs as another user, who must pass through.
  chmodSync(parent, 0o711);
  const folder = join(parent, "archive");
  try {
    await use(folder);
  } finally {
    await stopEmbedded(join(folder, "database"));
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A command line of Mina, an editor, at a fixed hour. */
export function surroundings(folder: string): Surroundings {
  return {
    folder,
    env: {
      SANAD_PASSPHRASE: "six words that nobody else would say",
      SANAD_ACTOR: "Mina Karimpour",
      SANAD_ROLE: "editor",
    },
    given: null,
    ask: null,
    now: () => "2026-01-02T03:04:05.000Z",
  };
}

/** A search for everything. */
export const NO_FILTER: SearchFilter = {
  words: "",
  kind: null,
  modality: null,
  person: null,
  place: null,
  source: null,
  from: null,
  to: null,
  status: null,
  limit: 20,
  after: null,
  asKnown: null,
};

/** Adds the reports of one file. */
export async function addFile(
  session: Session,
  path: string,
  at = "2026-01-02T03:04:05.000Z",
): Promise<AddOutcome[]> {
  const outcomes: AddOutcome[] = [];
  const options = { by: session.actor, now: () => at, reader: "sanad test" };
  const stdin = (async function* () {})();
  for await (const outcome of addReports(session.archive, [path], {}, DEFAULTS, stdin, options))
    outcomes.push(outcome);
  return outcomes;
}
