import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Surroundings } from "../../src/flow/archive/session.ts";
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
