import type { MentionType, Modality } from "../../terms/index.ts";
import { isSymmetric } from "../../terms/index.ts";
import type { DraftMention } from "../mentions/draft.ts";
import { isFine } from "../mentions/tagged-mentions.ts";
import type { TaggedClaim, TokenRange } from "../tagger.ts";
import { isName, type Tree } from "../tree.ts";
import { antecedent } from "./arguments.ts";
import type { DraftClaim } from "./draft-claim.ts";
import type { ClaimTools } from "./find-claims.ts";
import { isPlain, type Manner, mannerOf } from "./manner.ts";

/** The claims that the tagger itself has found, with their parties as mentions; those without a party that acts are left out. */
export function taggedClaims(found: readonly TaggedClaim[], trees: readonly Tree[], tools: ClaimTools): DraftClaim[] {
  return found.flatMap((claim) => {
    const near = (ranges: readonly TokenRange[]): readonly TokenRange[] => nearest(ranges, claim.sentence);
    const named = parties(near(claim.agents), trees, tools);
    const agents = claim.relation === "leads" ? named.filter((party) => !isFormer(party, trees, tools)) : named;
    const patients = parties(near(claim.patients), trees, tools).filter((party) => !agents.includes(party));
    const [first, last] = agents.length > 0 || !isSymmetric(claim.relation) ? [agents, patients] : [patients, []];
    if (first.length === 0) return [];
    if (isSymmetric(claim.relation) && first.length + last.length < 2 && !isMany(first, tools)) return [];
    const token = trees[claim.sentence]!.tokens[claim.token]!;
    return [
      {
        relation: claim.relation,
        sentence: claim.sentence,
        agents: first,
        patients: last,
        manner: mannerIn(claim, trees[claim.sentence]!, tools),
        cue: [token.start, token.end] as [number, number],
        at: claim.token,
        rule: "tagger",
        confidence: claim.p,
        speakers: parties(claim.voices, trees, tools),
      },
    ];
  });
}

/** A party in another sentence is one only where the claim's own has none; of others, those in the sentence next to it. */
function nearest(ranges: readonly TokenRange[], sentence: number): readonly TokenRange[] {
  const distance = Math.min(...ranges.map((range) => Math.abs(range.sentence - sentence)));
  return ranges.filter((range) => Math.abs(range.sentence - sentence) === distance);
}

/** Who refuses, denies or fails says "not" with it: two of them would say that it was so. Of 4,300 marked claims of these ten have both. */
const within: ReadonlySet<Modality> = new Set(["refused", "denied", "attempted"]);

/** What the tagger takes for plainly so is no surer than the words over it say. */
function mannerIn({ modality, negated, token }: TaggedClaim, tree: Tree, tools: ClaimTools): Manner {
  const polarity = negated && !within.has(modality) ? "negated" : "affirmed";
  const own: Manner = { modality, polarity, because: [] };
  if (!isPlain(own)) return own;
  return mannerOf(tree, token, tools.operators, (lemma) => tools.speech.verbs.has(lemma));
}

/** "replaced Karim Odal as chief": he leads no longer. */
function isFormer(party: number, trees: readonly Tree[], { mentions }: ClaimTools): boolean {
  const { sentence, head } = mentions[party]!;
  const { tokens } = trees[sentence]!;
  const over = tokens[tokens[head]!.head];
  return (
    over !== undefined &&
    /^(dobj|nsubjpass)$/.test(tokens[head]!.deprel) &&
    /^(replace|succeed|oust|unseat|depose|topple|supplant)$/.test(over.lemma)
  );
}

function parties(ranges: readonly TokenRange[], trees: readonly Tree[], tools: ClaimTools): number[] {
  const found = ranges.map((range) => partyAt(range, trees[range.sentence]!, tools));
  return [...new Set(found.filter((party): party is number => party !== null))];
}

/** The mention that these words are: one known already, else a description that only this claim speaks of. */
function partyAt(words: TokenRange, tree: Tree, tools: ClaimTools): number | null {
  const range = asMentioned(words, tree);
  const relative = antecedentOf(range, tree);
  if (relative !== null) return tools.party(range.sentence, relative) ?? describe(around(relative, range), tree, tools);
  const known = bestKnown(range, tree, tools);
  if (known !== null) return known;
  return describe(range, tree, tools);
}

/** The words of a role begin and end as the mention does that has their head and not much else. */
function asMentioned(range: TokenRange, tree: Tree): TokenRange {
  const head = firstHead(tree, range.first, range.last);
  let best = range;
  let top = 0;
  for (const span of tree.mentions.filter(isFine)) {
    const holds = span.first <= head && head <= span.last && span.type !== "time" && span.p >= 0.7;
    const shared = holds ? sharedPart(span, range) : 0;
    if (shared >= 0.3 && shared > top) {
      top = shared;
      best = { sentence: range.sentence, first: span.first, last: span.last };
    }
  }
  return best;
}

function bestKnown({ sentence, first, last }: TokenRange, tree: Tree, tools: ClaimTools): number | null {
  let best: number | null = null;
  let top = 0;
  const head = firstHead(tree, first, last);
  tools.mentions.forEach((mention, at) => {
    if (mention.sentence !== sentence || mention.sort === "time") return;
    const shared = sharedPart(mention, { first, last });
    // "his niece" is not him: a mention that leaves out the word the others hang from is another's.
    if (shared === 0 || head < mention.first || head > mention.last) return;
    const likeness = shared + (mention.head === head ? 0.3 : 0) + (mention.sort === "name" ? 0.05 : 0);
    if (likeness > top) {
      top = likeness;
      best = at;
    }
  });
  return top >= 0.5 ? best : null;
}

/** "which", "who": the noun that the clause describes. */
function antecedentOf({ first, last }: TokenRange, tree: Tree): number | null {
  if (first !== last || !/^(WDT|WP|WP\$)$/.test(tree.tokens[first]!.pos)) return null;
  return antecedent(tree, first)[0] ?? null;
}

const around = (token: number, { sentence }: TokenRange): TokenRange => ({ sentence, first: token, last: token });

/** The words of a role may run on into the next phrase: unlike a mention's head (`headOf`), the first that hangs from outside is the party. */
function firstHead(tree: Tree, first: number, last: number): number {
  for (let at = first; at <= last; at++) {
    const { head } = tree.tokens[at]!;
    if (head < first || head > last) return at;
  }
  return last;
}

const leading = /^(DT|PRP\$|PDT|IN|TO|,|:|``|''|-LRB-|-RRB-|CC|POS|\.)$/;
const trailing = /^(POS|,|:|\.|``|''|-LRB-|-RRB-|IN|TO|CC|DT)$/;

function describe({ sentence, first, last }: TokenRange, tree: Tree, tools: ClaimTools): number | null {
  let from = first;
  let to = last;
  while (from < to && leading.test(tree.tokens[from]!.pos)) from++;
  while (to > from && trailing.test(tree.tokens[to]!.pos)) to--;
  const head = firstHead(tree, from, to);
  const token = tree.tokens[head]!;
  if (!/^(NN|NNS|NNP|NNPS|CD|JJ|JJS|VBG|DT|PRP|FW)$/.test(token.pos)) return null;
  const start = tree.tokens[from]!.start;
  const end = tree.tokens[to]!.end;
  return tools.keep({
    sentence,
    first: from,
    last: to,
    head,
    start,
    end,
    type: typeOf(tree, from, to),
    sort: isName(token) ? "name" : /^(PRP|DT)$/.test(token.pos) ? "pronoun" : "description",
    basis: "model",
    text: tools.text.slice(start, end),
  });
}

/** Of the tokens that two runs cover, the share that both do. */
function sharedPart(one: { first: number; last: number }, other: { first: number; last: number }): number {
  const shared = Math.min(one.last, other.last) - Math.max(one.first, other.first) + 1;
  return shared <= 0 ? 0 : shared / (Math.max(one.last, other.last) - Math.min(one.first, other.first) + 1);
}

function typeOf(tree: Tree, first: number, last: number): MentionType {
  let best: MentionType = "group";
  let top = 0;
  for (const span of tree.mentions.filter(isFine)) {
    const weight = span.type === "time" ? 0 : span.p * sharedPart(span, { first, last });
    if (weight > top) {
      top = weight;
      best = span.type;
    }
  }
  return best;
}

const isMany = (first: readonly number[], tools: ClaimTools): boolean => {
  const mention: DraftMention | undefined = tools.mentions[first[0] ?? -1];
  return (
    first.length > 1 ||
    (mention !== undefined && mention.sort !== "name" && /(s|sides|both|people|they|them)$/i.test(mention.text))
  );
};
