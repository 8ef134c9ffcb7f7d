import type { MessageRow } from "./messageRow.ts";

/** Sealed testimony: what is asked, what is refused, what consent says. */
export const TESTIMONY_MESSAGES: readonly MessageRow[] = [
  [
    "Source of an earlier testimony, if it is the same person (s-…; empty: another): ",
    "منبع شهادتی پیشین، اگر همان شخص است (s-…؛ خالی: کسی دیگر): ",
  ],
  [
    "Name of the witness (sealed by itself; may be empty): ",
    "نام شاهد (جداگانه مهر می‌شود؛ می‌تواند خالی باشد): ",
  ],
  [
    "How to reach them (sealed by itself; may be empty): ",
    "راه تماس با او (جداگانه مهر می‌شود؛ می‌تواند خالی باشد): ",
  ],
  [
    "Day on which it was said (2026-01-31 or 1404-11-11; may be empty): ",
    "روزی که گفته شد (1404-11-11 یا 2026-01-31؛ می‌تواند خالی باشد): ",
  ],
  [
    "How it was said (interview, letter, call; may be empty): ",
    "چگونه گفته شد (گفت‌وگو، نامه، تماس؛ می‌تواند خالی باشد): ",
  ],
  [
    "What the witness consents to (read, quote, name, court, or none): ",
    "شاهد به چه رضایت می‌دهد (خواندن، نقل، نام، دادگاه، یا هیچ): ",
  ],
  [
    "Until which day (2026-12-31 or 1405-10-10; empty: until it is withdrawn): ",
    "تا چه روزی (1405-10-10 یا 2026-12-31؛ خالی: تا پس گرفته شود): ",
  ],
  [
    "How consent was given (in writing, in words, on a recording): ",
    "رضایت چگونه داده شد (نوشته، گفته، ضبط‌شده): ",
  ],
  [
    "Roles that may open it (commas between; empty: yours): ",
    "نقش‌هایی که می‌توانند آن را باز کنند (با ویرگول؛ خالی: نقش شما): ",
  ],
  [
    "The words, and a line with a full stop alone at their end:",
    "سخنان شاهد، و در پایان سطری که فقط یک نقطه دارد:",
  ],
  ["Sealed {}, of source {}", "{1} مهر شد، از منبع {2}"],
  ["Consent to {}; {}; given: {}", "رضایت به {1}؛ {2}؛ داده‌شده: {3}"],
  ["being read", "خوانده شدن"],
  ["being quoted without the name", "نقل بدون نام"],
  ["being named", "نام برده شدن"],
  ["going to a court", "رفتن به دادگاه"],
  ["being kept only", "فقط نگه‌داری"],
  ["until it is withdrawn", "تا پس گرفته شود"],
  ["until {}", "تا {1}"],
  [
    "No search finds it; sanad show opens it and writes down that it did; sanad consent changes what it may be used for",
    "هیچ جست‌وجویی آن را نمی‌یابد؛ sanad show بازش می‌کند و باز شدنش را ثبت می‌کند؛ sanad consent کاربرد مجازش را تغییر می‌دهد",
  ],
  [
    "The file itself lies where it lay, in clear: destroy it",
    "خود فایل همان‌جا که بود رمزنشده مانده است: از میان ببریدش",
  ],
  ["Nothing was opened", "چیزی باز نشد"],
  ["Enter clears the screen ", "کلید Enter صفحه را پاک می‌کند "],
  [
    "This is sealed testimony. That you open it is written down, with your name and your reason",
    "این شهادت مهرشده است. باز کردن آن با نام و دلیل شما ثبت می‌شود",
  ],
  ["Why do you open it? (empty: do not) ", "چرا بازش می‌کنید؟ (خالی: باز نشود) "],
  [
    "Source {}: one witness, an independence group of its own",
    "منبع {1}: یک شاهد، گروه مستقلی از آنِ خود",
  ],
  ["Name: {}", "نام: {1}"],
  ["Contact: {}", "تماس: {1}"],
  ["not told", "گفته نشده"],
  ["Said on {}", "گفته‌شده در {1}"],
  ["How: {}", "چگونه: {1}"],
  ["There is no testimony", "شهادتی نیست"],
  ["consent holds", "رضایت برقرار است"],
  ["consent withdrawn", "رضایت پس گرفته شد"],
  ["consent expired on {}", "رضایت پایان یافت: {1}"],
  ["never opened", "هرگز باز نشده"],
  ["opened once", "یک بار باز شده"],
  ["opened {} times", "{1} بار باز شده"],
  [
    "Consent to {} of them has ended: ask the witness anew, or erase them (sanad erase)",
    "رضایت {1} تای آن‌ها پایان یافته است: دوباره از شاهد بپرسید، یا پاکشان کنید (sanad erase)",
  ],
  [
    "The consent to {} is withdrawn: it is not shown any more",
    "رضایت به {1} پس گرفته شد: دیگر نشان داده نمی‌شود",
  ],
  ["To destroy it: sanad erase {}", "برای از میان بردنش: sanad erase {1}"],
  [
    "sanad add --testimony takes one file at a time",
    "فرمان sanad add --testimony هر بار یک فایل می‌گیرد",
  ],
  [
    "Nobody can be asked; name a file with the testimony, or - for standard input",
    "کسی نیست که از او پرسیده شود؛ فایل شهادت را نام ببرید، یا - برای ورودی استاندارد",
  ],
  ["A testimony is taken as plain text in UTF-8", "شهادت به صورت متن ساده با UTF-8 گرفته می‌شود"],
  ["There is no file {}", "فایلی به نام {1} نیست"],
  ["The testimony has no words below its head", "شهادت زیر سرآغازش سخنی ندارد"],
  [
    'Line {} of the testimony is no field of its head. It begins with lines such as "purposes: read" and "consent: in writing", then an empty line, then the words; docs/testimony.md has the whole form',
    "سطر {1} شهادت از بخش‌های سرآغاز نیست. شهادت با سطرهایی مانند «منظور: خواندن» و «رضایت: کتبی» آغاز می‌شود، سپس یک سطر خالی و سپس سخن می‌آید؛ نمونهٔ کامل در docs/testimony.md است",
  ],
  [
    "Without consent nothing is taken: the head needs purposes and how consent was given; docs/testimony.md has the form",
    "بی‌رضایت چیزی گرفته نمی‌شود: سرآغاز باید منظورها و چگونگی رضایت را بگوید؛ نمونهٔ آن در docs/testimony.md آمده است",
  ],
  [
    "A witness may consent to {}; none keeps the testimony and lets nobody read it",
    "شاهد می‌تواند به {1} رضایت دهد؛ با none شهادت نگه داشته می‌شود و کسی آن را نمی‌خواند",
  ],
  [
    "A day is written such as 2026-12-31 or 1405-10-10",
    "روز چنین نوشته می‌شود: 1405-10-10 یا 2026-12-31",
  ],
  ["Line {} of the testimony ({}): {}", "سطر {1} شهادت ({2}): {3}"],
  [
    "Consent until {} is over already; is the day right? Nothing was changed",
    "رضایت تا {1} هم‌اکنون پایان یافته است؛ آیا روز درست است؟ چیزی تغییر نکرد",
  ],
  [
    "The same words are sealed already: {}, of source {}; nothing was sealed",
    "همین سخنان پیش‌تر مهر شده‌اند: {1}، از منبع {2}؛ چیزی مهر نشد",
  ],
  [
    "Another consent is entered by sanad consent {}; where somebody else said the very same, add a line that says so",
    "رضایتی دیگر با sanad consent {1} ثبت می‌شود؛ اگر کس دیگری همین را گفته است، سطری بیفزایید که این را بگوید",
  ],
  [
    "Several entries are about {}; sanad history {} lists them, and sanad prove takes one of their ids (e-…)",
    "چند ثبت دربارهٔ {1} هست؛ sanad history {2} فهرستشان می‌کند، و sanad prove شناسهٔ یکی از آن‌ها (e-…) را می‌گیرد",
  ],
  ["sanad show opens one testimony at a time", "فرمان sanad show هر بار یک شهادت را باز می‌کند"],
  ["--for must be one of {}", "--for باید یکی از این‌ها باشد: {1}"],
  [
    "Every opening is written down with its reason, and nobody can be asked; give --reason",
    "هر باز شدن با دلیلش ثبت می‌شود و کسی نیست که از او پرسیده شود؛ --reason بدهید",
  ],
  ["sanad consent takes one id at a time", "فرمان sanad consent هر بار یک شناسه می‌گیرد"],
  [
    "Consent is either withdrawn or given otherwise",
    "رضایت یا پس گرفته می‌شود یا جور دیگری داده می‌شود",
  ],
  [
    "sanad consent needs --reason when it changes something",
    "فرمان sanad consent برای تغییر --reason می‌خواهد",
  ],
  ["There is no testimony {}", "شهادتی با شناسهٔ {1} نیست"],
  ["There is no testimony {}, or it was erased", "شهادتی با شناسهٔ {1} نیست، یا پاک شده است"],
  [
    "There is no witness {}; sanad consent lists them",
    "شاهدی با شناسهٔ {1} نیست؛ sanad consent آن‌ها را فهرست می‌کند",
  ],
  [
    "{}: This looks like recovery words or a share of them, and nothing of it was kept: who reads them opens an archive. Put the file away, on no disk that an archive lies on; where it is a report all the same, add it with --yes",
    "{1}: این به واژه‌های بازیابی یا سهمی از آن‌ها می‌ماند و چیزی از آن نگه داشته نشد: هر که آن‌ها را بخواند بایگانی را باز می‌کند. فایل را جای دیگری بگذارید، نه روی دیسکی که بایگانی روی آن است؛ اگر با این همه گزارش است، با --yes بیفزایید",
  ],
  [
    "{}: This looks like the form of a testimony, and nothing of it was kept. Seal it with --testimony; where it is a report all the same, add it with --yes",
    "{1}: این به برگهٔ شهادت می‌ماند و چیزی از آن نگه داشته نشد. با --testimony مهر و مومش کنید؛ اگر با این همه گزارش است، با --yes بیفزایید",
  ],
  [
    "The consent to {} was withdrawn; it is not shown",
    "رضایت به {1} پس گرفته شده است؛ نشان داده نمی‌شود",
  ],
  [
    "The consent to {} was withdrawn; where the witness gave it anew, say for what and how: --purposes and --given",
    "رضایت به {1} پس گرفته شده است؛ اگر شاهد دوباره رضایت داد، بگویید برای چه و چگونه: --purposes و --given",
  ],
  [
    "The consent to {} ended on {}; it is not shown",
    "رضایت به {1} در {2} پایان یافت؛ نشان داده نمی‌شود",
  ],
  [
    "The consent to {} is not for this purpose ({}); sanad consent {} tells for which",
    "رضایت به {1} برای این منظور ({2}) نیست؛ sanad consent {3} می‌گوید برای چیست",
  ],
  [
    "Your role may not open {}; who took it may let others",
    "نقش شما اجازهٔ باز کردن {1} را ندارد؛ گیرندهٔ آن می‌تواند به دیگران اجازه دهد",
  ],
  [
    "Entry {} is sealed testimony; a proof does not show it (without --show it proves that it stands)",
    "ثبت {1} شهادت مهرشده است؛ اثبات آن را نشان نمی‌دهد (بدون --show فقط بودنش را اثبات می‌کند)",
  ],
];
