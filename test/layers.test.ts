import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeSource, readSources, resolveImport, type Source } from "../scripts/sources.ts";

/** What a folder of src/ may import beside itself. A new arrow is a decision: docs/adr/. */
const STAGES = [
  "text",
  "lists",
  "read",
  "link",
  "reckon",
  "brief",
  "publish",
  "guard",
  "capture",
  "ledger",
];
const ALLOWED = new Map<string, readonly string[]>([
  ["base", []],
  ["model", ["base"]],
  ...STAGES.map((stage) => [stage, ["base", "model"]] as const),
  ["flow", ["base", "model", ...STAGES]],
  ...["cli", "desk", "api"].map((door) => [door, ["base", "model", "guard", "flow"]] as const),
  ["verify", ["base"]],
]);

/** Same input, same output: no clock, chance, environment, disk or network. */
const PURE = [
  "base",
  "model",
  "text",
  "lists",
  "read",
  "link",
  "reckon",
  "brief",
  "guard",
  "publish",
];
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b/, "reads the clock"],
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/, "uses chance"],
  [/\bprocess\.|\bglobalThis\b/, "reads the environment"],
  [/\bfetch\(|\bWebSocket\b/, "uses the network"],
];
const PURE_BUILTINS = new Map<string, readonly string[]>([
  ["base", ["node:buffer", "node:crypto"]],
  ["text", ["node:buffer", "node:path"]],
  ["lists", ["node:buffer"]],
]);

/** Also the name of a typeface. */
const NO_COUNTRY: readonly string[] = ["Georgia"];

const root = join(import.meta.dirname, "..");
const sources = readSources(root);
const names = countryNames(join(root, "packs/country"));

for (const [name, check] of Object.entries({
  checkArrows,
  checkPurity,
  checkExports,
  checkConsole,
  checkNames,
})) {
  test(`src/ holds to ${name}`, () => {
    assert.ok(sources.length > 5, "Found no source files to check");
    assert.deepEqual(sources.flatMap(check), []);
  });
}

test("src/ has no import cycle", () => {
  assert.deepEqual(findCycles(sources), []);
});

test("the words that src/ may not hold come from the country packs", () => {
  assert.ok(names.length > 20, `Found only ${names.length} names under packs/country`);
});

/** Counter-examples: each must be caught, or the checks above prove nothing. */
const BAD: readonly (readonly [string, string, (source: Source) => string[]])[] = [
  ["src/read/a.ts", 'import { b } from "../text/b.ts";', checkArrows],
  ["src/text/a.ts", 'import type { B } from "../flow/b.ts";', checkArrows],
  ["src/model/a.ts", 'const b = await import("../read/b.ts");', checkArrows],
  ["src/cli/a.ts", 'export { b } from "../read/b.ts";', checkArrows],
  ["src/flow/a.ts", 'import { b } from "../cli/b.ts";', checkArrows],
  ["src/misc/a.ts", "export const a = 1;", checkArrows],
  ["src/read/a.ts", 'import { readFile } from "node:fs/promises";', checkPurity],
  ["src/brief/a.ts", "const now = Date.now();", checkPurity],
  ["src/brief/a.ts", "const now = new Date();", checkPurity],
  ["src/read/a.ts", "const pick = Math.random();", checkPurity],
  ["src/text/a.ts", "const home = process.env.HOME;", checkPurity],
  ["src/read/a.ts", 'import { createHash } from "node:crypto";', checkPurity],
  ["src/read/a.ts", "export default function a() {}", checkExports],
  ["src/read/a.ts", "export { a as default };", checkExports],
  ["src/flow/a.ts", 'console.log("a");', checkConsole],
  ["src/read/a.ts", `const place = "${names[0] ?? ""}";`, checkNames],
];
for (const [path, text, check] of BAD) {
  test(`${check.name}() refuses ${JSON.stringify(text)} in ${path}`, () => {
    assert.equal(check(makeSource(path, text)).length, 1);
  });
}

const GOOD: readonly (readonly [string, string, (source: Source) => string[]])[] = [
  ["src/read/a.ts", 'import { b } from "./b.ts";\nimport { c } from "../base/c.ts";', checkArrows],
  ["src/base/a.ts", 'import { createHash } from "node:crypto";', checkPurity],
  ["src/brief/a.ts", "const day = new Date(text); // never Date.now()", checkPurity],
  ["src/cli/a.ts", 'console.log("a");', checkConsole],
];
for (const [path, text, check] of GOOD) {
  test(`${check.name}() lets ${JSON.stringify(text)} pass in ${path}`, () => {
    assert.deepEqual(check(makeSource(path, text)), []);
  });
}

test("findCycles() finds a cycle of two files", () => {
  const a = makeSource("src/read/a.ts", 'import { b } from "./b.ts";');
  const b = makeSource("src/read/b.ts", 'import { a } from "./a.ts";');
  assert.equal(findCycles([a, b]).length, 1);
});

function checkArrows(source: Source): string[] {
  if (source.folder === "") return [];
  const allowed = ALLOWED.get(source.folder);
  if (allowed === undefined) return [`${source.path}: ${source.folder}/ has no row in ALLOWED`];
  return source.imports.flatMap((specifier) => {
    const folder = /^src\/([^/]+)\//.exec(resolveImport(source, specifier) ?? "")?.[1];
    if (folder === undefined || folder === source.folder || allowed.includes(folder)) return [];
    return [`${source.path}: ${source.folder}/ may not import ${folder}/`];
  });
}

function checkPurity(source: Source): string[] {
  if (!PURE.includes(source.folder)) return [];
  const builtins = PURE_BUILTINS.get(source.folder) ?? [];
  const outside = source.imports
    .filter((specifier) => specifier.startsWith("node:") && !builtins.includes(specifier))
    .map((specifier) => `${source.path}: imports ${specifier}`);
  const impure = IMPURE.filter(([pattern]) => pattern.test(source.code));
  return [...outside, ...impure.map(([, what]) => `${source.path}: ${what}`)];
}

function checkExports(source: Source): string[] {
  const found = /\bexport default\b|\bas default\b/.test(source.code);
  return found ? [`${source.path}: has a default export`] : [];
}

function checkConsole(source: Source): string[] {
  if (source.folder === "cli" || !/\bconsole\./.test(source.code)) return [];
  return [`${source.path}: writes to the console`];
}

/** A country's name in code is a rule that belongs in a pack; a comment may give an example. */
function checkNames(source: Source): string[] {
  const found = names.find((name) =>
    new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u").test(source.code),
  );
  return found === undefined ? [] : [`${source.path}: names ${found}`];
}

/** Each cycle once, as the path around it. Types are gone when the program runs, so they may point back. */
function findCycles(files: readonly Source[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(" → "));
    const source = byPath.get(path);
    if (at >= 0 || done.has(path) || source === undefined) return;
    for (const specifier of source.runtimeImports) {
      const next = resolveImport(source, specifier);
      if (next !== null) walk(next, [...trail, path]);
    }
    done.add(path);
  };
  for (const file of files) walk(file.path, []);
  return cycles;
}

/** Capitalised names of places, prisons and bodies in the country packs, as written there. */
function countryNames(folder: string): readonly string[] {
  const found = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/(place|prison|province|organi[sz]ation|countr)[^/]*\.json$/.test(file)) continue;
    collect(JSON.parse(readFileSync(join(folder, file), "utf8")), found);
  }
  return [...found]
    .filter((name) => !NO_COUNTRY.includes(name))
    .filter((name) => /^(\p{Lu}|[\u0600-\u06FF])[\p{L}\p{M}' -]{3,}$/u.test(name))
    .sort();
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === "object") collect(inner, found);
    if (!/^(name|names|words|forms|en|fa|aliases)$/.test(key)) continue;
    for (const name of [inner].flat()) if (typeof name === "string") found.add(name);
  }
}
