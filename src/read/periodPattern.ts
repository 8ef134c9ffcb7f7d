/**
 * In: a row's pattern over words and classes. Out: its tree, and a RegExp over a string with one sign an item.
 * Never: repeats without a bound, so every match is bounded and finding is linear.
 *
 * Pattern language, parted by white space: a lower-case word or sign stands for itself; CLASS for any word of
 * that class; `name:` before an item captures it; `( a | b )`, `x?`, `x{0,6}`; `>( )` must follow,
 * `>!( )` must not follow, `<( )` must precede, `<!( )` must not precede; `^` is the start of the sentence.
 */
import { joinNeeds, type Need } from "./patternNeeds.ts";

export type PatternNode =
  | { readonly kind: "class"; readonly name: string }
  | { readonly kind: "start" }
  | { readonly kind: "capture"; readonly name: string; readonly inner: PatternNode }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly items: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly min: number;
      readonly max: number;
      readonly inner: PatternNode;
    }
  | { readonly kind: "look"; readonly sign: string; readonly inner: PatternNode };

/** The class of a word that stands for itself in a pattern. */
export function literalClass(word: string): string {
  return `=${word}`;
}

const SIGNS =
  /\s*(>!\(|<!\(|>\(|<\(|\(|\)|\||\?|\{\d+,\d+\}|[a-z][A-Za-z]*:(?=\S)|[A-Z][A-Z0-9_]*(?![^\s()|?{}])|[^\s()|?{}]+)/y;
const LOOKS: ReadonlyMap<string, string> = new Map([
  [">(", "(?="],
  [">!(", "(?!"],
  ["<(", "(?<="],
  ["<!(", "(?<!"],
]);
const MOST_REPEATS = 12;

/** Reads a pattern; throws TypeError on what it cannot read. `macros` name patterns used inside others. */
export function parsePattern(pattern: string, macros: ReadonlyMap<string, string>): PatternNode {
  const signs = splitSigns(pattern);
  let at = 0;
  const choice = (depth: number): PatternNode => {
    const items = [sequence(depth)];
    while (signs[at] === "|") {
      at++;
      items.push(sequence(depth));
    }
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: "choice", items };
  };
  const sequence = (depth: number): PatternNode => {
    const items: PatternNode[] = [];
    while (at < signs.length && signs[at] !== "|" && signs[at] !== ")") items.push(repeated(depth));
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: "sequence", items };
  };
  const repeated = (depth: number): PatternNode => {
    const inner = item(depth);
    const sign = signs[at] ?? "";
    const bounds = /^\{(\d+),(\d+)\}$/.exec(sign);
    if (sign !== "?" && bounds === null) return inner;
    at++;
    const [min, max] = bounds === null ? [0, 1] : [Number(bounds[1]), Number(bounds[2])];
    if (max > MOST_REPEATS || min > max) throw new TypeError(`Repeat ${sign} is out of bounds`);
    return { kind: "repeat", min, max, inner };
  };
  const item = (depth: number): PatternNode => {
    if (depth > 12) throw new TypeError("Pattern is nested too deep");
    const sign = signs[at++] ?? "";
    if (sign === "(" || LOOKS.has(sign)) {
      const inner = choice(depth + 1);
      if (signs[at++] !== ")") throw new TypeError("Pattern misses a closing bracket");
      return sign === "(" ? inner : { kind: "look", sign, inner };
    }
    if (/^[a-z][A-Za-z]*:$/.test(sign))
      return { kind: "capture", name: sign.slice(0, -1), inner: item(depth + 1) };
    if (sign === "^") return { kind: "start" };
    const macro = macros.get(sign);
    if (macro !== undefined) return parsePattern(macro, withoutMacro(macros, sign));
    if (/^[A-Z][A-Z0-9_]*$/.test(sign)) return { kind: "class", name: sign };
    if (/^[?|)]$|^\{\d/.test(sign) || sign === "")
      throw new TypeError(`Pattern cannot hold "${sign}" here`);
    return { kind: "class", name: literalClass(sign) };
  };
  const tree = choice(0);
  if (at < signs.length) throw new TypeError("Pattern has a closing bracket too many");
  return tree;
}

/** Names of all classes a pattern mentions. */
export function classesOf(node: PatternNode): string[] {
  if (node.kind === "class") return [node.name];
  if (node.kind === "start") return [];
  if (node.kind === "sequence" || node.kind === "choice") return node.items.flatMap(classesOf);
  return classesOf(node.inner);
}

/** Names of the groups of a pattern's RegExp in order; a name captured twice has a group each. */
export function capturesOf(node: PatternNode): string[] {
  if (node.kind === "class" || node.kind === "start") return [];
  if (node.kind === "sequence" || node.kind === "choice") return node.items.flatMap(capturesOf);
  const inner = capturesOf(node.inner);
  return node.kind === "capture" ? [node.name, ...inner] : inner;
}

/** Source of the RegExp; `signsOf` gives the signs of the items that have a class, as a RegExp character class. */
export function patternSource(node: PatternNode, signsOf: (name: string) => string): string {
  switch (node.kind) {
    case "class":
      return signsOf(node.name);
    case "start":
      return "^";
    case "capture":
      return `(${patternSource(node.inner, signsOf)})`;
    case "sequence":
      return node.items.map((item) => patternSource(item, signsOf)).join("");
    case "choice": {
      const items = node.items.map((item) => patternSource(item, signsOf));
      // A choice between classes as one class leaves the engine nothing to try again.
      const isOneItem = items.every((item) => /^\[[^\]]*\]$/.test(item));
      return isOneItem ? `[${items.join("").replaceAll(/[[\]]/g, "")}]` : `(?:${items.join("|")})`;
    }
    case "repeat":
      return `(?:${patternSource(node.inner, signsOf)}){${node.min},${node.max}}`;
    case "look":
      return `${LOOKS.get(node.sign) ?? "(?="}${patternSource(node.inner, signsOf)})`;
  }
}

/**
 * Classes of which every match holds at least one: the fewest and rarest the pattern gives, or null where it
 * demands none. `isCommon` names what stands in nearly every sentence and so tells nothing.
 */
export function neededClasses(
  node: PatternNode,
  isCommon: (name: string) => boolean,
): readonly string[] | null {
  if (node.kind === "class") return [node.name];
  if (node.kind === "look" || node.kind === "start") return null;
  if (node.kind === "capture") return neededClasses(node.inner, isCommon);
  if (node.kind === "repeat") return node.min > 0 ? neededClasses(node.inner, isCommon) : null;
  const parts = node.items.map((item) => neededClasses(item, isCommon));
  const known = parts.filter((part) => part !== null);
  if (node.kind === "choice") return known.length === parts.length ? known.flat() : null;
  const rare = known.filter((part) => !part.some(isCommon));
  return (rare.length > 0 ? rare : known).reduce<readonly string[] | null>(
    (best, part) => (best === null || part.length < best.length ? part : best),
    null,
  );
}

/** What every match must hold, all of it; `sizeOf` says how many signs a class has. */
export function needsOf(node: PatternNode, sizeOf: (className: string) => number): readonly Need[] {
  switch (node.kind) {
    case "class":
      return [[node.name]];
    case "look":
    case "start":
      return [];
    case "capture":
      return needsOf(node.inner, sizeOf);
    case "repeat":
      return node.min > 0 ? needsOf(node.inner, sizeOf) : [];
    case "sequence":
      return node.items.flatMap((item) => needsOf(item, sizeOf));
    case "choice":
      return joinNeeds(
        node.items.map((item) => needsOf(item, sizeOf)),
        sizeOf,
      );
  }
}

/** What can stand at the first and second item of a match. */
export type PatternOpening = {
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
  /** It can match nothing at all; exactly one item. */
  readonly isEmpty: boolean;
  readonly isSingle: boolean;
};

/** The classes with which a match can begin, so that rows that cannot match are not tried. */
export function openingOf(node: PatternNode): PatternOpening {
  switch (node.kind) {
    case "class":
      return { first: new Set([node.name]), second: NONE, isEmpty: false, isSingle: true };
    case "look":
    case "start":
      return EMPTY;
    case "capture":
      return openingOf(node.inner);
    case "repeat": {
      const inner = openingOf(node.inner);
      const run = node.max > 1 ? chain(inner, { ...inner, isEmpty: true }) : inner;
      return { ...run, isEmpty: inner.isEmpty || node.min === 0 };
    }
    case "sequence":
      return node.items.map(openingOf).reduce(chain, EMPTY);
    case "choice":
      return node.items.map(openingOf).reduce(either);
  }
}

const NONE: ReadonlySet<string> = new Set();
const EMPTY: PatternOpening = { first: NONE, second: NONE, isEmpty: true, isSingle: false };

function chain(left: PatternOpening, right: PatternOpening): PatternOpening {
  return {
    first: new Set([...left.first, ...(left.isEmpty ? right.first : [])]),
    second: new Set([
      ...left.second,
      ...(left.isSingle ? right.first : []),
      ...(left.isEmpty ? right.second : []),
    ]),
    isEmpty: left.isEmpty && right.isEmpty,
    isSingle: (left.isSingle && right.isEmpty) || (left.isEmpty && right.isSingle),
  };
}

function either(left: PatternOpening, right: PatternOpening): PatternOpening {
  return {
    first: new Set([...left.first, ...right.first]),
    second: new Set([...left.second, ...right.second]),
    isEmpty: left.isEmpty || right.isEmpty,
    isSingle: left.isSingle || right.isSingle,
  };
}

function splitSigns(pattern: string): string[] {
  const signs: string[] = [];
  SIGNS.lastIndex = 0;
  const whole = pattern.trim();
  while (SIGNS.lastIndex < whole.length) {
    const at = SIGNS.lastIndex;
    const found = SIGNS.exec(whole);
    if (found?.[1] === undefined) throw new TypeError(`Pattern cannot be read at ${at}`);
    signs.push(found[1]);
  }
  return signs;
}

function withoutMacro(
  macros: ReadonlyMap<string, string>,
  name: string,
): ReadonlyMap<string, string> {
  return new Map([...macros].filter(([key]) => key !== name));
}
