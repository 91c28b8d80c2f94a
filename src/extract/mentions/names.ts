import { type Lexicon, nameKey } from "../lexicon.ts";
import type { Token } from "../tagger.ts";
import { isName, type Tree } from "../tree.ts";
import { demonymWidth } from "./descriptions.ts";
import type { DraftMention } from "./draft.ts";
import { headOf } from "./head-of.ts";
import { typeName } from "./name-type.ts";
import { isCapital, isTitle, listsName, wordsOf } from "./phrases.ts";
import { alignNames } from "./tagged-names.ts";

/**
 * Names in one sentence: runs of capitalised words, with the small words that belong inside ("Abu al-Walid", "Army of
 * Conquest"), without the titles and nationalities before them ("President", "Syrian").
 */
export function findNames(
  tree: Tree,
  sentence: number,
  text: string,
  lexicon: Lexicon,
  headline: boolean,
  known: ReadonlySet<string>,
): DraftMention[] {
  const draft = (first: number, last: number): DraftMention | null =>
    draftName(tree, sentence, text, lexicon, first, last);
  const ruled = nameRuns(tree, lexicon, headline, known)
    .flatMap((run) => splitRun(tree, run, lexicon))
    .map(([first, last]) => draft(first, last))
    .filter((name) => name !== null);
  return headline ? ruled : alignNames(tree, ruled, lexicon, draft);
}

/** In a headline nearly every word is capitalised, so capitals alone tell nothing. */
export function isHeadline(tree: Tree): boolean {
  if (tree.tokens.slice(-2).some((token) => /^[.?!]$/.test(token.text))) return false;
  const words = tree.tokens.filter((token) => /^\p{L}{4,}/u.test(token.text));
  return words.length > 3 && words.filter((token) => /^\p{Lu}/u.test(token.text)).length / words.length > 0.75;
}

type Run = [first: number, last: number];

/** "Norvane will impose": a bare singular noun that opens a sentence as its subject is a name, unless the lists know it as a noun. */
function opensAsName(tree: Tree, lexicon: Lexicon): boolean {
  const token = tree.tokens[0]!;
  const next = tree.tokens[1];
  if (token.pos !== "NN" || token.deprel !== "nsubj" || !/^\p{Lu}\p{Ll}/u.test(token.text)) return false;
  return !lexicon.nouns.has(token.text.toLowerCase()) && next !== undefined && /^(MD|VB[DZP])$/.test(next.pos);
}

/** "Police arrested": capitals at the start of a sentence say nothing of a listed common noun. */
function opensAsNoun(tree: Tree, lexicon: Lexicon): boolean {
  const next = tree.tokens[1];
  return (
    lexicon.nouns.has(tree.tokens[0]!.text.toLowerCase()) &&
    !(next && isName(next)) &&
    !lexicon.names.has(nameKey(tree.tokens[0]!.text))
  );
}

function nameRuns(tree: Tree, lexicon: Lexicon, headline: boolean, known: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tree.tokens.length; ) {
    const listed = listedRun(tree, at, lexicon, headline, known);
    const last = listed ?? (headline ? headlineRun(tree, at) : openRun(tree, at, lexicon));
    if (last === null) at++;
    else {
      runs.push([at, last]);
      at = last + 1;
    }
  }
  return runs;
}

/** The longest listed or already seen name that starts here, if it is written with capitals. */
function listedRun(
  tree: Tree,
  at: number,
  lexicon: Lexicon,
  headline: boolean,
  known: ReadonlySet<string>,
): number | null {
  if (!/^[\p{Lu}\p{N}]|^(al|el|as|ash)-\p{Lu}/u.test(tree.tokens[at]!.text)) return null;
  let words = "";
  let found: number | null = null;
  for (let last = at; last < Math.min(tree.tokens.length, at + 9); last++) {
    const word = tree.tokens[last]!.text;
    if (!/[\p{L}\p{N}&'’-]/u.test(word)) break;
    words += ` ${word}`;
    const key = nameKey(words);
    if (key.length < 2 || !(lexicon.names.has(key) || known.has(key))) continue;
    // A single listed word may be the start of a longer name or an ordinary word: leave that to the open rule.
    if (last === at && !standsAlone(tree, at, key, lexicon)) continue;
    // "The nation mourned" is not the magazine: the last word has its capital too.
    if (!/^[\p{Lu}\p{N}]|-\p{Lu}/u.test(word)) continue;
    found = last;
  }
  if (found === null) return null;
  const open = headline ? null : openRun(tree, at, lexicon);
  return open !== null && open > found && !endsBeforeTitle(tree, found, lexicon) ? null : found;
}

function standsAlone(tree: Tree, at: number, key: string, lexicon: Lexicon): boolean {
  const token = tree.tokens[at]!;
  if (lexicon.demonyms.has(key) && !isName(token)) return false;
  return isName(token) || token.pos.startsWith("NN") || token.pos === "FW";
}

/** "Turkey President": a state before a title is a name of its own. */
function endsBeforeTitle(tree: Tree, last: number, lexicon: Lexicon): boolean {
  const next = tree.tokens[last + 1];
  return next !== undefined && lexicon.titles.has(next.text.toLowerCase());
}

function headlineRun(tree: Tree, at: number): number | null {
  const token = tree.tokens[at]!;
  if (!isName(token) || /^[A-Z][a-z]+(ed|ing)$/.test(token.text)) return null;
  let last = at;
  while (last + 1 < tree.tokens.length && isName(tree.tokens[last + 1]!)) last++;
  return last;
}

const numbers =
  /^(One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)$/;
const bridges = new Set(["of", "for", "&", "and", "the", "de", "du", "des", "del", "la", "e", "y", "i"]);

/** A run of name words from here, over bridges that lead to another capitalised word. */
function openRun(tree: Tree, at: number, lexicon: Lexicon): number | null {
  // "the Nine Valleys Concord": a number with a capital inside a sentence begins a name.
  if (
    at > 0 &&
    numbers.test(tree.tokens[at]!.text) &&
    tree.tokens[at + 1] &&
    isNameWord(tree.tokens[at + 1]!, at + 1, lexicon)
  ) {
    return openRun(tree, at + 1, lexicon);
  }
  if (demonymWidth(tree, at, lexicon) === 2) return null;
  if (at === 0 && opensAsNoun(tree, lexicon)) return null;
  if (!isNameWord(tree.tokens[at]!, at, lexicon) && !(at === 0 && opensAsName(tree, lexicon))) return null;
  let last = at;
  for (let next = at + 1; next < tree.tokens.length; next++) {
    const token = tree.tokens[next]!;
    if (
      isNameWord(token, next, lexicon) ||
      (token.pos === "CD" && /^\d{1,3}$/.test(token.text) && next === last + 1 && followsBrigade(tree, last))
    ) {
      last = next;
      continue;
    }
    if (isParticle(token, lexicon)) continue;
    if ((numbers.test(token.text) || /^\d+(st|nd|rd|th)$/.test(token.text)) && next === last + 1) {
      last = next;
      continue;
    }
    // "Workers' Party", "People's Lance": a plural's possessive inside a name.
    const owner = tree.tokens[next - 1];
    const possessed = tree.tokens[next + 1];
    if (token.pos === "POS" && owner && possessed && possessesInName(owner, token, possessed, lexicon)) {
      last = next + 1;
      next = last;
      continue;
    }
    if (!bridges.has(token.text.toLowerCase()) || !bridgeHolds(tree, at, last, next, lexicon)) break;
  }
  return last;
}

function isNameWord(token: Token, at: number, lexicon: Lexicon): boolean {
  // "Turkey-backed" describes; its name half is found with the compounds.
  if (
    /-(backed|led|affiliated|linked|based|held|controlled|aligned|allied|born|run|supported|sponsored|funded|trained|occupied|inspired|dominated)$/.test(
      token.text,
    )
  )
    return false;
  if (isName(token)) return isCapital(token) || isParticle(token, lexicon);
  // Foreign names are sometimes tagged as adjectives or common nouns; a capital inside a sentence outweighs that.
  if (at === 0 || !/^\p{Lu}|^(al|el|as|ash|an|ad|ar)-\p{Lu}/u.test(token.text))
    return /^(al|el)-\p{Lu}/u.test(token.text);
  if (lexicon.demonyms.has(nameKey(token.text))) return false;
  return /^(NN|FW|JJ$|VB)/.test(token.pos);
}

function possessesInName(owner: Token, mark: Token, owned: Token, lexicon: Lexicon): boolean {
  if (!/^\p{Lu}/u.test(owned.text)) return false;
  if (/^['’]$/.test(mark.text)) return true;
  return (
    /^(People|Women|Men|Children|Workers|Farmers|Citizens|Soldiers|Students|Teachers|Peasants|Patriots)$/.test(
      owner.text,
    ) ||
    (lexicon.cues.has(nameKey(owned.text)) && owner.pos === "NNPS")
  );
}

const isParticle = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.particles.has(token.text.toLowerCase()) && !bridges.has(token.text.toLowerCase());

const followsBrigade = (tree: Tree, at: number): boolean =>
  /^(Brigade|Division|Front|March|Group|Channel|Radio|TV|Force)$/.test(tree.tokens[at]!.text);

/** "Army of Conquest", "Ministry of Defence": a bridge holds when a cue word stands before it and a capital after it. */
function bridgeHolds(tree: Tree, first: number, last: number, bridge: number, lexicon: Lexicon): boolean {
  if (bridge !== last + 1) return bridge === last + 2 && tree.tokens[bridge]!.text.toLowerCase() === "the";
  const after = tree.tokens[bridge + 1];
  if (!after) return false;
  const word = tree.tokens[bridge]!.text.toLowerCase();
  if (word === "the") return false;
  const target = after.text.toLowerCase() === "the" ? tree.tokens[bridge + 2] : after;
  if (!target || !/^\p{Lu}/u.test(target.text)) return false;
  const before = tree.tokens[last]!;
  if (word === "and" || word === "&") {
    return word === "&" || listsName(tree, first, bridge + 1, lexicon);
  }
  if (word === "for") return lexicon.cues.has(nameKey(before.text)) || listsName(tree, first, bridge + 1, lexicon);
  // "Soldiers of the Valley": a common noun with a capital inside a sentence is part of a name.
  if (
    word === "of" &&
    first > 0 &&
    lexicon.nouns.has(before.text.toLowerCase()) &&
    !lexicon.titles.has(before.text.toLowerCase())
  )
    return true;
  if (lexicon.titles.has(before.text.toLowerCase())) return listsTitle(tree, first, bridge + 1, lexicon);
  return (
    lexicon.cues.has(nameKey(before.text)) ||
    /^(de|du|des|del|la|e|y|i)$/.test(word) ||
    listsName(tree, first, bridge + 1, lexicon)
  );
}

function listsTitle(tree: Tree, first: number, last: number, lexicon: Lexicon): boolean {
  for (let from = first; from < last; from++)
    if (lexicon.titles.has(wordsOf(tree, from, last).toLowerCase())) return true;
  return false;
}

/** Takes titles, months and weekdays off a run's front, and cuts it where a title stands inside. */
function splitRun(tree: Tree, [first, last]: Run, lexicon: Lexicon): Run[] {
  const cut = lastTitle(tree, first, last, lexicon);
  if (cut === null) return calendarOnly(tree, first, last) ? [] : [[first, last]];
  const before: Run[] = cut.from > first ? [[first, cut.from - 1]] : [];
  const after: Run[] = cut.to < last ? [[cut.to + 1, last]] : [];
  return [...before, ...after].filter(([from, to]) => !calendarOnly(tree, from, to));
}

/** The last title inside the run, unless the run as a whole is a listed name. */
function lastTitle(tree: Tree, first: number, last: number, lexicon: Lexicon): { from: number; to: number } | null {
  if (listsName(tree, first, last, lexicon)) return null;
  let found: { from: number; to: number } | null = null;
  for (let from = first; from <= last; from++) {
    for (let to = Math.min(last, from + 4); to >= from; to--) {
      const phrase = wordsOf(tree, from, to).toLowerCase();
      if (!isTitle(phrase, lexicon)) continue;
      // "Abu" or "Sheikh" may be part of the name itself; honorifics are only taken from the front.
      if (lexicon.titles.get(phrase) === "honorific" && from !== first) continue;
      found = { from: found && found.to === from - 1 ? found.from : from, to };
      from = to;
      break;
    }
  }
  return found;
}

const calendar =
  /^(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)$/;

const calendarOnly = (tree: Tree, first: number, last: number): boolean =>
  tree.tokens.slice(first, last + 1).every((token) => calendar.test(token.text) || /^\d+$/.test(token.text));

function draftName(
  tree: Tree,
  sentence: number,
  text: string,
  lexicon: Lexicon,
  first: number,
  last: number,
): DraftMention | null {
  while (first < last && tree.tokens[first]!.pos === "DT") first++;
  const start = tree.tokens[first]!.start;
  const end = tree.tokens[last]!.end;
  const words = text.slice(start, end);
  if (!/\p{L}/u.test(words)) return null;
  const head = headOf(tree, first, last);
  const { type, basis } = typeName(tree, first, last, head, words, lexicon);
  return { sentence, first, last, head, start, end, type, basis, sort: "name", text: words };
}
