import type { Command } from "../command.ts";
import { type Finding, inspectMachine } from "../../flow/inspectMachine.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { makePaint, type Paint } from "../print/paint.ts";
import { padEnd } from "../print/screenText.ts";
import { version } from "../version.ts";
import type { CliWords } from "../words/cliWords.ts";

const MARKS: Readonly<Record<Finding["state"], readonly [string, "green" | "red" | "dim"]>> = {
  works: ["✓", "green"],
  missing: ["✗", "red"],
  absent: ["–", "dim"],
};

/** `sanad doctor`: what works on this machine, which settings are in force, what is not there. */
export const doctor: Command = async (_given, config, io, words) => {
  const paint = makePaint(io.stdout.hasColor);
  const findings = await inspectMachine(config, words.language);
  const terminal = io.stdout.isTerminal
    ? words.terminal(
        io.stdout.columns === null ? "?" : words.number(io.stdout.columns),
        io.stdout.hasColor,
      )
    : words.noTerminal;
  const all: readonly Finding[] = [
    { what: "sanad", state: "works", detail: version() },
    ...findings.filter((finding) => finding.state !== "absent"),
    { what: "terminal", state: "works", detail: terminal },
    ...findings.filter((finding) => finding.state === "absent"),
  ];
  const wrong = findings.filter((finding) => finding.state === "missing").length;
  const closing = words.line(wrong === 0 ? words.allHere : words.someMissing(wrong));
  await io.print(`${all.map((finding) => line(finding, paint, words)).join("\n")}\n\n${closing}\n`);
  return wrong === 0 ? 0 : EXIT_CODES.unavailable;
};

function line(finding: Finding, paint: Paint, words: CliWords): string {
  const [mark, style] = MARKS[finding.state];
  return `${paint(style, mark)} ${padEnd(words.message(finding.what), 22)} ${words.message(finding.detail)}`;
}
