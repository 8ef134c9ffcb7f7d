import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** Language, a call, and who is in danger of death by its words alone. All people are invented. */
const CALLS = [
  ["fa", "عفو بین‌الملل خواستار توقف فوری اجرای حکم اعدام بهروز کاویانی شد.", "بهروز کاویانی"],
  ["fa", "انجمن معلمان خواستار لغو فوری حکم اعدام معلم زندانی، مریم سلطانی، شد.", "مریم سلطانی"],
  ["fa", "خانواده‌ها خواستار لغو حکم اعدام بهروز کاویانی، وکیل رضا احمدی، شدند.", "بهروز کاویانی"],
  ["fa", "سازمان خواستار محاکمه عاملان اعدام محمد کریمی شد.", ""],
  [
    "fa",
    "سازمان از قوه قضاییه خواست درباره اعدام محمد کریمی تحقیق شود و احکام دیگر را متوقف کنند.",
    "",
  ],
  [
    "fa",
    "سازمان از قوه قضاییه خواست حکم اعدام محمد کریمی و رضا احمدی را لغو کند.",
    "محمد کریمی, رضا احمدی",
  ],
  ["fa", "خانواده مقتول خواستار قصاص قاتل بهروز کاویانی شدند.", ""],
  ["fa", "عفو بین‌الملل پس از اعدام‌ها خواستار آزادی بهروز کاویانی شد.", ""],
  [
    "en",
    "The group urged the authorities to immediately halt the planned execution of Rebin Azizpour.",
    "Rebin Azizpour",
  ],
  [
    "en",
    "Amnesty called for the death sentences of Rebin Azizpour and Karim Zand to be quashed.",
    "Rebin Azizpour, Karim Zand",
  ],
  ["en", "After the executions Amnesty called for the release of Rebin Azizpour.", ""],
  ["en", "The family called for the killer of Rebin Azizpour to be executed.", ""],
  ["en", "They called for a halt to the execution of the killer of Rebin Azizpour.", ""],
] as const;

test("who is named in a call against a death sentence is at risk, and nobody else", () => {
  const wrong = CALLS.flatMap(([language, text, names]) => {
    const called = trace(text, language)
      .map(({ claim }) => claim)
      .find(({ kind }) => kind === "call");
    const found = called?.persons.filter(({ role }) => role === "at-risk").map(({ name }) => name);
    return found?.join(", ") === names ? [] : [`${text} => ${found?.join(", ")}`];
  });
  assert.deepEqual(wrong, []);
});
