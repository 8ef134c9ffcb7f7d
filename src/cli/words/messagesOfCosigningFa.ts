import type { MessageRow } from "./messageRow.ts";

/** Cosigners and tiles. */
export const COSIGN_MESSAGES: readonly MessageRow[] = [
  ["Seen by {} up to {} entries, on {}", "{1} تا {2} ثبت را دیده است، در {3}"],
  ["Seen by {} up to {} of {} entries, on {}", "{1} تا {2} ثبت از {3} ثبت را دیده است، در {4}"],
  [
    "What was entered after that ({}) is self-attested",
    "آنچه پس از آن ثبت شده ({1}) را فقط خود بایگانی گواهی می‌دهد",
  ],
  ["That nothing was changed does not make it true", "این‌که چیزی تغییر نکرده آن را راست نمی‌کند"],
  ["{} is trusted and has signed nothing yet", "به {1} اعتماد هست و هنوز چیزی امضا نکرده است"],
  ["{} is trusted from now on", "از این پس به {1} اعتماد هست"],
  ["{} is no longer trusted", "دیگر به {1} اعتماد نیست"],
  ["{} is trusted already; nothing was changed", "از پیش به {1} اعتماد هست؛ چیزی تغییر نکرد"],
  ["{} is not trusted; nothing was changed", "به {1} اعتماد نیست؛ چیزی تغییر نکرد"],
  [
    "What to send: sanad checkpoint --for {}; your log's key: {}",
    "آنچه باید فرستاد: sanad checkpoint --for {1}؛ کلید دفتر شما: {2}",
  ],
  [
    "There is no one trusted cosigner {}; sanad checkpoint --trust KEY names one",
    "یک هم‌امضای مورد اعتماد به نام {1} نیست؛ با sanad checkpoint --trust KEY نام ببرید",
  ],
  [
    "This is no checkpoint; hand in what sanad cosign printed",
    "این نقطهٔ بازبینی نیست؛ آنچه را sanad cosign چاپ کرد بدهید",
  ],
  [
    "This is no checkpoint; hand in what sanad checkpoint --for printed",
    "این نقطهٔ بازبینی نیست؛ آنچه را sanad checkpoint --for چاپ کرد بدهید",
  ],
  [
    "This checkpoint was not signed by this archive",
    "این نقطهٔ بازبینی را این بایگانی امضا نکرده است",
  ],
  [
    "No trusted cosigner signed this checkpoint; sanad checkpoint --trust KEY names one",
    "هیچ هم‌امضای مورد اعتمادی این نقطهٔ بازبینی را امضا نکرده است؛ با sanad checkpoint --trust KEY نام ببرید",
  ],
  [
    "The ledger does not begin with the {} entries that this checkpoint signed; keep both",
    "دفتر با آن {1} ثبتی که این نقطهٔ بازبینی امضا کرده آغاز نمی‌شود؛ هر دو را نگه دارید",
  ],
  ["The ledger has {} entries, fewer than {}", "دفتر {1} ثبت دارد، کمتر از {2}"],
  ["This is no key of a cosigner; it looks like {}", "این کلید هم‌امضا نیست؛ چنین است: {1}"],
  ["An entry names a cosigner's key that is none", "ثبتی کلید هم‌امضایی را نام می‌برد که کلید نیست"],
  ["A cosigner's name holds no white space and no +", "نام هم‌امضا فاصله و + ندارد"],
  [
    "There is no cosigner's key {}; sanad cosign --new-key NAME --key FILE makes one",
    "کلید هم‌امضا به نام {1} نیست؛ sanad cosign --new-key NAME --key FILE یکی می‌سازد",
  ],
  ["{} holds no key of a cosigner", "{1} کلید هم‌امضا ندارد"],
  [
    "This checkpoint is not signed with the key of {}",
    "این نقطهٔ بازبینی با کلید {1} امضا نشده است",
  ],
  [
    "You see {} for the first time; give its key with --log, as its owner handed it out",
    "نخستین بار است که {1} را می‌بینید؛ کلیدش را چنان‌که صاحبش داده با --log بدهید",
  ],
  [
    "--log is no key of a log; it looks like {}",
    "آنچه با --log داده شد کلید دفتر نیست؛ کلید دفتر چنین است: {1}",
  ],
  ["This checkpoint is of {}, and the key of {}", "این نقطهٔ بازبینی از {1} است و کلید از آنِ {2}"],
  [
    "The key of {} is another than the one you know; where its owner told you so himself, give --replace-log",
    "کلید {1} جز آن است که می‌شناسید؛ اگر صاحبش خود چنین گفته، --replace-log بدهید",
  ],
  [
    "You signed {} entries of {}, and this checkpoint has {}; ask for a newer one",
    "شما {1} ثبت از {2} را امضا کرده‌اید و این نقطهٔ بازبینی {3} ثبت دارد؛ تازه‌تری بخواهید",
  ],
  [
    "You signed {} entries of {} last, and this proof is from {}; ask for one from {}: sanad checkpoint --from {}",
    "آخرین بار {1} ثبت از {2} را امضا کردید و این اثبات از {3} است؛ از {4} بخواهید: sanad checkpoint --from {5}",
  ],
  [
    "{} does not begin with the {} entries that you signed: its past was changed. Keep this file, and tell others",
    "{1} با آن {2} ثبتی که امضا کردید آغاز نمی‌شود: گذشته‌اش تغییر کرده است. این فایل را نگه دارید و به دیگران بگویید",
  ],
  [
    "{} was written by a newer Sanad; update it",
    "{1} را سندِ تازه‌تری نوشته است؛ برنامه را به‌روز کنید",
  ],
  [
    "sanad cosign needs --key, the file of your own key",
    "فرمان sanad cosign گزینهٔ --key می‌خواهد، فایل کلید خودتان",
  ],
  [
    "sanad cosign needs one file that sanad checkpoint --for printed",
    "فرمان sanad cosign یک فایل می‌خواهد که sanad checkpoint --for چاپ کرده است",
  ],
  [
    "This is your public key: hand it to whom you cosign for. The file keeps the secret one; copy it to no other machine",
    "این کلید عمومی شماست: آن را به کسی بدهید که برایش هم‌امضا می‌کنید. فایل کلید محرمانه را دارد؛ آن را به رایانهٔ دیگری نبرید",
  ],
  [
    "You signed {} entries of {}, which you saw for the first time",
    "{1} ثبت از {2} را امضا کردید که نخستین بار دیدید",
  ],
  [
    "You signed {} entries of {}; they begin with the {} that you signed before",
    "{1} ثبت از {2} را امضا کردید؛ با همان {3} ثبتی آغاز می‌شوند که پیش‌تر امضا کرده بودید",
  ],
  ["There is no checkpoint {}", "نقطهٔ بازبینی به نام {1} نیست"],
  ["sanad tiles takes one folder at most", "فرمان sanad tiles دست بالا یک پوشه می‌گیرد"],
  [
    "{} has the tree of {} entries; {} files were written",
    "{1} درخت {2} ثبت را دارد؛ {3} فایل نوشته شد",
  ],
  ["✗ {}", "✗ {1}"],
  ["tile {}", "کاشی {1}"],
  ["is missing; sanad tiles makes it again", "نیست؛ sanad tiles دوباره آن را می‌سازد"],
  [
    "is not what the entries make; remove it, and sanad tiles makes it again",
    "همان نیست که ثبت‌ها می‌سازند؛ آن را بردارید تا sanad tiles دوباره بسازد",
  ],
  ["belongs to no tree; remove it", "از آنِ هیچ درختی نیست؛ آن را بردارید"],
  ["is of entries that the ledger does not have", "از ثبت‌هایی است که دفتر ندارد"],
  ["is no checkpoint", "نقطهٔ بازبینی نیست"],
  [
    "signs {} entries, and the ledger has {}: it was set back",
    "{1} ثبت را امضا کرده و دفتر {2} ثبت دارد: به گذشته برگردانده شده است",
  ],
  ["cosigned checkpoint of {}", "نقطهٔ بازبینیِ هم‌امضای {1}"],
  ["is not signed by them", "او آن را امضا نکرده است"],
  [
    "Another program is signing with this key; if none is, remove {}",
    "برنامهٔ دیگری دارد با این کلید امضا می‌کند؛ اگر چنین نیست، {1} را بردارید",
  ],
];
