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
  type SearchFilter,
  showClaim,
  type ShownClaim,
  type ShownDecision,
  showDocument,
  type ShownDocument,
} from "../../ledger/views.ts";
export { type Fault, type Verdict, verifyArchive } from "../../ledger/verifyArchive.ts";
