/**
 * The Merkle tree of RFC 6962, section 2.1: hashes of leaves and nodes, roots, proofs, and their checks.
 * A tree of any size is told by its leaf hashes; `MerkleRange` holds only the log₂ n hashes that appending needs.
 * Checks answer false for whatever is not a proof and never throw on data.
 */
import { digestOf } from "./digest.ts";

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array;

/** Root of the tree without leaves. */
export const EMPTY_ROOT: Hash = digestOf(new Uint8Array(0));

export const HASH_BYTES = 32;
/** What is hashed of a leaf begins with 0, of a node with 1. */
const NODE = 1;

/** Hashes that stand one behind another, 32 bytes each. */
export function partHashes(bytes: Uint8Array): readonly Hash[] {
  return Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

/** Hash of an entry's bytes as a leaf. */
export function hashLeaf(bytes: Uint8Array): Hash {
  const leaf = new Uint8Array(1 + bytes.length);
  leaf.set(bytes, 1);
  return digestOf(leaf);
}

/** Hash of two hashes as their parent. */
export function hashNode(left: Hash, right: Hash): Hash {
  const node = new Uint8Array(1 + left.length + right.length);
  node[0] = NODE;
  node.set(left, 1);
  node.set(right, 1 + left.length);
  return digestOf(node);
}

/** A tree that can only grow: its size and the roots of its full subtrees, the largest first. */
export type MerkleRange = { readonly size: number; readonly peaks: readonly Hash[] };

/** The tree without leaves. */
export const EMPTY_RANGE: MerkleRange = { size: 0, peaks: [] };

/** The tree with further leaves. `onNode` is told each full subtree that this completes, as a `NodeSource` names them. */
export function appendLeaves(
  range: MerkleRange,
  leaves: readonly Hash[],
  onNode: (level: number, index: number, hash: Hash) => void = () => undefined,
): MerkleRange {
  const peaks = [...range.peaks];
  let { size } = range;
  for (const leaf of leaves) {
    let hash = leaf;
    let level = 0;
    for (let at = size; at % 2 === 1; at = Math.floor(at / 2)) {
      hash = hashNode(peaks.pop() as Hash, hash);
      level += 1;
      onNode(level, Math.floor(at / 2), hash);
    }
    peaks.push(hash);
    size += 1;
  }
  return { size, peaks };
}

/** Root of a growing tree. */
export function rootOfRange({ peaks }: MerkleRange): Hash {
  let root = peaks.at(-1) ?? EMPTY_ROOT;
  for (let at = peaks.length - 2; at >= 0; at--) root = hashNode(peaks[at] as Hash, root);
  return root;
}

/**
 * Hands out the hash of the full subtree of 2^level leaves that begins at leaf index · 2^level.
 * Proofs are made of such hashes, so that they can be made from stored tiles without the leaves.
 */
export type NodeSource = (level: number, index: number) => Hash;

/** A source over all leaf hashes in memory. */
export function nodesOfLeaves(leaves: readonly Hash[]): NodeSource {
  const levels: Hash[][] = [[...leaves]];
  for (let below = levels[0] ?? []; below.length > 1; below = levels.at(-1) ?? []) {
    const level: Hash[] = [];
    for (let at = 0; at + 1 < below.length; at += 2)
      level.push(hashNode(below[at] as Hash, below[at + 1] as Hash));
    levels.push(level);
  }
  return (level, index) => {
    const hash = levels[level]?.[index];
    if (hash === undefined) throw new RangeError(`The tree has no full subtree ${level}/${index}`);
    return hash;
  };
}

/** Root of the leaves from…to (end exclusive) as a tree of their own; `from` must be what a proof can ask for. */
export function rootOf(from: number, to: number, nodes: NodeSource): Hash {
  if (from === to) return EMPTY_ROOT;
  const size = to - from;
  if (isPowerOfTwo(size) && from % size === 0) return nodes(Math.log2(size), from / size);
  const left = largestPowerBelow(size);
  return hashNode(rootOf(from, from + left, nodes), rootOf(from + left, to, nodes));
}

/**
 * Proof that leaf `index` stands in the tree of `size` leaves: the hashes beside its path, from the leaf up.
 * Throws RangeError where the tree has no such leaf.
 */
export function proveInclusion(index: number, size: number, nodes: NodeSource): Hash[] {
  if (!isIndex(index) || !isIndex(size) || index >= size)
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
  return inclusionPath(index, 0, size, nodes);
}

function inclusionPath(index: number, from: number, to: number, nodes: NodeSource): Hash[] {
  if (to - from === 1) return [];
  const middle = from + largestPowerBelow(to - from);
  return index < middle
    ? [...inclusionPath(index, from, middle, nodes), rootOf(middle, to, nodes)]
    : [...inclusionPath(index, middle, to, nodes), rootOf(from, middle, nodes)];
}

/**
 * Proof that the tree of `size` leaves begins with the tree of `oldSize` leaves.
 * Throws RangeError where it is not 0 < oldSize ≤ size.
 */
export function proveConsistency(oldSize: number, size: number, nodes: NodeSource): Hash[] {
  if (!isIndex(oldSize) || !isIndex(size) || oldSize === 0 || oldSize > size)
    throw new RangeError(`No proof from ${oldSize} to ${size} leaves`);
  return oldSize === size ? [] : consistencyPath(oldSize, 0, size, true, nodes);
}

function consistencyPath(
  oldSize: number,
  from: number,
  to: number,
  isWhole: boolean,
  nodes: NodeSource,
): Hash[] {
  const size = to - from;
  if (oldSize === size) return isWhole ? [] : [rootOf(from, to, nodes)];
  const left = largestPowerBelow(size);
  const middle = from + left;
  return oldSize <= left
    ? [...consistencyPath(oldSize, from, middle, isWhole, nodes), rootOf(middle, to, nodes)]
    : [...consistencyPath(oldSize - left, middle, to, false, nodes), rootOf(from, middle, nodes)];
}

/** Does the proof lead from the leaf to the root? (RFC 9162, section 2.1.3.2) */
export function isIncluded(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = hashNode(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else hash = hashNode(hash, sibling);
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && isSameHash(hash, root);
}

/** Does the proof show that the newer tree begins with the older one? (RFC 9162, section 2.1.4.2) */
export function isConsistent(
  oldSize: number,
  oldRoot: Hash,
  size: number,
  root: Hash,
  proof: readonly Hash[],
): boolean {
  if (!isIndex(oldSize) || !isIndex(size) || oldSize === 0 || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && isSameHash(oldRoot, root);
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  const [start, ...rest] = path;
  if (start === undefined || proof.length === 0) return false;
  let node = oldSize - 1;
  let last = size - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  let older = start;
  let newer = start;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = hashNode(sibling, older);
      newer = hashNode(sibling, newer);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else newer = hashNode(newer, sibling);
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && isSameHash(older, oldRoot) && isSameHash(newer, root);
}

/** The same bytes, and some. */
export function isSameHash(a: Hash, b: Hash): boolean {
  return a.length > 0 && a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

/** The largest power of two smaller than a size of two or more: where RFC 6962 splits. */
function largestPowerBelow(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}
