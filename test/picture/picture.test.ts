import { describe, expect, test } from "vitest";
import { derivePicture } from "../../src/picture/derive-picture.ts";
import { explainTies } from "../../src/picture/explain-ties.ts";
import { findDisputes } from "../../src/picture/find-disputes.ts";
import type { Reading } from "../../src/terms/index.ts";
import { type InventedClaim, inventReading } from "../ledger/invented-reading.ts";
import { actorNamed, holdReadings } from "./hold-readings.ts";

const knownAt = "9999-12-31T23:59:59Z";
const [falcon, river, concord] = ["Falcon Army", "River Battalions", "Nine Valleys Concord"];
const report = (name: string, published: string | null, claims: InventedClaim[], publisher = name): Reading =>
  inventReading(name, { published, publisher }, claims);

/** The ties on a day, each in a few words. */
function tiesOn(
  readings: readonly Reading[],
  asOf: string,
  publishedBy: string | null = null,
  ended = false,
): string[] {
  const { ties, actors } = derivePicture(holdReadings(readings), { asOf, publishedBy, knownAt }, { ended });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return ties
    .map(({ relation, a, b, status }) =>
      ["ally", "enemy", "rival", "alias"].includes(relation)
        ? `${[name(a), name(b)].sort().join(` ${relation} `)}: ${status}`
        : `${name(a)} ${relation} ${name(b)}: ${status}`,
    )
    .sort();
}

const unite: InventedClaim = { relation: "unite", agents: [falcon, river], on: "2031-02-03" };
const founding = report("Meridian", "2031-02-03", [unite]);

describe("a tie", () => {
  test("is there from the day of what began it, and gone on the day of what ended it", () => {
    const clash = report("Courier", "2031-03-05", [{ relation: "clash", agents: [falcon, river], on: "2031-03-04" }]);
    const both = [founding, clash];
    expect(tiesOn(both, "2031-02-02")).toEqual([]);
    expect(tiesOn(both, "2031-02-03")).toEqual([`${falcon} ally ${river}: holds`]);
    expect(tiesOn(both, "2031-03-04")).toEqual([`${falcon} enemy ${river}: holds`]);
    expect(tiesOn(both, "2031-03-04", null, true)).toContain(`${falcon} ally ${river}: ended`);
  });

  test("is not known from a report that had not been published", () => {
    const later = report("Review", "2031-05-01", [
      { relation: "join", agents: [falcon], patients: [concord], on: "2031-02-08" },
    ]);
    expect(tiesOn([later], "2031-02-20")).toEqual([`${falcon} member ${concord}: holds`]);
    expect(tiesOn([later], "2031-02-20", "2031-02-20")).toEqual([]);
  });

  for (const modality of [
    "refused",
    "denied",
    "proposed",
    "demanded",
    "planned",
    "possible",
    "conditional",
    "attempted",
  ] as const)
    test(`is not made by what is ${modality}`, () => {
      expect(tiesOn([report("Meridian", "2031-02-03", [{ ...unite, modality }])], "2031-02-05")).toEqual([]);
    });

  test("is not made by a negation", () => {
    expect(tiesOn([report("Meridian", "2031-02-03", [{ ...unite, polarity: "negated" }])], "2031-02-05")).toEqual([]);
  });

  test("is disputed when another account denies it, and holds for whoever reads before the denial", () => {
    const denial = report("Wadi", "2031-02-05", [{ ...unite, modality: "denied", voices: [{ name: "Idris Lam" }] }]);
    expect(tiesOn([founding, denial], "2031-02-06")).toEqual([`${falcon} ally ${river}: disputed`]);
    expect(tiesOn([founding, denial], "2031-02-06", "2031-02-04")).toEqual([`${falcon} ally ${river}: holds`]);
  });

  test("is not disputed by who said that there was none yet", () => {
    const before = report("Wadi", "2031-01-05", [{ relation: "ally", agents: [falcon, river], polarity: "negated" }]);
    expect(tiesOn([before, founding], "2031-02-06")).toEqual([`${falcon} ally ${river}: holds`]);
  });

  test("fades when nothing has confirmed it for two years", () => {
    expect(tiesOn([founding], "2033-02-01")).toEqual([`${falcon} ally ${river}: holds`]);
    expect(tiesOn([founding], "2033-02-05")).toEqual([`${falcon} ally ${river}: faded`]);
  });

  test("that no report dates is shown without a date on every day", () => {
    const page = report("Page", null, [{ relation: "ally", agents: [falcon, river] }]);
    const [tie] = derivePicture(holdReadings([page]), { asOf: "1990-01-01", publishedBy: null, knownAt }).ties;
    expect(tie).toMatchObject({ relation: "ally", status: "holds", since: { edtf: null, start: null, end: null } });
    expect(tie!.confidence.because).toContain("no report gives a date");
  });

  test("is not begun again by a report that tells without a date how it began", () => {
    const left = report("Courier", "2031-04-18", [
      { relation: "leave", agents: [falcon], patients: [concord], on: "2031-04-17" },
    ]);
    const joined = report("Meridian", "2031-02-08", [
      { relation: "join", agents: [falcon], patients: [concord], on: "2031-02-08" },
    ]);
    const retold = report("Review", "2031-05-01", [{ relation: "join", agents: [falcon], patients: [concord] }]);
    expect(tiesOn([left, joined, retold], "2031-05-02")).toEqual([]);
  });

  test("to a place passes to whoever takes it", () => {
    const first = report("Meridian", "2031-02-03", [
      { relation: "seize", agents: [falcon], patients: ["Umm Shuqra"], on: "2031-02-03" },
    ]);
    const next = report("Courier", "2031-03-03", [
      { relation: "seize", agents: [river], patients: ["Umm Shuqra"], on: "2031-03-03" },
    ]);
    expect(tiesOn([next, first], "2031-03-03")).toEqual([`${river} holds Umm Shuqra: holds`]);
  });

  test("of a leader ends with the next one", () => {
    const former = report("Meridian", "2031-02-03", [
      { relation: "leads", agents: ["Nasir Dulwani"], patients: [falcon] },
    ]);
    const next = report("Courier", "2031-03-03", [
      { relation: "leads", agents: ["Faris Wadhani"], patients: [falcon] },
    ]);
    expect(tiesOn([next, former], "2031-02-10")).toEqual([`Nasir Dulwani leads ${falcon}: holds`]);
    expect(tiesOn([next, former], "2031-03-10")).toEqual([`Faris Wadhani leads ${falcon}: holds`]);
  });
});

describe("testimony", () => {
  const originsOf = (readings: readonly Reading[]) => {
    const [tie] = derivePicture(holdReadings(readings), { asOf: "2031-12-31", publishedBy: null, knownAt }).ties;
    return { reports: tie!.reports, origins: tie!.origins };
  };

  test("of two reports that cite one source is one", () => {
    const voices = [{ name: "Meridian Wire" }];
    const one = report("Courier", "2031-02-03", [{ ...unite, voices }]);
    const other = report("Wadi", "2031-02-04", [{ ...unite, voices }]);
    expect(originsOf([one, other])).toEqual({ reports: 2, origins: 1 });
  });

  test("of copies of one text is one, and that of two texts is two", () => {
    const story = ["Amber", "Basalt", "Cobalt", "Dune", "Ember", "Fjord"].map(
      (name): InventedClaim => ({ relation: "praise", agents: [`${name} Party`], patients: ["Grove Party"] }),
    );
    const said = (name: string, claims: InventedClaim[]) => ({
      ...inventReading("story", { published: "2031-02-03", publisher: name }, claims),
    });
    const under = (name: string) => {
      const reading = said(name, [unite, ...story]);
      return {
        ...reading,
        report: {
          ...reading.report,
          id: `${reading.report.id.slice(0, -name.length)}${"abcdef".repeat(3).slice(0, name.length)}`,
        },
      };
    };
    expect(originsOf([under("Wire"), under("Courier")])).toEqual({ reports: 2, origins: 1 });
    expect(originsOf([report("Wire", "2031-02-03", [unite]), report("Courier", "2031-02-03", [unite])])).toEqual({
      reports: 2,
      origins: 2,
    });
  });

  test("of more origins is surer, and of more copies is not", () => {
    const value = (readings: readonly Reading[]) =>
      derivePicture(holdReadings(readings), { asOf: "2031-12-31", publishedBy: null, knownAt }).ties[0]!.confidence
        .value;
    const cited = report("Wadi", "2031-02-04", [{ ...unite, voices: [{ name: "Meridian" }] }]);
    const own = report("Wadi", "2031-02-04", [unite]);
    const meridian = report("Gazette", "2031-02-03", [{ ...unite, voices: [{ name: "Meridian" }] }]);
    expect(value([meridian, cited])).toBe(value([meridian]));
    expect(value([meridian, own])).toBeGreaterThan(value([meridian]));
  });
});

describe("why", () => {
  const chain = [
    { name: "Fars Desk", stance: "reports" as const },
    { name: "Watan Daily", stance: "cites" as const },
  ];
  const told = report("Courier", "2031-02-03", [{ ...unite, voices: chain }]);
  const proposed = report("Wadi", "2031-01-03", [{ ...unite, modality: "proposed", on: "2031-01-02" }]);
  const holdings = holdReadings([told, proposed]);
  const { ties, steps } = explainTies(
    holdings,
    { asOf: "2031-03-01", publishedBy: null, knownAt },
    actorNamed(holdings, falcon).id,
    actorNamed(holdings, river).id,
  );

  test("names each voice of the chain, outermost first, behind the report and its publisher", () => {
    const begun = steps.find(({ effect }) => effect === "begins")!;
    expect(begun.voices.map(({ name, stance }) => [name, stance])).toEqual([
      ["Fars Desk", "reports"],
      ["Watan Daily", "cites"],
    ]);
    expect(begun.report).toMatchObject({ publisher: "Courier", published: "2031-02-03" });
    expect(begun.rule).toBe("unite begins ally");
  });

  test("quotes the sentence, and tells of the proposal that left all as it was", () => {
    expect(steps.map(({ effect }) => effect)).toEqual(["leaves as it is", "begins"]);
    expect(steps.every(({ quote }) => quote.includes(falcon) && quote.includes(river))).toBe(true);
    expect(ties).toHaveLength(1);
  });
});

describe("disputes", () => {
  const reasons = (readings: readonly Reading[]) =>
    findDisputes(holdReadings(readings), { asOf: "2031-12-31", publishedBy: null, knownAt }).disputes.map(
      ({ reason, sides }) => [reason, sides.length],
    );

  test("set a denial beside what it denies", () => {
    const denial = report("Wadi", "2031-02-05", [{ ...unite, modality: "denied", voices: [{ name: "Idris Lam" }] }]);
    expect(reasons([founding, denial])).toEqual([["polarity", 2]]);
  });

  test("set two days of one event side by side", () => {
    const other = report("Wadi", "2031-02-05", [{ ...unite, on: "2031-02-02" }]);
    expect(reasons([founding, other])).toEqual([["date", 2]]);
  });

  test("set what was done beside its refusal", () => {
    const leave: InventedClaim = { relation: "leave", agents: [falcon], patients: [concord], on: "2031-02-02" };
    const refusal = report("Wadi", "2031-02-05", [{ ...leave, modality: "refused" }]);
    expect(reasons([report("Meridian", "2031-02-03", [leave]), refusal])).toEqual([["modality", 2]]);
  });

  test("set two leaders of one body side by side, when both are spoken of in the same days", () => {
    const leads = (name: string): InventedClaim => ({ relation: "leads", agents: [name], patients: [falcon] });
    const one = report("Meridian", "2031-02-03", [leads("Nasir Dulwani")]);
    const still = report("Agency", "2031-03-09", [leads("Nasir Dulwani")]);
    const other = report("Courier", "2031-03-03", [leads("Faris Wadhani")]);
    expect(reasons([one, other])).toEqual([]);
    expect(reasons([one, other, still])).toEqual([["succession", 2]]);
  });

  test("are not made of two reports that agree", () => {
    expect(reasons([founding, report("Wadi", "2031-02-05", [unite])])).toEqual([]);
  });
});
