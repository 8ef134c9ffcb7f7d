import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { couldBeLanguage, detectLanguage } from "../../src/text/language/detectLanguage.ts";

const ROWS: readonly [string | null, string][] = [
  ["en", "The court sentenced two men to death, and their lawyers said that they would appeal."],
  ["fa", "دادگاه دو مرد را به اعدام محکوم کرد و وکیلان آنان گفتند که درخواست تجدیدنظر خواهند داد."],
  ["ar", "حكمت المحكمة على رجلين بالإعدام، وقال محاموهما إنهما سيستأنفان الحكم في الأسبوع المقبل."],
  [
    "ckb",
    "دادگا دوو پیاوی بە لەسێدارەدان سزا دا و پارێزەرەکانیان گوتیان کە داوای پێداچوونەوە دەکەن.",
  ],
  ["ur", "عدالت نے دو افراد کو سزائے موت سنائی اور ان کے وکلا نے کہا کہ وہ اپیل کریں گے۔"],
  ["kmr", "Dadgehê du mêr bi darvekirinê ceza kirin û parêzerên wan gotin ku ew ê îtîraz bikin."],
  [
    "tr",
    "Mahkeme iki kişiyi ölüm cezasına çarptırdı ve avukatları karara itiraz edeceklerini söyledi.",
  ],
  [
    "de",
    "Das Gericht verurteilte zwei Männer zum Tode, und ihre Anwälte kündigten an, dass sie Berufung einlegen.",
  ],
  [
    "fr",
    "Le tribunal a condamné deux hommes à mort et leurs avocats ont dit qu’ils feraient appel.",
  ],
  [
    "es",
    "El tribunal condenó a muerte a dos hombres y sus abogados dijeron que van a apelar la sentencia.",
  ],
  [
    "it",
    "Il tribunale ha condannato a morte due uomini e i loro avvocati hanno detto che faranno appello.",
  ],
  [
    "nl",
    "De rechtbank veroordeelde twee mannen ter dood en hun advocaten zeiden dat zij in beroep gaan.",
  ],
  ["sv", "Domstolen dömde två män till döden och deras advokater sade att de ska överklaga."],
  ["ru", "Суд приговорил двух мужчин к смертной казни, и их адвокаты заявили, что подадут жалобу."],
  ["uk", "Суд засудив двох чоловіків до страти, і їхні адвокати заявили, що подадуть скаргу."],
  [
    "az",
    "Məhkəmə iki nəfəri ölüm cəzasına məhkum etdi və vəkilləri şikayət verəcəklərini bildirdi.",
  ],
  [
    "pt",
    "O tribunal condenou dois homens à morte e os seus advogados disseram que vão recorrer da sentença.",
  ],
  ["ps", "محکمې دوه کسان په اعدام محکوم کړل او د هغوی وکیلانو وویل چې دوی به استیناف وغواړي."],
  [null, "Lorem 335"],
  [null, "Navid Parsan, Jalal Torabi"],
  [null, "12345 67 89"],
  ["el", "Το δικαστήριο καταδίκασε δύο άνδρες σε θάνατο."],
  ["he", "בית המשפט גזר עונש מוות על שני גברים"],
  [null, "Four men executed in Ardan"],
  [null, "Prison guards beat prisoner"],
  ["fa", "اعدام چهار زندانی در اردان"],
  ["zh", "法院判处两人死刑"],
  ["ja", "裁判所は二人に死刑を言い渡した"],
  [null, ""],
  [null, "؟!..."],
];

for (const [language, text] of ROWS)
  test(`detectLanguage() says ${language ?? "nothing"} of "${text.slice(0, 30)}"`, () =>
    assert.equal(detectLanguage(text), language));

/** shortLines.tsv: a language and one line in it. A line may stay untold; it is never told as another language. */
const shortLines = readFileSync(`${import.meta.dirname}/shortLines.tsv`, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("\t"));

test("detectLanguage() tells short lines, and none as another language", () => {
  const wrong = shortLines.filter(([language, line = ""]) => {
    const told = detectLanguage(line);
    return told !== null && told !== language;
  });
  assert.deepEqual(wrong, []);
  const untold = shortLines.filter(([, line = ""]) => detectLanguage(line) === null);
  assert.ok(shortLines.length > 130 && untold.length <= 4, `untold: ${untold.join(" | ")}`);
});

test("detectLanguage() holds to the language of a long text with a quotation in another", () => {
  const text = `${"The court sentenced the men and the families were told by a guard. ".repeat(20)}«دادگاه آنان را محکوم کرد»`;
  assert.equal(detectLanguage(text), "en");
});

test("couldBeLanguage() rejects a label whose script the text is not in", () => {
  assert.equal(couldBeLanguage("دادگاه دو مرد را محکوم کرد", "en"), false);
  assert.equal(couldBeLanguage("دادگاه دو مرد را محکوم کرد", "fa-IR"), true);
  assert.equal(couldBeLanguage("The court spoke", "xx"), true);
});
