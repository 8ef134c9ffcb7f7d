import { closeArchive, openSession } from "../../flow/archive/session.ts";
import { checkWitness, takeTestimony } from "../../flow/archive/testimony.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { consentLine } from "../print/printConsent.ts";
import { readTestimonyForm } from "../testimonyForm.ts";

/** `sanad add --testimony`: seals what somebody said in confidence. */
export const addTestimony: Command = async (given, _config, io, words) => {
  const session = await openSession(surroundings(given, io, words));
  try {
    const form = await readTestimonyForm(given.paths, io, words, (witness) =>
      checkWitness(session.archive, witness),
    );
    const { testimony, witness, isKnown } = await takeTestimony(session, form, io.now());
    // What was typed must not stand on the screen for the next who passes.
    if (given.paths.length === 0 && io.stdout.isTerminal)
      await io.print("\u001B[2J\u001B[3J\u001B[H");
    if (given.switches.has("json")) {
      await io.print(
        `${JSON.stringify({ testimony, witness, ...(isKnown ? { isKnown } : {}) })}\n`,
      );
      return 0;
    }
    const lines = [
      ...(isKnown
        ? [
            `The same words are sealed already: ${testimony}, of source ${witness}; nothing was sealed`,
            `Another consent is entered by sanad consent ${testimony}; where somebody else said the very same, add a line that says so`,
          ]
        : [
            `Sealed ${testimony}, of source ${witness}`,
            consentLine(form.consent, words),
            "No search finds it; sanad show opens it and writes down that it did; sanad consent changes what it may be used for",
          ]),
      ...(given.paths.some((path) => path !== "-")
        ? ["The file itself lies where it lay, in clear: destroy it"]
        : []),
    ];
    await io.print(lines.map((line) => `${words.message(line)}\n`).join(""));
    return 0;
  } finally {
    await closeArchive(session.archive);
  }
};
