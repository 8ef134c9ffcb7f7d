import { persian } from "../../flow/persianWords.ts";
import { clean, isolate } from "../print/screenText.ts";
import { LEVELS_FA } from "./matchWordsFa.ts";
import type { PeopleWords } from "./peopleWords.ts";

const { number } = persian;
const embed = (words: string): string => isolate(clean(words));

const STATES: Readonly<Record<string, string>> = {
  alive: "زنده",
  dead: "درگذشته",
  unknown: "نامعلوم",
};
const VERDICTS: Readonly<Record<string, string>> = {
  same: "یک نفرند",
  different: "دو نفرند",
  unsure: "نامطمئن",
  ...STATES,
};
/** A verdict or a confirmed state in Persian. */
export function verdictFa(verdict: string): string {
  return VERDICTS[verdict] ?? embed(verdict);
}

export const peopleWordsFa: PeopleWords = {
  labels: {
    names: "نام‌ها",
    age: "سن",
    sex: "جنسیت",
    father: "نام پدر",
    died: "مرگ",
    city: "شهر",
    province: "استان",
    prison: "زندان",
    charge: "اتهام",
    case: "روند پرونده",
    documents: "سندها",
    decisions: "تصمیم‌ها",
    events: "رویدادها",
    kin: "خویشاوندان",
    perhaps: "شاید همان",
  },
  fields: {
    name: "نام",
    date: "تاریخ",
    age: "سن",
    sex: "جنسیت",
    place: "جا",
    father: "نام پدر",
    prison: "زندان",
    charge: "اتهام",
    alive: "حیات",
    kin: "خویشاوندی",
    rival: "ردیفی دیگر",
  },
  sex: (sex) => (sex === "female" ? "زن" : "مرد"),
  standsAt: (stage, risk) =>
    stage === null
      ? "مرحله‌ای گفته نشده"
      : `گزارش‌شده: ${embed(stage)}${risk === null || risk === 0 || risk > 5 ? "" : `، خطر ${number(risk)} از ${number(5)}`}`,
  state: (state) =>
    state === null ? "کسی تأیید نکرده" : `تأیید یک نفر: ${STATES[state] ?? embed(state)}`,
  verdict: (verdict) => VERDICTS[verdict] ?? embed(verdict),
  level: (level) => LEVELS_FA[level] ?? embed(level),
  columns: ["شخص", "نام", "گزارش‌شده", "در"],
  seenIn: (documents) => `${number(documents)} سند`,
  stages: "مرحله‌های پرونده",
  lowerRisk: (count, isMore) =>
    `${isMore ? "دست‌کم " : ""}${number(count)} نفر دیگر در خطر ${number(1)} از ${number(5)}، مانند حکم اعدامی که هنوز تأیید نشده است: sanad people آنان را نشان می‌دهد`,
  noPeople:
    "کسی نیست که با این بخواند. sanad add خود اشخاص را پیوند می‌دهد؛ sanad link دوباره پیوند می‌دهد",
  nobodyNamed:
    "کسی به این نام نیست. تنها نام خانوادگی را بنویسید، به هر خطی؛ sanad search در متن گزارش‌ها می‌جوید",
  alsoNamed: (name) => `و نیز ${name}`,
  morePeople: (count, limit) =>
    `${number(count)} نفر نشان داده شد؛ شاید بیشتر باشد: --limit ${limit}`,
  linkingBegins: "اشخاص و رویدادها پیوند داده می‌شوند",
  linking: (done, all, stage) =>
    stage === "reading"
      ? `چه کسانی نام برده شده‌اند: ${number(done)} از ${number(all)} گزارش`
      : stage === "comparing"
        ? `${number(done)} از ${number(all)} نام‌برده سنجیده شد`
        : `گردآوری رویدادهای ${number(done)} نفر`,
  refitted: ({ people, namings }) =>
    `اینکه نام‌ها و روزها و جاها چقدر رایج‌اند از نو شمرده شد، بر پایهٔ ${number(people)} نفر در ${number(namings)} نام‌بردن؛ این یک ثبت است`,
  linked: ({ people, mentions, events, moved, unsure, isRefitDue }) => [
    moved === 0
      ? `${number(people)} نفر در ${number(mentions)} نام‌بردن؛ چیزی تغییر نکرد`
      : `${number(people)} نفر در ${number(mentions)} نام‌بردن؛ ${number(moved)} نام‌بردن تازه است یا از آنِ شخص دیگری شد`,
    `${number(events)} رویداد: sanad events`,
    unsure === 0
      ? "هیچ جفتی جای تردید ندارد"
      : `${number(unsure)} جفت جای تردید دارد: sanad review`,
    ...(isRefitDue
      ? ["بایگانی پس از آخرین شمارش نام‌های رایج بسیار بزرگ‌تر شده: sanad link --refit"]
      : []),
  ],
  contradicted: (pairs) =>
    `${number(pairs)} تصمیم با تصمیم‌های دیگر نمی‌خواند: هر که جدا دانسته شده جدا می‌ماند`,
  stale: (count) =>
    `${number(count)} تصمیم دربارهٔ نام‌برده‌ای است که تغییر کرده یا رفته: sanad link آن‌ها را فهرست می‌کند`,
  staleDecision: ({ entry, verdict, mentions, why }) =>
    `${embed(entry)}  ${VERDICTS[verdict] ?? embed(verdict)}  ${mentions.map(embed).join("، ")}: ${
      why === "went"
        ? "این نام‌برده دیگر نیست"
        : verdict === "same" || verdict === "dead" || verdict === "unknown"
          ? "گزارش اکنون سن، پدر یا روز دیگری می‌گوید؛ دیگر اثر ندارد"
          : "گزارش اکنون سن، پدر یا روز دیگری می‌گوید؛ هنوز اثر دارد"
    }. دوباره تصمیم بگیرید، یا sanad undo ${entry}`,
  stateEnded: (state, person) =>
    `آنچه دربارهٔ همه تأیید شده بود (${STATES[state] ?? embed(state)}) تنها برای ${embed(person)} می‌ماند؛ برای دیگران دوباره تأیید کنید: sanad person ID --state ${state}`,
  statesDiffer: (states) =>
    `هم ${states.map((state) => STATES[state] ?? embed(state)).join(" و هم ")} تأیید شده: باید کسی نگاه کند`,
  undated: "بی‌تاریخ",
  reportedOn: (day) => `گزارش ${persian.date(day)}`,
  withdrawn: (stage) => `${embed(stage)}: دیگر گفته نمی‌شود، نسخهٔ تازه‌تر صفحه معتبر است`,
  olderVersion: (newer) => `نسخهٔ پیشین ${embed(newer)}`,
  notMoving: "گفته شده، اما نه رخ‌داده",
  contradiction: (stage, isDenial) =>
    `این دو با هم نمی‌خواند: خبر مرگ، و ${isDenial ? "تکذیب" : "همچنین"}: ${embed(stage)}. باید کسی نگاه کند`,
  lifeDisputed:
    "محل اختلاف: خبر مرگ هست، و تکذیب یا نشانهٔ زنده بودن هم، یا شاید همان کسی است که زنده بودنش تأیید شده. sanad person ID --state alive یا dead یا unknown آن را روشن می‌کند",
  deniedStage: (stage) => `تکذیب ${embed(stage)}`,
  clash: (death, against) =>
    `اگر این دو یکی باشند، با هم نمی‌خواند: ${embed(death)}، و ${against.map(embed).join("؛ ")}. شاید دو نفرند، شاید خبر مرگ نادرست است`,
  perhapsLater:
    "شاید پس از آن خطر کمتر شده و شاید پیش از آن بوده: خطر بر جای می‌ماند. sanad correct به آن تاریخ می‌دهد",
  perhapsBack: "شاید پس از آن خطر کمتر شده",
  perhapsAlive:
    "محل اختلاف: تکذیب شده، یا نشانهٔ زنده بودن هست، یا شاید همان کسی است که زنده بودنش تأیید شده. باید کسی نگاه کند",
  perhapsTwo: "شاید دو نفر: نام‌بردن‌ها با هم نمی‌خوانند",
  perhapsTwoOf: (a, b, percent) =>
    `شاید دو نفر: ${embed(a)} و ${embed(b)} با هم نمی‌خوانند، ${number(percent)}٪ که یک نفر باشند (sanad why). sanad review می‌پرسد، sanad split ${embed(b)} جدا می‌کند`,
  decided: ({ actor, verdict, of, reason, isUndone, isStale }) =>
    `${embed(actor)}: ${VERDICTS[verdict] ?? embed(verdict)} (${embed(of)}): ${embed(reason)}${isUndone ? " (پس گرفته شد)" : ""}${isStale ? " (نام‌برده پس از آن تغییر کرد یا رفت)" : ""}`,
  perhaps: (name, person, percent) => `${embed(name)}  ${embed(person)}  ${number(percent)}٪`,
  whyHead: (one, other) => `${embed(one)}  و  ${embed(other)}`,
  whyNothing: "چیزی این دو را به هم نزدیک نمی‌کند: نام‌هایشان آن‌قدر همانند نیست که سنجیده شوند",
  whyOnePerson: "این یک نفر است و تنها یک سند از او نام می‌برد",
  bits: (bits) =>
    `${bits > 0 ? "+" : "−"}${Math.abs(bits)
      .toFixed(1)
      .replaceAll(/\d/g, (digit) => number(Number(digit)))}`,
  whyPrior: { head: "آغاز", text: "پیش از هر سنجشی: بیشتر نام‌بردن‌ها از آدم‌های گوناگون‌اند" },
  whySum: (percent, decision) =>
    `${percent === 0 ? `کمتر از ${number(1)}` : number(percent)}٪ که یک نفر باشند: ${decision === "same" ? "برنامه آن‌ها را یکی می‌داند" : "تصمیم با یک انسان است"}`,
  whyApart: (percent) =>
    `${percent === 0 ? `کمتر از ${number(1)}` : number(percent)}٪ تنها بر پایهٔ آنچه سنجیده شد؛ تنها یک انسان می‌تواند بگوید که یکی‌اند`,
  toldApart: (document, kin) =>
    kin === null
      ? `${embed(document)} هر دو را نام می‌برد: برنامه هرگز دو نفری را که یک گزارش جدا می‌داند یکی نمی‌کند`
      : `${embed(document)} آن‌ها را خویشاوند می‌خواند («${embed(kin)}»): برنامه هرگز دو نفری را که یک گزارش جدا می‌داند یکی نمی‌کند`,
  wordless: "گفته نشده",
  mergedApart: (document, kin, entry) =>
    `دوباره نگاه کنید: ${embed(document)} ${kin === null ? "هر دو را نام می‌برد" : `آن‌ها را خویشاوند می‌خواند («${embed(kin)}»)`}. sanad undo ${embed(entry)} پس می‌گیرد`,
  mergedUnlike: (entry) =>
    `دوباره نگاه کنید: آنچه از آنان گفته شده خلاف یکی بودنشان است (sanad why). sanad undo ${embed(entry)} پس می‌گیرد`,
  merged: (count, person) => `از این پس این ${number(count)} نفر یکی‌اند: ${embed(person)}`,
  takenBack: (entry) => `sanad undo ${embed(entry)} آن را پس می‌گیرد`,
  split: (mentions, stay, person) =>
    `${number(mentions)} نام‌بردن از ${number(stay)} تایی که با ${embed(person)} می‌ماند جدا شد`,
  stated: (person, state) =>
    `${embed(person)}: ${STATES[state] ?? embed(state)}، به تأیید شما. برنامه دیگر کسی را با او یکی نمی‌کند`,
  undone: (entry, together) =>
    together === 1
      ? `${embed(entry)} دیگر برقرار نیست`
      : `${embed(entry)} با همهٔ آنچه یک‌جا تصمیم گرفته شد دیگر برقرار نیست: ${number(together)} ثبت`,
  reviewHead: (at, of) =>
    `پرسش ${number(at)} از ${number(of)} (جفت‌های اشخاص و رویدادها، و زندگی‌ها)`,
  reviewMore: (count, person) => `${number(count)} سند دیگر: sanad person ${embed(person)}`,
  reviewJoined: (a, b) =>
    `  تاکنون یک نفر، اما ${embed(a)} و ${embed(b)} با هم نمی‌خوانند: آیا یکی‌اند؟`,
  reviewLife:
    "خبر مرگ هست، و تکذیب یا نشانهٔ زنده بودن هم، یا شاید همان کسی است که زنده بودنش تأیید شده: کدام درست است؟",
  reviewLifeKeys: "a زنده · x درگذشته · k نامعلوم · b پس گرفتن · n بعدی · q پایان؟ ",
  reviewCarried:
    "ثبت نشد: زنده بودن یکی تأیید شده و خبر یا تأیید مرگ دیگری هست. نخست دربارهٔ هر دو تأیید کنید: sanad person ID --state",
  reviewKeys: "s یکی · d دو نفر · u نامطمئن · w چرا · b پس گرفتن · n بعدی · q پایان؟ ",
  reviewWhy: "بازبینی در پایانه",
  reviewNothing: "هیچ جفتی، و زندگی هیچ‌کس، جای تردید ندارد",
  reviewEnd: (decided) => `${number(decided)} تصمیم گرفته شد؛ دوباره پیوند داده شد`,
  reviewUndone: "آخرین تصمیم پس گرفته شد",
  report: {
    people: (count) => `اشخاص: ${number(count)}`,
    mentions: (count) => `نام‌بردن‌ها: ${number(count)}`,
    links: (count) => `پیوندها: ${number(count)}`,
    band: (count) => `جفت‌های جای تردید: ${number(count)}`,
    counts: (low, best, high) =>
      `اشخاص، اگر همهٔ جاهای تردید یکی باشند / چنان‌که پیوند خورده / اگر تنها یقین‌ها یکی باشند: ${number(low)} / ${number(best)} / ${number(high)}`,
    wrong: (low, high) => `  پیوندهای نادرست: ${number(low)} تا ${number(high)}`,
    missed: (low, high) => `  پیوندهای از قلم افتاده: ${number(low)} تا ${number(high)}`,
    peopleBy: (low, best, high) =>
      `  اشخاص، کمترین / بهترین / بیشترین: ${number(low)} / ${number(best)} / ${number(high)}`,
    byModel:
      "بر پایهٔ احتمال‌های الگو که با فهرست‌های ساختگی تنظیم شده‌اند (۹۵٪، پواسون دوجمله‌ای با واریانسش):",
    byDecisions: (decided, byModel) =>
      `بر پایهٔ ${number(decided)} تصمیم انسان‌ها، در دسته‌های آنچه الگو گفته بود (۹۵٪، ویلسون)${byModel === 0 ? "" : `؛ ${number(byModel)} پیوند و جفت در دسته‌هایی با کمتر از پنج تصمیم بر پایهٔ الگوست`}. انسان‌ها خود برمی‌گزینند به چه نگاه کنند، پس این نمونه‌ای تصادفی نیست:`,
    tooFewDecisions: (decided) =>
      `بر پایهٔ تصمیم انسان‌ها: بسیار کم (${number(decided)}). دست‌کم پنج تصمیم دربارهٔ جفت‌هایی با احتمال همانند لازم است: sanad review`,
    crowded: (namings, names) =>
      `${number(namings)} نام‌بردن از نام‌هایی است که بسیاری دارند (${names.join("، ")}${names.length < 5 ? "" : "، …"}): تنها با کسانی سنجیده شدند که روز، سال، سن، جا یا پدری با آنان مشترک دارند.`,
    note: "جفت‌هایی که هرگز به اندازهٔ سنجیدن نزدیک نبودند در هیچ‌یک نیستند.",
  },
};
