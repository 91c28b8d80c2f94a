import type { Operators } from "../predicates/operators.ts";
import {
  caseOf,
  childOn,
  childrenOn,
  conjuncts,
  isGerundNoun,
  isNoun,
  isPassive,
  isVerb,
  type Tree,
  verbOverObject,
} from "../tree.ts";

/**
 * Tokens that stand on an arc of a predicate, coordination spelt out. Arcs are those of the predicate lexicon:
 * `subj`, `obj`, `iobj`, `poss`, `mod`, `comp`, or a preposition. Empty when nothing stands there.
 */
export function argumentsOn(tree: Tree, at: number, arc: string, operators: Operators): number[] {
  const heads =
    isVerb(tree.tokens[at]!) && !isGerundNoun(tree, at)
      ? verbArgument(tree, at, arc, operators)
      : nounArgument(tree, at, arc, operators);
  return heads
    .flatMap((head) => conjuncts(tree, head))
    .filter((head, index, all) => all.indexOf(head) === index && head !== at);
}

function verbArgument(tree: Tree, at: number, arc: string, operators: Operators): number[] {
  if (arc === "subj") return isPassive(tree, at) ? agentOfPassive(tree, at) : subjectOf(tree, at, operators);
  if (arc === "obj") return objectOf(tree, at, operators);
  if (arc === "iobj") return indirectObject(tree, at);
  if (arc === "comp") return complementOf(tree, at);
  if (arc === "poss" || arc === "mod") return [];
  return prepositional(tree, at, arc);
}

/** The doer of an active verb, found through control, coordination and relative clauses where it is not written. */
export function subjectOf(tree: Tree, at: number, operators: Operators, depth = 0): number[] {
  if (depth > 8) return [];
  const own = childrenOn(tree, at, "nsubj");
  if (own.length > 0) return isRelative(tree, own[0]!) ? antecedent(tree, at) : own;
  if (isPassive(tree, at)) {
    const passive = childOn(tree, at, "nsubjpass");
    if (passive !== null) return isRelative(tree, passive) ? antecedent(tree, at) : [passive];
  }
  const token = tree.tokens[at]!;
  if (token.head < 0) return [];
  if (token.deprel === "conj")
    return isVerb(tree.tokens[token.head]!) ? subjectOf(tree, token.head, operators, depth + 1) : [];
  if (token.deprel === "acl") return nounOfClause(tree, at, operators, depth);
  if (token.deprel === "acl:relcl") return antecedent(tree, at);
  if (/^(xcomp|advcl|ccomp|dep|parataxis)$/.test(token.deprel))
    return controller(tree, at, token.head, operators, depth);
  return [];
}

/** "which", "who", "whose", and the "that" which stands for them. */
export const isRelative = (tree: Tree, at: number): boolean =>
  /^(WDT|WP|WP\$)$/.test(tree.tokens[at]!.pos) || (tree.tokens[at]!.lemma === "that" && tree.tokens[at]!.pos !== "DT");

/** The noun that a relative clause describes. */
export function antecedent(tree: Tree, at: number): number[] {
  let up = at;
  for (let steps = 0; steps < 6 && up >= 0; steps++) {
    const token = tree.tokens[up]!;
    if (token.deprel === "acl:relcl") return token.head >= 0 ? [token.head] : [];
    up = token.head;
  }
  return [];
}

/** "groups fighting the army": the noun acts. "its decision to leave": whoever decides. */
function nounOfClause(tree: Tree, at: number, operators: Operators, depth: number): number[] {
  const noun = tree.tokens[at]!.head;
  if (!isNoun(tree.tokens[noun]!)) return [noun];
  const over = verbOverObject(tree, at);
  if (
    over !== null &&
    !operators.has(tree.tokens[noun]!.lemma) &&
    operators.get(tree.tokens[over]!.lemma)?.some((operator) => operator.control === "obj")
  )
    return [noun];
  const infinitive = childrenOn(tree, at, "mark").some((mark) => tree.tokens[mark]!.lemma === "to");
  if (!infinitive && !operators.has(tree.tokens[noun]!.lemma)) return [noun];
  const holder = nounArgument(tree, noun, "poss", operators);
  if (holder.length > 0) return holder;
  const verb = tree.tokens[noun]!.head;
  if (verb >= 0 && isVerb(tree.tokens[verb]!) && /^(dobj|nsubjpass|xcomp)$/.test(tree.tokens[noun]!.deprel)) {
    return subjectOf(tree, verb, operators, depth + 1);
  }
  return infinitive && operators.has(tree.tokens[noun]!.lemma) ? prepositional(tree, noun, "by|of") : [noun];
}

/** Whose subject a governed verb takes: the object of "persuade them to", else the subject of "refused to". */
function controller(tree: Tree, at: number, governor: number, operators: Operators, depth: number): number[] {
  const head = tree.tokens[governor]!;
  if (isNoun(head)) return nounOfPredicate(tree, governor, operators);
  if (!isVerb(head)) return subjectOf(tree, governor, operators, depth + 1);
  const deprel = tree.tokens[at]!.deprel;
  const object = childOn(tree, governor, "dobj", "iobj") ?? childOn(tree, governor, "nsubjpass");
  const objectControl = operators.get(head.lemma)?.some((operator) => operator.control === "obj") ?? false;
  if (object !== null && objectControl && !isRelative(tree, object)) return [object];
  if (objectControl) {
    const target = prepositional(tree, governor, "on|upon|to");
    if (target.length > 0) return target;
  }
  if (deprel === "ccomp" && childrenOn(tree, at, "mark").length === 0 && object !== null && objectControl)
    return [object];
  return subjectOf(tree, governor, operators, depth + 1);
}

function nounOfPredicate(tree: Tree, noun: number, operators: Operators): number[] {
  const subject = childOn(tree, noun, "nsubj");
  if (subject !== null) return [subject];
  return nounArgument(tree, noun, "poss", operators);
}

function agentOfPassive(tree: Tree, at: number): number[] {
  return childrenOn(tree, at, "nmod", "nmod:agent").filter((child) => caseOf(tree, child) === "by");
}

function objectOf(tree: Tree, at: number, operators: Operators): number[] {
  const token = tree.tokens[at]!;
  if (isPassive(tree, at)) {
    const subject = childOn(tree, at, "nsubjpass");
    if (subject !== null) return isRelative(tree, subject) ? antecedent(tree, at) : [subject];
    if (token.deprel === "acl") return [besideParticiple(tree, at) ?? token.head];
    if (token.deprel === "conj" && token.head >= 0) return objectOf(tree, token.head, operators);
    return subjectOf(tree, at, operators);
  }
  const own = childOn(tree, at, "dobj");
  if (own !== null) return isRelative(tree, own) ? antecedent(tree, at) : [own];
  // "the town that the rebels seized": the gap is the object when the clause has a subject of its own.
  if (token.deprel === "acl:relcl") {
    const subject = childOn(tree, at, "nsubj");
    if (subject !== null && !isRelative(tree, subject)) return antecedent(tree, at);
  }
  // "attacked and seized the town": a coordinated verb shares an object that only the last one writes.
  const shared = childrenOn(tree, at, "conj")
    .filter((child) => isVerb(tree.tokens[child]!))
    .flatMap((child) => childrenOn(tree, child, "dobj"));
  return shared.slice(0, 1);
}

/** "the flight of groups backed by X": the noun right before a participle is the one described, whatever the tree says. */
function besideParticiple(tree: Tree, at: number): number | null {
  return at > 0 && isNoun(tree.tokens[at - 1]!) ? at - 1 : null;
}

function indirectObject(tree: Tree, at: number): number[] {
  const own = childrenOn(tree, at, "iobj");
  if (own.length > 0) return own;
  const objects = childrenOn(tree, at, "dobj");
  return objects.length > 1 ? [objects[0]!] : [];
}

function complementOf(tree: Tree, at: number): number[] {
  const nominal = childrenOn(tree, at, "xcomp", "dep").filter((child) => isNoun(tree.tokens[child]!));
  if (nominal.length > 0) return nominal;
  const objects = childrenOn(tree, at, "dobj");
  return objects.length > 1 || isPassive(tree, at) ? objects.slice(-1) : [];
}

/** Nouns after a preposition (several may be given as "on|against"), on the word itself or on its object. */
function prepositional(tree: Tree, at: number, prepositions: string): number[] {
  const wanted = prepositions.split("|");
  const nouns = childrenOn(tree, at, "nmod", "nmod:tmod", "dep", "advcl", "nmod:npmod").filter((child) =>
    wanted.some((word) => matchesCase(caseOf(tree, child) || markOf(tree, child), word)),
  );
  if (nouns.length > 0) return nouns.flatMap((noun) => (isRelative(tree, noun) ? describedBy(tree, noun) : [noun]));
  if (!isVerb(tree.tokens[at]!)) return [];
  // "a deal with X" hangs sometimes from the object, sometimes from the verb.
  return childrenOn(tree, at, "dobj", "nsubjpass", "xcomp").flatMap((object) =>
    isVerb(tree.tokens[object]!) ? [] : prepositional(tree, object, prepositions),
  );
}

/** "the Order, to which it swore loyalty": the noun right before the preposition, whatever the clause hangs from in the tree. */
function describedBy(tree: Tree, pronoun: number): number[] {
  const preposition = childOn(tree, pronoun, "case") ?? pronoun;
  const before = preposition - (tree.tokens[preposition - 1]?.text === "," ? 2 : 1);
  return before >= 0 && isNoun(tree.tokens[before]!) ? [before] : antecedent(tree, pronoun);
}

function markOf(tree: Tree, at: number): string {
  return isNoun(tree.tokens[at]!)
    ? childrenOn(tree, at, "mark")
        .map((mark) => tree.tokens[mark]!.text.toLowerCase())
        .join(" ")
    : "";
}

const matchesCase = (found: string, wanted: string): boolean =>
  found === wanted || found.endsWith(` ${wanted}`) || found.startsWith(`${wanted} `);

function nounArgument(tree: Tree, at: number, arc: string, operators: Operators): number[] {
  if (arc === "subj") return copulaSubject(tree, at, operators);
  if (arc === "poss") return childrenOn(tree, at, "nmod:poss");
  if (arc === "mod") return childrenOn(tree, at, "amod", "compound");
  if (arc === "gov") return governingSubject(tree, at, operators);
  if (arc === "cop") return childOn(tree, at, "cop") === null ? [] : copulaSubject(tree, at, operators);
  if (arc === "comp" || arc === "obj") return [];
  const own = prepositional(tree, at, arc);
  if (own.length > 0) return own;
  // "the merger of A with B": the second phrase often hangs from the first.
  const nested =
    arc === "with" || arc === "into"
      ? prepositional(tree, at, "of|between").flatMap((child) => prepositional(tree, child, arc))
      : [];
  if (nested.length > 0) return nested;
  // "Clashes erupted between A and B", "reached a truce with C": the phrase may hang from the verb.
  const token = tree.tokens[at]!;
  const verb = token.head;
  if (verb < 0 || !isVerb(tree.tokens[verb]!) || !/^(nsubj|nsubjpass|dobj|nmod)$/.test(token.deprel)) return [];
  return prepositional(tree, verb, arc).filter((noun) => noun !== at);
}

/** "flew to Moscow for talks with B", "had a meeting with B": the subject of the verb that the noun hangs from. */
function governingSubject(tree: Tree, at: number, operators: Operators): number[] {
  const { head, deprel } = tree.tokens[at]!;
  if (head < 0 || !isVerb(tree.tokens[head]!) || !/^(dobj|nmod|xcomp)$/.test(deprel)) return [];
  if (deprel === "nmod" && !/^(for|in|during|at|after|into)$/.test(caseOf(tree, at))) return [];
  return isPassive(tree, head) ? [] : subjectOf(tree, head, operators);
}

/** "A is an ally of B", "A, an ally of B": what a predicate noun or adjective is said of. */
function copulaSubject(tree: Tree, at: number, operators: Operators): number[] {
  const subject = childOn(tree, at, "nsubj", "nsubjpass");
  if (subject !== null) return isRelative(tree, subject) ? antecedent(tree, at) : [subject];
  const token = tree.tokens[at]!;
  if (token.head < 0) return [];
  const head = tree.tokens[token.head]!;
  if (token.deprel === "appos") return [token.head];
  if (token.deprel === "amod" && isNoun(head)) return [token.head];
  if (token.deprel === "acl:relcl") return [token.head];
  if (token.deprel === "conj") return copulaSubject(tree, token.head, operators);
  if (token.deprel === "xcomp" || token.deprel === "acl" || token.deprel === "ccomp" || token.deprel === "advcl") {
    return isVerb(head) ? subjectOf(tree, token.head, operators) : [token.head];
  }
  const appositives = childrenOn(tree, at, "appos");
  return appositives.length > 0 ? appositives.slice(0, 1) : [];
}
