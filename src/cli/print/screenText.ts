/** First-strong isolate and its end: what stands between keeps its own direction (Unicode UAX 9). */
const ISOLATE = "\u2068";
const ISOLATE_END = "\u2069";

/** Right-to-left isolate: a whole line that is read from the right, whatever it begins with. */
const ISOLATE_RTL = "\u2067";
const ISOLATE_LTR = "\u2066";

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Bidi controls and anything that could move the cursor or recolour the terminal. */
const UNSAFE =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A report's words made fit for a terminal: no control characters, and right-to-left parts isolated. */
export function onScreen(words: string): string {
  return isolate(clean(words));
}

/** Line breaks and runs of space become one space; control characters are dropped. */
export function clean(words: string): string {
  return words.replaceAll(/\s+/g, " ").replaceAll(UNSAFE, "").trim();
}

/** Wraps text that holds right-to-left letters in isolates, so that it cannot turn its neighbours around. */
export function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? ISOLATE + text + ISOLATE_END : text;
}

/**
 * A line of a right-to-left language as one isolate. A line that is nothing but isolates has no direction of its own,
 * so every terminal keeps columns where they were put; a terminal that turns no letters around shows the isolates as nothing.
 */
export function rightToLeft(line: string): string {
  return RIGHT_TO_LEFT.test(line) ? ISOLATE_RTL + line + ISOLATE_END : line;
}

/** A line that goes on from one above it: read from the right with it, though it may hold nothing but ids. */
export function continuedFromRight(line: string): string {
  if (RIGHT_TO_LEFT.test(line)) return rightToLeft(isolateLatin(line));
  return ISOLATE_RTL + line.replaceAll(LATIN_RUN, isolateRun) + ISOLATE_END;
}

/** Commands, options, paths and days such as 2025-12-15 in a right-to-left line, each as one isolate. */
export function isolateLatin(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  // A colour code stays whole, outside every isolate.
  return text
    .split(COLOUR)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(LATIN_RUN, isolateRun)))
    .join("");
}

const COLOUR = /(\u001B\[[0-9;]*m)/;

/** What was put into a line with right-to-left letters in it (left alone), or a run of Latin words, some of them put in. */
const LATIN_RUN =
  /\u2068[^\u2069]*[\u0590-\u08FF][^\u2069]*\u2069|(?:[!-'*-~…]|\u2068[^\u2069]*\u2069)+(?: (?:[!-'*-~…]|\u2068[^\u2069\u0590-\u08FF]*\u2069)+)*/g;

/** A run as an isolate where it holds a word or a day; the marks around it belong to the line. */
function isolateRun(run: string): string {
  const isIsolate = /^\u2068[^\u2069]*\u2069$/.test(run);
  if (isIsolate || !/[A-Za-z]|\d-\d/.test(run)) return run;
  const start = /^(?:[".:;,!? ]* )?[":;,]*/.exec(run)?.[0].length ?? 0;
  const end = run.length - (/[".,:;!? ]*$/.exec(run)?.[0].length ?? 0);
  const middle = run.slice(start, end);
  const isWrapped = /^\u2068[^\u2069]*\u2069$/.test(middle);
  const isolated = isWrapped ? middle : ISOLATE_LTR + middle + ISOLATE_END;
  return run.slice(0, start) + isolated + run.slice(end);
}

/** Columns a text takes: marks, joiners and isolates take none, wide letters two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text.replaceAll(/\u001B\[[0-9;]*m/g, "")) {
    if (/[\p{M}\p{Cf}]/u.test(letter)) continue;
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]|\p{Emoji_Presentation}/u.test(
        letter,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Breaks text into lines of at most `width` columns, at spaces; a longer word is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((part) => cut(part, width))) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      // Columns stand apart by two blanks; at the end of a line they are none.
      lines.push(line.trimEnd());
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return closeIsolates([...lines, line]);
}

/** An isolate that a line's end cuts is closed there and opened again on the next line. */
function closeIsolates(lines: readonly string[]): readonly string[] {
  let open: readonly string[] = [];
  return lines.map((line) => {
    const before = open;
    for (const letter of line) {
      if (/[\u2066-\u2068]/.test(letter)) open = [...open, letter];
      if (letter === ISOLATE_END) open = open.slice(0, -1);
    }
    return before.join("") + line + ISOLATE_END.repeat(open.length);
  });
}

/** Pads on the right to a width in columns. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Pads on the left to a width in columns. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Shortens to a width in columns, with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const letter of text) {
    if (widthOf(kept + letter) > width - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

function cut(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const letters = Array.from(word);
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += width)
    parts.push(letters.slice(at, at + width).join(""));
  return parts;
}
