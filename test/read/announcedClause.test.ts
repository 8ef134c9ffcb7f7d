import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

test("who announced some of a toll, in a clause behind it, does not say the toll", () => {
  for (const text of [
    "دست‌کم ۲۷ تن در مهرماه اعدام شدند که از این میان تنها ۲ مورد از سوی منابع رسمی اعلام شده است.",
    "دست‌کم ۲۷ تن در مهرماه اعدام شدند که تنها دو مورد آن از سوی رسانه‌های حکومتی اعلام شد.",
  ]) {
    const toll = trace(text, "fa").find(({ claim }) => claim.quantity?.min === 27)?.claim;
    assert.equal(toll?.kind, "execution", text);
    assert.deepEqual(toll?.attribution, [], text);
  }
});

test("who announced an execution says it, also behind a clause about those executed", () => {
  const [told] = trace("اعدام سه زندانی که در اوین نگهداری می‌شدند از سوی دادستان تأیید شد.", "fa");
  assert.match(told?.claim.attribution.at(-1)?.words ?? "", /دادستان/);
});
