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

const INPUTS =
  "FILE may be .txt, .md, .html, .jsonl, .pdf, .docx or .eml; a folder stands for the files in it, and - for standard input.";

const HINTS: readonly Option[] = [
  {
    name: "published",
    value: "DATE",
    about: "publication date of these reports (2025-12-15 or 2025-12), over what they say",
  },
  { name: "publisher", value: "NAME", about: "who published these reports" },
];

/** Options that every verb takes. */
export const COMMON_OPTIONS: readonly Option[] = [
  { name: "config", value: "FILE", about: "settings file (default: sanad.config.json here)" },
  { name: "help", short: "h", value: null, about: "show help for this verb" },
];

/** Every verb, in the order of help. Adding one adds a row here and a file in commands/. */
export const VERBS: readonly Verb[] = [
  {
    name: "read",
    usage: "sanad read FILE… [options]",
    summary: "Print the claims of reports: who says what, how many, when, where, how sure",
    about: [
      INPUTS,
      "Prints each report's claims with their exact words, then a table over all reports. Nothing is sent anywhere; the same input gives the same output.",
      "Without a publication date nothing relative (“last week”, “in November”) is resolved: pass --published when the report does not say it.",
    ],
    options: [
      { name: "json", value: null, about: "one claim a line as JSON (docs/claims.md)" },
      ...HINTS,
      { name: "lang", value: "CODE", about: "language of these reports, such as en or fa" },
    ],
    examples: [
      ["sanad read report.html", "the claims of one page"],
      ["sanad read reports/ --json > claims.jsonl", "every file of a folder, for a program"],
      [
        "sanad read --published 2025-12-15 --lang en - < report.txt",
        "a text without a date, from standard input",
      ],
    ],
  },
  {
    name: "brief",
    usage: "sanad brief FILE… [-o page.html] [options]",
    summary: "Make one page about a set of reports that opens without JavaScript or network",
    about: [
      INPUTS,
      "The page shows who says what, the numbers and who else states them, who is at risk, who is named as killed, trials and charges, the time line, what is asked of whom, and each report with its claims marked. Every line jumps to its words.",
    ],
    options: [
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "where to write (default: sanad-brief.html; - is standard output)",
      },
      { name: "lang", value: "CODE", about: "language of the page: en or fa" },
      ...HINTS,
    ],
    examples: [
      ["sanad brief examples", "a page about the example reports"],
      ["sanad brief a.html b.pdf -o page.html --lang fa", "two reports, the page in Persian"],
    ],
  },
  {
    name: "text",
    usage: "sanad text FILE… [options]",
    summary: "Print the main text that was found in files, without menus and advertisements",
    about: [
      INPUTS,
      "This is the text that claims are read from and that their offsets point into.",
    ],
    options: [
      {
        name: "json",
        value: null,
        about:
          "one report a line: text, title, author, publisher, date, language and how each was found",
      },
      ...HINTS,
      { name: "lang", value: "CODE", about: "language of these reports" },
    ],
    examples: [
      ["sanad text page.html", "the main text of a page"],
      ["sanad text reports/ --json", "text and what was found about it, one report a line"],
    ],
  },
  {
    name: "doctor",
    usage: "sanad doctor",
    summary: "Say what works on this machine, which settings are in force, and what is missing",
    about: [
      "Looks at this machine only; sends nothing anywhere. Exit 6 when something needed is missing.",
    ],
    options: [],
    examples: [["sanad doctor", "check the installation"]],
  },
  {
    name: "help",
    usage: "sanad help [VERB]",
    summary: "Show help, or the help of one verb",
    about: ["`sanad VERB --help` shows the same."],
    options: [],
    examples: [["sanad help read", "all about reading"]],
  },
];

/** The verb of that name, or null. */
export function findVerb(name: string): Verb | null {
  return VERBS.find((verb) => verb.name === name) ?? null;
}
