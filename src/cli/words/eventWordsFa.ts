import { persian } from "../../flow/persianWords.ts";
import { clean, isolate } from "../print/screenText.ts";
import type { EventWords } from "./eventWords.ts";

const { number } = persian;
const embed = (words: string): string => isolate(clean(words));
const range = (low: number, high: number): string =>
  low === high ? "" : ` (دست‌کم ${number(low)}، حداکثر ${number(high)})`;

export const eventWordsFa: EventWords = {
  labels: {
    people: "اشخاص",
    told: "به گفتهٔ",
    course: "روند شمار",
    reports: "گزارش‌ها",
    decisions: "تصمیم‌ها",
    differ: "اختلاف",
    alive: "زنده",
  },
  columns: ["رویداد", "چه", "کی", "کجا", "شمار", "نام‌برده", "به گفتهٔ"],
  undated: "بی‌روز",
  unplaced: "محل گفته نشده",
  told: (told) =>
    told === null
      ? "تنها نام"
      : told.max === null
        ? `${number(told.min)} یا بیشتر`
        : told.min === told.max
          ? number(told.min)
          : told.min === 0
            ? `تا ${number(told.max)}`
            : `${number(told.min)} تا ${number(told.max)}`,
  count: ({ low, best, high, isAtLeast }) =>
    isAtLeast
      ? low === high
        ? `دست‌کم ${number(best)} نفر`
        : `${number(best)} نفر (از ${number(low)} تا ${number(high)} یا بیشتر)`
      : `${number(best)} نفر${range(low, high)}`,
  named: (named, best) =>
    named === 0 ? "بی‌نام" : named === best ? "همه نام‌برده" : `${number(named)} نفر نام‌برده`,
  voices: (origins, documents) => `${number(documents)} گزارش، ${number(origins)} صدا`,
  empty: (from, to) =>
    `${from === to ? number(from) : `${number(from)} تا ${number(to)}`}  هنوز نامی گفته نشده`,
  by: (by) =>
    ({
      "one source": "همه همین منبع را نام می‌برند",
      "one text": "یک متن",
      "one publisher": "یک ناشر",
    })[by],
  unknownSource: "منبع نامعلوم",
  disputed: {
    number: "شمار",
    day: "روز",
    place: "جا",
    denied: "مرگ کسی که نام برده شده",
    twice: "روز مرگ کسی که نام برده شده: رویداد دیگری از روز دیگری است",
  },
  alsoIn: (events) => `در ${embed(events)} هم گفته شده؛ یک بار شمرده می‌شود`,
  also: (told) => `و هم ${told}`,
  ofPlace: (told, place) => `${told} در ${place}`,
  morePlaces: (more) => `و ${number(more)} جای دیگر`,
  tells: (told, names) =>
    [
      ...(told === "" ? [] : [`می‌گوید ${told}`]),
      ...(names === 0 ? [] : [`${number(names)} نام تازه`]),
    ].join("، ") || "نام تازه‌ای ندارد",
  because: {
    "first report": "نخستین گزارش",
    "names fill places": "نام‌ها جاهای خالی را پر می‌کنند؛ کسی افزوده نمی‌شود",
    "more named than told": "نام‌ها بیش از شمار گفته‌شده است",
    "a higher number": "شمار بیشتری گفته شده",
    "more origins say less": "صداهای بیشتری شمار کمتر را می‌گویند",
    "as many origins say less": "به همان اندازه صدا شمار کمتر را می‌گوید؛ همان شمرده می‌شود",
    "no more origins say more": "آن که شمار بیشتر را گفته بود اکنون شمار دیگری می‌گوید",
    "another origin": "صدایی دیگر",
    "the same origin": "باز همان صدا",
  },
  stands: (best, named) => `${number(best)}، ${number(named)} نام‌برده`,
  total: (kind, { events, named, low, best, high }) =>
    `${kind}: ${number(best)} نفر${range(low, high)} در ${number(events)} رویداد، ${number(named)} نام‌برده`,
  noEvents:
    "رویدادی نیست که با این بخواند. sanad add خود رویدادها را گرد می‌آورد؛ sanad link دوباره گرد می‌آورد",
  moreEvents: (count, limit) =>
    `${number(count)} رویداد نشان داده شد؛ شاید بیشتر باشد: --limit ${limit}`,
  merged: (count, event) => `از این پس این ${number(count)} رویداد یکی‌اند: ${embed(event)}`,
  reviewKeys: "یک رویدادند؟ s یکی · d دو تا · u نامطمئن · b پس گرفتن · n بعدی · q پایان ؟ ",
  split: (tellings, stay, event) =>
    `${number(tellings)} روایت از ${number(stay)} تایی که با ${embed(event)} می‌ماند جدا شد`,
  inPerson: (kind, when, where, event) => `${kind} · ${when} · ${where} · ${embed(event)}`,
};
