import { derivePicture } from "../src/picture/derive-picture.ts";
import { resolveHoldings } from "../src/resolve/resolve-holdings.ts";
import { type Holdings, isSymmetric, localKey, type ResolvedHoldings, tieEffects } from "../src/terms/index.ts";
import { type Invention, inventHoldings, type TrueTie } from "./invent-ledger.ts";

// `npm run bench:truth`: how often the picture has the right tie on the right day, beside a plain majority of articles
// and beside the latest article alone. Outlets err, invent and lie, and a third of the reports are agency copies. The last line is one JSON object.

const invention: Omit<Invention, "seed"> = {
  ...{ actors: 400, reports: 9_000, claims: 30_000, outlets: 40, copied: 0.35, firstDay: "2031-01-01", days: 720 },
};

const scored = new Set<string>(["ally", "member", "enemy", "backs"]);
const results = [11, 23, 47].map(compare);
const mean = (pick: (result: (typeof results)[number]) => number): number =>
  Math.round((results.reduce((sum, one) => sum + pick(one), 0) / results.length) * 1000) / 1000;
const figures = {
  bench: "truth",
  days: results[0]!.days,
  picture: {
    precision: mean(({ ours }) => ours.p),
    recall: mean(({ ours }) => ours.r),
    f1: mean(({ ours }) => ours.f1),
  },
  majority: {
    precision: mean(({ plain }) => plain.p),
    recall: mean(({ plain }) => plain.r),
    f1: mean(({ plain }) => plain.f1),
  },
};
const latest = {
  precision: mean(({ last }) => last.p),
  recall: mean(({ last }) => last.r),
  f1: mean(({ last }) => last.f1),
};
const better = Math.round((figures.picture.f1 - figures.majority.f1) * 1000) / 1000;
console.log(JSON.stringify({ ...figures, latest, better, holds: better > 0 }));
process.exitCode = better > 0 ? 0 : 1;

function compare(seed: number) {
  const { holdings, world } = inventHoldings({ ...invention, seed });
  const resolved = resolveHoldings(holdings);
  const idOfName = new Map(resolved.actors.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));
  const known = (tie: TrueTie): boolean => idOfName.has(world.names[tie.a]!) && idOfName.has(world.names[tie.b]!);
  const ours = { right: 0, said: 0, true: 0 };
  const plain = { right: 0, said: 0, true: 0 };
  const last = { right: 0, said: 0, true: 0 };
  const days = [180, 360, 540, 700];
  for (const at of days) {
    const day = new Date(Date.parse(`${invention.firstDay}T00:00:00Z`) + at * 86_400_000).toISOString().slice(0, 10);
    // Only what had been told by then can be known: a tie that no report has touched yet is nobody's miss.
    const told = toldBy(resolved, day);
    const truth = new Set(
      world.truth
        .filter((tie) => tie.from <= at && (tie.until === null || tie.until > at) && known(tie))
        .map((tie) => keyOf(tie.relation, idOfName.get(world.names[tie.a]!)!, idOfName.get(world.names[tie.b]!)!))
        .filter((key) => told.has(key)),
    );
    const query = { asOf: day, publishedBy: day, knownAt: "2041-01-01T00:00:00Z" };
    // Both are asked the same: does it hold, yes or no. A disputed tie counts by which side is the likelier.
    const picture = derivePicture(resolved, query).ties.filter(
      ({ relation, status, confidence }) => scored.has(relation) && (status !== "disputed" || confidence.value > 0.5),
    );
    score(ours, new Set(picture.map(({ relation, a, b }) => keyOf(relation, a, b))), truth);
    score(plain, majority(resolved, day), truth);
    score(last, newest(resolved, day), truth);
  }
  return { days, ours: figuresOf(ours), plain: figuresOf(plain), last: figuresOf(last) };
}

function keyOf(relation: string, a: string, b: string): string {
  return isSymmetric(relation as "ally") && b < a ? `${relation} ${b} ${a}` : `${relation} ${a} ${b}`;
}

function score(
  count: { right: number; said: number; true: number },
  said: ReadonlySet<string>,
  truth: ReadonlySet<string>,
): void {
  count.right += [...said].filter((key) => truth.has(key)).length;
  count.said += said.size;
  count.true += truth.size;
}

function figuresOf({ right, said, true: all }: { right: number; said: number; true: number }) {
  return { p: right / said, r: right / all, f1: (2 * right) / (said + all) };
}

/** Ties that some report had begun, ended or told of by then. */
function toldBy(holdings: ResolvedHoldings, day: string): Set<string> {
  return new Set([...votes(holdings, day).keys()]);
}

/** Plain majority: every article that begins or tells of a tie is a vote for it, every one that ends it a vote against. */
function majority(holdings: ResolvedHoldings, day: string): Set<string> {
  return new Set([...votes(holdings, day)].filter(([, { yes, no }]) => yes > no).map(([key]) => key));
}

/** The latest article on a tie alone. */
function newest(holdings: ResolvedHoldings, day: string): Set<string> {
  return new Set([...votes(holdings, day)].filter(([, { lastYes }]) => lastYes).map(([key]) => key));
}

interface Votes {
  yes: number;
  no: number;
  last: string;
  lastYes: boolean;
}

function votes({ reports, claims, idOf }: ResolvedHoldings, day: string): Map<string, Votes> {
  const published = new Map(reports.map((report) => [report.id, report.published ?? "9999"]));
  const counts = new Map<string, Votes>();
  for (const { report, relation, agents, patients } of claims as Holdings["claims"]) {
    if (published.get(report)! > day) continue;
    const [a, b] = [idOf.get(localKey(report, agents[0]!)), idOf.get(localKey(report, patients[0]!))];
    if (a === undefined || b === undefined) continue;
    const lines = tieEffects[relation] ?? [{ does: "begins" as const, tie: relation as "ally" }];
    for (const { does, tie } of lines) {
      if (!scored.has(tie)) continue;
      const key = keyOf(tie, a, b);
      const count = counts.get(key) ?? { yes: 0, no: 0, last: "", lastYes: false };
      if (does === "begins") count.yes += 1;
      else count.no += 1;
      const when = `${published.get(report)} ${report}`;
      if (when > count.last) Object.assign(count, { last: when, lastYes: does === "begins" });
      counts.set(key, count);
    }
  }
  return counts;
}
