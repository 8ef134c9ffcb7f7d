import {
  cards,
  comments,
  cookieWall,
  each,
  footer,
  header,
  headlines,
  jsonLd,
  type Layout,
  links,
  openGraph,
  page,
  ps,
  shareBar,
  times,
} from "./furniture.ts";

const DATED = '<meta property="article:published_time" content="2026-01-14T08:00:00+01:00">';

/** News pages of our days: bundled class names, ads between paragraphs, data for machines. */
export const NEWS_LAYOUTS: Readonly<Record<string, Layout>> = {
  "news-next-soup": (p) => {
    const [title, site, author, body] = [p.headline(), "Ostrel Gazette", p.name(), p.paras(8)];
    const c = times(12, () => p.hash());
    return {
      html: page(
        openGraph(title, site, DATED),
        `<div id="__next"><div class="${c[0]}"><div class="${c[1]}">${links("News Sport Opinion More Live")}</div><div class="${c[2]}"><div class="${c[3]}"><h1 class="${c[4]}">${title}</h1><div class="${c[5]}"><a href="/author/1">${author}</a><span>4 min read</span></div></div><div class="${c[6]}">${each(body, (text, at) => `<div class="${c[7]}"><div class="${c[8]}">${text}</div></div>${at % 3 === 2 ? `<div class="${c[9]}"><div id="slot-${at}"></div><span>Advertisement</span></div>` : ""}`)}</div><div class="${c[10]}"><div>Up next</div>${cards(p, 6, c[11] ?? "")}</div></div></div></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"title":"${title}"}}}</script>`,
      ),
      truth: body,
      optional: [title],
      fields: { title, publisher: site, published: "2026-01-14", language: "en" },
    };
  },
  "news-react-spans": (p) => {
    const [title, body] = [p.headline(), p.paras(7)];
    const sub = [p.label(), p.label()];
    const [w, t, r] = [p.hash(), p.hash(), p.hash()];
    return {
      html: page(
        openGraph(title, "Norsund Daily"),
        `<div id="root"><div class="${p.hash()}">${each("Home Politics Economy".split(" "), (x) => `<span class="${p.hash()}"><a href="/${x}">${x}</a></span>`)}</div><article class="${w}"><div><h1>${title}</h1></div>${each(body, (text, at) => `${at === 2 || at === 5 ? `<h2 class="${r}">${sub[at === 2 ? 0 : 1]}</h2>` : ""}<p class="${t}"><span>${text}</span></p>${at === 3 ? `<div class="${p.hash()}"><a href="/x"><span>READ MORE</span><span>${p.headline()}</span></a></div>` : ""}`)}</article><div class="${p.hash()}"><h4>Most popular</h4>${headlines(p, 8)}</div>${footer("Norsund Daily")}</div>`,
      ),
      truth: [
        ...body.slice(0, 2),
        sub[0] ?? "",
        ...body.slice(2, 5),
        sub[1] ?? "",
        ...body.slice(5),
      ],
      optional: [title],
      fields: { title, publisher: "Norsund Daily" },
    };
  },
  "news-amp": (p) => {
    const [title, author, body] = [p.headline(), p.name(), p.paras(6)];
    return {
      html: page(
        `<title>${title}</title>${jsonLd({ "@type": "NewsArticle", headline: title, datePublished: "2026-01-09T07:00:00Z", author: { "@type": "Person", name: author }, publisher: { "@type": "Organization", name: "Hallin Post" } })}`,
        `<amp-sidebar id="s"><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></amp-sidebar><main><h1>${title}</h1><div class="meta">By ${author} | 9 January 2026</div><amp-img src="a.jpg"></amp-img><div class="caption">${p.sentence()} Photo: Agency</div>${each(body, (text) => `<p>${text}</p><amp-ad width=300 height=250><div fallback>Ad could not load</div></amp-ad>`)}<amp-social-share type="twitter"></amp-social-share><section class="more-on"><h2>More on this story</h2>${headlines(p, 4)}</section></main><amp-consent>We use cookies to make this site better.</amp-consent>`,
        'amp lang="en"',
      ),
      truth: body,
      optional: [title, `By ${author} | 9 January 2026`],
      fields: { title, author, publisher: "Hallin Post", published: "2026-01-09" },
    };
  },
  "news-wire-sections": (p) => {
    const [title, body] = [p.headline(), p.paras(9)];
    const line = "OSTREL, 14 January 2026 (Lantern) – ";
    return {
      html: page(
        `<title>${title} - Lantern Wire</title>`,
        `${header("Lantern Wire")}<div class="layout"><div class="story"><h1>${title}</h1><p class="reading-time">3 Min Read</p>${each(body, (text, at) => `<section data-i="${at}"><p>${at === 0 ? line : ""}${text}</p></section><div class="dfp-slot"><p>Advertisement · Scroll to continue</p></div>`)}<p class="reporter-credit">Reporting by ${p.name()}; Editing by ${p.name()}</p><p class="trust">Our Standards: The Lantern Trust Principles.</p></div><div class="rail"><h3>Next stories</h3>${cards(p, 5, "story-card")}</div></div>${footer("Lantern Wire")}`,
      ),
      truth: [line + body[0], ...body.slice(1)],
      optional: [title],
      fields: { title, published: "2026-01-14", publisher: "Lantern Wire" },
    };
  },
  "news-live-blog": (p) => {
    const title = p.headline();
    const posts = times(8, () => ({ head: p.headline(), body: p.para() }));
    return {
      html: page(
        openGraph(
          title,
          "Marrow Times",
          jsonLd({ "@type": "LiveBlogPosting", headline: title, datePublished: "2026-02-03" }),
        ),
        `${header("Marrow Times")}<main><h1>${title}</h1><div class="key-events"><h2>Key events</h2>${headlines(p, 4)}</div><div class="lb-feed">${each(posts, ({ head, body }, at) => `<article class="lb-post" id="p${at}"><time datetime="2026-02-03T1${at}:00">1${at}.00</time><h2>${head}</h2><p>${body}</p><div class="lb-share"><a href="#">Share</a></div></article>`)}</div><button>Load more</button></main><aside>${headlines(p, 6)}</aside>${footer("Marrow Times")}`,
      ),
      truth: posts.flatMap(({ head, body }) => [head, body]),
      optional: [title, "Key events"],
      fields: { title, published: "2026-02-03" },
    };
  },
  "news-json-ld-only": (p) => {
    const [title, body] = [p.headline(), p.paras(6)];
    return {
      html: page(
        `<title>${title}</title>${jsonLd({ "@type": "NewsArticle", headline: title, articleBody: body.join("\n\n"), datePublished: "2026-01-20" })}`,
        `<div id="app"><header>${links("Home World Local")}</header><div class="spinner">Loading…</div></div>${footer("Drusk Online")}`,
      ),
      truth: body,
      fields: { title, published: "2026-01-20" },
    };
  },
  "news-next-data-only": (p) => {
    const [title, body] = [p.headline(), p.paras(7)];
    const data = {
      props: {
        pageProps: {
          article: {
            title,
            slug: "a-b",
            body: body.map((text) => `<p>${text}</p>`).join(""),
            related: [{ title: p.headline() }],
          },
        },
      },
    };
    return {
      html: page(
        `<title>${title}</title><meta property="og:type" content="article">`,
        `<div id="__next"><div class="loading">Please wait while the page loads</div></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script>`,
      ),
      truth: body,
      fields: { title },
    };
  },
  "news-noscript": (p) => {
    const [title, body] = [p.headline(), p.paras(6)];
    return {
      html: page(
        openGraph(title, "Saltby Star"),
        `${header("Saltby Star")}<div id="reader"></div><noscript><h1>${title}</h1>${ps(body)}</noscript>${footer("Saltby Star")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-template": (p) => {
    const [title, body] = [p.headline(), p.paras(6)];
    return {
      html: page(
        openGraph(title, "Saltby Star"),
        `${header("Saltby Star")}<story-page><template shadowrootmode="open"><article><h1>${title}</h1>${ps(body)}</article></template></story-page>${footer("Saltby Star")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-paywall": (p) => {
    const [title, teaser] = [p.headline(), p.paras(2)];
    return {
      html: page(
        openGraph(
          title,
          "Karsun Review",
          jsonLd({
            "@type": "NewsArticle",
            headline: title,
            isAccessibleForFree: false,
            hasPart: { "@type": "WebPageElement", cssSelector: ".pw" },
          }),
        ),
        `${header("Karsun Review")}<article><h1>${title}</h1><div class="body">${ps(teaser)}</div><div class="pw"><h3>This article is for subscribers</h3><p>Subscribe for €1 a week and read every story, every day, on every device you own. Cancel at any time.</p><a class="btn" href="/sub">Subscribe now</a><p>Already a subscriber? <a href="/login">Log in</a></p></div></article><section class="plans"><h2>Choose your plan</h2><div>Digital €4 a month</div><div>Print €19 a month</div></section>${footer("Karsun Review")}`,
      ),
      truth: teaser,
      optional: [title],
      fields: { title, publisher: "Karsun Review" },
    };
  },
  "news-very-short": (p) => {
    const [title, body] = [p.headline(), p.para(2)];
    return {
      html: page(
        openGraph(title, "Velmar Bulletin", DATED),
        `${cookieWall("cmp-banner")}${header("Velmar Bulletin")}<div class="content"><div class="art"><h1>${title}</h1><div class="txt"><p>${body}</p></div></div><div class="blk"><h2>Latest</h2>${cards(p, 10, "blk-item")}</div></div><div class="right">${headlines(p, 15)}</div>${footer("Velmar Bulletin")}`,
      ),
      truth: [body],
      optional: [title],
      fields: { title, published: "2026-01-14" },
    };
  },
  "news-comments-longer": (p) => {
    const [title, author, body] = [p.headline(), p.name(), p.paras(4)];
    return {
      html: page(
        openGraph(title, "Pellworth Echo"),
        `${header("Pellworth Echo")}<div class="main"><h1>${title}</h1><div class="by">By <a href="/a">${author}</a> on 3 March 2026</div>${ps(body)}<div class="opinions"><h3>What readers say</h3>${times(20, () => `<div class="opinion"><div class="who">${p.name()}</div><div class="say"><p>${p.para(3)}</p><p>${p.para(2)}</p></div><span>Reply</span></div>`).join("")}</div></div>${footer("Pellworth Echo")}`,
      ),
      truth: body,
      optional: [title, `By ${author} on 3 March 2026`],
      fields: { title, author, published: "2026-03-03" },
    };
  },
  "news-comments-named": (p) => {
    const [title, body] = [p.headline(), p.paras(4)];
    return {
      html: page(
        openGraph(title, "Tolmar News"),
        `${header("Tolmar News")}<main><article><h1>${title}</h1>${ps(body)}</article>${comments(p, 14, "comments")}</main>${footer("Tolmar News")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-inline-related": (p) => {
    const [title, body] = [p.headline(), p.paras(9)];
    const forms = [
      () => `<p><strong>Read also: <a href="/1">${p.headline()}</a></strong></p>`,
      () => `<p><a href="/2"><em>${p.headline()}</em></a></p>`,
      () => `<div class="inset"><h4>More from Belvar</h4>${headlines(p, 3)}</div>`,
      () => `<p>&gt;&gt; <a href="/3">${p.headline()}</a></p>`,
      () =>
        `<blockquote class="rel"><p>SEE MORE: <a href="/4">${p.headline()}</a></p></blockquote>`,
      () => `<p>(Also read: <a href="/6">${p.headline()}</a>)</p>`,
      () =>
        `<div class="wp-block-embed"><p><a href="/5">${p.headline()}</a></p><p>${p.sentence()}</p></div>`,
    ];
    return {
      html: page(
        openGraph(title, "Drusk Mail"),
        `${header("Drusk Mail")}<article class="post"><h1>${title}</h1><div class="entry">${each(body, (text, at) => `<p>${text}</p>${forms[at]?.() ?? ""}`)}</div></article>${footer("Drusk Mail")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-gallery": (p) => {
    const [title, body] = [p.headline(), p.paras(5)];
    return {
      html: page(
        openGraph(title, "Hallin Post", DATED),
        `${header("Hallin Post")}<article><h1>${title}</h1><div class="slideshow">${times(7, (at) => `<div class="slide"><img src="${at}.jpg" alt="${p.sentence()}"><div class="slide-text">${at + 1}/7 ${p.sentence()} (Photo: ${p.name()})</div></div>`).join("")}</div>${each(body, (text, at) => `<p>${text}</p>${at === 1 ? `<figure><img src="x.jpg"><figcaption>${p.sentence()} <span>Image: Agency</span></figcaption></figure>` : ""}`)}</article>${footer("Hallin Post")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-hidden": (p) => {
    const [title, body] = [p.headline(), p.paras(6)];
    return {
      html: page(
        openGraph(title, "Ardan Observer"),
        `<div style="display:none"><p>${p.para(4)}</p></div><div class="overlay" aria-hidden="true"><p>${p.para(3)}</p></div>${header("Ardan Observer")}<article><h1>${title}</h1>${each(body, (text, at) => `<p>${text}</p>${at === 2 ? `<p style="display: none;">${p.para()}</p><p hidden>${p.sentence()}</p><span style="visibility:hidden">${p.sentence()}</span>` : ""}`)}</article><div role="dialog"><h2>Before you go</h2><p>${p.para()}</p></div>${cookieWall("privacy-layer")}${footer("Ardan Observer")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-share-between": (p) => {
    const [title, author, body] = [p.headline(), p.name(), p.paras(6)];
    return {
      html: page(
        `<title>${title} – Velmar Bulletin</title>`,
        `${header("Velmar Bulletin")}<div class="c-article"><h1 class="c-article__title">${title}</h1><p class="c-article__author">Text: ${author}</p><p class="c-article__time">Published: 5.2.2026 at 10:14</p>${shareBar("c-tools")}<div class="c-article__text">${ps(body)}</div>${shareBar("c-tools")}<div class="c-tags"><span>Topics:</span> <a href="/t1">Belvar</a> <a href="/t2">Rivers</a></div><div class="c-news"><h3>Get our morning letter</h3><p>Five stories in your inbox before breakfast. You can leave at any time.</p><input placeholder="Your e-mail"></div></div>${footer("Velmar Bulletin")}`,
      ),
      truth: body,
      optional: [title, `Text: ${author}`, "Published: 5.2.2026 at 10:14"],
      fields: { title, author, published: "2026-02-05" },
    };
  },
  "news-list-article": (p) => {
    const [title, lead] = [`Seven things to see in ${p.place()}`, p.para()];
    const things = times(7, (at) => ({ head: `${at + 1}. ${p.label()}`, body: p.para() }));
    return {
      html: page(
        openGraph(title, "Slow Roads"),
        `${header("Slow Roads")}<main><h1>${title}</h1><p>${lead}</p>${each(things, ({ head, body }) => `<h2>${head}</h2><img src="y.jpg"><p>${body}</p>`)}<div class="you-may-like">${cards(p, 4, "teaser")}</div></main>${footer("Slow Roads")}`,
      ),
      truth: [lead, ...things.flatMap(({ head, body }) => [head, body])],
      optional: [title],
      fields: { title },
    };
  },
  "news-qa": (p) => {
    const title = `Five questions to ${p.name()}`;
    const [lead, talk] = [
      p.para(),
      times(5, () => ({ ask: `What happened to ${p.label().toLowerCase()}?`, answer: p.para(3) })),
    ];
    return {
      html: page(
        openGraph(title, "Marrow Times"),
        `${header("Marrow Times")}<article><h1>${title}</h1><p><b>${lead}</b></p>${each(talk, ({ ask, answer }) => `<p><strong>${ask}</strong></p><p>${answer}</p>`)}<p><i>Interview: ${p.name()}</i></p></article><aside class="rel">${cards(p, 3, "x")}</aside>${footer("Marrow Times")}`,
      ),
      truth: [lead, ...talk.flatMap(({ ask, answer }) => [ask, answer])],
      optional: [title],
      fields: { title },
    };
  },
  "news-two-articles": (p) => {
    const [title, body] = [p.headline(), p.paras(5)];
    return {
      html: page(
        openGraph(
          title,
          "Norsund Daily",
          '<link rel="canonical" href="https://norsund.example/2026/01/22/a-story">',
        ),
        `${header("Norsund Daily")}<div class="stream"><article><h1>${title}</h1>${ps(body)}</article><article class="next"><h1>${p.headline()}</h1><p>${p.para()}</p><a href="/more">Read full story</a></article><article class="next"><h1>${p.headline()}</h1><p>${p.para()}</p><a href="/more">Read full story</a></article></div>${footer("Norsund Daily")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title, published: "2026-01-22" },
    };
  },
  "news-infobox": (p) => {
    const [title, body] = [p.headline(), p.paras(7)];
    return {
      html: page(
        openGraph(title, "Tolmar News"),
        `${header("Tolmar News")}<article><h1>${title}</h1><p class="lead">${body[0]}</p><div class="factbox"><h3>Author</h3><img src="a.jpg"><p>${p.name()} covers the courts.</p><a href="/a">All articles</a></div>${ps(body.slice(1))}<div class="article-end"><p>Do you have a tip? Write to <a href="mailto:tips@tolmar.example">tips@tolmar.example</a>.</p></div><div class="recirc"><div class="recirc-title">From our partners</div>${cards(p, 6, "recirc-item")}</div></article>${footer("Tolmar News")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-web-components": (p) => {
    const [title, body] = [p.headline(), p.paras(6)];
    return {
      html: page(
        openGraph(title, "Ostrel Gazette"),
        `<site-header>${links("Home Local Courts")}</site-header><page-body><story-body><story-title><h1>${title}</h1></story-title>${each(body, (text) => `<story-text>${text}</story-text>`)}</story-body><story-rail>${headlines(p, 9)}</story-rail></page-body><site-footer>© Ostrel Gazette. All rights reserved.</site-footer>`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
};
