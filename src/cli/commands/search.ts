import { Failure } from "../../base/failure.ts";
import {
  findAsKnown,
  searchClaims,
  searchDocuments,
  type SearchFilter,
} from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { CLAIM_KINDS, MODALITIES } from "../../model/claim.ts";
import { dayGiven, surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { screenWidth } from "../inputs.ts";
import type { Arguments } from "../parseArguments.ts";
import { makePaint } from "../print/paint.ts";
import { printDocuments } from "../print/printDocuments.ts";
import { matchedNames, printFound } from "../print/printFound.ts";
import type { CliWords } from "../words/cliWords.ts";

/** What a person may call the standings; a claim that nobody decided on is "proposed" in the archive. */
const STATUSES = ["undecided", "accepted", "rejected", "corrected"] as const;

const CLAIM_FILTERS = ["kind", "modality", "status", "person", "place", "source", "from", "to"];

/** `sanad search`: claims by words, names and filters. */
export const search: Command = async (given, config, io, words) => {
  const asked = given.paths.join(" ").trim();
  const filter = filterGiven(given, words, await inPersian(given, words));
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const known = given.values.get("as-known-on");
    const asKnown = known === undefined ? null : await findAsKnown(archive, known);
    const isJson = given.switches.has("json");
    const paint = makePaint(io.stdout.hasColor);
    const width = screenWidth(config, io);
    const { limit, after } = filter;
    if (given.switches.has("documents")) {
      const other = CLAIM_FILTERS.find((name) => given.values.has(name));
      if (other !== undefined)
        throw new Failure("input-refused", `--documents finds texts; --${other} is of claims`);
      const page = { words: asked, limit, after, asKnown };
      await printDocuments(archive, page, { isJson, width, paint, words }, io);
      return 0;
    }
    const found = await searchClaims(archive, { ...filter, words: asked, asKnown });
    const { claims, next, count, isCountWhole } = found;
    // Names that only filters look for are found in other spellings too.
    const searched = [asked, filter.person, filter.place, filter.source].join(" ");
    if (isJson) {
      for (const one of claims) {
        const { body, status, correction, copyOf, copies } = one;
        await io.print(
          `${JSON.stringify({ ...body, status, correction, copyOf, copies, matched: matchedNames(one, searched) })}\n`,
        );
      }
      await io.print(`${JSON.stringify({ page: { count, isCountWhole, next } })}\n`);
      return 0;
    }
    for (const one of claims) await io.print(printFound(one, { width, paint, words, searched }));
    await io.print(`${words.line(words.foundClaims(claims.length, count, isCountWhole))}\n`);
    if (next !== null) await io.print(`${words.line(words.nextPage(next))}\n`);
    if (asked !== "" && after === null) {
      const texts = await searchDocuments(archive, { words: asked, limit: 1, after, asKnown });
      if (texts.count > 0)
        await io.print(`${words.line(words.alsoInTexts(texts.count, texts.isCountWhole))}\n`);
    }
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

/** The Persian words, where what was typed is Persian and the terminal is not. */
async function inPersian({ values }: Arguments, words: CliWords): Promise<CliWords> {
  const isTyped = ["kind", "modality"].some((name) =>
    /\p{Script=Arabic}/u.test(values.get(name) ?? ""),
  );
  if (!isTyped || words.language === "fa") return words;
  return (await import("../words/cliWordsFa.ts")).cliWordsFa;
}

function filterGiven(
  given: Arguments,
  words: CliWords,
  typed: CliWords,
): Omit<SearchFilter, "words" | "asKnown"> {
  const kinds = CLAIM_KINDS.map((kind) => [kind, typed.kind(kind)] as const);
  const modalities = MODALITIES.map((modality) => [modality, typed.modality(modality)] as const);
  const statuses = STATUSES.map((status) => [status, words.status(stored(status))] as const);
  const status = oneOf(given, "status", statuses);
  const [from, to] = [dayGiven(given, "from"), dayGiven(given, "to")];
  if (from !== null && to !== null && from > to)
    throw new Failure("input-refused", `--from ${from} is after --to ${to}`);
  return {
    kind: oneOf(given, "kind", kinds),
    modality: oneOf(given, "modality", modalities),
    status: status === null ? null : stored(status),
    person: named(given, "person"),
    place: named(given, "place"),
    source: named(given, "source"),
    from,
    to,
    limit: wholeNumber(given, "limit", 20),
    after: given.values.get("after") ?? null,
  };
}

function stored(status: string): string {
  return status === "undecided" ? "proposed" : status;
}

/** A name that has a letter or digit in it. */
function named(given: Arguments, name: string): string | null {
  const value = given.values.get(name);
  if (value === undefined) return null;
  if (/[\p{L}\p{N}]/u.test(value)) return value;
  throw new Failure("input-refused", `--${name} needs a name`);
}

/** A value by its code or by its word in the language of the terminal. */
function oneOf(
  given: Arguments,
  name: string,
  known: readonly (readonly [code: string, word: string])[],
): string | null {
  const value = given.values.get(name);
  if (value === undefined) return null;
  const row = known.find(([code, word]) => code === value || word === value);
  if (row !== undefined) return row[0];
  const codes = known
    .map(([code, word]) =>
      word.toLowerCase().replaceAll(" ", "-") === code ? code : `${code} (${word})`,
    )
    .join(", ");
  throw new Failure("input-refused", `--${name} must be one of ${codes}`);
}
