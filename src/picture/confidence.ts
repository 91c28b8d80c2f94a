import { type Confidence, counted } from "../terms/index.ts";
import { reliabilityOf } from "./grades.ts";
import type { PlacedClaim } from "./scene.ts";

/** How far an origin nobody has graded is believed: between Admiralty C, "fairly reliable", and D. */
const ungraded = 0.7;

/** ICD 203's words for a probability: up to this figure, this word. */
const icd203: readonly [number, string][] = [
  [0.05, "almost no chance"],
  [0.2, "very unlikely"],
  [0.45, "unlikely"],
  [0.55, "roughly even chance"],
  [0.8, "likely"],
  [0.95, "very likely"],
  [1, "almost certain"],
];

/**
 * How sure a tie is. Origins are taken for independent and combined by noisy-or (Pearl 1988): each leaves the chance
 * that it is wrong, 1 − its reliability (0.7 when nobody graded it) × how far its best claim is believed. Contrary accounts,
 * combined in the same way, take away up to half.
 */
export function confidenceOf(support: readonly PlacedClaim[], contrary: readonly PlacedClaim[]): Confidence {
  const forIt = testimonies(support);
  const against = testimonies(contrary);
  const value = round(noisyOr(forIt) * (1 - noisyOr(against) / 2));
  return { value, words: wordsFor(value), because: reasons(support, contrary) };
}

export function wordsFor(value: number): string {
  return icd203.find(([upTo]) => value <= upTo)![1];
}

/** For each origin, how far the best that it says is believed. */
function testimonies(claims: readonly PlacedClaim[]): number[] {
  const best = new Map<string, number>();
  for (const { origin, credence } of claims) {
    const believed = (origin.reliability === null ? ungraded : reliabilityOf[origin.reliability]) * credence;
    best.set(origin.key, Math.max(best.get(origin.key) ?? 0, believed));
  }
  return [...best.values()].sort((one, other) => one - other);
}

const noisyOr = (chances: readonly number[]): number => 1 - chances.reduce((doubt, chance) => doubt * (1 - chance), 1);

const round = (value: number): number => Math.round(value * 1000) / 1000;

function reasons(support: readonly PlacedClaim[], contrary: readonly PlacedClaim[]): string[] {
  const said = [
    `${counted(reportsIn(support), "report")}, ${counted(origins(support).length, "origin")}: ${list(origins(support))}`,
  ];
  if (contrary.length > 0) said.push(`said otherwise by ${list(origins(contrary))}`);
  const own = support.filter(isOfParty);
  if (own.length === support.length) said.push(`asserted only by a party to it: ${list(origins(own))}`);
  const grades = [...support, ...contrary].filter(({ origin }) => origin.reliability !== null);
  const graded = [...new Set(grades.map(({ origin }) => `${origin.name} is graded ${origin.reliability}`))].sort();
  if (graded.length > 0) said.push(list(graded));
  if (support.some((claim) => claim.graded !== null)) said.push("the credibility of its claims was graded");
  if (support.every(({ at }) => at.end === null)) said.push("no report gives a date");
  const weakest = Math.max(...support.map(({ row }) => row.confidence));
  if (weakest < 0.6) said.push(`the reading itself is unsure (${weakest.toFixed(2)} at best)`);
  return said;
}

function isOfParty({ agents, patients, origin }: PlacedClaim): boolean {
  return origin.actor !== null && (agents.includes(origin.actor) || patients.includes(origin.actor));
}

const origins = (claims: readonly PlacedClaim[]): string[] =>
  [...new Map(claims.map(({ origin }) => [origin.key, origin.name])).values()].sort();

export const reportsIn = (claims: readonly PlacedClaim[]): number =>
  new Set(claims.map(({ report }) => report.id)).size;
export const originsIn = (claims: readonly PlacedClaim[]): number =>
  new Set(claims.map(({ origin }) => origin.key)).size;

/** Five names say enough; the claims name the rest. */
function list(names: readonly string[]): string {
  return names.length <= 5 ? names.join(", ") : `${names.slice(0, 5).join(", ")} and ${names.length - 5} more`;
}
