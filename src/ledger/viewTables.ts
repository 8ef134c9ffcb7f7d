/** Tables that can be made again from the entries, and what tells their rows apart. */
export type DerivedTable = {
  readonly schema: "view" | "ledger";
  readonly name: string;
  /** Columns that name a row. */
  readonly key: readonly string[];
  /** Those of them that hold words of reports; they are told by a digest. */
  readonly hidden?: readonly string[];
  /** Rows that count, as a condition. */
  readonly where?: string;
};

/** What `projectEntries` makes. */
export const VIEW_TABLES: readonly DerivedTable[] = [
  { schema: "view", name: "actors", key: ["actor"] },
  { schema: "view", name: "documents", key: ["document", "valid_from"] },
  { schema: "view", name: "sketches", key: ["document"] },
  { schema: "view", name: "bands", key: ["band", "document"] },
  { schema: "view", name: "claims", key: ["claim", "valid_from"] },
  { schema: "view", name: "forms", key: ["type", "folded", "id"], hidden: ["folded"] },
  { schema: "view", name: "decisions", key: ["entry"] },
  { schema: "view", name: "link_decisions", key: ["entry", "b"] },
  { schema: "view", name: "person_states", key: ["entry", "mention"] },
  { schema: "view", name: "link_models", key: ["entry"] },
  { schema: "view", name: "erased", key: ["id", "entry"] },
  // A count that fell to nothing stays as a row; made again it never was one.
  { schema: "view", name: "counts", key: ["kind", "status"], where: "claims <> 0" },
];

/** What is made of all mentions together by linking, and of which entries only take away. */
export const LINK_TABLES: readonly DerivedTable[] = [
  { schema: "view", name: "mentions", key: ["mention", "valid_from"] },
  { schema: "view", name: "superseded", key: ["document"] },
  { schema: "view", name: "stale", key: ["entry", "mention"] },
  { schema: "view", name: "pairs", key: ["a", "b"] },
  { schema: "view", name: "links", key: ["mention", "valid_from"] },
  { schema: "view", name: "people", key: ["person"] },
  { schema: "view", name: "tellings", key: ["telling"] },
  { schema: "view", name: "telling_namings", key: ["mention", "telling"] },
  { schema: "view", name: "telling_places", key: ["telling", "place"] },
  { schema: "view", name: "events", key: ["event"] },
  { schema: "view", name: "event_people", key: ["event", "person"] },
  { schema: "view", name: "link_keys", key: ["mention"] },
  { schema: "view", name: "link_state", key: ["workspace"] },
];

/** Of these the rows that stand: how they stood before is told by no linking of today. How far was linked is no row of anybody. */
export const LINKED_NOW: readonly DerivedTable[] = LINK_TABLES.filter(
  ({ name }) => name !== "link_state",
).map((table) =>
  table.key.includes("valid_from")
    ? {
        ...table,
        key: table.key.filter((column) => column !== "valid_from"),
        where: "valid_to is null",
      }
    : table,
);

/** What `rememberCaptures` makes beside the entries of a report. */
export const CAPTURE_TABLES: readonly DerivedTable[] = [
  { schema: "ledger", name: "captures", key: ["mac"] },
  { schema: "ledger", name: "pages", key: ["mac", "index"] },
  { schema: "ledger", name: "blobs", key: ["name"] },
];
