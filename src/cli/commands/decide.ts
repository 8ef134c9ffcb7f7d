import { Failure } from "../../base/failure.ts";
import { decide, undoDecision } from "../../flow/archive/decide.ts";
import { closeArchive, openSession, type Session } from "../../flow/archive/session.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { clean, isolate } from "../print/screenText.ts";

/** `sanad accept`: the words say so. */
export const accept: Command = deciding("accept", async (session, id, reason, at) => {
  const { body } = await decide(session, id, { verdict: "accepted", reason, at });
  return `Accepted ${id}: ${isolate(clean(body.span.quote))}\n`;
});

/** `sanad reject`: the words do not say so. */
export const reject: Command = deciding("reject", async (session, id, reason, at) => {
  const { body } = await decide(session, id, { verdict: "rejected", reason, at });
  return `Rejected ${id}: ${isolate(clean(body.span.quote))}\n`;
});

/** `sanad undo`: the last decision is taken back. */
export const undo: Command = deciding("undo", async (session, id, reason, at) => {
  const verdict = await undoDecision(session, id, { reason, at });
  return `${id} is no longer ${verdict}\n`;
});

function deciding(
  verb: string,
  act: (session: Session, id: string, reason: string, at: string) => Promise<string>,
): Command {
  return async (given, _config, io) => {
    const ids = idsGiven(given, verb);
    const reason = given.values.get("reason");
    if (reason === undefined)
      throw new Failure(
        "input-refused",
        `sanad ${verb} needs --reason, so that others can follow it`,
      );
    const session = await openSession(surroundings(given, io));
    try {
      for (const id of ids) await io.print(await act(session, id, reason, io.now()));
      return 0;
    } finally {
      await closeArchive(session.archive);
    }
  };
}
