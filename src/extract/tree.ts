import type { TaggedSentence, Token, TypedSpan } from "./tagger.ts";

/** A tagged sentence with its arcs turned round: the children of each token, in order. */
export interface Tree {
  tokens: readonly Token[];
  children: readonly (readonly number[])[];
  start: number;
  end: number;
  /** Names and mentions that the tagger found, if it finds any. */
  names: readonly TypedSpan[];
  mentions: readonly TypedSpan[];
}

export function growTree(sentence: TaggedSentence): Tree {
  const children: number[][] = sentence.tokens.map(() => []);
  sentence.tokens.forEach((token, at) => {
    if (token.head >= 0) children[token.head]?.push(at);
  });
  const { tokens, start, end, names, mentions } = sentence;
  return { tokens, children, start, end, names, mentions };
}

/** The tokens that stand wholly within a stretch of the text, in order. */
export function tokensWithin({ tokens }: Tree, [start, end]: readonly [number, number]): number[] {
  return tokens.flatMap((token, at) => (token.start >= start && token.end <= end ? [at] : []));
}

/** Children of a token on any of the named arcs. */
export function childrenOn(tree: Tree, at: number, ...arcs: string[]): number[] {
  return (tree.children[at] ?? []).filter((child) => arcs.includes(tree.tokens[child]!.deprel));
}

export function childOn(tree: Tree, at: number, ...arcs: string[]): number | null {
  return childrenOn(tree, at, ...arcs)[0] ?? null;
}

/** A token and those coordinated with it, in order: "A, B and C". */
export function conjuncts(tree: Tree, at: number, seen = new Set<number>()): number[] {
  if (seen.has(at)) return [];
  seen.add(at);
  return [at, ...childrenOn(tree, at, "conj").flatMap((child) => conjuncts(tree, child, seen))];
}

/** The first of a coordination that the token belongs to. */
export function firstConjunct(tree: Tree, at: number): number {
  let first = at;
  while (tree.tokens[first]!.deprel === "conj" && tree.tokens[first]!.head >= 0) first = tree.tokens[first]!.head;
  return first;
}

/** The prepositions of a noun: "in front of", "according to", "with"; empty when there is none. */
export function caseOf(tree: Tree, at: number): string {
  const own = childrenOn(tree, firstConjunct(tree, at), "case");
  const direct = childrenOn(tree, at, "case").filter((child) => tree.tokens[child]!.pos !== "POS");
  const words = (direct.length ? direct : own.filter((child) => tree.tokens[child]!.pos !== "POS")).flatMap((child) => [
    child,
    ...childrenOn(tree, child, "mwe"),
  ]);
  return words.map((word) => tree.tokens[word]!.text.toLowerCase()).join(" ");
}

/** First and last token of what hangs from a token, leaving out the named arcs directly below it. */
export function reach(tree: Tree, at: number, without: readonly string[] = []): [number, number] {
  let first = at;
  let last = at;
  const open = (tree.children[at] ?? []).filter((child) => !without.includes(tree.tokens[child]!.deprel));
  for (const child of open) {
    const [from, to] = reach(tree, child);
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  return [first, last];
}

export const isVerb = (token: Token): boolean => token.pos.startsWith("VB");
export const isNoun = (token: Token): boolean => token.pos.startsWith("NN");
export const isName = (token: Token): boolean => token.pos === "NNP" || token.pos === "NNPS";

/** A verb in the passive: it has a passive subject or auxiliary, or is a bare participle after its noun. */
export function isPassive(tree: Tree, at: number): boolean {
  const token = tree.tokens[at]!;
  if (childOn(tree, at, "nsubjpass", "auxpass") !== null) return true;
  if (token.pos !== "VBN") return false;
  if (token.deprel === "acl") return true;
  return (
    token.deprel === "conj" &&
    childOn(tree, at, "aux", "nsubj") === null &&
    token.head >= 0 &&
    isPassive(tree, token.head)
  );
}

/** "X, head of Y,": marked as an apposition, or a loose noun right after a name and a comma. */
export function isApposition(tree: Tree, at: number): boolean {
  const token = tree.tokens[at]!;
  if (token.head < 0 || token.head > at) return false;
  if (token.deprel === "appos") return true;
  return (
    token.deprel === "dep" &&
    isNoun(token) &&
    isNoun(tree.tokens[token.head]!) &&
    tree.tokens[token.head + 1]?.text === ","
  );
}

/** The verb over whose object an infinitive hangs: "persuade the factions to unite", parsed as "factions to unite". */
export function verbOverObject(tree: Tree, at: number): number | null {
  const token = tree.tokens[at]!;
  const noun = token.head;
  if (token.deprel !== "acl" || noun < 0 || token.pos !== "VB") return null;
  const verb = tree.tokens[noun]!.head;
  return verb >= 0 && isVerb(tree.tokens[verb]!) && /^(dobj|nsubjpass|iobj)$/.test(tree.tokens[noun]!.deprel)
    ? verb
    : null;
}

/** A gerund that stands as a noun: "Fighting broke out". */
export const isGerundNoun = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.pos === "VBG" &&
  /^(nsubj|nsubjpass|dobj|nmod)$/.test(tree.tokens[at]!.deprel) &&
  childOn(tree, at, "dobj", "aux") === null;
