import { html, joinParts, type Markup, type Part } from "./html.ts";
import type { Page } from "./page.ts";
import {
  affiliationText,
  claimDetails,
  foreign,
  quoteLink,
  reportName,
  section,
  sourceName,
} from "./pieces.ts";
import type { SourceGroup } from "./sources.ts";

/** Every claim under whoever says it. These lines are the ones that the marks in the text lead back to. */
export function renderWhoSays(page: Page): Markup {
  const groups = page.sources.map((source) => renderSource(page, source));
  return section("who", page.words.who, page.words.whoLead, groups);
}

function renderSource(page: Page, source: SourceGroup): Markup {
  const { words, format } = page;
  const count = words.claimCount(source.claims.length, format.number(source.claims.length));
  const lines = source.claims.map((claim) => {
    const { number, report } = page.placedOf(claim);
    const where = source.kind === "author" ? [] : [reportName(page, report)];
    return html`<li id="l-${number}">${quoteLink(page, claim)}${claimDetails(page, claim, { extra: where })}</li>`;
  });
  return html`<div class="src"><h3>${sourceName(page, source)} <span class="d">${words.sourceKinds[source.kind]}${words.separator}${count}</span></h3>${describe(page, source)}<ol class="l">${lines}</ol></div>`;
}

/** Other names, affiliation with its evidence, and who counts as the same voice. */
function describe(page: Page, source: SourceGroup): Part {
  const { words } = page;
  const row = source.organisation;
  const [claim] = source.claims;
  const names =
    claim === undefined ? [] : source.alsoCalled.map((name) => foreign(page, claim, name));
  const sentences: Part[] = [
    names.length === 0 ? null : html`${words.alsoCalled}: ${joinParts(names, page.words.comma)}`,
    row === null ? null : affiliationText(page, row),
    row?.independenceGroup === "derived" ? words.derivedCount : null,
    sameVoice(page, source),
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0
    ? null
    : html`<p class="about">${joinParts(sentences, page.words.semicolon)}.</p>`;
}

function sameVoice(page: Page, source: SourceGroup): Part {
  const group = source.organisation?.independenceGroup ?? null;
  if (group === null || group === "derived" || group === "media") return null;
  const others = page.sources.filter(
    (other) => other !== source && other.organisation?.independenceGroup === group,
  );
  if (others.length === 0) return null;
  const unverified = [source, ...others].some(
    ({ organisation }) => organisation?.groupStatus === "unverified",
  );
  const names = joinParts(
    others.map((other) => sourceName(page, other)),
    page.words.comma,
  );
  return html`${page.words.oneVoiceWith} ${names}${unverified ? html` (${page.words.groupUnverified})` : null}`;
}
