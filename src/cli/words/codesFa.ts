/** Codes that a claim, a document or an entry carries, in Persian. A code without a row stands as it is. */
type Names = Readonly<Record<string, string>>;

export const LANGUAGE_NAMES: Names = {
  ar: "عربی",
  az: "ترکی آذربایجانی",
  ckb: "کردی سورانی",
  de: "آلمانی",
  en: "انگلیسی",
  es: "اسپانیایی",
  fa: "فارسی",
  fr: "فرانسوی",
  it: "ایتالیایی",
  kmr: "کردی کرمانجی",
  ku: "کردی",
  ru: "روسی",
  tr: "ترکی استانبولی",
};

/** How a field of a document was found. */
export const FOUND_BY: Names = {
  byline: "از سطر نویسنده",
  config: "از تنظیمات",
  core: "از مشخصات فایل",
  dateline: "از سرآغاز خبر",
  detected: "تشخیص از متن",
  domain: "از نشانی",
  "front-matter": "از سرآغاز فایل",
  given: "گفتهٔ شما",
  h1: "از عنوان صفحه",
  head: "از آغاز متن",
  header: "از سرنامه",
  html: "از صفحه",
  itemprop: "از دادهٔ صفحه",
  "json-ld": "از دادهٔ صفحه",
  meta: "از دادهٔ صفحه",
  og: "از دادهٔ صفحه",
  pdf: "از پی‌دی‌اف",
  record: "از سطر ورودی",
  time: "از دادهٔ صفحه",
  title: "از عنوان صفحه",
  url: "از نشانی",
};

export const STATUSES: Names = {
  proposed: "بی‌تصمیم",
  accepted: "پذیرفته",
  rejected: "ردشده",
  corrected: "اصلاح‌شده",
};

export const ENTRY_KINDS: Names = {
  "actor-named": "معرفی کاربر",
  "archive-made": "ساخت بایگانی",
  "decision-made": "تصمیم",
  "link-decided": "تصمیم دربارهٔ یکی بودن",
  "link-undone": "پس گرفتن تصمیم یکی بودن",
  "model-frozen": "شمارش نام‌های رایج",
  "person-stated": "تأیید حال شخص",
  "decision-undone": "پس گرفتن تصمیم",
  "keys-changed": "تغییر کلیدها",
  "document-captured": "ورود سند",
  "checkpoint-cosigned": "هم‌امضای نقطهٔ بازبینی",
  "consent-changed": "تغییر رضایت",
  "cosigner-trusted": "اعتماد به هم‌امضا",
  "reading-made": "خوانش",
  "report-corrected": "اصلاح گزارش",
  "record-erased": "پاک شدن پرونده",
  "testimony-opened": "باز شدن شهادت",
  "testimony-taken": "گرفتن شهادت",
  "witness-named": "معرفی شاهد",
};

export const PLACE_ROLES: Names = {
  prison: "زندان",
  origin: "اهل",
  residence: "محل زندگی",
  court: "دادگاه",
  other: "جای دیگر",
};

export const CALENDARS: Names = { jalali: "هجری خورشیدی", hijri: "هجری قمری" };

export const BASES: Names = {
  unresolved: "به تقویم برگردانده نشد",
  recurring: "تکرارشونده",
};
