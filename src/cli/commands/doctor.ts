import { resolve } from "node:path";
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
export const doctor: Command = async (given, config, io, words) => {
  const paint = makePaint(io.stdout.hasColor);
  const named = given.values.get("archive") ?? io.env["SANAD_ARCHIVE"];
  const folder = resolve(io.folder, named ?? ".");
  const at = { folder, isNamed: named !== undefined, env: io.env };
  const found = await inspectMachine(config, words.language, at);
  const wrong = found.filter((finding) => finding.state === "missing").length;
  const exit = wrong === 0 ? 0 : EXIT_CODES.unavailable;
  if (given.switches.has("json")) {
    const all = [{ what: "sanad", state: "works", detail: version() }, ...found];
    await io.print(all.map((finding) => `${JSON.stringify(finding)}\n`).join(""));
    return exit;
  }
  const findings = found.map((finding) => ({
    ...finding,
    what: words.message(finding.what),
    detail: words.message(finding.detail),
  }));
  const terminal = io.stdout.isTerminal
    ? words.terminal(
        io.stdout.columns === null ? "?" : words.number(io.stdout.columns),
        io.stdout.hasColor,
      )
    : words.noTerminal;
  const all: readonly Finding[] = [
    { what: "sanad", state: "works", detail: version() },
    ...findings.filter((finding) => finding.state !== "absent"),
    { what: words.message("terminal"), state: "works", detail: words.line(terminal) },
    ...findings.filter((finding) => finding.state === "absent"),
  ];
  const closing = words.line(wrong === 0 ? words.allHere : words.someMissing(wrong));
  await io.print(`${all.map((finding) => line(finding, paint)).join("\n")}\n\n${closing}\n`);
  return exit;
};

function line(finding: Finding, paint: Paint): string {
  const [mark, style] = MARKS[finding.state];
  return `${paint(style, mark)} ${padEnd(finding.what, 22)} ${finding.detail}`;
}
