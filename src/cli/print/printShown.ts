/** One claim, document or entry with what it rests on, as a person reads it. */
import type {
  claimsOf,
  Copies,
  decisionsOf,
  readEntry,
  showClaim,
  showDocument,
} from "../../flow/archive/look.ts";
import { STDIN } from "../../flow/inputPaths.ts";
import type { CliWords, RestFacts } from "../words/cliWords.ts";
import type { Paint } from "./paint.ts";
import { CORRECTED_FIELDS } from "../../model/correction.ts";
import { correctionLines } from "./printCorrection.ts";
import { printClaim } from "./printReading.ts";
import { clean, isolate, wrap } from "./screenText.ts";

type Claim = NonNullable<Awaited<ReturnType<typeof showClaim>>>;
type Document = NonNullable<Awaited<ReturnType<typeof showDocument>>>;
type Entry = NonNullable<Awaited<ReturnType<typeof readEntry>>>;
type Look = { readonly width: number; readonly paint: Paint; readonly words: CliWords };

export type ClaimFacts = {
  readonly claim: Claim;
  readonly decisions: Awaited<ReturnType<typeof decisionsOf>>;
  readonly document: Document | null;
  readonly newer: readonly string[];
  readonly copies: Copies;
  readonly rests: RestFacts;
};

export type DocumentFacts = {
  readonly document: Document;
  readonly claims: Awaited<ReturnType<typeof claimsOf>>;
  readonly newer: readonly string[];
  readonly copies: Copies;
  readonly sha256: string | null;
};

/** What the machine read, what people put right and decided, and the entries below it. */
export function printShownClaim(facts: ClaimFacts, look: Look): string {
  const { claim, decisions, document, newer, copies, rests } = facts;
  const { words, width } = look;
  const from =
    document === null
      ? [claim.document]
      : [
          document.document,
          titleOf(document.title ?? (document.path === STDIN ? null : document.path), words),
          publisherOf(document.publisher, words),
          publishedOn(document.published, words),
        ];
  const made = decisions.map((_, at) => decisionMade(decisions, at, words));
  return [
    ...headLines(claim, document?.text ?? "", look),
    ...olderLines(newer, look),
    ...made,
    ...dim([from.join(" · "), ...copyLines(copies, words), ...words.restsOn(rests)], width, look),
    "\n",
  ].join("\n");
}

/** Who decided what and why, and of a correction which fields. */
export function decisionMade(
  decisions: ClaimFacts["decisions"],
  at: number,
  words: CliWords,
): string {
  const one = decisions[at];
  if (one === undefined) return "";
  const { decided_at: on, actor, verdict, body, undone_by: undone } = one;
  const said = words.decidedBy(clean(actor), verdict, words.embed(body.reason), undone !== null);
  const fields = words.listed(fieldsPut(decisions, at).map(words.fieldName), "comma");
  return `   ${words.line(words.date(on))}  ${words.line(fields === "" ? said : `${said} (${fields})`)}`;
}

/** The fields that a correction put otherwise than the one before it: each holds all that stands. */
function fieldsPut(
  decisions: ClaimFacts["decisions"],
  at: number,
): readonly (typeof CORRECTED_FIELDS)[number][] {
  const one = decisions[at];
  if (one?.verdict !== "corrected") return [];
  const before = decisions.slice(0, at).findLast(({ body }) => body.correction !== null);
  const text = (decision: typeof before, field: (typeof CORRECTED_FIELDS)[number]): string =>
    JSON.stringify(decision?.body.correction?.[field]) ?? "";
  return CORRECTED_FIELDS.filter(
    (field) => text(one, field) !== "" && text(one, field) !== text(before, field),
  );
}

/** A document, its versions, and all that was read of it. */
export function printShownDocument(facts: DocumentFacts, look: Look): string {
  const { document, claims, newer, copies, sha256 } = facts;
  const { paint, words, width } = look;
  const about = [
    publisherOf(document.publisher, words),
    publishedOn(document.published, words),
    document.language === null ? words.languageUnknown : words.languageCode(document.language),
    document.path === null || document.path === STDIN
      ? words.standardInput
      : words.path(clean(document.path)),
    ...(document.url === null ? [] : [words.path(clean(document.url))]),
    words.capturedAt(words.date(document.captured_at)),
    document.reader,
    ...(sha256 === null ? [] : [`SHA-256 ${sha256}`]),
    ...(document.previous === null ? [] : [words.newVersionOf(document.previous)]),
  ];
  return [
    `${paint("bold", document.document)} ${words.line(titleOf(document.title, words))}`,
    ...olderLines(newer, look),
    ...dim([about.join(" · "), ...copyLines(copies, words)], width, look),
    ...claims.flatMap((claim) => ["", ...headLines(claim, document.text, look)]),
    "\n",
  ].join("\n");
}

/** Whoever looks at an older version of a page must know it first of all. */
function olderLines(newer: readonly string[], { paint, words, width }: Look): readonly string[] {
  if (newer.length === 0) return [];
  return wrap(words.newerVersions(newer), width - 3).map(
    (line) => `   ${paint("yellow", words.line(line))}`,
  );
}

/** Reports that are one text are one voice, whoever printed them. */
function copyLines({ alike, share, others }: Copies, words: CliWords): readonly string[] {
  const named = others.map(({ document, publisher }) =>
    publisher === null ? document : `${document} (${words.embed(publisher)})`,
  );
  return [
    ...(alike === null ? [] : [words.copyOf(alike, share ?? 0)]),
    ...(named.length === 0 ? [] : [words.sameTextAs(named)]),
  ];
}

function headLines(claim: Claim, text: string, look: Look): readonly string[] {
  const { paint, words } = look;
  const corrected =
    claim.correction === null ? [] : correctionLines(claim.body, claim.correction, words);
  return [
    `${paint("bold", claim.claim)} · ${words.line(words.status(claim.status))}`,
    printClaim(claim.body, (other) => other, text, { ...look, number: null }),
    ...corrected.map((line) => paint("yellow", words.line(line))),
  ];
}

/** Fields of an entry that fit a line; text and claims are shown by their document. */
export function printEntry(
  { id, index, kind, on, actor, record, entry, isErased }: Entry,
  undone: string | null,
  look: Look,
): string {
  const { paint, words, width } = look;
  const fields =
    entry === null
      ? [isErased ? words.entryErased : words.entrySealed(record)]
      : Object.entries(entry.body).flatMap(([name, value]) =>
          typeof value === "string" && name !== "text"
            ? [`${name}: ${words.embed(value)}`]
            : typeof value === "number"
              ? [`${name}: ${value}`]
              : [],
        );
  return [
    `${paint("bold", id)} · ${words.line(words.entryFacts(kind, index))}`,
    `   ${words.line([words.date(on), isolate(clean(actor)), record].join(" · "))}`,
    ...(undone === null ? [] : [`   ${paint("yellow", words.line(words.takenBack(undone)))}`]),
    ...fields.flatMap((field) => wrap(field, width - 3).map((line) => `   ${line}`)),
    "\n",
  ].join("\n");
}

function dim(lines: readonly string[], width: number, { paint, words }: Look): readonly string[] {
  return lines.flatMap((line) =>
    wrap(line, width - 3).map((part) => `   ${paint("dim", words.line(part))}`),
  );
}

function titleOf(title: string | null, words: CliWords): string {
  return title === null ? words.untitled : words.embed(title);
}

function publisherOf(publisher: string | null, words: CliWords): string {
  return publisher === null ? words.publisherUnknown : words.embed(publisher);
}

function publishedOn(published: string | null, words: CliWords): string {
  return published === null ? words.dateUnknown : words.date(published);
}
