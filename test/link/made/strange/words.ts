/**
 * Words of invented names by their sounds, with their Persian letters; not taken from the packs, so that lists made of them are of
 * another make. Sounds: A long a, S sh, C ch, J zh, j as in jam, x kh, q gh, E ey, O ow, @ a last -eh, ' ayn; + between two names.
 */
export type SoundWord = { readonly sounds: string; readonly persian: string };

function words(text: string): readonly SoundWord[] {
  return text
    .trim()
    .split(/\s*[\n,]\s*/)
    .map((pair) => {
      const at = pair.indexOf(" ");
      return { sounds: pair.slice(0, at), persian: pair.slice(at + 1) };
    });
}

export const MEN = words(`
  mohammad محمد, ali علی, hosEn حسین, hasan حسن, rezA رضا, mehdi مهدی, amir امیر, ahmad احمد, mahmud محمود, hamid حمید
  amir+hosEn امیرحسین, mohammad+rezA محمدرضا, ali+rezA علیرضا, qolAm+rezA غلامرضا, ali+akbar علی‌اکبر, ali+asqar علی‌اصغر
  qolAm+hosEn غلامحسین, mohammad+amin محمدامین, hamid+rezA حمیدرضا, sEf+ollAh سیف‌الله, abdol+rahmAn عبدالرحمن
  abdol+karim عبدالکریم, abdol+qAder عبدالقادر, abdol+hamid عبدالحمید, qodrat+ollAh قدرت‌الله, nasr+ollAh نصرالله
  habib+ollAh حبیب‌الله, ne'mat+ollAh نعمت‌الله, nezAm+eddin نظام‌الدین, SahAb+eddin شهاب‌الدین
  barzAn برزان, kAv@ کاوه, xosrO خسرو, SAhin شاهین, zAnyAr زانیار, sirvAn سیروان, hivA هیوا, rebin ریبین, ArAs آراس
  SoreS شورش, xabAt خبات, rizgAr ریزگار, delSAd دلشاد, piSavA پیشوا, mirAn میران, diAko دیاکو, JiAr ژیار, hEmen هیمن
  jAsem جاسم, na'im نعیم, xalaf خلف, zAmel زامل, karrAr کرار, mEsam میثم, sAlem سالم, jabbAr جبار, yAser یاسر, me'dAd معداد
  xodA+dAd خداداد, yAr+mohammad یارمحمد, gol+mohammad گل‌محمد, mOlA+baxS مولابخش, dAd+mohammad دادمحمد, vAhed واحد
  piruz پیروز, behruz بهروز, siyAvaS سیاوش, esfandiyAr اسفندیار, kEvAn کیوان, jamSid جمشید, manuCehr منوچهر, Cangiz چنگیز
  sa'id سعید, majid مجید, yusef یوسف, ya'qub یعقوب, yunes یونس, dAvud داوود, eshAq اسحاق, esmA'il اسماعیل, ebrAhim ابراهیم
  Adel عادل, Aref عارف, vahid وحید, navid نوید, farid فرید, siAmak سیامک, ruzbeh روزبه, farAmarz فرامرز, mehrAb مهراب
`);

export const WOMEN = words(`
  fAtem@ فاطمه, zEnab زینب, roqayy@ رقیه, ma'sum@ معصومه, xadij@ خدیجه, tAher@ طاهره, SilAn شیلان, JinA ژینا, hAn@ هانه
  CimAn چیمان, SokufE شکوفه, parvAn@ پروانه, nasrin نسرین, mahtAb مهتاب, parisA پریسا, sahar سحر, golnAz گلناز, mahbub@ محبوبه
`);

/** Words of which surnames are made. */
export const BASES = words(`
  torkAS ترکاش, delAvar دلاور, jamSid جمشید, rahim رحیم, karim کریم, qorbAn قربان, sohrAb سهراب, rostam رستم, mirzA میرزا
  jalil جلیل, hAJi حاجی, kAzem کاظم, xalil خلیل, Sarif شریف, qAsem قاسم, yazdAn یزدان, bahrAm بهرام, Cerq چرق, jahAn جهان
  SabAn شبان, xodA+yAr خدایار, morAd مراد, AqA آقا, pahlevAn پهلوان, qahramAn قهرمان, javAd جواد, zolfaqAr ذوالفقار
  mAh+tAb ماهتاب, rOSan روشن, Sams شمس, nEmat نعمت, hEdar حیدر, ivaz عوض, xoS+ru خوشرو, JAl@ ژاله, golAb گلاب
`);

export const SUFFIXES = words(
  `i ی, i ی, i ی, i ی, pur پور, zAd@ زاده, neJAd نژاد, yAn یان, niyA نیا, far فر, vand وند, lu لو, xAni خانی, ollAhi اللهی`,
);

/** Surnames as they are, of regions. */
export const SURNAMES: Readonly<Record<string, readonly SoundWord[]>> = {
  any: words(`
    SirAzi شیرازی, tabrizi تبریزی, kermAnSAhi کرمانشاهی, sAvoji ساوجی, qazvini قزوینی, xorAsAni خراسانی, lAhiji لاهیجی
    mAzandarAni مازندرانی, daStestAni دشتستانی, xAksAr خاکسار, nilufari نیلوفری, behzAdi بهزادی, sotude ستوده
  `),
  arab: words(`
    ka'bi کعبی, savAri سواری, mojaddami مجدمی, sElAvi سیلاوی, nAseri ناصری, badavi بدوی, afrAvi عفراوی, xanAfer@ خنافره
    bAvi باوی, sA'edi ساعدی, tamimi تمیمی, obEdAvi عبیداوی, hAmedi حامدی, Sarhani شرهانی, mazra'@ مزرعه, heydari حیدری
  `),
  baluch: words(`
    nArui نارویی, SahbaxS شهبخش, barAhui براهویی, gorgij گرگیج, rigi ریگی, SahnavAzi شهنوازی, sarAbandi سرابندی
    qolAm+zehi غلام‌زهی, hASem+zehi هاشم‌زهی, dAmani دامنی, kord کرد, dehvAri دهواری, gomSAd+zehi گمشادزهی, isA+zehi عیسی‌زهی
  `),
  kurd: words(`
    marivAni مریوانی, morAdi مرادی, ahmadi احمدی, vEsi ویسی, bahrAmi بهرامی, rasuli رسولی, qAder+zAd@ قادرزاده
    hasan+zAd@ حسن‌زاده, xezri خضری, mahmudi محمودی, Anvari انوری, piraniSAn پیرانیشان, SivAni شیوانی, golparvar گلپرور
  `),
};
