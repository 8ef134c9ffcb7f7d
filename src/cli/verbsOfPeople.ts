import { ARCHIVE, JSON_LINES, REASON, UNLOCKING, type Verb } from "./verbParts.ts";

const DECIDING =
  "The decision is an entry under your name: it holds through every later linking and every change of the model, and sanad undo takes it back.";
const LIMIT = { name: "limit", value: "N", about: "how many (default: 20)" };

/** Verbs about who is whom. */
export const PEOPLE_VERBS: readonly Verb[] = [
  {
    name: "link",
    usage: "sanad link [--report | --refit] [options]",
    summary: "Count people once: put the namings of all reports together to people",
    about: [
      "sanad add does this by itself; run it after sanad reread, or to see the numbers. Names are compared across spellings and scripts, with dates, ages, places and fathers. What people decided is kept. --report says how many links are expected to be wrong or missed.",
      "How common a name is in the archive is counted only with --refit, which is an entry; until then everybody is linked by the last one, so that the same reports give the same people. sanad link says when it is due.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "all", value: null, about: "read every naming off its report again" },
      { name: "report", value: null, about: "how many people, and how wrong that may be" },
      {
        name: "refit",
        value: null,
        about: "count anew how common names are, and link everybody by it",
      },
    ],
    examples: [
      ["sanad link", "link what is new"],
      ["sanad link --report", "how sure the count is"],
    ],
  },
  {
    name: "people",
    usage: "sanad people [NAME…] [options]",
    summary: "List people, those at the highest risk first, or those with a name",
    about: [
      "What is shown is what reports say of them; nobody is dead or alive because a machine says so. Ids of people stay valid when they are joined or parted: the older one leads to the person.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      LIMIT,
      {
        name: "at-risk",
        value: null,
        about: "only people in danger: a death sentence upheld, or nearer",
      },
      {
        name: "stage",
        value: "STAGE",
        about: "only cases that stand at a stage, such as executed",
      },
      { name: "state", value: "STATE", about: "only people confirmed alive, dead or unknown" },
      {
        name: "disputed",
        value: null,
        about: "only people reported dead of whom it is denied, or a sign of life is told",
      },
      {
        name: "perhaps-two",
        value: null,
        about: "only people whom the machine made of namings that contradict each other",
      },
    ],
    examples: [
      ["sanad people --at-risk", "who is in danger"],
      ["sanad people Ramandi", "people with that name, in any script"],
    ],
  },
  {
    name: "person",
    usage: "sanad person PERSON [--state STATE --reason WORDS] [options]",
    summary: "Show all that is said of somebody: names, values side by side, the case, the words",
    about: [
      "Values that differ stand beside each other with their documents. With --state a person confirms that somebody is alive, dead or unknown: from then on the machine joins nobody to him or her.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "state", value: "STATE", about: "what you confirm: alive, dead or unknown" },
      REASON,
    ],
    examples: [
      ["sanad person p-7k2m9qx4bt5v", "one person"],
      [
        'sanad person p-7k2m9qx4bt5v --state alive --reason "spoke to the family"',
        "confirm a state",
      ],
    ],
  },
  {
    name: "events",
    usage: "sanad events [WORDS…] [options]",
    summary: "List what happened, the latest first: executions, killings, deaths in custody",
    about: [
      "What reports tell of one place and day, or of one person, is one event, whoever tells it and in whichever language. Five who were hanged are five also when their names come later: a name fills a place of the count. Each number is shown with how many independent voices tell it: copies of one text, and all who name one source, are one voice. WORDS are names of people or places.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      LIMIT,
      { name: "kind", value: "KIND", about: "only execution, killing or death-in-custody" },
      {
        name: "from",
        value: "DAY",
        about: "only what may have been on or after this day; Jalali days too (1404-07-20)",
      },
      { name: "to", value: "DAY", about: "only what may have been on or before this day" },
      { name: "open", value: null, about: "only events in which somebody is not named yet" },
      { name: "disputed", value: null, about: "only what sources tell otherwise" },
    ],
    examples: [
      ["sanad events --from 2025-01-01", "what happened since then, and to how many"],
      ["sanad events Evin --open", "who is still without a name"],
    ],
  },
  {
    name: "event",
    usage: "sanad event EVENT… [options]",
    summary: "Show an event: who it took, who is not named yet, by how many voices it is told",
    about: [
      "How the count came about stands in it, a report a line. Ids of events stay valid when they are joined or parted. sanad merge joins events, sanad split takes tellings (h-…) out of one.",
      UNLOCKING,
    ],
    options: [ARCHIVE, JSON_LINES],
    examples: [["sanad event v-7k2m9qx4bt5v", "one event"]],
  },
  {
    name: "why",
    usage: "sanad why A [B] [options]",
    summary: "Show what speaks for two people or namings being one, and against it, in bits",
    about: [
      "One bit doubles the odds. A and B are people (p-…) or namings (m-…); with one id, the namings of that person are compared.",
      UNLOCKING,
    ],
    options: [ARCHIVE, JSON_LINES],
    examples: [["sanad why p-7k2m9qx4bt5v p-3h8j2wq6nd4x", "why two people may be one"]],
  },
  {
    name: "review",
    usage: "sanad review [options]",
    summary: "Decide about pairs in doubt, the most useful first, one key each",
    about: [
      "First come people reported dead of whom it is denied, or a sign of life is told: a alive, d dead, u unknown. Then pairs: s same, d different, u unsure, w why. b back (takes the last one back), n next, q quit. Each decision is entered at once.",
      UNLOCKING,
    ],
    options: [ARCHIVE, { name: "limit", value: "N", about: "pairs of this sitting (default: 50)" }],
    examples: [["sanad review", "go through pairs in doubt"]],
  },
  {
    name: "merge",
    usage: "sanad merge A B… --reason WORDS [options]",
    summary: "Say that people, or events, are one",
    about: [DECIDING, UNLOCKING],
    options: [ARCHIVE, REASON],
    examples: [
      [
        'sanad merge p-7k2m9qx4bt5v p-3h8j2wq6nd4x --reason "the same photograph"',
        "two people are one",
      ],
      ['sanad merge v-7k2m9qx4bt5v v-3h8j2wq6nd4x --reason "one dawn"', "two events are one"],
    ],
  },
  {
    name: "split",
    usage: "sanad split NAMING… | TELLING… --reason WORDS [options]",
    summary: "Say that namings of a person, or tellings of an event, are of another",
    about: [
      "sanad person lists the namings (m-…) of a person, sanad event the tellings (h-…) of an event.",
      DECIDING,
      UNLOCKING,
    ],
    options: [ARCHIVE, REASON],
    examples: [['sanad split m-7k2m9qx4bt5v --reason "another father"', "a naming of a namesake"]],
  },
  {
    name: "unlink",
    usage: "sanad unlink NAMING --reason WORDS [options]",
    summary: "Say that one naming is not of the person it was linked to",
    about: [DECIDING, UNLOCKING],
    options: [ARCHIVE, REASON],
    examples: [['sanad unlink m-7k2m9qx4bt5v --reason "a namesake"', "take one naming out"]],
  },
];
