import type { Actor, CountriesOfActor, CountryCode, Decision } from "../terms/index.ts";
import { Clusters } from "./clusters.ts";
import { decidedPairs } from "./decided-pairs.ts";
import { knownNames } from "./known-actors.ts";
import { nameKey } from "./name-key.ts";
import { type Sort, sortOf } from "./name-sets.ts";

/** The countries of an actor: as people last decided for one of its names, else as our lists say of its names; null where nobody says anything. */
export function countriesOf({ name, names, kind }: Actor, decisions: readonly Decision[]): CountriesOfActor | null {
  const keys = new Set([name, ...names].map(nameKey));
  const said = decidedCountries(decisions);
  const decided = [...keys].flatMap((key) => said(key) ?? []).sort((one, other) => other.at - one.at)[0];
  if (decided !== undefined) return { codes: [...decided.codes], source: decided.id };
  const listed = [...keys].flatMap((key) => knownCountries(key, sortOf(kind)) ?? []);
  if (listed.length === 0) return null;
  return { codes: [...new Set(listed.flatMap(({ codes }) => codes))].sort(), source: `lexicons/${listed[0]!.list}` };
}

/** The countries that a name by itself is known to belong to; none where the name may be that of several actors. */
export function countriesOfNames(
  decisions: readonly Decision[],
): (name: { key: string; sort: Sort }) => readonly CountryCode[] {
  const said = decidedCountries(decisions);
  return ({ key, sort }) => said(key)?.codes ?? knownCountries(key, sort)?.codes ?? [];
}

/** Whether two are at home in different countries; not where of one of them no country is known. */
export const countriesDiffer = (one: readonly CountryCode[], other: readonly CountryCode[]): boolean =>
  one.length > 0 && other.length > 0 && !countriesShared(one, other);

export const countriesShared = (one: readonly CountryCode[], other: readonly CountryCode[]): boolean =>
  one.some((code) => other.includes(code));

function knownCountries(key: string, sort: Sort): { codes: readonly CountryCode[]; list: string } | null {
  const known = knownNames().get(key);
  if (known === undefined || known.countries.length === 0 || sortOf(known.kind) !== sort) return null;
  return { codes: known.countries, list: known.list };
}

interface Decided {
  id: string;
  codes: readonly CountryCode[];
  /** Which place it has among the decisions: a later one counts. */
  at: number;
}

/** What was last decided on a name, or on one that was decided to be the same. */
function decidedCountries(decisions: readonly Decision[]): (key: string) => Decided | undefined {
  const ofKey = new Map<string, Decided>();
  for (const [at, { id, ruling }] of decisions.entries())
    if (ruling.kind === "countries") ofKey.set(nameKey(ruling.actor), { id, codes: ruling.countries, at });
  if (ofKey.size === 0) return () => undefined;
  const groupOf = namesDecidedSame(decisions);
  const ofGroup = new Map<number | string, Decided>();
  for (const [key, decided] of ofKey) {
    const group = groupOf(key);
    if ((ofGroup.get(group)?.at ?? -1) < decided.at) ofGroup.set(group, decided);
  }
  return (key) => ofGroup.get(groupOf(key));
}

/** Folded name → the same number for all names that people decided to be the same; itself where they decided nothing. */
function namesDecidedSame(decisions: readonly Decision[]): (key: string) => number | string {
  const pairs = decidedPairs(decisions).filter(({ same }) => same);
  const numbers = new Map([...new Set(pairs.flatMap(({ a, b }) => [a, b]))].map((key, at) => [key, at]));
  const clusters = new Clusters(numbers.size);
  for (const { a, b } of pairs) clusters.join(numbers.get(a)!, numbers.get(b)!);
  return (key) => {
    const number = numbers.get(key);
    return number === undefined ? key : clusters.of(number);
  };
}
