/**
 * In: how many numbers there are. Out: a column for them, which threads may read.
 * Never: lets a large column count as garbage that may be waiting: of ordinary ones the engine looks through the whole heap for every
 * 64 MB, which was a part of linking a million records.
 */

/** Small columns come and go by the thousand, and cost more where they are shared. */
const LEAST_SHARED = 16_384;

function memoryOf(bytes: number): ArrayBuffer | SharedArrayBuffer {
  return bytes < LEAST_SHARED ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

export function makeInt32s(length: number): Int32Array {
  return new Int32Array(memoryOf(length * 4));
}

export function makeUint32s(length: number): Uint32Array {
  return new Uint32Array(memoryOf(length * 4));
}

export function makeInt16s(length: number): Int16Array {
  return new Int16Array(memoryOf(length * 2));
}

export function makeUint8s(length: number): Uint8Array {
  return new Uint8Array(memoryOf(length));
}

export function makeFloat64s(length: number): Float64Array {
  return new Float64Array(memoryOf(length * 8));
}

export function makeFloat32s(length: number): Float32Array {
  return new Float32Array(memoryOf(length * 4));
}

type Column = Int32Array | Uint32Array | Int16Array | Uint8Array | Float64Array;

/** The same column where threads read what this one writes. */
export function shareColumn<T extends Column>(column: T): T;
export function shareColumn(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const memory = new SharedArrayBuffer(column.byteLength);
  new Uint8Array(memory).set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  if (column instanceof Int32Array) return new Int32Array(memory);
  if (column instanceof Uint32Array) return new Uint32Array(memory);
  if (column instanceof Int16Array) return new Int16Array(memory);
  if (column instanceof Float64Array) return new Float64Array(memory);
  return new Uint8Array(memory);
}
