import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArguments } from "../../src/cli/parseArguments.ts";
import { findVerb } from "../../src/cli/verbs.ts";

const READ = findVerb("read");
const BRIEF = findVerb("brief");

const TAKEN: readonly (readonly [string, string[], Record<string, string>, string[]])[] = [
  ["read a.txt b.html", ["a.txt", "b.html"], {}, []],
  ["read --json a.txt", ["a.txt"], {}, ["json"]],
  [
    "read a.txt --published 2025-12-15 --lang=fa",
    ["a.txt"],
    { published: "2025-12-15", lang: "fa" },
    [],
  ],
  ["read -", ["-"], {}, []],
  ["read -- --odd-name.txt", ["--odd-name.txt"], {}, []],
  ["read -h", [], {}, ["help"]],
  ["brief a.txt -o page.html", ["a.txt"], { output: "page.html" }, []],
  ["brief a.txt -o -", ["a.txt"], { output: "-" }, []],
];
for (const [line, paths, values, switches] of TAKEN) {
  test(`sanad ${line} is understood`, () => {
    const given = parse(line);
    assert.deepEqual(given.paths, paths);
    assert.deepEqual(Object.fromEntries(given.values), values);
    assert.deepEqual([...given.switches], switches);
  });
}

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ["read --jsno a.txt", /no option --jsno; did you mean --json\?/],
  ["read --output x a.txt", /no option --output; sanad help read/],
  ["read a.txt --published", /--published needs a value: --published DATE/],
  ["read --lang --json a.txt", /--lang needs a value/],
  ["read --lang en --lang fa a.txt", /--lang is given twice/],
  ["read --lang= a.txt", /--lang needs a value/],
  ["read --json=yes a.txt", /--json takes no value/],
  ["brief -x a.txt", /no option -x/],
];
for (const [line, message] of REFUSED) {
  test(`sanad ${line} is refused`, () => {
    assert.throws(() => parse(line), { code: "input-refused", message });
  });
}

function parse(line: string) {
  const [name, ...words] = line.split(" ");
  const verb = name === "read" ? READ : BRIEF;
  assert.ok(verb !== null);
  return parseArguments(words, verb);
}
