import type { ErrorCode, Failure } from "../base/failure.ts";
import { EXIT_CODES, OWN_FAULT } from "./exitCodes.ts";
import type { Io } from "./io.ts";
import type { CliWords } from "./words/cliWords.ts";

/** What a program may do about each way to fail; the message says what it is about. */
const NEXT: Readonly<Record<ErrorCode, string>> = {
  "input-refused": "Hand in something else: the same again is refused again",
  "not-found": "Look at the name or id again",
  conflict: "Look at what changed, then start the command again",
  forbidden:
    "Say who works and what unlocks the archive (SANAD_ACTOR, SANAD_PASSPHRASE or SANAD_KEY_FILE), or leave it to somebody who may",
  unavailable: "See to what is missing, then start the command again; what was acknowledged stands",
  integrity:
    "Stop, change nothing and keep a copy: sanad verify names what does not agree, sanad restore makes the archive of a backup",
};

/** Says what failed: to a person in their language, to a program as one line of JSON, always in English. */
export function tellFailure(
  { code, message }: Pick<Failure, "code" | "message">,
  isJson: boolean,
  io: Pick<Io, "tell">,
  words: CliWords,
): void {
  const exit = EXIT_CODES[code];
  io.tell(
    isJson
      ? `${JSON.stringify({ failure: { code, exit, message, next: NEXT[code] } })}\n`
      : `${words.message(message)}\n`,
  );
}

/** The same of a fault in the program itself. */
export function tellFault(stack: string, isJson: boolean, io: Io, words: CliWords): void {
  const next = "Report it as a fault of Sanad";
  io.tell(
    isJson
      ? `${JSON.stringify({ failure: { code: "fault", exit: OWN_FAULT, message: stack, next } })}\n`
      : `${words.line(words.ownFault)}\n${stack}\n`,
  );
}
