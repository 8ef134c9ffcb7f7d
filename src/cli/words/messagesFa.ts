/**
 * In: a message as it was written in English where it arose.
 * Out: the same in Persian. The stages know one language; this table is the only place where their messages have two.
 * Never: changes what was put into a message; one that has no row stands as it is.
 */
import type { MessageRow } from "./messageRow.ts";
import { CLI_MESSAGES } from "./messagesOfCliFa.ts";
import { COSIGN_MESSAGES } from "./messagesOfCosigningFa.ts";
import { FLOW_MESSAGES } from "./messagesOfFlowFa.ts";
import { KEY_MESSAGES } from "./messagesOfKeysFa.ts";
import { LEDGER_MESSAGES } from "./messagesOfLedgerFa.ts";
import { LIST_MESSAGES } from "./messagesOfListsFa.ts";
import { TESTIMONY_MESSAGES } from "./messagesOfTestimonyFa.ts";
import { PEOPLE_MESSAGES } from "./messagesOfPeopleFa.ts";

/** Messages around messages; the first that fits is taken, so these stand before what they hold. */
const AROUND: readonly MessageRow[] = [
  [
    "{}; did you mean {}?; sanad help {} lists its options",
    "{1}؛ منظورتان {2} بود؟ گزینه‌ها در sanad help {3}",
  ],
  [
    "{}; did you mean {}? sanad help {} lists its options",
    "{1}؛ منظورتان {2} بود؟ گزینه‌ها در sanad help {3}",
  ],
  ["{}; did you mean {}?", "{1}؛ منظورتان {2} بود؟"],
  ["{}; sanad help {} lists its options", "{1}؛ گزینه‌ها در sanad help {2}"],
  ["{}; sanad help lists them", "{1}؛ همهٔ فرمان‌ها در sanad help"],
  ["{}; to read a file: sanad read {}", "{1}؛ برای خواندن فایل: sanad read {2}"],
];

/** A place before a message, tried last: `report.txt, line 3: …`. */
const PLACES: readonly MessageRow[] = [
  ["{}, line {}: {}", "{1}، سطر {2}: {3}"],
  ["There is no {} {}", "{1} {2} نیست"],
  ["{}: {}", "{1}: {2}"],
];

type Template = { readonly pattern: RegExp; readonly persian: string };

const TEMPLATES: readonly Template[] = [
  ...AROUND,
  ...CLI_MESSAGES,
  ...COSIGN_MESSAGES,
  ...FLOW_MESSAGES,
  ...KEY_MESSAGES,
  ...PEOPLE_MESSAGES,
  ...LEDGER_MESSAGES,
  ...LIST_MESSAGES,
  ...TESTIMONY_MESSAGES,
  ...PLACES,
].map(([english, persian]) => ({ pattern: patternOf(english), persian }));

/** Translates a message; `embed` makes what was put into it fit for the line. */
export function messageInPersian(english: string, embed: (value: string) => string): string {
  return translate(english, embed) ?? english;
}

function translate(english: string, embed: (value: string) => string): string | null {
  for (const { pattern, persian } of TEMPLATES) {
    const match = pattern.exec(english);
    if (match === null) continue;
    return persian.replaceAll(/\{(\d)\}/g, (_whole, n: string) => {
      const value = match[Number(n)] ?? "";
      return translate(value, embed) ?? embed(value);
    });
  }
  return null;
}

function patternOf(english: string): RegExp {
  const literal = english.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("{}", "(.+?)")}$`, "s");
}
