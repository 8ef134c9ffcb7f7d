import type { MessageRow } from "./messageRow.ts";

const AGAIN = "همان فرمان را دوباره اجرا کنید";

/** The archive: what it asks, what it refuses, what does not agree in it. */
export const LEDGER_MESSAGES: readonly MessageRow[] = [
  [
    "Every entry is somebody's: type a name, which may be an invented one",
    "هر ثبت از آنِ کسی است: نامی بنویسید، که می‌تواند ساختگی باشد",
  ],
  ["New passphrase: ", "عبارت عبور تازه: "],
  ["Passphrase: ", "عبارت عبور: "],
  ["Once more: ", "یک بار دیگر: "],
  ["Who is working? Name: ", "چه کسی کار می‌کند؟ نام: "],
  [
    "In which role (documentation officer, editor, …)? ",
    "در چه نقشی (مسئول مستندسازی، ویراستار، …)؟ ",
  ],
  [
    "There is no archive in {}; go to its folder, name it with --archive, or make one with sanad init",
    "در {1} بایگانی نیست؛ به پوشهٔ آن بروید، با --archive نامش را بگویید، یا با sanad init یکی بسازید",
  ],
  ["There is no archive in {}; sanad init makes one", "در {1} بایگانی نیست؛ sanad init یکی می‌سازد"],
  ["{} is an archive already; nothing was changed", "{1} از پیش بایگانی است؛ چیزی تغییر نکرد"],
  [
    "{} is not empty; name a folder that is, or that is not there yet",
    "پوشهٔ {1} خالی نیست؛ پوشه‌ای خالی یا تازه نام ببرید",
  ],
  [
    "The archive is locked and nobody can be asked; set SANAD_PASSPHRASE or SANAD_KEY_FILE",
    "بایگانی قفل است و کسی نیست که از او پرسیده شود؛ SANAD_PASSPHRASE یا SANAD_KEY_FILE را تعیین کنید",
  ],
  [
    "Every entry is somebody's, and nobody can be asked; set SANAD_ACTOR to a name",
    "هر ثبت از آنِ کسی است و کسی نیست که از او پرسیده شود؛ SANAD_ACTOR را نامی بگذارید",
  ],
  [
    "A passphrase needs {} characters or more; six random words are good",
    "عبارت عبور دست‌کم {1} نویسه می‌خواهد؛ شش واژهٔ تصادفی خوب است",
  ],
  ["There is no key file {}", "فایل کلیدی به نام {1} نیست"],
  ["The key file {} has fewer than 32 bytes", "فایل کلید {1} کمتر از ۳۲ بایت دارد"],
  ["passphrase", "عبارت عبور"],
  ["key file", "فایل کلید"],
  [
    "There is no claim {}; sanad search finds claims and prints their ids",
    "گزاره‌ای با شناسهٔ {1} نیست؛ sanad search گزاره‌ها را می‌یابد و شناسه‌شان را چاپ می‌کند",
  ],
  [
    "There is no entry {}; sanad log lists them, and a day such as 2025-12-15 is fine too",
    "ثبتی به نام {1} نیست؛ sanad log ثبت‌ها را فهرست می‌کند، و روزی مانند 2025-12-15 هم پذیرفته است",
  ],
  [
    "--publisher needs a name, or none where it is unknown",
    "--publisher نامی می‌خواهد، یا none برای ناشر نامعلوم",
  ],
  [
    "The database that DATABASE_URL names holds another archive already ({}), and whoever reads one would read both; make a database of its own for this one (createdb NAME)",
    "پایگاه داده‌ای که DATABASE_URL نام می‌برد بایگانی دیگری ({1}) دارد و هر که یکی را بخواند هر دو را می‌خواند؛ برای این یکی پایگاه دادهٔ جدا بسازید (createdb NAME)",
  ],
  [
    "{} lies in the folder of the archive that it is to save: what takes the one takes the other; name a file on another disk",
    "{1} در پوشهٔ همان بایگانی است که باید نگه دارد: هر چه یکی را ببرد دیگری را هم می‌برد؛ فایلی روی دیسک دیگری نام ببرید",
  ],
  ["sanad restore, from a list of erasures", "sanad restore، از روی فهرست پاک‌شده‌ها"],
  [
    "Something is being added to the archive just now, and nothing was removed; start sanad tidy again when that is over",
    "همین حالا چیزی به بایگانی افزوده می‌شود و هیچ مدرکی برداشته نشد؛ وقتی تمام شد sanad tidy را دوباره اجرا کنید",
  ],
  [
    "What stood before the last correction of {} is not kept; put it right with sanad correct",
    "آنچه پیش از آخرین اصلاح {1} بود نگه داشته نشده است؛ با sanad correct درستش کنید",
  ],
  ["There is no correction of {} to take back", "{1} اصلاحی ندارد که پس گرفته شود"],
  [
    "{} corrected the report {}; sanad undo {} takes its last correction back",
    "{1} گزارش {2} را اصلاح کرده است؛ sanad undo {3} آخرین اصلاح آن را پس می‌گیرد",
  ],
  ["What is searched has no letter and no digit", "آنچه جست‌وجو می‌شود نه حرف دارد و نه رقم"],
  ["On {} the archive had no entry yet", "بایگانی در {1} هنوز هیچ ثبتی نداشت"],
  [
    "--after takes what the page before ended with; leave it out for the first page",
    "--after همان را می‌گیرد که صفحهٔ پیش با آن پایان یافت؛ برای صفحهٔ نخست آن را ننویسید",
  ],
  ["The claim says that already; nothing was changed", "گزاره همین را می‌گوید؛ چیزی تغییر نکرد"],
  [
    "--number must be such as 335, 330-340, 335+ (at least) or -24 (at most), or none",
    "--number باید مانند 335، 330-340، 335+ (دست‌کم) یا -24 (حداکثر) باشد، یا none",
  ],
  ["There is no decision about {} to take back", "دربارهٔ {1} تصمیمی نیست که پس گرفته شود"],
  ["There is no entry, document or claim {}", "ثبت، سند یا گزاره‌ای با شناسهٔ {1} نیست"],
  ["This was erased before; nothing was changed", "این پیش‌تر پاک شده است؛ چیزی تغییر نکرد"],
  [
    "This is no checkpoint; hand in the whole text that sanad checkpoint printed",
    "این نقطهٔ بازبینی نیست؛ همهٔ متنی را بدهید که sanad checkpoint چاپ کرده است",
  ],
  ["This checkpoint is of another archive, {}", "این نقطهٔ بازبینی از بایگانی دیگری است: {1}"],
  [
    "This is no proof; hand in the file that sanad prove printed",
    "این اثبات نیست؛ فایلی را بدهید که sanad prove چاپ کرده است",
  ],
  [
    "--key is no key of a log; it looks like {}",
    "آنچه با --key داده شد کلید دفتر نیست؛ کلید دفتر چنین است: {1}",
  ],
  ["Entry {} does not hold: {}", "ثبت {1} درست نیست: {2}"],
  [
    "The head of the ledger is not what its checkpoint signed; nothing was written. sanad verify says more",
    "سر دفتر آن نیست که نقطهٔ بازبینی‌اش امضا کرده است؛ چیزی نوشته نشد. sanad verify بیشتر می‌گوید",
  ],
  [
    "What this is about was erased meanwhile; nothing was written",
    "آنچه این دربارهٔ آن است در این میان پاک شد؛ چیزی نوشته نشد",
  ],
  [
    "Only what was captured can be erased, and who worked here: name a document, one of its claims, or an actor",
    "فقط آنچه گرفته شده و نام کسی که این‌جا کار کرده پاک‌شدنی است: سندی، یکی از گزاره‌های آن، یا نام مستعاری را نام ببرید",
  ],
  [
    "Nothing was entered: an entry may hold nothing but ids where others can read it",
    "چیزی ثبت نشد: آنچه از یک ثبت دیگران می‌توانند بخوانند جز شناسه نمی‌تواند باشد",
  ],
  ["There is no list of erasures {}", "فهرستی از پاک‌شده‌ها به نام {1} نیست"],
  [
    "The list of erasures was not made by this archive; nothing was restored",
    "فهرست پاک‌شده‌ها را این بایگانی نساخته است؛ چیزی بازگردانده نشد",
  ],
  [
    "The backup is encrypted and nobody can be asked; set SANAD_BACKUP_PASSPHRASE or give --identity",
    "نسخهٔ پشتیبان رمز شده و کسی نیست که از او پرسیده شود؛ SANAD_BACKUP_PASSPHRASE را تعیین کنید یا --identity بدهید",
  ],
  [
    "Its name is {}: sanad erase tells by it which backups still hold something",
    "نام آن {1} است: sanad erase با این نام می‌گوید کدام نسخه‌ها هنوز چیزی را دارند",
  ],
  [
    "Evidence {} is missing, and no backup was written; sanad verify says of which report. sanad backup --without-missing saves the rest",
    "مدرک {1} نیست و نسخه‌ای نوشته نشد؛ sanad verify می‌گوید از کدام گزارش است. sanad backup --without-missing بقیه را نگه می‌دارد",
  ],
  [
    "Pieces of evidence that are missing here, and not in it: {}, of {} and others; sanad verify names them",
    "مدرک‌هایی که این‌جا گم شده‌اند و در نسخه نیستند: {1}، از {2} و جز آن؛ sanad verify نامشان را می‌گوید",
  ],
  [
    "Pieces of evidence that are missing here, and not in it: {}, of {}",
    "مدرک‌هایی که این‌جا گم شده‌اند و در نسخه نیستند: {1}، از {2}",
  ],
  [
    "Another version of Sanad brought this archive up to itself meanwhile, and nothing was written; start the command again with that version",
    "در این میان نسخهٔ دیگری از Sanad این بایگانی را به خود رساند و چیزی نوشته نشد؛ فرمان را با همان نسخه دوباره اجرا کنید",
  ],
  [
    "Erased evidence could not be removed: let its folder be written to, or its store answer, and the next sanad command does it; sanad verify names the files",
    "مدرک پاک‌شده برداشته نشد: اجازهٔ نوشتن در پوشه‌اش را بدهید، یا بگذارید انبارش پاسخ دهد، تا فرمان بعدی sanad این کار را بکند؛ sanad verify فایل‌ها را نام می‌برد",
  ],
  [
    "Another command still reads the state before; the next sanad command takes out of the database's files what is left",
    "فرمان دیگری هنوز وضع پیشین را می‌خواند؛ آنچه در فایل‌های پایگاه داده مانده با فرمان بعدی sanad برداشته می‌شود",
  ],
  [
    "The database's files may still hold what was erased, or keys of before, since they could not all be written anew, such as where the disk is full: make space, and the next sanad command does it. sanad verify says so until it is done",
    "شاید آنچه پاک شد، یا کلیدهای پیشین، هنوز در فایل‌های پایگاه داده باشد، چون همهٔ آن‌ها از نو نوشته نشد، مثلاً چون دیسک پر است: جا باز کنید تا فرمان بعدی sanad این کار را بکند. sanad verify تا پایان کار آن را می‌گوید",
  ],
  [
    "The key of a record does not open, and an older key is kept for it, which opens copies of what was erased; sanad verify names the record",
    "کلید پرونده‌ای باز نمی‌شود و کلیدی کهنه‌تر، که رونوشت‌های آنچه پاک شد را باز می‌کند، برای آن نگه داشته شده است؛ sanad verify آن پرونده را نام می‌برد",
  ],
  [
    "The server's statistics may still hold single words of what was erased, or keys of before: whoever runs it should run VACUUM FULL pg_statistic",
    "شاید تک‌واژه‌هایی از آنچه پاک شد، یا کلیدهای پیشین، در آمار سرور مانده باشد: گردانندهٔ آن VACUUM FULL pg_statistic را اجرا کند",
  ],
  [
    "The server's change log still holds what was erased, or keys of before: whoever runs it should archive nothing of it and run CHECKPOINT",
    "آنچه پاک شد، یا کلیدهای پیشین، هنوز در دفتر تغییرات سرور هست: گردانندهٔ آن چیزی از آن را بایگانی نکند و CHECKPOINT را اجرا کند",
  ],
  [
    "The database of this archive cannot run in {}, which cannot be written to. Let it be written to; or copy the archive's whole folder to a place where it can (cp -r, then chmod -R u+w) and look at the copy with --archive",
    "پایگاه دادهٔ این بایگانی در {1} نمی‌تواند کار کند، چون در آن نمی‌توان نوشت. اجازهٔ نوشتن بدهید؛ یا همهٔ پوشهٔ بایگانی را در جایی که بتوان نوشت رونوشت کنید (cp -r و سپس chmod -R u+w) و با --archive رونوشت را ببینید",
  ],
  [
    "{} cannot be written to, and its database cannot run there; let it be written to, or look at a copy",
    "در {1} نمی‌توان نوشت و پایگاه داده‌اش آن‌جا نمی‌تواند کار کند؛ اجازهٔ نوشتن بدهید، یا رونوشتی از آن را ببینید",
  ],
  [
    "The database did not start; the last lines of {} say why",
    "پایگاه داده راه نیفتاد؛ آخرین سطرهای {1} دلیل آن را می‌گویند",
  ],
  [
    "Things in this archive that are damaged, and are in the file as they are here: {}; sanad verify names them. Keep the backups that were made before",
    "چیزهایی که در این بایگانی آسیب دیده‌اند و همان‌گونه در فایل هستند: {1}؛ sanad verify نامشان را می‌گوید. نسخه‌های پیشین را نگه دارید",
  ],
  [
    "Some entries are damaged, and what they say is not found any more; sanad verify names them. Keep the backups that were made before",
    "برخی ثبت‌ها آسیب دیده‌اند و آنچه می‌گویند دیگر یافت نمی‌شود؛ sanad verify نامشان را می‌گوید. نسخه‌های پیشین را نگه دارید",
  ],
  [
    "Pieces of evidence that were missing when the backup was made, and are missing here: {}",
    "مدرک‌هایی که هنگام ساختن نسخه گم شده بودند و این‌جا هم نیستند: {1}",
  ],
  [
    "The server of DATABASE_URL does not hold this archive; unset DATABASE_URL, or name the server that does",
    "سرور DATABASE_URL این بایگانی را ندارد؛ DATABASE_URL را بردارید، یا سروری را نام ببرید که آن را دارد",
  ],
  [
    "The database in this folder does not hold its archive; restore a backup into another folder",
    "پایگاه دادهٔ این پوشه بایگانی آن را ندارد؛ نسخهٔ پشتیبانی را در پوشهٔ دیگری بازگردانید",
  ],
  [
    "This archive's database is on a server; set DATABASE_URL to it",
    "پایگاه دادهٔ این بایگانی روی سرور است؛ DATABASE_URL را نشانی آن بگذارید",
  ],
  [
    "This archive's database is in its folder; unset DATABASE_URL",
    "پایگاه دادهٔ این بایگانی در پوشهٔ آن است؛ DATABASE_URL را بردارید",
  ],
  [
    "The database holds this archive for another folder, such as one that was restored; name the database that belongs to this folder",
    "پایگاه داده این بایگانی را برای پوشهٔ دیگری دارد، مانند پوشه‌ای بازگردانده‌شده؛ پایگاهی را نام ببرید که از آنِ این پوشه است",
  ],
  [
    "The database has the encoding {}; make one with encoding 'UTF8' and locale 'C.UTF-8' from template0",
    "رمزگذاری نویسه‌های پایگاه داده {1} است؛ از template0 یکی با encoding 'UTF8' و locale 'C.UTF-8' بسازید",
  ],
  [
    "This database cannot find Persian names, because of its locale; make one with encoding 'UTF8' and locale 'C.UTF-8' from template0",
    "این پایگاه داده به سبب locale خود نام‌های فارسی را نمی‌یابد؛ از template0 یکی با encoding 'UTF8' و locale 'C.UTF-8' بسازید",
  ],
  [
    "The user of DATABASE_URL may not make the roles {} and {}; docs/archive.md says what the server's keeper has to run once",
    "کاربر DATABASE_URL اجازهٔ ساختن نقش‌های {1} و {2} را ندارد؛ docs/archive.md می‌گوید گردانندهٔ سرور یک بار چه باید اجرا کند",
  ],
  [
    "{} belongs to somebody else, or others may enter it; remove it, or put the archive where its path is shorter",
    "{1} از آنِ کس دیگری است یا دیگران به آن راه دارند؛ آن را بردارید، یا بایگانی را جایی با مسیر کوتاه‌تر بگذارید",
  ],
  ["There is no actor {}", "کسی با نام مستعار {1} نیست"],
  [
    "This is no list of erasures; it is the file erasures.json in the archive's folder",
    "این فهرست پاک‌شده‌ها نیست؛ آن فهرست فایل erasures.json در پوشهٔ بایگانی است",
  ],
  ["Another program is making an archive in {}", "برنامهٔ دیگری دارد در {1} بایگانی می‌سازد"],
  ["Entry {} was erased", "ثبت {1} پاک شده است"],
  [
    "Entry {} is not the reading of {}; sanad verify says more",
    "ثبت {1} خوانش {2} نیست؛ sanad verify بیشتر می‌گوید",
  ],
  [
    "The claim {} went meanwhile; look at its document again",
    "ادعای {1} در این میان رفت؛ سند آن را دوباره ببینید",
  ],
  [
    "{} was decided on meanwhile ({}); nothing was changed. sanad show {} tells by whom, and how it stands",
    "در این میان دربارهٔ {1} تصمیم گرفته شد ({2})؛ چیزی تغییر نکرد. sanad show {3} می‌گوید چه کسی تصمیم گرفت و اکنون چگونه است",
  ],
  [
    "What was decided about {} was taken back meanwhile; nothing was changed. sanad show {} tells how it stands",
    "آنچه دربارهٔ {1} تصمیم گرفته شده بود در این میان پس گرفته شد؛ چیزی تغییر نکرد. sanad show {2} می‌گوید اکنون چگونه است",
  ],
  ["Entry {} is missing; sanad verify says more", "ثبت {1} نیست؛ sanad verify بیشتر می‌گوید"],
  [
    "Entry {} was erased; only its proof is left (without --show)",
    "ثبت {1} پاک شده است؛ فقط اثبات آن مانده (بدون --show)",
  ],
  ["Evidence {} is missing", "مدرک {1} نیست"],
  ["The key of {} records, epoch {}, is missing", "کلید پرونده‌های {1}، دورهٔ {2}، نیست"],
  [
    "The ledger has {} entries, not {}; nothing was written",
    "دفتر {1} ثبت دارد، نه {2}؛ چیزی نوشته نشد",
  ],
  [
    "The migration {} is not the one that made this archive",
    "گام {1} همانی نیست که این بایگانی را ساخته است",
  ],
  [
    "The tree has a gap at level {}; sanad verify says more",
    "درخت در لایهٔ {1} افتادگی دارد؛ sanad verify بیشتر می‌گوید",
  ],
  [
    "What is sealed as {} does not open: the key is another, or its bytes were changed",
    "آنچه با نام {1} مهر شده باز نمی‌شود: کلید دیگری است، یا بایت‌هایش تغییر کرده است",
  ],
  ["The database holds no such archive", "پایگاه داده چنین بایگانی‌ای ندارد"],
  [
    "This archive was used by a newer Sanad; update it",
    "این بایگانی با سندِ تازه‌تری به کار رفته است؛ برنامه را به‌روز کنید",
  ],
  [
    "This archive's keys were written by a newer Sanad; update it",
    "کلیدهای این بایگانی را سندِ تازه‌تری نوشته است؛ برنامه را به‌روز کنید",
  ],
  [
    "The disk is full; what was acknowledged is kept, start the command again when there is space",
    `دیسک پر است؛ آنچه تأیید شد محفوظ است، پس از باز شدن جا ${AGAIN}`,
  ],
  [
    "The server of DATABASE_URL has no database of that name; make it (create database sanad template template0 encoding 'UTF8' locale 'C.UTF-8'), or name another",
    "در کارساز DATABASE_URL پایگاه‌داده‌ای به این نام نیست؛ بسازیدش (create database sanad template template0 encoding 'UTF8' locale 'C.UTF-8') یا نام دیگری بدهید",
  ],
  [
    "The server of DATABASE_URL does not let this user in; look at its name and password",
    "کارساز DATABASE_URL این کاربر را راه نمی‌دهد؛ نام و گذرواژه‌اش را ببینید",
  ],
  [
    "The server of DATABASE_URL does not answer; look whether it runs, and at its address. What was acknowledged is kept",
    "کارساز ⁨DATABASE_URL⁩ پاسخ نمی‌دهد؛ ببینید آیا در کار است و نشانی‌اش درست است. آنچه تأیید شده بود نگه داشته شده است",
  ],
  [
    "The database stopped; what was acknowledged is kept, start the command again",
    `پایگاه داده خاموش شد؛ آنچه تأیید شده بود مانده است، ${AGAIN}`,
  ],
  ["The database has no session left; try again", "پایگاه داده جای اتصال ندارد؛ دوباره بکوشید"],
  [
    "The database did not answer within a minute; {} may say why",
    "پایگاه داده یک دقیقه پاسخ نداد؛ شاید دلیل آن در {1} آمده باشد",
  ],
  [
    "There is no PostgreSQL for this machine; install PostgreSQL {} or newer, or set DATABASE_URL to a server",
    "برای این رایانه PostgreSQL نیست؛ PostgreSQL {1} یا تازه‌تر نصب کنید، یا DATABASE_URL را نشانی یک سرور بگذارید",
  ],
  [
    "SANAD_POSTGRES_BIN names no folder with initdb and postgres {} or newer",
    "SANAD_POSTGRES_BIN پوشه‌ای را نام نمی‌برد که initdb و postgres {1} یا تازه‌تر داشته باشد",
  ],
  ["Sanad needs PostgreSQL {} or newer", "سند PostgreSQL {1} یا تازه‌تر می‌خواهد"],
  [
    "PostgreSQL does not run as root, and this machine has no user sanad, postgres or nobody; run Sanad as another user",
    "PostgreSQL با کاربر root اجرا نمی‌شود و این رایانه کاربر sanad، postgres یا nobody ندارد؛ سند را با کاربر دیگری اجرا کنید",
  ],
  [
    "As root, PostgreSQL runs as another user, who may not enter {}; let others pass through (chmod o+x), put the archive elsewhere, or run Sanad as another user",
    "اگر کاربر root باشد، PostgreSQL با کاربر دیگری اجرا می‌شود که اجازهٔ ورود به {1} ندارد؛ راه دیگران را باز کنید (chmod o+x)، بایگانی را جای دیگری بگذارید، یا سند را با کاربر دیگری اجرا کنید",
  ],
  ["Passphrase of the backup: ", "عبارت عبور نسخهٔ پشتیبان: "],
  ["Wrote {}: {}, {}", "{1} نوشته شد: {2}، {3}"],
  ["{} MB", "{1} مگابایت"],
  ["{} kB", "{1} کیلوبایت"],
  [
    "Recovery words and shares of this archive open it too: sanad restore --recover",
    "واژه‌های بازیابی و سهم‌های این بایگانی هم آن را باز می‌کنند: sanad restore --recover",
  ],
  [
    "This archive has no recovery words: without its passphrases nothing opens this file (sanad keys recovery)",
    "این بایگانی واژه‌های بازیابی ندارد: بی عبارت‌های عبور هیچ چیز این فایل را باز نمی‌کند (sanad keys recovery)",
  ],
  [
    "The archive is opened by these words alone; sanad recover gives it a passphrase",
    "بایگانی تنها با این واژه‌ها باز می‌شود؛ sanad recover به آن عبارت عبور می‌دهد",
  ],
  [
    "Made again from {} entries what is searched and listed; sanad verify --deep compares it",
    "آنچه جست‌وجو و فهرست می‌شود از {1} ثبت دوباره ساخته شد؛ sanad verify --deep آن را می‌سنجد",
  ],
  [
    "No trusted cosigner has signed a checkpoint that holds entry {}; sanad checkpoint --for NAME asks for one",
    "هیچ هم‌امضای معتمدی نقطهٔ بازبینی‌ای را که ثبت {1} در آن باشد امضا نکرده است؛ sanad checkpoint --for NAME آن را درخواست می‌کند",
  ],
  [
    "it is not signed by the cosigner whose key you gave",
    "هم‌امضایی که کلیدش را دادید آن را امضا نکرده است",
  ],
  [
    "The evidence of this archive is at {}; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    "مدرک‌های این بایگانی در {1} است؛ AWS_ACCESS_KEY_ID و AWS_SECRET_ACCESS_KEY را تنظیم کنید",
  ],
  [
    "SANAD_EVIDENCE must be the address of a bucket, such as https://s3.example.org/bucket",
    "SANAD_EVIDENCE باید نشانی یک سطل (bucket) باشد، مانند https://s3.example.org/bucket",
  ],
  [
    "The store of evidence refuses what AWS_ACCESS_KEY_ID names (HTTP {})",
    "انبار مدرک‌ها آنچه را AWS_ACCESS_KEY_ID نام می‌برد نمی‌پذیرد (HTTP {1})",
  ],
  [
    "The store of evidence answers with HTTP {}; nothing was half-written, start the command again",
    "انبار مدرک‌ها با HTTP {1} پاسخ می‌دهد؛ چیزی نیمه‌کاره نوشته نشد، فرمان را دوباره اجرا کنید",
  ],
  [
    "The store of evidence has no such bucket; look at the address of the evidence",
    "انبار مدارک چنین سطلی (bucket) ندارد؛ نشانی مدارک را بررسی کنید",
  ],
  [
    "The store of evidence does not answer; nothing was half-written, start the command again",
    "انبار مدرک‌ها پاسخ نمی‌دهد؛ چیزی نیمه‌کاره نوشته نشد، فرمان را دوباره اجرا کنید",
  ],
  ["encrypted with a passphrase", "رمزشده با عبارت عبور"],
  ["encrypted to the keys you gave", "رمزشده برای کلیدهایی که دادید"],
  [
    "not encrypted as a file; entries and evidence in it are sealed",
    "خود فایل رمز نشده است؛ ثبت‌ها و مدارک درون آن مهر شده‌اند",
  ],
  [
    "Try it once: sanad restore {} in another folder",
    "یک بار بیازمایید: sanad restore {1} در پوشه‌ای دیگر",
  ],
  [
    "Set SANAD_BACKUP_PASSPHRASE, or name keys with --to, or give --plain",
    "SANAD_BACKUP_PASSPHRASE را تعیین کنید، یا با --to کلید نام ببرید، یا --plain بدهید",
  ],
  ["sanad backup needs one file to write", "فرمان sanad backup یک فایل برای نوشتن می‌خواهد"],
  ["sanad restore needs the file of a backup", "فرمان sanad restore فایل نسخهٔ پشتیبان را می‌خواهد"],
  ["There is no identity {}", "کلید محرمانه‌ای به نام {1} نیست"],
  [
    "{} holds no secret key of age (AGE-SECRET-KEY-…)",
    "{1} کلید محرمانهٔ age ندارد (AGE-SECRET-KEY-…)",
  ],
  ["{} is there already; nothing was written over it", "{1} از پیش هست؛ چیزی روی آن نوشته نشد"],
  ["--to must be a public key of age, such as age1…", "--to باید کلید عمومی age باشد، مانند age1…"],
  [
    "This backup is not whole: it was cut short or changed; nothing was restored",
    "این نسخهٔ پشتیبان کامل نیست: ناتمام مانده یا تغییر کرده است؛ چیزی بازگردانده نشد",
  ],
  [
    "The backup does not open with this passphrase or identity; SANAD_BACKUP_PASSPHRASE or --identity names another, --recover takes recovery words",
    "نسخهٔ پشتیبان با این عبارت عبور یا کلید باز نمی‌شود؛ SANAD_BACKUP_PASSPHRASE یا --identity دیگری را می‌گوید و --recover واژه‌های بازیابی می‌گیرد",
  ],
  ["This is no name of evidence", "این نام مدرکی نیست"],
  [
    "This is no backup of an archive, or a newer Sanad made it; name a file that sanad backup wrote",
    "این نسخهٔ پشتیبان بایگانی نیست، یا سندِ تازه‌تری آن را ساخته است؛ پرونده‌ای را نام ببرید که sanad backup نوشته است",
  ],
  [
    "The database has this archive already, with {} entries; nothing was changed",
    "پایگاه داده این بایگانی را از پیش دارد، با {1} ثبت؛ چیزی تغییر نکرد",
  ],
  ["There is no backup {}", "نسخهٔ پشتیبانی به نام {1} نیست"],
  [
    "Documents that would change: {}; claims gone: {}, come: {}, gone though decided on: {}",
    "{1} سند تغییر می‌کرد: {2} گزاره می‌رفت، {3} گزاره می‌آمد، دربارهٔ {4} گزارهٔ رفته تصمیم گرفته شده بود",
  ],
  [
    "Documents changed: {}; claims gone: {}, come: {}, gone though decided on: {}",
    "{1} سند تغییر کرد: {2} گزاره رفت، {3} گزاره آمد، دربارهٔ {4} گزارهٔ رفته تصمیم گرفته شده بود",
  ],
  ["{}  {} kept", "{1}  {2} گزاره ماند"],
  [
    "{}  changed each time it was read again, and is left as it stands; start sanad reread again",
    "{1}  هر بار که دوباره خوانده شد تغییر کرده بود و همان‌طور که هست ماند؛ sanad reread را دوباره اجرا کنید",
  ],
  [
    "{} had been decided on; look at it: sanad history {}",
    "دربارهٔ {1} تصمیم گرفته شده بود؛ آن را ببینید: sanad history {2}",
  ],
  ["entry {}", "ثبت {1}"],
  ["evidence of {}", "مدرک {1}"],
  ["tree {}", "درخت {1}"],
  ["key of {}", "کلید {1}"],
  ["row {}", "سطر {1}"],
  ["table {}", "جدول {1}"],
  ["tree", "درخت"],
  ["entries", "ثبت‌ها"],
  ["erasures", "پاک‌کردن‌ها"],
  ["stands outside the ledger", "بیرون از دفتر است"],
  ["the database cannot read it", "پایگاه داده نمی‌تواند آن را بخواند"],
  ["the database cannot read where they end", "پایگاه داده نمی‌تواند پایانشان را بخواند"],
  [
    "the database cannot read whether all of them hold",
    "پایگاه داده نمی‌تواند بخواند که همهٔ آن‌ها برجاست",
  ],
  ["it cannot be read", "خوانده نمی‌شود"],
  ["no row can be made of it", "سطری از آن ساخته نمی‌شود"],
  [
    "A pseudonym is erased alone; nothing was changed",
    "نام مستعار تنها پاک می‌شود؛ چیزی تغییر نکرد",
  ],
  ["signing keys", "کلیدهای امضا"],
  ["signing key {}", "کلید امضای {1}"],
  ["own key {}", "کلید خود بایگانی، {1}"],
  ["way in {}", "راه ورود {1}"],
  [
    "The list of erasures (erasures.json) could not be written: let the archive's folder be written to, and the next sanad command does it",
    "فهرست پاک‌شده‌ها (erasures.json) نوشته نشد: اجازهٔ نوشتن در پوشهٔ بایگانی را بدهید تا فرمان بعدی sanad این کار را بکند",
  ],
  [
    "{} is missing, and without it nothing opens; put it back from a copy of the folder, or restore a backup into another one",
    "{1} نیست و بی آن هیچ چیز باز نمی‌شود؛ آن را از رونوشتی از پوشه برگردانید، یا نسخهٔ پشتیبانی را در پوشهٔ دیگری بازگردانید",
  ],
  [
    "{} is damaged, and without it nothing opens; put it back from a copy of the folder, or restore a backup into another one",
    "{1} آسیب دیده است و بی آن هیچ چیز باز نمی‌شود؛ آن را از رونوشتی از پوشه برگردانید، یا نسخهٔ پشتیبانی را در پوشهٔ دیگری بازگردانید",
  ],
  [
    "{} is damaged; put it back from a copy of the folder, or restore a backup into another one",
    "{1} آسیب دیده است؛ آن را از رونوشتی از پوشه برگردانید، یا نسخهٔ پشتیبانی را در پوشهٔ دیگری بازگردانید",
  ],
  [
    "This user may not read or write {}; give it the right to, or run Sanad as the user it belongs to",
    "این کاربر نمی‌تواند {1} را بخواند یا بنویسد؛ به او اجازه دهید، یا سند را با کاربری اجرا کنید که آن از آنِ اوست",
  ],
  [
    "DATABASE_URL is no address of a PostgreSQL server; it looks like postgres://user@host/database",
    "DATABASE_URL نشانی سرور PostgreSQL نیست؛ چنین نشانی‌ای این‌گونه است: postgres://user@host/database",
  ],
  [
    "{} is still to come; leave --as-known-on out for today",
    "{1} هنوز نیامده است؛ برای امروز --as-known-on را ننویسید",
  ],
  [
    "No folder can be made in {}; choose another place",
    "در {1} نمی‌توان پوشه‌ای ساخت؛ جای دیگری برگزینید",
  ],
  ["The disk that {} lies on cannot be written to", "روی دیسکی که {1} بر آن است نمی‌توان نوشت"],
  ["{} cannot be: what stands above it is a file", "{1} نمی‌تواند باشد: آنچه بالای آن است فایل است"],
  ["{} is a folder, where a file is needed", "{1} پوشه است، و فایل لازم است"],
  [
    "The disk cannot read or write {}; it may be failing",
    "دیسک نمی‌تواند {1} را بخواند یا بنویسد؛ شاید رو به خرابی است",
  ],
  [
    "The report has {} claims, and one may have {}; part it and add the parts",
    "گزارش {1} گزاره دارد و یک گزارش می‌تواند {2} گزاره داشته باشد؛ آن را بخش کنید و بخش‌ها را بیفزایید",
  ],
  [
    "These users of the server may read and change this archive too: {}; where they should not, docs/archive.md says what its keeper has to run",
    "این کاربران سرور هم می‌توانند این بایگانی را بخوانند و تغییر دهند: {1}؛ اگر نباید، docs/archive.md می‌گوید نگهدارندهٔ سرور چه اجرا کند",
  ],
  ["is missing from keys.json", "در keys.json نیست"],
  [
    "was changed since it was made, and may not open the archive",
    "از زمان ساختنش تغییر کرده است و شاید بایگانی را باز نکند",
  ],
  ["cannot be read", "خوانده نمی‌شود"],
  ["a newer Sanad made it (version {} of {})", "سند تازه‌تری آن را ساخته است (نسخهٔ {1} از {2})"],
  [
    "The archive's own key {} is missing from its database; restore a backup into another folder",
    "کلید خود بایگانی، {1}، در پایگاه دادهٔ آن نیست؛ نسخهٔ پشتیبانی را در پوشهٔ دیگری بازگردانید",
  ],
  [
    "The server of DATABASE_URL runs with fsync = off: what it acknowledges may be lost; set it on and start the command again",
    "سرور DATABASE_URL با fsync = off کار می‌کند: آنچه تأیید می‌کند شاید از دست برود؛ آن را روشن کنید و فرمان را از نو آغاز کنید",
  ],
  ["has another note of succession than its entry", "یادداشت جانشینی‌اش جز آنِ ثبت آن است"],
  ["no entry says that it was made", "هیچ ثبتی از ساختن آن نمی‌گوید"],
  [
    "is not the one that the notes of succession lead to",
    "همان نیست که یادداشت‌های جانشینی به آن می‌رسند",
  ],
  ["names another log than the archive's folder", "دفتری جز آنِ پوشهٔ بایگانی را نام می‌برد"],
  ["its hashes are not those of the entries", "چکیده‌هایش همان‌های ثبت‌ها نیست"],
  ["is not what the entries make of it: {}", "همان نیست که ثبت‌ها می‌سازند: {1}"],
  ["is not what linking makes of the entries: {}", "همان نیست که پیوند دادن ثبت‌ها می‌سازد: {1}"],
  ["is made by no linking of the entries", "از پیوند دادن ثبت‌ها پدید نمی‌آید"],
  ["is missing, and linking makes it", "نیست، و پیوند دادن آن را می‌سازد"],
  [
    "People are linked by somebody else all the time; verify again later",
    "کس دیگری پیوسته اشخاص را پیوند می‌دهد؛ دیرتر دوباره verify را اجرا کنید",
  ],
  ["stands in no time of the ledger", "در هیچ زمانی از دفتر نیست"],
  [
    "Something was erased while the backup was written, and it would still hold it; nothing was kept, start it again",
    "هنگام نوشتن پشتیبان چیزی پاک شد که هنوز در آن می‌بود؛ چیزی نگه داشته نشد، دوباره آغاز کنید",
  ],
  [
    "one of them was not finished, and what it had to do is noted no more",
    "یکی از آن‌ها به پایان نرسیده و آنچه مانده بود دیگر یادداشت نشده است",
  ],
  ["was erased, and is there again", "پاک شده بود و دوباره هست"],
  ["was erased, and its file is there still", "پاک شده است و فایلش هنوز هست"],
  [
    "Something was entered about what is to be erased since it was looked at; nothing was erased, start the command again",
    "از هنگام بررسی چیزی دربارهٔ آنچه باید پاک شود ثبت شده است؛ چیزی پاک نشد، فرمان را دوباره اجرا کنید",
  ],
  [
    "an older key that opens copies of what was erased is kept, since the key of a record that it wraps does not open",
    "کلیدی کهنه‌تر که رونوشت‌های آنچه پاک شد را باز می‌کند نگه داشته شده است، چون کلید پرونده‌ای که با آن بسته شده باز نمی‌شود",
  ],
  [
    "An erasure or a change of the keys is not finished: the disk is full, so that what it left in the database's files stays there; make space, and the next sanad command goes on with it",
    "یک پاک‌کردن یا تغییر کلیدها به پایان نرسیده است: دیسک پر است و آنچه از آن در فایل‌های پایگاه داده ماند همان‌جا می‌ماند؛ جا باز کنید تا فرمان بعدی sanad آن را پی بگیرد",
  ],
  [
    "An erasure or a change of the keys is not finished ({}): what it left in the database's files may stay there; the next sanad command goes on with it",
    "یک پاک‌کردن یا تغییر کلیدها به پایان نرسیده است ({1}): شاید آنچه از آن در فایل‌های پایگاه داده ماند همان‌جا بماند؛ فرمان بعدی sanad آن را پی می‌گیرد",
  ],
  [
    "What was asked for is done and entered, and people and events could not be linked behind it, since the disk is full: make space, and the next sanad command that shows them does it",
    "آنچه خواسته شد انجام و ثبت شد، ولی پس از آن افراد و رویدادها به هم پیوند نخوردند، چون دیسک پر است: جا باز کنید تا فرمان بعدی sanad که آن‌ها را نشان می‌دهد این کار را بکند",
  ],
  [
    "What was asked for is done and entered, and people and events could not be linked behind it; the next sanad command that shows them does it (sanad jobs)",
    "آنچه خواسته شد انجام و ثبت شد، ولی پس از آن افراد و رویدادها به هم پیوند نخوردند؛ فرمان بعدی sanad که آن‌ها را نشان می‌دهد این کار را می‌کند (sanad jobs)",
  ],
  [
    "The database works for other commands and takes no new one, since its socket was removed; start the command again when they have ended",
    "پایگاه داده برای فرمان‌های دیگر کار می‌کند و فرمان تازه نمی‌گیرد، چون سوکت آن برداشته شده است؛ پس از پایان آن‌ها فرمان را دوباره اجرا کنید",
  ],
  ["has ended, and is there again", "پایان یافته بود و دوباره هست"],
  ["names another archive", "بایگانی دیگری را نام می‌برد"],
  [
    "There is no claim {}, so none of them was changed; sanad search prints the ids of claims",
    "گزاره‌ای با شناسهٔ {1} نیست، پس هیچ‌یک تغییر نکرد؛ sanad search شناسهٔ گزاره‌ها را می‌نویسد",
  ],
  ["sanad correct takes one claim at a time", "sanad correct هر بار یک گزاره می‌گیرد"],
  [
    "--{} is of a whole report: sanad correct d-… --{}; sanad show {} names the report",
    "--{1} از آنِ همهٔ گزارش است: sanad correct d-… --{2}؛ sanad show {3} گزارش را نام می‌برد",
  ],
  [
    "--{} is of a claim, and {} is a report; sanad show {} lists its claims (c-…)",
    "--{1} از آنِ گزاره است و {2} گزارش است؛ sanad show {3} گزاره‌های آن (c-…) را فهرست می‌کند",
  ],
  [
    "Corrections of reports (d-…) are taken back one report at a time; nothing was changed",
    "اصلاح گزارش‌ها (d-…) یکی‌یکی پس گرفته می‌شود؛ چیزی تغییر نکرد",
  ],
  [
    "A report is corrected by --published DAY or --publisher NAME; none makes it unknown",
    "گزارش با --published روز یا --publisher نام اصلاح می‌شود؛ none آن را نامعلوم می‌کند",
  ],
  [
    "There is no report {}; sanad reports lists them",
    "گزارش {1} نیست؛ sanad reports گزارش‌ها را فهرست می‌کند",
  ],
  [
    "{} is of a list, whose rows are as the list is; add it again with --publisher or --published",
    "{1} از یک فهرست است و سطرهایش همان‌اند که فهرست هست؛ آن را با --publisher یا --published دوباره بیفزایید",
  ],
  ["The report stands so already; nothing was changed", "گزارش هم‌اکنون همین است؛ چیزی تغییر نکرد"],
  [
    "Decisions about claims (c-…) and about people (e-…) are taken back apart; nothing was changed",
    "تصمیم‌ها دربارهٔ گزاره‌ها (c-…) و دربارهٔ افراد (e-…) جدا پس گرفته می‌شوند؛ چیزی تغییر نکرد",
  ],
  [
    "{} was erased on {}; sanad history {} says by whom and what can still be proved",
    "{1} در {2} پاک شده است؛ sanad history {3} می‌گوید به دست چه کسی و چه چیز هنوز اثبات‌پذیر است",
  ],
  ["is made by no entry", "هیچ ثبتی آن را نمی‌سازد"],
  ["is missing, and the entries make it", "نیست، و ثبت‌ها آن را می‌سازند"],
  ["its body does not unpack", "متنش باز نمی‌شود"],
  ["its body is no JSON", "متنش JSON نیست"],
  ["head", "سر دفتر"],
  ["checkpoint", "نقطهٔ بازبینی"],
  ["handed-in checkpoint", "نقطهٔ بازبینیِ داده‌شده"],
  ["is missing", "نیست"],
  ["is not signed by this archive's key", "با کلید این بایگانی امضا نشده است"],
  ["is not what the entries below it make", "همان نیست که ثبت‌های زیر آن می‌سازند"],
  ["says {} entries where there are {}", "{1} ثبت می‌گوید، حال آن‌که {2} ثبت هست"],
  [
    "signs another tree than that of the {} entries",
    "درخت دیگری جز درخت این {1} ثبت را امضا کرده است",
  ],
  [
    "the ledger does not begin with the {} entries that it signed",
    "دفتر با آن {1} ثبتی که امضا کرده بود آغاز نمی‌شود",
  ],
  [
    "its sealed part is gone, and no entry says that it was erased",
    "بخش مهرشدهٔ آن نیست و هیچ ثبتی نمی‌گوید که پاک شده است",
  ],
  ["its columns are not those of its leaf", "ستون‌هایش همان‌های برگش نیست"],
  ["only one of its key and its sealed part is there", "از کلید و بخش مهرشده‌اش فقط یکی هست"],
  [
    "its bytes have another digest than was entered",
    "چکیدهٔ رمزنگاشتی بایت‌هایش همان نیست که ثبت شده",
  ],
  ["its sealed part is another than its leaf says", "بخش مهرشده‌اش همان نیست که برگش می‌گوید"],
  ["its body is another than its leaf says", "متنش همان نیست که برگش می‌گوید"],
  ["its leaf is no JSON", "برگش JSON نیست"],
  ["its leaf is not as this version writes it", "برگش آن‌گونه نیست که این نسخه می‌نویسد"],
  ["its kind {} is not known", "نوعش، {1}، شناخته نیست"],
  ["its body has no {}", "متنش {1} ندارد"],
  ["it is not whole", "کامل نیست"],
  ["what it shows is not what was entered", "آنچه نشان می‌دهد همان نیست که ثبت شده"],
  ["it holds no checkpoint", "نقطهٔ بازبینی ندارد"],
  ["its log is {}, and the key is of {}", "دفترش {1} است و کلید از آنِ {2}"],
  ["its checkpoint is not signed with this key", "نقطهٔ بازبینی آن با این کلید امضا نشده است"],
  ["the leaf does not stand in the tree of its checkpoint", "برگ در درخت نقطهٔ بازبینی آن نیست"],
];
