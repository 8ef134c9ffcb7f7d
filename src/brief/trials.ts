import type { Charge, Claim, ClaimKind } from "../model/claim.ts";
import { html, joinParts, type Markup } from "./html.ts";
import { foldName } from "./names.ts";
import type { Page } from "./page.ts";
import { claimList, foreign, numberLink, oneLine, section } from "./pieces.ts";

const KINDS: readonly ClaimKind[] = [
  "torture",
  "other-abuse",
  "death-in-custody",
  "arrest",
  "enforced-disappearance",
  "corporal-punishment",
];

/** Arrests, trials, torture and the charges that are named. */
export function renderTrials(page: Page): Markup {
  const { words } = page;
  const groups = KINDS.map((kind) => ({
    kind,
    claims: page.claims.filter((claim) => claim.kind === kind),
  }));
  const found = groups.filter(({ claims }) => claims.length > 0);
  const lists = found.map(
    ({ kind, claims }) =>
      html`<h3>${words.kinds[kind]}</h3>${claimList(page, claims, { withKind: false })}`,
  );
  return section("trials", words.trials, words.trialsLead, [
    lists.length === 0 ? html`<p class="none">${words.trialsNone}</p>` : lists,
    renderCharges(page),
  ]);
}

type Charged = { readonly charge: Charge; readonly claims: Claim[] };

function renderCharges(page: Page): Markup {
  const { words } = page;
  const byKey = new Map<string, Charged>();
  for (const claim of page.claims) {
    for (const charge of claim.charges) {
      const key = charge.id ?? foldName(charge.words);
      const found = byKey.get(key) ?? { charge, claims: [] };
      if (!found.claims.includes(claim)) found.claims.push(claim);
      byKey.set(key, found);
    }
  }
  const lines = [...byKey.values()]
    .sort((a, b) => b.claims.length - a.claims.length)
    .flatMap(({ charge, claims }) => {
      const [first] = claims;
      if (first === undefined) return [];
      const links = joinParts(
        claims.map((claim) => numberLink(page, claim)),
        " ",
      );
      return [html`<li>${foreign(page, first, oneLine(charge.words))} ${links}</li>`];
    });
  const body =
    lines.length === 0
      ? html`<p class="none">${words.chargesNone}</p>`
      : html`<p class="lead">${words.chargesLead}</p><ul class="l">${lines}</ul>`;
  return html`<h3 id="charges">${words.charges}</h3>${body}`;
}
