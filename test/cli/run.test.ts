import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Failure } from "../../src/base/failure.ts";
import { EXIT_CODES, exitCodeOf, OWN_FAULT, SOME_FAILED } from "../../src/cli/exitCodes.ts";
import type { Io, Screen } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";
import { VERBS } from "../../src/cli/verbs.ts";

const PLAIN: Screen = { isTerminal: false, hasColor: false, columns: null };

const REPORT =
  "Three men hanged in Arak\n\nThree men, Kamran Delavarian, Omid Sangari and Reza Poladkar, were hanged in Arak on 3 December 2025, Lantern Rights Monitor said.\n";

for (const words of [[], ["help"], ["--help"], ["-h"]]) {
  test(`sanad ${words.join(" ")} lists every verb`, async () => {
    const { code, out } = await sanad(words);
    assert.equal(code, 0);
    for (const verb of VERBS) assert.match(out, new RegExp(`^ {2}${verb.name} `, "m"));
  });
}

test("sanad help tells every exit code", async () => {
  for (const SANAD_LANG of ["en", "fa"]) {
    const { out } = await sanad(["help"], "", PLAIN, { SANAD_LANG });
    const told = out
      .slice(out.search(/Exit codes|کدهای خروج/))
      .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
    for (const code of [0, SOME_FAILED, ...Object.values(EXIT_CODES), OWN_FAULT])
      assert.match(told, new RegExp(`\\b${code}\\b`), `${SANAD_LANG} ${code}`);
  }
});

test("who asks a verb for another language is told how it is set", async () => {
  for (const words of [
    ["--lang", "fa"],
    ["--lang=fa"],
    ["people", "--lang", "fa"],
    ["log", "--lang=fa"],
  ]) {
    const { code, told } = await sanad(words);
    assert.equal(code, 2, words.join(" "));
    assert.match(told, /SANAD_LANG=fa/, words.join(" "));
  }
});

test("a named pipe is told to be one before it is waited for, and is read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sanad-"));
  const pipe = join(folder, "pipe.txt");
  const program = "mkfifo";
  execFileSync(program, [pipe]);
  const writing = writeFile(pipe, "Two men were executed in Ahvaz on 3 April 2025.\n");
  const { out, told } = await sanad(["read", pipe]);
  await writing;
  assert.match(told, /pipe\.txt is a named pipe/);
  assert.match(out, /execution/);
  rmSync(folder, { recursive: true });
});

for (const verb of VERBS) {
  test(`sanad help ${verb.name} and sanad ${verb.name} --help show options and examples`, async () => {
    const { code, out } = await sanad(["help", verb.name]);
    assert.equal(code, 0);
    for (const option of verb.options) assert.ok(out.includes(`--${option.name}`));
    for (const [example] of verb.examples) assert.ok(out.includes(example));
    for (const line of out.split("\n")) assert.ok(line.length <= 100, line);
    assert.equal((await sanad([verb.name, "--help"])).out, out);
  });
}

test("sanad --version prints the version of the package", async () => {
  const manifest: unknown = JSON.parse(readFileSync("package.json", "utf8"));
  const { out } = await sanad(["--version"]);
  assert.equal(out.trim(), (manifest as { version: string }).version);
});

const REFUSED: readonly (readonly [string[], number, RegExp])[] = [
  [["raed", "a.txt"], 2, /no verb raed; did you mean read\?/],
  [["report.html"], 2, /to read a file: sanad read report\.html/],
  [["help", "breif"], 2, /did you mean brief\?/],
  [["read"], 2, /needs a file, a folder, or - for standard input/],
  [["read", "--published", "last week", "a.txt"], 2, /must be a date such as 2025-12-15/],
  [["read", "--published", "2025-02-30", "a.txt"], 2, /must be a date/],
  [["read", "--lang", "English", "a.txt"], 2, /must be a language code/],
  [["read", "--lang", "xx", "a.txt"], 2, /must be a language code/],
  [["brief", "--lang", "de", "a.txt"], 2, /made in en or fa, not in de/],
  [["read", "--config", "none.json", "a.txt"], 3, /no settings file .*none\.json/],
  [["read", "no-such-file.txt"], 3, /no-such-file\.txt/],
];
for (const [words, expected, message] of REFUSED) {
  test(`sanad ${words.join(" ")} ends with ${expected} and says why`, async () => {
    const { code, out, told } = await sanad(words);
    assert.equal(code, expected, told);
    assert.match(told, message);
    if (words[0] !== "read" || expected === 2) assert.equal(out, "");
  });
}

test("sanad read --json prints a claim a line and nothing else", async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, "a.txt"), REPORT);
    const { code, out, told } = await sanad(["read", "--json", join(folder, "a.txt")]);
    assert.equal(code, 0);
    assert.equal(told, "");
    const claims = out
      .trim()
      .split("\n")
      .map(
        (line) =>
          JSON.parse(line) as { kind: string; span: { start: number; end: number; quote: string } },
      );
    assert.ok(claims.some((claim) => claim.kind === "execution"));
    for (const { span } of claims) assert.equal(REPORT.slice(span.start, span.end), span.quote);
  });
});

test("sanad read goes on after an input that cannot be read, names it, and ends with 1", async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, "a.txt"), REPORT);
    writeFileSync(join(folder, "b.txt"), "");
    const { code, out, told } = await sanad(["read", folder]);
    assert.equal(code, 1);
    assert.match(told, /b\.txt/);
    assert.match(out, /execution/);
    assert.match(out, /1 report, 1 could not be read/);
  });
});

test("sanad read - reads standard input", async () => {
  const { code, out } = await sanad(["read", "-", "--json", "--publisher", "Lantern"], REPORT);
  assert.equal(code, 0);
  assert.match(out, /"publisher":"Lantern"/);
});

test("sanad read gives a note on the document once, and counts it once", async () => {
  const page = `<meta charset="iso-8859-1"><p>${REPORT} “No word was sent.”</p>`;
  const { out } = await sanad(["read", "-"], `<!doctype html><html>${page}</html>`);
  assert.equal(out.match(/^ +i charset-mislabelled/gm)?.length, 1);
  assert.match(out, /1 × charset-mislabelled/);
});

test("sanad read keeps within the width of the terminal", async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, "a.txt"), REPORT);
    for (const width of [40, 64]) {
      writeFileSync(join(folder, "c.json"), JSON.stringify({ width }));
      const { out } = await sanad([
        "read",
        "--config",
        join(folder, "c.json"),
        join(folder, "a.txt"),
      ]);
      for (const line of out.split("\n").filter((one) => !/^(kind|all|[a-z-]+ {4,}\d)/.test(one))) {
        assert.ok(line.length <= width + 2, `${line.length}: ${line}`);
      }
    }
  });
});

test("colour is used on a terminal only, and not against NO_COLOR", async () => {
  const escape = "\u001B[";
  assert.ok(!(await sanad(["help"])).out.includes(escape));
  assert.ok(
    (await sanad(["help"], "", { isTerminal: true, hasColor: true, columns: 80 })).out.includes(
      escape,
    ),
  );
});

test("sanad text prints the text of a report untouched", async () => {
  const { code, out } = await sanad(["text", "-"], REPORT);
  assert.equal(code, 0);
  assert.equal(out, REPORT);
});

test("sanad text --json says how each field was found", async () => {
  const { out } = await sanad(["text", "-", "--json", "--published", "2025-12-04"], REPORT);
  const found = JSON.parse(out) as { text: string; published: { value: string; by: string } };
  assert.equal(found.text, REPORT);
  assert.deepEqual(found.published, { value: "2025-12-04", by: "given" });
});

test("sanad brief -o - prints one page and nothing else", async () => {
  const { code, out, told } = await sanad(["brief", "-", "-o", "-"], REPORT);
  assert.equal(code, 0);
  assert.equal(told, "");
  assert.match(out, /^<!doctype html>/i);
  assert.match(out, /Kamran Delavarian/);
});

test("sanad brief says where it wrote the page", async () => {
  await inFolder(async (folder) => {
    const page = join(folder, "page.html");
    const { code, out, told } = await sanad(["brief", "-", "-o", page, "--lang", "fa"], REPORT);
    assert.equal(code, 0);
    assert.equal(out, "");
    assert.ok(told.includes(page));
    assert.match(readFileSync(page, "utf8"), /dir="rtl"/);
  });
});

test("sanad brief says what to do when the page cannot be written", async () => {
  const { code, told } = await sanad(["brief", "-", "-o", "/no-such-folder/page.html"], REPORT);
  assert.equal(code, EXIT_CODES.unavailable);
  assert.match(told, /choose another place with -o/);
});

test("sanad doctor says where no archive is", async () => {
  const { code, out } = await sanad(["doctor", "--archive", "/nowhere/of/ours"]);
  assert.equal(code, 6, out);
  assert.match(out, /✗ archive +There is no archive in \/nowhere\/of\/ours; sanad init makes one/);
  assert.doesNotMatch(out, /nowhere\/of\/ours looks/);
});

test("sanad doctor finds everything it needs here", async () => {
  const { code, out } = await sanad(["doctor"]);
  assert.equal(code, 0, out);
  for (const word of ["node", "packs", "PDF", "memory", "settings", "time zone", "terminal"]) {
    assert.match(out, new RegExp(word.replace("packs", "pack ")));
  }
});

test("exitCodeOf() tells some from all", () => {
  const refused = new Failure("input-refused", "a");
  const none = new Failure("not-found", "b");
  assert.equal(exitCodeOf(3, []), 0);
  assert.equal(exitCodeOf(3, [refused]), 1);
  assert.equal(exitCodeOf(0, [none, none]), 3);
  assert.equal(exitCodeOf(0, [none, refused]), 2);
});

async function sanad(
  words: readonly string[],
  input = "",
  stdout: Screen = PLAIN,
  env: Readonly<Record<string, string>> = {},
) {
  let out = "";
  let told = "";
  const io: Io = {
    print: async (text) => {
      out += text;
    },
    tell: (text) => {
      told += text;
    },
    stdin: bytesOf(input),
    ask: null,
    key: null,
    now: () => "2026-01-02T03:04:05.000Z",
    stdout,
    stderr: PLAIN,
    env,
    folder: ".",
  };
  const code = await run(words, io);
  return { code, out, told };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanad-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
