import { LONGEST_BAR } from "./beside.ts";
import { columnsOf } from "./tables.ts";
import type { Words } from "./words.ts";

/**
 * The page's style: system fonts, light and dark, print, narrow screens, both directions (logical properties only).
 * Kinds differ by the form of their underline first and by colour second.
 */
export function makeStyle(words: Words, cut: readonly string[]): string {
  const bars = Array.from(
    { length: LONGEST_BAR },
    (_, index) => `.w${index + 1}{width:${(index + 1) * 0.8}rem}`,
  );
  const lit = [...new Set(cut)].map(
    (anchor) => `body:has(#${cssName(anchor)}:target) .p-${cssName(anchor)}`,
  );
  const together =
    lit.length === 0 ? "" : `${lit.join(",")}{background:var(--hit);color:var(--ink)}`;
  return STYLE.replaceAll(/\s*\n\s*/g, "") + labels(words) + bars.join("") + together;
}

/** Column names above the cells, where a narrow screen lays rows out as cards. */
function labels(words: Words): string {
  const rules = Object.entries(columnsOf(words)).flatMap(([name, columns]) =>
    columns.map(
      (column, index) => `.${name} td:nth-child(${index + 1})::before{content:"${column}"}`,
    ),
  );
  return `@media(max-width:44rem){${rules.join("")}.gap td::before{content:none!important}}`;
}

/** Anchors hold letters, digits, "_", "-" and "."; only the point has a meaning in a selector. */
function cssName(anchor: string): string {
  return anchor.replaceAll(".", "\\.");
}

const STYLE = `
:root{color-scheme:light dark;--paper:#faf8f4;--card:#fff;--ink:#1c1d20;--soft:#55585f;--line:#ddd8cd;--link:#1f4f7a;--hit:#ffe9a8;
--death:#8c2f2f;--risk:#8a5300;--relief:#2c6b3f;--abuse:#6d3b7a;--unrest:#1f5f78;--speech:#5b5f66;--figure:#4a5a1f;
--serif:georgia,"Noto Serif","Times New Roman","Noto Naskh Arabic",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",Tahoma,sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#16171a;--card:#1e2024;--ink:#e9e6df;--soft:#a9abb1;--line:#383a40;--link:#9cc4ea;--hit:#5a4a12;
--death:#f0a09a;--risk:#eec07a;--relief:#8fd0a3;--abuse:#d3a6e0;--unrest:#8ecbe4;--speech:#b9bdc5;--figure:#c3d385}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--sans);overflow-wrap:anywhere}
:lang(fa) body,[lang=fa] body{line-height:1.85}
.page{max-width:60rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
a{color:var(--link);text-underline-offset:.18em}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{position:static}
h1{font:600 clamp(1.8rem,1.3rem + 2.4vw,2.9rem)/1.2 var(--serif);margin:.1rem 0 .8rem;letter-spacing:-.01em}
h2{font:600 1.55rem/1.3 var(--serif);margin:3.5rem 0 .3rem;padding-top:1rem;border-top:2px solid var(--ink)}
h2.h{font-size:1.05rem;font-family:var(--sans);border:0;margin:1.8rem 0 .4rem;padding:0}
h3{font-size:1.08rem;line-height:1.4;margin:2rem 0 .4rem}
h4{font-size:1rem;line-height:1.5;margin:1.2rem 0 .4rem;font-weight:600}
[dir=rtl] h1,[dir=rtl] h2{letter-spacing:0;font-family:var(--sans);font-weight:700}
[dir=rtl] .w,[dir=rtl] .q q{font-family:var(--sans);font-style:normal}
.eyebrow{margin:0;color:var(--soft);font-size:.85rem;letter-spacing:.04em}
[dir=rtl] .eyebrow{letter-spacing:0}
.sum{font-size:1.15rem;margin:.2rem 0 1rem;max-width:44rem}
.warn{margin:.6rem 0;padding:.55rem .9rem;border-inline-start:4px solid var(--risk);background:var(--card);max-width:46rem}
.lead{color:var(--soft);max-width:44rem;margin:.2rem 0 .9rem}
.none{color:var(--soft);font-style:italic;margin:.3rem 0}
[dir=rtl] .none{font-style:normal}
.reports{margin:0;padding-inline-start:1.5rem}
[lang=fa] ol{list-style-type:persian}[lang=fa] ol.l{list-style:none}.reports li{margin:.35rem 0}
nav ul{list-style:none;margin:.3rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem .5rem}
nav a{display:block;padding:.25rem .7rem;border:1px solid var(--line);border-radius:1rem;background:var(--card);text-decoration:none}
nav a:hover{border-color:var(--link)}
.d,small,.about{color:var(--soft);font-size:.875rem}
.d,small{font-weight:400}
.about{margin:.1rem 0 .5rem;max-width:46rem}
.u{color:var(--soft);font-style:italic}
[dir=rtl] .u{font-style:normal}
td>div{min-width:0}
.w{font-family:var(--serif);font-style:italic}
[lang=fa] .w,.w[lang=fa]{font-style:normal}
[lang=fa] .w::before,.w[lang=fa]::before{content:"«"}
[lang=fa] .w::after,.w[lang=fa]::after{content:"»"}
.s{font-weight:600}
.fig{font-size:1.05rem}
.fig strong{font-size:1.18em}
ul.glance,ul.hold{list-style:none;padding:0;margin:.6rem 0;display:grid;gap:.55rem}
ul.glance{grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr))}
ul.glance li{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.7rem .9rem}
ul.hold li{padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.l{margin:.2rem 0;padding:0;list-style:none}
.l>li{margin:.5rem 0;padding-inline-start:.8rem;border-inline-start:2px solid var(--line)}
td .l>li:first-child{margin-top:0}
.l>li:target{border-color:var(--ink);background:var(--hit)}
.q{color:var(--ink);text-decoration:none}
.q q{font-family:var(--serif);quotes:none;text-decoration:underline;text-decoration-color:var(--line);text-decoration-thickness:1px;text-underline-offset:.22em}
.q:hover q{text-decoration-color:var(--link)}
.n{display:inline-block;min-width:1.6em;padding:0 .35em;border-radius:.25rem;border:1px solid var(--line);background:var(--card);color:var(--link);font:600 .8rem/1.6 var(--sans);text-align:center;text-decoration:none}
.n:hover{border-color:var(--link)}
[class^=k-]{font-weight:600}
${kindColours()}
.m{font-style:normal;font-weight:600;color:var(--ink);border-bottom:1px dashed}
.doubt{display:block;color:var(--risk)}
.doubt::before{content:"⚠ "}
.tag{font-size:.8rem;font-weight:600;border:1px solid;border-radius:1rem;padding:.05rem .6rem;color:var(--risk)}
.card{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.2rem .9rem .6rem;margin:.7rem 0}
.card h3,.card h4{margin:.5rem 0 .3rem;font-size:1rem}
.people{list-style:none;padding:0;margin:.4rem 0}
.steps{padding-inline-start:1.4rem}
.remark,.contra{font-size:.9rem;margin:.4rem 0}
.contra{color:var(--death)}
.src{margin:1.6rem 0}
.src h3{margin-bottom:.1rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.95rem}
th,td{text-align:start;vertical-align:top;padding:.6rem .8rem .6rem 0;border-bottom:1px solid var(--line)}
[dir=rtl] th,[dir=rtl] td{padding:.6rem 0 .6rem .8rem}
thead th{font-size:.82rem;color:var(--soft);border-bottom:2px solid var(--line);font-weight:600}
.figures td:nth-child(1){width:22%}.figures td:nth-child(2){width:20%}.figures td:nth-child(3){min-width:7rem}
.pairs td:nth-child(-n+2){width:31%}.pairs td:nth-child(3){width:14%}
.refs td:nth-child(1){width:25%}.refs td:nth-child(2){width:27%}.refs td:nth-child(3){width:20%}
.months th[scope=row]{width:22%;font-weight:600}
.v-comparable{color:var(--relief)}.v-not-comparable{color:var(--death)}.v-bound-only,.v-cannot-tell{color:var(--risk)}
.gap td{color:var(--soft);font-size:.85rem;text-align:center;border-bottom-style:dotted}
.bar{display:inline-flex;height:.8rem;max-width:100%;overflow:hidden;vertical-align:middle}
.bar i{display:block;height:100%;flex:none}
.sure{background:var(--ink)}
.maybe{border:1px solid var(--ink);background:repeating-linear-gradient(135deg,var(--ink) 0 2px,transparent 2px 5px)}
details{margin:.5rem 0}
summary{cursor:pointer;color:var(--link);padding:.45rem 0;font-weight:600}
summary:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.chips{list-style:none;margin:.3rem 0 0;padding:0;font-size:.88rem}
.nocause{border:1px solid var(--line);border-radius:.4rem;background:var(--card);padding:.5rem .9rem;display:inline-block;margin:.2rem 0 .6rem}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;margin:.4rem 0 0}
article{margin-top:2.5rem}
.text{font:1.08rem/1.85 var(--serif);max-width:42rem;background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.6rem 1.4rem}
.text p{margin:.9rem 0;white-space:pre-wrap;unicode-bidi:isolate}
mark{background:none;color:inherit;text-decoration:underline;text-underline-offset:.25em;text-decoration-skip-ink:none;border-radius:2px}
.f-death{text-decoration:underline solid 3px var(--death);background:color-mix(in srgb,var(--death) 9%,transparent)}
.f-risk{text-decoration:underline double 2px var(--risk);background:color-mix(in srgb,var(--risk) 9%,transparent)}
.f-relief{text-decoration:underline double 2px var(--relief);background:color-mix(in srgb,var(--relief) 9%,transparent);font-style:italic}
.f-abuse{text-decoration:underline dashed 2px var(--abuse);background:color-mix(in srgb,var(--abuse) 8%,transparent)}
.f-unrest{text-decoration:underline wavy 1px var(--unrest);background:color-mix(in srgb,var(--unrest) 8%,transparent)}
.f-speech{text-decoration:underline dotted 2px var(--speech)}
.f-figure{text-decoration:underline solid 1px var(--figure)}
mark:target{background:var(--hit);outline:2px solid var(--ink);outline-offset:1px}
.b{font:600 .7rem/1 var(--sans);vertical-align:super;margin-inline:.15em .1em;text-decoration:none;padding:.2em .1em}
footer{margin-top:4rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
footer h2{border:0;font-size:1.1rem;margin:1rem 0 .2rem;padding:0}
footer p{max-width:46rem}
@media(max-width:44rem){
.page{padding:1.5rem 1rem 3rem}
thead{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}
table,tbody,tr,td,th[scope=row]{display:block;width:auto!important}
tr{border:1px solid var(--line);border-radius:.4rem;background:var(--card);margin:.7rem 0;padding:.3rem .8rem}
td,th[scope=row],[dir=rtl] td{border:0;padding:.3rem 0}
td{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.5rem}
td:last-child{display:block}
.months td:last-child{display:grid}
td::before{display:block;font-size:.78rem;line-height:1.9;color:var(--soft);font-weight:600}
.figures td:first-child,.refs td:first-child,.pairs td:nth-child(3){display:block}
.figures td:first-child::before,.figures td:last-child::before,.refs td:first-child::before,.pairs td:nth-child(3)::before,.pairs td:last-child::before{content:none!important}
.figures td:nth-child(2),.figures td:nth-child(3),.refs td:nth-child(2),.refs td:nth-child(3){grid-template-columns:3.4rem minmax(0,1fr);padding:.05rem 0;font-size:.92rem}
.figures td:nth-child(2),.figures td:nth-child(3){display:grid}
.gap td{display:block}
.text{padding:.2rem .9rem}
h2{margin-top:2.6rem}
}
@media print{
:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#bbb}
body{font-size:10pt}
.page{max-width:none;padding:0}
nav,.skip,.totop,summary{display:none}
details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit}
.x::after{content:" <" attr(href) ">";font-size:.8em;word-break:break-all}
.card,tr,ul.glance li{break-inside:avoid}
h2,h3,h4{break-after:avoid}
.text{border:0;padding:0;max-width:none}
}
`;

function kindColours(): string {
  const names = ["death", "risk", "relief", "abuse", "unrest", "speech", "figure"];
  return names.map((name) => `.k-${name}{color:var(--${name})}`).join("");
}
