import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/** What Persian reports say of somebody beside the name takes nothing from whom the verb tells. All people are invented. */
const NAME = "بهروز کاویانی";

const ASIDES = [
  "",
  "، ۳۴ ساله،",
  "، زندانی سیاسی محبوس در زندان اوین،",
  "، فعال کارگری ۴۲ ساله و مادر دو فرزند،",
  "، معلم بازنشسته اهل سقز،",
  "، شهروند بهائی ساکن مشهد،",
  "، ۳۴ ساله، متأهل و پدر دو فرزند،",
  "، نویسنده و عضو کانون نویسندگان،",
  " ۳۴ ساله فرزند رضا",
  " (۳۴ ساله)",
  "، متولد ۱۳۷۰،",
  "، فرزند رضا و اهل بانه،",
  "، برادر یک زندانی اعدام‌شده،",
  "، پسر کریم کاویانی،",
  "، معروف به «شیرزاد»،",
  "، از اعضای هیئت مدیره انجمن صنفی معلمان کردستان،",
  "، که پیش‌تر نیز بازداشت شده بود،",
];

type Saying = readonly [kind: Claim["kind"], say: (whom: string) => string];

const SAYINGS: readonly Saying[] = [
  ["execution", (whom) => `${whom} سحرگاه دوشنبه در زندان طبس اعدام شد.`],
  ["execution", (whom) => `حکم اعدام ${whom} در زندان طبس اجرا شد.`],
  [
    "death-in-custody",
    (whom) => `${whom} روز جمعه در زندان طبس بر اثر ایست قلبی جان خود را از دست داد.`,
  ],
  ["arrest", (whom) => `${whom} روز دوشنبه توسط نیروهای امنیتی در طبس بازداشت شد.`],
  ["arrest", (whom) => `مأموران امنیتی روز دوشنبه ${whom} را در طبس بازداشت کردند.`],
  ["death-sentence", (whom) => `دادگاه انقلاب ${whom} را به اعدام محکوم کرد.`],
  ["killing", (whom) => `${whom} با شلیک مستقیم مأموران در طبس کشته شد.`],
  ["imminent-execution", (whom) => `${whom} برای اجرای حکم اعدام به سلول انفرادی منتقل شد.`],
  ["release", (whom) => `${whom} روز دوشنبه با قرار وثیقه آزاد شد.`],
  ["injury", (whom) => `${whom} با شلیک مأموران زخمی شد.`],
];

const CONCERNED: ReadonlySet<string> = new Set(["victim", "at-risk", "injured", "convicted"]);

test("whatever is said beside a name, the verb tells of the one named", () => {
  const wrong: string[] = [];
  for (const aside of ASIDES)
    for (const [kind, say] of SAYINGS)
      for (const opening of ["", "به گزارش هه‌نگاو، "]) {
        const text = opening + say(NAME + aside).replace("، را", " را");
        const names = trace(text, "fa", openPacks)
          .filter(({ claim }) => claim.kind === kind)
          .flatMap(({ claim }) => claim.persons.filter(({ role }) => CONCERNED.has(role)))
          .map(({ name }) => name);
        const found = [...new Set(names)].join(", ");
        if (found !== NAME) wrong.push(`${text} => ${found}`);
      }
  assert.deepEqual(wrong, []);
});
