import {
  cards,
  each,
  footer,
  header,
  headlines,
  type Layout,
  links,
  openGraph,
  page,
  ps,
  shareBar,
  times,
} from "./furniture.ts";

const DATED = '<meta property="article:published_time" content="2026-01-14T08:00:00+01:00">';

/** A fourth set: what large newsrooms and rights organisations put between paragraphs. */
export const FOURTH_LAYOUTS: Readonly<Record<string, Layout>> = {
  "news-skip-promotion": (p) => {
    const [title, body] = [p.headline(), p.paras(9)];
    return {
      html: page(
        openGraph(title, "The Sentinel", DATED),
        `${header("The Sentinel")}<main><article><h1>${title}</h1><div id="maincontent">${each(body, (text, at) => `<p class="${p.hash()}">${text}</p>${at === 2 ? `<aside data-component="rich-link"><a href="/r"><div>${p.headline()}</div><div>Read more</div></a></aside>` : ""}${at === 5 ? `<div><a href="#skip1">skip past newsletter promotion</a><div><h2>Sign up to First Light</h2><p>Free daily newsletter</p><p>Our morning email breaks down the key stories of the day, telling you what’s happening and why it matters</p><form><input><button>Sign up</button></form><p><strong>Privacy Notice: </strong>Newsletters may contain information about charities, online ads, and content funded by outside parties.</p></div><p id="skip1">after newsletter promotion</p></div>` : ""}`)}</div><div>Explore more on these topics</div>${links("Rivers Belvar")}<div>${shareBar("share")}<button>Reuse this content</button></div></article></main>${footer("The Sentinel")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-list-of-items": (p) => {
    const [title, lead, body] = [p.headline(), p.sentence(), p.paras(9)];
    return {
      html: page(
        openGraph(title, "Gulf Mirror", DATED),
        `${header("Gulf Mirror")}<main id="main-content-area"><header class="article-header"><h1>${title}</h1><p class="article__subhead"><em>${lead}</em></p></header><figure class="article-featured-image"><img src="f.jpg"><figcaption>${p.sentence()} [${p.name()}/Agency]</figcaption></figure><div class="article-info-block"><div class="article-dates">Published On 14 Jan 2026</div>${shareBar("social-bar")}</div><div class="wysiwyg wysiwyg--all-content">${each(body, (text, at) => `<p>${text}</p>${at === 2 ? `<div class="more-on"><h2 class="more-on__heading">Recommended Stories</h2><span class="screen-reader-text">list of 3 items</span><ul>${times(3, (n) => `<li><span>list ${n + 1} of 3</span><article><h3><a href="/s">${p.headline()}</a></h3></article></li>`).join("")}</ul><span class="screen-reader-text">end of list</span></div>` : ""}`)}</div><div class="trust">Source: Gulf Mirror and news agencies</div></main>${footer("Gulf Mirror")}`,
      ),
      truth: body,
      optional: [title, lead, "Source: Gulf Mirror and news agencies"],
      fields: { title },
    };
  },
  "news-see-also": (p) => {
    const [title, body] = [p.headline(), p.paras(8)];
    return {
      html: page(
        openGraph(title, "Radio Tide"),
        `${header("Radio Tide")}<div id="content"><div class="hdr-container"><h1 class="title pg-title">${title}</h1><div class="publishing-details"><div class="published"><time pubdate="pubdate" datetime="2026-01-14T09:00:00+00:00">January 14, 2026 09:00 GMT</time></div></div></div><div id="article-content"><div class="wsw">${each(body, (text, at) => `<p>${text}</p>${at === 1 || at === 4 ? `<div class="wsw__embed"><div class="media-block also-read"><a href="/a"><div class="content"><span class="label also-read__text--label">SEE ALSO:</span><h4 class="media-block__title">${p.headline()}</h4></div></a></div></div>` : ""}`)}<p><em>With reporting by Lantern</em></p></div><ul><li><div class="c-author"><h4>${p.name()}</h4><div class="wsw"><p>${p.sentence()}</p></div></div></li></ul></div></div>${footer("Radio Tide")}`,
      ),
      truth: body,
      optional: [title, "With reporting by Lantern"],
      fields: { title, published: "2026-01-14" },
    };
  },
  "news-fa-skip": (p) => {
    const [title, body] = ["گزارش تازه دربارهٔ زندان و دادگاه", p.paras(7, "fa")];
    return {
      html: page(
        `<title>${title} - خبر نمونه</title><meta name="article:published_time" content="2026-01-14T08:00:00Z">`,
        `<div dir="rtl"><nav><a href="#c">از این مطلب عبور کنید</a><ul><li><a href="/">صفحه اول</a></li></ul></nav><main role="main"><div><h1 id="content">${title}</h1></div>${each(body, (text, at) => `<div dir="rtl" class="${p.hash()}"><p class="${p.hash()}" dir="rtl">${text}</p></div>${at === 3 ? `<section role="region"><p><strong>پرخواننده‌ترین‌ها</strong></p><a href="#end">از این مطلب عبور کنید و به ادامه مطلب بروید</a><ul>${times(3, () => `<li><a href="/m">${p.sentence("fa").slice(0, 50)}</a></li>`).join("")}</ul><p id="end">پایان پرخواننده‌ترین‌ها</p></section>` : ""}`)}</main><footer><p>© ۲۰۲۶ خبر نمونه. مسئولیتی در قبال محتوای دیگر سایت‌ها نداریم.</p></footer></div>`,
        'lang="fa" dir="rtl"',
      ),
      truth: body,
      optional: [title],
      fields: { title, published: "2026-01-14", language: "fa" },
    };
  },
  "ngo-elementor": (p) => {
    const [title, body] = [p.headline(), p.paras(6)];
    return {
      html: page(
        `<title>${title} - Lantern Human Rights</title><meta property="og:type" content="article"><meta property="og:site_name" content="Lantern Human Rights">${DATED}`,
        `<div data-elementor-type="header" class="elementor elementor-location-header">${links("Home Reports Lists Donate")}</div><div data-elementor-type="single-post" class="elementor elementor-location-single post"><div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">${title}</h1></div></div><div class="elementor-widget elementor-widget-post-info"><ul><li><a href="/d">January 14, 2026</a></li></ul></div><div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">${ps(body)}</div></div><div class="elementor-widget elementor-widget-share-buttons"><div class="elementor-share-btn">Facebook</div><div class="elementor-share-btn">Twitter</div></div><div class="elementor-widget elementor-widget-post-navigation"><a href="/p">Prev Previous ${p.headline()}</a><a href="/n">Next ${p.headline()}</a></div><div class="elementor-widget elementor-widget-posts"><div class="elementor-posts-container">${times(4, () => `<article class="elementor-post"><h3><a href="/x">${p.headline()}</a></h3><p>${p.sentence()}</p><a href="/x">Read More »</a></article>`).join("")}</div></div></div><div data-elementor-type="footer">Lantern © 2026</div>`,
      ),
      truth: body,
      optional: [title, "January 14, 2026"],
      fields: { title, published: "2026-01-14", publisher: "Lantern Human Rights" },
    };
  },
  "ngo-urgent": (p) => {
    const [title, body, asks] = [p.headline(), p.paras(4), times(3, () => p.sentence())];
    return {
      html: page(
        openGraph(title, "Candle"),
        `${header("Candle")}<main><div class="hero"><h1>${title}</h1><p>14 January 2026 | Index Number: EUR 12/3456/2026</p></div><div class="wp-block-group">${ps(body)}<h2>What we ask</h2><ul>${each(asks, (text) => `<li>${text}</li>`)}</ul><h2>Background</h2><p>${body[0]}</p></div><div class="wp-block-file"><a href="/f.pdf">Download PDF</a></div><section class="post-related"><h2>More from this country</h2>${cards(p, 3, "post")}</section></main>${footer("Candle")}`,
      ),
      truth: [...body, "What we ask", ...asks, "Background", body[0] ?? ""],
      optional: [title, "14 January 2026 | Index Number: EUR 12/3456/2026"],
      fields: { title, published: "2026-01-14" },
    };
  },
  "news-separators": (p) => {
    const [title, body] = [p.headline(), p.paras(8)];
    const author = p.name();
    return {
      html: page(
        openGraph(title, "Allied Wire"),
        `${header("Allied Wire")}<div class="Page-content"><h1 class="Page-headline">${title}</h1><div class="Page-byline">By <a href="/a">${author}</a></div><div class="Page-dateModified">Updated 9:12 AM GMT+1, January 14, 2026</div><div class="RichTextStoryBody RichTextBody"><p>OSTREL (AW) — ${body[0]}</p>${each(body.slice(1), (text, at) => `<p>${text}</p>${at === 2 ? `<div class="PageListEnhancementGeneric"><div class="PageList-header">RELATED COVERAGE</div>${cards(p, 3, "PagePromo")}</div>` : ""}${at === 4 ? "<p>___</p>" : ""}`)}<p>___</p><p>${p.name()} in ${p.place()} contributed to this report.</p></div></div><div class="Page-below"><div class="title">Most read</div>${headlines(p, 5)}</div>${footer("Allied Wire")}`,
      ),
      truth: [`OSTREL (AW) — ${body[0]}`, ...body.slice(1)],
      optional: [title],
      fields: { title, author },
    };
  },
};
