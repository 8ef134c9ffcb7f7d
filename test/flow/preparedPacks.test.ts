import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { pathToFileURL } from "node:url";
import { loadRows } from "../../src/flow/packFiles.ts";
import { takePrepared } from "../../src/flow/preparedPacks.ts";

/** A copy of the program, whose packs and code a test may change. */
const program = mkdtempSync(join(tmpdir(), "sanad-prepared-"));
const root = join(import.meta.dirname, "../..");
for (const name of ["src", "packs", "package.json", "tsconfig.json"])
  cpSync(join(root, name), join(program, name), { recursive: true });
symlinkSync(join(root, "node_modules"), join(program, "node_modules"));
const prepared = join(program, "prepared");
const kept = join(program, "kept");
after(() => rmSync(program, { recursive: true }));

/** The claims of reports in both languages, by a process of its own: numbers of words are given once a process. */
const READ = `
  import { readFileSync } from "node:fs";
  import { loadRows } from "./src/flow/packFiles.ts";
  import { takePrepared, writePrepared } from "./src/flow/preparedPacks.ts";
  import { compilePacks } from "./src/read/pack.ts";
  import { readClaims } from "./src/read/readClaims.ts";
  import { readDocument } from "./src/text/readDocument.ts";
  const [mode, folder, ...files] = process.argv.slice(1);
  if (mode === "write") writePrepared(new URL(folder));
  else {
    const rows = loadRows();
    const keep = mode === "take" ? takePrepared(Object.keys(rows), new URL(folder)) : null;
    const made = [];
    const packs = compilePacks(rows, (name, make) => {
      const anew = () => (made.push(name), make());
      return keep === null ? anew() : keep(name, anew);
    });
    const claims = [];
    for (const file of files) {
      const [{ document }] = await readDocument(readFileSync(file), { path: file, published: "2025-12-15" });
      claims.push(readClaims(document, packs).claims);
    }
    console.log(JSON.stringify({ made, claims }));
  }
`;

type Answer = {
  /** The parts that were made, not taken. */
  readonly made: readonly string[];
  readonly claims: readonly (readonly unknown[])[];
};

const reports = ["en-crime", "fa-court"].map((style) => {
  const folder = join(root, "test/golden/dev", style);
  const texts = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return texts.map((file) => join(folder, file));
});
const [[english = ""] = [], [persian = ""] = []] = reports;
const TWO = [english, persian];
const ALL = ["others", "names", "periods", "lang/en", "lang/fa"];

function run(mode: "write" | "take" | "compile", files: readonly string[] = TWO): string {
  const folder = pathToFileURL(`${prepared}/`).href;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", READ, mode, folder, ...files],
    { cwd: program, encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  return stdout;
}

function answer(mode: "take" | "compile", files?: readonly string[]): Answer {
  return JSON.parse(run(mode, files)) as Answer;
}

const compiledTwo = answer("compile");

/** Does that to the parts, reads with them, and puts them back as they were. */
function takeAfter(damage: () => void): Answer {
  damage();
  try {
    return answer("take");
  } finally {
    putBack();
  }
}

function putBack(): void {
  rmSync(prepared, { recursive: true });
  cpSync(kept, prepared, { recursive: true });
}

const partFile = (name: string): string => join(prepared, name);

/** Another word of the same length, in a file that looks as it did. */
function editKeepingSizeAndTime(file: string, from: string, to: string): void {
  const { atime, mtime, size } = statSync(file);
  const before = readFileSync(file, "utf8");
  assert.ok(before.includes(from));
  writeFileSync(file, before.replace(from, to));
  utimesSync(file, atime, mtime);
  assert.equal(statSync(file).size, size);
}

test("reports read with prepared packs give the claims that compiled ones give", () => {
  run("write");
  cpSync(prepared, kept, { recursive: true });
  const files = reports.flat();
  const [compiled, taken] = [answer("compile", files), answer("take", files)];
  assert.deepEqual(compiled.made, ALL);
  assert.deepEqual(taken.made, []);
  assert.ok(compiled.claims.flat().length > 100);
  assert.deepEqual(taken.claims, compiled.claims);
});

test("writing leaves no file but the parts and their origin", () => {
  const files = readdirSync(prepared).sort();
  const parts = ["lang-en", "lang-fa", "names", "others", "periods", "vocabulary"];
  assert.deepEqual(files, [...parts.map((name) => `${name}.v8`), "origin.json"].sort());
});

test("parts that are missing, cut short or changed are made, and the claims are the same", () => {
  const first = takeAfter(() => {
    rmSync(partFile("lang-en.v8"));
    truncateSync(partFile("lang-fa.v8"), 1_000_000);
    writeFileSync(partFile("periods.v8"), "no part at all");
  });
  assert.deepEqual(first.made, ["periods", "lang/en", "lang/fa"]);
  assert.deepEqual(first.claims, compiledTwo.claims);
  const second = takeAfter(() => {
    truncateSync(partFile("lang-en.v8"));
    const bytes = readFileSync(partFile("names.v8"));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(partFile("names.v8"), bytes);
  });
  assert.deepEqual(second.made, ["names", "lang/en"]);
  assert.deepEqual(second.claims, compiledTwo.claims);
});

test("a part in the place of another is not taken for it", () => {
  const { made, claims } = takeAfter(() => {
    renameSync(partFile("lang-en.v8"), partFile("swapped"));
    renameSync(partFile("lang-fa.v8"), partFile("lang-en.v8"));
    renameSync(partFile("swapped"), partFile("lang-fa.v8"));
  });
  assert.deepEqual(made, ["lang/en", "lang/fa"]);
  assert.deepEqual(claims, compiledTwo.claims);
});

test("without whole numbers of words or a whole origin everything is compiled", () => {
  const cutShort = takeAfter(() => truncateSync(partFile("vocabulary.v8"), 1000));
  assert.deepEqual(cutShort, { made: ALL, claims: compiledTwo.claims });
  const damages = [
    () => rmSync(partFile("vocabulary.v8")),
    () => rmSync(partFile("origin.json")),
    () => truncateSync(partFile("origin.json"), 100),
    () => writeFileSync(partFile("origin.json"), "null"),
    () => writeFileSync(partFile("origin.json"), "{}"),
    () => {
      const origin = JSON.parse(readFileSync(partFile("origin.json"), "utf8")) as object;
      writeFileSync(partFile("origin.json"), JSON.stringify({ ...origin, engine: "1.0" }));
    },
  ];
  const paths = Object.keys(loadRows());
  for (const damage of damages) {
    damage();
    assert.equal(takePrepared(paths, pathToFileURL(`${prepared}/`)), null);
    putBack();
  }
  assert.deepEqual(answer("take").made, []);
});

test("a part of another build is made anew, of the packs that are there", () => {
  const words = join(program, "packs/lang/en/words.json");
  const whole = readFileSync(words);
  editKeepingSizeAndTime(words, '"took place"', '"took plane"');
  try {
    run("write");
    const foreign = readFileSync(partFile("lang-en.v8"));
    writeFileSync(words, whole);
    const { made, claims } = takeAfter(() => {
      putBack();
      writeFileSync(partFile("lang-en.v8"), foreign);
    });
    assert.deepEqual(made, ["lang/en"]);
    assert.deepEqual(claims, compiledTwo.claims);
  } finally {
    writeFileSync(words, whole);
  }
});

test("times do not matter, content does: a pack edited with its size and time, or other code of the reader", () => {
  for (const file of readdirSync(join(program, "packs/lang/en")))
    utimesSync(join(program, "packs/lang/en", file), 499_162_500, 499_162_500);
  assert.deepEqual(answer("take").made, []);
  const words = join(program, "packs/lang/en/words.json");
  editKeepingSizeAndTime(words, '"took place"', '"took plane"');
  assert.deepEqual(answer("take").made, ALL);
  editKeepingSizeAndTime(words, '"took plane"', '"took place"');
  assert.deepEqual(answer("take").made, []);
  const code = join(program, "src/read/keepParts.ts");
  writeFileSync(code, `${readFileSync(code, "utf8")}\n`);
  assert.deepEqual(answer("take").made, ALL);
});

test("where nothing is prepared nothing is taken", () => {
  assert.equal(takePrepared(["lang/en/words.json"], pathToFileURL("/nowhere/")), null);
});
