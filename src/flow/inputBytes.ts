import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Failure } from "../base/failure.ts";

/** A larger file is no report; documents in great number come as .jsonl, which is read line by line. */
export const FILE_LIMIT = 256 * 1024 * 1024;
const HEAD = 4096;

/** An opened input: its first bytes, and all of them as a stream. */
export type OpenInput = { readonly head: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> };

/** Opens a file or a pipe and looks at its head. */
export async function openPath(path: string): Promise<OpenInput> {
  const found = await stat(path);
  // A pipe gives its bytes once only, so its head cannot be read apart.
  if (!found.isFile()) return openStream(createReadStream(path));
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return { head: buffer.subarray(0, bytesRead), chunks: createReadStream(path) };
  } finally {
    await file.close();
  }
}

/** Looks at the head of a stream. */
export async function openStream(stream: AsyncIterable<Uint8Array | string>): Promise<OpenInput> {
  const chunks = asBytes(stream);
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await chunks.next();
    if (next.done === true) break;
    first.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(first), chunks: rejoin(first, chunks) };
}

/** Takes a whole input into memory, up to the limit. */
export async function readWhole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > FILE_LIMIT)
      throw new Failure(
        "input-refused",
        `The file is larger than ${FILE_LIMIT >> 20} MB; split it, or give many documents as .jsonl`,
      );
    parts.push(chunk);
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}

async function* asBytes(
  stream: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array, undefined> {
  for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

async function* rejoin(
  first: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* rest;
}
