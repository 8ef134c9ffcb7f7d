import {
  cards,
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

/** A second set of layouts, made after the first had been mended. */
export const MORE_LAYOUTS: Readonly<Record<string, Layout>> = {
  "feature-longform": (p) => {
    const title = p.label();
    const chapters = times(4, () => ({ head: p.label(), body: p.paras(3), quote: p.sentence() }));
    return {
      html: page(
        openGraph(title, "Slow Review"),
        `<div class="progress"></div><div class="story-opener"><div class="opener-media"></div><h1>${title}</h1><div class="opener-credits">Words by ${p.name()}. Pictures by ${p.name()}</div></div>${each(chapters, ({ head, body, quote }) => `<section class="chapter"><div class="full-bleed"><img src="b.jpg"><div class="overlay-text">${p.sentence()}</div></div><div class="chapter-text"><h2>${head}</h2><p>${body[0]}</p><aside class="pull"><p>“${quote}”</p></aside>${ps(body.slice(1))}</div></section>`)}<div class="endnote"><p>This story was supported by the River Fund.</p></div><div class="keep"><h3>More long reads</h3>${cards(p, 3, "lr")}</div>${footer("Slow Review")}`,
      ),
      truth: chapters.flatMap(({ head, body }) => [head, ...body]),
      optional: [title, "This story was supported by the River Fund."],
      fields: { title },
    };
  },
  "news-tabloid": (p) => {
    const [title, points, body] = [p.headline(), times(4, () => p.sentence()), p.paras(9)];
    const author = p.name();
    return {
      html: page(
        openGraph(title, "The Daily Pier"),
        `${header("The Daily Pier")}<div id="js-article-text"><h1>${title}</h1><ul class="mol-bullets-with-font">${each(points, (text) => `<li><strong>${text}</strong></li>`)}</ul><p class="author-section byline-plain">By <a class="author" href="/a">${author}</a></p><p class="byline-section"><span class="article-timestamp article-timestamp-published">Published: <time datetime="2026-01-14T09:10:00+0000">09:10 GMT, 14 January 2026</time></span> | <span class="article-timestamp-updated">Updated: <time datetime="2026-01-15T01:00:00+0000">01:00 GMT, 15 January 2026</time></span></p><div class="shareArticles"><ul><li>Share</li><li>2.1k shares</li></ul></div><div itemprop="articleBody">${each(body, (text, at) => `<p class="mol-para-with-font">${text}</p>${at % 3 === 0 ? `<div class="artSplitter"><img src="z.jpg"><p class="imageCaption">${p.sentence()}</p></div>` : ""}${at === 4 ? `<div class="puff-box"><h3>RELATED ARTICLES</h3><ul class="puff-links"><li><a href="/r">${p.headline()}</a></li><li><a href="/r">${p.headline()}</a></li></ul><div>Share this article</div></div>` : ""}`)}</div></div><div id="reader-comments"><h3>Comments 113</h3><p>The comments below have not been moderated.</p>${times(8, () => `<div class="comment"><p class="user-info">${p.name()}, ${p.place()}</p><p class="comment-text">${p.para()}</p></div>`).join("")}</div><div class="femail"><h2>Don’t miss</h2>${cards(p, 8, "item")}</div>${footer("The Daily Pier")}`,
      ),
      truth: [...points, ...body],
      optional: [title],
      fields: { title, author, published: "2026-01-14" },
    };
  },
  "news-blocks": (p) => {
    const [title, body, author] = [p.headline(), p.paras(10), p.name()];
    return {
      html: page(
        `<title>${title} - Coast News</title>${jsonLd({ "@type": "NewsArticle", headline: title, datePublished: "2026-01-14T06:00:00.000Z", publisher: { "@type": "NewsMediaOrganization", name: "Coast News" }, author: { "@type": "Person", name: author } })}`,
        `${header("Coast News")}<main id="main-content"><article class="${p.hash()}"><div data-component="headline-block"><h1>${title}</h1></div><div data-component="byline-block"><time datetime="2026-01-14T06:00:00.000Z">4 hours ago</time><div>${author}<br>Harbour correspondent</div></div><figure data-component="image-block"><img src="q.jpg"><figcaption>${p.sentence()}</figcaption></figure>${each(body, (text, at) => `<div data-component="text-block"><p class="${p.hash()}">${at === 0 ? `<b>${text}</b>` : text}</p></div>${at === 3 ? `<div data-component="subheadline-block"><h2>${"The cost"}</h2></div>` : ""}${at === 5 ? `<div data-component="unordered-list-block"><ul><li><a href="/x1">${p.headline()}</a></li><li><a href="/x2">${p.headline()}</a></li></ul></div>` : ""}`)}<div data-component="topic-list"><h2>Related Topics</h2>${links("Belvar Rivers Councils")}</div><div data-component="links-block"><h2>More on this story</h2>${headlines(p, 3)}</div></article><div><h2>Top stories</h2>${cards(p, 6, p.hash())}</div></main>${footer("Coast News")}`,
      ),
      truth: [...body.slice(0, 4), "The cost", ...body.slice(4)],
      optional: [title],
      fields: { title, author, published: "2026-01-14", publisher: "Coast News" },
    };
  },
  "news-fa-agency": (p) => {
    const [title, body] = ["نشست شورای شهر دربارهٔ پل قدیمی", p.paras(6, "fa")];
    return {
      html: page(
        `<title>${title} - خبرگزاری نمونه</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="خبرگزاری نمونه">`,
        `<div id="header"><ul><li><a href="/">صفحه نخست</a></li><li><a href="/p">سیاسی</a></li><li><a href="/e">اقتصادی</a></li></ul></div><div class="row"><div class="col-a"><div class="item"><div class="item-header"><div class="item-code">کد خبر: ۸۴۵۱۲۳</div><div class="item-date">۲۴ دی ۱۴۰۴ ساعت ۱۰:۳۰</div></div><h1 class="item-title">${title}</h1><p class="introtext">${body[0]}</p><div class="item-text">${ps(body.slice(1))}<p>انتهای پیام/</p></div><div class="item-tags">برچسب‌ها: <a href="/t">پل</a> <a href="/t">رود</a></div><div class="item-comments"><h4>نظر شما</h4><p>دیدگاه‌های ارسال شده پس از تأیید مدیران سایت منتشر می‌شود و پیام‌هایی که حاوی توهین باشند منتشر نخواهند شد.</p></div></div></div><div class="col-b"><h3>پربازدیدترین‌ها</h3><ul>${times(10, () => `<li><a href="/n">${p.sentence("fa").slice(0, 55)}</a></li>`).join("")}</ul></div></div><div class="foot">تمامی حقوق این سایت برای خبرگزاری نمونه محفوظ است.</div>`,
        'lang="fa" dir="rtl"',
      ),
      truth: body,
      optional: [title],
      fields: { title, published: "2026-01-14", language: "fa", publisher: "خبرگزاری نمونه" },
    };
  },
  "news-endless-scroll": (p) => {
    const [title, body] = [p.headline(), p.paras(6)];
    const second = { title: p.headline(), body: p.paras(6) };
    return {
      html: page(
        openGraph(title, "Weir Post"),
        `${header("Weir Post")}<div class="scroll"><div class="story-wrap"><h1>${title}</h1><div class="story-text">${ps(body)}</div></div><div class="next-label">Next article</div><div class="story-wrap"><h1>${second.title}</h1><div class="story-text">${ps(second.body)}</div></div></div>${footer("Weir Post")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "press-government": (p) => {
    const [title, lead, body] = [p.headline(), p.sentence(), p.paras(6)];
    return {
      html: page(
        `<title>${title} - GOV.EX</title><meta property="og:type" content="article"><meta property="og:site_name" content="GOV.EX">`,
        `<header role="banner"><a href="/">GOV.EX</a></header><div class="breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/r">Rivers</a></li></ol></div><main><div class="title"><span class="context">Press release</span><h1>${title}</h1></div><p class="lead-paragraph">${lead}</p><dl class="metadata"><dt>From:</dt><dd><a href="/o">Ministry of Rivers</a></dd><dt>Published</dt><dd>14 January 2026</dd></dl><div class="govspeak">${ps(body.slice(0, 4))}<h2>Notes to editors</h2><ol>${each(body.slice(4), (text) => `<li>${text}</li>`)}</ol></div><div class="share-links"><h2>Share this page</h2><ul><li><a href="f">Facebook</a></li><li><a href="t">X</a></li></ul></div><div class="doc-foot"><h2>Updates to this page</h2><p>Published 14 January 2026</p></div></main><div class="explore"><h2>Explore the topic</h2>${links("Rivers Bridges")}</div><footer>${links("Help Cookies Contact")}</footer>`,
      ),
      truth: [...body.slice(0, 4), "Notes to editors", ...body.slice(4)],
      optional: [title, lead],
      fields: { title, published: "2026-01-14" },
    };
  },
  "old-pre": (p) => {
    const paras = p.paras(6);
    const wrapped = paras.map((text) => text.replace(/(.{60}\S*) /g, "$1\n"));
    return {
      html: `<html><head><title>Minutes of the weir board</title></head><body><a href="../">Up</a><hr><pre>\nMINUTES OF THE WEIR BOARD\n\n${wrapped.join("\n\n")}\n</pre><hr><address>webmaster</address></body></html>`,
      truth: ["MINUTES OF THE WEIR BOARD", ...paras],
    };
  },
  "old-newsletter-tables": (p) => {
    const parts = times(4, () => ({ head: p.label(), text: p.para(3) }));
    return {
      html: page(
        "<title>River letter, January</title>",
        `<table width="100%"><tr><td align="center"><table width="600"><tr><td><a href="/v">View this email in your browser</a></td></tr><tr><td><h1>River letter</h1></td></tr>${each(parts, ({ head, text }) => `<tr><td><table><tr><td><h2>${head}</h2><p>${text}</p></td></tr><tr><td><a href="/r">Read more</a></td></tr></table></td></tr>`)}<tr><td>You receive this letter because you signed up at our stall. <a href="/u">Unsubscribe from this list</a></td></tr></table></td></tr></table>`,
      ),
      truth: ["River letter", ...parts.flatMap(({ head, text }) => [head, text])],
    };
  },
  "blog-wix": (p) => {
    const [title, body] = [p.label(), p.paras(6)];
    return {
      html: page(
        openGraph(title, "Runa writes"),
        `<div id="SITE_CONTAINER"><div id="comp-1" class="${p.hash()}">${links("Home Blog Shop Contact")}</div><div id="comp-2"><div class="${p.hash()}"><article><div><ul><li><span>Jan 14, 2026</span></li><li><span>3 min read</span></li></ul></div><h1><span>${title}</span></h1><div data-hook="post-description"><div><div>${each(body, (text) => `<div data-breakout="normal"><div><p class="${p.hash()}"><span style="color:#222"><span>${text}</span></span></p></div></div>`)}</div></div></div></article><div><button>Share</button><div>17 views</div><div>0 comments</div></div><div><div>Recent Posts</div><a href="/all">See All</a>${times(3, () => `<div><a href="/p"><h2>${p.label()}</h2></a><div>2</div></div>`).join("")}</div></div></div><div id="comp-3">©2026 by Runa writes. Proudly made at home.</div></div>`,
      ),
      truth: body,
      optional: [title],
      fields: { title, published: "2026-01-14" },
    };
  },
  "blog-squarespace": (p) => {
    const [title, author, body] = [p.label(), p.name(), p.paras(7)];
    return {
      html: page(
        openGraph(
          title,
          "Salt & Oak",
          `<meta itemprop="datePublished" content="2026-01-14T10:00:00-0500"><meta itemprop="author" content="${author}">`,
        ),
        `<div class="Site"><header class="Header">${links("Work Journal About")}</header><main class="Index"><article class="BlogItem hentry"><h1 class="BlogItem-title">${title}</h1>${each(body, (text, at) => `<div class="sqs-layout"><div class="row"><div class="sqs-block html-block"><div class="sqs-block-content"><p>${text}</p></div></div>${at === 2 ? `<div class="sqs-block image-block"><div class="image-caption"><p>${p.sentence()}</p></div></div>` : ""}${at === 4 ? `<div class="sqs-block quote-block"><figure><blockquote><span>“</span>${"Water never forgets its way"}<span>”</span></blockquote><figcaption>— a fisherman</figcaption></figure></div>` : ""}</div></div>`)}<div class="BlogItem-share">Share</div><div class="newsletter-block"><h2>Subscribe</h2><p>Sign up with your email address to receive news and updates.</p><form><input><button>Sign Up</button></form></div></article><section class="BlogItem-pagination"><a href="/n"><h2>${p.label()}</h2></a><a href="/o"><h2>${p.label()}</h2></a></section></main><footer>${links("Instagram Terms")}</footer></div>`,
      ),
      truth: [...body.slice(0, 5), "Water never forgets its way", ...body.slice(5)],
      optional: [title, "— a fisherman"],
      fields: { title, author, published: "2026-01-14" },
    };
  },
  "blog-poem": (p) => {
    const lines = times(16, () => p.label());
    return {
      html: page(
        "<title>Three bridges</title>",
        `<div class="bar"><a href="/">Ink</a> <a href="/about">About</a></div><h1>Three bridges</h1><p>for ${p.name()}</p><div class="poem">${[lines.slice(0, 8), lines.slice(8)].map((part) => `<p>${part.join("<br>")}</p>`).join("")}</div><p class="nav"><a href="/a">older</a> <a href="/b">newer</a></p>`,
      ),
      truth: lines,
      optional: ["Three bridges", "for "],
      fields: { title: "Three bridges" },
    };
  },
  "feature-transcript": (p) => {
    const [title, lead, talk] = [
      `Episode 12: ${p.label()}`,
      p.para(),
      times(14, (at) => ({ who: at % 2 ? "Lenka" : "Oskar", says: p.para(2) })),
    ];
    return {
      html: page(
        `<title>${title}</title>${jsonLd({ "@type": "PodcastEpisode", name: title, datePublished: "2026-01-14" })}`,
        `${header("Lock Talk")}<main><h1>${title}</h1><div class="player"><button>Play</button><span>00:00 / 41:12</span></div><p>${lead}</p><h2>Transcript</h2><div class="transcript">${each(talk, ({ who, says }) => `<p><strong>${who}:</strong> ${says}</p>`)}</div><div class="subscribe-row"><a href="/a">Apple</a><a href="/s">Spotify</a></div><section><h2>More episodes</h2>${cards(p, 5, "ep")}</section></main>${footer("Lock Talk")}`,
      ),
      truth: [lead, "Transcript", ...talk.map(({ who, says }) => `${who}: ${says}`)],
      optional: [title],
    };
  },
  "feature-video": (p) => {
    const [title, text] = [p.headline(), p.para(3)];
    return {
      html: page(
        openGraph(title, "Coast TV"),
        `${header("Coast TV")}<div class="video-page"><div class="player-box">Your browser does not support this video.</div><h1>${title}</h1><div class="vid-desc"><p>${text}</p></div><div class="vid-date">14 Jan 2026</div></div><div class="playlist"><h2>Watch next</h2>${times(10, () => `<div class="pl-item"><a href="/v"><span>${p.headline()}</span></a><span>1:3${p.below(9)}</span></div>`).join("")}</div>${footer("Coast TV")}`,
      ),
      truth: [text],
      optional: [title, "14 Jan 2026"],
      fields: { title, published: "2026-01-14" },
    };
  },
  "news-de-soft": (p) => {
    const [title, body] = ["Fähre bleibt im Hafen", p.paras(7, "de")];
    const author = "Jorun Tessen";
    return {
      html: page(
        `<title>${title} | Küstenbote</title><meta name="author" content="${author}"><meta name="date" content="2026-01-14T07:00:00+01:00">`,
        `<div class="kopf">${links("Politik Wirtschaft Regional Abo")}</div><article><span class="dachzeile">Hafen</span><h1>${title}</h1><p class="autor">Von ${author}</p><p class="datum">14.01.2026, 07:00 Uhr</p><p class="vorspann">${body[0]}</p>${each(body.slice(1), (text, at) => `<p>${text}</p>${at === 2 ? `<div class="paywall-teaser"><b>Jetzt Küstenbote plus testen</b><p>Jetzt abonnieren und alle Artikel lesen. Monatlich kündbar.</p><a href="/abo">Zum Angebot</a></div>` : ""}`)}<p class="quelle">Quelle: dpa</p></article><div class="themen"><h3>Mehr zum Thema</h3>${headlines(p, 3)}</div><div class="fuss"><a href="/i">Impressum</a> <a href="/d">Datenschutz</a></div>`,
        'lang="de"',
      ),
      truth: body,
      optional: [title, `Von ${author}`, "Hafen", "Quelle: dpa"],
      fields: { title, author, published: "2026-01-14", language: "de" },
    };
  },
  "news-zh-portal": (p) => {
    const [title, body] = ["河边居民要求调查旧桥事故原因", p.paras(8, "zh")];
    return {
      html: page(
        `<title>${title}_示例网</title>`,
        `<div class="nav">${links("首页 国内 国际 财经")}</div><div class="main"><h1>${title}</h1><div class="source"><span>2026-01-14 10:30:00</span> <span>来源：示例日报</span></div><div id="artibody">${ps(body.map((text) => `　　${text}`))}<p>（责任编辑：某某）</p></div><div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div><div class="rel"><h2>相关新闻</h2><ul>${times(5, () => `<li><a href="/z">${p.sentence("zh").slice(0, 20)}</a></li>`).join("")}</ul></div></div><div class="bottom">版权所有</div>`,
        'lang="zh-CN"',
      ),
      truth: body,
      optional: [title, "（责任编辑：某某）", "2026-01-14 10:30:00 来源：示例日报"],
      fields: { title, published: "2026-01-14", language: "zh" },
    };
  },
  "forum-mailing-list": (p) => {
    const posts = times(5, () => ({ who: p.name(), text: p.para() }));
    return {
      html: page(
        "<title>[weirs] gate heights</title>",
        `<h1>[weirs] gate heights</h1>${each(posts, ({ who, text }, at) => `<div class="email"><div class="email-header"><b>${who}</b> <i>Wed Jan 14 09:3${at}:00 UTC 2026</i></div><pre>${text}</pre></div>`)}<hr><ul><li>Previous message: <a href="/p">[weirs] rope</a></li><li>Next message: <a href="/n">[weirs] tar</a></li></ul>`,
      ),
      truth: ["[weirs] gate heights", ...posts.map(({ text }) => text)],
    };
  },
  "forum-flarum": (p) => {
    const [title, posts] = [
      p.label(),
      times(7, () => ({ who: p.name(), says: p.paras(1 + p.below(2)) })),
    ];
    return {
      html: page(
        `<title>${title} - Boat talk</title><link rel="canonical" href="https://talk.example/d/12-${title.replace(/\W+/g, "-")}">`,
        `<header id="header"><a href="/">Boat talk</a></header><div id="content"><div class="DiscussionPage"><header class="Hero"><h2>${title}</h2></header><div class="PostStream">${each(posts, ({ who, says }, at) => `<div class="PostStream-item"><article class="Post CommentPost"><div><header class="Post-header"><ul><li class="item-user"><h3><a href="/u/x">${who}</a></h3></li><li class="item-meta"><a class="Dropdown-toggle"><time>14 Jan</time></a></li></ul></header><div class="Post-body">${ps(says)}</div><aside class="Post-actions"><ul><li><button>Reply</button></li><li><button>Like</button></li></ul></aside><footer class="Post-footer">${at ? `${p.name()} likes this.` : ""}</footer></div></article></div>`)}</div></div></div>`,
      ),
      truth: [title, ...posts.flatMap(({ says }) => says)],
    };
  },
  "forum-review-thread": (p) => {
    const [title, first, posts] = [
      p.label(),
      p.paras(3),
      times(6, () => ({ who: p.name(), says: p.para(3) })),
    ];
    return {
      html: page(
        `<title>${title} · Issue #41 · locks/gate</title>`,
        `${header("Forge")}<div class="issue"><h1>${title} <span>#41</span></h1><span class="State">Open</span> ${p.name()} opened this issue 3 days ago · 6 comments<div class="js-discussion"><div class="timeline-comment"><h3 class="timeline-comment-header">author commented 3 days ago</h3><div class="comment-body markdown-body js-comment-body">${ps(first)}<pre><code>gate: stuck at 3</code></pre></div></div>${each(posts, ({ who, says }) => `<div class="timeline-comment"><h3 class="timeline-comment-header">${who} commented 2 days ago</h3><div class="comment-body markdown-body js-comment-body"><p>${says}</p></div></div>`)}</div></div><div class="Layout-sidebar"><div>Assignees: No one assigned</div><div>Labels: bug</div></div>${footer("Forge")}`,
      ),
      truth: [title, ...first, "gate: stuck at 3", ...posts.map(({ says }) => says)],
    };
  },
  "product-marketplace": (p) => {
    const [title, points, body, specs, reviews] = [
      p.label(),
      times(5, () => p.sentence()),
      p.paras(2),
      times(6, () => [p.label(), p.place()]),
      times(4, () => p.para()),
    ];
    return {
      html: page(
        `<title>${title} : Everything</title>`,
        `<div id="nav-belt">${links("Cart Orders Deals Gift_cards")}</div><div id="dp-container"><div id="leftCol"><img src="i.jpg"></div><div id="centerCol"><h1 id="title"><span id="productTitle">${title}</span></h1><span>4.3 out of 5 stars</span><a href="#r">212 ratings</a><div id="corePrice">$31.00</div><div id="feature-bullets"><ul>${each(points, (text) => `<li><span class="a-list-item">${text}</span></li>`)}</ul></div></div><div id="rightCol"><div id="buybox"><span>In Stock</span><input type=submit value="Add to Cart"><span>Ships from Everything</span></div></div><div id="similarities"><h2>Products related to this item</h2><ol>${times(7, () => `<li><a href="/p"><span>${p.label()}</span></a><span>$${p.below(70)}.00</span></li>`).join("")}</ol></div><div id="productDescription"><h2>Product description</h2>${ps(body)}</div><div id="prodDetails"><h2>Technical details</h2><table>${each(specs, ([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`)}</table></div><div id="customerReviews"><h2>Customer reviews</h2>${each(reviews, (text) => `<div class="review"><span>${p.name()}</span><p>${text}</p><span>Helpful</span> <a href="#">Report</a></div>`)}</div></div>${footer("Everything")}`,
      ),
      truth: [
        title,
        "$31.00",
        ...points,
        "Product description",
        ...body,
        "Technical details",
        ...specs.flat(),
      ],
      optional: [...reviews, "Customer reviews", "4.3 out of 5 stars 212 ratings"],
    };
  },
  "listing-publications": (p) => {
    const rows = times(15, () => ({
      title: p.headline(),
      who: p.name(),
      year: 2000 + p.below(25),
    }));
    return {
      html: page(
        "<title>Publications - River Institute</title>",
        `${header("River Institute")}<div id="content"><h1>Publications</h1><p>Reports can be ordered from the library.</p><table><thead><tr><th>Title</th><th>Author</th><th>Year</th></tr></thead>${each(rows, ({ title, who, year }) => `<tr><td><a href="/p">${title}</a></td><td>${who}</td><td>${year}</td></tr>`)}</table></div>${footer("River Institute")}`,
      ),
      truth: [
        "Publications",
        "Reports can be ordered from the library.",
        "Title Author Year",
        ...rows.map(({ title, who, year }) => `${title} ${who} ${year}`),
      ],
    };
  },
  "listing-search-results": (p) => {
    const rows = times(10, () => ({ title: p.headline(), text: p.sentence() }));
    return {
      html: page(
        "<title>Search: bridge</title>",
        `<div class="top">${links("All Images News Maps")}</div><div class="count">About 1,240 results</div><div id="results">${each(rows, ({ title, text }, at) => `<div class="g"><a href="https://site${at}.example/x"><h3>${title}</h3><cite>site${at}.example</cite></a><div class="s">${text}</div></div>`)}</div><div class="pages"><a href="?2">2</a><a href="?3">3</a><a href="?2">Next</a></div><div class="foot">${links("Help Privacy Terms")}</div>`,
      ),
      truth: rows.flatMap(({ title, text }) => [title, text]),
      optional: ["About 1,240 results", ...times(10, (at) => `site${at}.example`)],
    };
  },
  "docs-readthedocs": (p) => {
    const [title, body, items] = ["Filling a lock", p.paras(5), times(5, () => p.sentence())];
    return {
      html: page(
        `<title>${title} — lockctl 3.0 documentation</title>`,
        `<div class="wy-grid-for-nav"><nav class="wy-nav-side"><a href="/">lockctl</a><ul>${times(18, () => `<li><a href="/x">${p.label()}</a></li>`).join("")}</ul></nav><section class="wy-nav-content-wrap"><div class="wy-nav-content"><div class="rst-content"><div role="navigation"><ul class="wy-breadcrumbs"><li><a href="/">Docs</a> »</li><li>${title}</li><li><a href="/s">View page source</a></li></ul></div><div role="main" class="document"><section><h1>${title}<a class="headerlink" href="#f">¶</a></h1>${ps(body.slice(0, 3))}<div class="highlight-sh"><pre>lockctl fill --gate 3</pre></div><ul class="simple">${each(items, (text) => `<li><p>${text}</p></li>`)}</ul><dl class="py function"><dt><code>fill</code>(<em>gate</em>)</dt><dd><p>${body[3]}</p></dd></dl><p>${body[4]}</p></section></div><footer><div class="rst-footer-buttons"><a href="/p">Previous</a><a href="/n">Next</a></div><div>© Copyright 2026, lockctl. Built with Sphinx using a theme provided by Read the Docs.</div></footer></div></div></section></div>`,
      ),
      truth: [
        title,
        ...body.slice(0, 3),
        "lockctl fill --gate 3",
        ...items,
        "fill(gate)",
        body[3] ?? "",
        body[4] ?? "",
      ],
    };
  },
  "service-terms": (p) => {
    const parts = times(8, (at) => ({
      head: `${at + 1}. ${p.label()}`,
      body: p.para(),
      items: times(3, () => p.sentence()),
    }));
    return {
      html: page(
        "<title>Terms of use</title>",
        `${header("Ferry line")}<div class="legal"><h1>Terms of use</h1><p>Last updated: 14 January 2026</p><div class="toc">${links("One Two Three Four")}</div>${each(parts, ({ head, body, items }) => `<h2>${head}</h2><p>${body}</p><ol type="a">${each(items, (text) => `<li>${text}</li>`)}</ol>`)}</div>${footer("Ferry line")}`,
      ),
      truth: ["Terms of use", ...parts.flatMap(({ head, body, items }) => [head, body, ...items])],
      optional: ["Last updated: 14 January 2026"],
    };
  },
  "service-job": (p) => {
    const [title, lead, todo, want] = [
      `${p.label()} keeper`,
      p.paras(2),
      times(5, () => p.sentence()),
      times(5, () => p.sentence()),
    ];
    return {
      html: page(
        `<title>${title} | Jobs</title>${jsonLd({ "@type": "JobPosting", title, datePosted: "2026-01-14" })}`,
        `${header("Jobs")}<main><section class="job-head"><h1>${title}</h1><p>Ostrel · Full time</p><a class="button" href="/apply">Apply now</a></section><section class="job-body">${ps(lead)}<h3>What you will do</h3><ul>${each(todo, (text) => `<li>${text}</li>`)}</ul><h3>What we ask</h3><ul>${each(want, (text) => `<li>${text}</li>`)}</ul></section><section class="similar-jobs"><h2>Similar jobs</h2>${cards(p, 4, "job-card")}</section></main>${footer("Jobs")}`,
      ),
      truth: [
        title,
        "Ostrel · Full time",
        ...lead,
        "What you will do",
        ...todo,
        "What we ask",
        ...want,
      ],
    };
  },
  "service-clinic-cards": (p) => {
    const [lead, parts] = [p.para(), times(6, () => ({ head: p.label(), text: p.sentence() }))];
    return {
      html: page(
        "<title>Harbour clinic</title>",
        `${header("Harbour clinic")}<div class="hero"><h1>Care beside the harbour</h1><p>${lead}</p></div><div class="services">${each(parts, ({ head, text }) => `<div class="service-card"><a href="/s"><h3>${head}</h3></a><p>${text}</p><a href="/s">Learn more</a></div>`)}</div><div class="hours"><h2>Opening hours</h2><table><tr><td>Monday</td><td>8 to 16</td></tr><tr><td>Tuesday</td><td>8 to 18</td></tr></table></div><div class="map">${shareBar("share-row")}</div>${footer("Harbour clinic")}`,
      ),
      truth: [
        "Care beside the harbour",
        lead,
        ...parts.flatMap(({ head, text }) => [head, text]),
        "Opening hours",
        "Monday 8 to 16 Tuesday 8 to 18",
      ],
    };
  },
  "ngo-case": (p) => {
    const [name, facts, body] = [
      p.name(),
      [
        ["Status", "Detained"],
        ["Held in", p.place()],
        ["Since", "3 March 2021"],
        ["Sentence", "Ten years"],
      ],
      p.paras(5),
    ];
    return {
      html: page(
        `<title>${name} | Lantern cases</title>`,
        `${header("Lantern")}<main><div class="case-head"><h1>${name}</h1></div><div class="case-facts">${each(facts, ([key, value]) => `<div class="fact"><div class="k">${key}</div><div class="v">${value}</div></div>`)}</div><div class="case-body">${ps(body)}</div><div class="case-cta"><h3>Take action</h3><p>Write to the authorities today and add your email address to our list.</p><a href="/w">Write now</a></div><div class="others"><h3>Other cases</h3>${cards(p, 6, "case-card")}</div></main>${footer("Lantern")}`,
      ),
      truth: [...facts.flat(), ...body],
      optional: [name],
      fields: { title: name, published: null },
    };
  },
  "ngo-numbered-report": (p) => {
    const [title, parts, notes] = [
      p.headline(),
      times(16, (at) => `${at + 1}. ${p.para()}`),
      times(5, (at) => `[${at + 1}] ${p.sentence()}`),
    ];
    return {
      html: page(
        `<title>${title}</title><meta name="dcterms.issued" content="2026-01-14">`,
        `<div id="banner"><a href="/">Office for Rivers</a></div><div id="text"><h1>${title}</h1><h2>Summary</h2>${ps(parts.slice(0, 4))}<h2>Findings</h2>${ps(parts.slice(4))}<hr>${each(notes, (text) => `<p class="MsoFootnoteText">${text}</p>`)}</div><div id="right">${headlines(p, 5)}</div>`,
      ),
      truth: ["Summary", ...parts.slice(0, 4), "Findings", ...parts.slice(4), ...notes],
      optional: [title],
      fields: { title, published: "2026-01-14" },
    };
  },
};
