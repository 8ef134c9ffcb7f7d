/** Names of a month in one calendar; the first of `names` is the full one. */
export type MonthRow = {
  readonly calendar: "gregorian" | "jalali";
  readonly month: number;
  readonly names: string;
};

const rows = (calendar: MonthRow["calendar"], ...lists: readonly string[]): readonly MonthRow[] =>
  lists.flatMap((list) =>
    list
      .split("|")
      .map((names, at): MonthRow => ({ calendar, month: at + 1, names: names.trim() })),
  );

/** Month names of the languages in which datelines are read; several names of one month are parted by spaces. */
export const MONTH_ROWS: readonly MonthRow[] = [
  ...rows(
    "gregorian",
    // English, then other European languages.
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
    "januar jänner|februar|märz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez",
    "janvier|février fevrier|mars|avril|mai|juin|juillet|août aout|septembre|octobre|novembre|décembre decembre",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre",
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
    "janeiro|fevereiro|março marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    "januari|februari|maart|april|mei|juni|juli|augustus augusti|september|oktober|november|december",
    // Gregorian months in Persian, Arabic (Egypt and Gulf, then Levant and Iraq), Kurmanji and Sorani.
    "ژانویه ژانویهٔ|فوریه|مارس|آوریل|مه می|ژوئن|ژوئیه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر",
    "يناير|فبراير|مارس|أبريل ابريل|مايو|يونيو|يوليو|أغسطس اغسطس|سبتمبر|أكتوبر اكتوبر|نوفمبر|ديسمبر",
    "كانون_الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين_الأول|تشرين_الثاني|كانون_الأول",
    "çile rêbendan|sibat reşemî|adar|nîsan|gulan|pûşper|tîrmeh|tebax|îlon|cotmeh|mijdar|kanûn",
    "کانوونی_دووەم|شوبات|ئازار|نیسان|ئایار|حوزەیران|تەممووز|ئاب|ئەیلوول|تشرینی_یەکەم|تشرینی_دووەم|کانوونی_یەکەم",
  ),
  ...rows(
    "jalali",
    "فروردین|اردیبهشت|خرداد|تیر|مرداد امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند",
    "farvardin|ordibehesht|khordad|tir|mordad|shahrivar|mehr|aban|azar|dey|bahman|esfand",
  ),
];
