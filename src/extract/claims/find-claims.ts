import type { DraftMention } from "../mentions/draft.ts";
import type { Arc, Frame } from "../predicates/frame.ts";
import type { Operators } from "../predicates/operators.ts";
import type { Speech } from "../predicates/speech.ts";
import { caseOf, childOn, childrenOn, isGerundNoun, isNoun, isPassive, isVerb, type Tree } from "../tree.ts";
import { argumentsOn } from "./arguments.ts";
import { describedParty } from "./described-party.ts";
import type { DraftClaim } from "./draft-claim.ts";
import { mannerOf } from "./manner.ts";
import { fits, mayAct, type PartyFinder } from "./party.ts";

/** What the reading of claims needs besides the sentence. */
export interface ClaimTools {
  text: string;
  frames: FrameIndex;
  operators: Operators;
  speech: Speech;
  mentions: readonly DraftMention[];
  party: PartyFinder;
  /** Adds a mention that only a claim needs, and gives its index. */
  keep(mention: DraftMention): number;
  /** Names enumerated together: a party brings its list with it. */
  mates: ReadonlyMap<number, readonly number[]>;
}

/** Frames by sort and lemma. */
export type FrameIndex = ReadonlyMap<string, readonly Frame[]>;

export function indexFrames(frames: readonly Frame[]): FrameIndex {
  const index = new Map<string, Frame[]>();
  for (const frame of frames) {
    const key = `${frame.sort} ${frame.lemma}`;
    index.set(key, [...(index.get(key) ?? []), frame]);
  }
  return index;
}

/** Claims carried by verbs, nouns and predicate adjectives of one sentence. */
export function findClaims(tree: Tree, sentence: number, tools: ClaimTools): DraftClaim[] {
  return tree.tokens.flatMap((_, at) => claimsAt(tree, sentence, at, tools));
}

function claimsAt(tree: Tree, sentence: number, at: number, tools: ClaimTools): DraftClaim[] {
  const frames = framesAt(tree, sentence, at, tools);
  const found: DraftClaim[] = [];
  for (const frame of frames) {
    if (found.some((claim) => claim.relation === frame.relation)) continue;
    const claim = readFrame(tree, sentence, at, frame, tools);
    if (claim) found.push(claim);
  }
  return mostTelling(found, frames);
}

/** Of several readings of one word the one with the narrowest frame stands: "cut ties with" before "cut". */
function mostTelling(claims: DraftClaim[], frames: readonly Frame[]): DraftClaim[] {
  const weight = (claim: DraftClaim): number => {
    const frame = frames.find((candidate) => candidate.rule === claim.rule)!;
    return (
      (frame.objects ? 4 : 0) +
      (frame.particle ? 4 : 0) +
      (claim.patients.length > 0 ? 2 : 0) +
      (frame.patient.some((arc) => arc.type) ? 1 : 0)
    );
  };
  const isCompanion = (claim: DraftClaim): boolean =>
    frames.some((frame) => frame.rule === claim.rule && frame.companion);
  const main = claims.filter((claim) => !isCompanion(claim)).sort((one, other) => weight(other) - weight(one));
  return [...main.slice(0, 1), ...claims.filter(isCompanion)];
}

function framesAt(tree: Tree, sentence: number, at: number, tools: ClaimTools): readonly Frame[] {
  const { frames } = tools;
  const token = tree.tokens[at]!;
  const word = token.lemma.toLowerCase();
  if (isGerundNoun(tree, at)) return frames.get(`noun ${token.text.toLowerCase()}`) ?? [];
  if (isVerb(token)) {
    const copula = adjectival(tree, at) ? (frames.get(`adj ${token.text.toLowerCase()}`) ?? []) : [];
    return [
      ...(frames.get(`verb ${word}`) ?? []).filter((frame) => formStands(tree, sentence, at, frame, tools)),
      ...copula,
    ];
  }
  if (isNoun(token)) {
    const nominal = frames.get(`noun ${word}`) ?? [];
    return predicated(tree, at) ? [...(frames.get(`adj ${word}`) ?? []), ...nominal] : nominal;
  }
  return token.pos.startsWith("JJ") ? (frames.get(`adj ${word}`) ?? []) : [];
}

const adjectival = (tree: Tree, at: number): boolean => tree.tokens[at]!.pos === "VBN";

const predicated = (tree: Tree, at: number): boolean =>
  childOn(tree, at, "cop") !== null ||
  /^(appos|xcomp)$/.test(tree.tokens[at]!.deprel) ||
  childOn(tree, at, "nsubj") !== null;

/** A phrasal verb stands only with its particle, a verb with an object list only over one of its nouns. */
function formStands(tree: Tree, sentence: number, at: number, frame: Frame, tools: ClaimTools): boolean {
  const particle = childrenOn(tree, at, "compound:prt", "advmod", "case").map((child) =>
    tree.tokens[child]!.text.toLowerCase(),
  );
  if (frame.particle) {
    const next = tree.tokens
      .slice(at + 1, at + 1 + frame.particle.split(" ").length)
      .map((token) => token.text.toLowerCase())
      .join(" ");
    if (!particle.includes(frame.particle) && next !== frame.particle) return false;
  } else if (childOn(tree, at, "compound:prt") !== null && !frame.objects) return false;
  return !frame.objects || objectNoun(tree, sentence, at, frame.objects, tools) !== null;
}

/** The object (or passive subject) of a verb that is one of the nouns wanted, or a name of such a thing. */
function objectNoun(
  tree: Tree,
  sentence: number,
  at: number,
  wanted: ReadonlySet<string>,
  tools: ClaimTools,
): number | null {
  const objects = childrenOn(tree, at, "dobj", "nsubjpass", "xcomp", "nsubj", "nmod").flatMap((child) => [
    child,
    ...childrenOn(tree, child, "conj"),
  ]);
  const governor =
    tree.tokens[at]!.deprel === "acl" || tree.tokens[at]!.deprel === "acl:relcl" ? [tree.tokens[at]!.head] : [];
  const named = (child: number): boolean => {
    const party = tools.party(sentence, child);
    return party !== null && wanted.has(tools.mentions[party]!.type) && tools.mentions[party]!.sort === "name";
  };
  const stands = (child: number): boolean =>
    isNounLike(tree, child) &&
    (wanted.has(tree.tokens[child]!.lemma.toLowerCase()) || wanted.has(singular(tree, child)) || named(child));
  return [...objects, ...governor].find(stands) ?? null;
}

/** "troops" is its own lemma, but a list names it as "troop". */
const singular = (tree: Tree, at: number): string => tree.tokens[at]!.lemma.toLowerCase().replace(/s$/, "");

/** A noun, a gerund that stands as one ("Fighting broke out"), or an adjective where an object stands ("an offensive"). */
const isNounLike = (tree: Tree, at: number): boolean =>
  isNoun(tree.tokens[at]!) ||
  isGerundNoun(tree, at) ||
  (tree.tokens[at]!.pos === "JJ" && /^(dobj|nsubjpass)$/.test(tree.tokens[at]!.deprel));

function readFrame(tree: Tree, sentence: number, at: number, frame: Frame, tools: ClaimTools): DraftClaim | null {
  const object = frame.objects ? objectNoun(tree, sentence, at, frame.objects, tools) : null;
  const agents = partiesOn(tree, sentence, at, object, frame.agent, frame, tools, true);
  const patients = partiesOn(tree, sentence, at, object, frame.patient, frame, tools, false).filter(
    (party) => !agents.includes(party),
  );
  // "X was arrested" with no doer says little of who sides with whom: only a frame without agents goes without.
  if (agents.length === 0 && (frame.agent.length > 0 || patients.length === 0)) return null;
  if (patients.length === 0 && (!frame.patientOptional || hasOtherObject(tree, at, frame))) return null;
  if (frame.needsPlural && patients.length === 0 && !plural(agents, tools)) return null;
  const manner = mannerOf(tree, at, tools.operators, (lemma) => tools.speech.verbs.has(lemma));
  const [first, last] = agents.length > 0 ? [agents, patients] : [patients, []];
  return {
    relation: frame.relation,
    sentence,
    agents: first,
    patients: last,
    manner: withOption(manner, frame),
    cue: cueOf(tree, at, object),
    at,
    rule: frame.rule,
    confidence: frame.sort === "noun" ? 0.3 : 0.4,
  };
}

/** "withdrew its report": a verb that may go without a patient means something else when it has another object. */
const hasOtherObject = (tree: Tree, at: number, frame: Frame): boolean =>
  frame.sort === "verb" && !frame.objects && !isPassive(tree, at) && childOn(tree, at, "dobj") !== null;

function withOption(manner: DraftClaim["manner"], frame: Frame): DraftClaim["manner"] {
  const modality = frame.modality && manner.modality === "actual" ? frame.modality : manner.modality;
  const polarity = frame.negated ? (manner.polarity === "affirmed" ? "negated" : "affirmed") : manner.polarity;
  return { ...manner, modality, polarity };
}

function cueOf(tree: Tree, at: number, object: number | null): [number, number] {
  const token = tree.tokens[at]!;
  const particle = childOn(tree, at, "compound:prt");
  const ends = [
    token.end,
    particle === null ? 0 : tree.tokens[particle]!.end,
    object === null ? 0 : tree.tokens[object]!.end,
  ];
  const starts = [token.start, object === null ? token.start : tree.tokens[object]!.start];
  return [Math.min(...starts), Math.max(...ends)];
}

/** Mentions on the first of the arcs on which any stands. */
function partiesOn(
  tree: Tree,
  sentence: number,
  at: number,
  object: number | null,
  arcs: readonly Arc[],
  frame: Frame,
  tools: ClaimTools,
  acting: boolean,
): number[] {
  for (const arc of arcs) {
    const own = argumentsOn(tree, at, arc.at, tools.operators);
    // "broke the group's ties": the possessor of the object noun is the one who acts.
    const under =
      object === null ? [] : argumentsOn(tree, object, arc.at === "subj" ? "poss" : arc.at, tools.operators);
    const tokens = arc.at === "subj" && under.length > 0 ? under : [...own, ...under];
    const parties = tokens
      .filter((token) => token !== object)
      .flatMap((token) => partiesAt(tree, sentence, token, arc, frame, tools, acting))
      .filter((party) =>
        acting && !arc.type ? mayAct(tools.mentions[party]!) : fits(tools.mentions[party]!.type, arc, frame.relation),
      )
      .filter((party) => usable(tools.mentions[party]!, arc));
    const distinct = [...new Set(parties.flatMap((party) => tools.mates.get(party) ?? [party]))];
    if (distinct.length > 0) return distinct;
  }
  return [];
}

/** The party on a token; else the one behind it: "Russian raids killed", "praised the role of Norway", "two brothers". */
function partiesAt(
  tree: Tree,
  sentence: number,
  token: number,
  arc: Arc,
  frame: Frame,
  tools: ClaimTools,
  acting: boolean,
): number[] {
  const own = tools.party(sentence, token);
  if (own !== null) return [own];
  const noun = describedParty(tree, sentence, token, tools.text);
  if (noun === null || acting) {
    const behind = ownersOf(tree, token, acting)
      .map((owner) => tools.party(sentence, owner))
      .filter((party): party is number => party !== null);
    if (behind.length > 0) return behind;
  }
  return noun !== null && mayBeDescribed(noun, arc, frame) ? [tools.keep(noun)] : [];
}

function ownersOf(tree: Tree, token: number, acting: boolean): number[] {
  const phrases = childrenOn(tree, token, "nmod").filter((child) => /^(of|by)$/.test(caseOf(tree, child)));
  if (!acting) return [...phrases, ...childrenOn(tree, token, "nmod:poss")];
  return [...childrenOn(tree, token, "nmod:poss", "amod", "compound"), ...phrases];
}

/** Deeds with an object that need not be a body: what is attacked, seized, freed or closed may be a pipeline or two brothers. */
const bodily = new Set(["attack", "kill", "coerce", "concede", "investigate", "protest"]);

function mayBeDescribed(noun: DraftMention, arc: Arc, frame: Frame): boolean {
  const core = /^(subj|obj|on|at|against|into)$/.test(arc.at) || (arc.at === "of" && frame.sort === "noun");
  return core && bodily.has(frame.relation) && !(arc.at === "subj" && noun.type === "place");
}

/** "Russian strikes": on a modifier's arc a nationality stands for its state. */
function usable(mention: DraftMention, arc: Arc): boolean {
  if (mention.type !== "nationality") return true;
  return arc.at === "mod" || arc.at === "poss" || arc.at === "subj" || arc.at === "between" || arc.at === "of";
}

/** Several parties, or one that is many: "A and B", "the two sides", "militant groups". */
function plural(agents: readonly number[], tools: ClaimTools): boolean {
  if (agents.length > 1) return true;
  const only = tools.mentions[agents[0] ?? -1];
  return (
    only !== undefined &&
    /(s|sides|both|people|they|them)$/i.test(only.text.replace(/'s$/, "")) &&
    (only.sort !== "name" || only.type === "people")
  );
}
