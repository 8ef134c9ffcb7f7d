import type { MessageRow } from "./messageRow.ts";

/** What the command line refuses, and settings. */
export const CLI_MESSAGES: readonly MessageRow[] = [
  ["Enter it all the same? yes or no: ", "با این همه ثبت شود؟ بله یا نه: "],
  [
    "No place called {} is known, nor does the report hold these words; nothing was changed. --yes enters it all the same",
    "جایی به نام {1} شناخته نیست و این واژه‌ها در گزارش هم نیست؛ چیزی تغییر نکرد. --yes با این همه ثبت می‌کند",
  ],
  [
    "No place called {} is known, nor does the report hold these words; nothing was changed. Near: {}. --yes enters it all the same",
    "جایی به نام {1} شناخته نیست و این واژه‌ها در گزارش هم نیست؛ چیزی تغییر نکرد. نزدیک به آن: {2}. --yes با این همه ثبت می‌کند",
  ],
  [
    "{} is a report and no claim; sanad show {} lists its claims (c-…)",
    "{1} گزارش است نه گزاره؛ sanad show {2} گزاره‌های آن (c-…) را فهرست می‌کند",
  ],
  [
    "{} is a person and no claim; sanad person {} lists the claims (c-…) and the decisions (e-…)",
    "{1} شخص است نه گزاره؛ sanad person {2} گزاره‌ها (c-…) و تصمیم‌ها (e-…) را فهرست می‌کند",
  ],
  [
    "The language of what is printed is a setting: SANAD_LANG=fa (or en), or language in sanad.config.json; --lang is of read, text, add and brief, and of the reports or the page",
    "زبان آنچه چاپ می‌شود تنظیمی جداست: SANAD_LANG=fa (یا en)، یا language در sanad.config.json؛ --lang از آنِ read، text، add و brief است و زبان گزارش‌ها یا صفحه را می‌گوید",
  ],
  ["There is no verb {}", "فرمانی به نام {1} نیست"],
  ["sanad {} has no option {}", "فرمان sanad {1} گزینه‌ای به نام {2} ندارد"],
  ["--{} takes no value", "گزینهٔ --{1} مقدار نمی‌گیرد"],
  ["--{} needs a value: --{} {}", "گزینهٔ --{1} مقدار می‌خواهد: --{2} {3}"],
  ["--{} must be a whole number from 1 on", "--{1} باید عددی درست از ۱ به بالا باشد"],
  [
    "--{} must be a day such as 2025-12-15 or 1404-09-24",
    "--{1} باید روزی مانند 1404-09-24 یا 2025-12-15 باشد",
  ],
  [
    "--{} is given twice, and only one can hold",
    "گزینهٔ --{1} دو بار آمده است، و تنها یکی می‌تواند بماند",
  ],
  ["--{} must be one of {}", "--{1} باید یکی از این‌ها باشد: {2}"],
  [
    "--published must be a date such as 2025-12-15, 1404-09-24, 2025-12 or 2025",
    "--published باید تاریخی مانند 2025-12-15 یا 1404-09-24 یا 2025-12 یا 2025 باشد",
  ],
  ["--lang must be a language code such as en or fa", "--lang باید کد زبان باشد، مانند en یا fa"],
  ["SANAD_LANG must be en or fa, not {}", "SANAD_LANG باید en یا fa باشد، نه {1}"],
  [
    "sanad {} needs a file, a folder, or - for standard input; sanad help {} shows examples",
    "فرمان sanad {1} فایل یا پوشه می‌خواهد، یا - برای ورودی استاندارد؛ نمونه‌ها در sanad help {2}",
  ],
  [
    "sanad {} needs the id of a person; sanad people lists people and prints theirs",
    "فرمان sanad {1} شناسهٔ شخص می‌خواهد؛ sanad people اشخاص را با شناسه‌هایشان نشان می‌دهد",
  ],
  [
    "sanad {} needs ids; sanad people and sanad events print them",
    "فرمان sanad {1} شناسه می‌خواهد؛ sanad people و sanad events آن‌ها را چاپ می‌کنند",
  ],
  [
    "sanad {} needs the id of an event; sanad events lists events and prints theirs",
    "فرمان sanad {1} شناسهٔ رویداد می‌خواهد؛ sanad events رویدادها را با شناسه‌هایشان نشان می‌دهد",
  ],
  [
    "sanad {} needs an id; sanad search finds claims and prints theirs",
    "فرمان sanad {1} شناسه می‌خواهد؛ sanad search گزاره‌ها را می‌یابد و شناسه‌شان را چاپ می‌کند",
  ],
  [
    "sanad {} needs --reason, so that others can follow it",
    "فرمان sanad {1} دلیل (--reason) می‌خواهد تا دیگران بتوانند آن را دنبال کنند",
  ],
  ["sanad {} takes one id at a time", "فرمان sanad {1} هر بار یک شناسه می‌گیرد"],
  [
    "--from {} is after the claim's last day, {}; give --to as well",
    "--from {1} پس از واپسین روز گزاره، {2}، است؛ --to را هم بدهید",
  ],
  [
    "--to {} is before the claim's first day, {}; give --from as well",
    "--to {1} پیش از نخستین روز گزاره، {2}، است؛ --from را هم بدهید",
  ],
  [
    "--{} has no name; none takes away what was read",
    "--{1} نامی ندارد؛ none آنچه را خوانده شده برمی‌دارد",
  ],
  ["--from {} is after --to {}", "--from {1} پس از --to {2} است"],
  [
    "--documents finds texts; --{} is of claims (sanad reports takes it)",
    "--documents متن‌ها را می‌یابد؛ --{1} برای گزاره‌هاست (sanad reports آن را می‌پذیرد)",
  ],
  [
    "sanad correct needs a field, such as --number 3; fields are {}",
    "فرمان sanad correct بخشی برای اصلاح می‌خواهد، مانند --number 3؛ بخش‌ها: {1}",
  ],
  ["There is no entry {}", "ثبتی با شناسهٔ {1} نیست"],
  ["--{} needs a name", "گزینهٔ --{1} نام می‌خواهد"],
  [
    "Erasing cannot be taken back, and nobody can be asked; give --yes",
    "پاک کردن برگشت ندارد و کسی نیست که از او پرسیده شود؛ --yes بدهید",
  ],
  [
    "{} is one of the reports, and the page would overwrite it; choose another place with -o",
    "{1} یکی از گزارش‌هاست و صفحه روی آن نوشته می‌شد؛ با -o جای دیگری بگویید",
  ],
  ["The page can be made in en or fa, not in {}", "صفحه را می‌توان به en یا fa ساخت، نه به {1}"],
  [
    "Could not write {} ({}); choose another place with -o",
    "{1} نوشته نشد ({2})؛ با -o جای دیگری بگویید",
  ],
  ["There is no proof {}", "اثباتی به نام {1} نیست"],
  ["There is no checkpoint {}", "نقطهٔ بازبینی‌ای به نام {1} نیست"],
  [
    "There is no claim or document {}; sanad person {} shows a person",
    "گزاره یا سندی با شناسهٔ {1} نیست؛ یک فرد را sanad person {2} نشان می‌دهد",
  ],
  [
    "There is no entry {}; sanad history and sanad log print theirs",
    "ثبتی با شناسهٔ {1} نیست؛ sanad history و sanad log شناسه‌ها را می‌نویسند",
  ],
  [
    "{} is an entry itself; sanad show {} shows it",
    "{1} خود یک ثبت است؛ sanad show {2} نشانش می‌دهد",
  ],
  [
    "There is no claim or document {}; sanad search prints ids",
    "گزاره یا سندی با شناسهٔ {1} نیست؛ sanad search شناسه‌ها را می‌نویسد",
  ],
  ["The role in brackets must be one of {}", "نقش در کمانک باید یکی از این‌ها باشد: {1}"],
  [
    "Options stand behind the verb: sanad VERB {} …",
    "گزینه‌ها پس از فرمان می‌آیند: sanad VERB {1} …",
  ],
  ["There is no settings file {}", "فایل تنظیماتی به نام {1} نیست"],
  ["The settings file {} {}", "فایل تنظیمات {1}: {2}"],
  ["has an unknown key {}; it may hold {}", "کلید ناشناختهٔ {1} دارد؛ کلیدهای ممکن: {2}"],
  ["has an unknown key {}", "کلید ناشناختهٔ {1} دارد"],
  [
    "could not be read; check that it is a file and may be read",
    "خوانده نشد؛ ببینید فایل است و اجازهٔ خواندن دارد",
  ],
  ["is no valid JSON ({})", "JSON درستی نیست ({1})"],
  ["must hold one JSON object", "باید یک شیء JSON داشته باشد"],
  ["needs {} under {}", "کلید {2} باید این باشد: {1}"],
  ["an IANA time zone such as Asia/Tokyo", "منطقهٔ زمانی IANA، مانند Asia/Tokyo"],
  ["en or fa", "en یا fa"],
  ["a whole number from 40 to 200", "عددی درست از ۴۰ تا ۲۰۰"],
  ["an object of names by alias", "شیئی از نام‌ها بر پایهٔ نام دیگرشان"],
  ["Cannot use the country pack: {}", "بستهٔ کشوری به کار نمی‌آید: {1}"],
  ["{}: no definition of what it counts", "{1}: تعریفی از آنچه می‌شمارد ندارد"],
  ["{} is no claim kind", "{1} نوع گزاره نیست"],
  ["{}: expected an object", "{1}: باید شیء باشد"],
  ["{}: expected a list", "{1}: باید فهرست باشد"],
  ["{}: {} is missing", "{1}: {2} نیست"],
  ["{}: {} is not a list", "{1}: {2} فهرست نیست"],
  ["{}: {} is not a number", "{1}: {2} عدد نیست"],
];
