import type { Note, NoteLevel } from "../base/note.ts";

/** One thing the text stage may doubt. */
export type TextNote = {
  readonly code: string;
  readonly level: NoteLevel;
  readonly means: string;
};

/** Every note of the text stage; docs/text.md lists the same rows. */
export const TEXT_NOTES = [
  {
    code: "bom-dropped",
    level: "info",
    means: "a byte order mark stood before the text and was dropped",
  },
  {
    code: "id-repeated",
    level: "doubt",
    means:
      "another report of the same run has this id, so a number was put behind it; give each report its own",
  },
  {
    code: "charset-declared",
    level: "info",
    means: "the bytes are not UTF-8; the charset the page declares was used",
  },
  {
    code: "charset-mislabelled",
    level: "info",
    means: "the page declares another charset, but its bytes are valid UTF-8 and were read as that",
  },
  {
    code: "charset-guessed",
    level: "doubt",
    means: "no charset is declared and the bytes are not UTF-8; it was guessed from the letters",
  },
  {
    code: "invalid-utf8",
    level: "doubt",
    means: "some bytes are not valid UTF-8; each stands as U+FFFD in the text",
  },
  {
    code: "control-characters",
    level: "info",
    means: "control characters stand in the text and were left there",
  },
  {
    code: "no-main-text",
    level: "doubt",
    means: "no main text was found in the page; all visible text is given",
  },
  {
    code: "main-text-by-blocks",
    level: "info",
    means: "the page is no single article; the text of its main region is given",
  },
  {
    code: "main-text-from-json-ld",
    level: "info",
    means: "the page's own machine-readable article body was used",
  },
  {
    code: "main-text-from-data",
    level: "doubt",
    means: "the page shows next to nothing; text from the data of its scripts was used",
  },
  {
    code: "main-text-from-noscript",
    level: "info",
    means: "what the page shows to those who run no scripts was used",
  },
  {
    code: "html-too-deep",
    level: "doubt",
    means: "the page is nested too deep to be parsed; its tags were stripped in one pass",
  },
  {
    code: "html-too-large",
    level: "doubt",
    means: "the page is too large to be parsed; its tags were stripped in one pass",
  },
  {
    code: "short-text",
    level: "info",
    means: "the main text is very short (a pay wall, a stub or a page made by scripts)",
  },
  {
    code: "reconstructed",
    level: "doubt",
    means: "the order of words was put together from places on a page; numbers need a person's eye",
  },
  {
    code: "lines-joined",
    level: "info",
    means:
      "lines of a page were joined to paragraphs, and words parted at a line's end were mended",
  },
  {
    code: "pdf-page-without-text",
    level: "doubt",
    means: "a page of the PDF holds no text (a scan or a picture)",
  },
  {
    code: "pdf-damaged",
    level: "doubt",
    means: "the PDF is damaged; what could be read of it is given",
  },
  {
    code: "pdf-pages-left-out",
    level: "doubt",
    means: "the PDF has more pages than are read; the rest was left out",
  },
  {
    code: "reply-left-out",
    level: "info",
    means: "the e-mail quotes mails before it; what they say is not the sender's and was left out",
  },
  {
    code: "attachment-not-read",
    level: "info",
    means: "the e-mail carries an attachment that was not read",
  },
  {
    code: "tracked-deletion-dropped",
    level: "info",
    means: "text marked as deleted in the document was left out",
  },
  {
    code: "date-ambiguous",
    level: "doubt",
    means: "a date is written so that day and month cannot be told apart; it was not used",
  },
  {
    code: "date-given-unreadable",
    level: "doubt",
    means: "the publication date given with the report could not be read and was not used",
  },
  {
    code: "date-not-taken",
    level: "info",
    means:
      'the "date" of a record of a few words may be the day of what it tells; write it as "published" if it is not',
  },
  {
    code: "language-label-wrong",
    level: "info",
    means: "the page declares another language than its words are in; the words were followed",
  },
] as const satisfies readonly TextNote[];

/** The code of a note of the text stage. */
export type TextNoteCode = (typeof TEXT_NOTES)[number]["code"];

const levelByCode = new Map<TextNoteCode, NoteLevel>(
  TEXT_NOTES.map((note) => [note.code, note.level]),
);

/** Makes a note of the text stage about the whole document. */
export function textNote(code: TextNoteCode): Note {
  return { code, level: levelByCode.get(code) ?? "doubt", span: null };
}
