import { Failure } from "../../base/failure.ts";
import { decide, undoDecision } from "../../flow/archive/decide.ts";
import { undoLinks } from "../../flow/archive/people/index.ts";
import { closeArchive, openSession, type Session } from "../../flow/archive/session.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import type { Io } from "../io.ts";
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

/** `sanad undo`: the last decision is taken back. */
export const undo: Command = deciding("undo", async (session, id, { reason, at, words, io }) => {
  if (id.startsWith("e-")) {
    await undoLinks(session, [id], { reason, at });
    await relink(session.archive, io, words);
    return words.people.undone(id);
  }
  const verdict = await undoDecision(session, id, { reason, at });
  await relink(session.archive, io, words);
  return words.undone(id, verdict);
});

type Told = {
  readonly reason: string;
  readonly at: string;
  readonly words: CliWords;
  readonly io: Io;
};

function deciding(
  verb: string,
  act: (session: Session, id: string, told: Told) => Promise<string>,
): Command {
  return async (given, _config, io, words) => {
    const ids = idsGiven(given, verb);
    const reason = given.values.get("reason");
    if (reason === undefined)
      throw new Failure(
        "input-refused",
        `sanad ${verb} needs --reason, so that others can follow it`,
      );
    const session = await openSession(surroundings(given, io, words));
    try {
      for (const id of ids) {
        const line = await act(session, id, { reason, at: io.now(), words, io });
        await io.print(`${words.line(line)}\n`);
      }
      return 0;
    } finally {
      await closeArchive(session.archive);
    }
  };
}
