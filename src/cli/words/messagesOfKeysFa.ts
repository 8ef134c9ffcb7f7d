import type { MessageRow } from "./messageRow.ts";

/** What opens an archive: ways in, recovery, the disk under it. */
export const KEY_MESSAGES: readonly MessageRow[] = [
  [
    "This key file unlocks the archive already ({}); nothing was changed",
    "این فایل کلید هم‌اکنون بایگانی را باز می‌کند ({1})؛ چیزی تغییر نکرد",
  ],
  [
    "This passphrase unlocks the archive already ({}); nothing was changed",
    "این عبارت عبور هم‌اکنون بایگانی را باز می‌کند ({1})؛ چیزی تغییر نکرد",
  ],
  ["Ways into this archive", "راه‌های باز کردن این بایگانی"],
  ["recovery words", "واژه‌های بازیابی"],
  ["shares, {} of {}", "سهم‌ها، {1} از {2}"],
  ["from the beginning", "از آغاز"],
  ["since {}", "از {1}"],
  [
    "When the passphrase is lost nothing opens this archive: make recovery words (sanad keys recovery) or shares (sanad keys split)",
    "اگر عبارت عبور گم شود هیچ چیز این بایگانی را باز نمی‌کند: واژه‌های بازیابی بسازید (sanad keys recovery) یا سهم‌ها (sanad keys split)",
  ],
  ["When the passphrase is lost: sanad recover", "اگر عبارت عبور گم شد: sanad recover"],
  [
    "sanad keys knows no {}; sanad help keys shows what it knows",
    "فرمان sanad keys کاری به نام {1} ندارد؛ کارهایش در sanad help keys آمده است",
  ],
  ["sanad keys knows no {}", "فرمان sanad keys کاری به نام {1} ندارد"],
  [
    "The new passphrase unlocks the archive ({}); the old one no longer does",
    "عبارت عبور تازه بایگانی را باز می‌کند ({1})؛ عبارت پیشین دیگر باز نمی‌کند",
  ],
  [
    "Whoever kept a copy of keys.json and what opened it can still open that copy, and what was entered until now",
    "هر کس رونوشتی از keys.json و راه باز کردن آن را نگه داشته باشد هنوز می‌تواند آن رونوشت و آنچه را تا امروز ثبت شده باز کند",
  ],
  ["Added {}: {}", "{1} افزوده شد: {2}"],
  ["Ended {}: {}", "{1} پایان یافت: {2}"],
  [
    "Keep the key file on another medium, not beside the archive; SANAD_KEY_FILE names it to Sanad",
    "فایل کلید را روی رسانهٔ دیگری نگه دارید، نه کنار بایگانی؛ SANAD_KEY_FILE آن را به سند نشان می‌دهد",
  ],
  [
    "sanad keys end needs the id of one way in; sanad keys lists them",
    "فرمان sanad keys end شناسهٔ یک راه را می‌خواهد؛ sanad keys آن‌ها را فهرست می‌کند",
  ],
  [
    "There is no way in {}; sanad keys lists them",
    "راهی با شناسهٔ {1} نیست؛ sanad keys آن‌ها را فهرست می‌کند",
  ],
  [
    "This is the last passphrase or key file; add another way in first",
    "این آخرین عبارت عبور یا فایل کلید است؛ نخست راه دیگری بیفزایید",
  ],
  [
    "The keys were changed meanwhile; nothing was changed",
    "کلیدها در این میان تغییر کرده بود؛ چیزی تغییر نکرد",
  ],
  [
    "There are several passphrases; unlock with the one that is to be replaced",
    "چند عبارت عبور هست؛ با همانی باز کنید که باید جایگزین شود",
  ],
  [
    "A key file in the archive's folder protects nothing; keep it on another medium",
    "فایل کلید در پوشهٔ خود بایگانی از چیزی محافظت نمی‌کند؛ آن را روی رسانهٔ دیگری نگه دارید",
  ],
  ["There is no folder {} for the key file", "پوشهٔ {1} برای فایل کلید نیست"],
  [
    "Others on this machine may read {}; run chmod 600 on it first",
    "دیگران در این رایانه می‌توانند {1} را بخوانند؛ نخست chmod 600 را روی آن اجرا کنید",
  ],
  [
    "# Recovery words of the archive; whoever has them can open it",
    "# واژه‌های بازیابی بایگانی؛ هر کس آن‌ها را داشته باشد می‌تواند بازش کند",
  ],
  [
    "# Share {} of {}; any {} of them open the archive, fewer tell nothing",
    "# سهم {1} از {2}؛ هر {3} تای آن‌ها بایگانی را باز می‌کند، کمتر از آن هیچ نمی‌گوید",
  ],
  [
    "Write the words down by hand, with their numbers; a printer or a photograph keeps a copy",
    "واژه‌ها را با شماره‌هایشان با دست بنویسید؛ چاپگر یا عکس رونوشتی نگه می‌دارد",
  ],
  ["Word {}: ", "واژهٔ {1}: "],
  ["That is another word; look at the paper again", "این واژهٔ دیگری است؛ دوباره به کاغذ نگاه کنید"],
  [
    "The words on the paper are others; nothing was added, start again",
    "واژه‌های روی کاغذ چیز دیگری است؛ چیزی افزوده نشد، از نو آغاز کنید",
  ],
  [
    "Keep the paper away from this machine; the words are nowhere else, and are not shown again",
    "کاغذ را دور از این رایانه نگه دارید؛ واژه‌ها جای دیگری نیست و دوباره نشان داده نمی‌شود",
  ],
  [
    "Give each share to another person, in another place; they are nowhere else, and are not shown again",
    "هر سهم را به کسی دیگر در جایی دیگر بدهید؛ سهم‌ها جای دیگری نیست و دوباره نشان داده نمی‌شود",
  ],
  [
    "The new passphrase unlocks the archive ({}); old passphrases that no longer do: {}",
    "عبارت عبور تازه بایگانی را باز می‌کند ({1})؛ شمار عبارت‌های پیشین که دیگر باز نمی‌کنند: {2}",
  ],
  [
    "The words were typed on this machine: make new ones (sanad keys recovery, sanad keys split) and end the old (sanad keys end)",
    "واژه‌ها روی این رایانه تایپ شد: واژه‌های تازه بسازید (sanad keys recovery یا sanad keys split) و به پیشین‌ها پایان دهید (sanad keys end)",
  ],
  [
    "Nobody can be asked for the words; give them with --words FILE, or - for standard input",
    "کسی نیست که واژه‌ها از او پرسیده شود؛ آن‌ها را با --words FILE بدهید، یا - برای ورودی استاندارد",
  ],
  [
    "Type the words in their order, several in a line or one; the first four letters are enough",
    "واژه‌ها را به ترتیب بنویسید، چندتا در یک سطر یا یکی‌یکی؛ چهار حرف نخست بس است",
  ],
  ["Recovery words or a share: ", "واژه‌های بازیابی یا یک سهم: "],
  ["Share {} of {} that are needed: ", "سهم {1} از {2} سهم لازم: "],
  ["There is no file of words {}", "فایل واژه‌ها به نام {1} نیست"],
  ["No recovery words and no share were given", "نه واژهٔ بازیابی داده شد و نه سهمی"],
  ["Give either recovery words or shares, not both", "یا واژه‌های بازیابی بدهید یا سهم‌ها، نه هر دو"],
  [
    "These are {} words; recovery words are {}, those of a share {}; leave an empty line between two shares",
    "این {1} واژه است؛ واژه‌های بازیابی {2} تا و واژه‌های یک سهم {3} تاست؛ میان دو سهم یک سطر خالی بگذارید",
  ],
  [
    "These are {} words; recovery words are {}, those of a share {}",
    "این {1} واژه است؛ واژه‌های بازیابی {2} تا و واژه‌های یک سهم {3} تاست",
  ],
  [
    "The words do not belong together: one of them is another, or stands in another place",
    "واژه‌ها به هم نمی‌خورند: یکی از آن‌ها واژهٔ دیگری است یا جایش دیگر است",
  ],
  ["Word {} is none of the list; read it again", "واژهٔ {1} در فهرست نیست؛ دوباره آن را بخوانید"],
  ["These shares are not of one set", "این سهم‌ها از یک دسته نیستند"],
  ["These shares do not belong together", "این سهم‌ها به هم نمی‌خورند"],
  ["Too few different shares: {} needed, {} given", "{1} سهم متفاوت لازم است و {2} سهم داده شد"],
  [
    "Shares need at least two people, and no more than are given one: {}",
    "سهم‌ها دست‌کم دو نفر می‌خواهند و نه بیش از کسانی که سهم می‌گیرند: {1}",
  ],
  ["This archive is not unlocked by {}", "این بایگانی با {1} باز نمی‌شود"],
  ["a passphrase", "عبارت عبور"],
  ["a key file", "فایل کلید"],
  ["shares", "سهم‌ها"],
  ["The archive is not unlocked: {}", "بایگانی باز نشد: {1}"],
  [
    "the passphrase is wrong; try again, or give it another one with sanad recover",
    "عبارت عبور دیگری است؛ دوباره بیازمایید، یا با sanad recover عبارت تازه‌ای بدهید",
  ],
  [
    "the key file is another; SANAD_KEY_FILE names it, or unset that for the passphrase",
    "فایل کلید دیگری است؛ نام آن در SANAD_KEY_FILE است، یا برای عبارت عبور آن را بردارید",
  ],
  [
    "these recovery words are not of this archive, or were ended",
    "این واژه‌های بازیابی از این بایگانی نیست یا به آن‌ها پایان داده شده",
  ],
  [
    "these shares are not of this archive, or were ended",
    "این سهم‌ها از این بایگانی نیست یا به آن‌ها پایان داده شده",
  ],
  [
    "Nobody can be asked for a new passphrase; set {}, nothing was changed",
    "کسی نیست که عبارت عبور تازه از او پرسیده شود؛ {1} را تعیین کنید، چیزی تغییر نکرد",
  ],
  [
    "The two passphrases are not the same; nothing was changed",
    "دو عبارت عبور یکی نیستند؛ چیزی تغییر نکرد",
  ],
  [
    "The two passphrases are not the same; type both again",
    "دو عبارت عبور یکی نیستند؛ هر دو را دوباره بنویسید",
  ],
  ["The question was not answered; nothing was changed", "به پرسش پاسخ داده نشد؛ چیزی تغییر نکرد"],
  ["Locked: the database is stopped", "قفل شد: پایگاه داده خاموش است"],
  ["Locked: the database was not running", "قفل شد: پایگاه داده روشن نبود"],
  [
    "Who worked here last is forgotten; no passphrase and no key is kept anywhere",
    "این‌که چه کسی آخرین بار کار کرد فراموش شد؛ هیچ عبارت عبور و کلیدی جایی نگه داشته نمی‌شود",
  ],
  [
    "The text that is searched lies on the disk in clear: only an encrypted disk that is shut off protects it",
    "متنی که در آن جست‌وجو می‌شود رمزنشده روی دیسک است: فقط دیسک رمزشده‌ای که بسته شده از آن محافظت می‌کند",
  ],
  [
    "Shut the machine down, or unmount the disk and close its encryption; a lid that is closed does neither",
    "رایانه را خاموش کنید، یا دیسک را جدا کنید و رمز آن را ببندید؛ بستن درِ رایانه هیچ‌کدام را نمی‌کند",
  ],
  [
    "Locked on this machine: what lies in the folder is sealed",
    "روی این رایانه قفل شد: آنچه در پوشه است مهر و موم شده است",
  ],
  [
    "The server runs on, and this command cannot lock it: its keeper shuts it off",
    "سرور همچنان روشن است و این فرمان نمی‌تواند آن را قفل کند: نگه‌دارندهٔ آن خاموشش می‌کند",
  ],
  [
    "The text that is searched lies in clear on the server of DATABASE_URL, open to whoever may read its database or its disk; ask its keeper for an encrypted disk",
    "متنی که در آن جست‌وجو می‌شود رمزنشده روی سرور DATABASE_URL است و هر کس بتواند پایگاه داده یا دیسک آن را بخواند به آن دسترسی دارد؛ از نگه‌دارندهٔ آن دیسک رمزشده بخواهید",
  ],
  ["The disk under it looks encrypted ({})", "دیسک زیر آن رمزشده به نظر می‌رسد ({1})"],
  [
    "The disk under it looks not encrypted ({}): whoever has it reads the names",
    "دیسک زیر آن رمزشده به نظر نمی‌رسد ({1}): هر کس آن را به دست آورد نام‌ها را می‌خواند",
  ],
  [
    "It lies in memory ({}) and is gone when the machine stops",
    "در حافظه است ({1}) و با خاموش شدن رایانه از میان می‌رود",
  ],
  [
    "Whether the disk under it is encrypted is not known",
    "این‌که دیسک زیر آن رمزشده است یا نه دانسته نیست",
  ],
  [
    "A second way in, for the day when the passphrase is lost: sanad keys recovery (docs/keys.md)",
    "راه دوم، برای روزی که عبارت عبور گم شود: sanad keys recovery (docs/keys.md)",
  ],
  [
    "{}; what is swapped out is not encrypted ({})",
    "{1}؛ آنچه از حافظه روی دیسک می‌رود رمزشده نیست ({2})",
  ],
  ["user of the database", "کاربر پایگاه داده"],
  [
    "{}: other programs may run as this user and read what an archive searches; make a user of its own (useradd --system {}) before sanad init, or sanad stop and chown -R {} {}",
    "{1}: برنامه‌های دیگر هم شاید با این کاربر کار کنند و آنچه بایگانی در آن می‌جوید را بخوانند؛ پیش از sanad init کاربری جدا بسازید (useradd --system {2})، یا sanad stop و chown -R {3} {4}",
  ],
  ["{} looks encrypted ({})", "{1} رمزشده به نظر می‌رسد ({2})"],
  [
    "{} looks not encrypted ({}): what an archive searches is in clear there",
    "{1} رمزشده به نظر نمی‌رسد ({2}): متنی که بایگانی در آن می‌جوید آن‌جا رمز نشده است",
  ],
  ["{} lies in memory ({})", "{1} در حافظه است ({2})"],
  [
    "not known for {}; what an archive searches is in clear, keep it on an encrypted disk",
    "برای {1} دانسته نیست؛ متنی که بایگانی در آن می‌جوید رمز نشده است، آن را روی دیسک رمزشده نگه دارید",
  ],
  [
    "The keys of the archive were replaced meanwhile; start the command again",
    "کلیدهای بایگانی در این میان عوض شد؛ همان فرمان را دوباره اجرا کنید",
  ],
  [
    "Nobody can be asked for what opens {}; set SANAD_PASSPHRASE and SANAD_KEY_FILE, or end it with --end-others",
    "کسی نیست که راه باز کردن {1} از او پرسیده شود؛ SANAD_PASSPHRASE و SANAD_KEY_FILE را تعیین کنید، یا با --end-others به آن پایان دهید",
  ],
  ["Passphrase of {} (empty: this way ends): ", "عبارت عبورِ {1} (خالی: این راه پایان می‌یابد): "],
  ["Key file of {} (empty: this way ends): ", "فایل کلیدِ {1} (خالی: این راه پایان می‌یابد): "],
  [
    "Checkpoints are signed with another key from now on; the old one signed over to it, and is destroyed",
    "از این پس نقطه‌های بازبینی با کلید دیگری امضا می‌شوند؛ کلید پیشین آن را امضا کرد و از میان رفت",
  ],
  ["old key: {}", "کلید پیشین: {1}"],
  ["new key: {}", "کلید تازه: {1}"],
  [
    "Hand the new key out; who has the old one can follow the proofs to it",
    "کلید تازه را به دیگران بدهید؛ هر که پیشین را دارد از راه اثبات‌ها به آن می‌رسد",
  ],
  [
    "The ways into the archive were changed, and keys.json still has those of before too, since the disk is full: make space, and the next sanad command takes them out",
    "راه‌های ورود به بایگانی تغییر کرد، ولی keys.json هنوز راه‌های پیشین را هم دارد، چون دیسک پر است: جا باز کنید تا فرمان بعدی sanad آن‌ها را بردارد",
  ],
  [
    "The ways into the archive were changed, and keys.json still has those of before too, since it could not be written ({}): let it be written to, and the next sanad command takes them out",
    "راه‌های ورود به بایگانی تغییر کرد، ولی keys.json هنوز راه‌های پیشین را هم دارد، چون نوشته نشد ({1}): اجازهٔ نوشتن در آن را بدهید تا فرمان بعدی sanad آن‌ها را بردارد",
  ],
  [
    "The keys of records could not all be wrapped anew: make space where the disk is full, and start sanad keys rotate again, which goes on with them",
    "کلیدهای پرونده‌ها همه از نو بسته نشد: اگر دیسک پر است جا باز کنید و sanad keys rotate را دوباره اجرا کنید که آن را پی می‌گیرد",
  ],
  [
    "keys.json could not be written to its end, and holds the ways of before too: let it be written to, and the next sanad command does it",
    "keys.json تا پایان نوشته نشد و راه‌های پیشین را هم دارد: اجازهٔ نوشتن در آن را بدهید تا فرمان بعدی sanad این کار را بکند",
  ],
  ["Records wrapped anew: {}", "{1} پرونده از نو پیچیده شد"],
  [
    "A replacement that was cut short is done; records wrapped anew: {}",
    "جایگزینیِ نیمه‌تمام انجام شد: {1} پرونده از نو پیچیده شد",
  ],
  [
    "The master key is another, and the old one opens nothing of this archive; records wrapped anew: {}",
    "کلید اصلی دیگری است: {1} پرونده از نو پیچیده شد و کلید پیشین چیزی از این بایگانی باز نمی‌کند",
  ],
  ["{} was not brought and has ended", "{1} آورده نشد و پایان یافت"],
  [
    "Copies and backups that were made before are still opened by what opened them then",
    "رونوشت‌ها و نسخه‌های پشتیبان پیشین را هنوز همان چیزی باز می‌کند که آن زمان باز می‌کرد",
  ],
];
