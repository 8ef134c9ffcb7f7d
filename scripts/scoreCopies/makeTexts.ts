import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../test/golden/dev");

/** A text and the one it was made of; texts of one origin are copies. */
export type MadeText = { readonly text: string; readonly origin: string; readonly kind: string };

const ARTICLES = 40;
const BOILERPLATES = 4;
const NAMES =
  "Omid Delavar,Samad Farahani,Reza Noorani,Kamran Sangari,Nima Poladkar,Arash Zarrin,Behnam Kohandel,Farid Golzar";
const TOWNS = "Kerman,Shiraz,Arak,Yazd,Ahvaz,Qom,Tabriz,Mashhad";

/** Articles with copies of them (syndicated, cut, retyped, edited), others with a boilerplate, and notices of one template. */
export function makeTexts(seed: number): readonly MadeText[] {
  const chance = chances(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const texts: MadeText[] = [];
  for (const [language, pool] of paragraphs()) {
    const left = shuffle(pool, chance);
    const take = (count: number): readonly string[] => left.splice(0, count);
    const boilerplates = Array.from({ length: BOILERPLATES }, () => take(5));
    const put = (kind: string, origin: string, parts: readonly string[]): void =>
      void texts.push({ text: parts.join("\n"), origin: `${language} ${origin}`, kind });
    for (let at = 0; at < ARTICLES; at++) {
      const article = take(4);
      const id = `article ${at}`;
      put("article", id, article);
      const plate = (): readonly string[] => pick(boilerplates);
      if (at % 5 === 0)
        for (let copy = 0; copy < 3; copy++)
          put("syndicated", id, [...plate().slice(0, 1), ...article, ...plate().slice(1, 3)]);
      if (at % 5 === 1) put("cut", id, article.slice(0, 2));
      if (at % 5 === 2) put("retyped", id, [retype(article.join("\n"), chance)]);
      if (at % 5 === 3) put("edited", id, [...article.slice(1), ...take(1)]);
    }
    for (let at = 0; at < WIRES; at++) {
      const town = pick(TOWNS.split(","));
      const names = [pick(NAMES.split(",")), pick(NAMES.split(","))] as const;
      const item = (language === "en" ? wire : wireFa)(names, town, 1 + (at % 28));
      put("wire", `wire ${at}`, [item]);
      for (let copy = 0; copy < at % 3; copy++)
        put("reprinted", `wire ${at}`, [
          pick(HEADS),
          item,
          pick(language === "en" ? TAILS : TAILS_FA),
        ]);
    }
    for (let at = 0; at < ARTICLES; at++)
      put("boilerplate", `own ${at}`, [...take(2), ...(boilerplates[at % BOILERPLATES] ?? [])]);
    for (let at = 0; at < ARTICLES; at++) {
      const words = [
        `${pick(NAMES.split(","))} ${at}`,
        pick(TOWNS.split(",")),
        1 + (at % 28),
      ] as const;
      put("template", `notice ${at}`, [language === "en" ? notice(...words) : noticeFa(...words)]);
    }
  }
  return shuffle(texts, chance);
}

const WIRES = 30;
const HEADS = ["(Agencies)", "Newsroom", "From our correspondent", "World in brief"];
const TAILS = [
  "Subscribe to our newsletter for daily updates.",
  "Follow us on all channels. All rights reserved.",
  "Read more: what we know so far. Share this story with your friends.",
];
const TAILS_FA = [
  "برای دریافت خبرهای روزانه در خبرنامه ما عضو شوید.",
  "ما را در شبکه‌های اجتماعی دنبال کنید. همه حقوق محفوظ است.",
];

/** A short item, as agencies send of one execution. */
function wire([one, other]: readonly [string, string], town: string, day: number): string {
  return `Two men were executed in ${town} on ${day} May, local media reported. ${one}, ${20 + day}, and ${other}, ${18 + day}, had been convicted of armed robbery. Their lawyers said that they were not told of the day beforehand.`;
}

function wireFa([one, other]: readonly [string, string], town: string, day: number): string {
  return `دو مرد روز ${day} اردیبهشت در ${town} اعدام شدند. ${one}، ${20 + day} ساله، و ${other}، ${18 + day} ساله، به سرقت مسلحانه محکوم شده بودند. وکیلان آنان گفتند که از روز اجرای حکم خبر نداشتند.`;
}

function notice(name: string, town: string, day: number): string {
  return `On ${day} May 2025, a prisoner named ${name} was hanged in ${town} Central Prison, the monitor has learned. According to an informed source, he was arrested ${2 + (day % 7)} years ago on charges of murder and sentenced to death by the criminal court of ${town}. At the time of writing, his execution has not been announced by the domestic media or officials. Those charged with the umbrella term of intentional murder are sentenced to qisas regardless of intent or circumstances due to a lack of grading in law.`;
}

function noticeFa(name: string, town: string, day: number): string {
  return `به گزارش کانون، سحرگاه ${day} اردیبهشت حکم اعدام یک زندانی به نام ${name} در زندان مرکزی ${town} اجرا شد. یک منبع مطلع گفت او ${2 + (day % 7)} سال پیش به اتهام قتل عمد بازداشت و از سوی دادگاه کیفری ${town} به اعدام محکوم شده بود. تا لحظهٔ تنظیم این گزارش اجرای این حکم از سوی رسانه‌های داخلی یا مقام‌های رسمی اعلام نشده است. متهمان بدون توجه به انگیزه به قصاص محکوم می‌شوند.`;
}

/** A few words wrong or left out, and another keyboard. */
function retype(text: string, chance: () => number): string {
  const typed = text.split(" ").flatMap((word) => {
    const luck = chance();
    return luck < 0.02 ? [] : luck < 0.05 ? [Array.from(word).toReversed().join("")] : [word];
  });
  return typed.join(" ").replaceAll("ی", "ي").replaceAll("ک", "ك");
}

/** Paragraphs of the made-up reports by language, each once. */
function paragraphs(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>([
    ["en", new Set()],
    ["fa", new Set()],
  ]);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".txt")) continue;
    for (const part of readFileSync(join(entry.parentPath, entry.name), "utf8").split(/\n+/))
      if (part.length > 80) found.get(/[\u0600-\u06FF]/.test(part) ? "fa" : "en")?.add(part);
  }
  return new Map([...found].map(([language, parts]) => [language, [...parts]]));
}

function shuffle<T>(from: readonly T[], chance: () => number): T[] {
  return from
    .map((value) => ({ value, at: chance() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

/** The same numbers for the same seed. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
