import { Failure } from "../base/failure.ts";
import { readEntry, readErasure } from "../flow/archive/look.ts";
import type { Session } from "../flow/archive/session.ts";

/** What to say of an id that shows nothing: it was never there, it is of another kind, or it was erased. */
export async function refuseUnknown(archive: Session["archive"], id: string): Promise<never> {
  const erasure = await readErasure(archive, id);
  if (erasure !== null)
    throw new Failure(
      "not-found",
      `${id} was erased on ${erasure.on}; sanad history ${id} says by whom and what can still be proved`,
    );
  if (id.startsWith("e-"))
    throw (await readEntry(archive, id)) === null
      ? new Failure(
          "not-found",
          `There is no entry ${id}; sanad history and sanad log print theirs`,
        )
      : new Failure("input-refused", `${id} is an entry itself; sanad show ${id} shows it`);
  throw new Failure(
    "not-found",
    id.startsWith("p-")
      ? `There is no claim or document ${id}; sanad person ${id} shows a person`
      : `There is no claim or document ${id}; sanad search prints ids`,
  );
}
