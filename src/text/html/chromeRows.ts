/** What the parts of a page around its main text are called in class and id names, word by word. */
export type ChromeRow = {
  /** `always`: on every page; `article`: only where one article is the page; `thread`: only in threads of posts. */
  readonly on: "always" | "article" | "thread";
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
      "nav navbar navigation menu submenu megamenu breadcrumb breadcrumbs crumbs footer masthead topbar toolbar sidebar sidenav offcanvas hamburger",
  },
  {
    on: "always",
    words:
      "site+header global+header page+footer main+header header+top top+header skip+link skip+links skiplink back+to+top to+top screen+reader sr+only visually+hidden visuallyhidden assistive+text",
  },
  {
    on: "always",
    words:
      "cookie cookies consent gdpr popup modal lightbox toast newsletter subscribe subscription signup sign+up mailing+list login signin captcha paywall+prompt donate donation",
  },
  {
    on: "always",
    words:
      "social share sharing shares sharebar sharedaddy addtoany addthis follow+us social+links like+button jp+relatedposts",
  },
  {
    on: "always",
    words:
      "related recommended recommendations recommendation also+like also+read read+next read+also more+stories more+news more+posts more+articles you+may may+like trending popular most+read most+viewed outbrain taboola teads dianomi",
  },
  {
    on: "always",
    words:
      "ad ads adv advert advertisement advertising adsense adslot dfp promo promoted sponsor sponsored sponsors",
  },
  {
    on: "always",
    words:
      "pagination pager pagenav pagenavi paging prev+next post+navigation nav+links language+switcher lang+switcher wpml langs searchform search+form searchbox search+box copyright colophon credits+bar tagcloud tag+list tags+links post+tags entry+tags",
  },
  {
    on: "always",
    words:
      "toc tableofcontents table+of+contents on+this+page edit+link edit+page editsection mw+editsection navbox catlinks printfooter feedback helpful was+this headerlink",
  },
  {
    on: "article",
    words:
      "recommend caption figcaption credit credits byline comment comments respond disqus author+bio author+box author+card about+author authorbox bio print+button tag tags topics",
  },
  {
    on: "thread",
    words:
      "postprofile profile userinfo user+info user+details user+card message+user message+avatar author+info author+panel authorinfo poster avatar signature sig post+buttons post+controls post+actions post+menu post+links reputation reactions likes quick+reply quickreply editor rank postfoot who+is+online online moderators permissions jumpbox jump+box similar suggested+topics topic+map",
  },
];

/** Words at the head of a short block that leads away from the report. */
export const LEAD_AWAY =
  /^(?:[\s"'“«*>»→▶•|-]*)(?:(?:read|see|learn|find out|watch|listen|view)\s+(?:also|more|next|on|the full|all|now|here)\b|also\s+(?:read|see|on|from)\b|(?:more|latest|top|other|related|recommended|popular|trending)\s+(?:stories|news|articles|posts|reading|coverage|from|on|about|topics|content|links|videos?)\b|related\s*:|recommended\s*:|you (?:may|might) (?:also|like)|don[’']t miss|must read|editor[’']?s? picks?|most (?:read|viewed|popular)|keep reading|continue reading|click here|scroll (?:down|to)|skip to|jump to|back to (?:top|home)|go to (?:top|home)|print this|share (?:this|on|via|article|the)|follow us|like us|join us on|join our|sign up|subscribe|register (?:now|to)|log ?in\b|get (?:the|our) (?:latest|newsletter|app|daily)|download (?:the|our) app|support (?:us|our)|donate|become a (?:member|supporter)|advertisement|sponsored|(?:ad|story|article) continues|this (?:article|story|site|website) (?:uses|is sponsored)|we use cookies|by (?:clicking|continuing|signing)|all rights reserved|copyright|©|tags?\s*:|filed under|topics?\s*:|categor(?:y|ies)\s*:|source\s*:\s*\S+$|(?:image|photo|picture|video|file photo|illustration)(?:\s+(?:by|credit|source|courtesy))?\s*[:/©]|getty images|(?:loading|load) (?:more|comments)|leave a (?:comment|reply)|\d+ comments?$|comments? \(|show (?:more|less|comments)|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|اشتراک[‌ ]?گذاری|برچسب|عضویت در خبرنامه|تبلیغات|اقرأ أيضا|مواضيع ذات صلة|اقرأ المزيد|lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire aussi|sur le même sujet|lea también|más información|lee también|ayrıca okuyun|ilgili haberler)/iu;
