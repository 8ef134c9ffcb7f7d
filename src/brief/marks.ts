/**
 * In: a text and the ranges of its claims. Out: pieces that nest, in the order of the text.
 * Never: changes, drops or doubles a character of the text.
 */
import type { Range } from "../base/span.ts";

/** A claim's range with what it is drawn as. */
export type MarkedRange<T> = Range & { readonly value: T };

/** A piece of text, or a mark around pieces. A mark that was cut by another goes on with `isContinued`. */
export type Piece<T> =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "mark";
      readonly value: T;
      readonly isContinued: boolean;
      /** Whether the claim's words end with this piece. */
      readonly isLast: boolean;
      readonly pieces: readonly Piece<T>[];
    };

type Open<T> = {
  readonly range: MarkedRange<T>;
  readonly isContinued: boolean;
  readonly pieces: Piece<T>[];
};

/** Cuts `text` (which begins at `offset` of its document) at the edges of the ranges, nesting where they overlap. */
export function nestMarks<T>(
  text: string,
  offset: number,
  ranges: readonly MarkedRange<T>[],
): readonly Piece<T>[] {
  const end = offset + text.length;
  const inside = ranges
    .filter((range) => range.end > offset && range.start < end && range.end > range.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set(inside.flatMap((range) => [range.start, range.end]))]
    .filter((edge) => edge > offset && edge < end)
    .sort((a, b) => a - b);
  const root: Piece<T>[] = [];
  const stack: Open<T>[] = [];
  const top = (): Piece<T>[] => stack.at(-1)?.pieces ?? root;
  let at = offset;
  const close = (): Open<T> | undefined => {
    const done = stack.pop();
    if (done !== undefined && done.pieces.length > 0) top().push(markOf(done, at));
    return done;
  };
  let next = 0;
  for (const edge of [...edges, end]) {
    for (let range = inside[next]; range !== undefined && range.start <= at; range = inside[next]) {
      stack.push({ range, isContinued: range.start < offset, pieces: [] });
      next += 1;
    }
    top().push({ kind: "text", text: text.slice(at - offset, edge - offset) });
    at = edge;
    const cut: MarkedRange<T>[] = [];
    while (stack.some((open) => open.range.end <= edge)) {
      const done = close();
      if (done !== undefined && done.range.end > edge) cut.unshift(done.range);
    }
    for (const range of cut) stack.push({ range, isContinued: true, pieces: [] });
  }
  while (stack.length > 0) close();
  return root;
}

function markOf<T>({ range, isContinued, pieces }: Open<T>, at: number): Piece<T> {
  return { kind: "mark", value: range.value, isContinued, isLast: range.end <= at, pieces };
}
