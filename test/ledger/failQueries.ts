import pg from "pg";

type Query = (...given: unknown[]) => unknown;

/** Lets each query that fits fail with a code of PostgreSQL's, such as that of a full disk (53100), until `end`. */
export function failQueries(fits: RegExp, code: string): { readonly end: () => void } {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...given) {
    const [first] = given;
    const text = typeof first === "string" ? first : String((first as { text?: unknown })?.text);
    if (!fits.test(text)) return query.apply(this, given);
    return Promise.reject(Object.assign(new Error("put in by a test"), { code }));
  };
  return { end: () => void (prototype.query = query) };
}

/** Does something before the first query that fits; the others go through, those of what is done too. */
export function beforeQuery(
  fits: RegExp,
  work: () => Promise<unknown>,
): { readonly end: () => void } {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  let isDone = false;
  prototype.query = function (this: unknown, ...given) {
    const [first] = given;
    const text = typeof first === "string" ? first : String((first as { text?: unknown })?.text);
    if (isDone || !fits.test(text)) return query.apply(this, given);
    isDone = true;
    return work().then(() => query.apply(this, given));
  };
  return { end: () => void (prototype.query = query) };
}
