/** What can be entered, in one table: kind → version, and a check of its body. Old entries are never rewritten. */
import type { Claim } from "../model/claim.ts";
import type { Correction } from "../model/correction.ts";
import type { FrozenModel } from "../model/frozenModel.ts";
import type { Consent, Purpose } from "../model/testimony.ts";

/** Bytes received: as what, when, by which way; the frozen text made of them. */
export type DocumentCaptured = {
  readonly document: string;
  /** The version of the same page before it, or null. */
  readonly previous: string | null;
  readonly path: string | null;
  /** The address or file that it is a version of; from version 2 on. */
  readonly page?: string | null;
  readonly sha256: string;
  /** What it is recognised by, where that is more than its bytes: a list, a row of one, a page that came back; from version 3 on. */
  readonly digest?: string;
  readonly bytes: number;
  readonly blob: string;
  readonly how: string;
  readonly capturedAt: string;
  /** What the text is a copy of, as it was found when it came in; older captures were not compared. */
  readonly likeness?: Likeness;
};

/** How a text is compared with others, and the report that it is a copy of. */
export type Likeness = {
  readonly version: number;
  readonly bands: readonly number[];
  readonly copy: {
    readonly document: string;
    /** The first report of the group. */
    readonly group: string;
    readonly share: number;
  } | null;
};

/** What a version of the reader made of a document. */
export type ReadingMade = {
  readonly document: string;
  readonly previous: string | null;
  readonly path: string | null;
  readonly capturedAt: string;
  readonly reader: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly claims: readonly Claim[];
};

/** Whose a report is or of which day, put right by a person; the reading of it by that follows. */
export type ReportCorrected = {
  readonly document: string;
  /** What was put in; null: it is unknown. What is missing stood. */
  readonly publisher?: string | null;
  readonly published?: string | null;
  /** What stood there before, so that it can be put back; from version 2 on. Before, only the reading before it tells. */
  readonly stood?: Pick<ReportCorrected, "publisher" | "published">;
  /** The correction that this one takes back; from version 2 on. */
  readonly undoes?: string;
  readonly reason: string;
  readonly correctedAt: string;
};

/** What a person decided about a claim; bound to its words, so that a new reading keeps it. */
export type DecisionMade = {
  readonly claim: string;
  readonly document: string;
  readonly verdict: "accepted" | "rejected" | "corrected";
  readonly reason: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly correction: Correction | null;
  readonly decidedAt: string;
};

export type DecisionUndone = {
  readonly decision: string;
  readonly reason: string;
  readonly undoneAt: string;
};

/** Who works here, under a pseudonym that the leaves carry. */
export type ActorNamed = { readonly actor: string; readonly name: string; readonly role: string };

/** A record whose keys and evidence were destroyed; what it held is gone, that it was there is not. */
export type RecordErased = {
  readonly record: string;
  /** Whose name went with it, where it named a person who worked here; from version 2 on. */
  readonly actor?: string | null;
  /** Random ids that were known by it: documents, claims, a pseudonym; from version 3 on. */
  readonly ids?: readonly string[];
  readonly entries: number;
  readonly reason: string;
  readonly erasedAt: string;
};

/** A change of what opens the archive; no secret, and no name of a file. */
export type KeysChanged = {
  readonly change:
    | "way-added"
    | "way-replaced"
    | "way-ended"
    | "recovered"
    | "master-replaced"
    | "signing-replaced";
  /** The ways that came and those that ended. */
  readonly come: readonly string[];
  readonly gone: readonly string[];
  /** The note by which the signing key signed over to the next. */
  readonly succession?: string;
  readonly changedAt: string;
};

/** Words said in confidence. The record is the testimony's own, of the sealed class; no other entry repeats them. */
export type TestimonyTaken = {
  /** Whose words they are: a record of its own, and an independence group of its own. */
  readonly witness: string;
  readonly text: string;
  readonly takenOn: string | null;
  readonly how: string | null;
  /** Roles that may open it. */
  readonly readers: readonly string[];
  readonly consent: Consent;
  readonly takenAt: string;
};

/** Who a witness is and how to reach them, under a key of its own. */
export type WitnessNamed = {
  readonly witness: string;
  readonly name: string | null;
  readonly contact: string | null;
};

export type ConsentChanged = {
  readonly consent: Consent;
  readonly isWithdrawn: boolean;
  /** The witness gave it anew after a withdrawal, which stands otherwise; from version 2 on. */
  readonly isAnew?: boolean;
  readonly readers: readonly string[];
  readonly reason: string;
  readonly changedAt: string;
};

/** Somebody opened a testimony; entered before it is shown. */
export type TestimonyOpened = {
  readonly purpose: Purpose;
  readonly hasWitness: boolean;
  readonly reason: string;
  readonly openedAt: string;
};

/**
 * What a person decided about two namings: the same human being or not. Bound to what both namings were, so that it
 * holds whatever a later model makes of them.
 */
export type LinkDecided = {
  readonly a: string;
  readonly b: string;
  readonly verdict: "same" | "different" | "unsure";
  readonly reason: string;
  /** Keyed digests of what the two namings were when it was decided; from version 3 on of each field by itself. */
  readonly seen: readonly [string, string];
  readonly model: string;
  readonly probability: number | null;
  readonly decidedAt: string;
  /** The decision that this is the rest of, a report of which was erased; from version 2 on. */
  readonly carried?: string;
  /** More namings of which the same was decided beside `a`, where a split holds very many apart; from version 4 on. */
  readonly others?: readonly Pick<LinkDecided, "b" | "probability">[];
  /** As `seen` of each of these. */
  readonly seenOthers?: readonly string[];
};

export type LinkUndone = {
  readonly decision: string;
  readonly reason: string;
  readonly undoneAt: string;
};

/** What a person confirmed of somebody, and of which namings; from then on the machine joins none to them by itself. */
export type PersonStated = {
  readonly mentions: readonly string[];
  /** By naming, keyed digests of what it was then; from version 3 on. */
  readonly seen?: Readonly<Record<string, string>>;
  readonly state: "alive" | "dead" | "unknown";
  readonly reason: string;
  readonly statedAt: string;
  /** The confirmation that this is the rest of; from version 2 on. */
  readonly carried?: string;
};

/** How common names, days and places are among the people of the archive: linking goes by it until the next one. */
export type ModelFrozen = {
  readonly model: FrozenModel;
  /** Version of the packs it was made with. */
  readonly pack: string;
  readonly frozenAt: string;
};

/** Whose cosignatures count from now on, or no longer. */
export type CosignerTrusted = {
  readonly key: string;
  readonly isTrusted: boolean;
  readonly changedAt: string;
};

/** A checkpoint of this archive that a trusted cosigner signed, as it was handed back. */
export type CheckpointCosigned = {
  readonly key: string;
  readonly size: number;
  readonly seenAt: string;
  readonly note: string;
};

export type ArchiveMade = {
  readonly origin: string;
  readonly madeAt: string;
  /** The ways into it that it was made with; from version 2 on, which also keeps keys of its own. */
  readonly ways?: readonly string[];
};

/** Bodies by kind. */
export type Bodies = {
  readonly "archive-made": ArchiveMade;
  readonly "actor-named": ActorNamed;
  readonly "document-captured": DocumentCaptured;
  readonly "reading-made": ReadingMade;
  readonly "report-corrected": ReportCorrected;
  readonly "decision-made": DecisionMade;
  readonly "decision-undone": DecisionUndone;
  readonly "record-erased": RecordErased;
  readonly "keys-changed": KeysChanged;
  readonly "testimony-taken": TestimonyTaken;
  readonly "witness-named": WitnessNamed;
  readonly "consent-changed": ConsentChanged;
  readonly "testimony-opened": TestimonyOpened;
  readonly "link-decided": LinkDecided;
  readonly "link-undone": LinkUndone;
  readonly "person-stated": PersonStated;
  readonly "model-frozen": ModelFrozen;
  readonly "cosigner-trusted": CosignerTrusted;
  readonly "checkpoint-cosigned": CheckpointCosigned;
};
export type EntryKind = keyof Bodies;

type KindRow = { readonly version: number; readonly needs: readonly string[] };

/** Version that is written, and the fields a body must have. */
export const ENTRY_KINDS: Readonly<Record<EntryKind, KindRow>> = {
  "archive-made": { version: 2, needs: ["origin", "madeAt"] },
  "actor-named": { version: 1, needs: ["actor", "name", "role"] },
  "document-captured": { version: 3, needs: ["document", "sha256", "bytes", "blob", "capturedAt"] },
  "reading-made": { version: 1, needs: ["document", "reader", "text", "claims"] },
  "report-corrected": { version: 2, needs: ["document", "reason", "correctedAt"] },
  "decision-made": { version: 1, needs: ["claim", "document", "verdict", "reason", "quote"] },
  "decision-undone": { version: 1, needs: ["decision", "reason"] },
  "record-erased": { version: 3, needs: ["record", "reason", "erasedAt"] },
  "keys-changed": { version: 1, needs: ["change", "come", "gone", "changedAt"] },
  "testimony-taken": { version: 1, needs: ["witness", "text", "readers", "consent", "takenAt"] },
  "witness-named": { version: 1, needs: ["witness", "name", "contact"] },
  "consent-changed": { version: 2, needs: ["consent", "isWithdrawn", "readers", "changedAt"] },
  "testimony-opened": { version: 1, needs: ["purpose", "hasWitness", "reason", "openedAt"] },
  "link-decided": { version: 4, needs: ["a", "b", "verdict", "reason", "seen", "model"] },
  "link-undone": { version: 1, needs: ["decision", "reason"] },
  "person-stated": { version: 3, needs: ["mentions", "state", "reason"] },
  "model-frozen": { version: 1, needs: ["model", "pack", "frozenAt"] },
  "cosigner-trusted": { version: 1, needs: ["key", "isTrusted"] },
  "checkpoint-cosigned": { version: 1, needs: ["key", "size", "seenAt", "note"] },
};

/** Kinds whose bodies are opened in one way only, which is an entry itself. */
export const IN_CONFIDENCE: ReadonlySet<string> = new Set<EntryKind>([
  "testimony-taken",
  "witness-named",
  "consent-changed",
  "testimony-opened",
]);

/** One entry before it is in the ledger. */
export type NewEntry = {
  [Kind in EntryKind]: {
    readonly kind: Kind;
    readonly record: string;
    readonly by: string;
    readonly body: Bodies[Kind];
  };
}[EntryKind];

/** One entry of the ledger, opened. */
export type Entry = NewEntry & { readonly index: number; readonly id: string; readonly on: string };

/** Is this a kind that this version of Sanad knows? */
export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(ENTRY_KINDS, kind);
}
