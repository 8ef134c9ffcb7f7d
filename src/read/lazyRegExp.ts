/**
 * A regular expression that is made when it is first asked for. Packs hold thousands and a report needs a few hundred:
 * making all of them took a fifth of the time until the first claim. `test/read/patterns.test.ts` makes every one.
 */
export function lazyRegExp(sourceOf: () => string, flags: string): () => RegExp {
  let made: RegExp | null = null;
  return () => (made ??= new RegExp(sourceOf(), flags));
}
