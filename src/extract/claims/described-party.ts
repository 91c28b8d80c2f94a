import type { MentionType } from "../../terms/index.ts";
import type { DraftMention } from "../mentions/draft.ts";
import { isNoun, type Tree } from "../tree.ts";

const abstract =
  /(tion|sion|ment|ness|ity|ism|ance|ence|ship|hood|ing|acy|ure|age)s?$|^(plan|deal|offer|way|time|year|month|week|day|hour|percent|talk|vote|war|peace|idea|proposal|bill|law|budget|price|rate|cost|end|part|role|step|move|call|claim|report|news|issue|problem|question|answer|case|reason|result|fact|right|power|force|control|aid|help|support|money|tie|relation|link|term|charge|blow|fire|attack|raid|strike|clash|fight|battle|truce|ceasefire|alliance|pact|treaty|bid|effort|attempt|crisis|conflict|threat|demand|condition|interest|matter|thing|word|name|life|death|trade|oil|drug|food|change|record|policy|sanction|tariff|ban|rise|fall|loss|gain|title|seat|job|post|million|billion|thousand|hundred|dollar|number|lot|kind|sort|place|area|course|turn|hand|head|eye|arm|side|import|export|sale|supply|relation|school|rate|front|rank|line|point|limit|line)s?$/i;

/** A noun phrase that no list knows but that a frame needs as a party: "the pipeline", "two brothers", "four railwaymen". */
export function describedParty(tree: Tree, sentence: number, token: number, text: string): DraftMention | null {
  const head = tree.tokens[token]!;
  if (!isNoun(head) || abstract.test(head.lemma)) return null;
  let first = token;
  while (
    first > 0 &&
    /^(DT|JJ|JJR|JJS|NN|NNS|NNP|NNPS|CD|PDT)$/.test(tree.tokens[first - 1]!.pos) &&
    below(tree, first - 1, token)
  )
    first--;
  const start = tree.tokens[first]!.start;
  return {
    sentence,
    first,
    last: token,
    head: token,
    start,
    end: head.end,
    type: guessType(head.text, head.pos),
    sort: "description",
    basis: "guess",
    text: text.slice(start, head.end),
  };
}

function guessType(word: string, pos: string): MentionType {
  if (/(men|women|people|ers|ors|ists|ians|folk|brothers|sisters|children)$/i.test(word)) return "people";
  if (/(man|woman|er|or|ist|ian)$/i.test(word) && pos === "NN") return "person";
  return "place";
}

function below(tree: Tree, at: number, head: number): boolean {
  let up = at;
  for (let steps = 0; steps < 5 && up >= 0; steps++) {
    if (up === head) return true;
    up = tree.tokens[up]!.head;
  }
  return false;
}
