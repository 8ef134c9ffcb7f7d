import { persian } from "../../flow/persianWords.ts";
import type { JobWords } from "./jobWords.ts";

const { number } = persian;

export const jobWordsFa: JobWords = {
  task: {
    link: "پیوند دادن اشخاص",
    relink: "پیوند دادن دوبارهٔ همه",
    refit: "شمردن دوبارهٔ نام‌ها",
    reread: "بازخوانی",
    rebuild: "ساختن دوبارهٔ نماها",
  },
  state: { waiting: "در انتظار", running: "در حال انجام یا نیمه‌کاره", failed: "رهاشده" },
  since: (day) => `از ${day}`,
  begun: (attempts) => `${number(attempts)} بار آغاز شد`,
  none: "کاری در انتظار نیست",
  waiting: (jobs, asked) => {
    const head = `${number(jobs)} کار در انتظار است`;
    if (asked === 0)
      return `${head}: فرمان بعدی که اشخاص را فهرست کند آن را انجام می‌دهد، یا همین حالا sanad jobs --run`;
    const which = asked === jobs ? "" : `، ${number(asked)} تا از آن‌ها`;
    return `${head}${which} تا کسی آن را بخواهد، چون ثبت می‌شود: sanad jobs --run همین حالا انجامش می‌دهد`;
  },
  fault: "خطایی در خود Sanad",
  failed: (task, why) =>
    `کاری انجام نشد (${task}): ${why}. با sanad jobs --run دوباره آزموده می‌شود`,
  busy: (isWaiting) =>
    isWaiting
      ? "برنامهٔ دیگری در حال پیوند دادن است؛ منتظر پایان آن می‌مانیم"
      : "برنامهٔ دیگری در حال پیوند دادن است: آنچه می‌بینید پیوند پیشین است",
  done: (jobs) => `${number(jobs)} کار انجام شد؛ کاری در انتظار نیست`,
};
