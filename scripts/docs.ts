import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatNotes, readNoteTables } from "./noteTables.ts";

/** Writes docs/notes.md from the tables of notes in src/. */
const root = join(import.meta.dirname, "..");
writeFileSync(join(root, "docs/notes.md"), formatNotes(await readNoteTables(root)));
