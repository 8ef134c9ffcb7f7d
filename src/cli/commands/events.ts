import { Failure } from "../../base/failure.ts";
import { listEvents, showEvent } from "../../flow/archive/people/index.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { EVENT_KINDS } from "../../model/telling.ts";
import { dayGiven, idsGiven, surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { lookAt } from "../lookAt.ts";
import { printEvent, printEvents } from "../print/printEvents.ts";
import type { CliWords } from "../words/cliWords.ts";
import { relinkToLook } from "./link.ts";

const SHOWN = 20;

/** `sanad events`: what happened, each event once, with how many it took. */
export const events: Command = async (given, config, io, words) => {
  const limit = wholeNumber(given, "limit", SHOWN);
  const filter = {
    words: given.paths.length === 0 ? null : given.paths.join(" "),
    kind: kindGiven(given.values.get("kind"), words),
    from: dayGiven(given, "from"),
    to: dayGiven(given, "to"),
    isOpen: given.switches.has("open"),
    isDisputed: given.switches.has("disputed"),
    limit,
  };
  const archive = await openToRead(surroundings(given, io, words));
  try {
    await relinkToLook(archive, io, words);
    const found = await listEvents(archive, filter);
    if (given.switches.has("json")) {
      for (const one of found.events) await io.print(`${JSON.stringify(one)}\n`);
      return 0;
    }
    const { length } = found.events;
    if (length === 0) await io.print(`${words.line(words.events.noEvents)}\n`);
    else await io.print(printEvents(found.events, found.totals, lookAt(config, io, words)));
    if (length === limit)
      await io.print(`${words.line(words.events.moreEvents(length, limit * 2))}\n`);
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

/** `sanad event`: who it took, who is not named yet, by how many voices it is told. */
export const event: Command = async (given, config, io, words) => {
  const ids = idsGiven(given, "event");
  const archive = await openToRead(surroundings(given, io, words));
  try {
    await relinkToLook(archive, io, words);
    for (const id of ids) {
      const shown = await showEvent(archive, id);
      await io.print(
        given.switches.has("json")
          ? `${JSON.stringify(shown)}\n`
          : printEvent(shown, lookAt(config, io, words)),
      );
    }
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

/** A kind by its code, or by its word in the language of the terminal. */
function kindGiven(value: string | undefined, words: CliWords): string | null {
  if (value === undefined) return null;
  const known = EVENT_KINDS.find((kind) => kind === value || words.kind(kind) === value);
  if (known !== undefined) return known;
  throw new Failure("input-refused", `--kind must be one of ${EVENT_KINDS.join(", ")}`);
}
