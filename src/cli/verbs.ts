import {
  ARCHIVE,
  AS_KNOWN,
  HINTS,
  INPUTS,
  JSON_LINES,
  type Option,
  REASON,
  UNLOCKING,
  type Verb,
} from "./verbParts.ts";
import { DECISION_VERBS } from "./verbsOfDecisions.ts";
import { KEY_VERBS } from "./verbsOfKeys.ts";
import { PEOPLE_VERBS } from "./verbsOfPeople.ts";

export type { Option, Verb };

/** Options that every verb takes. */
export const COMMON_OPTIONS: readonly Option[] = [
  { name: "config", value: "FILE", about: "settings file (default: sanad.config.json here)" },
  { name: "help", short: "h", value: null, about: "show help for this verb" },
];

/** What can be said about lists of people. */
const OF_LISTS: readonly Option[] = [
  {
    name: "map",
    value: "PAIRS",
    about: 'what columns mean: name="Full name",date=Died; - is none',
  },
  { name: "sheet", value: "NAME", about: "the sheet of a workbook to read" },
  { name: "remember", value: null, about: "keep --map beside the list for the next time" },
  {
    name: "date-order",
    value: "ORDER",
    about: "dmy or mdy, where 04/11/2022 could be two days",
  },
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
    name: "match",
    usage: "sanad match LIST [LIST] [options]",
    summary: "Find the people that two lists, or a list and the archive, have in common",
    about: [
      "LIST may be .csv (commas, semicolons, tabs), .xlsx, .jsonl or .json; - is standard input. Headers in English and Persian are understood, dates in three calendars, titles above the header and totals below; docs/lists.md has all. Nothing is filled in, and whatever is doubted is told with its row.",
      "Each pair comes with a probability and what speaks for it and against it: look at it before you call two people one. A rare name weighs much, also against another day or town, the more so where lists are small; kin who died together are told apart where the lists allow it.",
      "Two lists need no archive. One list is compared with the people of the archive at hand (--archive, SANAD_ARCHIVE, the current folder); where there is none, or with --duplicates, it is searched for who stands twice in it.",
      "--import puts only the rows you choose into the archive, each a document of its own as sanad add --list makes it: new is whoever is near to nobody there. The file itself stays outside, since it holds the other rows too.",
    ],
    options: [
      { name: "json", value: null, about: "a pair a line: a, b, probability, decision, why" },
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "a reply for those whose list it is: .xlsx or .csv",
      },
      {
        name: "check",
        value: null,
        about: "only show how the lists are read: columns, first records, notes",
      },
      ...OF_LISTS,
      {
        name: "min-probability",
        value: "P",
        about: "leave out pairs below this, such as 0.9",
      },
      { name: "limit", value: "N", about: "how many pairs (default: 100 on the screen, else all)" },
      { name: "duplicates", value: null, about: "who stands twice in one list, archive or not" },
      {
        name: "import",
        value: "ROWS",
        about: "put rows into the archive: new, or ids and numbers of rows such as 7,12-15",
      },
      {
        name: "list",
        value: "KIND",
        about: "with --import: what happened to the people of the list, such as execution",
      },
      ...HINTS,
      ARCHIVE,
    ],
    examples: [
      ["sanad match ours.xlsx theirs.csv", "the pairs, side by side"],
      ["sanad match ours.xlsx theirs.csv -o reply.xlsx", "a reply to send back"],
      [
        'sanad match --check ours.xlsx --map name="Full name",date=Died',
        "what each column is taken for",
      ],
      [
        "sanad match theirs.xlsx --archive ~/archive -o reply.xlsx",
        "their list against the archive",
      ],
      ["sanad match ours.xlsx --duplicates", "who stands twice in one list"],
      [
        'sanad match theirs.xlsx --import new --list execution --publisher "Lantern Monitor"',
        "whoever of their list is not in the archive yet",
      ],
    ],
  },
  {
    name: "init",
    usage: "sanad init [DIR] [options]",
    summary: "Make an archive: an append-only record that can be checked, in a folder of its own",
    about: [
      "The folder holds a database that starts and stops by itself, the evidence, and the keys. Evidence and entries are encrypted; the text that is searched is not, so keep the folder on an encrypted disk.",
      "Without its passphrase or key file an archive cannot be opened again, by anybody: keep a copy in another place.",
      UNLOCKING,
    ],
    options: [],
    examples: [
      ["sanad init ~/archive", "make an archive; asks for a passphrase and who is working"],
    ],
  },
  {
    name: "add",
    usage: "sanad add FILE… | --testimony [FILE] [options]",
    summary: "Capture reports into the archive: bytes, frozen text, claims, each an entry",
    about: [
      INPUTS,
      "The same bytes again change nothing. A changed version of a page is kept beside the one before, and the claims that differ are listed. An interrupted run is simply started again.",
      "--testimony seals what somebody said in confidence, from a form on the terminal or a file, with what they consent to: no search finds it (docs/testimony.md).",
      "With --list a list (.csv, .xlsx, .jsonl; docs/lists.md) is added row by row, each row a document: of people, whose claim says what the list is of; of incidents or figures, with a claim for each number. Look first with --check.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      ...HINTS,
      { name: "lang", value: "CODE", about: "language of these reports, such as en or fa" },
      {
        name: "list",
        value: "KIND",
        about:
          "the files are lists: incidents, figures, or of people: execution, killing, arrest …",
      },
      {
        name: "check",
        value: null,
        about: "only show how lists are read: columns, first rows, notes",
      },
      ...OF_LISTS,
      { name: "testimony", value: null, about: "seal one testimony, with consent" },
      {
        name: "yes",
        value: null,
        about: "add what looks like a testimony's form, like recovery words, or like another list",
      },
    ],
    examples: [
      ["sanad add reports/", "every report of a folder"],
      [
        'sanad add dead.xlsx --list killing --publisher "Lantern Monitor"',
        "a list of people, row by row",
      ],
      [
        'sanad add yearly.csv --list figures --map execution="Hanged"',
        "numbers, each with its time and source",
      ],
      ["sanad add --testimony", "asks for the words of a witness and what they consent to"],
    ],
  },
  {
    name: "reread",
    usage: "sanad reread [options]",
    summary: "Read the archive's documents again with this version, and tell what changes",
    about: [
      "Claims whose words are the same keep their ids and what was decided about them; those that are gone although somebody had decided are listed. Look first with --dry-run.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "dry-run", value: null, about: "tell what would change, enter nothing" },
      { name: "all", value: null, about: "also documents that this version read already" },
    ],
    examples: [["sanad reread --dry-run", "what a newer Sanad reads otherwise"]],
  },
  {
    name: "rebuild",
    usage: "sanad rebuild [options]",
    summary: "Make again from the entries what is searched and listed",
    about: [
      "For the day when sanad verify --deep names rows that the entries do not make. Entries, evidence and decisions stay as they are; others see the old rows until all are made.",
      UNLOCKING,
    ],
    options: [ARCHIVE],
    examples: [["sanad rebuild", "and then sanad verify --deep"]],
  },
  {
    name: "tidy",
    usage: "sanad tidy [options]",
    summary: "Remove evidence that killed commands left, which no entry names and nobody can open",
    about: [
      "For the files that sanad verify --deep lists as evidence of no entry. Those younger than a day stay, and nothing goes while something is being added (exit code 4): they may be of a report that is still to be entered. Look first with --dry-run.",
      UNLOCKING,
    ],
    options: [
      { name: "dry-run", value: null, about: "tell what would go, remove nothing" },
      ARCHIVE,
      JSON_LINES,
    ],
    examples: [["sanad tidy --dry-run", "what an interrupted run left behind"]],
  },
  {
    name: "jobs",
    usage: "sanad jobs [--run] [options]",
    summary: "List work on the whole archive that waits, was cut short or was given up",
    about: [
      "Linking people, reading again, counting names and making views again are jobs: they stand in the database from the moment that makes them necessary. The command that made one does it before it ends; where it was killed, the next command that lists people links them, and the others wait for --run, which enters them in your name. Doing one twice changes nothing. One that was begun five times without coming to an end waits until it is asked for.",
      UNLOCKING,
    ],
    options: [
      { name: "run", value: null, about: "do what waits now, and what was given up" },
      ARCHIVE,
      JSON_LINES,
    ],
    examples: [
      ["sanad jobs", "what waits"],
      ["sanad jobs --run", "do it now"],
    ],
  },
  {
    name: "search",
    usage: "sanad search [WORDS…] [options]",
    summary:
      "Find claims by words, persons, places and sources, in either script and spelt nearly so",
    about: [
      "Every word must be there, at least its beginning; without words, everything that passes the filters. Names are also found as they sound (Farhani, Farahani, فراهانی) and in like spellings. What fits most strictly comes first, then the newest.",
      "--from and --to leave out claims without a day. --as-known-on shows what the archive said then.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "kind", value: "KIND", about: "only claims of this kind, such as execution" },
      { name: "modality", value: "WORD", about: "such as happened, at-risk or negated" },
      { name: "person", value: "NAME", about: "only claims that name this person" },
      { name: "place", value: "NAME", about: "only claims of this place" },
      { name: "source", value: "NAME", about: "only what this source says" },
      {
        name: "publisher",
        value: "NAME",
        about:
          "only claims of reports that this publisher published; none: nobody knows whose they are",
      },
      {
        name: "from",
        value: "DAY",
        about: "only what may have been on or after this day; Jalali days too (1404-07-20)",
      },
      { name: "to", value: "DAY", about: "only what may have been on or before this day" },
      {
        name: "status",
        value: "STATUS",
        about: "undecided, accepted, rejected or corrected",
      },
      { name: "limit", value: "N", about: "how many (default: 20)" },
      { name: "after", value: "PAGE", about: "the next page, as the one before names it" },
      {
        name: "documents",
        value: null,
        about: "reports whose text holds the words, in claims or outside of them",
      },
      AS_KNOWN,
    ],
    examples: [
      ["sanad search Farhani", "claims that name Farhani, or somebody spelt nearly so"],
      ["sanad search executed --kind execution --from 2025-01-01", "executions since January"],
      ["sanad search --place Evin --status undecided", "what nobody has decided on yet"],
    ],
  },
  {
    name: "reports",
    usage: "sanad reports [WORDS…] [options]",
    summary: "List reports: whose they are, of which day, how many claims, the newest first",
    about: [
      "Without words and options all reports, as they came in. Words are looked for in the whole text, as search --documents does, and where no report holds them in the names of files; what is asked of claims must hold of one claim of the report.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      {
        name: "publisher",
        value: "NAME",
        about: "only reports of this publisher; none: nobody knows whose they are",
      },
      { name: "from", value: "DAY", about: "only what was published on or after this day" },
      { name: "to", value: "DAY", about: "only what was published on or before this day" },
      { name: "kind", value: "KIND", about: "only reports with a claim of this kind" },
      { name: "modality", value: "WORD", about: "such as happened, at-risk or negated" },
      { name: "person", value: "NAME", about: "only reports whose claims name this person" },
      { name: "place", value: "NAME", about: "only reports with a claim of this place" },
      { name: "source", value: "NAME", about: "only reports with a claim that this source says" },
      {
        name: "status",
        value: "STATUS",
        about: "with a claim that is undecided, accepted, rejected or corrected",
      },
      { name: "limit", value: "N", about: "how many (default: 20)" },
      { name: "after", value: "PAGE", about: "the next page, as the one before names it" },
      AS_KNOWN,
    ],
    examples: [
      ['sanad reports --publisher "Harbour News"', "all reports of one publisher"],
      ["sanad reports --publisher none", "reports whose publisher is to be put right"],
      [
        "sanad reports --kind execution --from 2025-01-01",
        "what tells of executions, published since January",
      ],
    ],
  },
  {
    name: "show",
    usage: "sanad show ID… [options]",
    summary: "Show a claim, a document or an entry with everything it rests on",
    about: [
      "IDs are those that add, search and log print: c-… for claims, d-… for documents, e-… for entries. Sealed testimony (t-…) is opened for those whose role may, while consent to the purpose holds; that it was opened is an entry, with the reason.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "text", value: null, about: "a document's frozen text only" },
      AS_KNOWN,
      { name: "for", value: "PURPOSE", about: "of testimony: read (default), quote, name, court" },
      { name: "witness", value: null, about: "of testimony: also who the witness is" },
      { name: "reason", value: "WORDS", about: "of testimony: why it is opened; kept sealed" },
    ],
    examples: [
      ["sanad show c-7k2m9qx4bt5v", "one claim, its words, its document and what was decided"],
    ],
  },
  {
    name: "history",
    usage: "sanad history ID… [options]",
    summary: "Show every entry about a claim or document, the first first",
    about: [
      "With each decision stands who took it and why, and whether it was taken back.",
      UNLOCKING,
    ],
    options: [ARCHIVE, JSON_LINES],
    examples: [["sanad history d-7k2m9qx4bt5v", "when it came in, and what was decided about it"]],
  },
  {
    name: "log",
    usage: "sanad log [options]",
    summary: "List the newest entries of the ledger",
    about: [UNLOCKING],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "limit", value: "N", about: "how many (default: 20)" },
      { name: "before", value: "INDEX", about: "only entries before this one" },
    ],
    examples: [["sanad log --limit 50", "the last fifty entries"]],
  },
  ...DECISION_VERBS,
  {
    name: "erase",
    usage: "sanad erase ID… --reason WORDS [options]",
    summary: "Destroy a report for good: its key, its sealed entries and its evidence",
    about: [
      "ID may be a document or one of its claims: the whole report goes, with all its claims and decisions; or a pseudonym (a-…), whose name goes. Look first with --dry-run. Nothing of it can be read again, and every proof still holds. That something was there and was erased stays in the ledger, with your reason. Several reports at once take hardly longer than one. What cannot be reached: docs/erasure.md.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      REASON,
      JSON_LINES,
      { name: "dry-run", value: null, about: "tell what would go, erase nothing" },
      { name: "yes", value: null, about: "do not ask once more" },
    ],
    examples: [
      ["sanad erase d-7k2m9qx4bt5v --dry-run", "what would go, and which backups hold it"],
      ['sanad erase d-7k2m9qx4bt5v --reason "the family asked for it"', "erase one report"],
    ],
  },
  {
    name: "prove",
    usage: "sanad prove ID [options]",
    summary: "Print a proof that an entry stands in the ledger, to be checked without the archive",
    about: [
      "Whoever has the proof and the archive's key checks it with sanad verify FILE --key KEY on any machine. A document (d-…) is proved by its capture, a claim (c-…) by the reading it stands on. The entry itself is not shown unless --show is given.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "show", value: null, about: "put what the entry says into the proof" },
      {
        name: "cosigned",
        value: null,
        about: "under the newest checkpoint that a trusted cosigner signed, with their signature",
      },
    ],
    examples: [
      ["sanad prove d-7k2m9qx4bt5v > proof.json", "that this report was entered"],
      ["sanad prove d-7k2m9qx4bt5v --cosigned > proof.json", "and that others saw it"],
    ],
  },
  {
    name: "verify",
    usage: "sanad verify [PROOF…] [options]",
    summary: "Check every entry, the tree over them, its signature and all evidence",
    about: [
      "Says exactly what does not agree and repairs nothing; exit 70 when something does not. Others may go on working meanwhile.",
      "Whoever holds the keys could have made all of it anew. Only a checkpoint that somebody outside kept shows that nothing before it changed: hand checkpoints out, and compare with --since.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "since", value: "FILE", about: "a checkpoint that was handed out before" },
      {
        name: "deep",
        value: null,
        about: "also every row that is searched, made again from the entries and compared",
      },
      {
        name: "key",
        value: "KEY",
        about: "key of the log that a proof must be of, as its owner handed it out",
      },
      {
        name: "cosigner",
        value: "KEY",
        about: "key of somebody who must have cosigned a proof, as they handed it out",
      },
    ],
    examples: [
      ["sanad verify", "check the archive"],
      ["sanad verify --deep", "and that what is searched is what the entries say"],
      ["sanad verify --since january.txt", "and that it still begins as it did in January"],
      [
        "sanad verify proof.json --key log.example+1a2b3c4d+AQ…",
        "check a proof, without an archive",
      ],
    ],
  },
  {
    name: "backup",
    usage: "sanad backup FILE [options]",
    summary: "Write the whole archive into one file, encrypted with age",
    about: [
      "Holds entries, keys (wrapped), and evidence as they are at one moment; what is searched is made again when it is restored, on the same or a newer PostgreSQL or a server. Encrypted with SANAD_BACKUP_PASSPHRASE, else the archive's passphrase, else to the keys given with --to.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      {
        name: "to",
        value: "KEYS",
        about: "public keys of age (age1…), commas between; only they open it",
      },
      {
        name: "plain",
        value: null,
        about: "do not encrypt the file; what it holds is sealed all the same",
      },
      {
        name: "without-missing",
        value: null,
        about: "save the rest where evidence is missing, and say of which reports (exit code 1)",
      },
    ],
    examples: [["sanad backup /media/stick/archive.age", "a copy for another place"]],
  },
  {
    name: "restore",
    usage: "sanad restore FILE [DIR] [options]",
    summary: "Make the archive of a backup again, in an empty folder, and verify it",
    about: [
      "A backup that was cut short or changed is refused whole. What was erased after it was made is taken out again where a list of erasures is known: erasures.json beside the backup, or --erasures. The backup's own passphrase is asked for first, then the archive's; recovery words or shares stand for both (--recover), and then a new passphrase is asked for.",
      UNLOCKING,
    ],
    options: [
      { name: "recover", value: null, about: "asks for recovery words or shares" },
      {
        name: "words",
        value: "FILE",
        about: "the words in a file, each person's after an empty line; - is standard input",
      },
      { name: "identity", value: "FILE", about: "secret key of age for a backup made with --to" },
      {
        name: "erasures",
        value: "FILE",
        about: "erasures.json of the archive, or the folder of an archive that has it",
      },
    ],
    examples: [
      ["sanad restore /media/stick/archive.age ~/archive", "on a new machine"],
      [
        "sanad restore /media/stick/archive.age ~/archive --recover",
        "the machine is gone, the words on paper are there",
      ],
    ],
  },
  ...PEOPLE_VERBS,
  ...KEY_VERBS,
  {
    name: "stop",
    usage: "sanad stop [options]",
    summary: "Stop the archive's database now; it stops by itself when nobody works",
    about: ["It starts again with the next command."],
    options: [ARCHIVE],
    examples: [["sanad stop", "stop it before the disk is taken out"]],
  },
  {
    name: "doctor",
    usage: "sanad doctor",
    summary: "Say what works on this machine, which settings are in force, and what is missing",
    about: [
      "Looks at this machine only; sends nothing anywhere. Exit 6 when something needed is missing.",
    ],
    options: [ARCHIVE, JSON_LINES],
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
