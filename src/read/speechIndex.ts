/**
 * In: the speeches of a document. Out: those that may cover a token, without looking through all of them.
 * Never: leaves one out whose contents hold the token.
 */
import type { Speech } from "./speech.ts";

/** Tokens that share an entry of the index. */
const STRIDE = 64;

type SpeechIndex = ReadonlyMap<number, readonly Speech[]>;

const indexBySpeeches = new WeakMap<readonly Speech[], SpeechIndex>();

/** Speeches whose contents hold a token, in their order. */
export function speechesAround(token: number, speeches: readonly Speech[]): Speech[] {
  const index = indexBySpeeches.get(speeches) ?? makeIndex(speeches);
  const near = index.get(Math.floor(token / STRIDE)) ?? [];
  return near.filter((speech) => speech.contents.some(([from, to]) => from <= token && token < to));
}

function makeIndex(speeches: readonly Speech[]): SpeechIndex {
  const index = new Map<number, Speech[]>();
  for (const speech of speeches) {
    const entries = new Set(speech.contents.flatMap(([from, to]) => entriesOf(from, to)));
    for (const entry of entries) {
      const list = index.get(entry) ?? [];
      list.push(speech);
      index.set(entry, list);
    }
  }
  indexBySpeeches.set(speeches, index);
  return index;
}

function entriesOf(from: number, to: number): number[] {
  const first = Math.floor(from / STRIDE);
  const count = to > from ? Math.floor((to - 1) / STRIDE) - first + 1 : 0;
  return Array.from({ length: count }, (_, i) => first + i);
}
