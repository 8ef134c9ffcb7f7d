/** One line of a stream; `bytes` is null where it was longer than is read. */
export type Line = { readonly number: number; readonly bytes: Uint8Array | null };

/** Longer lines are passed over: a document of this size is no report. */
export const LINE_LIMIT = 64 * 1024 * 1024;

/** Splits a stream into lines at LF, holding one line at a time. Empty lines are counted and left out. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit = LINE_LIMIT,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      parts.push(chunk.subarray(start, end));
      size += end - start;
      if (size > 0) yield { number, bytes: size > limit ? null : join(parts) };
      parts = [];
      size = 0;
      number++;
      start = end + 1;
    }
    size += chunk.length - start;
    if (size <= limit) parts.push(chunk.subarray(start));
    else parts = [];
  }
  if (size > 0) yield { number, bytes: size > limit ? null : join(parts) };
}

const LF = 0x0a;

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}
