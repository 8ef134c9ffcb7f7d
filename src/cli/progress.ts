import type { Io } from "./io.ts";
import type { CliWords } from "./words/cliWords.ts";

/** A line on stderr that says how far a long run is. Silent unless a person looks and there is much to read. */
export type Progress = { readonly step: () => void; readonly end: () => void };

const FEW = 5;
const EVERY_MS = 100;

/** Starts a progress line over `total` files (null where it cannot be known). */
export function startProgress(
  total: number | null,
  io: Pick<Io, "tell" | "stderr">,
  words: CliWords,
): Progress {
  const isSilent = !io.stderr.isTerminal || (total !== null && total <= FEW);
  if (isSilent) return { step: () => {}, end: () => {} };
  let done = 0;
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
