import type { Command } from "../command.ts";
import { type Finding, inspectMachine } from "../../flow/inspectMachine.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { makePaint, type Paint } from "../print/paint.ts";
import { padEnd } from "../print/screenText.ts";
import { version } from "../version.ts";

const MARKS: Readonly<Record<Finding["state"], readonly [string, "green" | "red" | "dim"]>> = {
  works: ["✓", "green"],
  missing: ["✗", "red"],
  absent: ["–", "dim"],
};

/** `sanad doctor`: what works on this machine, which settings are in force, what is not there. */
export const doctor: Command = async (_given, config, io) => {
  const paint = makePaint(io.stdout.hasColor);
  const findings = await inspectMachine(config);
  const terminal = io.stdout.isTerminal
    ? `${io.stdout.columns ?? "?"} columns, ${io.stdout.hasColor ? "colour" : "no colour"}`
    : "output is not a terminal: plain, no colour";
  const all: readonly Finding[] = [
    { what: "sanad", state: "works", detail: version() },
    ...findings.filter((finding) => finding.state !== "absent"),
    { what: "terminal", state: "works", detail: terminal },
    ...findings.filter((finding) => finding.state === "absent"),
  ];
  const wrong = findings.filter((finding) => finding.state === "missing").length;
  const closing = wrong === 0 ? "Everything needed is here." : `${wrong} needed parts are missing.`;
  await io.print(`${all.map((finding) => line(finding, paint)).join("\n")}\n\n${closing}\n`);
  return wrong === 0 ? 0 : EXIT_CODES.unavailable;
};

function line(finding: Finding, paint: Paint): string {
  const [mark, style] = MARKS[finding.state];
  return `${paint(style, mark)} ${padEnd(finding.what, 22)} ${finding.detail}`;
}
