import type { Io } from "./io.ts";
import type { CliWords } from "./words/cliWords.ts";

/** A line on stderr that says how far a long run is: written over for a person who looks, else a line every ten seconds. */
export type Progress = { readonly step: () => void; readonly end: () => void };

const FEW = 5;
const EVERY_MS = 100;
/** Where nobody looks, but a file may be kept: a line now and then. */
const EVERY_LINE_MS = 10_000;

/** Starts a progress line over `total` files (null where it cannot be known). */
export function startProgress(
  total: number | null,
  io: Pick<Io, "tell" | "stderr">,
  words: CliWords,
  everyLineMs = EVERY_LINE_MS,
): Progress {
  if (total !== null && total <= FEW) return { step: () => {}, end: () => {} };
  let done = 0;
  if (!io.stderr.isTerminal) {
    let toldAt = performance.now();
    return {
      step: () => {
        done += 1;
        if (performance.now() - toldAt < everyLineMs) return;
        toldAt = performance.now();
        io.tell(`${words.line(words.progress(done, total))}\n`);
      },
      end: () => {},
    };
  }
  let shownAt = 0;
  return {
    step: () => {
      done += 1;
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      io.tell(`\r\u001B[K${words.line(words.progress(done, total))}`);
    },
    end: () => io.tell("\r\u001B[K"),
  };
}

/** A line on stderr that counts what is done; silent unless a person looks. */
export function startCounting(
  io: Pick<Io, "tell" | "stderr">,
  words: CliWords,
  say: (done: number) => string,
): { readonly step: (done: number) => void; readonly end: () => void } {
  if (!io.stderr.isTerminal) return { step: () => {}, end: () => {} };
  let shownAt = 0;
  return {
    step: (done) => {
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      io.tell(`\r\u001B[K${words.line(say(done))}`);
    },
    end: () => io.tell("\r\u001B[K"),
  };
}
