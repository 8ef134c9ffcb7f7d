import { Failure } from "../../base/failure.ts";
import { type FoundClaim, searchClaims } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { CLAIM_KINDS } from "../../model/claim.ts";
import { dayGiven, surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { screenWidth } from "../inputs.ts";
import { makePaint, type Paint } from "../print/paint.ts";
import { clean, isolate, padEnd, wrap } from "../print/screenText.ts";
import type { CliWords } from "../words/cliWords.ts";

const STATUSES = ["proposed", "accepted", "rejected", "corrected"];

/** `sanad search`: claims by words and names. */
export const search: Command = async (given, config, io, words) => {
  const asked = given.paths.join(" ").trim();
  if (asked === "")
    throw new Failure(
      "input-refused",
      "sanad search needs words; sanad help search shows examples",
    );
  const kind = oneOf(kindGiven(given.values.get("kind"), words), CLAIM_KINDS, "kind");
  const status = oneOf(statusGiven(given.values.get("status"), words), STATUSES, "status");
  const limit = wholeNumber(given, "limit", 20);
  const [from, to] = [dayGiven(given, "from"), dayGiven(given, "to")];
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const source = given.values.get("source") ?? null;
    const place = given.values.get("place") ?? null;
    const found = await searchClaims(archive, {
      words: asked,
      kind,
      source,
      place,
      from,
      to,
      status,
      limit,
    });
    if (given.switches.has("json")) {
      for (const { body, status: stands } of found)
        await io.print(`${JSON.stringify({ ...body, status: stands })}\n`);
      return 0;
    }
    const paint = makePaint(io.stdout.hasColor);
    const width = screenWidth(config, io);
    for (const one of found) await io.print(printFound(one, { width, paint, words }));
    const more = found.length === limit ? limit * 2 : null;
    await io.print(`${words.line(words.foundClaims(found.length, more))}\n`);
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

type Look = { readonly width: number; readonly paint: Paint; readonly words: CliWords };

function printFound(one: FoundClaim, { width, paint, words }: Look): string {
  const from = [
    one.publisher === null ? words.publisherUnknown : words.embed(one.publisher),
    one.published === null ? words.dateUnknown : words.date(one.published),
    one.document,
  ];
  const stands = `${words.modality(one.body.modality)} · ${words.status(one.status)}`;
  return [
    `${paint("bold", one.claim)}  ${padEnd(words.line(words.kind(one.body.kind)), 12)}  ${words.line(stands)}`,
    ...wrap(clean(one.quote), width - 6).map((line) => `   ${paint("dim", "│")} ${isolate(line)}`),
    `   ${paint("dim", words.line(from.join(" · ")))}`,
    "\n",
  ].join("\n");
}

/** A kind by its code or by its word in the language of the terminal. */
function kindGiven(value: string | undefined, words: CliWords): string | undefined {
  return CLAIM_KINDS.find((kind) => words.kind(kind) === value) ?? value;
}

function statusGiven(value: string | undefined, words: CliWords): string | undefined {
  return STATUSES.find((status) => words.status(status) === value) ?? value;
}

function oneOf(value: string | undefined, known: readonly string[], name: string): string | null {
  if (value === undefined) return null;
  if (known.includes(value)) return value;
  throw new Failure("input-refused", `--${name} must be one of ${known.join(", ")}`);
}
