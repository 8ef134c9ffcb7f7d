import {
  cards,
  comments,
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
import type { ProseLanguage } from "./prose.ts";

/** A newspaper in another language, with its own words around the text. */
type Paper = {
  readonly language: ProseLanguage;
  readonly title: string;
  readonly menu: string;
  readonly dateLine: string;
  readonly published: string | null;
  readonly more: string;
  readonly inline: string;
  readonly share: string;
  readonly foot: string;
};

const paper =
  (made: Paper): Layout =>
  (p) => {
    const { language, title } = made;
    const body = p.paras(7, language);
    const other = () => p.sentence(language).slice(0, 60);
    return {
      html: page(
        `<title>${title}</title>`,
        `<div class="hd"><a href="/">Site</a>${links(made.menu)}</div><div class="wrap"><div class="col1"><h1>${title}</h1><div class="info">${made.dateLine}</div><div class="txt">${each(body, (text, at) => `<p>${text}</p>${at === 3 ? `<p>${made.inline} <a href="/i">${other()}</a></p>` : ""}`)}</div><div class="sh">${made.share}: <a href="#">Telegram</a> <a href="#">WhatsApp</a></div><div class="mo"><h3>${made.more}</h3><ul>${times(6, () => `<li><a href="/o">${other()}</a></li>`).join("")}</ul></div></div><div class="col2"><ul>${times(8, () => `<li><a href="/p">${other()}</a></li>`).join("")}</ul></div></div><div class="ft">${made.foot}</div>`,
        `lang="${language}" dir="${language === "fa" || language === "ar" ? "rtl" : "ltr"}"`,
      ),
      truth: body,
      optional: [title, made.dateLine],
      fields: { title, language, published: made.published },
    };
  };

/** Pages of blogs, of the early web, of other languages. */
export const OLDER_LAYOUTS: Readonly<Record<string, Layout>> = {
  "lang-fa": paper({
    language: "fa",
    title: "پل قدیمی بسته شد",
    menu: "خانه سیاسی اقتصادی ورزشی",
    dateLine: "۲۴ دی ۱۴۰۴ - ۱۰:۳۰",
    published: "2026-01-14",
    more: "مطالب مرتبط",
    inline: "بیشتر بخوانید:",
    share: "اشتراک‌گذاری",
    foot: "تمامی حقوق محفوظ است",
  }),
  "lang-ar": paper({
    language: "ar",
    title: "إغلاق الجسر القديم",
    menu: "الرئيسية سياسة اقتصاد رياضة",
    dateLine: "14 يناير 2026",
    published: "2026-01-14",
    more: "مواضيع ذات صلة",
    inline: "اقرأ أيضا:",
    share: "شارك",
    foot: "جميع الحقوق محفوظة",
  }),
  "lang-de": paper({
    language: "de",
    title: "Alte Brücke bleibt gesperrt",
    menu: "Politik Wirtschaft Kultur Sport",
    dateLine: "Stand: 14. Januar 2026",
    published: "2026-01-14",
    more: "Das könnte Sie auch interessieren",
    inline: "Lesen Sie auch:",
    share: "Teilen",
    foot: "Alle Rechte vorbehalten. Impressum Datenschutz",
  }),
  "lang-ru": paper({
    language: "ru",
    title: "Старый мост останется закрытым",
    menu: "Новости Политика Экономика Спорт",
    dateLine: "14 января 2026, 10:30",
    published: "2026-01-14",
    more: "Читайте также",
    inline: "Читайте также:",
    share: "Поделиться",
    foot: "Все права защищены",
  }),
  "lang-zh": paper({
    language: "zh",
    title: "旧桥继续关闭",
    menu: "首页 政治 经济 体育",
    dateLine: "2026年1月14日 10:30",
    published: "2026-01-14",
    more: "相关阅读",
    inline: "延伸阅读：",
    share: "分享",
    foot: "版权所有 未经许可不得转载",
  }),
  "lang-ja": paper({
    language: "ja",
    title: "古い橋の通行止め続く",
    menu: "トップ 政治 経済 スポーツ",
    dateLine: "2026年1月14日 10時30分",
    published: "2026-01-14",
    more: "関連記事",
    inline: "関連記事：",
    share: "シェア",
    foot: "無断転載を禁じます",
  }),
  "lang-fr": paper({
    language: "fr",
    title: "Le vieux pont reste fermé",
    menu: "Accueil Politique Culture Sport",
    dateLine: "Publié le 14 janvier 2026 à 10h30",
    published: "2026-01-14",
    more: "À lire également",
    inline: "À lire aussi :",
    share: "Partager",
    foot: "Tous droits réservés. Mentions légales",
  }),
  "lang-es": paper({
    language: "es",
    title: "El viejo puente seguirá cerrado",
    menu: "Inicio Política Economía Deportes",
    dateLine: "14 de enero de 2026",
    published: "2026-01-14",
    more: "Noticias relacionadas",
    inline: "Lee también:",
    share: "Compartir",
    foot: "Todos los derechos reservados",
  }),
  "old-tables": (p) => {
    const [title, body] = [p.headline(), p.paras(7)];
    return {
      html: `<HTML><HEAD><TITLE>${title}</TITLE></HEAD><BODY BGCOLOR="#ffffff"><TABLE WIDTH=760 ALIGN=center><TR><TD COLSPAN=3><IMG SRC="logo.gif"></TD></TR><TR><TD WIDTH=140 VALIGN=top>${times(12, () => `<A HREF="x.htm"><FONT SIZE=1>${p.label()}</FONT></A><BR>`).join("")}</TD><TD WIDTH=460 VALIGN=top><FONT SIZE=4><B>${title}</B></FONT><BR><FONT SIZE=1>January 14, 2004</FONT><P>${body.join("<P>")}<BR><BR><A HREF="index.htm">Back to index</A></TD><TD WIDTH=160 VALIGN=top><B>Elsewhere</B><BR>${times(6, () => `<A HREF="y.htm">${p.headline()}</A><BR>`).join("")}</TD></TR><TR><TD COLSPAN=3><CENTER>Copyright 2004 Hallin Post. Best viewed at 800x600.</CENTER></TD></TR></TABLE></BODY></HTML>`,
      truth: body,
      optional: [title, "January 14, 2004"],
      fields: { title, published: "2004-01-14" },
    };
  },
  "old-br": (p) => {
    const [title, body] = [p.headline(), p.paras(7)];
    return {
      html: page(
        `<title>${title}</title>`,
        `<div id="menu"><a href="/">home</a> | <a href="/a">archive</a> | <a href="/l">links</a></div><h2>${title}</h2><span class="d">14.01.2026</span><br><br>${body.join("<br><br>\n")}<br><br><a href="/prev">&laquo; previous</a> <a href="/next">next &raquo;</a><hr><small>&copy; webmaster</small>`,
      ),
      truth: body,
      optional: [title, "14.01.2026"],
      fields: { title, published: "2026-01-14" },
    };
  },
  "old-center-font": (p) => {
    const [title, body] = [p.headline(), p.paras(6)];
    return {
      html: `<html><head><title>${title}</title></head><body><center><table width="90%"><tr><td><font face=Arial><center><h3>${title}</h3><i>by ${p.name()}</i></center><blockquote>${each(body, (text) => `<font size=2>${text}</font><p>`)}</blockquote></font></td></tr></table><p><a href="a.html">[home]</a> <a href="b.html">[guestbook]</a> <a href="c.html">[webring]</a></center></body></html>`,
      truth: body,
      optional: [title],
    };
  },
  "broken-html": (p) => {
    const [title, body] = [p.headline(), p.paras(7)];
    return {
      html: `<html><head><title>${title}</title><meta name=author content="${p.name()}"><body><div class=nav><ul><li><a href=/>Home<li><a href=/n>News<li><a href=/s>Sport</ul><div class=story><h1>${title}<p>${body.slice(0, 3).join("<p>")}</b></span><p><a href="/q">link in text</i> ${body.slice(3).join("</p></div></p><p>")}<div class=foot>All rights reserved<div><p>Imprint`,
      truth: [...body.slice(0, 3), `link in text ${body[3] ?? ""}`, ...body.slice(4)],
      optional: [title],
      fields: { title },
    };
  },
  "blog-wordpress": (p) => {
    const [title, author, body] = [p.label(), p.name(), p.paras(6)];
    return {
      html: page(
        `<title>${title} – Notes from ${p.place()}</title><meta name="generator" content="WordPress 6.4">`,
        `<div id="page" class="hfeed site"><header id="masthead"><h1 class="site-title"><a href="/">Notes</a></h1>${links("About Contact")}</header><div id="content"><div id="primary"><main id="main"><article id="post-4" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">${title}</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="2026-01-11T10:00:00+00:00">January 11, 2026</time> by <span class="author vcard"><a href="/a">${author}</a></span></div></header><div class="entry-content">${ps(body)}<div class="sharedaddy"><h3>Share this:</h3><ul><li>Tweet</li></ul></div><div id="jp-relatedposts"><h3>Related</h3>${cards(p, 3, "jp-item")}</div></div><footer class="entry-footer">Posted in <a href="/c">Harbours</a></footer></article>${comments(p, 5, "comments")}<nav class="post-navigation"><a href="/p">${p.label()}</a></nav></main></div><aside id="secondary"><section class="widget"><h2>Recent Posts</h2>${headlines(p, 5)}</section><section class="widget"><h2>Archives</h2>${links("January February March")}</section></aside></div></div>`,
        'lang="en"',
        'class="single single-post"',
      ),
      truth: body,
      optional: [title],
      fields: { title, author, published: "2026-01-11" },
    };
  },
  "blog-blogger": (p) => {
    const [title, body] = [p.label(), p.paras(6)];
    return {
      html: page(
        `<title>The Lock Keeper: ${title}</title><meta content="blogger" name="generator">`,
        `<div class="header"><h1><a href="/">The Lock Keeper</a></h1></div><div class="main section" id="main"><div class="widget Blog"><div class="date-outer"><h2 class="date-header"><span>Wednesday, 14 January 2026</span></h2><div class="post hentry"><h3 class="post-title entry-title">${title}</h3><div class="post-body entry-content">${body.join("<br /><br />")}<div style="clear:both"></div></div><div class="post-footer">Posted by <span class="fn">${p.name()}</span> at <a href="#">09:12</a></div></div></div><div class="comments" id="comments"><h4>2 comments:</h4>${times(2, () => `<dl><dt>${p.name()} said...</dt><dd>${p.para()}</dd></dl>`).join("")}</div><div class="blog-pager"><a href="/n">Newer Post</a> <a href="/o">Older Post</a></div></div></div><div class="sidebar"><h2>Blog Archive</h2>${links("2026 2025 2024")}<h2>About Me</h2><p>${p.sentence()}</p></div>`,
      ),
      truth: body,
      optional: [title],
      fields: { title, published: "2026-01-14" },
    };
  },
  "blog-medium-like": (p) => {
    const [title, author, body] = [p.label(), p.name(), p.paras(7)];
    const c = times(9, () => p.hash());
    return {
      html: page(
        openGraph(title, "Midway", `<meta name="author" content="${author}">`),
        `<div class="${c[0]}"><div class="${c[1]}"><a href="/">Open in app</a><a href="/signup">Sign up</a><a href="/signin">Sign in</a></div><article><div class="${c[2]}"><section><h1 class="${c[3]}">${title}</h1><div class="${c[4]}"><a href="/@a">${author}</a> · <span>Follow</span> <span>6 min read</span> · <span>Jan 14, 2026</span></div><div class="${c[5]}"><button>Listen</button><button>Share</button><span>412</span></div>${each(body, (text, at) => `<p class="${c[6]}">${text}</p>${at === 2 ? `<h2 class="${c[7]}">${body.length} steps</h2>` : ""}${at === 3 ? `<pre class="${c[8]}">const lock = open();\nlock.close();</pre>` : ""}`)}</section></div></article><div class="${c[8]}"><h2>Written by ${author}</h2><p>${p.sentence()}</p><button>Follow</button></div><div><h2>More from ${author}</h2>${cards(p, 4, c[1] ?? "")}<h2>Recommended from Midway</h2>${cards(p, 4, c[2] ?? "")}</div><div>${links("Help Status Careers Terms")}</div></div>`,
      ),
      truth: [
        ...body.slice(0, 3),
        `${body.length} steps`,
        body[3] ?? "",
        "const lock = open();\nlock.close();",
        ...body.slice(4),
      ],
      optional: [title],
      fields: { title, author, published: "2026-01-14", publisher: "Midway" },
    };
  },
  "blog-substack": (p) => {
    const [title, sub, author, body] = [p.label(), p.sentence(), p.name(), p.paras(8)];
    return {
      html: page(
        openGraph(
          title,
          "The Weir Letter",
          `${jsonLd({ "@type": "NewsArticle", headline: title, datePublished: "2026-01-14T05:00:00+00:00", author: [{ "@type": "Person", name: author }] })}`,
        ),
        `<div id="entry"><div class="main-menu"><a href="/">The Weir Letter</a><button>Subscribe</button><button>Sign in</button></div><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">${title}</h1><h3 class="subtitle">${sub}</h3><div class="byline-wrapper"><a href="/@a">${author}</a><div>Jan 14, 2026</div></div></div><div class="available-content"><div class="body markup">${each(body, (text, at) => `<p>${text}</p>${at === 3 ? `<div class="subscription-widget-wrap"><p>The Weir Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p><input><button>Subscribe</button></div>` : ""}`)}<p class="button-wrapper"><a class="button primary" href="/share"><span>Share</span></a></p></div></div></article><div class="post-footer"><div class="label">31 Likes</div></div><div class="comments-section"><h4>Discussion about this post</h4><p>${p.para()}</p></div><div class="footer-wrap">© 2026 ${author} · Privacy · Terms</div></div>`,
      ),
      truth: body,
      optional: [title, sub],
      fields: { title, author, published: "2026-01-14" },
    };
  },
  "blog-ghost": (p) => {
    const [title, author, body] = [p.label(), p.name(), p.paras(6)];
    return {
      html: page(
        openGraph(
          title,
          "Tidewater",
          '<meta name="generator" content="Ghost 5.7"><meta property="article:published_time" content="2026-01-12T09:00:00.000Z">',
        ),
        `<div class="viewport"><header id="gh-head" class="gh-head outer">${links("Home About Members")}</header><main id="site-main"><article class="article post"><header class="article-header gh-canvas"><div class="article-tag"><a href="/t">Rivers</a></div><h1 class="article-title">${title}</h1><div class="article-byline"><h4 class="author-name"><a href="/a">${author}</a></h4><time datetime="2026-01-12">Jan 12, 2026</time> — 5 min read</div></header><section class="gh-content gh-canvas">${ps(body.slice(0, 3))}<div class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/b"><div class="kg-bookmark-title">${p.headline()}</div><div class="kg-bookmark-description">${p.sentence()}</div></a></div><div class="kg-callout-card"><div class="kg-callout-text">${body[3]}</div></div>${ps(body.slice(4))}<div class="kg-card kg-signup-card"><h2>Sign up for Tidewater</h2><p>${p.sentence()}</p></div></section></article><aside class="read-more-wrap">${cards(p, 3, "post-card")}</aside></main><footer class="site-footer">Tidewater © 2026. Powered by Ghost</footer></div>`,
        'lang="en"',
        'class="post-template"',
      ),
      truth: body,
      optional: [title],
      fields: { title, author, published: "2026-01-12" },
    };
  },
  "blog-drupal": (p) => {
    const [title, author, body] = [p.headline(), p.name(), p.paras(6)];
    return {
      html: page(
        `<title>${title} | Lantern Monitoring</title><meta name="Generator" content="Drupal 9">`,
        `<div class="layout-container"><header role="banner"><div class="region region-header">${links("Work Regions Donate")}</div></header><div class="region region-highlighted"><div role="alert">Our phones are down.</div></div><main role="main"><a id="main-content"></a><div class="layout-content"><div class="region region-content"><div class="block block-system-breadcrumb-block"><nav>${links("Home News")}</nav></div><article class="node node--type-article"><h1>${title}</h1><footer class="node__meta"><div class="node__submitted">Submitted by <span>${author}</span> on Wed, 01/14/2026 - 09:30</div></footer><div class="node__content"><div class="field field--name-body field--type-text-with-summary">${ps(body)}</div><div class="field field--name-field-tags"><div class="field__label">Tags</div><a href="/t">Rivers</a></div><ul class="links inline"><li><a href="/c">Add new comment</a></li></ul></div></article><div class="views-element-container"><h2>Related content</h2>${cards(p, 4, "views-row")}</div></div></div></main><footer role="contentinfo">${links("Contact Jobs")}</footer></div>`,
      ),
      truth: body,
      optional: [title, `Submitted by ${author} on Wed, 01/14/2026 - 09:30`],
      fields: { title, author, published: "2026-01-14" },
    };
  },
  "blog-footnotes": (p) => {
    const [title, body, notes] = [p.label(), p.paras(6), times(10, () => p.sentence())];
    return {
      html: page(
        `<title>${title}</title>`,
        `<header><a href="/">${p.name()}</a> <a href="/feed">RSS</a></header><article><h1>${title}</h1>${each(body, (text, at) => `<p>${text}<sup id="r${at}"><a href="#n${at}">${at + 1}</a></sup></p>`)}<section class="footnotes" role="doc-endnotes"><hr><ol>${each(notes, (text, at) => `<li id="n${at}"><p>${text} <a href="#r${at}">↩︎</a></p></li>`)}</ol></section></article><footer>${shareBar("s")}<p>Thoughts? Write to me.</p></footer>`,
      ),
      truth: [...body.map((text, at) => `${text}${at + 1}`), ...notes],
      optional: [title],
      fields: { title },
    };
  },
  "blog-home": (p) => {
    const posts = times(5, () => ({ title: p.label(), body: p.paras(2) }));
    return {
      html: page(
        "<title>Rope and Tar</title>",
        `${header("Rope and Tar")}<div class="posts">${each(posts, ({ title, body }) => `<div class="post"><h2><a href="/p">${title}</a></h2><div class="meta">14 January 2026 · 3 comments</div>${ps(body)}<a class="more" href="/p">Continue reading →</a></div>`)}</div><div class="sidebar"><h3>About</h3><p>${p.para()}</p>${headlines(p, 6)}</div>${footer("Rope and Tar")}`,
        'lang="en"',
        'class="home blog"',
      ),
      truth: posts.flatMap(({ title, body }) => [title, ...body]),
      optional: ["14 January 2026 · 3 comments", "Continue reading →"],
    };
  },
  "press-release": (p) => {
    const [title, body] = [p.headline(), p.paras(5)];
    return {
      html: page(
        `<title>${title} - NewsCast Distribution</title>`,
        `${header("NewsCast Distribution")}<div class="release"><h1>${title}</h1><div class="release-meta">NEWS PROVIDED BY <a href="/o">Harbour Holdings</a><br>14 Jan, 2026, 09:00 GMT</div><div class="release-body"><p>OSTREL, Jan. 14, 2026 /NewsCast/ -- ${body[0]}</p>${ps(body.slice(1))}<ul><li>${p.label()}</li><li>Second point of the offer</li></ul><p>SOURCE Harbour Holdings</p></div><div class="more-from"><h2>Also from this source</h2>${cards(p, 2, "card")}</div></div>${footer("NewsCast Distribution")}`,
      ),
      truth: [`OSTREL, Jan. 14, 2026 /NewsCast/ -- ${body[0]}`, ...body.slice(1)],
      optional: [title, "SOURCE Harbour Holdings"],
      fields: { title, published: "2026-01-14" },
    };
  },
  "opinion-columns": (p) => {
    const [title, author, body] = [p.headline(), p.name(), p.paras(9)];
    return {
      html: page(
        openGraph(title, "Karsun Review", `<meta name="author" content="${author}">`),
        `${header("Karsun Review")}<div class="grid"><div class="col-8"><h1>${title}</h1><h2 class="standfirst">${p.sentence()}</h2>${each([body.slice(0, 3), body.slice(3, 6), body.slice(6)], (part) => `<div class="text-block"><div class="text-inner">${ps(part)}</div></div><div class="mpu"><span>Ad</span></div><div class="promo-strip"><a href="/o"><b>Special offer</b> 12 issues for the price of 6</a></div>`)}<div class="bio"><p><b>${author}</b> is the author of two books about rivers.</p></div></div><div class="col-4">${headlines(p, 7)}</div></div>${footer("Karsun Review")}`,
      ),
      truth: body,
      optional: [title],
      fields: { title, author },
    };
  },
};
