import assert from "node:assert/strict";
import { test } from "node:test";
import { readPlainHead } from "../../src/text/plainHead.ts";

const BODY = "\nThe court sentenced two men on 3 May 2024, their lawyers said.\nThey will appeal.";

const ROWS: readonly [string, string, { title: string | null; published: string | null }][] = [
  [
    "a headline",
    `Two men sentenced to death${BODY}`,
    { title: "Two men sentenced to death", published: null },
  ],
  [
    "a question as headline",
    `Why were they silent?${BODY}`,
    { title: "Why were they silent?", published: null },
  ],
  [
    "a Markdown headline",
    `# Two men sentenced${BODY}`,
    { title: "Two men sentenced", published: null },
  ],
  [
    "no headline but a sentence",
    `Two men were sentenced.${BODY}`,
    { title: null, published: null },
  ],
  ["one line alone", "Two men sentenced to death", { title: null, published: null }],
  [
    "a date before the text",
    " date 2023-05-13 A new wave began last week.\n\nIt goes on.",
    { title: null, published: "2023-05-13" },
  ],
  [
    "Published:",
    `A headline\nPublished: 4 October 2025${BODY}`,
    { title: "A headline", published: "2025-10-04" },
  ],
  [
    "a dateline with its date in brackets",
    `A headline\n\nGENEVA (29 October 2025) – Experts spoke today.${BODY}`,
    { title: "A headline", published: "2025-10-29" },
  ],
  [
    "a bare date",
    `A headline\n4 October 2025${BODY}`,
    { title: "A headline", published: "2025-10-04" },
  ],
  [
    "a short sentence with a date",
    `Tolmar hanged three men on 3 May 2025.\n\nTwo others were hanged last week.`,
    { title: null, published: null },
  ],
  [
    "a byline with a date",
    `A headline\nBy A. Writer | Oct 4, 2025${BODY}`,
    { title: "A headline", published: "2025-10-04" },
  ],
  [
    "a dateline",
    `A headline\nTOLMAR, 4 October 2025 (Wire) – Two men were sentenced.${BODY}`,
    { title: "A headline", published: "2025-10-04" },
  ],
  [
    "a Persian date",
    "تیتر خبر\nتاریخ انتشار: ۱۴ مهر ۱۴۰۴\nمتن خبر این است.",
    { title: "تیتر خبر", published: "2025-10-06" },
  ],
  [
    "a date told in a sentence",
    `On 4 October 2025 two men were sentenced in Tolmar, the court said.${BODY}`,
    { title: null, published: null },
  ],
  [
    "a date told in a headline's sentence",
    `A headline\nThe trial began on 4 October 2025 and ended on 9 October.${BODY}`,
    { title: "A headline", published: null },
  ],
  ["a list", "- first\n- second", { title: null, published: null }],
];

for (const [what, text, expected] of ROWS)
  test(`readPlainHead() reads ${what}`, () => {
    const { title, published } = readPlainHead(text);
    assert.deepEqual({ title, published }, expected);
  });

test("readPlainHead() says that a date is ambiguous", () => {
  const head = readPlainHead(`A headline\nDate: 04/10/2025${BODY}`);
  assert.equal(head.published, null);
  assert.equal(head.isAmbiguous, true);
});

const PUBLISHERS: readonly [string, string | null][] = [
  ["Zarin News Agency, 14 October 2025", "Zarin News Agency"],
  ["Zarin News Agency, Tehran, 14 October 2025", "Zarin News Agency"],
  ["Karun Rights Monitor | November 4, 2025", "Karun Rights Monitor"],
  ["4 November 2025 - Karun Watch", "Karun Watch"],
  ["The Daily Lamp – Tuesday 4 November 2025", "Daily Lamp"],
  ["Published: 1 November 2025\nSource: Sefid Check", "Sefid Check"],
  ["Source: Meridian Wire, 1 November 2025", "Meridian Wire"],
  ["The Sunday Times – 8 March 2025", "Sunday Times"],
  ["Source: Behnam Karimzad", null],
  ["Lawyers Arrested in Karaj - 14 October 2025", null],
  ["Radio Host Behnam Karimzad Hanged, 14 October 2025", null],
  ["Network of Spies Hanged\n14 October 2025", null],
  ["Lantern International Condemns Hanging | 14 October 2025", null],
  ["Human Rights Day, 10 December 2025", null],
  ["وزارت اطلاعات دو نفر را بازداشت کرد - ۱۴ مهر ۱۴۰۴", null],
  ["اعضای کانون وکلا بازداشت شدند، ۱۴ مهر ۱۴۰۴", null],
  ["منبع: خانواده محمد کریمی", null],
  ["Union Leader Behnam Karimzad\n14 October 2025", null],
  ["*Published 5 November 2025 by the Association of Free Lawyers*", "Association of Free Lawyers"],
  ["Karun Rights Organisation\n5 November 2025", "Karun Rights Organisation"],
  ["Statement by the Association of Free Lawyers, 5 November 2025", "Association of Free Lawyers"],
  ["کارون نیوز – ۲۲ مهر ۱۴۰۴", "کارون نیوز"],
  ["خبرگزاری هنگار\n۲۲ مهر ۱۴۰۴", "خبرگزاری هنگار"],
  ["منبع: شبکه حقوق بشر کارون", "شبکه حقوق بشر کارون"],
  ["Voice of the Ward, 19 November 2025", "Voice of the Ward"],
  ["Fars Courier, 19 November 2025", "Fars Courier"],
  ["Women's Prison Archive, 19 November 2025", "Women's Prison Archive"],
  ["Source: Voice of the Ward", "Voice of the Ward"],
  ["سامانه حقوق زندانیان، ۲۹ مهر ۱۴۰۴", "سامانه حقوق زندانیان"],
  ["Source: a group of prisoners", null],
  ["A group of prisoners, 19 November 2025", null],
  ["Hunger Strike Campaign\n14 October 2025", null],
  ["Campaign Against Executions Grows, 14 October 2025", null],
  ["گروهی از زندانیان، ۲۹ مهر ۱۴۰۴", null],
  ["صدای اعتراض بلند شد، ۲۹ مهر ۱۴۰۴", null],
  ["Geneva, 3 November 2025", null],
  ["LONDON, 3 November 2025 (Agency) –", null],
  ["By Omid Zand, 3 November 2025", null],
  ["Monday, 3 November 2025, 14:30", null],
  ["Union calls strike, 3 November 2025", null],
  ["Monthly report on human rights, October 2025", null],
  ["Human rights in Iran: 3 November 2025", null],
  ["Source: a prison official who asked not to be named", null],
  ["World News | 3 November 2025", null],
  ["Press Conference | 3 November 2025", null],
  ["International Day against the Death Penalty, 10 October 2025", null],
  ["تهران، ۱۵ آبان ۱۴۰۴", null],
];

for (const [line, publisher] of PUBLISHERS)
  test(`readPlainHead() ${publisher === null ? "finds no publisher" : "finds the publisher"} in ${line}`, () => {
    assert.equal(readPlainHead(`Two men hanged\n${line}${BODY}`).publisher, publisher);
    assert.equal(readPlainHead(`${line}\n${BODY}`).publisher, publisher);
  });

for (const [line, published] of [
  ["Name: Omid Zand\nDate of birth: 12 March 1988\nLast updated: 5 October 2025", "2025-10-05"],
  ["Name: Omid Zand\nDate of birth: 12 March 1988", null],
  ["Name: Omid Zand\nDate of execution: 25 September 2025", null],
  ["Name: Omid Zand\nArrested on: 25 September 2025", null],
] as const)
  test(`readPlainHead() takes no date of a person for that of the report: ${line}`, () => {
    assert.equal(readPlainHead(line).published, published);
  });
