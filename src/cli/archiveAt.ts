import { Failure } from "../base/failure.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import { dayTyped } from "../flow/dayTyped.ts";
import { type AsKnown, findAsKnown } from "../flow/archive/look.ts";
import type { Session, Surroundings } from "../flow/archive/session.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./parseArguments.ts";
import { startWaiting } from "./progress.ts";
import type { CliWords } from "./words/cliWords.ts";

/** What the stories of an archive are told of the command line. */
export function surroundings(given: Arguments, io: Io, words: CliWords): Surroundings {
  const { folder, env, now } = io;
  const own = io.ask;
  const ask =
    own === null
      ? null
      : (question: string, isSecret: boolean) => own(words.message(question), isSecret);
  const tell = (line: string | null): void =>
    io.tell(`\r\u001B[K${line === null ? "" : words.line(line)}`);
  let opening: ReturnType<typeof startWaiting> | null = null;
  const watched: Pick<Surroundings, "making" | "opening" | "rebuilding" | "striking"> = {
    opening: (isBegun) => {
      opening?.end();
      opening = isBegun ? startWaiting(io, words.line(words.opening)) : null;
    },
    making: (isBegun) => tell(isBegun ? words.making : null),
    rebuilding: (done) => tell(done === null ? null : words.rebuilding(done)),
    striking: (done, all) => tell(done === all ? null : words.striking(done, all)),
  };
  return {
    folder,
    env,
    ask,
    now,
    given: given.values.get("archive") ?? null,
    warn: (message) => io.tell(`${words.line(words.message(message))}\n`),
    ...(io.stderr.isTerminal ? watched : {}),
  };
}

/** A whole number from 1 on. */
export function wholeNumber(given: Arguments, name: string, otherwise: number): number {
  const text = given.values.get(name);
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Failure("input-refused", `--${name} must be a whole number from 1 on`);
  return number;
}

/** A day such as 2025-12-15, or 1404-09-24 of the Jalali calendar; null where none is given. */
export function dayGiven(given: Arguments, name: string): string | null {
  const text = given.values.get(name);
  if (text === undefined) return null;
  const day = dayTyped(text);
  if (day === null)
    throw new Failure("input-refused", `--${name} must be a day such as 2025-12-15 or 1404-09-24`);
  return day;
}

/** Until when the archive is looked at: a day that has come, or an entry; null where nothing is given, which is now. */
export async function asKnownGiven(
  given: Arguments,
  archive: Session["archive"],
  { now }: Io,
): Promise<AsKnown> {
  const text = given.values.get("as-known-on");
  if (text === undefined) return null;
  const day = /^\s*\p{Nd}+[-/]/u.test(text) ? dayGiven(given, "as-known-on") : null;
  if (day !== null && day > now().slice(0, 10))
    throw new Failure(
      "input-refused",
      `${day} is still to come; leave --as-known-on out for today`,
    );
  const asked = day ?? text.trim().replaceAll(/\p{Nd}/gu, foldForSearch);
  return findAsKnown(archive, asked, now().slice(0, 10));
}

/** The ids a verb works on; none is refused. */
export function idsGiven(given: Arguments, verb: string): readonly string[] {
  if (given.paths.length > 0) return given.paths;
  const message =
    {
      person: `sanad ${verb} needs the id of a person; sanad people lists people and prints theirs`,
      why: `sanad ${verb} needs the id of a person; sanad people lists people and prints theirs`,
      merge: `sanad ${verb} needs ids; sanad people and sanad events print them`,
      event: `sanad ${verb} needs the id of an event; sanad events lists events and prints theirs`,
    }[verb] ?? `sanad ${verb} needs an id; sanad search finds claims and prints theirs`;
  throw new Failure("input-refused", message);
}

/** Why something is decided; none is refused. */
export function reasonGiven(given: Arguments, verb: string): string {
  const reason = given.values.get("reason");
  if (reason !== undefined) return reason;
  throw new Failure("input-refused", `sanad ${verb} needs --reason, so that others can follow it`);
}
