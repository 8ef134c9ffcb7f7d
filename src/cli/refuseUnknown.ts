import { Failure } from "../base/failure.ts";
import { readErasure } from "../flow/archive/look.ts";
import type { Session } from "../flow/archive/session.ts";

/** What to say of an id that shows nothing: it was never there, or it was erased. */
export async function refuseUnknown(archive: Session["archive"], id: string): Promise<never> {
  const erasure = await readErasure(archive, id);
  throw new Failure(
    "not-found",
    erasure === null
      ? id.startsWith("p-")
        ? `There is no claim or document ${id}; sanad person ${id} shows a person`
        : `There is no claim or document ${id}; sanad search prints ids`
      : `${id} was erased on ${erasure.on}; sanad history ${id} says by whom and what can still be proved`,
  );
}
