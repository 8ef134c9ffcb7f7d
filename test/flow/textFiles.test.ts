import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { splitLines } from "../../src/flow/inputLines.ts";
import { pathFailure, surveyPaths } from "../../src/flow/inputPaths.ts";
import { type Input, readFiles, type ReadOptions } from "../../src/flow/readFiles.ts";
import { TextWorkerHost } from "../../src/flow/textWorkerHost.ts";
import { makePdf } from "../text/makePdf.ts";

const folder = mkdtempSync(join(tmpdir(), "sanad-text-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function readAll(paths: readonly string[], options: ReadOptions = {}): Promise<Input[]> {
  const inputs: Input[] = [];
  for await (const input of readFiles(paths, {}, options)) inputs.push(input);
  return inputs;
}

/** `document` or the code of the failure, with the name within the folder. */
const told = (inputs: readonly Input[]): string[] =>
  inputs.map((input) => {
    const name = input.path.replace(`${folder}/`, "");
    return `${name}: ${input.kind === "document" ? "document" : input.failure.code}`;
  });

test("readFiles() reads a directory at any depth, sorted, and files of known kinds only", async () => {
  put("tree/b.txt", "Two men were released.");
  put("tree/a/z.html", "<html><body><p>Two women were released.</p></body></html>");
  put("tree/a/y.md", "# Two men\n\nwere released");
  put("tree/a/picture.png", "x");
  put("tree/.hidden/c.txt", "x");
  symlinkSync(join(folder, "tree"), join(folder, "tree/a/round"));
  const inputs = await readAll([join(folder, "tree")]);
  assert.deepEqual(told(inputs), [
    "tree/a/y.md: document",
    "tree/a/z.html: document",
    "tree/b.txt: document",
  ]);
  assert.equal((await surveyPaths([join(folder, "tree")])).files, 3);
});

test("what an archive is made of is no report, and what lies beside it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sanad-"));
  try {
    for (const each of ["database/data", "evidence/ab", "tiles/tile", "reports/database"])
      mkdirSync(join(folder, each), { recursive: true });
    const files = [
      "sanad.archive.json",
      "keys.json",
      "erasures.json",
      "database/data/notes.txt",
      "evidence/ab/cd",
      "tiles/tile/x.txt",
      "letter.txt",
      "reports/database/real.txt",
    ];
    for (const file of files) writeFileSync(join(folder, file), "Two men were hanged in Arak.\n");
    const { files: read, lists, rest } = await surveyPaths([folder]);
    assert.equal(read, 2);
    assert.deepEqual([...lists, ...rest], []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("surveyPaths() tells lists and unread documents of a directory, but no file asked for by name and no page's pictures", async () => {
  for (const name of [
    "a.txt",
    "b.csv",
    "in/c.CSV",
    "in/d.rtf",
    "in/e.js",
    "p_files/f.png",
    ".g.csv",
  ])
    put(`odd/${name}`, "Two men were released.");
  for (const name of ["letter", "x.bin", "y.bin", ".DS_Store", ".git/config"])
    put(`odd/${name}`, "x");
  symlinkSync(join(folder, "odd/in"), join(folder, "odd/link"));
  symlinkSync(join(folder, "odd/gone"), join(folder, "odd/gone.txt"));
  const { files, lists, others, rest } = await surveyPaths([
    join(folder, "odd"),
    put("x.csv", "a,b"),
    put("given", "x"),
  ]);
  assert.deepEqual([files, [...lists], [...others]], [4, [[".csv", 2]], [[".rtf", 1]]]);
  // Nothing is passed over without a word but what programs leave.
  assert.deepEqual(
    new Map(rest),
    new Map([
      ["hidden", 1],
      [".js", 1],
      ["", 1],
      ["link", 1],
      [".bin", 2],
    ]),
  );
});

test("readFiles() tells each bad input by name and reads the others, in the order asked for", async () => {
  mkdirSync(join(folder, "nothing"), { recursive: true });
  const inputs = await readAll([
    join(folder, "missing.txt"),
    put("good.txt", "Two men were released."),
    put("empty.txt", ""),
    put(
      "binary.txt",
      Uint8Array.from({ length: 999 }, (_, at) => (at * 31) % 256),
    ),
    join(folder, "nothing"),
    put("scan.pdf", makePdf([[]], { isScan: true })),
    put("good.pdf", makePdf([[{ x: 50, y: 700, text: "Two men were released." }]])),
    put("last.txt", "Two women were released."),
  ]);
  assert.deepEqual(told(inputs), [
    "missing.txt: not-found",
    "good.txt: document",
    "empty.txt: input-refused",
    "binary.txt: input-refused",
    "nothing: input-refused",
    "scan.pdf: input-refused",
    "good.pdf: document",
    "last.txt: document",
  ]);
  for (const input of inputs)
    if (input.kind === "failure") assert.ok(input.failure.message.startsWith(input.path));
});

test("readFiles() says that a file may not be read", async () => {
  const error = Object.assign(new Error("EACCES"), { code: "EACCES" });
  assert.equal(pathFailure("a.txt", error).code, "forbidden");
  const path = put("locked.txt", "Two men were released.");
  chmodSync(path, 0o000);
  const [input] = await readAll([path]);
  // The superuser may read everything, and tests may run as such.
  if (process.getuid?.() === 0) assert.equal(input?.kind, "document");
  else assert.equal(input?.kind === "failure" && input.failure.code, "forbidden");
});

test("readFiles() reads JSON lines one by one, whatever the file is called", async () => {
  const path = put(
    "many.txt",
    '{"id":"a","text":"Two men"}\nbroken\n\n{"id":"b","text":"Two women"}',
  );
  const inputs = await readAll([path]);
  assert.deepEqual(told(inputs), [
    "many.txt: document",
    "many.txt: input-refused",
    "many.txt: document",
  ]);
  assert.match(inputs[1]?.kind === "failure" ? inputs[1].failure.message : "", /line 2/);
});

async function* streamOf(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

test("readFiles() reads - as text, as a page or as JSON lines", async () => {
  const [text] = await readAll(["-"], { stdin: streamOf("Two men ", "were released.") });
  assert.equal(text?.kind === "document" && text.document.text, "Two men were released.");
  assert.equal(text?.path, "-");
  const [page] = await readAll(["-"], { stdin: streamOf("<!doctype html>", "<p>Two men</p>") });
  assert.equal(page?.kind === "document" && page.document.text, "Two men");
  const lines = await readAll(["-"], { stdin: streamOf('{"text":"Two', ' men"}\n{"text":"b"}') });
  assert.equal(lines.length, 2);
  const [none] = await readAll(["-"], { stdin: streamOf() });
  assert.equal(none?.kind === "failure" && none.failure.code, "input-refused");
});

test("readFiles() passes hints on", async () => {
  const path = put("hints.txt", "Two men were released.");
  for await (const input of readFiles([path], {
    published: "2025-10-04",
    publisher: "L",
    language: "en",
  })) {
    assert.ok(input.kind === "document");
    assert.deepEqual(input.document.published, { value: "2025-10-04", by: "given" });
  }
});

test("a file that takes too long is given up; the next is read by a new thread", async () => {
  const host = new TextWorkerHost({ timeoutMs: 1, memoryMb: 128 });
  const pdf = makePdf([[{ x: 50, y: 700, text: "Two men were released." }]]);
  const [slow] = await host.read(pdf, { path: "slow.pdf" });
  assert.ok(slow?.kind === "failure");
  assert.match(slow.failure.message, /^slow\.pdf: The file took longer than/);
  await host.close();
  const patient = new TextWorkerHost({ timeoutMs: 30_000, memoryMb: 128 });
  const [first, second] = await Promise.all([
    patient.read(pdf, { path: "a.pdf" }),
    patient.read(pdf, { path: "b.pdf" }),
  ]);
  assert.equal(first[0]?.kind, "document");
  assert.equal(second[0]?.kind, "document");
  await patient.close();
});

test("a file that takes too much memory is given up; the next is read", async () => {
  const host = new TextWorkerHost({ timeoutMs: 30_000, memoryMb: 24 });
  const page = `<html><body>${"<p><b>x</b></p>".repeat(400_000)}</body></html>`;
  const [large] = await host.read(Buffer.from(page), { path: "large.html" });
  assert.ok(large?.kind === "failure");
  assert.match(large.failure.message, /^large\.html: The file takes more memory/);
  const [small] = await host.read(Buffer.from("Two men were released."), { path: "a.txt" });
  assert.equal(small?.kind, "document");
  await host.close();
});

test("small pages and pages within a .jsonl are read under the caps, plain text is not", async () => {
  const caps = { timeoutMs: 1, memoryMb: 128 };
  const page = "<p>Two men were released.</p>";
  const lines = [{ id: "a", text: "Two men were released." }, { html: page }];
  const inputs = await readAll(
    [
      put("capped/a.html", page),
      put("capped/b.jsonl", lines.map((line) => JSON.stringify(line)).join("\n")),
      put("capped/c.jsonl", JSON.stringify({ html: page }).replace("html", "\\u0068tml")),
    ],
    { caps },
  );
  assert.deepEqual(told(inputs), [
    "capped/a.html: input-refused",
    "capped/b.jsonl: document",
    "capped/b.jsonl: input-refused",
    "capped/c.jsonl: input-refused",
  ]);
  const messages = inputs.flatMap((one) => (one.kind === "failure" ? [one.failure.message] : []));
  assert.match(messages[1] ?? "", /b\.jsonl, line 2: The line took longer than/);
});

test("splitLines() holds one line, numbers them all, and passes over those beyond the limit", async () => {
  const lines: [number, string | null][] = [];
  for await (const { number, bytes } of splitLines(
    streamOf("a", "b\n\ncc", "cccc", "cc\nd\r\n", "e"),
    4,
  ))
    lines.push([number, bytes === null ? null : Buffer.from(bytes).toString()]);
  assert.deepEqual(lines, [
    [1, "ab"],
    [3, null],
    [4, "d\r"],
    [5, "e"],
  ]);
});
