import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inArchiveFolder, keyFile } from "../ledger/archiveFolder.ts";
import { sanad } from "../ledger/cli.ts";

const root = join(import.meta.dirname, "../..");
/** `script` of util-linux gives a program a terminal; elsewhere it takes other words. */
const SCRIPT = "/usr/bin/script";
const hasScript = process.platform === "linux" && spawnSync(SCRIPT, ["--version"]).status === 0;
const SECRET = "not the words that unlock it";

/** What a person sees who answers each prompt as it comes. */
async function atTerminal(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  answers: readonly (readonly [prompt: RegExp, typed: string])[],
): Promise<{ readonly code: number | null; readonly seen: string }> {
  const command = [process.execPath, "--import", "tsx", "src/cli/main.ts", ...words];
  const child = spawn(SCRIPT, ["-qec", command.map((word) => `'${word}'`).join(" "), "/dev/null"], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      TERM: "xterm",
      SANAD_LANG: "en",
      ...env,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let seen = "";
  let since = "";
  const left = [...answers];
  child.stdout.on("data", (chunk: Buffer) => {
    seen += chunk.toString();
    since += chunk.toString();
    const [next] = left;
    if (next === undefined || !next[0].test(since)) return;
    left.shift();
    since = "";
    child.stdin.write(next[1]);
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, seen };
}

test("a passphrase is asked for and not shown; a question stays; no answer changes nothing", {
  skip: !hasScript,
}, async () => {
  await inArchiveFolder(async (folder) => {
    assert.equal((await sanad(folder, ["init", folder], { env: keyFile(folder) })).code, 0);
    const env = { SANAD_ARCHIVE: folder };
    const wrong = await atTerminal(["keys", "passphrase"], env, [[/Passphrase: /, `${SECRET}\r`]]);
    assert.equal(wrong.code, 5, wrong.seen);
    assert.match(wrong.seen, /not unlocked by a passphrase/);
    assert.ok(!wrong.seen.includes(SECRET), "what is secret is not shown");

    const none = await atTerminal(["keys", "passphrase"], env, [[/Passphrase: /, "\u0004"]]);
    assert.equal(none.code, 2, none.seen);
    assert.match(none.seen, /was not answered; nothing was changed/);

    const pasted = await atTerminal(
      ["add", "--testimony"],
      { ...env, ...keyFile(folder), SANAD_ACTOR: "Mina Karimpour" },
      [[/Source of/, "\r\r\r\r\rread\r\rin words\r\rFirst line.\rSecond line.\r.\r"]],
    );
    assert.equal(pasted.code, 0, pasted.seen);
    assert.match(pasted.seen, /Name of the witness \(sealed by itself; may be empty\)/);
    assert.match(pasted.seen, /Sealed t-/);
    assert.ok(pasted.seen.includes("\u001B[3J"), "the screen is cleared of what was typed");
  });
});

test("whoever mistypes the passphrase is asked again", { skip: !hasScript }, async () => {
  await inArchiveFolder(async (folder) => {
    const right = "the words that do unlock it";
    const made = { ...keyFile(folder), SANAD_PASSPHRASE: right };
    const { SANAD_KEY_FILE: _, ...env } = made as Record<string, string>;
    assert.equal((await sanad(folder, ["init", folder], { env })).code, 0);
    const at = { SANAD_ARCHIVE: folder };
    const again = await atTerminal(["log"], at, [
      [/Passphrase: /, `${SECRET}\r`],
      [/Passphrase: /, `${right}\r`],
    ]);
    assert.equal(again.code, 0, again.seen);
    assert.match(again.seen, /the passphrase is wrong; try again/);

    const never = await atTerminal(
      ["log"],
      at,
      [1, 2, 3].map(() => [/Passphrase: /, `${SECRET}\r`] as const),
    );
    assert.equal(never.code, 5, never.seen);
  });
});

test("Ctrl-C while reports are added says what is kept, and the same command goes on", {
  skip: !hasScript,
}, async () => {
  await inArchiveFolder(async (folder) => {
    const env = { ...keyFile(folder), SANAD_ARCHIVE: folder, SANAD_ACTOR: "Mina Karimpour" };
    assert.equal((await sanad(folder, ["init", folder], { env })).code, 0);
    const reports = join(folder, "../reports.jsonl");
    const lines = Array.from({ length: 600 }, (_, at) =>
      JSON.stringify({
        id: String(at),
        text: `Four men were arrested in Yazd on 1 June 2025, ${at} said.`,
      }),
    );
    writeFileSync(reports, lines.join("\n"));
    const ended = await atTerminal(["add", reports], env, [[/d-\w{12}/, "\u0003"]]);
    assert.equal(ended.code, 130, ended.seen);
    assert.match(
      ended.seen,
      /Stopped\. What is listed above is entered and stays \(at least \d+ added, 0 there already\)/,
    );
    const { code, out } = await sanad(folder, ["add", reports], { env });
    assert.equal(code, 0, out);
    const [, kept = "0"] = /, (\d+) were there already/.exec(out) ?? [];
    const told = new Set(ended.seen.match(/d-\w{12}/g)).size;
    assert.ok(Number(kept) >= told && told > 0, `${told} told, ${kept} kept`);
  });
});
