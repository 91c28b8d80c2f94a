import { adverts, headlines, remarks } from "./accounts.ts";
import { type Layout, longDay, some } from "./layout.ts";

/** The layouts that were kept away from whoever tuned the reader: no rule was written after looking at what it makes of them. */
export const unseenLayouts: Record<string, Layout> = {
  /** An agency's wire: a dateline in the lead, hardly any class names, a note on who worked on it. */
  wire: (
    account,
    mark,
    round,
  ) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${account.title} - Meridian Wire</title><meta name="DC.date.issued" content="${account.day}T${account.time}:00Z"></head>
<body><div id="hdr"><a href="/">${mark("navigation", "Meridian Wire")}</a> <a href="/subscribers">${mark("navigation", "Subscribers")}</a></div>
<div data-testid="Heading"><h1>${mark("title", account.title)}</h1></div><div data-testid="AuthorByline">${mark("byline", `By ${account.author}`)}</div><div data-testid="Timestamp">${mark("dateline", `${longDay(account, "month")} ${account.time} GMT`)}</div>
<div data-testid="Body"><p data-testid="paragraph-0">${mark("lead", `${account.place.toUpperCase()}, ${longDay(account, "month").replace(/, \d+$/, "")} (Meridian) - ${account.lead}`)}</p>${[...account.body, ...account.more].map((text, at) => `<p data-testid="paragraph-${at + 1}">${mark("body", text)}</p>`).join("")}
<p data-testid="SignOff">${mark("byline", `Reporting by ${account.author}; Editing by Quentin Marsh`)}</p></div>
<p>${mark("legal", "Our standards: the Meridian principles of trust.")}</p>
<div data-testid="ReadNext"><h2>${mark("related", "Read Next")}</h2>${some(headlines, 3, round)
    .map((text) => `<div><a data-testid="Link" href="/n"><h3>${mark("related", text)}</h3></a></div>`)
    .join("")}</div>
<div id="ftr">${mark("legal", "© 2035 Meridian Wire. All rights reserved")}</div></body></html>`,

  /** The stripped page for telephones, in its own dialect of tags. */
  amp: (
    account,
    mark,
    round,
  ) => `<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>${account.title}</title><link rel="canonical" href="https://sandrigge.example/news/${account.day.replaceAll("-", "/")}/story"><script async src="https://cdn.ampproject.org/v0.js"></script>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"${account.title}","datePublished":"${account.day}T${account.time}:00Z","publisher":{"@type":"Organization","name":"Sandrigge Post"}}</script></head>
<body><amp-sidebar id="sb"><ul><li><a href="/">${mark("navigation", "Front page")}</a></li><li><a href="/i">${mark("navigation", "Islands")}</a></li></ul></amp-sidebar><header class="amp-wp-header"><a href="/">${mark("navigation", "Sandrigge Post")}</a></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${mark("title", account.title)}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author">${mark("byline", account.author)}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="${account.day}T${account.time}:00+00:00">${mark("dateline", longDay(account))}</time></div></header>
<figure class="amp-wp-article-featured-image"><amp-img src="d.jpg" width="800" height="450"></amp-img><figcaption>${mark("caption", `${account.caption} ${account.credit}`)}</figcaption></figure>
<div class="amp-wp-article-content"><p>${mark("lead", account.lead)}</p>${account.body.map((text) => `<p>${mark("body", text)}</p>`).join("")}<amp-ad width="300" height="250"></amp-ad>
<h2>${mark("subheading", account.subheading)}</h2>${account.more.map((text) => `<p>${mark("body", text)}</p>`).join("")}<ul>${account.list.map((text) => `<li>${mark("list", text)}</li>`).join("")}</ul>
<amp-social-share type="twitter"></amp-social-share><p>${mark("related", `Read also: ${headlines[round % 10]}`)}</p></div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">${mark("tags", `Tags: ${account.tags.join(", ")}`)}</div></footer></article><footer class="amp-wp-footer"><a href="#top">${mark("navigation|legal", "Back to top")}</a></footer></body></html>`,

  /** A ministry's release, with a reference, contacts and notes to editors. */
  release: (
    account,
    mark,
    round,
  ) => `<!DOCTYPE html><html lang="en"><head><title>${account.title} - Ministry of Transport</title><meta name="dcterms.issued" content="${account.day}"></head>
<body class="page-node-type-press-release"><div class="skip"><a href="#main">${mark("navigation", "Skip to main content")}</a></div><div class="region-header"><a href="/">${mark("navigation", "Ministry of Transport")}</a></div><ol class="breadcrumb"><li><a href="/">${mark("navigation", "Home")}</a></li><li><a href="/pr">${mark("navigation", "Press releases")}</a></li></ol>
<main id="main"><div class="node__content"><div class="field--name-field-type">${mark("section|tags|other", "Press release")}</div><h1 class="page-title"><span>${mark("title", account.title)}</span></h1><div class="field--name-field-date">${mark("dateline", longDay(account))}</div>
<div class="field--name-body"><p>${mark("lead", account.lead)}</p>${[...account.body, ...account.more].map((text) => `<p>${mark("body", text)}</p>`).join("")}<ul>${account.list.map((text) => `<li>${mark("list", text)}</li>`).join("")}</ul><p>${mark("other|legal|body", "ENDS")}</p></div>
<div class="field--name-field-notes"><h3>${mark("other|subheading", "Notes to editors")}</h3><p>${mark("other|body", "The League's treaty can be read in full at the office of the port master.")}</p></div><div class="field--name-field-contact"><h3>${mark("other|subheading", "Press contact")}</h3><p>${mark("other|byline|legal", `${account.author}, +00 555 01${round}2, press@transport.example`)}</p></div></div></main>
<div class="block-related"><h2>${mark("related", "Related press releases")}</h2><ul>${some(headlines, 2, round)
    .map((text) => `<li><a href="/pr">${mark("related", text)}</a></li>`)
    .join(
      "",
    )}</ul></div><footer class="region-footer"><p>${mark("legal", "© Ministry of Transport 2035 | Privacy | Accessibility")}</p></footer></body></html>`,

  /** An interview written out: the speakers' names stand in bold before what they say. */
  transcript: (
    account,
    mark,
    round,
  ) => `<html lang="en"><head><title>Transcript: ${account.title} : Radio Kelderhook</title><meta property="article:published_time" content="${account.day}T${account.time}:00Z"></head>
<body><header><div class="logo"><a href="/">${mark("navigation", "Radio Kelderhook")}</a></div><nav><a href="/p">${mark("navigation", "Programmes")}</a><a href="/s">${mark("navigation", "Schedule")}</a></nav></header>
<article id="mainContent"><h1>${mark("title", account.title)}</h1><div class="dateblock"><span class="date">${mark("dateline", longDay(account, "month"))}</span></div><p class="bylined">${mark("byline", `Hosted by ${account.author}`)}</p>
<div class="transcript storytext"><p>${mark("lead|body", `HOST: ${account.lead}`)}</p>${[...account.body, account.quote, ...account.more].map((text, at) => `<p>${at % 2 === 0 ? "<b>" : ""}${mark("body|quote", at % 2 === 0 ? `GUEST: ${text}` : `HOST: ${text}`)}${at % 2 === 0 ? "</b>" : ""}</p>`).join("\n")}<p class="disclaimer">${mark("legal|other", `Copyright © 2035 Radio Kelderhook. All rights reserved. Transcripts are made on a deadline and may be corrected.`)}</p></div></article>
<aside class="recommended"><h3>${mark("related", "You may also like")}</h3>${some(headlines, 3, round)
    .map((text) => `<h4><a href="/e">${mark("related", text)}</a></h4>`)
    .join("")}</aside></body></html>`,

  /** An aggregator: another paper's story under its own head, among teasers of a hundred others. */
  aggregator: (
    account,
    mark,
    round,
  ) => `<!doctype html><html lang="en"><head><title>${account.title} - Allnews.example</title><meta property="og:title" content="${account.title}"></head><body>
<table class="top"><tr><td><a href="/">${mark("navigation", "Allnews.example")}</a></td><td><form><input name="q"></form></td></tr></table><div class="cats"><a href="/1">${mark("navigation", "Top stories")}</a> | <a href="/2">${mark("navigation", "Business")}</a> | <a href="/3">${mark("navigation", "Sport")}</a></div>
<div class="col-main"><h1 class="newsitem_title">${mark("title", account.title)}</h1><div class="newsitem_info">${mark("dateline|byline", `The Southern Lamp, ${longDay(account)} ${account.time}`)}</div><div class="newsitem_text"><p>${mark("lead", account.lead)}</p>${account.body.map((text) => `<p>${mark("body", text)}</p>`).join("")}</div><div class="newsitem_source"><a href="https://lamp.example/1">${mark("navigation|related|credit|other", "Read the full story at The Southern Lamp")}</a></div>
<div class="social">${mark("sharing", "Share this news item")}</div></div>
<div class="col-right"><div class="box"><div class="box_head">${mark("related", "Latest news")}</div>${some(
    headlines,
    5,
    round,
  )
    .map((text) => `<div class="box_item"><a href="/i">${mark("related", text)}</a></div>`)
    .join(
      "",
    )}</div><div class="box adv">${mark("advert", adverts[1]!)}</div></div><div class="bottom">${mark("legal", "All rights belong to their owners. Allnews.example is not responsible for the content of other sites.")}</div></body></html>`,

  /** A page of the nineties: tables in tables, fonts, line breaks for paragraphs, a guest book. */
  table: (
    account,
    mark,
    round,
  ) => `<HTML><HEAD><TITLE>The Brackwater Gazette - ${account.title}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=6>${mark("navigation", "The Brackwater Gazette")}</FONT></CENTER><HR>
<TABLE WIDTH=760><TR><TD WIDTH=140 VALIGN=top BGCOLOR=#CCCCCC><A HREF=index.htm>${mark("navigation", "Front page")}</A><BR><A HREF=weather.htm>${mark("navigation", "Weather")}</A><BR><A HREF=sport.htm>${mark("navigation", "Sport")}</A><BR></TD>
<TD VALIGN=top><FONT SIZE=5><B>${mark("title", account.title)}</B></FONT><BR><I>${mark("byline", `By ${account.author}`)}</I><BR><FONT SIZE=1>${mark("dateline", longDay(account))}</FONT><P>${mark("lead", account.lead)}<BR><BR>
${[...account.body, ...account.more].map((text) => mark("body", text)).join("<BR><BR>\n")}<P><TABLE ALIGN=right><TR><TD><IMG SRC=e.gif></TD></TR><TR><TD><FONT SIZE=1>${mark("caption", `${account.caption} (${account.credit})`)}</FONT></TD></TR></TABLE></TD>
<TD WIDTH=160 VALIGN=top><B>${mark("related", "Also in this issue")}</B><BR>${some(headlines, 4, round)
    .map((text) => `<A HREF=a.htm>${mark("related", text)}</A><BR>`)
    .join(
      "",
    )}</TD></TR></TABLE><HR><CENTER><A HREF=guest.htm>${mark("comments|navigation", "Guest book")}</A> <FONT SIZE=1>${mark("legal", "Copyright 1999 The Brackwater Gazette")}</FONT></CENTER><!-- ${remarks[round % 4]} --></BODY></HTML>`,
};
