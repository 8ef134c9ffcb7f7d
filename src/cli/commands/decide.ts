import { Failure } from "../../base/failure.ts";
import type { TypedCorrection } from "../../flow/archive/correct.ts";
import { correct as correctClaim, decide, undoDecision } from "../../flow/archive/decide.ts";
import { undoLinks } from "../../flow/archive/people/index.ts";
import { closeArchive, openSession, type Session } from "../../flow/archive/session.ts";
import { idsGiven, reasonGiven, surroundings } from "../archiveAt.ts";
import { CLAIM_KINDS, MODALITIES } from "../../model/claim.ts";
import type { Command } from "../command.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { correctionLines } from "../print/printCorrection.ts";
import type { CliWords } from "../words/cliWords.ts";
import { relink } from "./link.ts";

/** `sanad accept`: the words say so. */
export const accept: Command = deciding("accept", async (session, id, { reason, at, words }) => {
  const { body } = await decide(session, id, { verdict: "accepted", reason, at });
  return words.accepted(id, words.embed(body.span.quote));
});

/** `sanad reject`: the words do not say so. */
export const reject: Command = deciding(
  "reject",
  async (session, id, { reason, at, words, io }) => {
    const { body } = await decide(session, id, { verdict: "rejected", reason, at });
    await relink(session.archive, io, words);
    return words.rejected(id, words.embed(body.span.quote));
  },
);

/** `sanad correct`: the words say something else than was read. */
export const correct: Command = deciding("correct", async (session, id, told) => {
  const { reason, at, words, given, io } = told;
  const typed: TypedCorrection = Object.fromEntries(
    CORRECTED.flatMap((name) => {
      const value = given.values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  if (Object.keys(typed).length === 0)
    throw new Failure(
      "input-refused",
      `sanad correct needs a field, such as --number 3; fields are ${CORRECTED.map((name) => `--${name}`).join(", ")}`,
    );
  const { claim, correction } = await correctClaim(session, id, {
    typed: inCodes(typed, words),
    reason,
    at,
  });
  await relink(session.archive, io, words);
  const lines = correctionLines(claim.body, correction, words);
  return [words.corrected(id, words.embed(claim.body.span.quote)), ...lines].join("\n");
});

const CORRECTED = [
  "kind",
  "modality",
  "number",
  "from",
  "to",
  "place",
  "person",
  "source",
] as const satisfies readonly (keyof TypedCorrection)[];

/** Kinds and modalities may be given by their word in the language of the terminal. */
function inCodes(typed: TypedCorrection, words: CliWords): TypedCorrection {
  const kind = CLAIM_KINDS.find((code) => words.kind(code) === typed.kind);
  const modality = MODALITIES.find((code) => words.modality(code) === typed.modality);
  return {
    ...typed,
    ...(kind === undefined ? {} : { kind }),
    ...(modality === undefined ? {} : { modality }),
  };
}

/** `sanad undo`: the last decision is taken back. */
export const undo: Command = deciding("undo", async (session, id, { reason, at, words, io }) => {
  if (id.startsWith("e-")) {
    await undoLinks(session, [id], { reason, at });
    await relink(session.archive, io, words);
    return words.people.undone(id);
  }
  const { verdict, now, by } = await undoDecision(session, id, { reason, at });
  await relink(session.archive, io, words);
  return words.undone(id, verdict, now, by === null ? null : words.embed(by));
});

type Told = {
  readonly reason: string;
  readonly at: string;
  readonly words: CliWords;
  readonly io: Io;
  readonly given: Arguments;
};

function deciding(
  verb: string,
  act: (session: Session, id: string, told: Told) => Promise<string>,
): Command {
  return async (given, _config, io, words) => {
    const ids = idsGiven(given, verb);
    const reason = reasonGiven(given, verb);
    const session = await openSession(surroundings(given, io, words));
    try {
      for (const id of ids) {
        const lines = await act(session, id, { reason, at: io.now(), words, given, io });
        for (const line of lines.split("\n")) await io.print(`${words.line(line)}\n`);
      }
      return 0;
    } finally {
      await closeArchive(session.archive);
    }
  };
}
