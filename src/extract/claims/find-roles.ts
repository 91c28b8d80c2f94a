import type { DraftMention } from "../mentions/draft.ts";
import type { Arc, Frame } from "../predicates/frame.ts";
import { caseOf, childOn, childrenOn, conjuncts, isApposition, isNoun, type Tree } from "../tree.ts";
import type { DraftClaim } from "./draft-claim.ts";
import type { ClaimTools } from "./find-claims.ts";
import { isNegated } from "./manner.ts";

/** "X of the Labour Front", "X, whose Labour Front won": a person named with the body that he or she belongs to. */
export function findBelonging(tree: Tree, sentence: number, tools: ClaimTools): DraftClaim[] {
  return tools.mentions.flatMap((person, at) => {
    if (person.sentence !== sentence || person.type !== "person" || person.sort !== "name") return [];
    const of = childrenOn(tree, person.head, "nmod").filter((child) => caseOf(tree, child) === "of");
    const whose = tree.tokens.flatMap((token, word) =>
      token.pos === "WP$" && word - person.last <= 2 && word > person.last ? [token.head] : [],
    );
    return [...of, ...whose].flatMap((token) => {
      const body = tools.party(sentence, token);
      if (
        body === null ||
        !/^(party|group|alliance|force|organisation|outlet)$/.test(tools.mentions[body]!.type) ||
        tools.mentions[body]!.sort !== "name"
      )
        return [];
      return [belongs(tree, sentence, at, body, person.head)];
    });
  });
}

function belongs(tree: Tree, sentence: number, person: number, body: number, at: number): DraftClaim {
  const token = tree.tokens[at]!;
  const manner = { modality: "actual" as const, polarity: "affirmed" as const, because: [] };
  return {
    relation: "member",
    sentence,
    agents: [person],
    patients: [body],
    manner,
    cue: [token.start, token.end],
    at,
    rule: "belonging",
    confidence: 0.3,
  };
}

/** What offices say: "X, head of Y", "Y leader X", "Y's commander, X", "X is a spokesman for Y". */
export function findRoles(tree: Tree, sentence: number, tools: ClaimTools): DraftClaim[] {
  return tree.tokens.flatMap((token, at) => {
    if (!isNoun(token)) return [];
    const frame = roleFrame(tree, at, tools);
    if (!frame) return [];
    const holders = holdersOf(tree, sentence, at, tools).filter(
      (party) => tools.mentions[party]!.sort === "name" && tools.mentions[party]!.type !== "nationality",
    );
    if (holders.length === 0) return [];
    const bodies = bodiesOf(tree, sentence, at, frame.agent, tools).filter((party) => !holders.includes(party));
    const former = childrenOn(tree, at, "amod", "advmod").some((child) =>
      /^(former|late|ousted|ex|deposed|then|outgoing|onetime|one-time)$/.test(tree.tokens[child]!.text.toLowerCase()),
    );
    return bodies.length === 0 || !personal(holders, frame, tools)
      ? []
      : [roleClaim(tree, sentence, at, holders, bodies, frame, former)];
  });
}

function roleFrame(tree: Tree, at: number, tools: ClaimTools): Frame | undefined {
  const token = tree.tokens[at]!;
  const before = tree.tokens[at - 1]?.text.toLowerCase() ?? "";
  return (
    tools.frames.get(`role ${before}`)?.find((frame) => frame.particle === token.lemma.toLowerCase()) ??
    tools.frames
      .get(`role ${token.lemma.toLowerCase()}`)
      ?.find((frame) => !frame.particle && !ofLesserRank.test(before))
  );
}

/** "deputy leader", "vice president" do not lead. */
const ofLesserRank = /^(deputy|vice|assistant|former)$/;

/** Who leads is a person, or a name that may be one; members may be groups. */
function personal(holders: readonly number[], frame: Frame, tools: ClaimTools): boolean {
  return frame.relation !== "leads" || holders.every((holder) => /^(person|group)$/.test(tools.mentions[holder]!.type));
}

/** Who holds the office: the name it stands before or beside, or the subject it is said of. */
function holdersOf(tree: Tree, sentence: number, at: number, tools: ClaimTools): number[] {
  const token = tree.tokens[at]!;
  const tokens: number[] = [];
  if (isApposition(tree, at)) tokens.push(token.head);
  tokens.push(...childrenOn(tree, at, "appos"));
  if (/^(compound|amod|nmod|dep)$/.test(token.deprel) && token.head > at && token.head - at <= 5)
    tokens.push(token.head);
  const subject = childOn(tree, at, "cop") === null ? null : childOn(tree, at, "nsubj");
  if (subject !== null) tokens.push(...conjuncts(tree, subject));
  const found = tokens
    .map((holder) => tools.party(sentence, holder))
    .filter((party): party is number => party !== null);
  if (found.length > 0) return [...new Set(found)];
  return nextName(sentence, at, tools);
}

/** "rebel leader Abu X": the name that starts right after the office. */
function nextName(sentence: number, at: number, tools: ClaimTools): number[] {
  const next = tools.mentions.findIndex(
    (mention) =>
      mention.sentence === sentence &&
      mention.sort === "name" &&
      mention.first === at + 1 &&
      mention.type !== "nationality" &&
      mention.type !== "place",
  );
  return next < 0 ? [] : [next];
}

function bodiesOf(tree: Tree, sentence: number, at: number, arcs: readonly Arc[], tools: ClaimTools): number[] {
  const after = arcs.flatMap(({ at: arc }) => {
    if (arc === "poss") return childrenOn(tree, at, "nmod:poss");
    if (arc === "mod") return childrenOn(tree, at, "compound", "amod");
    return childrenOn(tree, at, "nmod").filter((child) => caseOf(tree, child) === arc);
  });
  const shared = /^(compound|dep)$/.test(tree.tokens[at]!.deprel) ? modifiersBefore(tree, at) : [];
  const parties = [...after.flatMap((token) => conjuncts(tree, token)), ...shared].map((token) =>
    tools.party(sentence, token),
  );
  return [
    ...new Set(parties.filter((party): party is number => party !== null && isBody(tools.mentions[party]!))),
  ].slice(0, 3);
}

/** "Syrian President Assad", "Nusra leader Golani": what stands before the office hangs from the name after it. */
function modifiersBefore(tree: Tree, at: number): number[] {
  const before = at - 1;
  return before >= 0 && tree.tokens[before]!.head === tree.tokens[at]!.head ? [before] : [];
}

const isBody = (mention: DraftMention): boolean => mention.type !== "person" && mention.type !== "time";

function roleClaim(
  tree: Tree,
  sentence: number,
  at: number,
  holders: number[],
  bodies: number[],
  frame: Frame,
  former: boolean,
): DraftClaim {
  const token = tree.tokens[at]!;
  const negated = isNegated(tree, at) !== former;
  return {
    relation: frame.relation,
    sentence,
    agents: holders,
    patients: bodies,
    manner: { modality: "actual", polarity: negated ? "negated" : "affirmed", because: former ? ["former"] : [] },
    cue: [token.start, token.end],
    at,
    rule: frame.rule,
    confidence: 0.35,
  };
}
