import { isNaming } from "../print/formatValues.ts";
import type { ErasurePlan } from "../../flow/archive/erase.ts";
import { persian } from "../../flow/persianWords.ts";
import type { Attribution, Period, Person, Place, Quantity } from "../../model/claim.ts";
import type { NameClaim } from "../print/formatValues.ts";
import { clean, continuedFromRight, isolateLatin, rightToLeft } from "../print/screenText.ts";
import type { CliWords, CorrectedField } from "./cliWords.ts";
import { eventWordsFa } from "./eventWordsFa.ts";
import { jobWordsFa } from "./jobWordsFa.ts";
import { peopleWordsFa, verdictFa } from "./peopleWordsFa.ts";
import {
  BASES,
  CALENDARS,
  ENTRY_KINDS,
  FOUND_BY,
  LANGUAGE_NAMES,
  PLACE_ROLES,
  STATUSES,
} from "./codesFa.ts";
import { messageInPersian } from "./messagesFa.ts";
import { optionInPersian, verbInPersian } from "./verbsFa.ts";

const { number } = persian;

const CORRECTED_FIELDS: Readonly<Record<CorrectedField, string>> = {
  kind: "نوع",
  modality: "وجه",
  stage: "مرحلهٔ پرونده",
  number: "شمار",
  period: "زمان",
  places: "مکان",
  persons: "افراد",
  source: "گوینده",
};

const REPORT_FIELDS: Readonly<Record<string, string>> = { publisher: "ناشر", published: "تاریخ" };

/** A middle dot between facts would read as a zero beside Persian digits. */
const DOT = /(^| )· /g;
const BAR = "$1| ";

/** The terminal's Persian, in the terms that rights organisations use; kinds, roles and notes are those of the page. */
export const cliWordsFa: CliWords = {
  language: "fa",
  line: (text) => rightToLeft(isolateLatin(text.replaceAll(DOT, BAR))),
  continued: (text) => continuedFromRight(text.replaceAll(DOT, BAR)),
  inOrder: rightToLeft,
  embed,
  message: (english) => rightToLeft(isolateLatin(messageInPersian(english, embedGiven))),
  number,
  date: writeDate,
  quoted: (words) => `«${words}»`,
  listed: (items, mark) => items.join(mark === "comma" ? "، " : "؛ "),
  verb: verbInPersian,
  option: optionInPersian,
  noteName: (code) => persian.notes[code] ?? code,
  noteMeans: (code) => persian.notes[code] ?? "",
  languageName,
  languageCode: languageName,

  people: peopleWordsFa,
  events: eventWordsFa,
  jobs: jobWordsFa,
  kind: (kind) => persian.kinds[kind],
  modality: (modality) => persian.modalities[modality],
  role: (role) => persian.roles[role],
  status: (status) => STATUSES[status] ?? status,
  entryKind: (kind) => ENTRY_KINDS[kind] ?? kind,
  quantity: writeQuantity,
  period: writePeriod,
  place: writePlace,
  chain: writeChain,
  person: writePerson,
  charge: (words) => `اتهام «${embed(words)}»`,
  stage: (stage) => `مرحله: ${persian.stage(stage) ?? embed(stage)}`,
  official: (isOfficial) => (isOfficial ? "اعلام‌شده از سوی مقام‌ها" : "اعلام‌نشده از سوی مقام‌ها"),
  sameAs: (names) => `همان ${names}`,
  claimNumber: (n) => `گزارهٔ ${n}`,
  hedged: (words) => `با احتیاط: «${embed(words)}»`,
  notCounted: () => "خوانش ضعیف، شمرده نمی‌شود",
  labels: {
    number: "شمار",
    when: "زمان",
    where: "مکان",
    "said by": "گوینده",
    persons: "افراد",
    also: "نیز",
  },
  noClaims: "گزاره‌ای یافت نشد.",
  publishedBy: (name, by) => `ناشر: ${embed(name)} (${foundBy(by)})`,
  found: (value, by) => `${value} (${foundBy(by)})`,
  publisherUnknown: "ناشر نامعلوم",
  dateUnknown: "تاریخ نامعلوم",
  languageUnknown: "زبان نامعلوم",
  path: embed,
  untitled: "بی‌عنوان",
  standardInput: "ورودی استاندارد",
  capturedAt: (at) => `وارد شده در ${at}`,
  newVersionOf: (id) => `نسخهٔ تازهٔ ${embed(id)}`,
  newerVersions: (ids) => `نسخه‌ای کهنه‌تر؛ تازه‌تر: ${ids.map(embed).join("، ")}`,
  olderVersion: (newer) => `نسخه‌ای کهنه‌تر؛ تازه‌تر: ${embed(newer)}`,
  restsOn: ({ reading, capture }) => [
    `بر ${embed(reading.id)} (ثبت ${number(reading.index)}) استوار است، خواندهٔ ${embed(reading.reader)}`,
    ...(capture === null
      ? []
      : [
          `و بر ${embed(capture.id)} (ثبت ${number(capture.index)})، وارد شده در ${capture.at} به دست ${embed(capture.by)}: ${number(capture.bytes)} بایت، SHA-256 ${embed(capture.sha256)}`,
        ]),
  ],
  entryFacts: (kind, index) => `ثبت ${number(index)}، ${ENTRY_KINDS[kind] ?? kind}`,
  entryErased: "آنچه داشت پاک شده است",
  entrySealed: (record) =>
    record.startsWith("t-")
      ? `شهادت مهرشده: sanad show ${record} بازش می‌کند و باز شدنش را ثبت می‌کند`
      : "مهرشده: شاهد کیست؛ sanad show t-… --witness بازش می‌کند و باز شدنش را ثبت می‌کند",
  knownAt: (index) => `آن‌گونه که در ثبت ${number(index)} دانسته بود`,
  decidedBy: (actor, verdict, reason, isUndone) =>
    `${embed(actor)}: ${STATUSES[verdict] ?? verdict}، «${reason}»${isUndone ? " (پس گرفته شد)" : ""}`,

  summaryColumns: ["نوع", "گزاره", "شمرده", "نمایشی", "تردید"],
  summaryWidth: 34,
  summaryAll: "همه",
  summaryHead: (reports, failed, doubts) =>
    [
      `${number(reports)} گزارش`,
      ...(failed === 0 ? [] : [`${number(failed)} خوانده نشد`]),
      ...(doubts === 0 ? [] : [`${number(doubts)} تردید دربارهٔ کل گزارش‌ها`]),
    ].join("، "),
  notesHeading: "یادداشت‌ها",
  progress: (done, total) =>
    `${number(done)} گزارش${total === null ? "" : ` از ${number(total)}`} خوانده شد`,

  listsPassedOver: (files) =>
    `کنار گذاشته شد، چون فهرست است نه گزارش: ${files}. فرمان ${embed("sanad match FILE")} فهرست‌های افراد را با هم می‌سنجد و فرمان ${embed("sanad add --list KIND FILE")} فهرستی را به بایگانی می‌افزاید`,
  filesPassedOver: (files) =>
    `کنار گذاشته شد، چون خوانده نمی‌شود: ${files}. سند را به صورت ${embed(".docx")}، ${embed(".pdf")} یا ${embed(".txt")} ذخیره کنید؛ متنِ تصویرها شناخته نمی‌شود`,

  passedOver: (count, what) =>
    what === ""
      ? `${number(count)} فایل بی‌پسوند`
      : what === "hidden"
        ? `${number(count)} پنهان`
        : what === "link"
          ? `${number(count)} پیوند که به فایلی نمی‌رسد`
          : what === "special"
            ? `${number(count)} که فایل نیست`
            : `${number(count)} ${embed(what)}`,
  restPassedOver: (files) =>
    `در پوشه‌ها کنار گذاشته شد، چون نامشان نام گزارش نیست: ${files}. فایلی که با نام خود داده شود خوانده می‌شود`,

  ownFault: "خطایی در خود سند رخ داد، نه در آنچه به آن داده شد؛ لطفاً آن را گزارش کنید:",
  wrotePage: (file, claims, reports, repeats) =>
    `صفحه در ${embed(file)} نوشته شد: ${number(claims)} گزاره از ${number(reports)} گزارش${repeats === 0 ? "" : ` (${number(repeats)} گزارش دیگر همان متن را دارد و تکرار نشد)`}؛ آن را در مرورگر باز کنید`,
  noPage: "هیچ گزارشی خوانده نشد، پس صفحه‌ای نوشته نشد",

  helpIntro: [
    "گزارش‌های اعدام، حکم اعدام، بازداشت و کشتار را به صورت گزاره می‌خواند:",
    "عین عبارت، گوینده، شمار، زمان، مکان و اندازهٔ قطعیت.",
    "بی‌شبکه کار می‌کند، چیزی به جایی نمی‌فرستد و از خود چیزی نمی‌گوید.",
  ],
  helpVerbs: "فرمان‌ها",
  helpStart: "از اینجا آغاز کنید",
  helpStarts: [
    ["sanad brief examples", "صفحه‌ای دربارهٔ گزارش‌های نمونه"],
    ["sanad read report.html", "گزاره‌های یک گزارش"],
    ["sanad help read", "همه چیز دربارهٔ یک فرمان"],
    ["sanad --version", "شمارهٔ نسخه"],
  ],
  helpEnd:
    "کدهای خروج: ۰ انجام شد، ۱ برخی ورودی‌ها خوانده نشد، ۲ پذیرفته نشد، ۳ یافت نشد، ۴ در این میان چیزی تغییر کرد یا سنجیده نشد: دوباره اجرا کنید، ۵ قفل است یا اجازه نیست، ۶ در دسترس نیست (دیسک پر، پایگاه داده خاموش)، ۷۰ بایت‌های نگه‌داشته نمی‌خواند: نگهشان دارید و دست نگه دارید، ۹۹ خطایی در خود سند. تنظیمات: sanad.config.json (docs/config.md). زبان: SANAD_LANG=en یا SANAD_LANG=fa.",
  helpStop: "",
  helpOptions: "گزینه‌ها",
  helpExamples: "نمونه‌ها",

  lineOf: (file, line) => `${file}، سطر ${number(line)}`,
  addSame: (document, name) => `${embed(document)}  ${name}: همین بایت‌ها از پیش هست`,
  addNew: (document, name, claims) => `${embed(document)}  ${name}: ${number(claims)} گزاره`,
  addList: (document, name) =>
    `${embed(document)}  ${name}: خود فهرست؛ هر سطر آن گزارشی جداگانه است`,
  addUncounted: "، شمرده نمی‌شود: خانه‌های خود سطر چیز دیگری می‌گوید",
  addCopy: (document, share) => `؛ مانند ${embed(document)} (${number(Math.round(share * 100))}٪)`,
  inCopies: (copies, of) =>
    of === null
      ? `نخستین از ${number(copies)} رونوشت`
      : `یکی از ${number(copies)} رونوشتِ ${embed(of)}`,
  copyOf: (document, share) => `مانند ${embed(document)} (${number(Math.round(share * 100))}٪)`,
  sameTextAs: (documents) =>
    `یک متن، پس یک صدا، با ${number(documents.length)} سند دیگر: ${documents.map(embed).join("، ")}`,
  addVersion: (previous, gone, come, changed) =>
    `؛ نسخهٔ تازهٔ ${embed(previous)}: ${gone + come + changed === 0 ? "همان گزاره‌ها" : `${number(gone)} گزاره رفت، ${number(come)} گزاره آمد${changed === 0 ? "" : `، ${number(changed)} گزاره چیز دیگری می‌گوید`}`}`,
  toldOtherwise: (quote, fields) =>
    `${quote} (تغییرکرده: ${fields.map((field) => CORRECTED_FIELDS[field]).join("، ")})`,
  notTaken: (field, given, stands) =>
    field === "publisher"
      ? `گرفته نشد: ${embed("--publisher")} ${given}؛ ${stands === null ? "ناشر آن همچنان نامعلوم است" : `همچنان گزارش ${stands} است`}`
      : `گرفته نشد: ${embed("--published")} ${given}؛ ${stands === null ? "تاریخ آن همچنان نامعلوم است" : `همچنان از ${stands} است`}`,
  putRight: (document) =>
    `برای درست کردنش: ${embed(`sanad correct ${document} --published DAY --publisher NAME --reason …`)}`,
  listOf: (path, publisher) =>
    `${path} پیش‌تر فهرست ${publisher} افزوده شد و باز از آنِ او گرفته می‌شود؛ ${embed("--publisher")} می‌گوید از آنِ کیست`,
  addEnd: ({ added, same, claims, uncounted }, failed) =>
    `${number(added)} گزارش با ${number(claims)} گزاره${uncounted === 0 ? "" : ` (${number(uncounted)} سطر شمرده نمی‌شود)`} افزوده شد، ${number(same)} گزارش از پیش بود، ${number(failed)} گزارش خوانده نشد`,
  addStatuses: ({ told, silent }) =>
    `وضعیت ${number(told + silent)} سطر آنچه را فهرست دربارهٔ آن است نمی‌گوید: ${number(told)} سطر آن‌گونه آمد که وضعیت می‌گوید و دربارهٔ ${number(silent)} سطر چیزی گفته نشد`,
  undoneReport: (document) =>
    `آخرین اصلاح گزارش ${embed(document)} پس گرفته و گزارش دوباره خوانده شد`,
  correctedReport: (document) => `گزارش ${embed(document)} اصلاح و دوباره خوانده شد`,
  correctedParticular: (field, before, now) =>
    `${REPORT_FIELDS[field] ?? field}: ${before ?? "نامعلوم"} ← ${now ?? "نامعلوم"}`,
  madeArchive: (folder, log, isOnServer) => [
    `بایگانی در ${embed(folder)} ساخته شد`,
    "",
    `دفتر آن ${embed(log)} نام دارد؛ نقطه‌های بازبینی این نام را دارند.`,
    "عبارت عبور یا فایل کلید را در جای دومی نگه دارید: بدون آن هیچ‌کس نمی‌تواند بایگانی را دوباره باز کند.",
    isOnServer
      ? "مدارک و ثبت‌ها رمز شده‌اند. متنی که در آن جست‌وجو می‌شود رمز نشده است."
      : "مدارک و ثبت‌ها رمز شده‌اند. متنی که در آن جست‌وجو می‌شود رمز نشده است: پوشه را روی دیسک رمزشده نگه دارید.",
    "",
    "گام بعد: sanad add FILE…",
  ],
  foundClaims: (shown, count, isCountWhole) =>
    count === 0
      ? "گزاره‌ای با این جست‌وجو نمی‌خواند؛ راه‌های دیگر در sanad help search"
      : `${number(shown)} گزاره از ${isCountWhole ? "" : "بیش از "}${number(count)}`,
  foundDocuments: (shown, count, isCountWhole) =>
    count === 0
      ? "گزارشی با این جست‌وجو نمی‌خواند؛ راه‌های دیگر در sanad help reports"
      : `${number(shown)} گزارش از ${isCountWhole ? "" : "بیش از "}${number(count)}`,
  alsoInTexts: (count, isCountWhole) =>
    `${isCountWhole ? "" : "بیش از "}${number(count)} گزارش این واژه‌ها را دارند، در گزاره‌ها یا بیرون از آن‌ها: --documents`,
  claimsIn: (count) => `${number(count)} گزاره`,
  nextPage: (after) => `صفحهٔ بعد: همین فرمان با --after ${after}`,
  matches: (names) => `یافت شد در: ${names}`,
  takenBackOf: (what, isUndoing) => (isUndoing ? `${what}: پس گرفته شد` : what),
  fieldName: (field) => REPORT_FIELDS[field] ?? CORRECTED_FIELDS[field as CorrectedField] ?? field,
  wasErased: (on, by, entry) =>
    `پاک شده در ${on} به دست ${by}: آنچه می‌گفت از میان رفته است. این‌که این‌جا بوده همچنان برقرار و اثبات‌پذیر است: sanad prove ${embed(entry)}`,
  stoodBefore: (decided, on, isSame) =>
    isSame
      ? `   از پیش همین بود: ${decided} (${on})`
      : `   این، تصمیم پیشین را تغییر می‌دهد: ${decided} (${on})؛ undo آن را برمی‌گرداند`,
  accepted: (id, words) => `پذیرفته شد، ${embed(id)}: ${words}`,
  rejected: (id, words) => `رد شد، ${embed(id)}: ${words}`,
  corrected: (id, words) => `اصلاح شد، ${embed(id)}: ${words}`,
  takenBack: (entry) => `با ${embed(entry)} پس گرفته شد: دیگر برقرار نیست`,
  strangePlace: (doubt) =>
    `جایی به نام ${doubt.name} شناخته نیست و این واژه‌ها در گزارش هم نیست${
      "near" in doubt && doubt.near.length > 0 ? `؛ نزدیک به آن: ${doubt.near.join("، ")}` : ""
    }`,
  correctionDoubt: (doubt, claim) =>
    `   دوباره نگاه کنید: ${
      doubt.kind === "day"
        ? `${embed(doubt.name)} هنوز نرسیده است`
        : doubt.kind === "place"
          ? `جایی به نام ${doubt.name} شناخته نیست و در گزارش هم نیامده است`
          : `${doubt.name} در گزارش نیامده است`
    }؛ همان‌طور که نوشتید ماند${
      "near" in doubt && doubt.near.length > 0 ? ` (نزدیک: ${doubt.near.join("، ")})` : ""
    }. با sanad undo ${embed(claim)} پس گرفته می‌شود`,
  correctedField: (field, read, put) =>
    `   ${CORRECTED_FIELDS[field]}: خوانده شده ${read}؛ اصلاح شد به ${put}`,
  undone: (id, verdict, now, by) =>
    now === "proposed"
      ? `${embed(id)} دیگر ${STATUSES[verdict] ?? verdict} نیست؛ اکنون بی‌تصمیم است`
      : now === verdict
        ? `آخرین تصمیم پس گرفته شد؛ ${embed(id)} همچنان ${STATUSES[now] ?? now} است، به تصمیم پیشین ${by}`
        : `${embed(id)} دیگر ${STATUSES[verdict] ?? verdict} نیست؛ به تصمیم پیشین ${by} دوباره ${STATUSES[now] ?? now} است`,
  wouldErase: (plan) => [
    plan.actor === null
      ? `برای همیشه می‌رود: ${thingsOf(plan)}`
      : `برای همیشه می‌رود: نام و نقش ${embed(plan.actor)}؛ ثبت‌ها با همین نام مستعار می‌مانند`,
    `${number(plan.entries)} ثبت، ${number(plan.claims)} گزاره، ${number(plan.decisions)} تصمیم، ${number(plan.evidence.files)} مدرک (${number(plan.evidence.bytes)} بایت)`,
    ...plan.aboutPeople.map(({ entry, verdict, isKept }) => {
      const decided = `تصمیم دربارهٔ اشخاص: ${embed(entry)} (${verdictFa(verdict)})`;
      return isKept
        ? `${decided} برای نام‌برده‌های گزارش‌های دیگر دوباره ثبت می‌شود؛ دلیل آن می‌رود`
        : `${decided} می‌رود`;
    }),
    ...(plan.models === 0
      ? []
      : ["رواج نام‌ها با این گزارش هم شمرده شده است: آن شمارش‌ها می‌رود و بی آن از نو انجام می‌شود"]),
    ...staying(plan, [plan.id]),
    ...plan.people.map(goesBy),
    ...namedElsewhere(plan),
    ...(plan.backups.length === 0 ? [] : [heldByBackups(plan)]),
  ],
  erased: (plan) => [
    `پاک شد: ${number(plan.entries)} ثبت و مدارک آن‌ها دیگر برای هیچ‌کس باز نمی‌شود. اثبات‌هایشان همچنان برقرار است.`,
    ...staying(plan, []),
    ...plan.people.map(goesBy),
    ...namedElsewhere(plan),
    ...(plan.backups.length === 0 ? [] : [heldByBackups(plan)]),
    "فایل erasures.json را از پوشهٔ بایگانی کنار نسخه‌های پشتیبان بگذارید: sanad restore آنچه را در آن است پاک می‌کند.",
    "آنچه پاک نشد: رونوشت‌های دیگران و لایه‌های زیرین دیسک. docs/erasure.md بیشتر می‌گوید.",
  ],
  nothingErased: "چیزی پاک نشد",
  eraseQuestion: (id) =>
    `همهٔ آنچه از آنِ ${embed(id)} است از میان برود؟ این کار برگشت ندارد. شناسه‌اش را بنویسید: `,
  stopped: "خاموش شد",
  nothingRan: "چیزی روشن نبود",
  rebuilding: (done) =>
    `این نسخه جور دیگری فهرست می‌کند: نماها از نو ساخته می‌شوند، ${number(done)} ثبت انجام شد`,
  making: "پایگاه داده ساخته می‌شود؛ چند ثانیه طول می‌کشد",
  opening: "بایگانی باز می‌شود؛ شاید پایگاه داده‌اش باید روشن شود",
  interrupted: ({ added, same }) =>
    `متوقف شد. آنچه در بالا آمده ثبت شده است و می‌ماند (دست‌کم ${number(added)} گزارش افزوده شد، ${number(same)} گزارش از پیش بود)؛ همین فرمان دوباره بقیه را پی می‌گیرد`,
  striking: (done, all) =>
    `پاک‌شده‌ها از فایل‌ها زدوده می‌شوند: ${number(done)} جدول از ${number(all)}`,
  readAgain: (done) => `${number(done)} سند بررسی شد`,
  linesWritten: (done) => `${number(done)} سطر نوشته شد`,
  linesRestored: (done) => `${number(done)} سطر بازگردانده شد`,
  restored: ({ entries, evidence }, folder, faults) =>
    `${number(entries)} ثبت و ${number(evidence)} مدرک در ${folder} بازگردانده شد؛ ${faults === 0 ? "همه چیز می‌خواند" : `${number(faults)} چیز نمی‌خواند`}`,
  erasedAgain: (records) =>
    records === 0
      ? "چیزی از آن در فهرست پاک‌شده‌ها نبود"
      : `${number(records)} پرونده که پس از ساختن این نسخه پاک شده بود در آن هم پاک شد`,
  noErasures:
    "فهرستی از پاک‌شده‌ها پیدا نشد (--erasures): آنچه پس از ساختن این نسخه پاک شده دوباره در آن هست",
  checking: (done) => `${number(done)} ثبت آزموده شد`,
  looked: ({ entries, evidence, erased }) =>
    `${number(entries)} ثبت و ${number(evidence)} مدرک آزموده شد${erased === 0 ? "" : `، ${number(erased)} ثبت پاک شده است`}`,
  disagree: (looked, faults) =>
    `${looked}؛ ${number(faults)} چیز نمی‌خواند. چیزی تغییر داده نشد: همین وضع و رونوشتی از آن را نگه دارید؛ sanad restore بایگانیِ آخرین پشتیبان را در پوشه‌ای خالی می‌سازد`,
  agrees: (looked) => `${looked}؛ همه چیز می‌خواند`,
  compared: (rows) => `${number(rows)} سطری که جست‌وجو می‌شود همان است که ثبت‌ها می‌سازند`,
  comparedPeople: (rows) =>
    `${number(rows)} سطر از اشخاص، رویدادها و پیوندها همان است که پیوند دادن ثبت‌ها می‌سازد`,
  notLinked:
    "اشخاص و رویدادها مقایسه نشدند: چیز تازه‌ای هنوز پیوند نشده است؛ sanad link را اجرا کنید و دوباره verify",
  otherViews:
    "آنچه جست‌وجو می‌شود ساختهٔ نسخهٔ دیگری از سند است و مقایسه نشد؛ هر فرمان دیگری، مانند sanad jobs، آن را از نو می‌سازد؛ سپس دوباره verify",
  isErasing:
    "چیزی در حال پاک شدن است، یا پاک‌کردنی ناتمام مانده: شاید واژه‌هایی از آن هنوز در فایل‌ها باشد؛ فرمان بعدی آن را پی می‌گیرد؛ سپس دوباره verify",
  orphans: (count) =>
    `${number(count)} مدرک از آنِ هیچ ثبتی نیست: از کاری ناتمام مانده و برای هیچ‌کس باز نمی‌شود؛ می‌توان برداشتش و sanad tidy آنچه را بیش از یک روز مانده برمی‌دارد`,
  tidied: (count, isDry) =>
    count === 0
      ? "مدرک بی‌ثبتی که بیش از یک روز مانده باشد نیست؛ چیزی برای برداشتن نیست"
      : `${number(count)} مدرک که از آنِ هیچ ثبتی نبود ${isDry ? "برداشته می‌شد" : "برداشته شد"}`,
  young: (count) =>
    `${number(count)} مدرک کمتر از یک روز عمر دارد و می‌ماند: شاید گزارشی همین حالا افزوده می‌شود`,
  moreFaults: (count) => `و ${number(count)} چیز دیگر`,
  selfAttested:
    "فقط به گواهی خود: با هیچ نقطهٔ بازبینی‌ای از بیرون سنجیده نشد (--since). تغییر نکردن به معنای درست بودن نیست",
  stillBegins: (size) =>
    `دفتر هنوز با همان ${number(size)} ثبتِ آن نقطهٔ بازبینی آغاز می‌شود. تغییر نکردن به معنای درست بودن نیست`,
  proved: (id, index, kind) =>
    `اثبات ثبت ${number(index)} (${kind}) که ${embed(id)} بر آن استوار است`,
  proofHolds: (path, { index, kind, id, on, size, origin, key, isKeyGiven, isShown }) => [
    `${embed(path)}: ثبت ${number(index)} از ${number(size)} ثبتی که ${embed(origin)} امضا کرده است: ${kind}، ${embed(id)}، ${on}${isShown ? "؛ آنچه نشان می‌دهد همان است که ثبت شده" : ""}`,
    isKeyGiven
      ? "با کلیدی که دادید امضا شده است"
      : `فقط به گواهی خود: کلید خود را نام می‌برد، ${embed(key)}؛ آن را با کلیدی که به دیگران داده شده بسنجید (--key)`,
  ],
  proofCosigned: (name, at, key) =>
    key === null
      ? `${embed(name)} آن را در ${at} با کلیدی که دادید هم‌امضا کرده است`
      : `${embed(name)} آن را در ${at} هم‌امضا کرده است؛ از خودش بپرسید این کلید اوست یا نه: ${embed(key)} (--cosigner)`,
  proofFails: (path, why) => `${embed(path)}: ${why}`,
  terminal: (columns, hasColor) => `${columns} ستون، ${hasColor ? "رنگی" : "بی‌رنگ"}`,
  noTerminal: "خروجی پایانه نیست: ساده و بی‌رنگ",
  allHere: "هر چه لازم است هست.",
  someMissing: (count) => `${number(count)} چیز لازم نیست.`,
};

/** First-strong isolate: a Latin name keeps its order, a Persian one its own. */
function embed(words: string): string {
  const text = clean(words);
  return text === "" ? "" : `\u2068${text}\u2069`;
}

/** What was put into a message: a count in Persian digits, a path or an id as it is. */
function embedGiven(value: string): string {
  return /^\d{1,15}$/.test(value) ? number(Number(value)) : embed(value);
}

/** A day in both calendars; an instant with its time (UTC). */
function writeDate(iso: string): string {
  const [day = "", time] = iso.split(/[T ]/);
  const date = persian.date(day);
  if (time === undefined) return date;
  return `${date}، ساعت ${time.slice(0, 5).replaceAll(/\d/g, (digit) => number(Number(digit)))}`;
}

function languageName(code: string): string {
  return LANGUAGE_NAMES[code] ?? embed(code);
}

function foundBy(by: string): string {
  return FOUND_BY[by] ?? embed(by);
}

function writeQuantity(quantity: Quantity, nameClaim: NameClaim): string {
  const { min, max, unit } = quantity;
  const bounds = min === null && max === null ? "؟" : persian.quantity(quantity);
  const known = unit === null || unit === "percent" ? "" : ` ${unitOf(unit)}`;
  const qualifier = quantity.qualifier === null ? "" : ` («${embed(quantity.qualifier)}»)`;
  const subset = quantity.subsetOf === null ? "" : `، بخشی از ${nameClaim(quantity.subsetOf)}`;
  return `${bounds}${known}${qualifier}${subset}`;
}

function unitOf(unit: string): string {
  const known = unit.toLowerCase();
  const own = Object.hasOwn(persian.units, known) ? persian.units[known] : undefined;
  return own?.[1] ?? embed(unit);
}

function writePeriod(period: Period, isPut = false): string {
  const words = `«${embed(period.span.quote)}»`;
  const days = persian.period(period);
  if (days === null) return `${words} (${BASES[period.basis] ?? BASES[period.mode] ?? "مبهم"})`;
  // Of days that a person put in there are no words.
  if (isPut) return days;
  const calendar = CALENDARS[period.calendar];
  return calendar === undefined ? `${days}، ${words}` : `${days}، ${words}، ${calendar}`;
}

function writePlace(place: Place): string {
  const role = PLACE_ROLES[place.role];
  return role === undefined ? embed(place.words) : `${embed(place.words)} (${role})`;
}

/** From the document's author inward; the arrow points the way the line is read. */
function writeChain(chain: readonly Attribution[]): string {
  return chain.length === 0 ? "نویسنده" : chain.map(writeLink).join(" ← ");
}

function writeLink(link: Attribution): string {
  const name = clean(link.source ?? link.words);
  const words = clean(link.words);
  if (!isNaming(name)) return "گوینده‌ای که متن از او نام نمی‌برد";
  const as =
    words.includes(name) || name.includes(words) || !isNaming(words)
      ? ""
      : ` با عبارت «${embed(words)}»`;
  const cue = link.cue === null || !/\p{L}/u.test(link.cue) ? "" : `، «${embed(link.cue)}»`;
  return `${embed(name)}${as} (${persian.statementTypes[link.type]}${cue})`;
}

function writePerson(person: Person): string {
  const age = person.age === null ? "" : `، ${number(person.age)} ساله`;
  const father = person.father === null ? "" : `، فرزند ${embed(person.father)}`;
  return `${embed(person.name)}${age}${father} (${persian.roles[person.role]})`;
}

function thingsOf({ id, documents }: ErasurePlan): string {
  if (documents.length === 0) return embed(id);
  return documents
    .map(({ document, path }) =>
      path === null
        ? embed(document)
        : `${embed(document)} (${path === "-" ? "ورودی استاندارد" : embed(path)})`,
    )
    .join("، ");
}

/** Whoever promised somebody to be forgotten must know where else the name stands. */
function namedElsewhere({ alsoNamedIn }: ErasurePlan): readonly string[] {
  if (alsoNamedIn.length === 0) return [];
  return [
    `کسانی که در آن نام برده شده‌اند در ${number(alsoNamedIn.length)} گزارش دیگر هم هستند که می‌ماند: ${first(alsoNamedIn)}`,
  ];
}

/** A person whose id was made of what goes. */
function goesBy({ person, next }: ErasurePlan["people"][number]): string {
  return `${embed(person)} از آن پس ${embed(next)} نامیده می‌شود: گزارشی که نخست نامش را آورد می‌رود`;
}

/** Reports that hold the same words, and how they are erased. */
function staying(
  { alsoHeld: { otherVersions, lists, rows, copies, pseudonyms } }: ErasurePlan,
  ids: readonly string[],
): string[] {
  const own = (ids: readonly string[], what: string): string[] =>
    ids.length === 0
      ? []
      : [`می‌ماند: ${number(ids.length)} ${what}، هر یک گزارشی جدا: ${first(ids)}`];
  return [
    ...own(otherVersions, "نسخهٔ دیگر همان صفحه"),
    ...own(copies, "رونوشت با همین کلمات"),
    ...own(rows, "سطر فهرست"),
    ...(pseudonyms.length === 0
      ? []
      : [`می‌ماند: همین نام زیر نام مستعار دیگری، که جدا پاک می‌شود: ${first(pseudonyms)}`]),
    ...(lists.length === 0
      ? []
      : [
          `می‌ماند: همهٔ فهرست، که این سطر هم بی‌پرده در آن است: ${lists.map(embed).join("، ")}. آن را هم پاک کنید (${embed(`sanad erase ${[...ids, ...lists].join(" ")}`)})، سپس فایل را بی آن سطر دوباره بیفزایید: سطرهای دیگرش همان‌گونه می‌مانند`,
        ]),
  ];
}

/** So many ids are told; all of them stand in what --json prints. */
const MOST_IDS = 20;

function first(ids: readonly string[]): string {
  const more = ids.length - MOST_IDS;
  const told = ids.slice(0, MOST_IDS).map(embed).join("، ");
  return more > 0 ? `${told} و ${number(more)} تای دیگر` : told;
}

function heldByBackups({ backups }: ErasurePlan): string {
  const names = backups.map(({ id, madeOn }) => `${embed(id)} (${writeDate(madeOn)})`);
  return `هنوز در ${number(backups.length)} نسخهٔ پشتیبان هست: ${names.join("، ")}. آن‌ها را از میان ببرید، یا فقط با erasures.json بازگردانید`;
}
