/**
 * In: the bytes of a file and its name. Out: what it is, by its content first and its name second.
 * Never: trusts an extension against a signature.
 */
import { extname } from "node:path";

/** What a file is. `unreadable` says in words what was found instead. */
export type Format =
  | { readonly kind: "text" | "markdown" | "html" | "jsonl" | "pdf" | "docx" | "email" }
  | { readonly kind: "unreadable"; readonly what: string };

type Signature = { readonly bytes: readonly number[]; readonly format: Format };

const unreadable = (what: string): Format => ({ kind: "unreadable", what });

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], format: { kind: "pdf" } },
  { bytes: [0x1f, 0x8b], format: unreadable("a gzip archive") },
  { bytes: [0x42, 0x5a, 0x68], format: unreadable("a bzip2 archive") },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], format: unreadable("a 7-zip archive") },
  { bytes: [0x52, 0x61, 0x72, 0x21], format: unreadable("a RAR archive") },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: unreadable("a PNG picture") },
  { bytes: [0xff, 0xd8, 0xff], format: unreadable("a JPEG picture") },
  { bytes: [0x47, 0x49, 0x46, 0x38], format: unreadable("a GIF picture") },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], format: unreadable("a program") },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], format: unreadable("an RTF file") },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    format: unreadable("an old or password-protected Office file"),
  },
];

const FORMAT_BY_EXTENSION: ReadonlyMap<string, Format> = new Map<string, Format>([
  [".txt", { kind: "text" }],
  [".text", { kind: "text" }],
  [".md", { kind: "markdown" }],
  [".markdown", { kind: "markdown" }],
  [".html", { kind: "html" }],
  [".htm", { kind: "html" }],
  [".xhtml", { kind: "html" }],
  [".jsonl", { kind: "jsonl" }],
  [".ndjson", { kind: "jsonl" }],
  [".pdf", { kind: "pdf" }],
  [".docx", { kind: "docx" }],
  [".eml", { kind: "email" }],
]);

/** The extensions that are read when a directory is given. */
export const KNOWN_EXTENSIONS: readonly string[] = [...FORMAT_BY_EXTENSION.keys()];

/** Lists of people and counts are no texts: other verbs read their rows. */
const TABLES: ReadonlySet<string> = new Set([".csv", ".tsv", ".xlsx"]);
const TABLE = unreadable("a table (sanad add --list enters its rows, sanad match compares them)");

const HEAD_BYTES = 4096;

/** Says what a file is. */
export function sniffFormat(bytes: Uint8Array, path: string | null): Format {
  const extension = path === null ? "" : extname(path).toLowerCase();
  const byName = FORMAT_BY_EXTENSION.get(extension);
  for (const { bytes: signature, format } of SIGNATURES)
    if (signature.every((byte, at) => bytes[at] === byte)) return format;
  if (TABLES.has(extension)) return TABLE;
  if (isZip(bytes)) return sniffZip(bytes);
  const head = headOf(bytes);
  // A PDF may stand behind a few bytes of junk (ISO 32000, annex H).
  if (byName?.kind === "pdf" && head.includes("%PDF-")) return byName;
  const byContent = sniffText(head);
  if (byContent !== null) return byContent;
  if (byName?.kind === "pdf" || byName?.kind === "docx")
    return unreadable(`no ${byName.kind.toUpperCase()} file, whatever its name says`);
  if (looksBinary(bytes)) return unreadable("a binary file");
  return byName ?? { kind: "text" };
}

const HTML_HEAD =
  /^(?:\s|<!--[^]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta|title|!doctype\s+wml)\b/i;
const MAIL_HEADER =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|reply-to|x-[\w-]+|dkim-signature):/i;

function sniffText(head: string): Format | null {
  if (HTML_HEAD.test(head)) return { kind: "html" };
  if (isJsonLine(head)) return { kind: "jsonl" };
  if (isMail(head)) return { kind: "email" };
  return null;
}

function isJsonLine(head: string): boolean {
  return /^\s*\{\s*"(?:id|text|html|title|url|published|publisher|language)"\s*:/.test(head);
}

/** At least three header lines, one of which only an e-mail has. */
function isMail(head: string): boolean {
  const lines = head.split(/\r?\n/);
  if (/^From \S+/.test(lines[0] ?? "")) lines.shift();
  const end = lines.findIndex(
    (line) => !MAIL_HEADER.test(line) && !/^[ \t]+\S|^[\w-]+:/.test(line),
  );
  const headers = lines.slice(0, end === -1 ? lines.length : end);
  const known = headers.filter((line) => MAIL_HEADER.test(line)).length;
  return (
    known >= 3 &&
    headers.some((line) => /^(?:mime-version|message-id|received|return-path):/i.test(line))
  );
}

function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) <= 0x07 && (bytes[3] ?? 9) <= 0x08
  );
}

function sniffZip(bytes: Uint8Array): Format {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (names.includes("word/document.xml") || names.includes("word/document2.xml"))
    return { kind: "docx" };
  return unreadable("a zip archive that holds no Word document");
}

/** The first bytes as Latin letters; the zero bytes of UTF-16 are dropped so that its markup shows. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "");
}

/** Zero bytes (but those of UTF-16) or many control characters mean that this is no text. */
function looksBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return false;
  const head = bytes.subarray(0, 1 << 16);
  const zeros = [0, 0];
  let control = 0;
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return control > 0.02 * head.length;
  const [few, many] = even < odd ? [even, odd] : [odd, even];
  // UTF-16: zeros (high halves of Latin letters and spaces) stand on one side only.
  return few > 0.02 * head.length || many < 0.04 * head.length;
}
