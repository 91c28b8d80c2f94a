import { adverts, headlines, remarks } from "./accounts.ts";
import { type Layout, longDay, some } from "./layout.ts";

/** The layouts that were looked at while the reader was written. */
export const tunedLayouts: Record<string, Layout> = {
  /** A large daily's own system: hashed class names, machine-readable metadata, boxes of links in the middle of the story. */
  newspaper: (
    account,
    mark,
    round,
  ) => `<!doctype html><html lang="en"><head><title>${account.title} | The Estuary Courier</title>
<meta property="og:title" content="${account.title}"><meta property="og:site_name" content="The Estuary Courier">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${account.title}","datePublished":"${account.day}T${account.time}:00+01:00","author":{"@type":"Person","name":"${account.author}"}}</script></head>
<body><header class="css-1x8q"><a href="/">${mark("navigation", "The Estuary Courier")}</a><nav aria-label="Sections"><ul>${["World", "Harbours", "Money", "Boards", "Obituaries"].map((name) => `<li><a href="/${name}">${mark("navigation", name)}</a></li>`).join("")}</ul></nav></header>
<main><article class="css-9k2"><div class="css-3a kicker"><a href="/s">${mark("section|tags", account.section)}</a></div>
<h1 class="css-h1 e1">${mark("title", account.title)}</h1><p class="css-77 standfirst">${mark("subtitle", account.subtitle)}</p>
<div class="css-by"><span class="byline">${mark("byline", `By ${account.author}`)}</span></div><div class="css-dt"><time datetime="${account.day}T${account.time}:00+01:00">${mark("dateline", `Published ${longDay(account)}, ${account.time}`)}</time></div>
<ul class="share-tools"><li><button>${mark("sharing", "Share on Facebook")}</button></li><li><button>${mark("sharing", "Copy link")}</button></li></ul>
<figure class="css-fig"><img src="a.jpg"><figcaption><span>${mark("caption", account.caption)}</span> <span class="credit">${mark("credit|caption", account.credit)}</span></figcaption></figure>
<section name="articleBody"><p class="css-p0">${mark("lead", account.lead)}</p>${account.body.map((text) => `<p class="css-p0">${mark("body", text)}</p>`).join("")}
<aside class="css-rec"><h3>${mark("related", "More on this story")}</h3><ul>${some(headlines, 2, round)
    .map((text) => `<li><a href="/x">${mark("related", text)}</a></li>`)
    .join("")}</ul></aside>
<div class="ad-slot"><p>${mark("advert", adverts[0]!)}</p></div>
<h2 class="css-h2">${mark("subheading", account.subheading)}</h2>${account.more.map((text) => `<p class="css-p0">${mark("body", text)}</p>`).join("")}
<blockquote class="css-bq"><p>${mark("quote", account.quote)}</p></blockquote><ul class="css-ul">${account.list.map((text) => `<li>${mark("list", text)}</li>`).join("")}</ul></section>
<div class="css-tg topics"><span>${mark("tags", `Topics: ${account.tags.join(", ")}`)}</span></div></article>
<section class="css-most"><h2>${mark("related", "Most read")}</h2><ol>${some(headlines, 4, round + 1)
    .map((text) => `<li><a href="/m">${mark("related", text)}</a></li>`)
    .join("")}</ol></section>
<section id="comments"><h2>${mark("comments", "Comments")}</h2>${some(remarks, 2, round)
    .map((text) => `<div class="css-c1"><p>${mark("comments", text)}</p></div>`)
    .join("")}</section></main>
<footer><p>${mark("legal", "© 2035 Courier Printing Works. All rights reserved.")}</p><a href="/t">${mark("legal|navigation", "Terms of use")}</a></footer></body></html>`,

  /** A blog on the most common of content systems, with its theme's classes, widgets and plugins. */
  blog: (
    account,
    mark,
    round,
  ) => `<html lang="en-US"><head><title>${account.title} – Notes from the Quay</title><meta name="generator" content="WordPress 5.4"></head>
<body class="post-template-default single single-post"><div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">${mark("navigation", "Notes from the Quay")}</a></p><p class="site-description">${mark("navigation|other", "A blog about ports and those who live off them")}</p></header>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu"><li class="menu-item"><a href="/">${mark("navigation", "Home")}</a></li><li class="menu-item"><a href="/a">${mark("navigation", "About me")}</a></li></ul></nav>
<div id="content" class="site-content"><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">${mark("title", account.title)}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <a href="/p"><time class="entry-date published" datetime="${account.day}T${account.time}:00+00:00">${longDay(account, "month")}</time></a></span></div><div class="entry-meta"><span class="byline">${mark("byline", `by ${account.author}`)}</span></div></header>
<div class="entry-content"><p>${mark("lead", account.lead)}</p>${account.body.map((text) => `<p>${mark("body", text)}</p>`).join("\n")}
<div class="wp-caption alignnone"><img src="b.jpg"><p class="wp-caption-text">${mark("caption", `${account.caption} (${account.credit})`)}</p></div>
<h3>${mark("subheading", account.subheading)}</h3>${account.more.map((text) => `<p>${mark("body", text)}</p>`).join("\n")}
<blockquote><p>${mark("quote", account.quote)}</p></blockquote><ul>${account.list.map((text) => `<li>${mark("list", text)}</li>`).join("")}</ul>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">${mark("sharing", "Share this:")}</h3><ul><li><a class="share-twitter">${mark("sharing", "Twitter")}</a></li><li><a class="share-facebook">${mark("sharing", "Facebook")}</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>${mark("related", "Related")}</h3>${some(headlines, 3, round)
    .map((text) => `<div class="jp-relatedposts-post"><h4><a href="/r">${mark("related", text)}</a></h4></div>`)
    .join("")}</div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a rel="category tag">${account.section}</a></span><span class="tags-links">${account.tags.map((tag) => `<a rel="tag" href="/tag">${tag}</a>`).join(", ")}</span></footer></article>
<nav class="navigation post-navigation"><div class="nav-previous"><a href="/o">${mark("related|navigation", `Previous: ${headlines[round % 10]}`)}</a></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">${mark("comments", "2 thoughts on this")}</h2><ol class="comment-list">${some(
    remarks,
    2,
    round,
  )
    .map(
      (text) =>
        `<li class="comment"><div class="comment-author">quaywatcher</div><div class="comment-content"><p>${mark("comments", text)}</p></div></li>`,
    )
    .join("")}</ol><h3 id="reply-title">${mark("comments", "Leave a Reply")}</h3></div></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">${mark("related", "Recent Posts")}</h2><ul>${some(
    headlines,
    4,
    round + 2,
  )
    .map((text) => `<li><a href="/q">${mark("related", text)}</a></li>`)
    .join("")}</ul></section></aside>
<footer id="colophon" class="site-footer"><div class="site-info">${mark("legal|navigation", "Proudly powered by WordPress")}</div></footer></div></body></html>`,

  /** A live blog: newest entry first, each with its own time, and a summary on top. */
  live: (
    account,
    mark,
    round,
  ) => `<!doctype html><html lang="en-GB"><head><title>${account.place} live: ${account.title} - Meridian News</title><meta property="og:type" content="article">
<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"${account.title}","datePublished":"${account.day}T06:00:00Z","dateModified":"${account.day}T20:00:00Z"}</script></head>
<body><header class="site-head"><nav><a href="/">${mark("navigation", "Meridian News")}</a><a href="/w">${mark("navigation", "World")}</a><a href="/l">${mark("navigation", "Live")}</a></nav></header>
<main id="maincontent"><h1>${mark("title", account.title)}</h1><div class="dcr-stand"><p>${mark("subtitle", account.subtitle)}</p></div><div class="dcr-by"><a rel="author" href="/a">${mark("byline", account.author)}</a></div><div class="dcr-date">${mark("dateline", `${longDay(account)} 20.00 BST`)}</div>
<section class="key-events"><h2>${mark("navigation|related|subheading|other", "Key events")}</h2><ul>${account.list
    .slice(0, 2)
    .map((text, at) => `<li><a href="#block-${at}"><time>1${at}.05</time> <span>${text}</span></a></li>`)
    .join("")}</ul></section>
<div class="liveblog-body">
${[account.more[1]!, account.more[0]!, ...account.body.toReversed()].map((text, at) => `<article id="block-${at}" class="block liveblog-block"><header><time datetime="${account.day}T${String(19 - at * 2).padStart(2, "0")}:${at}5:00Z" class="block-time">${mark("dateline", `${String(20 - at * 2).padStart(2, "0")}.${at}5 BST`)}</time><h2 class="block-title">${mark("subheading", some(["What we know so far", "The first word from the other side", "Reaction from the capital", "Numbers from the spot", "How it began"], 1, at + round)[0]!)}</h2></header><p>${mark(at === 0 ? "lead|body" : "body", text)}</p>${at === 1 ? `<blockquote><p>${mark("quote", account.quote)}</p></blockquote>` : ""}<div class="block-share"><button>${mark("sharing", "Share")}</button></div></article>`).join("\n")}
<article id="block-9" class="block liveblog-block"><header><time datetime="${account.day}T06:55:00Z" class="block-time">${mark("dateline", "07.55 BST")}</time></header><p>${mark("body|lead", account.lead)}</p></article></div>
<div class="submeta"><h3>${mark("tags|related|navigation", "Topics")}</h3><ul>${account.tags.map((tag) => `<li><a href="/t">${mark("tags|navigation", tag)}</a></li>`).join("")}</ul></div>
<aside class="most-viewed"><h2>${mark("related", "Most viewed")}</h2>${some(headlines, 4, round)
    .map((text) => `<a class="card-link" href="/m">${mark("related", text)}</a>`)
    .join("")}</aside></main><footer>${mark("legal", "© 2035 Meridian News Trust")}</footer></body></html>`,

  /** A broadcaster's page for a clip: a player, two lines of story, and a wall of other clips. */
  video: (
    account,
    mark,
    round,
  ) => `<!doctype html><html lang="en"><head><title>VIDEO: ${account.title} | Channel Twelve</title><meta property="og:type" content="video.other"><meta property="og:title" content="${account.title}"><meta property="og:video" content="https://twelve.example/v.mp4">
<script type="application/ld+json">{"@type":"VideoObject","name":"${account.title}","uploadDate":"${account.day}T${account.time}:00Z","duration":"PT1M32S","description":"${account.subtitle}"}</script></head>
<body><div class="topbar"><a href="/" class="logo">${mark("navigation", "Channel Twelve")}</a><ul class="menu"><li><a href="/news">${mark("navigation", "News")}</a></li><li><a href="/clips">${mark("navigation", "Clips")}</a></li></ul></div>
<div class="video-page"><div class="player"><video src="v.mp4"></video><div class="player-controls"><button>${mark("navigation|other", "Play")}</button><span class="duration">01:32</span></div></div>
<h1 class="video-title">${mark("title", account.title)}</h1><div class="video-meta"><span class="date">${mark("dateline", `${longDay(account)}`)}</span></div>
<div class="video-description"><p>${mark("lead", account.lead)}</p><p>${mark("body", account.body[0]!)}</p></div>
<div class="video-share"><a href="#">${mark("sharing", "Share this video")}</a></div></div>
<div class="up-next"><h2>${mark("related", "Up next")}</h2>${some(headlines, 6, round)
    .map(
      (text) =>
        `<div class="clip"><a href="/v"><img src="t.jpg"><span class="clip-title">${mark("related", text)}</span></a></div>`,
    )
    .join("")}</div>
<footer class="foot"><p>${mark("legal", "Copyright Channel Twelve Broadcasting, all rights reserved")}</p></footer></body></html>`,

  /** A daily that shows two paragraphs and asks for money. */
  paywall: (
    account,
    mark,
    round,
  ) => `<!doctype html><html lang="en"><head><title>${account.title} - The Merrow Ledger</title><meta name="author" content="${account.author}"><meta property="article:published_time" content="${account.day}T${account.time}:00Z"><meta property="article:content_tier" content="locked">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"${account.title}","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".premium"}}</script></head>
<body><div class="header-bar"><a class="brand" href="/">${mark("navigation", "The Merrow Ledger")}</a><a href="/login">${mark("navigation", "Sign in")}</a></div>
<div class="article"><span class="section-label"><a href="/s">${mark("section|tags|navigation", account.section)}</a></span><h1 class="headline">${mark("title", account.title)}</h1><h2 class="deck">${mark("subtitle", account.subtitle)}</h2><p class="author-line">${mark("byline", account.author)}</p><p class="timestamp">${mark("dateline", `${longDay(account, "month")} at ${account.time}`)}</p>
<div class="lead-image"><img src="c.jpg"><div class="image-caption">${mark("caption", account.caption)}</div><div class="image-credit">${mark("credit|caption", account.credit)}</div></div>
<div class="article-content premium"><p>${mark("lead", account.lead)}</p><p>${mark("body", account.body[0]!)}</p></div>
<div class="paywall-barrier"><h3>${mark("advert", "To read on, become a subscriber")}</h3><p>${mark("advert", "Get full access to the Ledger for one crown a week in the first month, then nine crowns a month. Cancel whenever you like.")}</p><a class="btn" href="/sub">${mark("advert|navigation", "Subscribe")}</a><p>${mark("advert|navigation", "Already a subscriber? Log in")}</p></div></div>
<div class="recommended-stories"><h4>${mark("related", "Recommended")}</h4>${some(headlines, 3, round)
    .map((text) => `<div class="story-card"><a href="/r">${mark("related", text)}</a></div>`)
    .join("")}</div>
<div class="footer-links"><a href="/p">${mark("legal|navigation", "Privacy")}</a><span>${mark("legal", "© Merrow Ledger Ltd")}</span></div></body></html>`,

  /** A gallery: the pictures' captions are most of what there is to read. */
  gallery: (
    account,
    mark,
    round,
  ) => `<!doctype html><html lang="en"><head><title>In pictures: ${account.title}</title><meta property="og:site_name" content="Estuary Pictures"><meta property="og:title" content="In pictures: ${account.title}"><meta name="date" content="${account.day}"></head>
<body><nav class="nav"><a href="/">${mark("navigation", "Estuary Pictures")}</a><a href="/g">${mark("navigation", "Galleries")}</a></nav>
<div class="gallery-page"><h1>${mark("title", `In pictures: ${account.title}`)}</h1><div class="gallery-date">${mark("dateline", longDay(account))}</div><div class="gallery-intro"><p>${mark("lead", account.lead)}</p></div>
${[account.caption, ...account.body, ...account.more].map((text, at, all) => `<div class="slide"><div class="slide-image"><img src="${at}.jpg"></div><div class="slide-count">${at + 1} of ${all.length}</div><div class="slide-caption">${mark("caption", text)}</div><div class="slide-credit">${mark("credit|caption", account.credit)}</div></div>`).join("\n")}
</div><div class="more-galleries"><h3>${mark("related", "More galleries")}</h3>${some(headlines, 3, round)
    .map((text) => `<a href="/g">${mark("related", text)}</a>`)
    .join(
      " ",
    )}</div><footer>${mark("legal", "© Estuary Pictures. No reproduction without permission.")}</footer></body></html>`,
};
