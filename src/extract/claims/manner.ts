import type { Modality, Polarity } from "../../terms/index.ts";
import { lemmaOf } from "../lemma.ts";
import type { Operators } from "../predicates/operators.ts";
import { caseOf, childOn, childrenOn, isNoun, isVerb, type Tree, verbOverObject } from "../tree.ts";

/** In what way a predicate is said, and which words made it so. */
export interface Manner {
  modality: Modality;
  polarity: Polarity;
  /** Words that changed it, outermost last; kept to explain the reading. */
  because: string[];
}

/** Said to be so, without more. */
export const isPlain = ({ modality, polarity }: Manner): boolean => modality === "actual" && polarity === "affirmed";

/**
 * Walks from a predicate up through what governs it: auxiliaries ("would"), negation ("never"), operators ("refused
 * to", "denied having"), conditions ("if"). The walk stops at words of speech: what a voice says is asserted by it.
 */
export function mannerOf(tree: Tree, at: number, operators: Operators, isSpeech: (lemma: string) => boolean): Manner {
  const manner: Manner = { modality: "actual", polarity: "affirmed", because: [] };
  let current = at;
  for (let steps = 0; steps < 10; steps++) {
    readAuxiliaries(tree, current, manner);
    if (isNegated(tree, current)) negate(manner, steps === 0 ? "not" : tree.tokens[current]!.text);
    if (hasCondition(tree, current)) weaken(manner, "conditional", "if");
    const token = tree.tokens[current]!;
    if (token.head < 0) break;
    const step = stepUp(tree, current, operators, isSpeech);
    if (step === null) break;
    if (step.operator) {
      applyOperator(tree, step.to, manner, step.operator);
    }
    current = step.to;
  }
  return manner;
}

interface Step {
  to: number;
  operator: Modality | "stopped" | "untrue" | null;
}

const clausal = /^(xcomp|ccomp|advcl|acl|acl:relcl|dobj|nsubjpass|nsubj|nmod|conj|dep|parataxis|csubj|appos)$/;

/** The next word up, if what it does bears on how the predicate is said. */
function stepUp(tree: Tree, at: number, operators: Operators, isSpeech: (lemma: string) => boolean): Step | null {
  const token = tree.tokens[at]!;
  const head = tree.tokens[token.head]!;
  if (!clausal.test(token.deprel)) return null;
  const over = verbOverObject(tree, at);
  if (over !== null && !operators.has(head.lemma)) {
    const control = operators.get(tree.tokens[over]!.lemma)?.find((reading) => reading.control === "obj");
    if (control) return { to: over, operator: control.modality };
  }
  const judged = truthOver(tree, at);
  if (judged !== null || token.deprel === "acl:relcl") return judged;
  // A coordinated verb with a subject of its own stands apart: "X did not attack and Y retreated".
  if (token.deprel === "conj")
    return childOn(tree, at, "nsubj", "nsubjpass") === null ? { to: token.head, operator: null } : null;
  const told = deniedNoun(tree, at, operators);
  if (told !== null) return { to: told, operator: "denied" };
  const operator = operatorOf(tree, token.head, at, operators);
  // "broke with them for joining the bloc", "flew in to sign": what is done for a purpose is not yet done.
  if (token.deprel === "advcl" && !operator && isVerb(head) && isPurpose(tree, at))
    return { to: token.head, operator: "planned" };
  if (token.deprel === "parataxis") return null;
  if (operator && bears(tree, at, token.head, operator, isSpeech(head.lemma))) return { to: token.head, operator };
  // A noun predicate rests on its verb ("would hold talks"), a verb under a neutral verb on that.
  if (/^(dobj|nsubjpass|nsubj)$/.test(token.deprel) && isVerb(head) && isNoun(token))
    return { to: token.head, operator: null };
  if (token.deprel === "xcomp") return { to: token.head, operator: null };
  return null;
}

/** "It is not true that they met", "it is false that", "it was not the Herons who did it": the clause is as true as the word over it says. */
function truthOver(tree: Tree, at: number): Step | null {
  const { deprel, head: to } = tree.tokens[at]!;
  if (childOn(tree, to, "cop") === null) return null;
  const subjects = childrenOn(tree, to, "nsubj", "expl").map((child) => tree.tokens[child]!.lemma);
  if (!subjects.includes("it")) return null;
  if (deprel === "acl:relcl") return { to, operator: null };
  if (!/^(ccomp|csubj|acl|dep)$/.test(deprel)) return null;
  if (/^(true|so|case|correct|accurate)$/.test(tree.tokens[to]!.lemma)) return { to, operator: null };
  return /^(false|untrue|wrong|lie|myth|fabrication|nonsense)$/.test(tree.tokens[to]!.lemma)
    ? { to, operator: "untrue" }
    : null;
}

const toldNouns = /^(report|claim|allegation|accusation|charge|suggestion|rumour|rumor|speculation|assertion|story)$/;

const untold = /^(invent|invented|fabricate|fabricated|concoct|baseless|unfounded|groundless|false|untrue|fictitious)$/;

/** "denied a report that it had armed them", "reports of a rift were baseless": the word over the noun that tells it. */
function deniedNoun(tree: Tree, at: number, operators: Operators): number | null {
  const { head, deprel } = tree.tokens[at]!;
  if (!/^(ccomp|acl|dep|nmod)$/.test(deprel) || !toldNouns.test(tree.tokens[head]!.lemma)) return null;
  const { head: verb, deprel: role } = tree.tokens[head]!;
  if (verb < 0) return null;
  if (/^(nsubj|nsubjpass)$/.test(role) && untold.test(tree.tokens[verb]!.lemma)) return verb;
  if (!/^(dobj|nsubjpass)$/.test(role)) return null;
  return operators
    .get(tree.tokens[verb]!.lemma)
    ?.some(({ modality }) => modality === "denied" || modality === "refused")
    ? verb
    : null;
}

function isPurpose(tree: Tree, at: number): boolean {
  if (tree.tokens[at]!.pos === "VB") return hasTo(tree, at);
  return (
    tree.tokens[at]!.pos === "VBG" &&
    childrenOn(tree, at, "mark").some((mark) => tree.tokens[mark]!.text.toLowerCase() === "for")
  );
}

function operatorOf(tree: Tree, governor: number, at: number, operators: Operators): Modality | "stopped" | null {
  const token = tree.tokens[governor]!;
  const phrase = withParticle(tree, governor);
  // "call off" is not "call": a phrasal verb has only the readings listed for it.
  if (childOn(tree, governor, "compound:prt") !== null && !operators.has(phrase)) return null;
  const readings = operators.get(phrase) ?? operators.get(token.lemma) ?? operators.get(lemmaOf(token.text, "VBD"));
  if (!readings || !(isVerb(token) || isNoun(token) || token.pos.startsWith("JJ"))) return null;
  const object = childOn(tree, governor, "dobj", "nsubjpass", "iobj") ?? prepositionalTarget(tree, governor);
  const ownSubject =
    tree.tokens[at]!.deprel === "ccomp" && childOn(tree, at, "nsubj", "nsubjpass") !== null && hasTo(tree, at);
  const control = (object !== null && object !== at) || ownSubject ? "obj" : "subj";
  return (readings.find((reading) => reading.control === control) ?? readings[0]!).modality;
}

function withParticle(tree: Tree, at: number): string {
  const particle =
    childOn(tree, at, "compound:prt") ??
    childrenOn(tree, at, "nmod", "advmod").find((child) =>
      ["on", "upon", "out", "down", "of"].includes(caseOf(tree, child) || tree.tokens[child]!.text),
    );
  if (particle === null || particle === undefined) return tree.tokens[at]!.lemma;
  const word =
    tree.tokens[particle]!.deprel === "nmod" ? caseOf(tree, particle) : tree.tokens[particle]!.text.toLowerCase();
  return `${tree.tokens[at]!.lemma} ${word}`;
}

const prepositionalTarget = (tree: Tree, at: number): number | null =>
  childrenOn(tree, at, "nmod").find((child) => /^(on|upon|to)$/.test(caseOf(tree, child))) ?? null;

/**
 * Speech that is an operator too ("vowed", "denied", "demanded") bears on a bare infinitive or a noun; on a full clause
 * only denial, demand and proposal do ("denied that they had met"), for there the voice does not assert it.
 */
function bears(tree: Tree, at: number, governor: number, operator: Modality | "stopped", speech: boolean): boolean {
  const { deprel } = tree.tokens[at]!;
  if (deprel === "advcl") return isGerundOf(tree, at) || hasTo(tree, at);
  if (deprel === "nmod")
    return (
      isNoun(tree.tokens[governor]!) ||
      (operator === "denied" && caseOf(tree, at) === "about") ||
      /^(of|to|for|from|against|in|on|with)$/.test(caseOf(tree, at))
    );
  if (deprel === "nsubj") return operator === "possible" || operator === "attempted" || operator === "stopped";
  if (deprel === "acl") return hasTo(tree, at) || isNoun(tree.tokens[governor]!);
  if (deprel === "appos") return false;
  if (deprel !== "ccomp" || hasTo(tree, at)) return true;
  if (/^(tell|warn|agree|accept|inform)$/.test(tree.tokens[governor]!.lemma)) return false;
  if (!speech) return operator !== "actual";
  return (
    operator === "denied" ||
    operator === "demanded" ||
    operator === "proposed" ||
    operator === "possible" ||
    operator === "refused"
  );
}

const hasTo = (tree: Tree, at: number): boolean =>
  childrenOn(tree, at, "mark").some((mark) => tree.tokens[mark]!.lemma === "to") ||
  childrenOn(tree, at, "aux").some((aux) => tree.tokens[aux]!.lemma === "to");

const isGerundOf = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.pos === "VBG" &&
  childrenOn(tree, at, "mark").some((mark) =>
    /^(from|of|against|into|in|about)$/.test(tree.tokens[mark]!.text.toLowerCase()),
  );

function applyOperator(tree: Tree, governor: number, manner: Manner, operator: NonNullable<Step["operator"]>): void {
  const word = tree.tokens[governor]!.text;
  if (operator === "untrue") {
    negate(manner, word);
    return;
  }
  if (operator === "stopped") {
    if (manner.modality === "actual") negate(manner, word);
    return;
  }
  if (operator === "actual") {
    if (hasYet(tree, governor)) negate(manner, "yet");
    return;
  }
  // "was not allowed to join" did not join.
  if (/^(allow|permit|let|authorize|authorise)$/.test(tree.tokens[governor]!.lemma) && isNegated(tree, governor))
    return;
  // "did not refuse to join" says little of joining; "failed to deny" likewise: a negated operator of refusal opens it up.
  if ((operator === "refused" || operator === "denied") && isNegated(tree, governor)) {
    weaken(manner, "possible", word);
    return;
  }
  weaken(manner, declined(tree, governor) ? "refused" : operator, word);
}

/** "has yet to name a successor" */
const hasYet = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.lemma === "have" &&
  childrenOn(tree, at, "advmod").some((child) => tree.tokens[child]!.text.toLowerCase() === "yet");

/** "had been urged to leave and declined": a bare refusal coordinated with the urging answers it. */
function declined(tree: Tree, governor: number): boolean {
  return childrenOn(tree, governor, "conj").some(
    (other) =>
      /^(decline|refuse|balk|demur)$/.test(tree.tokens[other]!.lemma) &&
      childrenOn(tree, other, "xcomp", "ccomp", "dobj").length === 0,
  );
}

/** The innermost word that changes the modality wins, but refusal, denial and failure outrank plans and wishes outside in. */
function weaken(manner: Manner, modality: Modality, word: string): void {
  manner.because.push(word);
  const strong = new Set<Modality>(["refused", "denied"]);
  if (manner.modality === "actual" || (strong.has(modality) && !strong.has(manner.modality)))
    manner.modality = modality;
}

function negate(manner: Manner, word: string): void {
  manner.because.push(word);
  manner.polarity = manner.polarity === "affirmed" ? "negated" : "affirmed";
}

function readAuxiliaries(tree: Tree, at: number, manner: Manner): void {
  for (const aux of childrenOn(tree, at, "aux")) {
    const word = tree.tokens[aux]!.lemma.toLowerCase();
    const text = tree.tokens[aux]!.text.toLowerCase();
    const negated = isNegated(tree, at);
    if (/^(will|wo|shall|'ll|’ll)$/.test(word) || /^(will|wo|'ll|’ll)$/.test(text))
      weaken(manner, negated ? "refused" : "planned", text);
    else if (text === "would" || text === "'d" || text === "’d")
      weaken(manner, negated ? "refused" : hasCondition(tree, at) ? "conditional" : "planned", text);
    else if (/^(may|might)$/.test(text) || (text === "could" && !negated)) weaken(manner, "possible", text);
    else if (/^(should|must|ought)$/.test(text)) weaken(manner, text === "must" ? "demanded" : "proposed", text);
    if (negated && /^(will|wo|would|'d|’d|'ll|’ll)$/.test(text)) consumeNegation(manner);
  }
  for (const adverb of childrenOn(tree, at, "advmod")) {
    if (
      /^(reportedly|allegedly|possibly|perhaps|probably|purportedly|supposedly|likely)$/.test(
        tree.tokens[adverb]!.text.toLowerCase(),
      )
    ) {
      weaken(manner, "possible", tree.tokens[adverb]!.text);
    }
  }
}

/** "would not join": the refusal holds the negation; it is not counted twice. */
function consumeNegation(manner: Manner): void {
  manner.polarity = manner.polarity === "affirmed" ? "negated" : "affirmed";
}

const negatives = /^(not|n't|n’t|never|neither|nor|no longer|hardly|scarcely)$/;

export function isNegated(tree: Tree, at: number): boolean {
  if (childrenOn(tree, at, "neg").length % 2 === 1) return true;
  if (
    childrenOn(tree, at, "advmod", "cc:preconj", "cc").some(
      (child) => negatives.test(tree.tokens[child]!.text.toLowerCase()) && child < at,
    )
  )
    return true;
  const marked = childrenOn(tree, at, "mark", "case").some(
    (mark) => tree.tokens[mark]!.text.toLowerCase() === "without",
  );
  if (marked || /^(far from|instead of|rather than)$/.test(wordsBefore(tree, at))) return true;
  return childrenOn(tree, at, "nsubj", "nsubjpass", "dobj", "det").some((child) => isNone(tree, child));
}

/** The two words before a token, for "far from withdrawing" and its like. */
const wordsBefore = (tree: Tree, at: number): string =>
  tree.tokens
    .slice(Math.max(0, at - 2), at)
    .map((token) => token.text.toLowerCase())
    .join(" ");

/** "neither group", "no party", "none of them". */
function isNone(tree: Tree, at: number): boolean {
  const word = tree.tokens[at]!.text.toLowerCase();
  if (/^(none|nobody|neither|nothing)$/.test(word)) return true;
  if (word === "no" && tree.tokens[at]!.deprel === "det") return false;
  return childrenOn(tree, at, "det", "neg", "cc:preconj", "cc").some(
    (child) => child < at && /^(no|neither|not)$/.test(tree.tokens[child]!.text.toLowerCase()),
  );
}

function hasCondition(tree: Tree, at: number): boolean {
  const marks = childrenOn(tree, at, "mark").map((mark) => tree.tokens[mark]!.text.toLowerCase());
  if (marks.some((mark) => /^(if|unless|provided|whether)$/.test(mark))) return true;
  if (childrenOn(tree, at, "mark").some((mark) => tree.tokens[mark - 1]?.text.toLowerCase() === "condition"))
    return true;
  return childrenOn(tree, at, "advcl").some((child) =>
    childrenOn(tree, child, "mark").some((mark) => /^(if|unless)$/.test(tree.tokens[mark]!.text.toLowerCase())),
  );
}
