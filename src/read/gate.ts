/**
 * In: a text. Out: whether it can hold a claim at all.
 * One pass of a finite automaton (Aho and Corasick, 1975) that follows all stems at once, so the cost is one table
 * look-up for each unit of text however many stems the packs have; three alternations took four times as long.
 * Never: rejects a text that holds a stem that tells of an event by itself, or a trigger stem and one for people; nor a
 * short one with a trigger stem, whose only people may be named ("Navid Tahmasian was freed on bail").
 */
import { foldedUnit, foldText, isMarkUnit } from "./tokens.ts";

/** True where the text may hold claims; false is safe to skip. Linear. */
export type Gate = (text: string) => boolean;

/** `alone` needs no word for people beside it. */
type RawGate = { alone: string[]; triggers: string[]; people: string[] };

const ALONE = 1;
const TRIGGER = 2;
const PEOPLE = 4;
const BOTH = TRIGGER | PEOPLE;

/** Texts of so many UTF-16 units are read for a trigger alone: a post or a line costs little, and may hold nothing but a name. */
const SHORT = 1_000;

/** Makes the automaton of the stems of every language pack. */
export function readGate(files: readonly unknown[]): Automaton {
  const rows = files as readonly RawGate[];
  const root = makeNode();
  for (const { alone, triggers, people } of rows) {
    for (const stem of alone) addStem(root, stem, ALONE);
    for (const stem of triggers) addStem(root, stem, TRIGGER);
    for (const stem of people) addStem(root, stem, PEOPLE);
  }
  const nodes = linkNodes(root);
  // The states that end a stem come last: one comparison tells them.
  const ordered = [
    ...nodes.filter((node) => node.told === 0),
    ...nodes.filter((node) => node.told !== 0),
  ];
  const { columns, width } = makeColumns(nodes);
  const stateOf = new Map(ordered.map((node, number) => [node, number * width]));
  const next = new Int32Array(ordered.length * width);
  for (const node of nodes) {
    const state = stateOf.get(node) ?? 0;
    // Where a stem does not go on, the longest ending of it that begins another does.
    const fallback = node === root ? 0 : (stateOf.get(node.suffix ?? root) ?? 0);
    if (node !== root) next.copyWithin(state, fallback, fallback + width);
    for (const [unit, child] of node.children)
      next[state + (columns[unit] ?? 0)] = stateOf.get(child) ?? 0;
    next[state + WITHIN] = state;
  }
  const firstEnd = nodes.filter((node) => node.told === 0).length * width;
  const told = Uint8Array.from(ordered, (node) => node.told);
  return { columns, width, next, told, firstEnd };
}

/** The gate of an automaton. */
export function makeGate(automaton: Automaton): Gate {
  return (text) => run(text, automaton);
}

/** Stems of all languages as one automaton. A state is the index of its row in `next`. */
type Automaton = {
  /** Column of each UTF-16 unit; 0 for all that stand in no stem. Both cases of a letter share one. */
  readonly columns: Uint8Array;
  readonly width: number;
  readonly next: Int32Array;
  /** What the stems that end in a state tell, by state number. */
  readonly told: Uint8Array;
  /** States from this one on end a stem. */
  readonly firstEnd: number;
};

function run(text: string, { columns, width, next, told, firstEnd }: Automaton): boolean {
  let state = 0;
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    state = next[state + (columns[text.charCodeAt(at)] ?? 0)] ?? 0;
    if (state < firstEnd) continue;
    seen |= told[state / width] ?? 0;
    if ((seen & ALONE) !== 0 || (seen & BOTH) === BOTH) return true;
  }
  return (seen & TRIGGER) !== 0 && text.length <= SHORT;
}

/** The column of marks inside of words (vowel signs, tatweel), which leave a state as it is. */
const WITHIN = 1;

/** A state in the making: the units read so far, and the node of their longest proper ending. */
type Node = { readonly children: Map<number, Node>; suffix: Node | null; told: number };

function makeNode(): Node {
  return { children: new Map(), suffix: null, told: 0 };
}

function addStem(root: Node, stem: string, told: number): void {
  let node = root;
  const folded = foldText(stem);
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    const child = node.children.get(unit) ?? makeNode();
    node.children.set(unit, child);
    node = child;
  }
  if (node !== root) node.told |= told;
}

/** All nodes, shorter ones first, each with its suffix and with what stems inside it tell. */
function linkNodes(root: Node): readonly Node[] {
  const nodes: Node[] = [root];
  for (const node of nodes) {
    for (const [unit, child] of node.children) {
      let suffix = node.suffix;
      while (suffix !== null && !suffix.children.has(unit)) suffix = suffix.suffix;
      child.suffix = suffix?.children.get(unit) ?? root;
      child.told |= child.suffix.told;
      nodes.push(child);
    }
  }
  return nodes;
}

function makeColumns(nodes: readonly Node[]): { columns: Uint8Array; width: number } {
  const columns = new Uint8Array(0x10000);
  let width = 2;
  for (const unit of new Set(nodes.flatMap((node) => [...node.children.keys()]))) {
    const upper = String.fromCharCode(unit).toUpperCase();
    columns[unit] = width;
    if (upper.length === 1) columns[upper.charCodeAt(0)] = width;
    width++;
  }
  for (let unit = 0x80; unit < columns.length; unit++) {
    if (columns[unit] === 0) columns[unit] = columns[foldedUnit(unit)] ?? 0;
    if (isMarkUnit(unit)) columns[unit] = WITHIN;
  }
  if (width > 256) throw new RangeError("The stems of the gate have more than 255 letters");
  return { columns, width };
}
