import { type ActorId, isSymmetric, isTie, type Reach, type TieRelation, tieEffects } from "../terms/index.ts";
import { isNamed, type PlacedClaim, type Scene } from "./scene.ts";

/** What one claim does to one tie. */
export interface Step {
  claim: PlacedClaim;
  tie: TieRelation;
  a: ActorId;
  b: ActorId;
  effect: "begins" | "ends" | "supports" | "against" | "against its end";
  /** The line of the event calculus, in words: "clash begins enemy". */
  rule: string;
}

/** A tie's name: the relation and its two actors, in one order where the relation is symmetric. */
export function tieKey(tie: TieRelation, a: ActorId, b: ActorId): string {
  return isSymmetric(tie) && b < a ? `${tie} ${b} ${a}` : `${tie} ${a} ${b}`;
}

const stepsOfScenes = new WeakMap<Scene, Map<string, Step[]>>();

/** All steps of a scene, by tie. Effects on ties of third parties ("others lose the place") are among them. */
export function stepsByTie(scene: Scene): ReadonlyMap<string, readonly Step[]> {
  const steps = stepsOfScenes.get(scene) ?? collectSteps(scene, patternsOfClaims(scene));
  stepsOfScenes.set(scene, steps);
  return steps;
}

/**
 * The steps of those ties that anything says to hold; not kept. A break ends four sorts of tie, most of which never were: in
 * a picture nothing comes of their steps. `isWanted` leaves out more.
 */
export function stepsOfSupported(
  scene: Scene,
  isWanted: (tie: Pattern) => boolean = () => true,
): ReadonlyMap<string, readonly Step[]> {
  const patterns = patternsOfClaims(scene);
  const supported = new Set<string>();
  for (const own of new Set(patterns))
    for (const pattern of own) if (isSupport(pattern) && isWanted(pattern)) supported.add(pattern.key);
  return collectSteps(scene, patterns, supported);
}

/** What every claim that says the same does. */
export type Pattern = Omit<Step, "claim"> & { key: string };

/** What each claim does, in their order. */
function patternsOfClaims(scene: Scene): (readonly Pattern[])[] {
  const known = new Map<object, readonly Pattern[]>();
  return scene.claims.map((claim) => {
    const own = (claim.saying === null ? undefined : known.get(claim.saying)) ?? patternsOf(claim, scene);
    if (claim.saying !== null) known.set(claim.saying, own);
    return own;
  });
}

const patternsOf = (claim: PlacedClaim, scene: Scene): Pattern[] =>
  directSteps(claim, scene).map(({ tie, a, b, effect, rule }) => ({ tie, a, b, effect, rule, key: tieKey(tie, a, b) }));

export const isSupport = ({ effect }: Pick<Step, "effect">): boolean => effect === "begins" || effect === "supports";

function collectSteps(
  scene: Scene,
  patterns: readonly (readonly Pattern[])[],
  wanted: ReadonlySet<string> | null = null,
): Map<string, Step[]> {
  const byTie = new Map<string, Step[]>();
  for (const [at, claim] of scene.claims.entries())
    for (const { tie, a, b, effect, rule, key } of patterns[at]!) {
      if (wanted !== null && !wanted.has(key)) continue;
      const step: Step = { claim, tie, a, b, effect, rule };
      const steps = byTie.get(key);
      if (steps === undefined) byTie.set(key, [step]);
      else steps.push(step);
    }
  const known = [...byTie.values()].map((own) => own[0]!);
  const holdersOf = Map.groupBy(
    known.filter(({ tie }) => tie === "holds"),
    ({ b }) => b,
  );
  const ledBy = Map.groupBy(
    known.filter(({ tie }) => tie === "leads"),
    ({ a }) => a,
  );
  for (const claim of scene.claims)
    for (const step of [...placesLost(claim, holdersOf, scene), ...leadersKilled(claim, ledBy)])
      byTie.get(tieKey(step.tie, step.a, step.b))!.push(step);
  return byTie;
}

function directSteps(claim: PlacedClaim, scene: Scene): Step[] {
  const { row, weight } = claim;
  if (weight === "neither") return [];
  if (isTie(row.relation)) return stateSteps(claim, row.relation);
  return (tieEffects[row.relation] ?? []).flatMap(({ does, tie, reach }) =>
    pairsWithin(claim, scene, reach).map(([a, b]): Step => {
      const effect = weight === "for" ? does : does === "begins" ? "against" : "against its end";
      const rule = `${weight === "for" ? "" : "no "}${row.relation} ${does} ${tie}`;
      return { claim, tie, a, b, effect, rule };
    }),
  );
}

function stateSteps(claim: PlacedClaim, tie: TieRelation): Step[] {
  const until = claim.row.time?.of === "until";
  const pairs = isSymmetric(tie) ? eachOther(claim) : across(claim.agents, claim.patients);
  return pairs.map(([a, b]) => {
    if (claim.weight === "against") return { claim, tie, a, b, effect: "against", rule: `said not to be ${tie}` };
    if (until) return { claim, tie, a, b, effect: "ends", rule: `${tie} is said to have lasted until then` };
    return { claim, tie, a, b, effect: "supports", rule: `${tie} is said to hold` };
  });
}

function pairsWithin(claim: PlacedClaim, scene: Scene, reach: Reach): [ActorId, ActorId][] {
  const alliance = allianceOf(claim, scene);
  switch (reach) {
    case "agents to patients":
      return across(claim.agents, claim.patients);
    case "patients to agents":
      return across(claim.patients, claim.agents);
    case "agents into alliance":
      return alliance === null ? [] : across(claim.agents, [alliance]);
    case "each other":
      return eachOther(claim);
    case "all parties":
      return pairsOf(alliance === null ? [...new Set([...claim.agents, ...claim.patients])] : claim.agents);
    default:
      return [];
  }
}

/** With a single patient that is an alliance, those who unite become its members. */
function allianceOf({ row, agents, patients }: PlacedClaim, { actors }: Scene): ActorId | null {
  const [only] = patients;
  if (row.relation !== "unite" || only === undefined || patients.length > 1 || agents.includes(only)) return null;
  return actors.get(only)?.kind === "alliance" ? only : null;
}

function eachOther({ agents, patients }: PlacedClaim): [ActorId, ActorId][] {
  // "A and B fought C" makes no enemies of A and B: sides stand against each other where both are named.
  return agents.length > 0 && patients.length > 0 ? across(agents, patients) : pairsOf([...agents, ...patients]);
}

function across(agents: readonly ActorId[], patients: readonly ActorId[]): [ActorId, ActorId][] {
  return agents.flatMap((a) => patients.filter((b) => b !== a).map((b): [ActorId, ActorId] => [a, b]));
}

function pairsOf(parties: readonly ActorId[]): [ActorId, ActorId][] {
  return parties.flatMap((a, at) => parties.slice(at + 1).map((b): [ActorId, ActorId] => [a, b]));
}

/** Ties by one of their parties, each shown by any of its steps. */
type Known = ReadonlyMap<ActorId, readonly Step[]>;

/** Whoever else was known to hold a place loses it to who takes it. */
function placesLost(claim: PlacedClaim, holdersOf: Known, { actors }: Scene): Step[] {
  if (claim.row.relation !== "seize" || claim.weight !== "for") return [];
  // "The army", where no name says whose, may be the very one that holds it.
  if (!claim.agents.some((id) => isNamed(actors.get(id)))) return [];
  const held = claim.patients.flatMap((place) => holdersOf.get(place) ?? []);
  return held
    .filter(({ a }) => !claim.agents.includes(a))
    .map(({ a, b }) => ({ claim, tie: "holds", a, b, effect: "ends", rule: "seize by another ends holds" }));
}

function leadersKilled(claim: PlacedClaim, ledBy: Known): Step[] {
  if (claim.row.relation !== "kill" || claim.weight !== "for") return [];
  return claim.patients
    .flatMap((leader) => ledBy.get(leader) ?? [])
    .map(({ a, b }) => ({ claim, tie: "leads", a, b, effect: "ends", rule: "kill ends leads" }));
}
