import type { MessageRow } from "./messageRow.ts";

/** People: what is refused. */
export const PEOPLE_MESSAGES: readonly MessageRow[] = [
  [
    "{} is no naming (m-…) or telling (h-…); sanad person and sanad event list them",
    "{1} نام‌بردن (m-…) یا روایت (h-…) نیست؛ sanad person و sanad event آن‌ها را نشان می‌دهند",
  ],
  [
    "There is no event or telling {}; sanad events lists events and prints their ids",
    "رویداد یا روایتی با شناسهٔ {1} نیست؛ sanad events رویدادها را با شناسه‌هایشان نشان می‌دهد",
  ],
  ["These are one event already; nothing was changed", "این‌ها از پیش یک رویدادند؛ چیزی تغییر نکرد"],
  [
    "These events are of different kinds, which are never counted together; nothing was changed",
    "این رویدادها از گونه‌های متفاوت‌اند که هرگز با هم شمرده نمی‌شوند؛ چیزی تغییر نکرد",
  ],
  [
    "An event and a person are not one; nothing was changed",
    "رویداد و شخص یکی نیستند؛ چیزی تغییر نکرد",
  ],
  [
    "These tellings are of several events; split one at a time",
    "این روایت‌ها از آنِ چند رویدادند؛ هر بار یکی را جدا کنید",
  ],
  [
    "These are all tellings of that event: name those that are of another one",
    "این‌ها همهٔ روایت‌های آن رویدادند: آن‌هایی را بگویید که از آنِ رویداد دیگری‌اند",
  ],
  [
    "carried over: a report that this was also decided about was erased",
    "منتقل شد: گزارشی که این تصمیم دربارهٔ آن هم بود پاک شده است",
  ],
  ["--stage must be one of {}", "--stage باید یکی از این‌ها باشد: {1}"],
  ["--kind must be one of {}", "--kind باید یکی از این‌ها باشد: {1}"],
  ["sanad person shows one person at a time", "sanad person هر بار یک شخص را نشان می‌دهد"],
  [
    "sanad person needs --reason with --state, so that others can follow it",
    "sanad person با --state به --reason نیاز دارد تا دیگران بتوانند پی بگیرند",
  ],
  [
    "sanad why compares two people or namings, or the namings of one person",
    "sanad why دو شخص یا دو نام‌بردن، یا نام‌بردن‌های یک شخص را می‌سنجد",
  ],
  [
    "sanad review needs a terminal; sanad people --json, sanad merge and sanad split do without",
    "sanad review پایانه می‌خواهد؛ sanad people --json و sanad merge و sanad split بی‌آن کار می‌کنند",
  ],
  [
    "sanad match compares one list with an archive; leave out --archive or the second list",
    "sanad match یک فهرست را با بایگانی می‌سنجد؛ --archive یا فهرست دوم را کنار بگذارید",
  ],
  ["--state must be one of {}", "--state باید یکی از این‌ها باشد: {1}"],
  [
    "There is no person or naming {}; sanad people lists people and prints their ids",
    "شخص یا نام‌بردنی با شناسهٔ {1} نیست؛ sanad people اشخاص را با شناسه‌هایشان نشان می‌دهد",
  ],
  [
    "There is no decision {} that stands; sanad person lists those about somebody",
    "تصمیمی با شناسهٔ {1} که برقرار باشد نیست؛ sanad person تصمیم‌های دربارهٔ هر کس را نشان می‌دهد",
  ],
  ["These are one already; nothing was changed", "این‌ها از پیش یکی هستند؛ چیزی تغییر نکرد"],
  [
    "sanad merge needs two ids or more: those of whom, or of what, you hold to be one",
    "sanad merge دست‌کم دو شناسه می‌خواهد: شناسهٔ کسانی یا رویدادهایی که یکی می‌دانید",
  ],
  ["These are one person already; nothing was changed", "این‌ها از پیش یک نفرند؛ چیزی تغییر نکرد"],
  [
    "These namings are of several people; split one at a time",
    "این نام‌بردن‌ها از آنِ چند نفرند؛ هر بار یکی را جدا کنید",
  ],
  [
    "These are all namings of that person: name those that are of somebody else",
    "این‌ها همهٔ نام‌بردن‌های آن شخص‌اند: آن‌هایی را بگویید که از آنِ کس دیگری‌اند",
  ],
  [
    "{} namings cannot be held apart from {} at once: each of the one from each of the other are more than {}; nothing was changed",
    "{1} نام‌بردن را نمی‌توان یک‌جا از {2} نام‌بردن جدا نگه داشت: هر یک با هر یک بیش از {3} جفت می‌شود؛ چیزی تغییر نکرد",
  ],
  [
    "{} is confirmed to be alive, and {} is reported or confirmed to be dead: confirm it of both before (sanad person {} --state alive)",
    "زنده بودن {} تأیید شده، و خبر یا تأیید مرگ {} هست: نخست دربارهٔ هر دو تأیید کنید (sanad person {} --state alive)",
  ],
  [
    "A naming or telling went meanwhile; look again",
    "در این میان یکی از نام‌بردن‌ها یا روایت‌ها رفت؛ دوباره نگاه کنید",
  ],
  [
    "Somebody decided about one of these meanwhile ({}); nothing was changed. Look again",
    "در این میان کسی دربارهٔ یکی از این‌ها تصمیم گرفت ({})؛ چیزی تغییر نکرد. دوباره نگاه کنید",
  ],
];
