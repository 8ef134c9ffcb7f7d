import type { Command } from "../command.ts";
import { Failure } from "../../base/failure.ts";
import { suggest } from "../../flow/nearest.ts";
import { makePaint, type Paint } from "../print/paint.ts";
import { wrap } from "../print/screenText.ts";
import { COMMON_OPTIONS, findVerb, type Option, type Verb, VERBS } from "../verbs.ts";

const WIDTH = 80;

/** `sanad help`: all verbs, or one with its options and examples. */
export const help: Command = async (given, _config, io) => {
  const paint = makePaint(io.stdout.hasColor);
  const [name] = given.paths;
  if (name === undefined) {
    await io.print(overview(paint));
    return 0;
  }
  const verb = findVerb(name);
  if (verb === null) {
    const names = VERBS.map((row) => row.name);
    throw new Failure(
      "input-refused",
      `There is no verb ${name}${suggest(name, names) || "; sanad help lists them"}`,
    );
  }
  await io.print(helpOf(verb, paint));
  return 0;
};

function overview(paint: Paint): string {
  const verbs = VERBS.flatMap((verb) => row(verb.name, verb.summary, 10, paint));
  return [
    `${paint("bold", "sanad")} reads reports of executions, death sentences, detentions and killings into`,
    "claims: the exact words, who says it, how many, when, where, how sure.",
    "It works offline, sends nothing anywhere, and asserts nothing of its own.",
    "",
    paint("bold", "Verbs"),
    ...verbs,
    "",
    paint("bold", "Start here"),
    "  sanad brief examples             a page about the example reports",
    "  sanad read report.html           the claims of one report",
    "  sanad help read                  all about one verb",
    "  sanad --version",
    "",
    ...wrap(
      "Exit codes: 0 all was read, 1 some inputs failed, 2 refused, 3 not found, 6 unavailable (docs/architecture.md has all). Settings: sanad.config.json (docs/config.md).",
      WIDTH,
    ),
    "",
  ].join("\n");
}

function helpOf(verb: Verb, paint: Paint): string {
  const options = [...verb.options, ...COMMON_OPTIONS];
  const examples = verb.examples.flatMap(([command, what]) => [
    `  ${command}`,
    `      ${paint("dim", what)}`,
  ]);
  return [
    `${paint("bold", verb.summary)}.`,
    "",
    `  ${verb.usage}`,
    "",
    ...verb.about.flatMap((paragraph) => [...wrap(paragraph, WIDTH), ""]),
    paint("bold", "Options"),
    ...options.flatMap((option) => row(optionLabel(option), option.about, 22, paint)),
    "",
    paint("bold", "Examples"),
    ...examples,
    "",
  ].join("\n");
}

function optionLabel(option: Option): string {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  return `${short}--${option.name}${option.value === null ? "" : ` ${option.value}`}`;
}

function row(label: string, about: string, labelWidth: number, paint: Paint): readonly string[] {
  const [first = "", ...rest] = wrap(about, WIDTH - labelWidth - 4);
  const gap = " ".repeat(labelWidth + 4);
  return [
    `  ${paint("bold", label.padEnd(labelWidth))}  ${first}`,
    ...rest.map((line) => gap + line),
  ];
}
