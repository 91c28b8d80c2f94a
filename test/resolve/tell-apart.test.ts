import { expect, test } from "vitest";
import { resolveHoldings } from "../../src/resolve/resolve-holdings.ts";
import { tellApart } from "../../src/resolve/tell-apart.ts";
import { type Decision, type Holdings, type LocalActor, localKey, type Ruling } from "../../src/terms/index.ts";

const report = (digit: string): string => `sha256:${digit.repeat(64)}`;
const [one, two, three] = [report("1"), report("2"), report("3")];
const person = (where: string, ...names: string[]): LocalActor => ({
  ...{ report: where, actor: "a1", type: "person", names, described: [] },
});
const decided = (...rulings: Ruling[]): Decision[] =>
  rulings.map((ruling, at) => ({
    ...{ id: `x:${at}`, ruling, by: "ana", because: null, recorded: `2031-02-0${at + 1}T00:00:00.000Z` },
  }));
const holdings = (...rulings: Ruling[]): Holdings => ({
  reports: [],
  texts: new Map(),
  claims: [],
  actors: [person(one, "Omar Sule"), person(two, "Omar Sule", "Sule"), person(three, "Omar Sule")],
  decisions: decided(...rulings),
});
const apart: Ruling = { kind: "apart", name: "Omar Sule", report: two, as: "Omar Sule of Tarn" };

test("two people of one name are one until somebody tells them apart, and then two, each with its reports", () => {
  const whole = resolveHoldings(holdings());
  expect(new Set(whole.idOf.values()).size).toBe(1);
  const { idOf, actors } = resolveHoldings(holdings(apart));
  expect(idOf.get(localKey(one, "a1"))).toBe(idOf.get(localKey(three, "a1")));
  expect(idOf.get(localKey(two, "a1"))).not.toBe(idOf.get(localKey(one, "a1")));
  expect(actors.map(({ name }) => name).sort()).toEqual(["Omar Sule", "Omar Sule of Tarn"]);
});

test("what was told apart is one again when the decision is undone, or when the two names are decided to be the same", () => {
  const undone = resolveHoldings(holdings(apart, { kind: "undo", decision: "x:0" }));
  expect(new Set(undone.idOf.values()).size).toBe(1);
  const same = resolveHoldings(holdings(apart, { kind: "same", a: "Omar Sule", b: "Omar Sule of Tarn" }));
  expect(new Set(same.idOf.values()).size).toBe(1);
});

test("the name is known however it is written, and another report's is left alone", () => {
  const shouted = decided({ ...apart, name: "OMAR SULE" } as Ruling);
  const actors = [person(one, "Omar Sule"), person(two, "Omar Sule")];
  expect(tellApart(actors, shouted).map(({ names }) => names)).toEqual([["Omar Sule"], ["Omar Sule of Tarn"]]);
  expect(tellApart(actors, [])).toBe(actors);
});
