import type { Span, Stance } from "../../terms/index.ts";
import { subjectOf } from "../claims/arguments.ts";
import type { DraftMention } from "../mentions/draft.ts";
import type { Operators } from "../predicates/operators.ts";
import type { Speech } from "../predicates/speech.ts";
import { caseOf, childOn, childrenOn, isNoun, isPassive, isVerb, reach, type Tree } from "../tree.ts";
import { quotedSpans } from "./quotes.ts";
import type { Saying } from "./saying.ts";

/** What the finding of sayings needs besides the sentence. */
export interface SayingTools {
  text: string;
  speech: Speech;
  operators: Operators;
  mentions: readonly DraftMention[];
}

/** Who says what in one sentence, outer sayings before the inner ones they hold. */
export function findSayings(tree: Tree, sentence: number, tools: SayingTools): Saying[] {
  const said = tree.tokens.flatMap((token, at) => {
    if (isVerb(token)) return verbSaying(tree, sentence, at, tools);
    if (isNoun(token)) return nounSaying(tree, sentence, at, tools);
    return [];
  });
  return [...said, ...accordingTo(tree, sentence, tools)].sort((one, other) => one.depth - other.depth);
}

function verbSaying(tree: Tree, sentence: number, at: number, tools: SayingTools): Saying[] {
  const stance = tools.speech.verbs.get(phrasal(tree, at)) ?? tools.speech.verbs.get(tree.tokens[at]!.lemma);
  if (!stance) return [];
  const content = contentOf(tree, at, tools);
  if (content.length === 0) return [];
  const source = speakerOf(tree, at, tools);
  const own = saying(tree, sentence, source, cueSpan(tree, at), content, stance, 0, tools);
  return [...listener(tree, sentence, at, content, tools), own, ...citedUnder(tree, sentence, at, content, tools)];
}

function phrasal(tree: Tree, at: number): string {
  const particle = childOn(tree, at, "compound:prt");
  return particle === null
    ? tree.tokens[at]!.lemma
    : `${tree.tokens[at]!.lemma} ${tree.tokens[particle]!.text.toLowerCase()}`;
}

function speakerOf(tree: Tree, at: number, tools: SayingTools): number | null {
  if (isPassive(tree, at)) {
    const agent = childrenOn(tree, at, "nmod").find((child) => caseOf(tree, child) === "by");
    if (agent !== undefined) return agent;
    // "was quoted as saying": the passive subject speaks; "is said to have": nobody named does.
    return tree.tokens[at]!.lemma === "quote" ? childOn(tree, at, "nsubjpass") : null;
  }
  const subject = subjectOf(tree, at, tools.operators)[0] ?? null;
  return subject === null || tree.tokens[subject]!.lemma === "it" ? null : subject;
}

/** What a verb of speech governs: its clause, its quotation, or the clause that it is set into ("…, he said, …"). */
function contentOf(tree: Tree, at: number, tools: SayingTools): Span[] {
  const clause = childrenOn(tree, at, "ccomp", "parataxis").filter((child) => child !== at);
  const quotes = quotedSpans(tree, tools.text);
  const spans = clause.map((child) => spanOf(tree, child, at));
  if (spans.length > 0)
    return join([...spans, ...quotes.filter((quote) => !holds(quote, tree.tokens[at]!.start))], tree, at);
  const token = tree.tokens[at]!;
  if (token.deprel === "parataxis" && token.head >= 0) return around(tree, at);
  if (quotes.length > 0 && quotes.some((quote) => !holds(quote, token.start)))
    return quotes.filter((quote) => !holds(quote, token.start));
  const accused = childrenOn(tree, at, "dobj").flatMap((object) => childrenOn(tree, object, "acl"));
  const complement = [...childrenOn(tree, at, "advcl", "nmod", "xcomp"), ...accused].find((child) =>
    governsContent(tree, at, child),
  );
  return complement === undefined ? [] : [spanOf(tree, complement, at)];
}

/** "accused them of attacking", "blamed X for the attack", "vowed to fight". */
function governsContent(tree: Tree, at: number, child: number): boolean {
  const token = tree.tokens[child]!;
  if (token.deprel === "xcomp")
    return isVerb(token) && tree.tokens[at]!.lemma !== "ask" && tree.tokens[at]!.lemma !== "want";
  if (!/^(accuse|blame|suspect|charge|warn|speak|complain|boast)$/.test(tree.tokens[at]!.lemma)) return false;
  const mark = childrenOn(tree, child, "mark", "case").map((word) => tree.tokens[word]!.text.toLowerCase());
  return mark.some((word) => /^(of|for|that|with)$/.test(word));
}

const holds = ([start, end]: Span, offset: number): boolean => start <= offset && offset < end;

/** The text of a clause below `at`, without the tokens that lie on the far side of the verb of speech. */
function spanOf(tree: Tree, child: number, at: number): Span {
  const [first, last] = reach(tree, child);
  const from = child > at && first <= at ? at + 1 : first;
  const to = child < at && last >= at ? at - 1 : last;
  return [tree.tokens[from]!.start, tree.tokens[to]!.end];
}

/** Clause and quotations as few spans as they make, never over the verb of speech itself. */
function join(spans: Span[], tree: Tree, at: number): Span[] {
  const sorted = [...spans].sort((one, other) => one[0] - other[0]);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    const verb = tree.tokens[at]!;
    if (last && span[0] <= last[1] + 2 && !(verb.start >= last[0] && verb.start < span[1]))
      joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])];
    else if (!last || span[0] > last[1] || span[1] > last[1]) joined.push([Math.max(span[0], last?.[1] ?? 0), span[1]]);
  }
  return joined;
}

/** A saying set into its content: all of the sentence but the saying's own words. */
function around(tree: Tree, at: number): Span[] {
  const [first, last] = reach(tree, at);
  const before: Span[] = first > 0 ? [[tree.tokens[0]!.start, tree.tokens[first - 1]!.end]] : [];
  const after: Span[] =
    last + 1 < tree.tokens.length - 1 ? [[tree.tokens[last + 1]!.start, tree.tokens.at(-1)!.end]] : [];
  return [...before, ...after];
}

/** "told Reuters": the outlet that heard it relays it, and stands outside the speaker. */
function listener(tree: Tree, sentence: number, at: number, content: Span[], tools: SayingTools): Saying[] {
  const hearers = [
    ...childrenOn(tree, at, "dobj", "iobj"),
    ...childrenOn(tree, at, "nmod").filter((child) => /^(to|with|by)$/.test(caseOf(tree, child))),
  ];
  const outlet = hearers.find((hearer) =>
    tools.mentions.some(
      (mention) => mention.sentence === sentence && mention.type === "outlet" && mention.head === hearer,
    ),
  );
  return outlet === undefined ? [] : [saying(tree, sentence, outlet, cueSpan(tree, at), content, "reports", -1, tools)];
}

/** "reported, citing al-Watan", "quoting officials": whom the reporter leans on stands inside. */
function citedUnder(tree: Tree, sentence: number, at: number, content: Span[], tools: SayingTools): Saying[] {
  return childrenOn(tree, at, "advcl", "xcomp", "acl", "dep", "ccomp", "conj").flatMap((child) => {
    const token = tree.tokens[child]!;
    if (!/^(cite|quote)$/.test(token.lemma) || token.pos !== "VBG") return [];
    return childrenOn(tree, child, "dobj").flatMap((cited) => {
      const inner = citedUnder(tree, sentence, child, content, tools).map((deeper) => ({
        ...deeper,
        depth: deeper.depth + 1,
      }));
      const further = citedUnder(tree, sentence, cited, content, tools).map((deeper) => ({
        ...deeper,
        depth: deeper.depth + 1,
      }));
      return [saying(tree, sentence, cited, cueSpan(tree, child), content, "states", 1, tools), ...inner, ...further];
    });
  });
}

/** "the claim that", "a report by X that": a noun of speech with a clause of its own. */
function nounSaying(tree: Tree, sentence: number, at: number, tools: SayingTools): Saying[] {
  const stance: Stance | undefined = tools.speech.nouns.get(tree.tokens[at]!.lemma);
  const clause = childrenOn(tree, at, "ccomp", "dep", "acl").find((child) =>
    childrenOn(tree, child, "mark").some((mark) => tree.tokens[mark]!.text.toLowerCase() === "that"),
  );
  if (!stance || clause === undefined) return [];
  const holder =
    childOn(tree, at, "nmod:poss") ??
    childrenOn(tree, at, "nmod").find((child) => /^(by|of|from)$/.test(caseOf(tree, child))) ??
    null;
  return [saying(tree, sentence, holder, cueSpan(tree, at), [spanOf(tree, clause, at)], stance, 0, tools)];
}

/** "according to X": all that its clause says besides. */
function accordingTo(tree: Tree, sentence: number, tools: SayingTools): Saying[] {
  return tree.tokens.flatMap((token, at) => {
    const next = tree.tokens[at + 1];
    if (token.text.toLowerCase() !== "according" || next?.text.toLowerCase() !== "to") return [];
    const source = namedSource(tree, sentence, at + 2, tools) ?? sourceAfter(tree, at + 2);
    if (source === null) return [];
    const cue: Span = [token.start, next.end];
    const [, last] = reach(tree, source, ["acl:relcl", "advcl"]);
    const content = at === 0 ? afterPhrase(tree, last) : beforePhrase(tree, at, last);
    if (content.length === 0) return [];
    return [
      saying(tree, sentence, source, cue, content, "states", 0, tools),
      ...citedUnder(tree, sentence, source, content, tools),
    ];
  });
}

/** A name right after the words, or after an article and adjectives. */
function namedSource(tree: Tree, sentence: number, from: number, tools: SayingTools): number | null {
  let at = from;
  while (/^(DT|JJ|PRP\$)$/.test(tree.tokens[at]?.pos ?? "") && !/^\p{Lu}/u.test(tree.tokens[at]!.text)) at++;
  const named = tools.mentions.find(
    (mention) =>
      mention.sentence === sentence &&
      mention.sort === "name" &&
      mention.first === at &&
      mention.type !== "nationality",
  );
  const next = named ? tree.tokens[named.last + 1] : undefined;
  // "according to Reuters reporters", "the Times's editor": the name only describes.
  return named && !(next && (isNoun(next) || next.pos === "POS")) ? named.head : null;
}

/** The head of the noun phrase that starts here. */
function sourceAfter(tree: Tree, from: number): number | null {
  for (let at = from; at < Math.min(tree.tokens.length, from + 12); at++) {
    const token = tree.tokens[at]!;
    if (!(isNoun(token) || token.pos === "PRP")) continue;
    if (token.deprel !== "compound" && token.deprel !== "nmod:poss" && token.deprel !== "amod") return at;
  }
  const bare = tree.tokens[from]?.pos === "DT" ? from + 1 : from;
  return tree.tokens[bare] && /^\p{L}/u.test(tree.tokens[bare]!.text) ? bare : null;
}

function afterPhrase(tree: Tree, last: number): Span[] {
  const from = tree.tokens.findIndex((token, at) => at > last && token.pos !== ",");
  return from < 0 ? [] : [[tree.tokens[from]!.start, tree.tokens.at(-1)!.end]];
}

function beforePhrase(tree: Tree, at: number, last: number): Span[] {
  const until = tree.tokens[at - 1]!.pos === "," ? at - 2 : at - 1;
  const before: Span[] = until >= 0 ? [[tree.tokens[0]!.start, tree.tokens[until]!.end]] : [];
  const rest = tree.tokens.findIndex((token, index) => index > last && token.pos !== "," && token.pos !== ".");
  return rest < 0 || tree.tokens.length - rest < 3
    ? before
    : [...before, [tree.tokens[rest]!.start, tree.tokens.at(-1)!.end]];
}

const cueSpan = (tree: Tree, at: number): Span => [tree.tokens[at]!.start, tree.tokens[at]!.end];

function saying(
  tree: Tree,
  sentence: number,
  source: number | null,
  cue: Span,
  content: Span[],
  stance: Stance,
  depth: number,
  tools: SayingTools,
): Saying {
  const span = source === null ? null : sourceSpan(tree, source);
  return {
    sentence,
    source,
    sourceSpan: span,
    name: span ? tools.text.slice(...span) : "",
    cue,
    content,
    stance,
    depth,
  };
}

/** The words of a source, without the clauses that hang from it. */
export function sourceSpan(tree: Tree, source: number): Span {
  const [first, last] = reach(tree, source, [
    "acl:relcl",
    "appos",
    "advcl",
    "punct",
    "conj",
    "cc",
    "parataxis",
    "ccomp",
    "case",
    "acl",
    "dep",
  ]);
  return [tree.tokens[first]!.start, tree.tokens[last]!.end];
}
