/** Made-up prose: places, people and papers that do not exist, in a few languages, the same for the same seed. */

/** The languages in which prose is made. */
export type ProseLanguage = "en" | "fa" | "ar" | "de" | "ru" | "zh" | "ja" | "fr" | "es" | "tr";

/** Makes words; every call gives others. */
export class Prose {
  private state: number;

  constructor(seed: number) {
    this.state = seed * 2_654_435_761 + 97;
  }

  /** A whole number under `limit`. */
  below(limit: number): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    const mixed = Math.imul(this.state ^ (this.state >>> 13), 3_266_489_917);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % limit;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.below(from.length)];
    if (found === undefined) throw new RangeError("Nothing to pick from");
    return found;
  }

  name(): string {
    return `${this.pick(FIRST)} ${this.pick(LAST)}`;
  }

  place(): string {
    return this.pick(PLACES);
  }

  /** A made-up class name such as bundlers write. */
  hash(): string {
    const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    return `${this.pick(["css", "sc", "_", "jsx", "e"])}-${Array.from({ length: 6 }, () => letters.charAt(this.below(letters.length))).join("")}`;
  }

  headline(): string {
    return this.fill(this.pick(HEADLINES));
  }

  sentence(language: ProseLanguage = "en"): string {
    return this.fill(this.pick(SENTENCES[language]));
  }

  /** A paragraph of `count` sentences. */
  para(count = 2 + this.below(2), language: ProseLanguage = "en"): string {
    const gap = language === "zh" || language === "ja" ? "" : " ";
    return Array.from({ length: count }, () => this.sentence(language)).join(gap);
  }

  paras(count: number, language: ProseLanguage = "en"): string[] {
    return Array.from({ length: count }, () => this.para(undefined, language));
  }

  /** A few words, no sentence. */
  label(): string {
    return this.fill(this.pick(LABELS));
  }

  private fill(form: string): string {
    return form.replace(/\{(\w+)\}/g, (_, what: string) => {
      if (what === "n") return String(2 + this.below(90));
      if (what === "name") return this.name();
      if (what === "place") return this.place();
      return this.pick(WORDS[what] ?? [what]);
    });
  }
}

const FIRST =
  "Navid Ilse Sahel Toma Jorun Mirel Pavo Dorin Kaveh Lenka Oskar Runa Tamsin Beyza Arvo Selim".split(
    " ",
  );
const LAST =
  "Drovand Estarki Mehrdad Kolvar Tessen Brandal Oruk Pellam Varsany Holt Marek Lindau Sorel Quist".split(
    " ",
  );
const PLACES =
  "Belvar Ostrel Karsun Tolmar Ardan Velmar Norsund Pellworth Drusk Hallin Marrow Saltby".split(
    " ",
  );

const WORDS: Readonly<Record<string, readonly string[]>> = {
  who: [
    "the harbour office",
    "the regional court",
    "the grid company",
    "a spokeswoman for the council",
    "the teachers’ union",
    "the river authority",
    "a monitoring group",
    "the district doctor",
    "two lawyers",
    "the fishing cooperative",
  ],
  said: ["said", "announced", "confirmed", "told reporters", "wrote in a letter", "admitted"],
  thing: [
    "the old bridge",
    "the new timetable",
    "the water tariff",
    "the ferry licence",
    "the school roof",
    "the verdict",
    "the flood wall",
    "the eastern tunnel",
    "the budget for next year",
    "the archive of the mill",
  ],
  did: [
    "was closed for repairs",
    "would not be ready before spring",
    "had cost twice the estimate",
    "was sold without a tender",
    "had been inspected only once",
    "would be debated in open session",
    "was moved to a smaller room",
    "had failed two tests in a row",
  ],
  when: [
    "on Monday",
    "in the second week of March",
    "late on Thursday",
    "three years ago",
    "before the winter",
    "during the night",
    "at the end of the season",
  ],
  why: [
    "because the engineers had found cracks",
    "after residents complained of noise",
    "although no permit had been issued",
    "since the contractor went bankrupt",
    "while the inquiry was still under way",
    "so that the families could attend",
  ],
  adj: ["narrow", "costly", "quiet", "disputed", "rusted", "temporary", "half-finished", "popular"],
  noun: [
    "lantern",
    "warehouse",
    "committee",
    "harvest",
    "petition",
    "ledger",
    "quarry",
    "orchard",
    "workshop",
    "signal box",
  ],
};

const HEADLINES = [
  "{place} council votes to rebuild the {adj} {noun}",
  "Judges in {place} hear appeal over {thing}",
  "Why {thing} matters to {place}",
  "{n} families leave {place} as river rises",
  "{name} named head of the {place} {noun} board",
  "Inquiry into {thing} opens in {place}",
  "Ferry to {place} stopped for {n} days",
];
const LABELS = [
  "{place} harbour",
  "The {adj} {noun}",
  "{n} reasons to visit {place}",
  "A {noun} in {place}",
  "Letters from {place}",
  "Our {noun} guide",
];

const SENTENCES: Readonly<Record<ProseLanguage, readonly string[]>> = {
  en: [
    "In {place}, {who} {said} {when} that {thing} {did} {why}.",
    "{name}, who has lived beside {thing} for {n} years, was not surprised that the {noun} {did}.",
    "“Nobody asked us,” said {name}, “and {when} we learned that {thing} {did}.”",
    "The {adj} {noun} stands {n} metres from {thing}, and {who} {said} that it {did}.",
    "About {n} people gathered in {place} {when}, {why}.",
    "According to {who}, {thing} {did}, and {n} of the {adj} houses nearby lost their {noun}.",
    "What happens next is unclear: {who} {said} {when} that the {noun} {did}.",
    "For {name} the matter is simple, since the {adj} {noun} of {place} {did} {when}.",
  ],
  fa: [
    "شورای شهر {place} روز دوشنبه اعلام کرد که پل قدیمی تا پایان فصل {n} روز بسته می‌ماند.",
    "به گفتهٔ {name}، خانواده‌ها از {n} ماه پیش خواستار رسیدگی به این پرونده بودند.",
    "این گزارش می‌گوید {n} خانه در محلهٔ پایین رودخانه آسیب دیده و برق هنوز وصل نشده است.",
    "«هیچ‌کس از ما نپرسید»؛ این را {name} گفت که {n} سال در {place} زندگی کرده است.",
    "سخنگوی شرکت آب در پاسخ گفت که هزینهٔ بازسازی دو برابر برآورد نخست شده است.",
  ],
  ar: [
    "أعلن مجلس مدينة {place} يوم الاثنين أن الجسر القديم سيبقى مغلقا {n} يوما.",
    "وقال {name} إن العائلات طالبت منذ {n} شهرا بفتح تحقيق في القضية.",
    "وأضاف التقرير أن {n} منزلا قرب النهر تضرر وأن الكهرباء لم تعد بعد.",
    "وقالت متحدثة باسم شركة المياه إن كلفة الإصلاح بلغت ضعف التقدير الأول.",
  ],
  de: [
    "Der Stadtrat von {place} teilte am Montag mit, dass die alte Brücke noch {n} Tage gesperrt bleibt.",
    "{name} wohnt seit {n} Jahren am Fluss und war nach eigenen Worten nicht überrascht.",
    "Nach Angaben der Hafenbehörde haben sich die Kosten verdoppelt, weil der Auftragnehmer zahlungsunfähig wurde.",
    "„Uns hat niemand gefragt“, sagte {name}, während der Ausschuss hinter geschlossenen Türen tagte.",
  ],
  ru: [
    "Городской совет {place} сообщил в понедельник, что старый мост будет закрыт ещё {n} дней.",
    "По словам {name}, семьи требовали расследования с прошлой весны, но ответа так и не получили.",
    "В отчёте говорится, что повреждены {n} домов у реки и что свет пока не включили.",
    "«Нас никто не спросил», — сказала {name}, которая живёт здесь уже {n} лет.",
  ],
  zh: [
    "{place}市议会周一宣布，旧桥将继续关闭{n}天，以便工程师检查裂缝。",
    "当地居民{name}表示，他们已经等待了{n}个月，却没有得到任何答复。",
    "报告指出，河边有{n}栋房屋受损，电力至今尚未恢复。",
    "自来水公司的发言人说，修复费用已经达到最初估计的两倍。",
  ],
  ja: [
    "{place}市議会は月曜日、古い橋の通行止めをさらに{n}日間延長すると発表した。",
    "川沿いに住む{name}さんは「誰も私たちに意見を聞かなかった」と話した。",
    "報告書によると、{n}棟の家屋が被害を受け、電気はまだ復旧していない。",
    "水道会社の担当者は、修理費が当初の見積もりの二倍になったと認めた。",
  ],
  fr: [
    "Le conseil municipal de {place} a annoncé lundi que le vieux pont resterait fermé pendant {n} jours.",
    "Selon {name}, les familles réclament une enquête depuis le printemps dernier, sans aucune réponse.",
    "Le rapport indique que {n} maisons proches de la rivière ont été endommagées pendant la nuit.",
    "« Personne ne nous a demandé notre avis », a déclaré {name}, qui vit ici depuis {n} ans.",
  ],
  es: [
    "El ayuntamiento de {place} anunció el lunes que el viejo puente seguirá cerrado durante {n} días.",
    "Según {name}, las familias piden una investigación desde la primavera pasada y nadie les ha respondido.",
    "El informe señala que {n} casas cercanas al río sufrieron daños durante la noche.",
    "«Nadie nos preguntó», dijo {name}, que vive aquí desde hace {n} años.",
  ],
  tr: [
    "{place} belediye meclisi pazartesi günü eski köprünün {n} gün daha kapalı kalacağını açıkladı.",
    "{name}, ailelerin geçen bahardan beri soruşturma istediğini, ancak yanıt alamadığını söyledi.",
    "Raporda nehir kıyısındaki {n} evin zarar gördüğü ve elektriğin henüz verilmediği belirtiliyor.",
    "“Bize kimse sormadı” diyen {name}, {n} yıldır burada yaşıyor.",
  ],
};
