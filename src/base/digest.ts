import { hash } from "node:crypto";

/** SHA-256 of bytes or of a text's UTF-8, in lower-case hex unless base64 is asked for. */
export function sha256(content: Uint8Array | string, as: "hex" | "base64" = "hex"): string {
  return hash("sha256", content, as);
}

/** SHA-256 of bytes, 32 bytes. */
export function digestOf(bytes: Uint8Array): Uint8Array {
  return hash("sha256", bytes, "buffer");
}
