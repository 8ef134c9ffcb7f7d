import type { Language } from "./words.ts";

type NoteWords = Readonly<Record<Language, string>>;

/** What a note means to somebody who reads the page. A code that has no row here stands as it is. */
const NOTES: Readonly<Record<string, NoteWords>> = {
  "period-unresolved": {
    en: "the date of publication is not known, so no day could be reckoned",
    fa: "تاریخ انتشار معلوم نیست و روزی حساب نشد",
  },
  "period-publication-imprecise": {
    en: "only the month or year of publication is known, so the window is as wide as that",
    fa: "فقط ماه یا سال انتشار معلوم است و بازه به همان پهنا گرفته شد",
  },
  "period-order-ambiguous": {
    en: "day and month may be the other way round",
    fa: "شاید روز و ماه جابه‌جا باشند",
  },
  "period-impossible": { en: "there is no such day", fa: "چنین روزی در تقویم نیست" },
  "period-hijri-approximate": {
    en: "a date of the lunar calendar, right to a day or two",
    fa: "تاریخ قمری است و شاید یکی دو روز تفاوت داشته باشد",
  },
  "period-year-inferred": {
    en: "the year is not written; the last such date before publication was taken",
    fa: "سال نوشته نشده؛ نزدیک‌ترین تاریخِ پیش از انتشار گرفته شد",
  },
  "period-century-inferred": {
    en: "the year is written with two digits",
    fa: "سال با دو رقم نوشته شده است",
  },
  "calendars-disagree": {
    en: "two calendars are given and name different days",
    fa: "دو تقویم آمده و روزهای متفاوتی را می‌گویند",
  },
  "weekday-disagrees": {
    en: "the day of the week does not fit the date",
    fa: "روز هفته با تاریخ نمی‌خواند",
  },
  "event-not-known": {
    en: "the country pack has no date for this event that fits a report of that day",
    fa: "بستهٔ کشوری تاریخی برای این رویداد که با زمان گزارش بخواند ندارد",
  },
  "quote-unclosed": {
    en: "a quotation mark is never closed",
    fa: "گیومه‌ای بسته نشده است",
  },
  "bom-dropped": { en: "a byte order mark was dropped", fa: "نشانهٔ ترتیب بایت کنار گذاشته شد" },
  "charset-declared": {
    en: "read in the character set that the page declares",
    fa: "با کدگذاریِ اعلام‌شدهٔ صفحه خوانده شد",
  },
  "charset-mislabelled": {
    en: "the page declares another character set than it is written in",
    fa: "صفحه کدگذاری دیگری جز کدگذاری خود اعلام می‌کند",
  },
  "charset-guessed": {
    en: "the character set was guessed from the letters",
    fa: "کدگذاری از روی حروف حدس زده شد",
  },
  "invalid-utf8": { en: "some bytes could not be read", fa: "برخی بایت‌ها خواندنی نبودند" },
  "control-characters": {
    en: "control characters stand in the text",
    fa: "نویسه‌های کنترلی در متن هست",
  },
  "no-main-text": {
    en: "no main text was found, so all visible text was read",
    fa: "متن اصلی پیدا نشد و همهٔ متن دیدنی خوانده شد",
  },
  "main-text-by-blocks": {
    en: "the page is no single article; its main region was read",
    fa: "صفحه یک مقالهٔ واحد نیست و بخش اصلی آن خوانده شد",
  },
  "main-text-from-json-ld": {
    en: "the page’s machine-readable text was read",
    fa: "متن ماشین‌خوان صفحه خوانده شد",
  },
  "main-text-from-data": {
    en: "the page shows next to nothing; the data of its scripts was read",
    fa: "صفحه تقریباً چیزی نشان نمی‌دهد و دادهٔ اسکریپت‌های آن خوانده شد",
  },
  "main-text-from-noscript": {
    en: "what the page shows without scripts was read",
    fa: "آنچه صفحه بدون اسکریپت نشان می‌دهد خوانده شد",
  },
  "html-too-deep": {
    en: "the page is nested too deep; its tags were only stripped",
    fa: "صفحه بیش از اندازه تودرتوست و فقط برچسب‌هایش برداشته شد",
  },
  "html-too-large": {
    en: "the page is too large; its tags were only stripped",
    fa: "صفحه بیش از اندازه بزرگ است و فقط برچسب‌هایش برداشته شد",
  },
  "short-text": { en: "the text is very short", fa: "متن بسیار کوتاه است" },
  reconstructed: {
    en: "the order of words was put together from a printed page: check the numbers",
    fa: "ترتیب واژه‌ها از روی صفحهٔ چاپی بازسازی شده است: ارقام را بازبینی کنید",
  },
  "pdf-page-without-text": {
    en: "a page of the PDF holds no text",
    fa: "یک صفحهٔ پی‌دی‌اف متن ندارد",
  },
  "pdf-damaged": { en: "the PDF is damaged", fa: "پی‌دی‌اف آسیب دیده است" },
  "pdf-pages-left-out": {
    en: "the last pages of the PDF were left out",
    fa: "صفحه‌های پایانی پی‌دی‌اف خوانده نشد",
  },
  "attachment-not-read": { en: "an attachment was not read", fa: "پیوست نامه خوانده نشد" },
  "tracked-deletion-dropped": {
    en: "text marked as deleted was left out",
    fa: "متنِ نشان‌دار به حذف کنار گذاشته شد",
  },
  "date-ambiguous": {
    en: "a date of publication could be read in two ways and was not used",
    fa: "تاریخ انتشار را دو گونه می‌شد خواند و به کار نرفت",
  },
  "date-given-unreadable": {
    en: "the date of publication that was given could not be read",
    fa: "تاریخ انتشارِ داده‌شده خواندنی نبود",
  },
  "language-label-wrong": {
    en: "the page declares another language than its own",
    fa: "صفحه زبان دیگری جز زبان خود اعلام می‌کند",
  },
};

/** A note in the language of the page, or null for a code that has no words. */
export function noteWords(code: string, language: Language): string | null {
  return Object.hasOwn(NOTES, code) ? (NOTES[code]?.[language] ?? null) : null;
}
