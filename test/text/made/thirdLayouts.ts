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
  times,
} from "./furniture.ts";

/** A third set of layouts: what tells a box from text must not eat text that looks like one. */
export const THIRD_LAYOUTS: Readonly<Record<string, Layout>> = {
  "feature-linked-list": (p) => {
    const [title, lead, things] = [
      `Nine books about ${p.place()}`,
      p.para(),
      times(9, () => ({ head: p.label(), body: p.sentence() })),
    ];
    return {
      html: page(
        openGraph(title, "Slow Review"),
        `${header("Slow Review")}<article><h1>${title}</h1><p>${lead}</p>${each(things, ({ head, body }) => `<div class="pick"><h3><a href="https://shop.example/b">${head}</a></h3><p>${body}</p></div>`)}</article>${footer("Slow Review")}`,
      ),
      truth: [lead, ...things.flatMap(({ head, body }) => [head, body])],
      optional: [title],
      fields: { title },
    };
  },
  "news-hashed-talk": (p) => {
    const [title, body] = [p.headline(), p.paras(5)];
    const c = times(8, () => p.hash());
    return {
      html: page(
        openGraph(title, "Weir Post"),
        `<div id="root"><div class="${c[0]}"><div class="${c[1]}"><h1>${title}</h1>${each(body, (text) => `<div class="${c[2]}"><p>${text}</p></div>`)}</div><div class="${c[3]}"><div class="${c[4]}">37 responses</div>${times(12, () => `<div class="${c[5]}"><div><span>${p.name()}</span><span>3d</span></div><div class="${c[6]}">${p.para(3)}</div><div><button>Like</button><button>Reply</button></div></div>`).join("")}</div></div></div>`,
      ),
      truth: body,
      optional: [title],
      fields: { title },
    };
  },
  "news-state-blocks": (p) => {
    const [title, body] = [p.headline(), p.paras(8)];
    const data = {
      story: {
        id: 4,
        headline: title,
        content: { blocks: body.map((text) => ({ type: "p", text })) },
      },
      recommended: times(6, () => ({ headline: p.headline(), text: p.para() })),
      i18n: { cookie: p.para() },
    };
    return {
      html: page(
        `<title>${title}</title><meta property="og:type" content="article">`,
        `<div id="app"></div><script>window.__STATE__ = ${JSON.stringify(data)};</script>`,
      ),
      truth: body,
      fields: { title },
    };
  },
  "news-text-nodes": (p) => {
    const [title, body] = [p.headline(), p.paras(8)];
    return {
      html: page(
        `<title>${title} :: Pier News</title>`,
        `<div class="t">${links("home local world")}</div><div class="b"><div class="n"><h1>${title}</h1>14 January 2026 10:30<div class="k"><b>More on this</b><br><a href="/1">${p.headline()}</a><br><a href="/2">${p.headline()}</a></div>${body.join("<br/><br/>")}<br><br><i>${p.name()}</i></div><div class="s">${headlines(p, 8)}</div></div>`,
      ),
      truth: body,
      optional: [title, "14 January 2026 10:30"],
      fields: { title, published: "2026-01-14" },
    };
  },
  "news-judgement": (p) => {
    const [title, paras] = [
      `Holt v. ${p.place()} Council`,
      times(22, (at) => `${at + 1}. ${p.para()}`),
    ];
    return {
      html: page(
        `<title>${title}</title>`,
        `<div class="crumbs"><a href="/">Courts</a> / <a href="/2026">2026</a></div><table><tr><td class="left">${links("Cases Statutes Search")}</td><td class="doc"><h1>${title}</h1>${ps(paras)}</td></tr></table><div class="foot">Copyright and disclaimers</div>`,
      ),
      truth: paras,
      optional: [title],
    };
  },
  "news-subheads-like-boxes": (p) => {
    const [title, body] = [p.headline(), p.paras(8)];
    return {
      html: page(
        openGraph(title, "Weir Post"),
        `${header("Weir Post")}<article><h1>${title}</h1>${ps(body.slice(0, 2))}<h2>More about the river</h2><p>${body[2]} <a href="/s">the first survey</a></p><p>${body[3]}</p><h2>What people are saying</h2>${ps(body.slice(4, 6))}<h2>Related costs</h2>${ps(body.slice(6))}</article>${footer("Weir Post")}`,
      ),
      truth: [
        ...body.slice(0, 2),
        "More about the river",
        `${body[2]} the first survey`,
        body[3] ?? "",
        "What people are saying",
        ...body.slice(4, 6),
        "Related costs",
        ...body.slice(6),
      ],
      optional: [title],
    };
  },
  "news-obituary": (p) => {
    const [name, text] = [p.name(), p.para(3)];
    return {
      html: page(
        `<title>${name} obituary | Karsun Review</title><meta property="og:type" content="article">`,
        `${header("Karsun Review")}<div class="obit"><h1>${name}</h1><p class="dates">1941 – 2026</p><p>${text}</p><div class="guest"><h3>Guest book</h3><p>Sign the guest book and share a memory with the family.</p><a href="/g">Sign</a></div></div><div class="also">${cards(p, 8, "ob")}</div>${footer("Karsun Review")}`,
      ),
      truth: [text],
      optional: [name, "1941 – 2026"],
    };
  },
  "forum-german": (p) => {
    const [title, posts] = [
      "Welche Farbe für das Boot?",
      times(6, () => ({ who: p.name(), says: p.paras(2, "de") })),
    ];
    return {
      html: page(
        `<title>${title}</title>`,
        `<div class="kopf"><a href="/">Bootsforum</a> <a href="/r">Registrieren</a></div><h1>${title}</h1><div class="beitraege">${each(posts, ({ who, says }) => `<div class="beitrag"><div class="wer">${who}</div><div class="was">${ps(says)}</div><div class="tun"><a href="#">Antworten</a> <a href="#">Zitieren</a> <a href="#">Melden</a></div></div>`)}</div><div class="ende"><a href="/i">Impressum</a></div>`,
        'lang="de"',
      ),
      truth: [title, ...posts.flatMap(({ says }) => says)],
      optional: posts.map(({ who }) => who),
    };
  },
  "forum-channel-fa": (p) => {
    const posts = times(9, () => p.para(2, "fa"));
    return {
      html: page(
        "<title>کانال نمونه</title>",
        `<div class="tgme_header"><a href="/s">کانال نمونه</a></div><main class="tgme_main"><section class="tgme_channel_history">${each(posts, (text, at) => `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message"><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author"><a href="/s"><span>کانال نمونه</span></a></div><div class="tgme_widget_message_text">${text}</div><div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">${at}.1K</span><a href="/${at}"><time datetime="2026-01-14T09:3${at}:00+00:00">09:3${at}</time></a></div></div></div></div>`)}</section></main>`,
        'lang="fa" dir="rtl"',
      ),
      truth: posts,
      optional: ["کانال نمونه"],
    };
  },
  "product-german": (p) => {
    const [title, body, specs] = [
      "Sturmlaterne Messing",
      p.paras(2, "de"),
      [
        ["Höhe", "31 cm"],
        ["Gewicht", "1,2 kg"],
        ["Farbe", "Messing"],
      ],
    ];
    return {
      html: page(
        `<title>${title} kaufen</title>`,
        `<div class="top">${links("Lampen Seile Angebote")}</div><div class="artikel"><h1>${title}</h1><div class="preis">48,00 €</div><div class="lieferung">Sofort lieferbar</div><button>In den Warenkorb</button><div class="text">${ps(body)}</div><dl>${each(specs, ([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)}</dl></div><div class="weitere"><h2>Kunden kauften auch</h2>${times(5, () => `<div><a href="/p">${p.label()}</a> <span>${p.below(90)},00 €</span></div>`).join("")}</div><div class="fuss"><a href="/agb">AGB</a> <a href="/i">Impressum</a></div>`,
        'lang="de"',
      ),
      truth: [title, "48,00 €", ...body, ...specs.flat()],
      optional: ["Sofort lieferbar"],
    };
  },
  "listing-events": (p) => {
    const items = times(12, (at) => ({
      day: `${at + 3} March 2026`,
      name: p.label(),
      where: p.place(),
      text: p.sentence(),
    }));
    return {
      html: page(
        "<title>What’s on</title>",
        `${header("Town hall")}<main><h1>What’s on</h1><div class="filters">${links("Today Week Month")}</div>${each(items, ({ day, name, where, text }) => `<article class="event"><time>${day}</time><h2><a href="/e">${name}</a></h2><span>${where}</span><p>${text}</p></article>`)}<a class="load-more" href="?2">Load more</a></main>${footer("Town hall")}`,
      ),
      truth: [
        "What’s on",
        ...items.flatMap(({ day, name, where, text }) => [day, name, where, text]),
      ],
    };
  },
  "listing-collection-hashed": (p) => {
    const items = times(15, () => ({ name: p.label(), price: `$${p.below(90)}.00` }));
    const c = times(6, () => p.hash());
    return {
      html: page(
        "<title>Lamps | Chandlery</title>",
        `<div id="root"><div class="${c[0]}">${links("New Sale Lamps Ropes")}</div><div class="${c[1]}"><h1>Lamps</h1><div class="${c[2]}">15 products</div><div class="${c[3]}">${each(items, ({ name, price }) => `<div class="${c[4]}"><a href="/p"><img src="i.jpg"></a><a href="/p">${name}</a><div class="${c[5]}">${price}</div><button>Add to cart</button></div>`)}</div></div>${footer("Chandlery")}</div>`,
      ),
      truth: ["Lamps", ...items.flatMap(({ name, price }) => [name, price])],
      optional: ["15 products"],
    };
  },
  "service-pricing": (p) => {
    const [lead, plans] = [
      p.para(),
      times(3, (at) => ({
        name: ["Skiff", "Cutter", "Schooner"][at] ?? "",
        price: `€${(at + 1) * 9} a month`,
        points: times(4, () => p.label()),
      })),
    ];
    return {
      html: page(
        "<title>Moorings and prices</title>",
        `${header("Harbour")}<main><h1>Moorings and prices</h1><p>${lead}</p><div class="plans">${each(plans, ({ name, price, points }) => `<div class="plan"><h3>${name}</h3><div>${price}</div><ul>${each(points, (point) => `<li>${point}</li>`)}</ul><a class="btn" href="/b">Choose</a></div>`)}</div></main>${footer("Harbour")}`,
      ),
      truth: [
        "Moorings and prices",
        lead,
        ...plans.flatMap(({ name, price, points }) => [name, price, ...points]),
      ],
    };
  },
  "ngo-fa-table": (p) => {
    const [title, lead, rows] = [
      "فهرست نام‌ها",
      p.para(2, "fa"),
      times(14, (at) => [p.name(), String(20 + at), p.place()]),
    ];
    return {
      html: page(
        `<title>${title}</title>`,
        `<div id="menu"><a href="/">خانه</a> <a href="/r">گزارش‌ها</a> <a href="/a">درباره ما</a></div><div id="c"><h1>${title}</h1><p>${lead}</p><table border="1"><tr><td>نام</td><td>سن</td><td>محل</td></tr>${each(rows, (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)}</table><p>این فهرست کامل نیست و با رسیدن خبرهای تازه به‌روز می‌شود.</p></div><div id="f">تمامی حقوق محفوظ است</div>`,
        'lang="fa" dir="rtl"',
      ),
      truth: [
        lead,
        "نام سن محل",
        ...rows.map((cells) => cells.join(" ")),
        "این فهرست کامل نیست و با رسیدن خبرهای تازه به‌روز می‌شود.",
      ],
      optional: [title],
    };
  },
  "docs-changelog": (p) => {
    const parts = times(6, (at) => ({
      head: `2.${6 - at}.0 – January ${20 - at}, 2026`,
      items: times(4, () => ({ text: p.sentence(), number: p.below(900) })),
    }));
    return {
      html: page(
        "<title>Changelog | Lockworks</title>",
        `<nav>${links("Docs API Changelog")}</nav><main><h1>Changelog</h1>${each(parts, ({ head, items }) => `<section><h2>${head}</h2><ul>${each(items, ({ text, number }) => `<li>${text} (<a href="/i">#${number}</a>)</li>`)}</ul></section>`)}</main><footer>Lockworks</footer>`,
      ),
      truth: [
        "Changelog",
        ...parts.flatMap(({ head, items }) => [
          head,
          ...items.map(({ text, number }) => `${text} (#${number})`),
        ]),
      ],
    };
  },
  "blog-short-note": (p) => {
    const text = p.para(2);
    return {
      html: page(
        "<title>14 January – Rope notes</title>",
        `<header><h1><a href="/">Rope notes</a></h1><nav>${links("about feed")}</nav></header><div class="note"><p>${text}</p><p class="when"><time datetime="2026-01-14">14 January 2026</time></p></div><div class="webmentions"><h4>Likes</h4></div><p class="pn"><a href="/1">← 13 January</a> <a href="/2">15 January →</a></p>`,
      ),
      truth: [text],
      optional: ["14 January 2026", "14 January – Rope notes"],
      fields: { published: "2026-01-14" },
    };
  },
};
