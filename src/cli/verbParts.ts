/** An option of a verb. `value` names what follows it; null is a switch. */
export type Option = {
  readonly name: string;
  readonly short?: string;
  readonly value: string | null;
  readonly about: string;
};

/** A verb as help shows it and as arguments are checked against it. */
export type Verb = {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly about: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, what: string])[];
};

/** What a report may come as. */
export const INPUTS =
  "FILE may be .txt, .md, .html, .jsonl, .pdf, .docx or .eml; a folder stands for the files in it, and - for standard input.";

/** What a person says about reports. */
export const HINTS: readonly Option[] = [
  {
    name: "published",
    value: "DATE",
    about: "publication date of these reports (2025-12-15 or 2025-12), over what they say",
  },
  { name: "publisher", value: "NAME", about: "who published these reports" },
];

/** Which archive. */
export const ARCHIVE: Option = {
  name: "archive",
  value: "DIR",
  about: "folder of the archive (default: SANAD_ARCHIVE, else the current folder)",
};

/** For programs. */
export const JSON_LINES: Option = { name: "json", value: null, about: "as JSON, one thing a line" };

/** Why something was decided. */
export const REASON: Option = {
  name: "reason",
  value: "WORDS",
  about: "why; sealed with the decision, and read by all who open the archive: name no witness",
};

/** How a verb gets at an archive. */
export const AS_KNOWN: Option = {
  name: "as-known-on",
  value: "WHEN",
  about: "as the archive stood on a day (2025-12-15) or at an entry (e-…, or its number)",
};

export const UNLOCKING =
  "Unlocks with SANAD_KEY_FILE or SANAD_PASSPHRASE, else asks for the passphrase. SANAD_ACTOR says who is working.";
