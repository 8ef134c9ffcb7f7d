/** The commonest words of a language, lower case. A word may stand under several. */
export type StopWords = {
  readonly language: string;
  readonly script: string;
  readonly words: string;
};

/** Letters that one language of a script has and its neighbours lack. */
export type MarkerLetters = {
  readonly language: string;
  readonly script: string;
  readonly letters: RegExp;
  /** How much each of them says; 1 where it is not given. */
  readonly weight?: number;
};

/** A vote of words; rows are long enough that a paragraph holds several. */
export const STOP_WORDS: readonly StopWords[] = [
  {
    language: "en",
    script: "latin",
    words:
      "the of and to in is was for on that with as by at from are were has have had been his her their they this which who not an be it its he she or but after said against more than will would we you our",
  },
  {
    language: "de",
    script: "latin",
    words:
      "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man wurde wurden",
  },
  {
    language: "fr",
    script: "latin",
    words:
      "le la les de des du et en un une dans que qui pour par sur au aux avec est sont pas plus ne se ce cette ces il elle ils été ont ou mais son sa ses leur leurs après contre être avait nous vous comme",
  },
  {
    language: "es",
    script: "latin",
    words:
      "a el la los las de del y en un una que por con para se no su sus es al lo como más fue han ha este esta pero sin sobre entre también hasta desde ser son era cuando según contra tras fueron",
  },
  {
    language: "it",
    script: "latin",
    words:
      "il lo la i gli le di del della dei delle e in un una che per con non si è sono da dal nel nella alla al ha hanno come più anche ma contro dopo stato stati questo questa essere",
  },
  {
    language: "pt",
    script: "latin",
    words:
      "o a os as de do da dos das e em um uma que por com para não se no na nos nas é foi são foram mais como ao pelo pela mas sua seu também após contra entre quando",
  },
  {
    language: "nl",
    script: "latin",
    words:
      "de het een en van in op te dat die is voor met zijn niet aan er om ook als bij door naar uit maar hij ze worden werd nog over tegen heeft hebben deze dit of meer",
  },
  {
    language: "sv",
    script: "latin",
    words:
      "och i att det som en på är av för med den till har de inte om ett han men var jag sig från vi så kan när efter också mot eller hade",
  },
  {
    language: "no",
    script: "latin",
    words:
      "og i at det som en på er av for med den til har de ikke om et han men var jeg seg fra vi så kan når etter også mot eller hadde ble",
  },
  {
    language: "pl",
    script: "latin",
    words:
      "w i na z do nie się że jest to o po za od jak przez dla są był była oraz ale przy przed",
  },
  {
    language: "tr",
    script: "latin",
    words:
      "ve bir bu da de için ile olarak olan çok daha sonra gibi kadar ancak ama değil her en ne ya göre tarafından olduğu olduğunu eden edildi etti dedi ise iki ki",
  },
  {
    language: "az",
    script: "latin",
    words:
      "və bir bu üçün ilə da də olan daha sonra kimi qədər amma deyil hər ki o edilib edib olub görə tərəfindən dedi isə ən çox",
  },
  {
    language: "kmr",
    script: "latin",
    words:
      "û ku li ji bi di de da ew ev wî wê yê ya yên jî ne hat hatin kir kirin dike dikin bû bûn heye min me hemû dema piştî ser nav her bo",
  },
  {
    language: "id",
    script: "latin",
    words:
      "yang dan di ke dari untuk pada dengan ini itu dalam tidak adalah akan oleh telah mereka juga karena sebagai atau ada lebih",
  },
  {
    language: "fa",
    script: "arabic",
    words:
      "و در به از که این را با است برای آن یک شده شد خود تا بر هم می نیز بود کرد کرده اند او ما هر دو پس یا اما وی دیگر شدند کردند بودند گفت های ها روز سال نمی نه هیچ بی زیر روی توسط علیه مقابل هزار نفر تن چهار پنج شش هفت هشت نه‌تنها زندان زندانی زندانیان بازداشت شهروند شهروندان خانواده‌ها خانواده خانواده‌اش مادر پدر پسر دختر گزارش هفته ماه گذشته امروز دیروز فردا سحرگاه حبس دادگاه گردید گردیدند است‌ هستند نیست نیستند می‌کند می‌کنند می‌شود نشد نکرد نشده داده گفته کرده‌اند شده‌اند آنان آنها آن‌ها کشته جان باختن آزادی آزاد چند ساله اهل فرزند فرزندم اسامی نام حکم‌ اجرای بدون وضعیت انتقال حمله نیروهای زنان مردان ایران کودک کودکان",
  },
  {
    language: "ar",
    script: "arabic",
    words:
      "في من على إلى أن التي الذي عن مع هذا هذه كان كانت قد لا ما بعد بين قبل أو كما وقد ذلك عام إن تم خلال حيث وهو وهي منذ لم غير ضد كل أنه هو هي ثم يوم اليوم بحق قال قالت أعدمت إعدام إعدامه إعدامهم اعتقال مقتل وفاة تحت أمام سجن سجين سجناء سجينين السجن حكم السلطات قوات منظمة حقوقية عائلته إنه إنها أنها وقالت وقال وكان خلال ثلاثة أربعة خمسة شخصا أشخاص بسبب بتهمة نحو فيما",
  },
  {
    language: "ckb",
    script: "arabic",
    words:
      "لە و بە کە بۆ ئەو ئەم لەگەڵ بوو بوون کرا دەکات دەکەن هەر نەک وەک هەروەها دوای پێش لەلایەن ساڵی ئەوە ئەوەی ناو هەیە نییە خۆی لەسێدارە لەسێدارەدان زیندان زیندانی کران دران درا نا دەڵێن دەڵێت هاووڵاتی هاوڵاتی شاری سزا سزای ماڵەکەیان هێزە هێزەکانی بۆی نین نەبوو ساڵ ڕۆژی ڕۆژ چوار پێنج کورد دەستبەسەر لەبارەی",
  },
  {
    language: "ur",
    script: "arabic",
    words:
      "کے کی میں ہے اور سے کا کو نے پر ہیں تھا تھی تھے اس کہ یہ ایک بھی کر گیا گئی ہو وہ جو لیے بعد نہیں ان تو ہوئے کیا ہی کر دی دے دیا لیا لی گئے گئ ملی مل افراد پھانسی جیل قیدی قیدیوں گرفتار ہلاک عدالت پولیس لاش نوجوان سزائے برقرار رکھا رکھی شہریوں خانہ بے اہل",
  },
  {
    language: "ps",
    script: "arabic",
    words:
      "په او چې ته له کې یې سره هغه دې شوی شوي وو کړي لپاره یو خو کسان بندیان شول ونیول وایي ویلي کړ کړل وژل ووژل کورنۍ شو شوه چا",
  },
  {
    language: "azb",
    script: "arabic",
    words:
      "ایکی بیر اوچ دؤرد بئش بو ایله اوچون کیمی سونرا گؤره اونا اونو اونون اونلار اونلارین ائتدی ائدیب ائدیلدی ائدیلیب اولدو اولوندو اولونوب اولان ایدی دئدی دئییر وئردی وئریلدی گون ایل واردیر یوخ یوخدور منیم بیز سیز هامی چوخ دا ده آنجاق طرفیندن توتولدو توتولوب آپاریلدی بیلینمیر",
  },
  {
    language: "ru",
    script: "cyrillic",
    words:
      "и в не на с что по это как к он из за от о его был для но было она так же после у или со при были их",
  },
  {
    language: "uk",
    script: "cyrillic",
    words:
      "і в не на з що до та це як у за від про його був для але було вона так після або зі при їх є",
  },
  {
    language: "bg",
    script: "cyrillic",
    words: "и в не на с че по това как от за е са се да ще беше към при той след или без което",
  },
  {
    language: "tg",
    script: "cyrillic",
    words: "ва дар ба аз ки ин бо барои он як шуд аст худ то бар ҳам буд кард низ",
  },
];

/** Letters that decide between languages of one script. */
export const MARKER_LETTERS: readonly MarkerLetters[] = [
  { language: "ps", script: "arabic", letters: /(?<!\p{L})د(?!\p{L})/gu },
  { language: "ckb", script: "arabic", weight: 2, letters: /(?<!\p{L})لە/gu },
  // Sorani writes short vowels inside words; a Kurdish keyboard in Persian gives ە at the end and before endings only.
  {
    language: "ckb",
    script: "arabic",
    weight: 2,
    letters: /[ێۆڕڵڤ]|ە(?=[بپتجچحخدرزژسشغفقکگلمنو])/gu,
  },
  { language: "ur", script: "arabic", weight: 2, letters: /[ٹڈڑںےۓہ]/gu },
  { language: "ps", script: "arabic", weight: 2, letters: /[ټډړږښڼېۍځڅ]/gu },
  { language: "bal", script: "arabic", weight: 6, letters: /ء[\u064e\u0650]/gu },
  {
    language: "azb",
    script: "arabic",
    weight: 3,
    letters:
      /(?<!\p{L})[اگسدبتک]ؤ|\u200c(?:لر|لار)|(?<!\p{L})(?:ائ(?!تل|مه)|وئ|دئ|گئ)\p{L}|\p{L}(?:لارین|لرین|لاری|یندا|ینده|سیزدیر|اولوندو|لاردان|لردن)(?!\p{L})/gu,
  },
  { language: "fa", script: "arabic", weight: 0.5, letters: /[پچژگ]/gu },
  { language: "fa", script: "arabic", letters: /(?<=\p{L})(?:های|هایی|اند|ند)(?!\p{L})/gu },
  // Shared with its neighbours, but not with Arabic: decides where nothing else is said.
  { language: "fa", script: "arabic", weight: 0.5, letters: /[یک]/gu },
  {
    language: "ar",
    script: "arabic",
    letters: /[ةأإ]|(?<!\p{L})[وبفك]?(?:ال|لل)\p{L}{3}/gu,
  },
  { language: "de", script: "latin", weight: 2, letters: /ß/gu },
  { language: "de", script: "latin", weight: 0.5, letters: /[äöü]/gu },
  { language: "fr", script: "latin", letters: /[èêàçœùû]/gu },
  { language: "es", script: "latin", letters: /[ñ¿¡óíú]/gu },
  { language: "pt", script: "latin", letters: /[ãõçáê]/gu },
  { language: "tr", script: "latin", letters: /[ığş]/gu },
  { language: "tr", script: "latin", weight: 2, letters: /ı/gu },
  { language: "tr", script: "latin", weight: 0.5, letters: /[çöü]/gu },
  { language: "az", script: "latin", weight: 2, letters: /ə/gu },
  { language: "kmr", script: "latin", letters: /[êîûş]/gu },
  { language: "sv", script: "latin", letters: /[åäö]/gu },
  { language: "no", script: "latin", letters: /[æøå]/gu },
  { language: "pl", script: "latin", letters: /[łąęśżźćń]/gu },
  { language: "uk", script: "cyrillic", letters: /[іїєґ]/gu },
  { language: "ru", script: "cyrillic", letters: /[ыэё]/gu },
  { language: "tg", script: "cyrillic", letters: /[ҳқҷӯӣғ]/gu },
];
