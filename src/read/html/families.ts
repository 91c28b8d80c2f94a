/**
 * What the names of classes and ids say, by family. Sites all over the world name their boxes in English.
 * The order is part of the trained model: new families go to the end, and the model is trained anew.
 */
export const families = {
  story:
    /article-?_?body|story-?_?body|entry-?_?content|post-?_?(content|body|text)|article-?_*(text|content)|(content|body)-?_?text|story-?_?(content|text)|text-?_?body|rich-?text|wysiwyg|maincontent|main-?content/,
  content: /article|story|post|entry|content|text|body|main|blog|news/,
  comment: /comment|disqus|respon[ds]|repl(y|ies)|discuss|talkback|koment|coment|forum/,
  sharing: /shar(e|ing)|social|facebook|twitter|addthis|follow|whatsapp|pinterest|like/,
  related:
    /relat|recommend|similar|see-?also|popular|trending|most-?|teaser|outbrain|taboola|read-?(more|next|also)|further|recirc|latest|next|prev|more-|also/,
  navigation: /nav|menu|breadcrumb|crumb|pagina|pager|toc\b|skip|tabs?\b/,
  advert: /(^|[\s_-])ad(s|v|vert\w*)?([\s_-]|$)|sponsor|promo|banner|commercial|dfp|affiliate|shop|buy|offer/,
  footer: /foot|copyright|legal|cookie|consent|gdpr|disclaimer|privacy|imprint|terms/,
  side: /side-?bar|side-?col|(^|[\s_-])(a?side|rail)([\s_-]|$)|widget|complementary|right-?col|col-?right/,
  about: /meta|byline|author|dateline|date|time|publish|posted|info|credit|source/,
  picture: /caption|photo|image|img|picture|gallery|slide|media|video|figure|player|audio/,
  tags: /(^|[\s_-])tag(s|ged|cloud)?|topic|keyword|categor|label|taxonom|kicker|section-?name|eyebrow/,
  subscription: /newsletter|subscri|paywall|sign-?(up|in)|log-?in|register|donat|member|premium|support|call-?to|cta/,
  title: /headline|title|heading|(^|[\s_-])hed/,
  summary:
    /sub-?(title|head|line)|standfirst|summary|(^|[\s_-])de[c]?k|intro|lead|lede|excerpt|abstract|perex|chapeau|description/,
  hidden: /hidden|print|modal|popup|overlay|tooltip|screen-?reader|sr-only|visually|hide|noscript/,
  header: /header|masthead|top-?bar|logo|brand|search/,
  biography: /author-?_?(bio|box|info|desc)|about-?_?(the-?)?author|(^|[\s_-])bio|profile|vcard/,
  quote: /quote|pull|zitat|cita/,
  note: /note|correction|update|editor|disclosure|fact-?box|infobox|box/,
  list: /list|item|grid|card|feed|archive|index|results?/,
} as const;

export type Family = keyof typeof families;
export const familyNames = Object.keys(families) as Family[];

/** The bits of some families, to test an element's against. */
export const familyBits = (...some: Family[]): number =>
  some.reduce((bits, family) => bits | (1 << familyNames.indexOf(family)), 0);

/** The families of an element, as bits in the order of `familyNames`. */
export function familiesOf(names: string): number {
  if (!names) return 0;
  const known = cache.get(names);
  if (known !== undefined) return known;
  let bits = 0;
  const text = names
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
  familyNames.forEach((family, index) => {
    if (families[family].test(text)) bits |= 1 << index;
  });
  if (cache.size > 20_000) cache.clear();
  if (names.length <= 300) cache.set(copyOf(names), bits);
  return bits;
}

const cache = new Map<string, number>();

/** The same letters in memory of their own: a piece of a page that is kept would keep the whole page. */
const copyOf = (text: string): string => Buffer.from(text, "utf16le").toString("utf16le");
