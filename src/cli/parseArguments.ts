import { parseArgs } from "node:util";
import { Failure } from "../base/failure.ts";
import { suggest } from "../flow/nearest.ts";
import { COMMON_OPTIONS, type Option, type Verb } from "./verbs.ts";

/** What stood on the command line after the verb. */
export type Arguments = {
  readonly paths: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
};

/** Reads the words after a verb against its row; refuses what the verb does not know. */
export function parseArguments(words: readonly string[], verb: Verb): Arguments {
  const options = [...verb.options, ...COMMON_OPTIONS];
  const { tokens, positionals } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(options.map((option) => [option.name, shapeOf(option)])),
  });
  const values = new Map<string, string>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = options.find((row) => row.name === token.name);
    if (option === undefined) throw unknownOption(token.rawName, verb, options);
    if (option.value === null) {
      if (token.value !== undefined) throw refuse(verb, `--${option.name} takes no value`);
      switches.add(option.name);
    } else {
      if (token.value === undefined || looksLikeOption(token)) {
        throw refuse(verb, `--${option.name} needs a value: --${option.name} ${option.value}`);
      }
      if (values.has(option.name))
        throw refuse(verb, `--${option.name} is given twice, and only one can hold`);
      values.set(option.name, token.value);
    }
  }
  return { paths: positionals, values, switches };
}

function shapeOf(option: Option) {
  const type = option.value === null ? ("boolean" as const) : ("string" as const);
  return option.short === undefined ? { type } : { type, short: option.short };
}

/** `--lang --json` forgot a value; `-o -` and `--lang=-x` did not. */
function looksLikeOption(token: { value?: string | undefined; inlineValue?: boolean | undefined }) {
  const { value = "", inlineValue = false } = token;
  return value === "" || (!inlineValue && value.startsWith("-") && value !== "-");
}

function unknownOption(rawName: string, verb: Verb, options: readonly Option[]): Failure {
  if (rawName === LANG) return languageElsewhere();
  const names = options.map((option) => `--${option.name}`);
  return refuse(verb, `sanad ${verb.name} has no option ${rawName}${suggest(rawName, names)}`);
}

const LANG = "--lang";

/** The language is a setting of the terminal; of some verbs --lang is the language of the reports. */
export function languageElsewhere(): Failure {
  return new Failure(
    "input-refused",
    "The language of what is printed is a setting: SANAD_LANG=fa (or en), or language in sanad.config.json; --lang is of read, text, add and brief, and of the reports or the page",
  );
}

function refuse(verb: Verb, message: string): Failure {
  const stop = message.endsWith("?") ? "" : ";";
  return new Failure(
    "input-refused",
    `${message}${stop} sanad help ${verb.name} lists its options`,
  );
}
