import { IRREGULAR_NOUNS, IRREGULAR_OTHERS, IRREGULAR_VERBS } from "./irregular-lemmas.ts";

/**
 * The lemma of a word with this Penn tag, in small letters; proper nouns stay as they are. Verbs lose their endings, nouns
 * their plural, "n't" is "not" and "their" is "they".
 *
 * ```ts
 * lemmaOf("denied", "VBD"); // "deny"
 * ```
 */
export function lemmaOf(word: string, pos: string): string {
  const key = `${pos} ${word}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const lemma = findLemma(word, pos);
  cache.set(key, lemma);
  return lemma;
}

const cache = new Map<string, string>();
const CACHE_LIMIT = 100_000; // pairs, some 15 MB

function findLemma(word: string, pos: string): string {
  if (pos.startsWith("NNP")) return word;
  const small = word.toLowerCase().replaceAll("’", "'");
  if (pos.startsWith("VB")) return afterHyphen(small, (last) => verbLemma(last, pos));
  if (pos === "NNS") return afterHyphen(small, nounLemma);
  for (const [tags, lemmas] of IRREGULAR_OTHERS) if (tags.test(pos)) return lemmas.get(small) ?? small;
  return small;
}

function afterHyphen(word: string, lemma: (last: string) => string): string {
  const cut = word.lastIndexOf("-") + 1;
  return word.slice(0, cut) + lemma(word.slice(cut));
}

function verbLemma(word: string, pos: string): string {
  if (pos === "VBD" || pos === "VBN") {
    const past = PAST_ONLY.get(word);
    if (past) return past;
  }
  if (pos === "VB" || pos === "VBP") return BE.has(word) ? (IRREGULAR_VERBS.get(word) ?? word) : word;
  if ((pos === "VBD" || pos === "VBN") && word === "'d") return "have";
  const irregular = IRREGULAR_VERBS.get(word);
  if (irregular) return irregular;
  if (pos === "VBZ") return withoutS(word);
  if (pos === "VBG" && word.endsWith("ing")) return verbOfStem(word.slice(0, -3));
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("eed")) return word;
  if (word.endsWith("ed")) return verbOfStem(word.slice(0, -2));
  return word;
}

const BE = new Set(["am", "are", "'re", "'m", "'ve", "is", "ai", "gon", "was", "were", "been"]);

// Forms that are also the plain form of another verb.
const PAST_ONLY = new Map(
  Object.entries({
    lay: "lie",
    laid: "lay",
    found: "find",
    founded: "found",
    ground: "grind",
    wound: "wind",
    bound: "bind",
    saw: "see",
    felt: "feel",
    fell: "fall",
    left: "leave",
    rose: "rise",
    shot: "shoot",
    lit: "light",
    bore: "bear",
    wed: "wed",
  }),
);

function withoutS(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz|tz|o)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** The verb whose "-ed" and "-ing" forms have this stem: "stopp" is of "stop", "announc" of "announce". */
function verbOfStem(stem: string): string {
  if (!/[aeiouy]/.test(stem) || stem.length < 2) return `${stem}e`;
  if (/([bdgmnprtv])\1$/.test(stem)) return UNDOUBLED.test(stem) ? stem : stem.slice(0, -1);
  if (stem.endsWith("ll")) return DOUBLED_L.test(stem) ? stem.slice(0, -1) : stem;
  return TAKES_E.test(stem) || (LOOKS_CUT.test(stem) && !KEEPS.test(stem)) ? `${stem}e` : stem;
}

const UNDOUBLED = /^(?:add|err|ebb|egg|purr|putt|butt|boycott|inn|shirr)$/;

const DOUBLED_L =
  /(?:contro|cance|trave|signa|compe|expe|prope|repe|dispe|rebe|patro|labe|mode|fue|quarre|equa|leve|due|exce|counse|tota|marve|shove|channe|tunne|unrave|riva|spira|initia|dia|tria|fulfi|insti|disti|enro|exto|impe|annu|parce|penci|funne|swive|jewe|corra|peda)ll$/;

// Rare endings: the few stems that have lost an "e".
const TAKES_E = new RegExp(
  `(?:${[
    "(?:^|re|pro)creat|perm?eat|delineat|nause?at|rerout|(?:^|re)rout|premier",
    "(?:^|re)stor|restor|scor|shor|(?:^|[^a-z])por|prob|disrob|lob|snor|(?:^|for)bor|explor|ignor|ador|deplor|implor|gor",
    "(?:^|[^a-z])rever|adher|interfer|persever|sever?er|coher",
    "complet|delet|compet|deplet|secret|excret|(?:^|down|out)vot|quot|promot|devot|denot|(?:^|foot)not|emot|demot|connot",
    "invit|(?:^|re|in|ex)cit|unit|ignit|expedit|writ|(?:^|frost)bit",
    "phon|postpon|condon|clon|dethron|(?:^|re)zon|aton|hon|ston",
    "conven|interven|contraven|reconven",
    "(?:^|up|down)scal|inhal|exhal|impal|consol|cajol|(?:^|pigeonh|d)ol|ril|parol|compil|(?:^|pro|de)fil|smil|reconcil|exil|revil|(?:^|com)pil|rul|schedul|ridicul",
    "sham|blam|nam|fram|tam|gam|welcom|com|perfum|resum|consum|assum|presum|fum|tim|prim|rhym|chim|them",
    "(?:^|[^aeiou])[aeiou]th|[lr]oath|soothe?",
    "(?:esc|sh|sc|t|r|dr|g)ap|(?:w|sw|p|str|gr|sn)ip|(?:h|c|sc|sl|r|(?:^|[^v])el|gr|m)op|typ|dup",
    "finess|sideswip|belly?ach|vogu",
  ].join("|")})$`,
);

// Common endings that have mostly lost one.
const LOOKS_CUT = new RegExp(
  `(?:${[
    "c|v|u|z|[drln]g|[aeiou]g", // announce, leave, argue, seize, judge, change, engage
    "[aeiourlnpy]s", // accuse, endorse, condense, collapse
    "[^aeioulrw]l", // enable, struggle
    "[aeiouy]d|[aeiou]k|[aeiouy]b", // decide, make, describe
    "[au]t|[aiu]n|[aiuy]r|[aeiou]f", // create, dispute, examine, declare, require, chafe
  ].join("|")})$`,
);

// Endings of these kinds that have lost nothing.
const KEEPS = new RegExp(
  `(?:${[
    "(?:ai|ea|ee|oa|oo|ou|au|oi|ei|ie|eu)[tnldkbrf]|[^gq]ui[tln]", // treat, join, lead, look, appear
    "(?:comb|form|ch|th)at|debut|(?:out|in|through)put|(?:^|[^aeiou])ord",
    "(?:^|be|pro)long|(?:^|over)(?:hang|bang|gang|bring|ring|sing|wing|ding|ping|string|fling)|oust",
    "(?:foc|refoc|cauc|cens|bi|canv|min|chor)[ua]s|canvas|alias|atlas",
    "(?:plan|ban|scan|span|man|orphan|slogan|human|pan|veteran|loan|join|ruin|bargain|bulletin|cabin|margin|origin)",
    "(?:murmur|sulfur|guitar|collar|dollar|altar|pillar|solar|polar|occur|spur|blur|stir|spar)",
    "(?:nod|prod|method|period|herald|ballad|salad|nomad|squad|bed|wed|shed|embed|red)",
    "(?:hous?eb|curb|verb|absorb|disturb|superb|rehab|nab|grab|rob|sob|sub)",
    "(?:backlog|dialog|catalog|blog|blitz|waltz|quartz|kibitz|hertz|klutz|spritz|topaz|quiz)",
    "(?:traffic|panic|mimic|picnic|frolic|sync|havoc|arc|talc|zinc|disc)",
    "(?:yak|trek|flak|kayak|anorak|break|speak)",
  ].join("|")})$`,
);

function nounLemma(word: string): string {
  const irregular = IRREGULAR_NOUNS.get(word);
  if (irregular) return irregular;
  if (/^[#@]|^isis$/.test(word)) return word;
  if (/[a-z]men$/.test(word) && word.length > 5) return word.replace(/men$/, "man");
  if (/[a-z](?:children|shelves|wives|lives)$/.test(word))
    return word.replace(/ren$/, "").replace(/ves$/, word.endsWith("shelves") ? "f" : "fe");
  if (/(?:ss|x|ch|sh|zz|tz)es$/.test(word) || /[^aeiou]oes$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^su]s$|eaus$|(?:men|tho)us$/.test(word) && word.length > 2 ? word.slice(0, -1) : word;
}
