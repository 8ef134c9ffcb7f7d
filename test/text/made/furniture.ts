/** What stands around the main text of made-up pages: menus, boxes, notices, in many kinds of markup. */
import type { Prose } from "./prose.ts";

/** A made-up page and what is to be found in it. */
export type MadePage = {
  readonly html: string;
  readonly truth: readonly string[];
  /** What may be given or left out: both are right. */
  readonly optional?: readonly string[];
  readonly fields?: {
    readonly title?: string;
    readonly author?: string | null;
    readonly publisher?: string;
    readonly published?: string | null;
    readonly language?: string;
  };
};

/** How one made-up page is laid out. */
export type Layout = (prose: Prose) => MadePage;

/** Joins what a list makes of each of its parts. */
export const each = <T>(list: readonly T[], make: (one: T, at: number) => string): string =>
  list.map(make).join("\n");

/** Paragraphs. */
export const ps = (list: readonly string[], attributes = ""): string =>
  each(list, (text) => `<p${attributes}>${text}</p>`);

/** `count` of what is made. */
export const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** A whole page. */
export function page(head: string, body: string, html = 'lang="en"', attributes = ""): string {
  return `<!DOCTYPE html><html ${html}><head><meta charset="utf-8">${head}<style>.a{color:red}</style><script>window.d=[];d.push({"page":"x<div>"});</script></head><body ${attributes}>${body}<script src="/x.js"></script></body></html>`;
}

/** The `<meta>` that most news sites write. */
export function openGraph(title: string, site: string, more = ""): string {
  return `<title>${title} | ${site}</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}"><meta property="og:type" content="article">${more}`;
}

/** A JSON-LD script. */
export function jsonLd(fields: object): string {
  return `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...fields })}</script>`;
}

/** A menu of short links. */
export const links = (words: string): string =>
  `<ul>${each(words.split(" "), (word) => `<li><a href="/${word}">${word}</a></li>`)}</ul>`;

const SECTIONS = "News World Business Culture Sport Opinion Weather Video Podcasts Shop";

export const header = (site: string): string =>
  `<header><div class="top"><a href="/">${site}</a></div><nav aria-label="Main">${links(SECTIONS)}</nav><form action="/search"><input name="q"><button>Search</button></form></header>`;

export const footer = (site: string): string =>
  `<footer>${links("About Contact Privacy Terms Careers Advertise Archive")}<p>© 2026 ${site}. All rights reserved. No part of this site may be reproduced without written permission of the publisher.</p></footer>`;

/** Cards that lead to other reports, with a line of each. */
export function cards(prose: Prose, count: number, name: string): string {
  return times(
    count,
    () =>
      `<div class="${name}"><a href="/n/${prose.below(9999)}"><img src="/t.jpg" alt=""><h3>${prose.headline()}</h3></a><p>${prose.sentence()}</p></div>`,
  ).join("\n");
}

/** A list of headlines. */
export const headlines = (prose: Prose, count: number): string =>
  `<ul>${times(count, () => `<li><a href="/n/${prose.below(9999)}">${prose.headline()}</a></li>`).join("\n")}</ul>`;

export const cookieWall = (name: string): string =>
  `<div id="${name}" class="${name}"><p>We value your privacy. We and our 214 partners store and access information on a device, such as cookies, to show personalised advertising and measure audiences. You can change your choices at any time.</p><button>Accept all</button><button>Reject all</button></div>`;

export const shareBar = (name: string): string =>
  `<div class="${name}"><span>Share</span><a href="https://f.example">Facebook</a><a href="https://t.example">X</a><a href="mailto:">Email</a><button>Copy link</button></div>`;

/** What readers say below. */
export function comments(prose: Prose, count: number, name: string): string {
  return `<section class="${name}" id="${name}"><h3>${count} comments</h3>${times(
    count,
    () =>
      `<div class="${name}-item"><b>${prose.name()}</b> <span>2 days ago</span><p>${prose.para(3)}</p><a href="#">Reply</a></div>`,
  ).join("\n")}<form><textarea></textarea><button>Post</button></form></section>`;
}
