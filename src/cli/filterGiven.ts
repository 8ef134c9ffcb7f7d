import { Failure } from "../base/failure.ts";
import type { SearchFilter } from "../flow/archive/look.ts";
import { CLAIM_KINDS, MODALITIES } from "../model/claim.ts";
import { dayGiven, wholeNumber } from "./archiveAt.ts";
import type { Arguments } from "./parseArguments.ts";
import type { CliWords } from "./words/cliWords.ts";

/** What a person may call the standings; a claim that nobody decided on is "proposed" in the archive. */
const STATUSES = ["undecided", "accepted", "rejected", "corrected"] as const;

/** The Persian words, where what was typed is Persian and the terminal is not. */
async function inPersian({ values }: Arguments, words: CliWords): Promise<CliWords> {
  const isTyped = ["kind", "modality"].some((name) =>
    /\p{Script=Arabic}/u.test(values.get(name) ?? ""),
  );
  if (!isTyped || words.language === "fa") return words;
  return (await import("./words/cliWordsFa.ts")).cliWordsFa;
}

/** What a command line asks for. */
export async function filterGiven(
  given: Arguments,
  words: CliWords,
): Promise<Omit<SearchFilter, "asKnown">> {
  const typed = await inPersian(given, words);
  const kinds = CLAIM_KINDS.map((kind) => [kind, typed.kind(kind)] as const);
  const modalities = MODALITIES.map((modality) => [modality, typed.modality(modality)] as const);
  const statuses = STATUSES.map((status) => [status, words.status(stored(status))] as const);
  const status = oneOf(given, "status", statuses);
  const [from, to] = [dayGiven(given, "from"), dayGiven(given, "to")];
  if (from !== null && to !== null && from > to)
    throw new Failure("input-refused", `--from ${from} is after --to ${to}`);
  const place = named(given, "place");
  const within =
    place === null ? [] : (await import("../flow/archive/prisonsIn.ts")).prisonsIn(place);
  return {
    words: given.paths.join(" ").trim(),
    kind: oneOf(given, "kind", kinds),
    modality: oneOf(given, "modality", modalities),
    status: status === null ? null : stored(status),
    person: named(given, "person"),
    place,
    within,
    source: named(given, "source"),
    publisher: named(given, "publisher"),
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
