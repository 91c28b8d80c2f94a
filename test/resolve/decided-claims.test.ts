import { describe, expect, test } from "vitest";
import { applyNamings, applyVerdicts } from "../../src/resolve/decided-claims.ts";
import type { ClaimRow, Decision, LocalActor, Ruling } from "../../src/terms/index.ts";
import { Correction, decisionsInForce } from "../../src/terms/index.ts";

const claim: ClaimRow = {
  id: "c:1",
  report: "r",
  localId: "c1",
  relation: "clash",
  polarity: "affirmed",
  modality: "actual",
  agents: ["a1"],
  patients: ["a2"],
  time: null,
  place: null,
  voices: [],
  quote: "Falcon Army clashed with the Mizan Order",
  evidence: [[0, 40]],
  confidence: 0.4,
};
const actors: LocalActor[] = [
  { report: "r", actor: "a1", type: "group", names: ["Falcon Army"], described: [] },
  { report: "r", actor: "a2", type: "group", names: ["Mizan Order"], described: [] },
  { report: "s", actor: "a1", type: "state", names: ["Drenovia"], described: [] },
];
let number = 0;
const decide = (ruling: Ruling): Decision => {
  number += 1;
  return { id: `x:${number}`, ruling, by: "Ana", because: null, recorded: "2031-01-01T00:00:00.000Z" };
};

describe("what people decide of a claim", () => {
  test("a rejected claim makes no tie, and is kept as it was read", () => {
    const decided = applyVerdicts([claim], actors, [decide({ kind: "reject", claim: "c:1" })]);
    expect(decided.claims).toEqual([]);
    expect(decided.setAside).toEqual([claim]);
  });

  test("an accepted claim is as sure as the person who read it", () => {
    const { claims } = applyVerdicts([claim], actors, [decide({ kind: "accept", claim: "c:1" })]);
    expect(claims).toEqual([{ ...claim, confidence: 1 }]);
  });

  test("a correction changes what it names and leaves the rest", () => {
    const correction = { relation: "truce", time: { start: "2031-02-01", end: "2031-02-03", of: "event" } } as const;
    const { claims, setAside } = applyVerdicts([claim], actors, [
      decide({ kind: "correct", claim: "c:1", correction }),
    ]);
    expect(claims[0]).toMatchObject({ relation: "truce", agents: ["a1"], quote: claim.quote, confidence: 1 });
    expect(claims[0]!.time).toMatchObject({ edtf: "2031-02-01/2031-02-03", of: "event" });
    expect(setAside).toEqual([claim]);
  });

  test("a party that the report names is that actor; another becomes one, of the kind it is elsewhere", () => {
    const correction = { agents: ["falcon army"], patients: ["Drenovia"] };
    const decided = applyVerdicts([claim], actors, [decide({ kind: "correct", claim: "c:1", correction })]);
    expect(decided.claims[0]!.agents).toEqual(["a1"]);
    const brought = decided.actors.find(({ actor }) => actor === decided.claims[0]!.patients[0]);
    expect(brought).toMatchObject({ report: "r", names: ["Drenovia"], type: "state" });
  });

  test("the last decision on a claim counts", () => {
    const both = [decide({ kind: "reject", claim: "c:1" }), decide({ kind: "accept", claim: "c:1" })];
    expect(applyVerdicts([claim], actors, both).claims).toHaveLength(1);
    expect(applyVerdicts([claim], actors, both.toReversed()).claims).toHaveLength(0);
  });

  test("a correction that corrects nothing is none", () => {
    expect(Correction.safeParse({}).success).toBe(false);
  });
});

describe("undoing", () => {
  const rejection = decide({ kind: "reject", claim: "c:1" });
  const undoing = decide({ kind: "undo", decision: rejection.id });

  test("takes a decision out of force", () => {
    expect(decisionsInForce([rejection, undoing])).toEqual([]);
  });

  test("that is itself undone puts it back", () => {
    const again = decide({ kind: "undo", decision: undoing.id });
    expect(decisionsInForce([rejection, undoing, again])).toEqual([rejection]);
  });

  test("of one decision lets the one before it count again", () => {
    const before = decide({ kind: "accept", claim: "c:1" });
    const { claims } = applyVerdicts([claim], actors, decisionsInForce([before, rejection, undoing]));
    expect(claims).toHaveLength(1);
  });
});

test("an actor is shown under the name it was given, and keeps its other names", () => {
  const actor = { id: "a:1", name: "Falcon Army", kind: "group" as const, names: ["Falcon Army", "FA"] };
  const [renamed] = applyNamings([actor], [decide({ kind: "rename", actor: "fa", to: "Army of the Falcon" })]);
  expect(renamed).toMatchObject({ id: "a:1", name: "Army of the Falcon" });
  expect(renamed!.names).toContain("Falcon Army");
});

test("an actor is of the kind that was decided last, under any of its names", () => {
  const actor = { id: "a:1", name: "Falcon Army", kind: "person" as const, names: ["Falcon Army", "FA"] };
  const rulings = [
    decide({ kind: "retype", actor: "FA", to: "party" }),
    decide({ kind: "retype", actor: "fa", to: "alliance" }),
  ];
  expect(applyNamings([actor], rulings)).toEqual([{ ...actor, kind: "alliance" }]);
  expect(applyNamings([actor], [])).toEqual([actor]);
});
