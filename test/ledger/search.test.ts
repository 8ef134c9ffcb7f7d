import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { decide } from "../../src/flow/archive/decide.ts";
import { searchClaims, searchDocuments, type SearchFilter } from "../../src/flow/archive/look.ts";
import { prisonsIn } from "../../src/flow/archive/prisonsIn.ts";
import { closeArchive, initArchive } from "../../src/flow/archive/session.ts";
import { addFile, addTexts, inArchiveFolder, NO_FILTER, surroundings } from "./archiveFolder.ts";

const AT = "2026-01-02T03:04:05.000Z";
const REPORTS = [
  "Kerman Rights Desk, 3 May 2025\n\nTwo prisoners, Samad Farahani and Reza Noorani, were hanged in Kerman Central Prison on 2 May 2025, the desk said.",
  "Lantern Rights Monitor, 9 June 2025\n\nSamad Farhani, a teacher, was arrested in Shiraz on 8 June 2025, Lantern Rights Monitor said.",
  "به گزارش کانون فانوس، بامداد ۱۲ اردیبهشت ۱۴۰۴ دو زندانی به نام‌های صمد فراهانی و رضا نورانی در زندان اوین اعدام شدند.",
  "A protest was held in Yazd on 1 July 2025. Four men were arrested.",
  "Two men were hanged in Kermanshah on 5 July 2025.",
  "Two men were hanged in Abadan on 6 July 2025.",
  "Two men were hanged in Abdanan on 7 July 2025.",
];

/** Words, filters, and how many of the reports they find claims in. */
const SEARCHES: readonly (readonly [string, Partial<SearchFilter>, number])[] = [
  ["Farahani", {}, 3],
  ["Farhani", {}, 3],
  ["فراهانی", {}, 3],
  ["Farahanni", {}, 3],
  ["samad farhani hanged", {}, 1],
  ["Evin", {}, 1],
  ["اوین", {}, 1],
  ["", { person: "Farhani" }, 3],
  ["", { person: "Kerman" }, 0],
  // Neither a place that begins so (Kermanshah) nor one that sounds so.
  ["", { place: "Kerman" }, 1],
  ["", { place: "Abadan" }, 1],
  ["", { place: "یزد" }, 1],
  // A prison is in its town, and in no other.
  ["", { place: "Tehran", within: prisonsIn("Tehran") }, 1],
  ["", { place: "تهران", within: prisonsIn("تهران"), kind: "execution" }, 1],
  ["", { place: "Shiraz", within: prisonsIn("Shiraz") }, 1],
  ["", { place: "Karaj", within: prisonsIn("Karaj") }, 0],
  ["", { source: "lantern" }, 1],
  ["", { kind: "arrest" }, 2],
  ["", { kind: "arrest", from: "2025-06-01", to: "2025-06-30" }, 1],
  ["", { from: "2025-05-01", to: "2025-05-31", kind: "execution" }, 2],
  ["", { modality: "negated" }, 0],
  ["", { to: "2025-05-31" }, 2],
  ["", { to: "2025-05-31", kind: "arrest" }, 0],
  ["", { modality: "happened", to: "2025-06-30" }, 3],
  ["Farhani", { kind: "protest" }, 0],
  ["nobody said this", {}, 0],
  ["'o':* | \\", {}, 0],
];

test("search finds names in both scripts, holds to filters, and pages without loss", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { archive } = session;
    const file = join(folder, "../reports.jsonl");
    writeFileSync(
      file,
      REPORTS.map((text, id) => JSON.stringify({ id: String(id), text })).join("\n"),
    );
    await addFile(session, file);
    for (const [words, filter, expected] of SEARCHES) {
      const { claims, count } = await searchClaims(archive, {
        ...NO_FILTER,
        words,
        ...filter,
        limit: 100,
      });
      const found = new Set(claims.map(({ document }) => document)).size;
      assert.equal(found, expected, `${words} ${JSON.stringify(filter)}`);
      assert.equal(count, claims.length);
    }
    for (const words of ["", "Farhani"]) {
      const whole = await searchClaims(archive, { ...NO_FILTER, words, limit: 100 });
      const paged: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await searchClaims(archive, { ...NO_FILTER, words, limit: 2, after });
        assert.equal(page.count, whole.count, "every page tells the same number");
        paged.push(...page.claims.map(({ claim }) => claim));
        after = page.next;
        if (after === null) break;
      }
      assert.deepEqual(
        paged,
        whole.claims.map(({ claim }) => claim),
      );
    }
    const texts = { ...NO_FILTER, limit: 1 };
    for (const [words, expected] of [
      ["Farhani teacher", 1],
      ["desk said", 1],
      ["فراهانی", 1],
      ["", REPORTS.length],
    ] as const)
      assert.equal((await searchDocuments(archive, { ...texts, words })).count, expected, words);
    const [first] = (await searchClaims(archive, { ...NO_FILTER, words: "Farahani" })).claims;
    assert.ok(first?.body.span.quote.includes("Farahani"), "as it is written comes first");
    await decide(session, first?.claim ?? "", { verdict: "accepted", reason: "read", at: AT });
    for (const [status, isThere] of [
      ["accepted", true],
      ["proposed", false],
    ] as const) {
      const { claims } = await searchClaims(archive, { ...NO_FILTER, status, limit: 100 });
      assert.equal(
        claims.some(({ claim }) => claim === first?.claim),
        isThere,
      );
    }
    for (const wrong of [{ after: "1" }, { words: "'):* | '" }])
      await assert.rejects(searchClaims(archive, { ...NO_FILTER, ...wrong }), {
        code: "input-refused",
      });
    await closeArchive(archive);
  });
});

test("a name that one script writes in one word and another in two is found by either", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addTexts(session, [
      "Kerman Rights Desk, 3 May 2025\n\nSamad Dolatpanah was hanged in Kerman on 2 May 2025, the desk said.",
      "به گزارش کانون فانوس، بامداد ۱۲ اردیبهشت ۱۴۰۴ صمد دولت‌پناه در زندان اوین اعدام شد.",
      "Samad Dolatyari was hanged in Yazd on 4 May 2025, the desk said.",
    ]);
    for (const filter of [
      { words: "Dolatpanah" },
      { words: "دولت‌پناه" },
      { words: "صمد دولت پناه" },
      { person: "Dolatpanah" },
      { person: "Samad Dolat Panah" },
    ]) {
      const { claims } = await searchClaims(session.archive, { ...NO_FILTER, ...filter });
      const found = new Set(claims.map(({ document }) => document)).size;
      assert.equal(found, 2, JSON.stringify(filter));
    }
    await closeArchive(session.archive);
  });
});
