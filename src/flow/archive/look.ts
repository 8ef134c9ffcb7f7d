/** What commands look at in an archive; the doors of the ledger's views. */
export {
  claimsOf,
  countClaims,
  decisionsOf,
  type FoundClaim,
  type LogLine,
  readCheckpoint,
  readLog,
  searchClaims,
  showClaim,
  showDocument,
} from "../../ledger/views.ts";
export { proveEntry } from "../../ledger/proveEntry.ts";
export { type Verdict, verifyArchive } from "../../ledger/verifyArchive.ts";
