import { unzipSync } from "fflate";
import { Failure } from "../base/failure.ts";

/** A sheet of a million rows has this much markup; more is no list of people. */
const PART_LIMIT = 1 << 30;
const ALL_LIMIT = 1.5 * 2 ** 30;
/** Markup of tables shrinks by ten to forty; a thousand is a bomb. */
const RATIO_LIMIT = 400;

/** Which parts of a workbook are unpacked together. */
export type PartFilter = (name: string) => boolean;

/** Unpacks parts of a workbook, each only if the size it declares is within the caps; what is written never exceeds it. */
export function unpackWorkbook(
  bytes: Uint8Array,
  wants: PartFilter,
): ReadonlyMap<string, Uint8Array> {
  let isBomb = false;
  let all = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (!wants(name)) return false;
        all += originalSize;
        if (
          originalSize <= PART_LIMIT &&
          all <= ALL_LIMIT &&
          originalSize <= RATIO_LIMIT * Math.max(size, 4096)
        )
          return true;
        isBomb = true;
        return false;
      },
    });
  } catch (error) {
    throw new Failure("input-refused", "The workbook is damaged; save it again as .xlsx", {
      cause: error,
    });
  }
  if (isBomb)
    throw new Failure(
      "input-refused",
      "The workbook unpacks to more than a list may hold; save its sheet as .csv",
    );
  return new Map(Object.entries(parts));
}
