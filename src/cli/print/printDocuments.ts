import { findMatches } from "../../base/findMatches.ts";
import { type FoundDocument, searchDocuments } from "../../flow/archive/look.ts";
import { STDIN } from "../../flow/inputPaths.ts";
import type { Io } from "../io.ts";
import type { Paint } from "./paint.ts";
import { markWords } from "./printFound.ts";
import { clean, isolate, wrap } from "./screenText.ts";
import type { CliWords } from "../words/cliWords.ts";

type Archive = Parameters<typeof searchDocuments>[0];
type Asked = Parameters<typeof searchDocuments>[1];
type Look = {
  readonly isJson: boolean;
  /** Words that no text holds may be of a file's name. */
  readonly isByFileToo: boolean;
  readonly width: number;
  readonly paint: Paint;
  readonly words: CliWords;
};

/** `sanad reports`, `sanad search --documents`: reports, each with the place in its text where searched words stand. */
export async function printDocuments(
  archive: Archive,
  asked: Asked,
  look: Look,
  io: Io,
): Promise<void> {
  const { words } = look;
  const inTexts = await searchDocuments(archive, asked);
  const isByFile = look.isByFileToo && asked.words !== "" && inTexts.count === 0;
  const found = isByFile ? await searchDocuments(archive, asked, true) : inTexts;
  const { documents, next, count, isCountWhole } = found;
  const searched = isByFile ? "" : asked.words;
  if (look.isJson) {
    for (const { text, ...one } of documents)
      await io.print(`${JSON.stringify({ ...one, excerpt: excerptOf(text, searched) })}\n`);
    return io.print(`${JSON.stringify({ page: { count, isCountWhole, next } })}\n`);
  }
  for (const one of documents) await io.print(printDocument(one, searched, look));
  await io.print(`${words.line(words.foundDocuments(documents.length, count, isCountWhole))}\n`);
  if (next !== null) await io.print(`${words.line(words.nextPage(next))}\n`);
}

function printDocument(
  { document, title, publisher, published, path, url, claims, text }: FoundDocument,
  searched: string,
  { width, paint, words }: Look,
): string {
  const from = [
    publisher === null ? words.publisherUnknown : words.embed(publisher),
    published === null ? words.dateUnknown : words.date(published),
    words.claimsIn(claims),
    ...[url ?? path].flatMap((from) =>
      from === null ? [] : [from === STDIN ? words.standardInput : words.path(clean(from))],
    ),
  ];
  const excerpt = excerptOf(text, searched);
  return [
    `${paint("bold", document)}  ${words.line(title === null ? words.untitled : words.embed(title))}`,
    ...(excerpt === null ? [] : wrap(excerpt, width - 6)).map(
      (line) => `   ${paint("dim", "│")} ${isolate(markWords(line, searched, paint))}`,
    ),
    `   ${paint("dim", words.line(from.join(" · ")))}`,
    "\n",
  ].join("\n");
}

const BEFORE = 60;
const AFTER = 160;

/** The words around the first place that is found; null where none are searched. */
function excerptOf(text: string, searched: string): string | null {
  if (searched === "") return null;
  const at = findMatches(text, searched, false)[0]?.start ?? 0;
  const from = Math.max(0, at - BEFORE);
  const cut = clean(text.slice(from, at + AFTER));
  const start = from === 0 ? cut : `…${cut.slice(cut.indexOf(" ") + 1)}`;
  return at + AFTER >= text.length ? start : `${start.slice(0, start.lastIndexOf(" "))}…`;
}
