/** The story of `sanad tidy`: what killed commands left, and nobody can open, goes. */
export { pathOfEvidence, removeOrphans } from "../../ledger/orphans.ts";
