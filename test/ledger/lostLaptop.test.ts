import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { wordGroups } from "../../src/flow/archive/changeKeys.ts";
import { stopDatabase } from "../../src/flow/archive/session.ts";
import { inArchiveFolder, isOnServer } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const OLD = "six words that nobody else would say";
const NEW = "and on the new machine six others";
const ON_BACKUP = "the stick has six words of its own";

test("the laptop is lost: the backup and the words on paper, or shares of enough people, bring the archive back", async () => {
  await inArchiveFolder(async (folder) => {
    const at = (secret: Record<string, string>, ...words: string[]) =>
      sanad(folder, words, { env: secret });
    const owner = { SANAD_PASSPHRASE: OLD, SANAD_BACKUP_PASSPHRASE: ON_BACKUP };
    await fits(at(owner, "init"), 0, /Made/);
    const report = join(folder, "../report.txt");
    writeFileSync(report, "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.");
    await fits(at(owner, "add", report), 0, /d-/);
    const early = join(folder, "../early.backup");
    await fits(at(owner, "backup", early), 0, /no recovery words/);

    const words = join(folder, "../words.txt");
    writeFileSync(words, onPaper((await at(owner, "keys", "recovery")).out, 24, 1));
    const shares = join(folder, "../shares.txt");
    const split = await at(owner, "keys", "split", "--needed", "2", "--of", "3");
    writeFileSync(shares, onPaper(split.out, 21, 2));
    const file = join(folder, "../late.backup");
    await fits(at(owner, "backup", file), 0, /words and shares .* open it too/);
    for (const secret of [OLD, ON_BACKUP]) assert.ok(!readFileSync(file).includes(secret));

    const other = join(folder, "../other");
    const restored = async (secret: Record<string, string>, ...given: string[]) => {
      await fits(
        sanad(other, ["restore", ...given, other], { env: secret }),
        0,
        /everything agrees/,
      );
      const env = { SANAD_PASSPHRASE: secret["SANAD_NEW_PASSPHRASE"] ?? OLD };
      await fits(sanad(other, ["verify", "--deep"], { env }), 0, /everything agrees/);
      await fits(sanad(other, ["search", "Farhani"], { env }), 0, /Farhani/);
      if (secret["SANAD_NEW_PASSPHRASE"] !== undefined)
        await fits(sanad(other, ["log"], { env: { SANAD_PASSPHRASE: OLD } }), 5, /passphrase/);
      if (!isOnServer) await stopDatabase(other);
      rmSync(other, { recursive: true });
    };
    const fresh = { SANAD_NEW_PASSPHRASE: NEW };
    if (isOnServer) return restored(fresh, file, "--words", words);
    await restored(fresh, file, "--words", words);
    await restored(fresh, file, "--words", shares);
    await restored(owner, file);
    // A backup from before there were words opens by its own passphrase, and has no way for them.
    const none = { ...fresh, SANAD_BACKUP_PASSPHRASE: ON_BACKUP };
    await fits(
      sanad(other, ["restore", early, other, "--words", words], { env: none }),
      5,
      /not unlocked by recovery words/,
    );
    await fits(
      sanad(other, ["restore", file, other], { env: { SANAD_PASSPHRASE: NEW } }),
      5,
      /does not open with this passphrase/,
    );
    const wrong = join(folder, "../wrong.txt");
    const [first = ""] = readFileSync(words, "utf8").split(" ");
    writeFileSync(
      wrong,
      readFileSync(words, "utf8").replace(first, first === "zoo" ? "able" : "zoo"),
    );
    await fits(
      sanad(other, ["restore", file, other, "--words", wrong], { env: fresh }),
      2,
      /do not belong together/,
    );
  });
});

/** So many groups of so many words, as somebody writes them down. */
function onPaper(printed: string, length: number, count: number): string {
  const groups = wordGroups(printed).filter((group) => group.length === length);
  assert.ok(groups.length >= count);
  return groups
    .slice(-count)
    .map((group) => group.join(" "))
    .join("\n\n");
}
