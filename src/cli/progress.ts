import type { Io } from "./io.ts";
import type { CliWords } from "./words/cliWords.ts";

/** A line on stderr that says how far a long run is: written over for a person who looks, else a line every ten seconds. */
export type Progress = {
  readonly step: () => void;
  /** Takes the line away where something else is written to the same terminal; the next step shows it again. */
  readonly clear: () => void;
  readonly end: () => void;
};

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
  if (total !== null && total <= FEW) return { step: () => {}, clear: () => {}, end: () => {} };
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
      clear: () => {},
      end: () => {},
    };
  }
  const wipe = (): void => io.tell("\r\u001B[K");
  const show = (): void => io.tell(`\r\u001B[K${words.line(words.progress(done, total))}`);
  show();
  let shownAt = performance.now();
  return {
    step: () => {
      done += 1;
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      show();
    },
    clear: wipe,
    end: wipe,
  };
}

/** A line on a terminal for what takes longer than a moment, until it is over or somebody else writes there. */
export function startWaiting(
  io: Pick<Io, "tell" | "stderr">,
  line: string,
  moment = MOMENT_MS,
): { readonly isShown: () => boolean; readonly end: () => void } {
  let isShown = false;
  const timer = io.stderr.isTerminal
    ? setTimeout(() => {
        isShown = true;
        io.tell(`\r\u001B[K${line}`);
      }, moment)
    : undefined;
  return {
    isShown: () => isShown,
    end: () => {
      clearTimeout(timer);
      if (isShown) io.tell("\r\u001B[K");
      isShown = false;
    },
  };
}

const MOMENT_MS = 400;

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
