import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import type { Source } from "./source.ts";

/** Not there yet. */
export function readWord(_bytes: Uint8Array, _source: Source): Promise<Document> {
  throw new Failure("unavailable", "This format cannot be read yet");
}
