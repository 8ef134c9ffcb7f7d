import {
  cookieWall,
  each,
  footer,
  header,
  headlines,
  jsonLd,
  type Layout,
  links,
  page,
  ps,
  times,
} from "./furniture.ts";

/** Pages that are neither an article nor a thread. */
export const OTHER_LAYOUTS: Readonly<Record<string, Layout>> = {
  "product-json-ld": (p) => {
    const [title, body, specs] = [
      p.label(),
      p.paras(2),
      times(5, () => [p.label(), `${p.below(90)} cm`]),
    ];
    return {
      html: page(
        `<title>${title} – Chandlery</title>${jsonLd({ "@type": "Product", name: title, offers: { price: "48.00" } })}`,
        `${header("Chandlery")}<main><nav class="breadcrumbs"><a href="/">Home</a> / <a href="/l">Lamps</a></nav><div class="product"><div class="gallery"><img src="1.jpg"></div><div class="info"><h1>${title}</h1><div class="price">€48.00</div><form><label>Qty</label><input value=1><button>Add to cart</button></form><div class="description">${ps(body)}</div><table class="specs">${each(specs, ([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`)}</table></div></div><section class="related-products"><h2>You may also like</h2>${times(4, () => `<div class="card"><a href="/p"><h3>${p.label()}</h3></a><span>€${p.below(99)}.00</span></div>`).join("")}</section></main>${footer("Chandlery")}`,
      ),
      truth: [title, "€48.00", ...body, ...specs.flat()],
    };
  },
  "product-woocommerce": (p) => {
    const [title, short, body] = [p.label(), p.sentence(), p.paras(2)];
    const reviews = times(3, () => p.para());
    return {
      html: page(
        `<title>${title} – Oak & Tar</title><meta name="generator" content="WooCommerce 8">`,
        `<div id="page">${header("Oak &amp; Tar")}<main><div id="product-4" class="product type-product"><div class="woocommerce-product-gallery"></div><div class="summary entry-summary"><h1 class="product_title">${title}</h1><p class="price">£27.50</p><div class="woocommerce-product-details__short-description"><p>${short}</p></div><form class="cart"><button class="single_add_to_cart_button">Add to basket</button></form><div class="product_meta">SKU: OT-4 Category: <a href="/c">Rope</a></div></div><div class="woocommerce-tabs"><ul class="tabs"><li><a href="#a">Description</a></li><li><a href="#b">Reviews (3)</a></li></ul><div id="tab-description" class="panel"><h2>Description</h2>${ps(body)}</div><div id="reviews" class="panel"><h2>Reviews</h2><ol>${each(reviews, (text) => `<li><p class="meta"><strong>${p.name()}</strong> – January 14, 2026</p><div class="description"><p>${text}</p></div></li>`)}</ol></div></div><section class="related products"><h2>Related products</h2>${times(4, () => `<li class="product"><h2>${p.label()}</h2><span>£${p.below(90)}</span><a class="button">Add to basket</a></li>`).join("")}</section></div></main>${footer("Oak")}</div>`,
        'lang="en"',
        'class="single-product"',
      ),
      truth: [title, "£27.50", short, ...body],
      optional: [...reviews, "SKU: OT-4 Category: Rope", "SKU: OT-4", "Description", "Reviews"],
    };
  },
  "product-bundled": (p) => {
    const [title, body, points] = [p.label(), p.paras(3), times(6, () => p.sentence())];
    const c = times(6, () => p.hash());
    return {
      html: page(
        `<title>Buy ${title} online</title><meta property="og:type" content="product">`,
        `<div id="root"><div class="${c[0]}">${links("Sale New Kitchen Garden")}</div><div class="${c[1]}"><h1>${title}</h1><span class="${c[2]}">$19.99</span><button>Buy now</button><div class="${c[3]}"><h2>About this item</h2><ul>${each(points, (text) => `<li><span>${text}</span></li>`)}</ul></div><div class="${c[4]}"><h2>Details</h2>${ps(body)}</div></div><div class="${c[5]}"><h2>Customers also bought</h2>${times(8, () => `<a href="/d"><div>${p.label()}</div><div>$${p.below(80)}.99</div></a>`).join("")}</div>${footer("Buy")}</div>`,
      ),
      truth: [title, "$19.99", "About this item", ...points, "Details", ...body],
    };
  },
  "listing-shop": (p) => {
    const [title, lead, goods] = [
      "Ropes and lines",
      p.para(),
      times(16, () => ({ name: p.label(), price: `€${p.below(90)}.50` })),
    ];
    return {
      html: page(
        `<title>${title}</title>`,
        `${header("Chandlery")}<div class="page-width"><h1>${title}</h1><p>${lead}</p><div class="facets">${links("Brand Colour Price Length")}</div><div>Sort by: <select><option>Price</option></select></div><ul class="product-grid">${each(goods, ({ name, price }) => `<li class="grid__item"><div class="card"><a href="/p"><h3>${name}</h3></a><span>${price}</span><button>Quick view</button></div></li>`)}</ul><div class="pagination"><a href="?2">2</a> <a href="?3">3</a> <a href="?2">Next</a></div></div>${footer("Chandlery")}`,
      ),
      truth: [title, lead, ...goods.flatMap(({ name, price }) => [name, price])],
    };
  },
  "listing-news": (p) => {
    const items = times(14, () => ({ head: p.headline(), text: p.sentence() }));
    return {
      html: page(
        "<title>Courts | Ostrel Gazette</title>",
        `${header("Ostrel Gazette")}<section class="section-front"><h1>Courts</h1>${each(items, ({ head, text }) => `<div class="teaser"><a href="/n"><h2>${head}</h2></a><p>${text}</p></div>`)}</section>${footer("Ostrel Gazette")}`,
      ),
      truth: ["Courts", ...items.flatMap(({ head, text }) => [head, text])],
    };
  },
  "listing-directory": (p) => {
    const items = times(20, () => ({
      name: p.name(),
      role: p.label(),
      phone: `+00 555 ${1000 + p.below(8999)}`,
    }));
    return {
      html: page(
        "<title>Staff directory</title>",
        `${header("Hallin College")}<div id="content"><h1>Staff directory</h1><p>${"Offices are open on weekdays from nine to four."}</p><div class="people">${each(items, ({ name, role, phone }) => `<div class="person"><h4><a href="/s">${name}</a></h4><div>${role}</div><div>${phone}</div></div>`)}</div></div>${footer("Hallin College")}`,
      ),
      truth: [
        "Staff directory",
        "Offices are open on weekdays from nine to four.",
        ...items.flatMap(({ name, role, phone }) => [name, role, phone]),
      ],
    };
  },
  "listing-bundled-jobs": (p) => {
    const items = times(12, () => ({
      name: `${p.label()} keeper`,
      where: p.place(),
      text: p.sentence(),
    }));
    const c = times(5, () => p.hash());
    return {
      html: page(
        "<title>Open jobs</title>",
        `<div class="${c[0]}"><div>${links("Jobs Employers Advice")}</div><div class="${c[1]}"><h1>12 open jobs</h1><div class="${c[2]}">${each(items, ({ name, where, text }) => `<div class="${c[3]}"><a href="/j"><div>${name}</div></a><div class="${c[4]}">${where}</div><div>${text}</div><button>Apply</button></div>`)}</div></div>${footer("Jobs")}</div>`,
      ),
      truth: ["12 open jobs", ...items.flatMap(({ name, where, text }) => [name, where, text])],
    };
  },
  "docs-sidebar": (p) => {
    const [title, body] = ["Opening a gate", p.paras(5)];
    const code = ["import lock\n\ngate = lock.open(3)\ngate.wait()", "lock --help"];
    return {
      html: page(
        `<title>${title} — Lockworks 2.1</title>`,
        `<div class="navbar">${links("Docs API Blog Community")}</div><div class="container"><aside class="menu"><ul>${times(25, () => `<li><a href="/d">${p.label()}</a></li>`).join("")}</ul></aside><main class="docMainContainer"><article><div class="markdown"><h1>${title}<a class="hash-link" href="#x">#</a></h1><p>${body[0]}</p><h2 id="a">Install<a href="#a">¶</a></h2><pre><code>${code[1]}</code></pre><p>${body[1]}</p><table><tr><th>Option</th><th>Means</th></tr><tr><td>--wait</td><td>Waits for the gate</td></tr><tr><td>--force</td><td>Opens without asking</td></tr></table><h2 id="b">Use</h2><p>${body[2]}</p><pre><code>${code[0]}</code></pre><div class="admonition note"><p>${body[3]}</p></div><p>${body[4]}</p></div></article><nav class="pagination-nav"><a href="/p">Previous Closing</a><a href="/n">Next Draining</a></nav></main><div class="table-of-contents"><ul><li><a href="#a">Install</a></li><li><a href="#b">Use</a></li></ul></div></div>${footer("Lockworks")}`,
      ),
      truth: [
        title,
        body[0] ?? "",
        "Install",
        code[1] ?? "",
        body[1] ?? "",
        "Option Means --wait Waits for the gate --force Opens without asking",
        "Use",
        body[2] ?? "",
        code[0] ?? "",
        body[3] ?? "",
        body[4] ?? "",
      ],
    };
  },
  "docs-api-bundled": (p) => {
    const parts = times(6, (at) => ({
      name: `gate.${["open", "close", "wait", "drain", "fill", "lock"][at]}(level)`,
      text: p.para(),
      code: `gate.${at}()`,
    }));
    return {
      html: page(
        "<title>Gate | Lockworks API</title>",
        `<div id="app"><div class="${p.hash()}">${times(30, () => `<a href="/a">${p.label()}</a>`).join("")}</div><div class="${p.hash()}"><h1>Gate</h1>${each(parts, ({ name, text, code }) => `<section><h3><code>${name}</code></h3><p>${text}</p><pre>${code}</pre></section>`)}<div>Was this page helpful? <button>Yes</button><button>No</button></div></div></div>`,
      ),
      truth: ["Gate", ...parts.flatMap(({ name, text, code }) => [name, text, code])],
    };
  },
  "docs-wiki": (p) => {
    const [title, body, refs] = [`${p.place()} Canal`, p.paras(8), times(6, () => p.sentence())];
    return {
      html: page(
        `<title>${title} - Openpedia</title><meta name="generator" content="MediaWiki 1.42">`,
        `<div id="mw-panel">${links("Main_page Contents Random Help")}</div><div id="content"><h1 id="firstHeading">${title}</h1><div id="siteSub">From Openpedia</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tr><th>Length</th><td>${p.below(90)} km</td></tr><tr><th>Locks</th><td>12</td></tr></table><p>${body[0]}<sup class="reference">[1]</sup></p><div id="toc" class="toc"><h2>Contents</h2>${links("History Course Traffic")}</div><h2>History<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>${ps(body.slice(1, 4))}<h2>Course<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><div class="thumb"><div class="thumbcaption">${p.sentence()}</div></div>${ps(body.slice(4))}<h2>References</h2><ol class="references">${each(refs, (text) => `<li>${text}</li>`)}</ol></div><div id="catlinks">Categories: <a href="/c">Canals</a></div></div></div><div id="footer">This page was last edited on 14 January 2026. Text is available under a free licence.</div>`,
      ),
      truth: [title, body[0] ?? "", "History", ...body.slice(1, 4), "Course", ...body.slice(4)],
      optional: ["References", ...refs, "From Openpedia"],
    };
  },
  "service-landing": (p) => {
    const [lead, parts] = [p.sentence(), times(5, () => ({ head: p.label(), text: p.para() }))];
    return {
      html: page(
        "<title>Rivet | Boat repair</title>",
        `${header("Rivet")}<section class="hero"><h1>Boat repair without waiting</h1><p>${lead}</p><a class="btn" href="/b">Book now</a></section>${each(parts, ({ head, text }, at) => `<section class="feature feature-${at}"><div class="container"><h2>${head}</h2><p>${text}</p></div></section>`)}<section class="testimonials"><blockquote>${p.sentence()}</blockquote></section><section class="newsletter"><h2>Stay in touch</h2><form><input><button>Subscribe</button></form></section>${footer("Rivet")}`,
      ),
      truth: [
        "Boat repair without waiting",
        lead,
        ...parts.flatMap(({ head, text }) => [head, text]),
      ],
    };
  },
  "service-faq": (p) => {
    const items = times(8, () => ({
      ask: `What does ${p.label().toLowerCase()} cost?`,
      answer: p.para(),
    }));
    return {
      html: page(
        "<title>Questions</title>",
        `${header("Ferry line")}<main><h1>Frequently asked questions</h1><div class="accordion">${each(items, ({ ask, answer }) => `<div class="accordion-item"><h3><button aria-expanded="false">${ask}</button></h3><div class="accordion-panel" hidden><p>${answer}</p></div></div>`)}</div></main>${footer("Ferry line")}`,
      ),
      truth: ["Frequently asked questions", ...items.flatMap(({ ask, answer }) => [ask, answer])],
    };
  },
  "service-details": (p) => {
    const items = times(7, () => ({ ask: p.label(), answer: p.para() }));
    return {
      html: page(
        "<title>Your rights</title>",
        `<div class="skip"><a href="#m">Skip to main content</a></div><div class="phase-banner">This is a new service – your <a href="/f">feedback</a> will help us to improve it.</div><header class="gov-header"><a href="/">GOV.EX</a></header><div class="gov-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/r">Rights</a></li></ol></div><main id="m"><h1>Your rights when you are held</h1><p class="lead">${items[0]?.answer}</p>${each(items.slice(1), ({ ask, answer }) => `<details><summary>${ask}</summary><div><p>${answer}</p></div></details>`)}<div class="contents-list"><a href="/print">Print this page</a></div></main><aside class="related-nav"><h2>Related content</h2>${headlines(p, 4)}</aside><div class="feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div><footer class="gov-footer">All content is available under the Open Licence</footer>`,
      ),
      truth: [
        "Your rights when you are held",
        items[0]?.answer ?? "",
        ...items.slice(1).flatMap(({ ask, answer }) => [ask, answer]),
      ],
    };
  },
  "service-gov": (p) => {
    const [body, steps] = [p.paras(3), times(6, () => p.sentence())];
    return {
      html: page(
        "<title>Apply for a mooring - Harbour Office</title>",
        `<div class="banner">An official website <button>Here’s how you know</button></div>${header("Harbour Office")}<div class="usa-grid"><nav class="sidenav">${links("Moorings Fees Forms")}</nav><div id="main-content"><h1>Apply for a mooring</h1>${ps(body)}<h2>Steps</h2><ol>${each(steps, (text) => `<li>${text}</li>`)}</ol><h2>Contact</h2><p>Harbour Office, 4 Quay Street, ${p.place()}. Phone 555 0143.</p></div></div><div class="last-updated">Last updated: January 14, 2026</div>${footer("Harbour Office")}`,
      ),
      truth: [
        "Apply for a mooring",
        ...body,
        "Steps",
        ...steps,
        "Contact",
        "Harbour Office, 4 Quay Street,",
        "Phone 555 0143.",
      ],
    };
  },
  "other-recipe": (p) => {
    const [title, story, parts, steps] = [
      "Lock keeper’s soup",
      p.paras(3),
      times(8, () => `${p.below(9) + 1} cups of ${p.label().toLowerCase()}`),
      times(6, () => p.sentence()),
    ];
    return {
      html: page(
        `<title>${title}</title>${jsonLd({ "@type": "Recipe", name: title, author: { name: "Runa Holt" }, datePublished: "2026-01-14" })}`,
        `${header("Slow Pots")}<article><h1>${title}</h1><a class="jump" href="#r">Jump to Recipe</a>${ps(story)}<div class="wprm-recipe" id="r"><h2>Ingredients</h2><ul>${each(parts, (text) => `<li>${text}</li>`)}</ul><h2>Instructions</h2><ol>${each(steps, (text) => `<li>${text}</li>`)}</ol></div></article><div class="related-recipes">${headlines(p, 5)}</div>${footer("Slow Pots")}`,
      ),
      truth: [...story, "Ingredients", ...parts, "Instructions", ...steps],
      optional: [title],
    };
  },
  "ngo-table": (p) => {
    const [title, lead, rows] = [
      "Names of the executed in 2025",
      p.para(),
      times(18, () => [
        p.name(),
        String(20 + p.below(40)),
        p.place(),
        `${1 + p.below(28)} March 2025`,
      ]),
    ];
    return {
      html: page(
        `<title>${title} - Lantern</title>`,
        `${header("Lantern")}<div class="container"><div class="row"><div class="col-md-9"><h1>${title}</h1><p>${lead}</p><table class="table"><thead><tr><th>Name</th><th>Age</th><th>Place</th><th>Date</th></tr></thead><tbody>${each(rows, (cells) => `<tr>${each(cells, (cell) => `<td>${cell}</td>`)}</tr>`)}</tbody></table></div><div class="col-md-3"><div class="donate-box"><h3>Donate</h3><p>Your gift keeps the list going.</p></div>${headlines(p, 5)}</div></div></div>${footer("Lantern")}`,
      ),
      truth: [lead, "Name Age Place Date", ...rows.map((cells) => cells.join(" "))],
      optional: [title],
    };
  },
  "ngo-list": (p) => {
    const [title, body, items] = [
      p.headline(),
      p.paras(2),
      times(
        12,
        () => `${p.name()}, ${20 + p.below(40)}, held in ${p.place()} since ${2010 + p.below(14)}`,
      ),
    ];
    return {
      html: page(
        `<title>${title}</title>`,
        `${header("Lantern")}<div id="main"><h1>${title}</h1><div class="date">January 14, 2026</div>${ps(body)}<ol>${each(items, (text) => `<li>${text}</li>`)}</ol><p>${p.sentence().slice(0, 0)}Call on the authorities to release them.</p><div class="take-action"><h2>Act now</h2><a href="/sign" class="btn">Sign the petition</a></div></div>${footer("Lantern")}`,
      ),
      truth: [...body, ...items, "Call on the authorities to release them."],
      optional: [title, "January 14, 2026"],
      fields: { title, published: "2026-01-14" },
    };
  },
  "ngo-linked-list": (p) => {
    const [title, body, items] = [
      p.headline(),
      p.paras(3),
      times(10, () => ({ name: p.name(), text: p.sentence() })),
    ];
    return {
      html: page(
        `<title>${title}</title><meta property="og:type" content="article">`,
        `${header("Lantern")}<article><h1>${title}</h1>${ps(body)}<ul>${each(items, ({ name, text }) => `<li><a href="/case/${name}">${name}</a>: ${text}</li>`)}</ul><h3>Prisoners named above</h3><ul>${each(items, ({ name }) => `<li><a href="/case">${name}</a>, ${name.length + 20}</li>`)}</ul></article>${footer("Lantern")}`,
      ),
      truth: [
        ...body,
        ...items.map(({ name, text }) => `${name}: ${text}`),
        "Prisoners named above",
        ...items.map(({ name }) => `${name}, ${name.length + 20}`),
      ],
      optional: [title],
    };
  },
  "short-notice": (p) => {
    const text = `The office in ${p.place()} is closed on Friday. ${p.sentence()}`;
    return {
      html: page(
        "<title>Notice</title>",
        `${cookieWall("cookie-notice")}${header("Harbour Office")}<div class="content-area"><h2>Notice</h2><p>${text}</p></div><div class="widgets">${headlines(p, 12)}</div>${footer("Harbour Office")}`,
      ),
      truth: ["Notice", text],
    };
  },
  "short-contact": (p) => ({
    html: page(
      "<title>Contact</title>",
      `${header("Tide Tables")}<div class="page"><h1>Contact us</h1><p>Tide Tables, 9 Mole Road, ${"Saltby"}</p><p>Phone: 555 0199</p><p>Open Monday to Friday, 9.00 to 16.00</p><form><label>Your message</label><textarea></textarea><button>Send</button></form></div><!-- ${p.hash()} -->${footer("Tide Tables")}`,
    ),
    truth: [
      "Contact us",
      "Tide Tables, 9 Mole Road, Saltby",
      "Phone: 555 0199",
      "Open Monday to Friday, 9.00 to 16.00",
    ],
  }),
  "other-event": (p) => {
    const [title, body, talks] = [
      `${p.place()} river day`,
      p.paras(2),
      times(6, (at) => ({ at: `1${at}:00`, what: p.label() })),
    ];
    return {
      html: page(
        `<title>${title}</title>${jsonLd({ "@type": "Event", name: title, startDate: "2026-06-04" })}`,
        `${header("River day")}<main><h1>${title}</h1><p>4 June 2026, Town Hall</p>${ps(body)}<h2>Programme</h2><table>${each(talks, ({ at, what }) => `<tr><td>${at}</td><td>${what}</td></tr>`)}</table><a class="button" href="/t">Tickets</a></main>${footer("River day")}`,
      ),
      truth: [
        title,
        "4 June 2026, Town Hall",
        ...body,
        "Programme",
        ...talks.flatMap(({ at, what }) => [at, what]),
      ],
      fields: { title, published: null },
    };
  },
};
