import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { formatNotes, readNoteTables } from "../scripts/noteTables.ts";
import { EXIT_CODES } from "../src/cli/exitCodes.ts";
import { parseArguments } from "../src/cli/parseArguments.ts";
import { COMMON_OPTIONS, findVerb, VERBS } from "../src/cli/verbs.ts";
import { loadPacks } from "../src/flow/loadPacks.ts";
import { NOTE_MEANINGS } from "../src/flow/noteMeanings.ts";
import { DEFAULTS, SETTINGS } from "../src/flow/readConfig.ts";
import { readDocuments } from "../src/flow/readDocuments.ts";
import type { Claim } from "../src/model/claim.ts";
import { CLAIM_KINDS, MODALITIES, PERSON_ROLES } from "../src/model/claim.ts";
import { readClaims } from "../src/read/readClaims.ts";

const root = join(import.meta.dirname, "..");
const docs = new Map(
  ["README.md", "CONTRIBUTING.md", ...list("docs").map((file) => `docs/${file}`)].map((file) => [
    file,
    readFileSync(join(root, file), "utf8"),
  ]),
);
const schema: unknown = JSON.parse(readFileSync(join(root, "docs/claim.schema.json"), "utf8"));
const noteTables = await readNoteTables(root);
const noteCodes = [...noteTables.values()].flat().map((row) => row.code);
const claims = await readExamples();

/** What must be written down, and where. */
const WORDS: readonly (readonly [string, readonly string[], string])[] = [
  ["verb", VERBS.map((verb) => `sanad ${verb.name}`), "README.md"],
  [
    "option",
    VERBS.flatMap((verb) => verb.options.map((option) => `--${option.name}`)),
    "README.md",
  ],
  ["common option", COMMON_OPTIONS.map((option) => `--${option.name}`), "README.md"],
  ["setting", SETTINGS.map((setting) => `\`${setting.key}\``), "docs/config.md"],
  ["error code", Object.keys(EXIT_CODES).map((code) => `\`${code}\``), "docs/architecture.md"],
  ["claim kind", CLAIM_KINDS.map((kind) => `\`${kind}\``), "docs/claims.md"],
  ["modality", MODALITIES.map((modality) => `\`${modality}\``), "docs/claims.md"],
  ["role", PERSON_ROLES.map((role) => `\`${role}\``), "docs/claims.md"],
  ["JSON field", fieldsOf(schema).map((field) => `\`${field}\``), "docs/claims.md"],
  ["JSON value", valuesOf(schema).map((value) => `\`${value}\``), "docs/claims.md"],
  ["note code", noteCodes.map((code) => `\`${code}\``), "docs/notes.md"],
  ["script", scriptNames().map((name) => `npm run ${name}`), "CONTRIBUTING.md"],
];
for (const [what, words, file] of WORDS) {
  test(`every ${what} is in ${file}`, () => {
    assert.ok(words.length > 0, `Found no ${what} to look for`);
    const text = docs.get(file) ?? "";
    assert.deepEqual(
      words.filter((word) => !text.includes(word)),
      [],
    );
  });
}

test("docs/architecture.md has the exit code of every error", () => {
  const text = docs.get("docs/architecture.md") ?? "";
  for (const [code, exit] of Object.entries(EXIT_CODES)) {
    assert.match(text, new RegExp(`\\| \`${code}\` \\|.*\\| ${exit} \\|`));
  }
});

test("docs/config.md shows every default", () => {
  const text = docs.get("docs/config.md") ?? "";
  assert.ok(text.includes(`\`${DEFAULTS.timeZone}\``));
  assert.equal(DEFAULTS.language ?? DEFAULTS.pageLanguage, null);
  for (const name of ["SANAD_LANG", "LC_ALL", "LC_MESSAGES", "LANG"])
    assert.ok(text.includes(`\`${name}\``), name);
});

test("docs/notes.md is what npm run fix writes", () => {
  assert.equal(docs.get("docs/notes.md"), formatNotes(noteTables));
});

test("the note codes of all stages differ, and read like codes", () => {
  assert.deepEqual([...new Set(noteCodes)].sort(), [...noteCodes].sort());
  for (const code of noteCodes) assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("sanad read can say what every note means", () => {
  assert.deepEqual([...NOTE_MEANINGS.keys()].sort(), [...noteCodes].sort());
});

test("every note that reading the examples gives is in a table", () => {
  const given = new Set(claims.flatMap((claim) => claim.notes.map((note) => note.code)));
  assert.deepEqual(
    [...given].filter((code) => !noteCodes.includes(code)),
    [],
  );
});

test("every sanad command in the documents is understood", () => {
  const commands = [
    ...docs.values(),
    ...VERBS.flatMap((verb) => verb.examples.map(([line]) => `    ${line}`)),
  ].flatMap(commandsOf);
  assert.ok(commands.length > 10, `Found only ${commands.length} commands`);
  for (const command of commands) {
    const [name = "", ...words] = command.split(/\s+/);
    if (/^(--version|-V|--help)$/.test(name)) continue;
    const verb = findVerb(name);
    assert.ok(verb !== null, `sanad ${command}`);
    assert.doesNotThrow(() => parseArguments(words, verb), `sanad ${command}`);
  }
});

test("every npm script in the documents is there", () => {
  const found = [...docs.values()].flatMap((text) => [...text.matchAll(/npm run ([a-z]+)/g)]);
  assert.ok(found.length > 3);
  const names = scriptNames();
  assert.deepEqual(
    found.map((match) => match[1] ?? "").filter((name) => !names.includes(name)),
    [],
  );
});

test("every link between the documents leads somewhere", () => {
  const links = [...docs].flatMap(([file, text]) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map((match) =>
      join(file, "..", match[1] ?? ""),
    ),
  );
  assert.ok(links.length > 3);
  assert.deepEqual(
    links.filter((link) => !existsSync(join(root, link))),
    [],
  );
});

test("no entry stands twice in CHANGELOG.md", () => {
  const entries = readFileSync(join(root, "CHANGELOG.md"), "utf8").split(/\n(?=- |#)/);
  const twice = entries.filter(
    (entry, at) => entry.startsWith("- ") && entries.indexOf(entry) !== at,
  );
  assert.deepEqual(twice, []);
});

test("the schema takes every claim of the examples", () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
    schema as object,
  );
  assert.ok(claims.length > 20, `Found only ${claims.length} claims in examples/`);
  for (const claim of claims) {
    assert.ok(
      validate(JSON.parse(JSON.stringify(claim))),
      JSON.stringify({ claim, errors: validate.errors }, null, 1),
    );
  }
});

test("the schema refuses what is no claim", () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema as object);
  const [claim] = claims;
  assert.ok(claim !== undefined);
  assert.ok(!validate({ ...claim, kind: "murder" }));
  assert.ok(!validate({ ...claim, trust: 1 }));
  const { modality: _left, ...rest } = claim;
  assert.ok(!validate(rest));
});

test("every value in the schema is explained", () => {
  const bare: string[] = [];
  walk(schema, (node) => {
    if ("const" in node && !("description" in node)) bare.push(String(node["const"]));
  });
  assert.deepEqual(bare, []);
});

async function readExamples(): Promise<readonly Claim[]> {
  const { packs } = loadPacks();
  const found: Claim[] = [];
  for await (const outcome of readDocuments([join(root, "examples")], {}, DEFAULTS, noInput())) {
    if (outcome.kind === "document") found.push(...readClaims(outcome.document, packs).claims);
  }
  return found;
}

async function* noInput(): AsyncGenerator<Uint8Array> {}

/** Commands in code blocks and code spans: `sanad …`, `npx sanad …`, up to a pipe, a redirection or a comment. */
function commandsOf(text: string): readonly string[] {
  const lines = text.matchAll(/(?:^(?: {4}|\t)|`|&& |^)(?:\$ )?(?:npx )?sanad ([a-z-][^`\n]*)/gm);
  return [...lines]
    .map((match) => (match[1] ?? "").split(/ [|>#&<]| {2,}/)[0] ?? "")
    .filter((command) => !/[…[\]]|FILE|VERB/.test(command))
    .map((command) => command.trim());
}

function scriptNames(): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: object;
  };
  return Object.keys(manifest.scripts).filter((name) => name !== "test" && name !== "prepare");
}

function list(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { encoding: "utf8", recursive: true }).filter((file) =>
    file.endsWith(".md"),
  );
}

function fieldsOf(node: unknown): readonly string[] {
  const found = new Set<string>();
  walk(node, (inner) => {
    if (typeof inner["properties"] !== "object") return;
    for (const name of Object.keys(inner["properties"] ?? {})) found.add(name);
  });
  return [...found];
}

function valuesOf(node: unknown): readonly string[] {
  const found = new Set<string>();
  walk(node, (inner) => {
    if ("const" in inner) found.add(String(inner["const"]));
  });
  return [...found];
}

function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>);
  for (const inner of Object.values(node)) walk(inner, visit);
}
