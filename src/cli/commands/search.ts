import { Failure } from "../../base/failure.ts";
import { ANY, searchClaims, searchDocuments } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { asKnownGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { filterGiven } from "../filterGiven.ts";
import { screenWidth } from "../inputs.ts";
import { makePaint } from "../print/paint.ts";
import { printDocuments } from "../print/printDocuments.ts";
import { matchedNames, printFound } from "../print/printFound.ts";

const CLAIM_FILTERS = ["kind", "modality", "status", "person", "place", "source", "from", "to"];

/** `sanad search`: claims by words, names and filters. */
export const search: Command = async (given, config, io, words) => {
  const filter = await filterGiven(given, words);
  const asked = filter.words;
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const asKnown = await asKnownGiven(given, archive, io);
    const isJson = given.switches.has("json");
    const paint = makePaint(io.stdout.hasColor);
    const width = screenWidth(config, io);
    const { after } = filter;
    if (given.switches.has("documents")) {
      const other = CLAIM_FILTERS.find((name) => given.values.has(name));
      if (other !== undefined)
        throw new Failure(
          "input-refused",
          `--documents finds texts; --${other} is of claims (sanad reports takes it)`,
        );
      await printDocuments(
        archive,
        { ...filter, asKnown },
        { isJson, isByFileToo: false, width, paint, words },
        io,
      );
      return 0;
    }
    const found = await searchClaims(archive, { ...filter, asKnown });
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
      const { publisher } = filter;
      const page = { ...ANY, words: asked, publisher, limit: 1, after, asKnown };
      const texts = await searchDocuments(archive, page);
      if (texts.count > 0)
        await io.print(`${words.line(words.alsoInTexts(texts.count, texts.isCountWhole))}\n`);
    }
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
