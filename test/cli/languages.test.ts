import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeSource, readSources } from "../../scripts/sources.ts";
import type { Io, Screen } from "../../src/cli/io.ts";
import { isolateLatin, rightToLeft, widthOf, wrap } from "../../src/cli/print/screenText.ts";
import { run } from "../../src/cli/run.ts";
import { VERBS } from "../../src/cli/verbs.ts";
import { cliWordsFa } from "../../src/cli/words/cliWordsFa.ts";
import { messageInPersian } from "../../src/cli/words/messagesFa.ts";
import { optionsWithoutPersian, VERBS_FA } from "../../src/cli/words/verbsFa.ts";
import { interfaceLanguage } from "../../src/flow/interfaceLanguage.ts";
import { NOTE_MEANINGS } from "../../src/flow/noteMeanings.ts";
import { persian } from "../../src/flow/persianWords.ts";

const root = join(import.meta.dirname, "../..");
const PERSIAN = /[\u0600-\u06FF]/;
const REPORT =
  "Three men hanged in Arak\n\nThree men, Kamran Delavarian, Omid Sangari and Reza Poladkar, were hanged in Arak on 3 December 2025, Lantern Rights Monitor said.\n";

const LANGUAGES: readonly (readonly [Record<string, string>, "en" | "fa" | null, string])[] = [
  [{}, null, "en"],
  [{ LANG: "fa_IR.UTF-8" }, null, "fa"],
  [{ LANG: "fa" }, null, "fa"],
  [{ LANG: "fat_GH" }, null, "en"],
  [{ LANG: "fa_IR", LC_ALL: "C.UTF-8" }, null, "en"],
  [{ LANG: "en_GB.UTF-8", LC_MESSAGES: "fa_AF" }, null, "fa"],
  [{ LANG: "fa_IR" }, "en", "en"],
  [{ SANAD_LANG: "en", LANG: "fa_IR" }, "fa", "en"],
  [{ SANAD_LANG: "", LANG: "fa_IR" }, null, "fa"],
];
for (const [env, setting, expected] of LANGUAGES) {
  test(`interfaceLanguage() is ${expected} with ${JSON.stringify(env)} and the setting ${setting}`, () => {
    assert.equal(interfaceLanguage(env, setting), expected);
  });
}

test("a language that is not there is refused", async () => {
  const { code, told } = await sanad(["help"], { SANAD_LANG: "de" });
  assert.equal(code, 2);
  assert.match(told, /SANAD_LANG must be en or fa, not de/);
});

test("every verb has its help in Persian", () => {
  assert.deepEqual(Object.keys(VERBS_FA).sort(), VERBS.map((verb) => verb.name).sort());
  assert.deepEqual(optionsWithoutPersian(VERBS), []);
  for (const verb of VERBS) {
    const own = VERBS_FA[verb.name];
    assert.equal(own?.about.length, verb.about.length, verb.name);
    assert.equal(own.examples.length, verb.examples.length, verb.name);
    const options = verb.options.map(({ name }) => name);
    assert.deepEqual(
      Object.keys(own.options).filter((name) => !options.includes(name)),
      [],
      verb.name,
    );
  }
});

test("every note has its meaning in Persian", () => {
  assert.deepEqual(Object.keys(persian.notes).sort(), [...NOTE_MEANINGS.keys()].sort());
});

test("every message that a failure carries has a Persian row (src/cli/words/messagesOf….ts)", () => {
  const messages = readSources(root).flatMap(({ path, code, text }) =>
    path.includes("/words/") ? [] : messagesOf(code, text),
  );
  assert.ok(messages.length > 90, `Found only ${messages.length} messages`);
  const bare = messages.filter(
    (message) => !PERSIAN.test(inPersian(message)) && !COMPOSED.includes(message),
  );
  assert.deepEqual(bare, []);
});

test("every note of a published figure, which the page prints, has its Persian", () => {
  const path = join(root, "packs", "country", "ir", "figures.json");
  const { items } = JSON.parse(readFileSync(path, "utf8")) as {
    items: readonly { readonly id: string; readonly note?: string; readonly note_fa?: string }[];
  };
  const noted = items.filter(({ note }) => note !== undefined && note !== "");
  assert.ok(noted.length > 100, `Found only ${noted.length} notes`);
  assert.deepEqual(
    noted.filter(({ note_fa: persian }) => !/[آ-ی۰-۹]/.test(persian ?? "")).map(({ id }) => id),
    [],
  );
});

test("every kind of file that cannot be read has a Persian row", () => {
  const source = readFileSync(join(root, "src", "text", "sniffFormat.ts"), "utf8");
  const kinds = [...source.matchAll(/unreadable\("([^"]+)"\)/g)].map(([, kind = ""]) => kind);
  assert.ok(kinds.length > 10, `Found only ${kinds.length} kinds`);
  const bare = kinds.filter((kind) => messageInPersian(kind, (value) => value) === kind);
  assert.deepEqual(bare, []);
  assert.equal(
    messageInPersian(`This is no PDF file, whatever its name says; give x`, (value) => value),
    "این برخلاف نامش فایل PDF نیست؛ x بدهید",
  );
});

test("messagesOf() finds what a failure says, whole and in parts", () => {
  const code =
    'throw new Failure("input-refused", `There is no thing ${name}`, { cause }); refuse(a, "Not a b");';
  const { code: blanked } = makeSource("src/cli/a.ts", code);
  assert.deepEqual(messagesOf(blanked, code), ["There is no thing 7", "Not a b"]);
});

const MESSAGES: readonly (readonly [string, string])[] = [
  ["There is no verb raed; did you mean read?", "فرمانی به نام [raed] نیست؛ منظورتان [read] بود؟"],
  [
    'a.txt, line 3: No text; give each object a "text" or an "html" that is not empty',
    '[a.txt]، سطر [3]: متنی نیست؛ به هر شیء "text" یا "html" نا‌خالی بدهید',
  ],
  [
    "C:/x.pdf: The PDF is damaged; fetch it again",
    "[C:/x.pdf]: پی‌دی‌اف آسیب دیده است؛ دوباره آن را بگیرید",
  ],
  ["entry 5: its leaf is no JSON", "ثبت [5]: برگش JSON نیست"],
  ["Nobody wrote a row for this", "Nobody wrote a row for this"],
];
for (const [english, expected] of MESSAGES) {
  test(`messageInPersian() of ${JSON.stringify(english)}`, () => {
    assert.equal(
      messageInPersian(english, (value) => `[${value}]`),
      expected,
    );
  });
}

test("help, failures and claims are told in Persian; codes and exit codes are the same", async () => {
  for (const words of [["help"], ...VERBS.map((verb) => ["help", verb.name])]) {
    const { code, out } = await sanad(words, { LANG: "fa_IR.UTF-8" });
    assert.equal(code, 0);
    for (const line of out.split("\n")) {
      assert.ok(widthOf(line) <= 100, line);
      const isCommand = /^ {2}[a-z]/.test(line) || line === "";
      assert.ok(isCommand || PERSIAN.test(line) || /^ +[-\w]|^\u2067/.test(line), line);
    }
  }
  for (const [words, code] of [
    [["raed"], 2],
    [["read"], 2],
    [["read", "no-such-file.txt"], 3],
    [["read", "--lang", "xx", "-"], 2],
  ] as const) {
    const given = await sanad(words, { SANAD_LANG: "fa" });
    assert.equal(given.code, code);
    assert.match(given.told, PERSIAN);
  }
});

test("sanad read in Persian: kinds, numbers and both calendars", async () => {
  const { code, out } = await sanad(["read", "-"], { SANAD_LANG: "fa" }, REPORT);
  assert.equal(code, 0);
  for (const words of ["اعدام", "۳ مرد", "۱۲ آذر ۱۴۰۴ (۳ دسامبر ۲۰۲۵)", "نقل غیرمستقیم", "۱ گزارش"])
    assert.ok(out.includes(words), `${words} is not in\n${out}`);
});

test("--json is the same in every language", async () => {
  for (const words of [
    ["read", "--json", "-"],
    ["text", "--json", "-"],
  ]) {
    const english = await sanad(words, {}, REPORT);
    assert.notEqual(english.out, "");
    assert.deepEqual(await sanad(words, { SANAD_LANG: "fa" }, REPORT), english);
  }
});

test("sanad brief writes in the language of the program unless it is told otherwise", async () => {
  const page = ["brief", "-", "-o", "-"];
  assert.match((await sanad(page, { SANAD_LANG: "fa" }, REPORT)).out, /<html lang="fa" dir="rtl"/);
  const told = await sanad([...page, "--lang", "en"], { SANAD_LANG: "fa" }, REPORT);
  assert.match(told.out, /<html lang="en"/);
});

test("every line closes the isolates it opens, and columns stand under each other", async () => {
  const long = REPORT.replace(
    "Lantern Rights Monitor",
    "کانون گزارشگران آزاد سرزمین‌های دور و نزدیک ".repeat(3),
  );
  for (const text of [REPORT, long]) {
    const { out } = await sanad(["read", "-"], { SANAD_LANG: "fa" }, text);
    for (const line of out.split("\n")) {
      const opened = line.match(/[\u2066-\u2068]/g)?.length ?? 0;
      assert.equal(line.match(/\u2069/g)?.length ?? 0, opened, JSON.stringify(line));
    }
  }
  const { out } = await sanad(["read", "-"], { SANAD_LANG: "fa" }, REPORT);
  const table = out
    .split("\n")
    .filter((line) => /^\u2067[^\u2069]+\u2069 +\u2067[^\u2069]+\u2069 +\u2067/.test(line));
  assert.ok(table.length >= 3, out);
  assert.equal(new Set(table.map((line) => widthOf(line.trimEnd()))).size, 1);
});

const RUNS: readonly (readonly [string, string])[] = [
  ["با --since بسنجید", "با <--since> بسنجید"],
  ["(docs/claims.md).", "(docs/claims.md)."],
  ["در (docs/claims.md).", "در (<docs/claims.md>)."],
  ["تنظیمات: sanad.config.json", "تنظیمات: <sanad.config.json>"],
  ["مانند 2025-12-15 یا ۲۰", "مانند <2025-12-15> یا ۲۰"],
  ["- ورودی", "- ورودی"],
  ["می‌شود. SANAD_ACTOR می‌گوید", "می‌شود. <SANAD_ACTOR> می‌گوید"],
  ["--\u2068kind\u2069 باید", "<--[kind]> باید"],
  ["در sanad help \u2068read\u2069.", "در <sanad help [read]>."],
  ["\u2068a b\u2069: نیست", "[a b]: نیست"],
  ["sanad \u2068رضا (x)\u2069 ب", "<sanad> [رضا (x)] ب"],
  ["نام \u001B[31m██\u001B[39m sanad", "نام \u001B[31m██\u001B[39m <sanad>"],
];
for (const [text, expected] of RUNS) {
  test(`isolateLatin() of ${text}`, () => {
    const marked = isolateLatin(text)
      .replaceAll(/\u2068([^\u2069]*)\u2069/g, "[$1]")
      .replaceAll("\u2066", "<")
      .replaceAll("\u2069", ">");
    assert.equal(marked, expected);
  });
}

test("a line that goes on from a Persian one is read from the right, though it holds ids alone", () => {
  const line = cliWordsFa.continued("      d-4rs47b9pp7hc)");
  assert.equal(line, "\u2067      \u2066d-4rs47b9pp7hc\u2069)\u2069");
  assert.equal(widthOf(line), "      d-4rs47b9pp7hc)".length);
});

test("rightToLeft() leaves a line without right-to-left letters alone", () => {
  assert.equal(rightToLeft("0.1.0"), "0.1.0");
  assert.equal(rightToLeft("سند"), "\u2067سند\u2069");
});

test("wrap() closes an isolate at the line's end and opens it again", () => {
  assert.deepEqual(wrap("a \u2068دو سه\u2069 b", 4), ["a \u2068دو\u2069", "\u2068سه\u2069 b"]);
});

test("docs/terms.md has every Persian word for kinds, modalities, roles and statuses", () => {
  const terms = readFileSync(join(root, "docs/terms.md"), "utf8");
  const words = [
    ...Object.values(persian.kinds),
    ...Object.values(persian.modalities),
    ...Object.values(persian.roles),
    ...Object.values(persian.statementTypes),
    ...["proposed", "accepted", "rejected", "corrected"].map(cliWordsFa.status),
  ];
  assert.deepEqual(
    words.filter((word) => !terms.includes(`| ${word} |`)),
    [],
  );
});

/** A message with its stop put in; a row has it with a semicolon. */
const COMPOSED: readonly string[] = ["77 sanad help 7 lists its options"];

/** What stands in calls that make a failure: each text with a space in it, what is put in as a 7. */
function messagesOf(code: string, text: string): readonly string[] {
  const found: string[] = [];
  for (const call of code.matchAll(/(?:new Failure|refused?|giveUp)\(/g)) {
    const end = endOfCall(code, call.index + call[0].length);
    const inside = text.slice(call.index + call[0].length, end);
    for (const [literal] of inside.matchAll(
      /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g,
    )) {
      const message = literal.slice(1, -1).replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "7");
      if (/[a-z] /i.test(message) && !message.includes("${"))
        found.push(message.replaceAll('\\"', '"'));
    }
  }
  return found;
}

function endOfCall(code: string, start: number): number {
  let depth = 1;
  for (let at = start; at < code.length; at += 1) {
    if (code[at] === "(") depth += 1;
    if (code[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return code.length;
}

function inPersian(message: string): string {
  return messageInPersian(message, (value) => value);
}

const PLAIN: Screen = { isTerminal: false, hasColor: false, columns: null };

async function sanad(words: readonly string[], env: Io["env"], input = "") {
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
    stdout: PLAIN,
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
