/**
 * In: the drafts of a document. Out: those of a sentence, and whether the number at an offset is told of already.
 * Never: reads a word.
 */
import type { Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import type { Item } from "./items.ts";

export type Plain = {
  readonly index: number;
  readonly items: readonly Item[];
  readonly string: string;
};
export type EllipsisContext = DraftContext;

/** Drafts by sentence, and the numbers that are taken. */
export class Memory {
  private readonly bySentence = new Map<number, Draft[]>();
  private readonly numbers = new Set<number>();
  /** Where numbers stand that one claim has added up. */
  private readonly sums: { readonly start: number; readonly end: number }[] = [];

  constructor(drafts: readonly Draft[]) {
    for (const draft of drafts) this.add(draft);
  }

  add(draft: Draft): void {
    this.bySentence.set(draft.sentence, [...(this.bySentence.get(draft.sentence) ?? []), draft]);
    if (draft.quantity === null) return;
    this.numbers.add(draft.quantity.span.start);
    if (draft.notes.some(({ code }) => code === "quantity-summed"))
      this.sums.push(draft.quantity.span);
  }

  of(sentence: number): readonly Draft[] {
    return this.bySentence.get(sentence) ?? [];
  }

  isTaken(offset: number): boolean {
    return (
      this.numbers.has(offset) ||
      this.sums.some(({ start, end }) => start <= offset && offset < end)
    );
  }
}
