import { LIST_NOTES } from "../lists/notes.ts";
import { READ_NOTES } from "../read/notes.ts";
import { PERIOD_NOTES } from "../read/periodNotes.ts";
import { QUOTE_NOTES } from "../read/quotes.ts";
import { SPEECH_NOTES } from "../read/speech.ts";
import { TEXT_NOTES } from "../text/notes.ts";

/** What each note of every stage means, by its code. A test holds this against the tables of all stages. */
export const NOTE_MEANINGS: ReadonlyMap<string, string> = new Map(
  [
    ...TEXT_NOTES,
    ...LIST_NOTES,
    ...READ_NOTES,
    ...QUOTE_NOTES,
    ...PERIOD_NOTES,
    ...SPEECH_NOTES,
  ].map((row) => [row.code, row.means]),
);
