/** The door for other programs: `import { readClaims } from "sanad"`. Everything else is inside. */
export { Failure, type ErrorCode } from "./base/failure.ts";
export type { Note, Noted, NoteLevel } from "./base/note.ts";
export type { Range, Span } from "./base/span.ts";
export { renderBrief } from "./brief/renderBrief.ts";
export { countryFiles, loadPacks } from "./flow/loadPacks.ts";
export { readFiles } from "./flow/readFiles.ts";
export * from "./model/claim.ts";
export type { Document, Found } from "./model/document.ts";
export type { Reading } from "./model/reading.ts";
export { readClaims, readClaimsTogether } from "./read/readClaims.ts";
export { readDocument } from "./text/readDocument.ts";
