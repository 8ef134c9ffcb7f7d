import type { Command } from "../command.ts";
import { Failure } from "../../base/failure.ts";
import { suggest } from "../../flow/nearest.ts";
import { makePaint, type Paint } from "../print/paint.ts";
import { padEnd, wrap } from "../print/screenText.ts";
import type { CliWords } from "../words/cliWords.ts";
import { COMMON_OPTIONS, findVerb, type Option, type Verb, VERBS } from "../verbs.ts";

const WIDTH = 80;

/** `sanad help`: all verbs, or one with its options and examples. */
export const help: Command = async (given, _config, io, words) => {
  const paint = makePaint(io.stdout.hasColor);
  const [name] = given.paths;
  if (name === undefined) {
    await io.print(overview(paint, words));
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
  await io.print(helpOf(await withStages(words.verb(verb), words), paint, words));
  return 0;
};

/** The stages that a case may stand at are rows of the packs. */
async function withStages(verb: Verb, words: CliWords): Promise<Verb> {
  if (verb.name !== "people") return verb;
  const { stageNames } = await import("../../flow/archive/people/index.ts");
  const stages = stageNames(words.language).map(([id, name]) => `${id} (${name})`);
  const [first = "", ...rest] = verb.about;
  return { ...verb, about: [first, `${words.people.stages}: ${stages.join("; ")}`, ...rest] };
}

function overview(paint: Paint, words: CliWords): string {
  const [first = "", ...others] = words.helpIntro;
  const verbs = VERBS.map(words.verb).flatMap((verb) =>
    row(verb.name, verb.summary, { labelWidth: 10, paint, words }),
  );
  return [
    `${paint("bold", "sanad")} ${words.line(first)}`,
    ...others.map(words.line),
    "",
    heading(words.helpVerbs, paint, words),
    ...verbs,
    "",
    heading(words.helpStart, paint, words),
    ...words.helpStarts.map(([command, what]) =>
      `  ${padEnd(command, what === "" ? 0 : 32)} ${words.line(what)}`.trimEnd(),
    ),
    "",
    ...wrap(words.helpEnd, WIDTH).map(words.line),
    "",
  ].join("\n");
}

function helpOf(verb: Verb, paint: Paint, words: CliWords): string {
  const options = [...verb.options, ...COMMON_OPTIONS.map(words.option)];
  const examples = verb.examples.flatMap(([command, what]) => [
    `  ${command}`,
    `      ${paint("dim", words.line(what))}`,
  ]);
  return [
    `${paint("bold", words.line(verb.summary))}${words.helpStop}`,
    "",
    `  ${verb.usage}`,
    "",
    ...verb.about.flatMap((paragraph) => [...wrap(paragraph, WIDTH).map(words.line), ""]),
    heading(words.helpOptions, paint, words),
    ...options.flatMap((option) =>
      row(optionLabel(option), option.about, { labelWidth: 22, paint, words }),
    ),
    "",
    heading(words.helpExamples, paint, words),
    ...examples,
    "",
  ].join("\n");
}

function heading(text: string, paint: Paint, words: CliWords): string {
  return paint("bold", words.line(text));
}

function optionLabel(option: Option): string {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  return `${short}--${option.name}${option.value === null ? "" : ` ${option.value}`}`;
}

type RowLook = {
  readonly labelWidth: number;
  readonly paint: Paint;
  readonly words: CliWords;
};

function row(
  label: string,
  about: string,
  { labelWidth, paint, words }: RowLook,
): readonly string[] {
  const [first = "", ...rest] = wrap(about, WIDTH - labelWidth - 4).map(words.line);
  const gap = " ".repeat(labelWidth + 4);
  return [
    `  ${paint("bold", label.padEnd(labelWidth))}  ${first}`,
    ...rest.map((line) => gap + line),
  ];
}
