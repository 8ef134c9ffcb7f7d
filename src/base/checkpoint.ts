/** C2SP tree heads (https://c2sp.org/tlog-checkpoint): which log, how many entries, and the root over them. */
import type { Hash } from "./merkle.ts";

export type Checkpoint = {
  /** Name of the log, unlike that of any other. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
};

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

/** Reads a signed text; null where it is no checkpoint. Lines behind the third are another's extension and stay signed. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, digits, body] = text.split("\n");
  if (origin === undefined || origin === "" || digits === undefined || body === undefined)
    return null;
  if (!/^(0|[1-9][0-9]{0,15})$/.test(digits)) return null;
  const root = Buffer.from(body, "base64");
  const size = Number(digits);
  const isExact = root.toString("base64") === body;
  return root.length === 32 && isExact && Number.isSafeInteger(size)
    ? { origin, size, root }
    : null;
}
