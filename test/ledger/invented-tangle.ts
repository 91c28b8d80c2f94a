import { chances } from "../../bench/chances.ts";
import type { Reading, Relation, Ruling } from "../../src/terms/index.ts";
import { type InventedClaim, inventReading } from "./invented-reading.ts";

const groups = ["Falcon Army", "River Battalions", "Mizan Order", "Jaysh al-Saqr", "Jeish as-Saqr", "Shield Front"];
const others = ["Haradan Shield Front", "Nine Valleys Concord", "the army", "The army", "some residents", "anyone"];
const people = ["Nasir Lam", "Faris Odeh", "Idris Lam", "Lam"];
const places = ["Tolmar", "Kirumba"];
const relations: readonly Relation[] = [
  ...(["unite", "join", "leave", "break", "pledge", "aid", "rename", "truce", "meet", "clash", "attack"] as const),
  ...(["seize", "withdraw", "kill", "coerce", "accuse", "ally", "member", "leads", "leads", "holds", "alias"] as const),
];
const outlets = ["Meridian", "Courier", "Wadi", "Falcon Army"];

/** A ledger in which everything happens that answers depend on: leaders, places, voices, copies, undated and unnamed. */
export function inventTangle(seed: number): { parts: Reading[][]; rulings: Ruling[][] } {
  const chance = chances(seed);
  // Drawn apart, so that what else a seed gives stays what it was.
  const doubt = chances(seed + 1);
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
  const day = (): string => `2031-0${1 + Math.floor(chance() * 6)}-${10 + Math.floor(chance() * 18)}`;
  const party = (relation: Relation, isAgent: boolean): string => {
    if ((relation === "leads" && isAgent) || (relation === "kill" && !isAgent)) return one(people);
    if ((relation === "holds" || relation === "seize") && !isAgent) return one(places);
    return chance() < 0.75 ? one(groups) : one([...others, ...people, ...places]);
  };
  const claim = (): InventedClaim => {
    const relation = one(relations);
    const modality = chance() < 0.8 ? "actual" : one(["denied", "refused", "planned", "proposed"] as const);
    const agents = Array.from({ length: chance() < 0.15 ? 2 : 1 }, () => party(relation, true));
    const patients = Array.from({ length: chance() < 0.15 ? 0 : chance() < 0.15 ? 2 : 1 }, () =>
      party(relation, false),
    );
    const voices = chance() < 0.3 ? [{ name: one([...groups, ...people, "four residents", "Meridian"]) }] : [];
    const polarity = chance() < 0.85 ? "affirmed" : "negated";
    const on = chance() < 0.6 ? { on: day() } : {};
    const confidence = doubt() < 0.12 ? 0.2 : 0.9;
    return { relation, agents, patients, voices, modality, polarity, confidence, ...on };
  };
  let number = 0;
  const report = (): Reading => {
    number += 1;
    const published = chance() < 0.85 ? day() : chance() < 0.5 ? "2031-03" : null;
    const claims = Array.from({ length: 1 + Math.floor(chance() * 5) }, claim);
    return inventReading(`${seed}-${number}`, { published, publisher: one(outlets) }, claims);
  };
  const parts = [14, 1, 5].map((size) => Array.from({ length: size }, report));
  const copied = parts[0]![3]!;
  const copy = inventReading(`${seed}-copy`, { published: "2031-01-02", publisher: "Wadi" }, []);
  parts[2]!.push({
    ...copied,
    report: { ...copied.report, id: copy.report.id, published: "2031-01-02", publisher: "Wadi" },
  });
  const rulings: Ruling[][] = [
    [],
    [
      { kind: "same", a: "Falcon Army", b: "Mizan Order" },
      { kind: "reliability", source: "Courier", grade: "E" },
      { kind: "countries", actor: "Jaysh al-Saqr", countries: ["ML"] },
      { kind: "countries", actor: "Jeish as-Saqr", countries: ["NE"] },
    ],
    [
      { kind: "apart", name: "Falcon Army", report: copied.report.id, as: "Falcon Army of the Coast" },
      { kind: "rename", actor: "River Battalions", to: "Battalions of the River" },
      { kind: "retype", actor: "Tolmar", to: seed % 2 === 0 ? "alliance" : "person" },
      seed % 2 === 0
        ? {
            kind: "correct",
            claim: "c:",
            correction: { relation: "join", agents: ["Newcomer Guard"], patients: ["Tolmar"] },
          }
        : { kind: "reject", claim: "c:" },
      { kind: "credibility", claim: "c:", grade: 5 },
    ],
  ];
  return { parts, rulings };
}
