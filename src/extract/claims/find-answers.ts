import type { Modality, Relation } from "../../terms/index.ts";
import { caseOf, childOn, childrenOn, conjuncts, isVerb, reach, type Tree } from "../tree.ts";
import { argumentsOn } from "./arguments.ts";
import type { DraftClaim } from "./draft-claim.ts";
import type { ClaimTools } from "./find-claims.ts";
import { isNegated, mannerOf } from "./manner.ts";

/**
 * Refusals, demands and proposals whose matter no frame names: "rejected the Norvan plan", "demanded an apology from
 * Talvia". What is refused is an agreement; what is asked for is cooperation. A sentence whose matter a frame has read
 * ("refused to break with the Order") needs no second claim.
 */
export function findAnswers(
  tree: Tree,
  sentence: number,
  tools: ClaimTools,
  read: readonly DraftClaim[],
): DraftClaim[] {
  return tree.tokens.flatMap((token, at) => {
    const act = isVerb(token) ? acts.get(phrasal(tree, at)) : undefined;
    if (!act || covered(tree, at, act, read)) return [];
    const agents = partiesAt(sentence, argumentsOn(tree, at, "subj", tools.operators), tools);
    const patients = partiesAt(sentence, addressees(tree, at, tools), tools).filter((party) => !agents.includes(party));
    if (agents.length === 0 || (patients.length === 0 && act.relation !== "agree")) return [];
    return [answer(tree, sentence, at, act, agents, patients, tools)];
  });
}

interface Act {
  relation: Relation;
  modality: Modality;
}

const refusal: Act = { relation: "agree", modality: "refused" };
const demand: Act = { relation: "cooperate", modality: "demanded" };
const request: Act = { relation: "cooperate", modality: "proposed" };

const acts: ReadonlyMap<string, Act> = new Map([
  ..."refuse,decline,reject,rule out,turn down,rebuff,spurn,veto,brush aside,vote down,vote against"
    .split(",")
    .map((verb) => [verb, refusal] as const),
  ..."demand,insist,order,call on,call upon,call for,require,instruct"
    .split(",")
    .map((verb) => [verb, demand] as const),
  ..."urge,ask,appeal,request,invite,press,plead,exhort,implore,encourage"
    .split(",")
    .map((verb) => [verb, request] as const),
]);

function phrasal(tree: Tree, at: number): string {
  const lemma = tree.tokens[at]!.lemma;
  const particle = childOn(tree, at, "compound:prt");
  if (particle !== null) return `${lemma} ${tree.tokens[particle]!.text.toLowerCase()}`;
  if (lemma !== "call" && lemma !== "vote") return lemma;
  const preposition = childrenOn(tree, at, "nmod")
    .map((child) => caseOf(tree, child))
    .find((word) => (lemma === "call" ? /^(on|upon|for)$/ : /^against$/).test(word));
  return preposition ? `call ${preposition}` : lemma;
}

/** Whether a frame has already read what the verb governs. A demand still says who demands of whom. */
function covered(tree: Tree, at: number, act: Act, read: readonly DraftClaim[]): boolean {
  if (act.modality === "demanded") return read.some((claim) => claim.at === at);
  const [first, last] = reach(tree, at);
  return read.some((claim) => claim.at === at || (claim.at > at && claim.at >= first && claim.at <= last));
}

/** Whom it is put to, or whose offer it was. */
function addressees(tree: Tree, at: number, tools: ClaimTools): number[] {
  const objects = argumentsOn(tree, at, "obj", tools.operators);
  const owners = objects.flatMap((object) => [
    ...childrenOn(tree, object, "nmod:poss", "amod", "compound"),
    ...childrenOn(tree, object, "nmod").filter((child) => /^(by|from|of|with|to)$/.test(caseOf(tree, child))),
  ]);
  const phrases = childrenOn(tree, at, "nmod").filter((child) =>
    /^(on|upon|from|to|of|by|with)$/.test(caseOf(tree, child)),
  );
  const asked = childrenOn(tree, at, "ccomp").flatMap((clause) => childrenOn(tree, clause, "nsubj", "nsubjpass"));
  return [...objects, ...owners, ...phrases, ...asked].flatMap((token) => conjuncts(tree, token));
}

function partiesAt(sentence: number, tokens: readonly number[], tools: ClaimTools): number[] {
  const parties = tokens
    .map((token) => tools.party(sentence, token))
    .filter((party): party is number => party !== null);
  return [...new Set(parties)].filter(
    (party) => tools.mentions[party]!.type !== "time" && tools.mentions[party]!.type !== "place",
  );
}

function answer(
  tree: Tree,
  sentence: number,
  at: number,
  act: Act,
  agents: number[],
  patients: number[],
  tools: ClaimTools,
): DraftClaim {
  const token = tree.tokens[at]!;
  const outer = mannerOf(tree, at, tools.operators, (lemma) => tools.speech.verbs.has(lemma));
  const negated = isNegated(tree, at);
  return {
    relation: act.relation,
    sentence,
    agents,
    patients,
    manner: {
      modality: act.modality,
      polarity: negated ? "negated" : "affirmed",
      because: [token.text, ...outer.because],
    },
    cue: [token.start, token.end],
    at,
    rule: `answer:${token.lemma}`,
    confidence: 0.15,
  };
}
