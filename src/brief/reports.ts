/**
 * In: readings. Out: each report's text with its claims marked, each mark leading back to its line.
 * Never: changes a character of a report.
 */
import type { Claim } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import { html, joinParts, type Markup, type Part } from "./html.ts";
import { nestMarks, type MarkedRange, type Piece } from "./marks.ts";
import type { Page } from "./page.ts";
import { languageOf, noteText, reportName, section } from "./pieces.ts";
import { FAMILIES, familyOfKind } from "./words.ts";

/** The texts, after a legend of the marks. */
export function renderReports(page: Page): Markup {
  const { words } = page;
  const legend = FAMILIES.map(
    (family) => html`<li><mark class="f-${family}">${words.families[family]}</mark></li>`,
  );
  return section("reports", words.texts, words.textsLead, [
    html`<h3>${words.legend}</h3><ul class="legend">${legend}</ul>`,
    page.readings.map((_, index) => renderReport(page, index)),
  ]);
}

/** Fragments of claims that are drawn in several pieces: the style lights up all of them together. */
export function cutAnchors(page: Page): readonly string[] {
  return page.readings.flatMap((reading) =>
    piecesOf(reading.document.text, reading.claims)
      .flatMap(({ pieces }) => continuedIn(pieces))
      .map((claim) => page.placedOf(claim).anchor),
  );
}

function renderReport(page: Page, index: number): Markup {
  const { words } = page;
  const reading = page.readings[index];
  if (reading === undefined) return html``;
  const { document, claims, notes } = reading;
  const codes = [...new Set([...document.notes, ...notes].map((note) => note.code))];
  const language = languageOf(page, document.language?.value ?? null);
  const title =
    document.title === null ? null : html`: <bdi${language}>${document.title.value}</bdi>`;
  const paragraphs = piecesOf(document.text, claims).map(
    ({ pieces }) => html`<p>${pieces.map((piece) => renderPiece(page, piece))}</p>`,
  );
  const doubts =
    codes.length === 0
      ? null
      : html`<p class="about">${words.readerNotes}: ${joinParts(
          codes.map((code) => noteText(page, code)),
          words.semicolon,
        )}.</p>`;
  const none = claims.length === 0 ? html`<p class="none">${words.noClaims}</p>` : null;
  return html`<article aria-labelledby="r-${index + 1}"><h3 id="r-${index + 1}">${reportName(page, index)}${title}</h3>${source(document)}${doubts}${none}<div class="text"${language}>${paragraphs}</div></article>`;
}

/** The address is printed, not linked: opening it would tell the site that somebody looks. */
function source(document: Document): Part {
  return document.url === null
    ? null
    : html`<p class="about"><bdi dir="ltr">${document.url}</bdi></p>`;
}

function renderPiece(page: Page, piece: Piece<Claim>): Markup {
  if (piece.kind === "text") return html`${piece.text}`;
  const { words, format } = page;
  const { anchor, number } = page.placedOf(piece.value);
  const { kind } = piece.value;
  const family = familyOfKind(kind);
  const inner = piece.pieces.map((part) => renderPiece(page, part));
  const written = format.number(number);
  const name = piece.isContinued
    ? html` class="f-${family} p-${anchor}"`
    : html` class="f-${family}" id="${anchor}"`;
  const back = piece.isLast
    ? html`<a class="b" href="#l-${number}" aria-label="${words.toLine(written, words.kinds[kind])}">${written}</a>`
    : null;
  return html`<mark${name}>${inner}</mark>${back}`;
}

type Paragraph = { readonly pieces: readonly Piece<Claim>[] };

/** Paragraphs are lines that are not blank; a claim that runs over a line's end goes on in the next. */
function piecesOf(text: string, claims: readonly Claim[]): readonly Paragraph[] {
  const ranges = claims
    .map((claim) => ({ start: claim.span.start, end: claim.span.end, value: claim }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const paragraphs: Paragraph[] = [];
  let next = 0;
  let open: readonly MarkedRange<Claim>[] = [];
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const [line] = match;
    const end = match.index + line.length;
    const begun: MarkedRange<Claim>[] = [];
    for (let range = ranges[next]; range !== undefined && range.start < end; range = ranges[next]) {
      begun.push(range);
      next += 1;
    }
    open = [...open, ...begun].filter((range) => range.end > match.index);
    paragraphs.push({ pieces: nestMarks(line, match.index, open) });
  }
  return paragraphs;
}

function continuedIn(pieces: readonly Piece<Claim>[]): readonly Claim[] {
  return pieces.flatMap((piece) =>
    piece.kind === "text"
      ? []
      : [...(piece.isContinued ? [piece.value] : []), ...continuedIn(piece.pieces)],
  );
}
