/**
 * In: the names of a document. Out: those near a token, the country they point to, and whether a word stands near or often.
 * Never: reads an event.
 */
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { TokenRange } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

/** The country pack that most of the named places and organisations belong to, or null. */
export function countryOf(names: readonly NameMatch[]): string | null {
  const counts = new Map<string, number>();
  for (const { id } of names) {
    const country = id === null ? undefined : countryOfId(id);
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** "ir" of "ir/place/evin" and of "world/country/ir"; nothing of other ids of the world. */
function countryOfId(id: string): string | undefined {
  if (id.startsWith("world/")) return /^world\/country\/([^/]*)/.exec(id)?.[1];
  const end = id.indexOf("/");
  return end < 0 ? id : id.slice(0, end);
}

/** Names by the token at which each begins, with its title. */
export function indexNames(names: readonly NameMatch[]): Map<number, NameMatch> {
  return new Map(names.map((name) => [name.type === "person" ? name.titleFrom : name.from, name]));
}

/** The sentence, or one of its neighbours, holds a word of the class. */
export function holdsNear(
  bases: readonly { items: readonly Item[] }[],
  index: number,
  members: Uint8Array | undefined,
): boolean {
  if (members === undefined) return true;
  for (let i = Math.max(0, index - 2); i <= Math.min(bases.length - 1, aheadOf(index)); i++) {
    if (bases[i]?.items.some((item) => members[item.set] === 1)) return true;
  }
  return false;
}

/** The last sentence that vouches for one: the next, and for a headline what stands below its dateline. */
function aheadOf(index: number): number {
  return index === 0 ? LEAD : index + 1;
}

/** Sentence that ends a report's lead: headline, dateline, who published it, two sentences. */
const LEAD = 4;

/** A place or organisation there has a word of the class for its name ("London" is abroad). */
export function namesNear(
  bases: readonly { items: readonly Item[] }[],
  index: number,
  tokens: Tokens,
  wanted: ReadonlySet<string> | undefined,
): boolean {
  if (wanted === undefined) return false;
  for (let i = Math.max(0, index - 2); i <= Math.min(bases.length - 1, aheadOf(index)); i++) {
    if (
      bases[i]?.items.some(
        ({ name, from, to }) =>
          name !== null &&
          (name.type === "person"
            ? holdsTitle(tokens, name.titleFrom, name.from, wanted)
            : wanted.has(tokens.form.slice(from, to).join(" "))),
      )
    )
      return true;
  }
  return false;
}

/** "exiled journalist Karim Zand": what a person is called before the name. */
function holdsTitle(
  { form }: Tokens,
  from: number,
  to: number,
  wanted: ReadonlySet<string>,
): boolean {
  for (let at = from; at < to; at++) if (wanted.has(form[at] ?? "")) return true;
  return false;
}

/** A report of violence from end to end: its dead were killed, whatever the sentence says. */
export function holdsOften(
  bases: readonly { items: readonly Item[] }[],
  members: Uint8Array | undefined,
): boolean {
  if (members === undefined) return true;
  let count = 0;
  for (const { items } of bases) {
    if (items.some((item) => members[item.set] === 1) && ++count >= OFTEN) return true;
  }
  return false;
}

/** So many sentences with a word of violence make a report of violence. */
const OFTEN = 4;

/** Makes a value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Names whose tokens lie within a range; names stand in the order of their places. */
export function namesWithin(names: readonly NameMatch[], [from, to]: TokenRange): NameMatch[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const within: NameMatch[] = [];
  for (let i = low; i < names.length && (names[i]?.from ?? to) < to; i++) {
    const name = names[i];
    if (name !== undefined && name.to <= to) within.push(name);
  }
  return within;
}
