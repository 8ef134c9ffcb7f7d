import {
  cards,
  each,
  footer,
  header,
  headlines,
  jsonLd,
  type Layout,
  links,
  page,
  ps,
  times,
} from "./furniture.ts";
import type { Prose } from "./prose.ts";

type Post = { readonly who: string; readonly says: readonly string[] };

const postsOf = (p: Prose, count: number): Post[] =>
  times(count, () => ({ who: p.name(), says: p.paras(1 + p.below(2)) }));
const said = (posts: readonly Post[]): string[] => posts.flatMap(({ says }) => says);

/** Threads: boards, questions, comments that are the page itself. */
export const THREAD_LAYOUTS: Readonly<Record<string, Layout>> = {
  "forum-phpbb": (p) => {
    const [title, posts] = [p.label(), postsOf(p, 7)];
    return {
      html: page(
        `<title>${title} - The Mooring Board</title>`,
        `<div id="wrap" class="wrap"><div id="page-header"><h1>The Mooring Board</h1><ul class="linklist"><li><a href="/faq">FAQ</a></li><li><a href="/register">Register</a></li></ul></div><div id="page-body"><h2 class="topic-title"><a href="/t">${title}</a></h2><div class="action-bar"><a href="/reply" class="button">Post Reply</a> 7 posts • Page 1 of 1</div>${each(posts, ({ who, says }, at) => `<div id="p${at}" class="post has-profile bg1"><div class="inner"><dl class="postprofile"><dt><a class="username">${who}</a></dt><dd class="profile-posts"><strong>Posts:</strong> ${at * 41}</dd><dd class="profile-joined"><strong>Joined:</strong> Tue Mar 03, 2020 4:12 pm</dd></dl><div class="postbody"><div><h3><a href="#p${at}">Re: ${title}</a></h3><p class="author">by <strong>${who}</strong> » Wed Jan 14, 2026 9:30 am</p><div class="content">${says.join("<br><br>")}</div><div class="signature">${p.sentence()}</div></div></div></div></div>`)}</div><div id="page-footer"><div class="copyright">Powered by phpBB</div></div></div>`,
        'lang="en"',
        'class="section-viewtopic"',
      ),
      truth: [title, ...said(posts)],
    };
  },
  "forum-vbulletin": (p) => {
    const [title, posts] = [p.label(), postsOf(p, 6)];
    return {
      html: page(
        `<title>${title} - Deckhands</title><meta name="generator" content="vBulletin 3.8">`,
        `<table class="tborder"><tr><td><a href="/">Deckhands</a> &gt; <a href="/f">Talk</a></td></tr><tr><td class="navbar"><strong>${title}</strong></td></tr></table>${each(posts, ({ who, says }, at) => `<table id="post${at}" class="tborder"><tr><td class="thead">14-01-2026, 09:3${at}</td><td class="thead" align="right">#<a href="#">${at + 1}</a></td></tr><tr><td class="alt2"><a class="bigusername">${who}</a><div class="smallfont">Senior Member</div><div class="smallfont">Join Date: Mar 2012<br>Location: ${p.place()}<br>Posts: 1,204</div></td><td class="alt1" id="td_post_${at}"><div id="post_message_${at}">${says.join("<br /><br />")}</div></td></tr></table>`)}<table><tr><td>All times are GMT. The time now is 10:30.</td></tr></table>`,
      ),
      truth: [title, ...said(posts)],
    };
  },
  "forum-discourse": (p) => {
    const [title, posts] = [p.label(), postsOf(p, 8)];
    return {
      html: page(
        `<title>${title} - Open Weirs</title><meta name="generator" content="Discourse 3.1">`,
        `<header><a href="/">Open Weirs</a></header><div id="main-outlet"><div id="topic-title"><h1><a href="/t/x/1">${title}</a></h1><div class="topic-category"><a href="/c">help</a></div></div>${each(posts, ({ who, says }, at) => `<div id="post_${at}" itemscope class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="/u">${who}</a></span><span class="crawler-post-infos"><time class="post-time">January 14, 2026, 9:3${at}am</time><span>${at + 1}</span></span></div><div class="post" itemprop="text">${ps(says)}</div><div><span class="post-likes">2 Likes</span></div></div>`)}<h3>Related topics</h3><div class="topic-list">${headlines(p, 5)}</div></div><footer>${links("Home Categories Guidelines")}<p>Powered by Discourse, best viewed with JavaScript enabled</p></footer>`,
      ),
      truth: [title, ...said(posts)],
    };
  },
  "forum-reddit-like": (p) => {
    const [title, first, posts] = [p.label(), p.paras(2), postsOf(p, 10)];
    const c = p.hash();
    return {
      html: page(
        `<title>${title} : r/canals</title><link rel="canonical" href="https://board.example/r/canals/comments/1ab/x/">`,
        `<nav><a href="/">Home</a></nav><div class="${c}"><div data-test-id="post-content"><div>u/tide · 3 hr. ago</div><h1>${title}</h1><div class="md">${ps(first)}</div><div><button>Share</button><span>212</span></div></div><div>Sort by: <button>Best</button></div><div id="comment-tree">${each(posts, ({ who, says }, at) => `<div class="Comment t1_${at}" style="padding-left:${(at % 3) * 16}px"><div><a href="/user/x">${who.replace(" ", "_")}</a> · 2 hr. ago</div><div data-testid="comment"><div class="md">${ps(says)}</div></div><div><button>Reply</button><span>${at}</span> <a href="#">Share</a> <a href="#">Report</a></div></div>`)}</div></div><aside><h2>About Community</h2><p>${p.para()}</p></aside>`,
      ),
      truth: [title, ...first, ...said(posts)],
    };
  },
  "forum-question": (p) => {
    const [title, ask, posts] = [
      `How do I repair ${p.label().toLowerCase()}?`,
      p.paras(2),
      postsOf(p, 3),
    ];
    return {
      html: page(
        `<title>${title}</title>${jsonLd({ "@type": "QAPage", mainEntity: { "@type": "Question", name: title } })}`,
        `${header("Ask Harbour")}<div id="content"><h1><a href="/q/1">${title}</a></h1><div>Asked 3 days ago · Viewed 120 times</div><div class="question"><div class="votecell">12</div><div class="js-post-body">${ps(ask)}<pre><code>lift(gate, 3)</code></pre></div><div class="post-taglist"><a href="/t">gates</a></div></div><h2>${posts.length} Answers</h2>${each(posts, ({ who, says }) => `<div class="answer"><div class="votecell">4</div><div class="answercell"><div class="js-post-body">${ps(says)}</div><div class="user-info">answered Jan 14 at 9:30 <a href="/u">${who}</a> 4,211</div></div></div>`)}<form><h2>Your Answer</h2><textarea></textarea></form></div><div id="sidebar"><h4>Hot questions</h4>${headlines(p, 8)}</div>${footer("Ask Harbour")}`,
      ),
      truth: [title, ...ask, "lift(gate, 3)", ...said(posts)],
    };
  },
  "forum-unknown": (p) => {
    const [title, posts] = [p.label(), postsOf(p, 9)];
    return {
      html: page(
        `<title>${title}</title>`,
        `<div class="bar"><a href="/">Index</a> <a href="/m">Members</a> <a href="/r">Rules</a></div><h1>${title}</h1><ol class="msgs">${each(posts, ({ who, says }, at) => `<li class="msg"><div class="l"><b>${who}</b><br>Posts: ${at * 7}<br>Joined: 2019</div><div class="r"><div class="w">14 Jan 2026, 09:3${at}</div>${ps(says)}<div class="k"><a href="#">Quote</a> <a href="#">Report</a></div></div></li>`)}</ol><div class="bottom">${links("Imprint Privacy")}</div>`,
      ),
      truth: [title, ...said(posts)],
    };
  },
  "forum-hacker": (p) => {
    const [title, posts] = [p.headline(), postsOf(p, 9)];
    return {
      html: page(
        `<title>${title} | Quay News</title>`,
        `<center><table id="hnmain"><tr><td><a href="/">Quay News</a> <a href="/new">new</a> | <a href="/ask">ask</a></td></tr><tr><td><table class="fatitem"><tr><td class="title"><a href="https://x.example">${title}</a> <span class="sitebit">(x.example)</span></td></tr><tr><td class="subtext">212 points by <a href="/u">reed</a> 3 hours ago | <a href="#">hide</a></td></tr></table><table class="comment-tree">${each(posts, ({ who, says }) => `<tr class="comtr"><td><table><tr><td class="ind"></td><td class="default"><span class="comhead"><a href="/u">${who}</a> 2 hours ago | <a href="#">next</a> [–]</span><div class="comment"><div class="commtext c00">${says.join("<p>")}</div><div class="reply"><a href="#">reply</a></div></div></td></tr></table></td></tr>`)}</table></td></tr></table></center>`,
      ),
      truth: [title, ...said(posts)],
    };
  },
  "forum-xenforo-quotes": (p) => {
    const [title, posts] = [p.label(), postsOf(p, 6)];
    return {
      html: page(
        `<title>${title} | Rowers</title>`,
        `<div class="p-nav">${links("Forums New Media")}</div><div class="p-body"><div class="p-title"><h1 class="p-title-value">${title}</h1></div><div class="block">${each(posts, ({ who, says }, at) => `<article class="message message--post"><div class="message-cell message-cell--user"><h4 class="message-name">${who}</h4><h5 class="userTitle">Well-known member</h5><dl class="pairs"><dt>Joined</dt><dd>Mar 3, 2020</dd></dl><dl class="pairs"><dt>Messages</dt><dd>${at * 9}</dd></dl></div><div class="message-cell message-cell--main"><header class="message-attribution"><time>Jan 14, 2026</time> <a href="#">#${at + 1}</a></header><div class="message-body"><div class="bbWrapper">${says.join("<br><br>")}</div></div><footer class="message-footer"><div class="reactionsBar">Pell and 3 others</div></footer></div></article>`)}</div><div class="block"><h3>Similar threads</h3>${cards(p, 4, "structItem")}</div></div><footer class="p-footer">Community platform by XenForo</footer>`,
        'lang="en" id="XF" class="has-no-js"',
      ),
      truth: [title, ...said(posts)],
    };
  },
};
