import assert from "node:assert/strict";
import { join } from "node:path";
import { run } from "../../src/cli/run.ts";
import type { Io } from "../../src/cli/io.ts";
import { surroundings, urlOf } from "./archiveFolder.ts";

export type Ran = { readonly code: number; readonly out: string };

/** How a command line is run: its settings, what it reads, the answers a person gives, the hour. */
export type Setting = {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly answers?: readonly string[];
  /** Keys that a person presses, one after the other. */
  readonly keys?: string | (() => Promise<string>);
  readonly now?: string;
};

/** Runs a command line in an archive's folder, as nobody or as a person who answers; all it says as one text. */
export async function sanad(
  folder: string,
  words: readonly string[],
  { env = {}, input = "", answers, keys, now = "2026-01-02T03:04:05.000Z" }: Setting = {},
): Promise<Ran> {
  let out = "";
  const screen = { isTerminal: false, hasColor: false, columns: null };
  const { SANAD_ACTOR = "", SANAD_ROLE = "" } = surroundings(folder).env;
  const url = urlOf(folder);
  const waiting = [...(answers ?? [])];
  const pressed = typeof keys === "string" ? keys.split("") : [];
  const io: Io = {
    print: async (text) => void (out += text),
    tell: (text) => void (out += text),
    stdin: bytesOf(input),
    stdout: screen,
    stderr: screen,
    key:
      typeof keys === "function"
        ? keys
        : keys === undefined
          ? null
          : async () => pressed.shift() ?? "q",
    ask:
      answers === undefined
        ? null
        : async (question) => {
            out += question;
            const answer = waiting.shift();
            assert.ok(answer !== undefined, `No answer to ${question}`);
            return answer;
          },
    now: () => now,
    env: {
      SANAD_ARCHIVE: folder,
      SANAD_ACTOR,
      SANAD_ROLE,
      SANAD_LANG: "en",
      ...(url === null ? {} : { DATABASE_URL: url }),
      ...env,
    },
    folder: join(folder, ".."),
  };
  return { code: await run(words, io), out };
}

/** Runs one and holds its exit code and words against what they should be. */
export async function fits(ran: Promise<Ran>, code: number, text: RegExp): Promise<Ran> {
  const done = await ran;
  assert.equal(done.code, code, done.out);
  assert.match(done.out, text);
  return done;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
