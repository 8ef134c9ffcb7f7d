import { COMMON_OPTIONS, type Option, type Verb } from "../verbs.ts";

/** A verb's help in Persian. Options are by name; a test holds this against the table of verbs. */
export type VerbWords = {
  readonly summary: string;
  readonly about: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
};

const INPUTS =
  "FILE می‌تواند .txt، .md، .html، .jsonl، .pdf، .docx یا .eml باشد؛ پوشه به جای همهٔ فایل‌های درون آن است و - ورودی استاندارد است.";
const UNLOCKING =
  "قفل بایگانی با SANAD_KEY_FILE یا SANAD_PASSPHRASE باز می‌شود، وگرنه عبارت عبور پرسیده می‌شود. SANAD_ACTOR می‌گوید چه کسی کار می‌کند.";
const DECIDING = "هر تصمیم ثبتی به نام شماست؛ sanad undo آن را با ثبتی دیگر پس می‌گیرد.";

/** Options that stand with several verbs and mean the same. */
const SHARED: Readonly<Record<string, string>> = {
  published: "تاریخ انتشار این گزارش‌ها (2025-12-15 یا 2025-12)؛ بر آنچه خود گزارش می‌گوید مقدم است",
  publisher: "ناشر این گزارش‌ها",
  lang: "زبان این گزارش‌ها، مانند en یا fa",
  archive: "پوشهٔ بایگانی (پیش‌فرض: SANAD_ARCHIVE، وگرنه پوشهٔ کنونی)",
  json: "به صورت JSON، در هر سطر یک چیز",
  reason: "دلیل؛ همراه تصمیم و مهرشده نگه داشته می‌شود",
  limit: "چند تا (پیش‌فرض: ۲۰)",
  config: "فایل تنظیمات (پیش‌فرض: sanad.config.json در همین پوشه)",
  help: "راهنمای همین فرمان",
};

export const VERBS_FA: Readonly<Record<string, VerbWords>> = {
  read: {
    summary: "گزاره‌های گزارش‌ها: چه کسی چه می‌گوید، چند نفر، کی، کجا و با چه قطعیتی",
    about: [
      INPUTS,
      "گزاره‌های هر گزارش را با عین عبارت چاپ می‌کند و سپس جدولی از همهٔ گزارش‌ها. چیزی به جایی فرستاده نمی‌شود و از ورودی یکسان همیشه همان خروجی به دست می‌آید.",
      "بدون تاریخ انتشار هیچ زمان نسبی (مانند «هفتهٔ گذشته» یا «در آبان‌ماه») به تاریخ برگردانده نمی‌شود: اگر گزارش تاریخ ندارد آن را با --published بگویید.",
    ],
    options: { json: "در هر سطر یک گزاره به صورت JSON (docs/claims.md)" },
    examples: [
      "گزاره‌های یک صفحه",
      "همهٔ فایل‌های یک پوشه، برای برنامه‌ای دیگر",
      "متنی بی‌تاریخ، از ورودی استاندارد",
    ],
  },
  brief: {
    summary: "ساختن یک صفحه دربارهٔ چند گزارش که بی‌شبکه و بی‌جاوااسکریپت باز می‌شود",
    about: [
      INPUTS,
      "صفحه نشان می‌دهد چه کسی چه می‌گوید، ارقام و دیگر گویندگان آن‌ها، چه کسانی در خطر اعدام‌اند، از چه کسانی به عنوان کشته یا اعدام‌شده نام برده شده، دادرسی‌ها و اتهام‌ها، خط زمان، درخواست‌ها، و متن هر گزارش با گزاره‌های نشان‌دار. هر سطر به عبارت خود پیوند دارد.",
    ],
    options: {
      output: "فایل خروجی (پیش‌فرض: sanad-brief.html؛ - خروجی استاندارد است)",
      lang: "زبان صفحه: en یا fa",
    },
    examples: ["صفحه‌ای دربارهٔ گزارش‌های نمونه", "دو گزارش، صفحه به فارسی"],
  },
  text: {
    summary: "متن اصلی فایل‌ها، بدون فهرست‌ها و آگهی‌ها",
    about: [INPUTS, "گزاره‌ها از همین متن خوانده می‌شوند و جایشان در همین متن نشانی داده می‌شود."],
    options: {
      json: "در هر سطر یک گزارش: متن، عنوان، نویسنده، ناشر، تاریخ، زبان و این‌که هر یک چگونه یافت شد",
      lang: "زبان این گزارش‌ها",
    },
    examples: ["متن اصلی یک صفحه", "متن و آنچه دربارهٔ آن یافت شد، هر گزارش در یک سطر"],
  },
  init: {
    summary:
      "ساختن بایگانی: دفتری که فقط به آن افزوده می‌شود و می‌توان آن را آزمود، در پوشه‌ای از آن خود",
    about: [
      "پوشه پایگاه داده‌ای دارد که خود روشن و خاموش می‌شود، و مدارک و کلیدها را. مدارک و ثبت‌ها رمز شده‌اند؛ متنی که در آن جست‌وجو می‌شود رمز نشده است: پوشه را روی دیسک رمزشده نگه دارید.",
      "بدون عبارت عبور یا فایل کلید هیچ‌کس نمی‌تواند بایگانی را باز کند: رونوشتی از آن را در جای دیگری نگه دارید.",
      UNLOCKING,
    ],
    options: {},
    examples: ["ساختن بایگانی؛ عبارت عبور و نام کسی را که کار می‌کند می‌پرسد"],
  },
  add: {
    summary: "افزودن گزارش‌ها به بایگانی: بایت‌ها، متن ثابت و گزاره‌ها، هر کدام یک ثبت",
    about: [
      INPUTS,
      "همان بایت‌ها برای بار دوم چیزی را تغییر نمی‌دهند. نسخهٔ تازهٔ یک صفحه کنار نسخهٔ پیشین نگه داشته می‌شود و گزاره‌های متفاوت فهرست می‌شوند. اگر کار نیمه‌تمام ماند، همان فرمان را دوباره اجرا کنید.",
      UNLOCKING,
    ],
    options: {},
    examples: ["همهٔ گزارش‌های یک پوشه"],
  },
  search: {
    summary: "یافتن گزاره‌ها با واژه‌ها، نام‌ها، مکان‌ها و منابع، با هر املایی",
    about: [
      "همهٔ واژه‌ها، دست‌کم آغاز آن‌ها، باید آمده باشد؛ نام‌ها با املاهای نزدیک هم یافت می‌شوند. سازگارترین گزاره‌ها نخست می‌آیند.",
      UNLOCKING,
    ],
    options: {
      kind: "فقط گزاره‌های این نوع، مانند execution یا «اعدام»",
      source: "فقط آنچه این منبع می‌گوید",
      place: "فقط گزاره‌های این مکان",
      from: "فقط آنچه شاید در این روز یا پس از آن بوده باشد",
      to: "فقط آنچه شاید در این روز یا پیش از آن بوده باشد",
      status: "یکی از proposed (پیشنهادی)، accepted (پذیرفته)، rejected (ردشده)",
    },
    examples: ["گزاره‌هایی که نام فراهانی در آن‌هاست، با هر املایی", "اعدام‌ها از آغاز ژانویه"],
  },
  show: {
    summary: "نشان دادن یک گزاره یا سند با همهٔ آنچه بر آن استوار است",
    about: ["شناسه همان است که add و search چاپ می‌کنند: c-… برای گزاره و d-… برای سند.", UNLOCKING],
    options: { text: "فقط متن ثابت سند" },
    examples: ["یک گزاره، عبارت آن، سند آن و تصمیم‌ها دربارهٔ آن"],
  },
  history: {
    summary: "همهٔ ثبت‌های یک گزاره یا سند، از نخستین",
    about: [UNLOCKING],
    options: {},
    examples: ["کی وارد شد و چه تصمیم‌هایی دربارهٔ آن گرفته شد"],
  },
  log: {
    summary: "تازه‌ترین ثبت‌های دفتر",
    about: [UNLOCKING],
    options: { before: "فقط ثبت‌های پیش از این شماره" },
    examples: ["پنجاه ثبت آخر"],
  },
  accept: {
    summary: "پذیرفتن گزاره‌ها: کسی عبارت را خوانده و عبارت همین را می‌گوید",
    about: [DECIDING, UNLOCKING],
    options: {},
    examples: ["پذیرفتن یک گزاره"],
  },
  reject: {
    summary: "رد کردن گزاره‌هایی که عبارت آن‌ها را نمی‌گوید",
    about: [DECIDING, UNLOCKING],
    options: {},
    examples: ["رد کردن یک گزاره"],
  },
  undo: {
    summary: "پس گرفتن آخرین تصمیم دربارهٔ گزاره‌ها",
    about: ["چیزی پاک نمی‌شود: پس گرفتن هم یک ثبت است.", UNLOCKING],
    options: {},
    examples: ["پس گرفتن آخرین تصمیم"],
  },
  erase: {
    summary: "از میان بردن همیشگی یک گزارش: کلید، ثبت‌های مهرشده و مدارک آن",
    about: [
      "هیچ چیز آن دیگر خوانده نمی‌شود و همهٔ اثبات‌ها همچنان برقرارند. این‌که چیزی بوده و پاک شده، با دلیل شما، در دفتر می‌ماند. رونوشت‌های دیگران، نسخه‌های پشتیبان و لایه‌های زیرین دیسک در دسترس این فرمان نیست: docs/archive.md.",
      UNLOCKING,
    ],
    options: { yes: "بار دیگر پرسیده نشود" },
    examples: ["پاک کردن یک گزارش"],
  },
  prove: {
    summary: "اثبات این‌که ثبتی در دفتر هست، چنان‌که بی‌بایگانی بتوان آن را آزمود",
    about: [
      "هر کس اثبات و کلید بایگانی را دارد آن را روی هر رایانه‌ای با sanad verify FILE --key KEY می‌آزماید. خود ثبت نشان داده نمی‌شود، مگر با --show.",
      UNLOCKING,
    ],
    options: { show: "آنچه ثبت می‌گوید هم در اثبات بیاید" },
    examples: ["اثبات این‌که این گزارش وارد شده است"],
  },
  verify: {
    summary: "آزمودن همهٔ ثبت‌ها، درخت روی آن‌ها، امضای آن و همهٔ مدارک",
    about: [
      "دقیقاً می‌گوید چه چیزی نمی‌خواند و چیزی را درست نمی‌کند؛ اگر چیزی نخواند کد خروج ۷۰ است.",
      "کسی که کلیدها را دارد می‌توانسته همه چیز را از نو بسازد. فقط نقطهٔ بازبینی‌ای که کسی بیرون از اینجا نگه داشته نشان می‌دهد که چیزی پیش از آن تغییر نکرده است: نقطه‌های بازبینی را به دیگران بدهید و با --since بسنجید.",
      UNLOCKING,
    ],
    options: {
      since: "نقطهٔ بازبینی‌ای که پیش‌تر به دیگران داده شده",
      key: "کلید دفتری که اثبات باید از آن باشد، همان که صاحبش داده است",
    },
    examples: [
      "آزمودن بایگانی",
      "و این‌که هنوز همان‌گونه آغاز می‌شود که در ژانویه",
      "آزمودن یک اثبات، بدون بایگانی",
    ],
  },
  checkpoint: {
    summary: "سرِ امضاشدهٔ دفتر، برای دادن به دیگران",
    about: [
      "آن را چاپ کنید، بفرستید یا منتشر کنید: هر کس آن را دارد می‌تواند بعدها نشان دهد دفتر چه داشته است.",
      UNLOCKING,
    ],
    options: {},
    examples: ["سر دفتر در یک فایل"],
  },
  stop: {
    summary: "خاموش کردن پایگاه دادهٔ بایگانی؛ اگر کسی کار نکند خود خاموش می‌شود",
    about: ["با فرمان بعدی دوباره روشن می‌شود."],
    options: {},
    examples: ["خاموش کردن آن پیش از جدا کردن دیسک"],
  },
  doctor: {
    summary: "روی این رایانه چه کار می‌کند، کدام تنظیمات در کار است و چه کم است",
    about: [
      "فقط به همین رایانه نگاه می‌کند و چیزی به جایی نمی‌فرستد. اگر چیز لازمی نباشد کد خروج ۶ است.",
    ],
    options: {},
    examples: ["آزمودن نصب"],
  },
  help: {
    summary: "راهنما، یا راهنمای یک فرمان",
    about: ["فرمان sanad VERB --help همین را نشان می‌دهد."],
    options: {},
    examples: ["همه چیز دربارهٔ خواندن"],
  },
};

/** A verb with its help in Persian; commands and the names of options stay as they are typed. */
export function verbInPersian(verb: Verb): Verb {
  const words = VERBS_FA[verb.name];
  if (words === undefined) return verb;
  return {
    ...verb,
    summary: words.summary,
    about: words.about,
    options: verb.options.map((option) => optionInPersian(option, words.options)),
    examples: verb.examples.map(([command, what], index) => [
      command,
      words.examples[index] ?? what,
    ]),
  };
}

/** An option with what it does in Persian: the verb's own words, else those that several verbs share. */
export function optionInPersian(
  option: Option,
  own: Readonly<Record<string, string>> = {},
): Option {
  return { ...option, about: own[option.name] ?? SHARED[option.name] ?? option.about };
}

/** Every option that the table of verbs has and this one has no words for. */
export function optionsWithoutPersian(verbs: readonly Verb[]): readonly string[] {
  return verbs.flatMap((verb) =>
    [...verb.options, ...COMMON_OPTIONS]
      .filter(
        ({ name }) =>
          VERBS_FA[verb.name]?.options[name] === undefined && SHARED[name] === undefined,
      )
      .map(({ name }) => `${verb.name} --${name}`),
  );
}
