/** A count with its noun, as English says it; only one takes the singular (CLDR: one is exactly 1, no fraction). */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
