/** Claims that a search found, as a person looks through them. */
import { findMatches } from "../../base/findMatches.ts";
import { foldForSearch } from "../../base/foldForSearch.ts";
import type { FoundClaim } from "../../flow/archive/look.ts";
import { correctClaim } from "../../model/correction.ts";
import type { CliWords } from "../words/cliWords.ts";
import { MODALITY_STYLES, type Paint } from "./paint.ts";
import { clean, isolate, padEnd, wrap } from "./screenText.ts";

type Look = {
  readonly width: number;
  readonly paint: Paint;
  readonly words: CliWords;
  /** What was searched: its words are marked. */
  readonly searched: string;
};

/** One claim: what it is and how it stands, its words, who says it, how many, when, where, and in which report. */
export function printFound(one: FoundClaim, look: Look): string {
  const { width, paint, words, searched } = look;
  const claim = one.correction === null ? one.body : correctClaim(one.body, one.correction);
  const modality = paint(
    MODALITY_STYLES[claim.modality],
    words.line(words.modality(claim.modality)),
  );
  const stands = words.inOrder(`${modality} · ${words.line(words.status(one.status))}`);
  const facts = [
    words.chain(claim.attribution),
    ...(claim.quantity === null ? [] : [words.quantity(claim.quantity, (id) => id)]),
    ...(claim.period === null
      ? []
      : [words.period(claim.period, one.correction?.period !== undefined)]),
    ...(claim.places.length === 0 ? [] : [words.listed(claim.places.map(words.place), "comma")]),
  ];
  const names = matchedNames(one, searched);
  const from = [
    one.publisher === null ? words.publisherUnknown : words.embed(one.publisher),
    one.published === null ? words.dateUnknown : words.date(one.published),
    ...(one.title === null ? [] : [words.embed(one.title)]),
    ...(one.copies < 2 ? [] : [words.inCopies(one.copies, one.copyOf)]),
    ...(one.newer === null ? [] : [words.olderVersion(one.newer)]),
  ];
  return [
    `${paint("bold", one.claim)}  ${padEnd(words.line(words.kind(claim.kind)), 12)}  ${stands}`,
    ...wrap(clean(claim.span.quote), width - 6).map(
      (line) => `   ${paint("dim", "│")} ${isolate(markWords(line, searched, paint))}`,
    ),
    ...wrap(facts.join(" · "), width - 3).map((line) => `   ${words.line(line)}`),
    ...(names.length === 0
      ? []
      : [`   ${words.line(words.matches(words.listed(names.map(words.embed), "comma")))}`]),
    ...wrap(from.join(" · "), width - 19).map(
      (line, at) =>
        `   ${at === 0 ? one.document : " ".repeat(one.document.length)}  ${paint("dim", words.line(line))}`,
    ),
    "\n",
  ].join("\n");
}

/** Names that were found although they are written otherwise than they were searched. */
export function matchedNames({ body }: FoundClaim, searched: string): readonly string[] {
  const names = [
    ...body.persons.map(({ name }) => name),
    ...body.places.map(({ words }) => words),
    ...body.attribution.flatMap(({ source }) => (source === null ? [] : [source])),
  ];
  const found = names.filter(
    (name) =>
      findMatches(name, searched, true).length > findMatches(name, searched, false).length ||
      (findMatches(name, searched, false).length > 0 && !body.span.quote.includes(name)) ||
      (findMatches(name, searched, true).length === 0 &&
        findMatches(withPairs(name), withPairs(searched), true).length > 0),
  );
  return [...new Set(found)];
}

/** Words, and each with the next as one: one script writes in two words what another writes in one. */
function withPairs(text: string): string {
  const words = foldForSearch(text).split(" ");
  return [...words, ...words.slice(1).map((word, at) => `${words[at] ?? ""}${word}`)].join(" ");
}

/** Marks the searched words of a line. */
export function markWords(line: string, searched: string, paint: Paint): string {
  let [marked, from] = ["", 0];
  for (const { start, end } of findMatches(line, searched, false)) {
    marked += line.slice(from, start) + paint("yellow", line.slice(start, end));
    from = end;
  }
  return marked + line.slice(from);
}
