import { Buffer } from "node:buffer";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Failure } from "../base/failure.ts";

/** What a command may touch of the world it runs in. Tests hand in their own. */
export type Io = {
  /** Writes data; resolves when more can be taken, so that long output stays small in memory. */
  readonly print: (text: string) => Promise<void>;
  /** Writes to the person: progress, where a file went, what failed. */
  readonly tell: (text: string) => void;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Screen;
  readonly stderr: Screen;
  /** Asks on the terminal and waits for a line; null where nobody sits there. `isSecret` hides what is typed. */
  readonly ask: ((question: string, isSecret: boolean) => Promise<string>) | null;
  /** Waits for one key on the terminal; null where nobody sits there. */
  readonly key: (() => Promise<string>) | null;
  /**
   * Where somebody ends the program with Ctrl-C while it works, `last` is done before it ends; answers with what takes that back. Null
   * where nobody can.
   */
  readonly beforeInterrupt?: ((last: () => void) => () => void) | null;
  /** The clock: an instant, ISO, UTC. */
  readonly now: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
};

/** How an output is looked at: by a person on a terminal, or by a program. */
export type Screen = {
  readonly isTerminal: boolean;
  readonly hasColor: boolean;
  readonly columns: number | null;
};

type Tty = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The world of the running program. */
export function processIo(): Io {
  return {
    print: (text) => write(process.stdout, text),
    tell: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    stdout: screenOf(process.stdout, process.env),
    stderr: screenOf(process.stderr, process.env),
    ask: process.stdin.isTTY && process.stderr.isTTY ? askOnTerminal : null,
    key: process.stdin.isTTY && process.stderr.isTTY ? keyOnTerminal : null,
    beforeInterrupt,
    now: () => new Date().toISOString(),
    env: process.env,
    folder: process.cwd(),
  };
}

/** As the shell counts a program that Ctrl-C ended. */
const INTERRUPTED = 130;

function beforeInterrupt(last: () => void): () => void {
  const end = (): void => {
    last();
    process.exit(INTERRUPTED);
  };
  process.once("SIGINT", end);
  return () => void process.removeListener("SIGINT", end);
}

/** Colour only on a terminal, never against NO_COLOR (no-color.org) or a dumb terminal. */
export function screenOf(stream: Tty, env: Io["env"]): Screen {
  const isTerminal = stream.isTTY === true;
  const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  return { isTerminal, hasColor: isTerminal && !refused, columns: stream.columns || null };
}

/** Lines that were pasted behind the one that was asked for. */
const waiting: string[] = [];

async function askOnTerminal(question: string, isSecret: boolean): Promise<string> {
  const pasted = waiting.shift();
  if (pasted !== undefined) {
    process.stderr.write(isSecret ? `${question}\n` : `${question}${pasted}\n`);
    return pasted;
  }
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: isSecret ? silent : process.stderr,
    terminal: true,
    historySize: 0,
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      // Only now, when the terminal itself shows no typed letter any more; and where the line is shown the question is its
      // own prompt, since readline draws a line from its first column on.
      if (isSecret) process.stderr.write(question);
      lines.question(isSecret ? "" : question, (line) => {
        lines.on("line", (more) => waiting.push(more));
        resolve(line);
      });
      lines.once("close", () =>
        reject(new Failure("input-refused", "The question was not answered; nothing was changed")),
      );
    });
  } finally {
    lines.close();
    if (isSecret) process.stderr.write("\n");
  }
}

/** One key, without the end of a line; Ctrl-C and Ctrl-D read as q. */
async function keyOnTerminal(): Promise<string> {
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.resume();
  try {
    const [bytes] = (await once(stdin, "data")) as [Buffer];
    const key = bytes.toString("utf8");
    return key === "\u0003" || key === "\u0004" ? "q" : key.toLowerCase();
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
  }
}

async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(Buffer.from(text, "utf8"))) return;
  await new Promise<void>((resolve) => stream.once("drain", resolve));
}
