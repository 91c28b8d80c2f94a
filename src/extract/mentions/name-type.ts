import type { MentionType } from "../../terms/index.ts";
import { type Lexicon, nameKey } from "../lexicon.ts";
import { childrenOn, isNoun, type Tree } from "../tree.ts";

export interface NameType {
  type: MentionType;
  basis: "list" | "cue" | "context" | "model" | "guess";
}

/** What kind of actor or place a name is: from the lists, else a word inside it, else the words around it. */
export function typeName(
  tree: Tree,
  first: number,
  last: number,
  head: number,
  words: string,
  lexicon: Lexicon,
): NameType {
  const key = nameKey(words);
  const listed = lexicon.names.get(key);
  const context = typeFromContext(tree, first, last, head, lexicon);
  if (listed && !(listed.ambiguous && context)) return { type: listed.type, basis: "list" };
  const tagged = typeFromTagger(tree, last);
  const cue = typeFromCue(tree, first, last, lexicon);
  if (cue) return { type: cue, basis: "cue" };
  if (context) return { type: context, basis: "context" };
  if (tagged) return { type: tagged, basis: "model" };
  if (looksLikePerson(tree, first, last, lexicon)) return { type: "person", basis: "cue" };
  if (followsPlacePreposition(tree, first) && !/^[A-Z]{2,6}$/.test(words)) return { type: "place", basis: "guess" };
  if (takenOrLeft(tree, first, head)) return { type: "place", basis: "guess" };
  return { type: "group", basis: "guess" };
}

const ofPlaces =
  /^(capture|seize|retake|recapture|storm|besiege|liberate|shell|occupy|withdraw|retreat|flee|evacuate|enter|overrun|bombard)$/;

/** "captured Harun", "withdrew from Harun": a name without article under a verb of taking or leaving ground. */
function takenOrLeft(tree: Tree, first: number, head: number): boolean {
  const token = tree.tokens[head]!;
  const verb = token.head >= 0 ? tree.tokens[token.head]! : null;
  if (!verb || !ofPlaces.test(verb.lemma) || tree.tokens[first - 1]?.pos === "DT") return false;
  return (
    /^(dobj|nsubjpass)$/.test(token.deprel) ||
    (token.deprel === "nmod" && /^(from|into)$/.test(tree.tokens[first - 1]?.text ?? ""))
  );
}

/** "in Tal Harun": a preposition of place right before the name, not merely somewhere above it in the tree. */
function followsPlacePreposition(tree: Tree, first: number): boolean {
  return /^(in|at|near|around|outside|inside|across|throughout)$/i.test(tree.tokens[first - 1]?.text ?? "");
}

const taggedTypes: Readonly<Record<string, MentionType>> = {
  PERSON: "person",
  LOCATION: "place",
  ORGANIZATION: "organisation",
  Person: "person",
  Location: "place",
  Organisation: "group",
};

/** What the tagger takes the name for, where it covers most of it. */
function typeFromTagger(tree: Tree, last: number): MentionType | null {
  const covers = (span: { first: number; last: number }): boolean =>
    span.first <= last && span.last >= last && span.last - last <= 1;
  const span =
    tree.names.find((name) => covers(name) && name.type in taggedTypes) ??
    tree.mentions.find((mention) => covers(mention) && mention.p > 0.6);
  return span ? (taggedTypes[span.type] ?? null) : null;
}

/** The last cue word inside a name decides: "Army of Conquest" by Army, "Liberation Front" by Front. */
function typeFromCue(tree: Tree, first: number, last: number, lexicon: Lexicon): MentionType | null {
  if (first === last && !/[- ]/.test(tree.tokens[first]!.text)) return null;
  const before = tree.tokens.slice(first, last + 1).findIndex((token) => /^(of|for)$/.test(token.text));
  const end = before > 0 ? first + before - 1 : last;
  for (let at = end; at >= first; at--) {
    const cue = lexicon.cues.get(nameKey(tree.tokens[at]!.text));
    // "Nine Valleys Concord" is no valley: a word of place tells only at either end of a name.
    if (cue && !(cue === "place" && at !== end && at !== first)) return cue;
  }
  return null;
}

/** A noun that says what the name is: "newspaper al-Watan", "the group Ahrar", "Fars, an agency", "Minister Ade". */
function typeFromContext(tree: Tree, first: number, last: number, head: number, lexicon: Lexicon): MentionType | null {
  // "the town of Tamsin"
  if (
    tree.tokens[first - 1]?.text === "of" &&
    lexicon.nouns.get(tree.tokens[first - 2]?.text.toLowerCase() ?? "") === "place"
  )
    return "place";
  const previous = tree.tokens[first - 1];
  if (previous && isNoun(previous)) {
    const word = previous.text.toLowerCase();
    if (lexicon.titles.has(word)) return "person";
    const noun = lexicon.nouns.get(word);
    if (noun) return noun;
  }
  if (previous && lexicon.titles.get(previous.text.toLowerCase().replace(/\.$/, ""))) return "person";
  const next = tree.tokens[last + 1];
  if (next && next.text.toLowerCase() !== "fighters" && tree.tokens[head]!.deprel === "compound") {
    const noun = lexicon.nouns.get(next.text.toLowerCase());
    if (noun === "place") return "place";
  }
  for (const appositive of childrenOn(tree, head, "appos")) {
    const noun = lexicon.nouns.get(tree.tokens[appositive]!.text.toLowerCase());
    if (noun) return noun;
  }
  return null;
}

function looksLikePerson(tree: Tree, first: number, last: number, lexicon: Lexicon): boolean {
  if (last - first > 4) return false;
  const word = tree.tokens[first]!.text;
  if (first === last) return false;
  return lexicon.givenNames.has(nameKey(word)) || /^(Abu|Abd|Ibn|Umm)\b/.test(word) || /^\p{Lu}\.$/u.test(word);
}
