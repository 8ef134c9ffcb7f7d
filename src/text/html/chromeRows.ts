/** What the parts of a page around its main text are called in class and id names, word by word. */
export type ChromeRow = {
  /**
   * `always`: on every page; `article`: only where one article is the page; `thread`: only in threads of
   * posts; `talk`: what readers say, which is no main text but in threads; `menu`: on every page, where links
   * stand in it: a restaurant has a menu, too.
   */
  readonly on: "always" | "article" | "thread" | "talk" | "menu";
  readonly words: string;
};

/**
 * Words of class and id names. A name is split at `-`, `_` and capitals, so `site-nav` and `siteNav` hold
 * `nav`; two words joined by `+` must stand side by side.
 */
export const CHROME_ROWS: readonly ChromeRow[] = [
  {
    on: "always",
    words:
      "nav navbar navigation navigate+section linktree navbit navstrip crumbtrail megamenu breadcrumb breadcrumbs crumbs footer masthead topbar toolbar sidebar sidenav offcanvas hamburger",
  },
  {
    on: "always",
    words:
      "site+header global+header page+footer main+header header+top top+header skip+link skip+links skiplink back+to+top to+top screen+reader sr+only visually+hidden visuallyhidden assistive+text",
  },
  {
    on: "always",
    words:
      "cookie cookies consent gdpr popup modal lightbox toast announcement+bar newsletter subscribe subscription signup sign+up mailing+list login signin captcha paywall+prompt regwall subwall donate donation",
  },
  {
    on: "always",
    words:
      "social share sharing shares sharebar sharedaddy addtoany addthis follow+us social+links like+button jp+relatedposts",
  },
  {
    on: "always",
    words:
      "related recommended recommendations recommendation also+like also+read read+next read+also more+stories more+news more+posts more+articles you+may may+like trending popular most+read most+viewed outbrain taboola teads dianomi recirc recirculation rail widgets widget+area",
  },
  {
    on: "always",
    words:
      "ad ads adv advert advertisement buybox buy+box advertising adsense adslot dfp promo promoted sponsor sponsored sponsors",
  },
  {
    on: "always",
    words:
      "pagination pager pagenav pagenavi paging prev+next post+navigation nav+links language+switcher lang+switcher wpml langs searchform search+form searchbox search+box copyright colophon credits+bar tagcloud tag+list tags+links post+tags entry+tags",
  },
  {
    on: "always",
    words:
      "toc tableofcontents table+of+contents on+this+page edit+link edit+page editsection mw+editsection site+sub version+banner version+badge navbox catlinks printfooter feedback helpful was+this headerlink",
  },
  {
    on: "always",
    words:
      "facet facets filters refinements sort+by sortby mini+cart minicart cart+drawer wishlist quickview currency+selector country+selector store+selector account+menu",
  },
  {
    on: "article",
    words:
      "recommend slideshow slide slides swiper carousel gallery lightbox paywall thumbcaption caption figcaption credit credits byline pullquote pull+quote author+bio author+box author+card about+author authorbox bio print+button tag tags topics photoview media+description media+copyright view+count views+count m+views post+views",
  },
  { on: "menu", words: "menu submenu menus" },
  { on: "talk", words: "comment comments commentlist respond disqus" },
  {
    on: "thread",
    words:
      "postprofile message+cell+user profile userinfo user+info user+details user+card message+user message+avatar author+info author+panel authorinfo poster avatar signature sig post+buttons post+controls post+actions post+menu post+links reputation reactions likes postdetails authi pls pil pob sign gensmall post+subject action+row credit+bar comment+meta quick+reply quickreply editor rank postfoot who+is+online online moderators permissions jumpbox jump+box similar suggested+topics topic+map author attribution post+meta postmeta post+infos list+inline comhead keyinfo quickbuttons moderatorbar membergroup postcount reportlinks smalltext vote votes votecell voting taglist action+bar topic+category subtext",
  },
];

/** Words at the head of a short block that leads away, unless the block is a plain sentence. */
export const LEADS_AWAY =
  /^(?:[\s"'“«*>»→▶•|-]*)(?:(?:read|see|learn|find out|watch|listen|view)\s+(?:also|more|next|on|the full|all|now|here)\b|also\s+(?:read|see|on|from|in)\b|(?:more|latest|top|other|related|recommended|popular|trending)\s+(?:stories|news|articles|posts|reading|coverage|from|on|about|topics|content|links|videos?|statements|reports)\b|related\s*:?$|related\s*:|recommended\b|recent posts|you (?:may|might) (?:also|like)|don[’']t miss|must read|editor[’']?s? picks?|most (?:read|viewed|popular)|keep reading|continue reading|click here|scroll (?:down|to)|skip to|jump to|back to|go to (?:top|home)|print this|share (?:this|on|via|article|the|entry)|subscribe|register (?:now|to)|log ?in\b|support (?:us|our)|donate|become a (?:member|supporter)|tags?\s*:|filed under|posted (?:in|by|under)\b|no comments|topics?\s*:|categor(?:y|ies)\s*:|(?:source|quelle|источник|来源|出典)\s*[:：]\s*\S+$|(?:image|photo|picture|video|file photo|illustration)(?:\s+(?:by|credit|source|courtesy))?\s*[:/©]|getty images|(?:loading|load) (?:more|comments)|\d+ (?:comments?|thoughts on)\b|comments? ?\(|comments?$|(?:share|tweet|print|copy link|email|save|listen)$|comments are closed|show (?:more|less|comments)|add to (?:cart|basket|bag|wish ?list|compare|favou?rites)|quick view|compare$|(?:get directions|learn more|find out more|more info(?:rmation)?|view (?:details|profile|all|more|map)|see (?:details|all)|(?:book|apply|buy|order|enrol|register|donate|give|call) (?:now|online|today))$|showing (?:all|the single|\d+)|(?:sold out|in stock|out of stock|regular price|sale price|unit price|sku)$|filter(?: by)?\s*:|sort(?:ed)? by\b|price the highest|\d+ (?:products|items|results)$)/iu;

/** Words at the head of a short block that is never part of a report, whatever its form. */
export const NEVER_REPORT =
  /^(?:[\s"'“«*>»→▶•|-]*)(?:(?:follow|like|join|find|connect with|visit) us (?:on|at)\b|join our|(?:get|receive|subscribe|enter|sign up)\b[^.]*\b(?:newsletters?|inbox|e-?mails?)\b|sign up (?:for|to|now)|subscribe to|get (?:the|our) (?:latest|newsletter|app|daily)|download (?:the|our) app|advertisement$|skip advertisement$|share full article$|listen to this article\b.{0,30}$|a version of this article (?:appears|appeared) in print|if you have telegram, you can contact|lecture du .{2,20} en cours sur un autre|vous pouvez lire .{2,20} sur un seul appareil|ce message s[’']affichera sur l|il vous reste [\d.,]+ ?%|(?:previous|next) message\s*:|messages sorted by\s*:|more information about the .{2,40} mailing list|could not load |this content is not available due to|you can now listen to .{2,40} articles|(?:do you have|got) a (?:story|tip)\b|sponsored$|(?:ad|story|article) continues|this (?:website|site) uses|we (?:and our \S+ partners )?(?:use|store) cookies|by (?:clicking|continuing to|signing up)|all rights reserved|your browser does ?n[o’']t support|(?:please )?enable javascript|javascript (?:is|must be)|copyright (?:©|\(c\)|\d{4})|©|\(c\) \d{4}|powered by |all times are |leave a (?:comment|reply)|you are visitor|(?:page )?last (?:update|modified|edited)|best viewed|was this (?:article|page|answer)? ?helpful|\d+ out of \d+ found|版权所有|版權所有|[（(]?责任编辑|[（(]?責任編輯|無断転載|انتهای پیام|کد (?:خبر|مطلب)|your email address will not|related\s*:|read (?:also|more)\s*:|also read\s*:|see also\s*:|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|اشتراک[\u200c ]?گذاری|برچسب[\u200c ]?ها|عضویت در خبرنامه|تبلیغات$|تمامی حقوق|اقرأ أيضا|مواضيع ذات صلة|اقرأ المزيد|جميع الحقوق|lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire aussi|sur le même sujet|lea también|más información|lee también|ayrıca okuyun|ilgili haberler)/iu;

/** Words at the end of an article that are of its author. */
export const OF_THE_AUTHOR =
  /\bcan be reached (?:at|by|on|via)\b|^follow (?:him|her|them|\p{Lu}\S+(?: \p{Lu}\S+)?) (?:on|at)\b|^(?:\p{Lu}\S+ ){1,4}is an? (?:[\p{L}-]+ ){0,4}(?:writer|reporter|journalist|correspondent|editor|columnist|contributor|fellow|professor|author)\b|\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\.?$|^(?:reporting|additional reporting|writing|editing|edited|compiled|translated) by\b/iu;
