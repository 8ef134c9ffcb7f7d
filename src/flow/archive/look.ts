/** What commands look at in an archive; the doors of the ledger's views. */
export { type AsKnown, findAsKnown } from "../../ledger/asKnown.ts";
export { type Erasure, type LogLine, readErasure, readHistory, readLog } from "../../ledger/log.ts";
export {
  ANY,
  type FoundClaim,
  type SearchFilter,
  searchClaims,
} from "../../ledger/searchClaims.ts";
export { type FoundDocument, searchDocuments } from "../../ledger/searchDocuments.ts";
export {
  claimsOf,
  countClaims,
  decisionsOf,
  newerVersions,
  readCheckpoint,
  readSize,
  showClaim,
  showDocument,
} from "../../ledger/views.ts";
export { type Copies, readCopies } from "../../ledger/copies.ts";
export { readCapture, readEntry, readReading, undoneBy } from "../../ledger/readEntry.ts";
export { entryOfProof, proveEntry } from "../../ledger/proveEntry.ts";
export { whoMadeViews } from "../../ledger/rebuildViews.ts";
export { type Verdict, verifyArchive } from "../../ledger/verifyArchive.ts";
export { type Outside, verifyOutside } from "../../ledger/verifyOutside.ts";
