/** Words that tell a box beside the main text from the main text, by language. */
export type BoxRow = {
  readonly language: string;
  /**
   * `leads`: the heading of a box that leads to other pages. `sells`: the same on a page of goods, and so on
   * every page. `asks`: words of a box that asks for money, an address or consent. `talk`: what stands under
   * each thing a reader said. `readers`: the heading of what readers say
   * below a report. `board`: a line that a board writes around posts. `member`: what it says of a
   * member beside a post.
   */
  readonly kind: "leads" | "sells" | "asks" | "talk" | "readers" | "board" | "member";
  /** Alternatives of a pattern, in any case; `leads`, `sells`, `talk`, `readers` and `board` must fill their line. */
  readonly words: readonly string[];
};

/** The rows; docs/text.md tells what is done with them. */
export const BOX_ROWS: readonly BoxRow[] = [
  {
    language: "en",
    kind: "leads",
    words: [
      "(?:more|related|latest|top|other|recent|trending|popular|recommended|sponsored|suggested|similar|hot|featured|further|additional|next|all|linked|must-read) (?:stories|story|news|articles?|posts?|topics|threads|content|links?|videos?|coverage|reading|headlines|questions|entries|pages|documents|statements|reports|updates|releases)",
      "(?:latest|trending|related|recommended|elsewhere|newest)(?: now| today)?",
      "(?:more|other|similar|upcoming) \\p{L}+ (?:like this|you (?:may|might) like|near you|from this .{2,20})",
      "more (?:on|from|in|about|by|like|to|for|of)\\b.{2,40}",
      "also (?:from|on|in|by)\\b.{2,40}",
      "(?:recommended|selected|picked|suggested) (?:for|from|by)\\b.{2,30}",
      "most (?:read|popular|viewed|shared|commented|recent)(?: .{2,20})?",
      "(?:up|read|see|watch|what’s|what's) (?:next|more|also)",
      "you (?:may|might|could|will)(?: also)? (?:like|love|enjoy|have missed|be interested in)",
      "(?:from|around) (?:our partners?|the web|the archives?)",
      "don[’']t miss|in case you missed it|keep reading|editors?[’']?s? (?:picks?|choice)|what (?:others|people|readers) are reading",
      "written by .{2,40}|about the authors?|about (?:author|community)|share (?:this|on|via)\\b.{0,30}",
    ],
  },
  {
    language: "en",
    kind: "sells",
    words: [
      "(?:related|similar|recommended|recently viewed|featured|other) (?:products?|items?|books?|goods|threads|topics)",
      "(?:you (?:may|might)|customers|people|shoppers|others|readers) (?:who .{2,40} )?(?:also|like)(?: \\w+){0,3}",
      "(?:sponsored )?products? related to .{2,30}|(?:shop|compare) (?:similar|related|with similar)\\b.{0,30}",
      "frequently bought together|(?:your )?recently viewed.{0,50}|complete the (?:look|set)|pairs well with",
    ],
  },
  {
    language: "de, fr, es, it, pt, ru, tr",
    kind: "sells",
    words: [
      "kunden(?:,? die .{2,40})? (?:kauften|kaufen|sahen|interessierten sich)(?: auch| für auch)?.{0,20}",
      "(?:ähnliche|passende|weitere|verwandte) (?:artikel|produkte)|zuletzt angesehen|dazu passt",
      "(?:produits|articles) (?:similaires|associés|apparentés|recommandés)|(?:les clients|vous avez) .{0,20}également .{0,20}",
      "productos (?:relacionados|similares)|también te puede gustar|los clientes también .{2,20}",
      "prodotti (?:correlati|simili)|produtos relacionados|quem (?:viu|comprou).{0,30}também.{0,20}",
      "(?:похожие|сопутствующие|рекомендуемые) товары|с этим товаром .{2,20}|benzer ürünler",
    ],
  },
  {
    language: "en",
    kind: "asks",
    words: [
      "\\b(?:already|not yet) an? (?:subscriber|member)\\b",
      "\\b(?:this|the) (?:article|story|content|page) is (?:only |exclusively )?(?:for|available to) (?:paying )?(?:subscribers|members)",
      "\\b(?:subscribe|sign up|register|log in) (?:now |today )?(?:to|for)\\b.{0,60}\\b(?:reading|read|access|newsletter|letter|inbox|unlimited|continue|more)",
      "\\b(?:get|receive|have) (?:our|the) .{2,40}(?:newsletter|letter|briefing|digest|stories)\\b",
      "\\balready (?:have|got) an? (?:account|subscription)\\b|\\bunlimited (?:digital )?access\\b|\\bkeep reading for\\b",
      "\\byour (?:gift|donation|support) (?:pays|makes|keeps|helps|will)\\b|\\b(?:donate|give) (?:now|today)\\b|\\bon another device\\b|\\bready to (?:talk|get started|begin)\\b",
      "\\b(?:in|to) your (?:inbox|mailbox)\\b|\\byour e-?mail address\\b|\\bunsubscribe\\b|\\bcancel (?:at )?any ?time\\b",
      "\\bfree or paid subscriber\\b|\\breader-supported\\b|\\b(?:subscribe|subscription) for\\b.{1,20}(?:week|month|year)",
      "\\bwe (?:value|respect|care about) your privacy\\b|\\bstore (?:and|or|and/or) access information on a device\\b|\\buses? cookies\\b",
      "\\bdownload (?:the|our) app\\b|\\bdo you have a tip\\b|\\bturn on notifications\\b|\\bdisable your ad ?blocker\\b",
    ],
  },
  {
    language: "en",
    kind: "talk",
    words: ["(?:reply|report|quote|flag|upvote|permalink|like)(?: \\(?\\d+\\)?)?"],
  },
  {
    language: "en, de, fr, es, it, pt, ru, tr, fa, ar, zh, ja",
    kind: "readers",
    words: [
      "(?:(?:show|view|see|hide|read|all|recent|latest) )?(?:\\d+ )?(?:readers?[’']? )?comments?(?: \\(?\\d+\\)?)?|join the (?:conversation|discussion)|discussion about this post|what (?:our )?readers say|\\d+ (?:thoughts|responses) (?:on|to) .{2,120}",
      "(?:\\d+ )?(?:kommentare?|leserkommentare|leserbriefe)(?: \\(?\\d+\\)?)?|(?:\\d+ )?commentaires?(?: \\(?\\d+\\)?)?|vos réactions|(?:\\d+ )?comentarios?(?: \\(?\\d+\\)?)?|(?:\\d+ )?commenti|(?:\\d+ )?comentários",
      "(?:\\d+ )?комментари(?:и|ев|й|я)(?: \\(?\\d+\\)?)?|(?:\\d+ )?yorum(?:lar)?(?: \\(?\\d+\\)?)?",
      "(?:[\\d۰-۹]+ )?(?:نظر|نظرات|دیدگاه|دیدگاه[\u200c ]?ها)(?: (?:شما|کاربران|خوانندگان|بینندگان))?(?: \\(?[\\d۰-۹]+\\)?)?|التعليقات|تعليقات القراء",
      "(?:网友|最新|全部|热门)?(?:评论|評論|留言)(?:\\(\\d+\\))?|コメント(?:一覧)?",
    ],
  },
  {
    language: "zh, ja",
    kind: "board",
    words: [
      "发表于.{4,40}|只看该作者|楼主|沙发|板凳|地板|\\[?复制链接\\]?|查看: ?\\d+.{0,30}|(?:回复|举报|使用道具|引用)(?: (?:回复|举报|使用道具|引用))*|显示全部楼层|积分|\\d+#",
      "返信(?:する)?|通報(?:する)?|ID:\\S+.{0,30}",
    ],
  },
  {
    language: "zh",
    kind: "member",
    words: ["(?:高级|初级|中级|金牌|注册|新手)会员|主题|帖子|积分|注册时间|阅读权限|精华"],
  },
  {
    language: "en",
    kind: "board",
    words: [
      "(?:author|message|topic|posts?|replies|views|last post|contributor|collaborator|member|owner)",
      "posted: .{6,60}|post subject: ?.{0,60}|posted (?:on )?.{6,30}",
      "(?:reply with quote|quote reply|reply to (?:post|topic)|reply share|share reply|back to top|new topic)",
      "(?:view|visit)(?: user's| poster's| \\S+)? (?:profile|website|posts|public profile)(?: .{0,60})?|send (?:a )?(?:private message|e-?mail)(?: .{0,60})?",
      "you (?:cannot|can|may not|may) (?:post|reply|edit|delete|vote|attach|download)\\b[^,;]{2,120}",
      "\\d+ ?(?:up)?votes?(?: [·•|] \\d+ (?:comments?|answers?|replies))?|\\d+ (?:comments?|answers?|replies)(?: [·•|] .{0,30})?|followers \\d+",
      "join the conversation|you can post now and register later\\..{0,120}|recently browsing|\\d+ members?|no registered users viewing this page",
      "(?:by|via|from) (?:\\S+ ){1,4}(?:on |in |» )(?=.{0,40}\\d)[^.!?]{4,50}|started by (?:\\S+ ){0,2}[^\\s,.]+(?:[,»·] (?=.{0,30}\\d)[^.!?]{4,40})?",
      "(?:log|sign) in (?:or (?:sign up|register) )?to (?:reply|comment|post).{0,30}",
    ],
  },
  {
    language: "en",
    kind: "member",
    words: [
      "join(?:ed)?(?: date)?\\s*:|posts\\s*:|messages\\s*:|reputation\\s*:|location\\s*:|registered\\s*:|member since",
      "(?:senior|junior|new) member|moderator|thanks\\s*:|likes\\s*:|threads\\s*:",
    ],
  },
  {
    language: "de, fr, es, ru, tr",
    kind: "member",
    words: [
      "(?:registriert|dabei seit|beiträge|wohnort|themen|mitglied seit)\\s*:?|(?:neues|erfahrenes) mitglied",
      "(?:inscription|inscrit le|messages|localisation)\\s*:|(?:registrado|mensajes|ubicación)\\s*:",
      "(?:сообщени[ея]|сообщений|регистрация|зарегистрирован|откуда|репутация)\\s*:|(?:kayıt tarihi|mesajlar|mesaj|konum)\\s*:",
    ],
  },
  {
    language: "fa, ar",
    kind: "member",
    words: [
      "تاریخ عضویت|نوشته[\u200c ]?ها|ارسال[\u200c ]?ها|محل (?:سکونت|زندگی)|عضو (?:فعال|جدید|عادی|ویژه)|تشکر(?:ها)?\\s*:|امتیاز\\s*:",
      "تاريخ التسجيل|المشاركات|الدولة\\s*:",
    ],
  },
  {
    language: "fa, ar",
    kind: "board",
    words: [
      "پاسخ (?:با|به) نقل[\u200c ]?قول|نقل[\u200c ]?قول|ارسال پاسخ|موضوع جدید|گزارش تخلف",
      "شما نمی[\u200c ]?توانید .{2,60}|ساعت (?:جاری|فعلی|کنونی).{2,50}",
      "رد مع اقتباس|لا تستطيع .{2,60}|الساعة الآن .{2,40}",
    ],
  },
  {
    language: "de, ru",
    kind: "board",
    words: [
      "(?:mit )?zitat(?: antworten)?|nach oben|verfasst(?: am)?: .{4,40}|(?:ответить|цитата)(?: с цитатой)?|вернуться к началу|добавлено: .{4,40}",
    ],
  },
  {
    language: "fa",
    kind: "leads",
    words: [
      "(?:مطالب|اخبار|خبرهای|مقالات|مطلب|لینک[\u200c ]?های) (?:مرتبط|پیشنهادی|دیگر|بیشتر)",
      "(?:آخرین|پربازدیدترین|مهم[\u200c ]?ترین|تازه[\u200c ]?ترین) (?:اخبار|خبرها|مطالب|عناوین|ها)?",
      "پیشنهاد (?:ما|سردبیر|می[\u200c ]?کنیم)|بیشتر بخوانید|همچنین بخوانید|پربازدیدها|از همین نویسنده",
    ],
  },
  {
    language: "fa",
    kind: "asks",
    words: ["عضویت در خبرنامه", "(?:از|ما) کوکی", "نشانی (?:ایمیل|رایانامه)", "اشتراک بخرید"],
  },
  { language: "fa", kind: "talk", words: ["پاسخ(?: دادن)?", "پاسخ به این نظر"] },
  {
    language: "ar",
    kind: "leads",
    words: [
      "(?:مواضيع|مقالات|أخبار|مواد) (?:ذات صلة|مشابهة|أخرى)",
      "اقرأ (?:أيضا|المزيد|أيضًا)",
      "الأكثر (?:قراءة|مشاهدة|تداولا)",
      "آخر الأخبار",
      "قد يعجبك.{0,20}",
    ],
  },
  { language: "ar", kind: "asks", words: ["اشترك في.{0,30}النشرة", "ملفات تعريف الارتباط"] },
  { language: "ar", kind: "talk", words: ["رد", "الرد", "إبلاغ"] },
  {
    language: "de",
    kind: "leads",
    words: [
      "das könnte sie auch interessieren",
      "(?:mehr|weitere) (?:zum thema|artikel|nachrichten|themen|aus|von)\\b.{0,40}",
      "(?:lesen|sehen) sie auch",
      "(?:ähnliche|verwandte|passende|neueste|aktuelle) (?:artikel|themen|beiträge|meldungen|nachrichten)",
      "meist(?:gelesen|kommentiert).{0,20}",
      "auch interessant|empfohlen|empfehlungen",
    ],
  },
  {
    language: "de",
    kind: "asks",
    words: [
      "\\bnewsletter\\b.{0,60}\\b(?:abonnieren|anmelden|bestellen)",
      "\\bjetzt (?:abonnieren|registrieren)\\b",
      "\\b(?:verwenden|nutzen|nutzt|verwendet) cookies\\b",
    ],
  },
  { language: "de", kind: "talk", words: ["antworten", "melden", "zitieren"] },
  {
    language: "fr",
    kind: "leads",
    words: [
      "(?:à lire|lire|voir|lisez)(?: également| aussi| la suite| plus)?",
      "sur le même (?:sujet|thème)",
      "(?:articles?|contenus?) (?:liés?|similaires?|connexes?|recommandés?|associés?)",
      "les plus (?:lus|populaires|récents)",
      "vous aimerez aussi|vous pourriez aimer|dernières (?:actualités|nouvelles|infos)|dans la même rubrique",
    ],
  },
  {
    language: "fr",
    kind: "asks",
    words: [
      "\\babonnez-vous\\b",
      "\\bnewsletter\\b.{0,60}\\binscri",
      "\\b(?:utilisons|utilise) des cookies\\b",
      "\\b(?:article|contenu) réservé aux abonnés\\b|\\bsur un autre appareil\\b|\\blire .{2,20} sur un seul appareil\\b",
    ],
  },
  { language: "fr", kind: "talk", words: ["répondre", "signaler", "citer"] },
  {
    language: "es",
    kind: "leads",
    words: [
      "(?:noticias|artículos|temas|contenidos|notas) (?:relacionad[oa]s|recomendad[oa]s|destacad[oa]s)",
      "(?:lo )?más (?:leído|visto|popular|noticias|sobre|en|de)\\b.{0,30}",
      "(?:lea|lee|vea|ver|leer) (?:también|además|más)",
      "te puede interesar|también te puede interesar|últimas noticias",
    ],
  },
  {
    language: "es",
    kind: "asks",
    words: [
      "\\bsuscr[ií]b(?:ete|ase|irse)\\b",
      "\\b(?:utilizamos|usamos|utiliza|usa) cookies\\b",
      "\\brecib[ae] .{0,40}bolet[ií]n",
    ],
  },
  { language: "es", kind: "talk", words: ["responder", "reportar", "denunciar"] },
  {
    language: "pt, it",
    kind: "leads",
    words: [
      "(?:leia|veja) (?:também|mais)",
      "(?:notícias|artigos|conteúdos) relacionad[oa]s",
      "mais lidas",
      "leggi anche",
      "(?:articoli|notizie) correlat[ei]",
      "potrebbe interessarti.{0,20}",
      "i più letti",
    ],
  },
  {
    language: "ru",
    kind: "leads",
    words: [
      "(?:читайте|смотрите|читать|читай) (?:также|ещё|еще|далее)",
      "(?:материалы|новости|статьи) по теме|по теме",
      "(?:похожие|другие|последние|главные|свежие) (?:материалы|новости|статьи|записи)",
      "рекоменд(?:уем|ации|уемое)|выбор редакции|сейчас читают",
      "(?:самое )?(?:популярное|читаемое|обсуждаемое)",
    ],
  },
  {
    language: "ru",
    kind: "asks",
    words: ["подпи(?:шитесь|сывайтесь)", "использу(?:ем|ет) (?:файлы )?cookie"],
  },
  { language: "ru", kind: "talk", words: ["ответить", "пожаловаться", "цитировать"] },
  {
    language: "tr, ku, az",
    kind: "leads",
    words: [
      "ilgili (?:haberler|yazılar|içerikler)",
      "(?:ayrıca|bunu da) okuyun?",
      "son (?:haberler|dakika)",
      "çok okunanlar",
      "nûçeyên (?:din|têkildar)",
    ],
  },
  {
    language: "zh, ja, ko",
    kind: "leads",
    words: [
      "(?:相关|相關|推荐|推薦|延伸|热门|熱門|更多|最新)(?:阅读|閱讀|新闻|新聞|文章|报道|報導|内容|內容|推荐|推薦|消息)",
      "(?:関連|おすすめ|最新|人気|注目の?)(?:の)?(?:記事|ニュース|リンク|コンテンツ)(?:一覧|ランキング)?",
      "あわせて読みたい|こちらも(?:おすすめ|読まれています)|アクセスランキング",
      "관련 ?기사|많이 본 (?:뉴스|기사)|추천 ?기사",
    ],
  },
  { language: "zh, ja, ko", kind: "talk", words: ["回复", "回覆", "返信", "답글"] },
  {
    language: "nl, sv, no, da, pl",
    kind: "leads",
    words: [
      "lees (?:ook|meer)",
      "meer over.{0,40}",
      "läs (?:också|mer|även)",
      "les også|læs også",
      "mest (?:gelezen|lest|lästa|læste)",
      "czytaj (?:także|też|więcej|również)",
      "zobacz (?:także|też|również)",
      "powiązane (?:artykuły|tematy)",
      "najczęściej czytane",
    ],
  },
];

function pattern(kind: BoxRow["kind"], isWhole: boolean): RegExp {
  const words = BOX_ROWS.filter((row) => row.kind === kind).flatMap((row) => row.words);
  const either = `(?:${words.join("|")})`;
  return new RegExp(isWhole ? `^[\\s>»→▶•|*(\\[-]*${either}[\\s:：.…!?»→)\\]]*$` : either, "iu");
}

/** The heading of a box that leads to other pages. */
export const LEADS_HEADING = pattern("leads", true);
/** The heading of a box that leads to other goods or threads. */
export const SELLS_HEADING = pattern("sells", true);
/** Words of a box that asks, looked for in lower case: a pattern that folds case is ten times slower. */
const ASKS = new RegExp(pattern("asks", false).source);

/** True for words of a box that asks. */
export function asks(text: string): boolean {
  return ASKS.test(text.toLowerCase());
}
/** A button under what a reader said. */
export const TALK_BUTTON = pattern("talk", true);

/** The heading of what readers say below a report. */
export const READERS_HEADING = pattern("readers", true);
/** A line that a board writes around posts. */
export const BOARD_LINE = pattern("board", true);
/** What a board says of a member; global, to count how many of its words stand in a panel. */
export const MEMBER_WORDS = new RegExp(pattern("member", false).source, "giu");

const LEADS_WORDS = BOX_ROWS.filter(({ kind }) => kind === "leads").flatMap(({ words }) => words);
/** A line `Read also: …`: words that lead away, a colon, and the headline of another report. */
export const LEADS_LINE = new RegExp(
  `^[\\s>»→▶•|*(\\[“"-]*(?:${LEADS_WORDS.join("|")})\\s*[:：]`,
  "iu",
);
