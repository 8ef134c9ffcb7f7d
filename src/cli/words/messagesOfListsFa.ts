import type { MessageRow } from "./messageRow.ts";

/** What reading, matching and answering lists of people refuses. */
export const LIST_MESSAGES: readonly MessageRow[] = [
  ["The file is empty", "فایل خالی است"],
  ["The list is empty", "فهرست خالی است"],
  [
    "The file is no list; give .csv, .xlsx, .jsonl or .json",
    "فایل فهرست نیست؛ .csv، .xlsx، .jsonl یا .json بدهید",
  ],
  [
    "The file is a workbook of an old kind or locked with a password; save it as .xlsx",
    "فایل کارپوشه‌ای قدیمی یا رمزدار است؛ آن را به صورت .xlsx ذخیره کنید",
  ],
  [
    "The file is a PDF; give the table as .csv or .xlsx",
    "فایل پی‌دی‌اف است؛ جدول را به صورت .csv یا .xlsx بدهید",
  ],
  ["The file is compressed; unpack it first", "فایل فشرده است؛ نخست آن را باز کنید"],
  ["The workbook has no such sheet; it has {}", "کارپوشه چنین برگه‌ای ندارد؛ برگه‌هایش: {1}"],
  [
    "{}: Of {} rows that came from this file before, {} name other people now, and nothing was entered. Give another list a file name of its own; where it is the same list put right, add it with --yes",
    "{1}: از {2} سطری که پیش‌تر از این فایل آمد، {3} سطر اکنون کسان دیگری را نام می‌برد و چیزی وارد نشد. فهرست دیگر را با نام فایل خودش بیفزایید؛ اگر همان فهرست است که اصلاح شده، با --yes بیفزایید",
  ],
  [
    'No column is known to hold names; row {} of the sheet {} has columns {}. Say which with --map name=A or --map name="its header"',
    'دانسته نیست کدام ستون نام‌ها را دارد؛ سطر {1} از برگهٔ {2} این ستون‌ها را دارد: {3}. با --map name=A یا --map name="سرستون" بگویید',
  ],
  [
    'No column is known to hold numbers; row {} of the sheet {} has columns {}. Say which with --map killing=A or --map killing="its header"',
    'دانسته نیست کدام ستون عددها را دارد؛ سطر {1} از برگهٔ {2} این ستون‌ها را دارد: {3}. با --map killing=A یا --map killing="سرستون" بگویید',
  ],
  [
    'No column is known to hold names; row {} has columns {}. Say which with --map name=A or --map name="its header"',
    'هیچ ستونی به عنوان نام شناخته نشد؛ سطر {1} ستون‌های {2} را دارد. با --map name=A یا --map name="سرستون آن" بگویید کدام است',
  ],
  [
    "The workbook is damaged; save it again as .xlsx",
    "کارپوشه آسیب دیده است؛ دوباره آن را به صورت .xlsx ذخیره کنید",
  ],
  [
    "The workbook unpacks to more than a list may hold; save its sheet as .csv",
    "کارپوشه پس از باز شدن بیش از اندازهٔ یک فهرست است؛ برگه‌اش را به صورت .csv ذخیره کنید",
  ],
  [
    "The workbook holds no sheets; save it again as .xlsx",
    "کارپوشه برگه‌ای ندارد؛ دوباره آن را به صورت .xlsx ذخیره کنید",
  ],
  [
    "The sheet has too many merged cells; save it as .csv",
    "برگه خانه‌های ادغام‌شدهٔ بسیار دارد؛ آن را به صورت .csv ذخیره کنید",
  ],
  [
    "The objects have too many different keys to be a list of people",
    "کلیدهای این اشیا بیش از آن است که فهرستی از افراد باشد",
  ],
  [
    "What is read from standard input cannot be remembered; give a file",
    "آنچه از ورودی استاندارد خوانده می‌شود به یاد سپرده نمی‌شود؛ فایل بدهید",
  ],
  [
    "Could not write {}; leave out --remember, or make its folder writable",
    "{1} نوشته نشد؛ --remember را بردارید یا اجازهٔ نوشتن در پوشه‌اش را بدهید",
  ],
  [
    "--map gives the column {} to two fields; give each column to one",
    "--map ستون {1} را به دو فیلد می‌دهد؛ هر ستون را به یک فیلد بدهید",
  ],
  [
    '--map needs pairs such as name="Full name",date=Died, not {}',
    '--map جفت‌هایی مانند name="Full name",date=Died می‌خواهد، نه {1}',
  ],
  ["--map knows no field {}; it knows {}", "--map فیلدی به نام {1} نمی‌شناسد؛ می‌شناسد: {2}"],
  ["--map knows no field {}", "--map فیلدی به نام {1} نمی‌شناسد"],
  [
    "The remembered columns in {} are no JSON object; mend or delete that file",
    "ستون‌های به‌یادسپرده در {1} شیء JSON نیست؛ آن فایل را درست یا پاک کنید",
  ],
  ["This is a folder; give the list's file", "این پوشه است؛ فایل فهرست را بدهید"],
  ["The list is larger than {} MB; split it", "فهرست بزرگ‌تر از {1} مگابایت است؛ آن را تقسیم کنید"],
  [
    "A reply is a .csv or an .xlsx file, and {} is neither",
    "پاسخ فایل .csv یا .xlsx است و {1} هیچ‌کدام نیست",
  ],
  [
    "{} is one of the lists, and the reply would overwrite it; choose another place with -o",
    "{1} یکی از فهرست‌هاست و پاسخ روی آن نوشته می‌شد؛ با -o جای دیگری بگویید",
  ],
  [
    "sanad match needs one list or two (.csv, .xlsx, .jsonl, .json); sanad help match shows examples",
    "فرمان sanad match یک یا دو فهرست می‌خواهد (.csv، .xlsx، .jsonl، .json)؛ نمونه‌ها در sanad help match",
  ],
  ["sanad match compares two lists at a time", "فرمان sanad match هر بار دو فهرست را می‌سنجد"],
  [
    "--date-order must be dmy (day first, 04/11 is in November) or mdy (month first)",
    "--date-order باید dmy (نخست روز: 04/11 در نوامبر است) یا mdy (نخست ماه) باشد",
  ],
  [
    "--min-probability must be a number from 0 to 1, such as 0.9",
    "--min-probability باید عددی از ۰ تا ۱ باشد، مانند 0.9",
  ],
  [
    "--map {}={}: no list has that column; sanad match --check shows the columns of a list",
    "--map {1}={2}: هیچ فهرستی چنین ستونی ندارد؛ sanad match --check ستون‌های فهرست را نشان می‌دهد",
  ],
  [
    "No pack says how names are linked; install the package again (npm ci)",
    "هیچ بسته‌ای نمی‌گوید نام‌ها چگونه پیوند می‌خورند؛ بسته را دوباره نصب کنید (npm ci)",
  ],
  [
    "--import {}: the list has no such row with a person; give new, ids of rows or their numbers, such as 7,12-15",
    "--import {1}: فهرست چنین سطری با نام یک شخص ندارد؛ new، یا شناسه یا شمارهٔ سطرها را بدهید، مانند 7,12-15",
  ],
  [
    "sanad match --import reads its list twice; name a file instead of standard input",
    "sanad match --import فهرست را دو بار می‌خواند؛ به جای ورودی استاندارد فایلی را نام ببرید",
  ],
  [
    "sanad match --import needs --list, which says what happened to the people in it, such as --list execution",
    "sanad match --import به --list نیاز دارد که بگوید بر سر کسان فهرست چه آمده است، مانند --list execution",
  ],
  [
    "sanad match --import takes lists of people only",
    "sanad match --import تنها فهرست اشخاص را می‌پذیرد",
  ],
  [
    "sanad match --import takes one list, against an archive",
    "sanad match --import یک فهرست را در برابر بایگانی می‌پذیرد",
  ],
  [
    "--list must be incidents or figures, or for people one of {}",
    "--list باید incidents یا figures باشد، یا برای افراد یکی از این‌ها: {1}",
  ],
  [
    '{}: no column says what its numbers count; say it with --map, such as --map execution="Number"',
    '{1}: هیچ ستونی نمی‌گوید شمارها از چیست؛ با --map بگویید، مانند --map execution="Number"',
  ],
  [
    'No column is known to hold numbers; row {} has columns {}. Say which with --map killing=A or --map killing="its header"',
    'ستون شمارها شناخته نشد؛ ستون‌های سطر {1}: {2}. آن را با --map killing=A یا --map killing="سرستون" بگویید',
  ],
  [
    "--check shows how a list is read; say what it is of with --list",
    "‏--check نشان می‌دهد فهرست چگونه خوانده می‌شود؛ با --list بگویید فهرست دربارهٔ چیست",
  ],
  [
    "{} is a table; say what it is of: --list incidents, --list figures, or what happened to the people in it, such as --list execution (sanad help add)",
    "{1} جدول است؛ بگویید دربارهٔ چیست: --list incidents، --list figures، یا آنچه بر سر افراد آن آمده است، مانند --list execution (sanad help add)",
  ],
  [
    "The file is called .xlsx but is no workbook; save the sheet again as .xlsx, or call a text file .csv",
    "نام فایل .xlsx است اما کارپوشه نیست؛ برگه را دوباره به صورت .xlsx ذخیره کنید، یا فایل متنی را .csv بنامید",
  ],
  [
    "The file is a web page or markup; open it in a spreadsheet and save the table as .xlsx or .csv",
    "فایل صفحهٔ وب یا نشانه‌گذاری است؛ آن را در صفحه‌گسترده باز کنید و جدول را به صورت .xlsx یا .csv ذخیره کنید",
  ],
];
