import { readFileSync } from "node:fs";
import { ratio } from "fuzzball";
import { resolveActors } from "../src/resolve/resolve-actors.ts";
import { resolveHoldings } from "../src/resolve/resolve-holdings.ts";
import { type LocalActor, localKey, MentionType } from "../src/terms/index.ts";
import { expectedPictures, expectedReadings, plots } from "../test/stories/expected.ts";
import { perfectHoldings } from "../test/stories/perfect-holdings.ts";
import { resolveListedNames } from "./listed-names.ts";

// `npm run bench:actors`: are two names of one actor? Every pair is two reports that know nothing else, each with one of
// the names. Labelled by hand in bench/actor-families.txt, and in the stories' pictures. Beside it, a plain fuzzy match at
// the threshold that suits it best on the same pairs; and how many pairs of names of our own lists are taken for one, rightly and wrongly. `--errors` lists what goes wrong. The last line is one JSON object.

interface Pair {
  kind: MentionType;
  one: string;
  other: string;
  same: boolean;
}

const families = readFileSync(new URL("actor-families.txt", import.meta.url), "utf8")
  .split("\n")
  .flatMap(pairsOfLine);
const resolved = families.map((pair) => ({ ...pair, found: areOne(pair) }));
if (process.argv.includes("--errors"))
  for (const { kind, one, other, same, found } of resolved)
    if (found !== same) console.log(`${same ? "missed" : "false "}  ${kind}: ${one} | ${other}`);

const ours = f1(resolved.map(({ same, found }) => [same, found]));
const thresholds = Array.from({ length: 60 }, (_, at) => at + 40);
const fuzzy = Math.max(
  ...thresholds.map((from) => f1(families.map(({ one, other, same }) => [same, ratio(one, other) >= from]))),
);
const stories = storyPairs();
const inStories = f1(stories.map((pair) => [pair.same, pair.found]));
const holds = ours >= 0.95;
console.log(
  JSON.stringify({
    bench: "actors",
    pairs: families.length,
    f1: ours,
    fuzzy,
    storyPairs: stories.length,
    storyF1: inStories,
    listed: resolveListedNames(),
    holds,
  }),
);
process.exitCode = holds ? 0 : 1;

function pairsOfLine(line: string): Pair[] {
  if (line.startsWith("#") || line.trim() === "") return [];
  const [kind, names = [], others = []] = line.split(" | ").map((part) => part.split(" ; ").map((name) => name.trim()));
  const type = MentionType.parse(kind![0]);
  const same = names.flatMap((one, at) => names.slice(at + 1).map((other) => ({ kind: type, one, other, same: true })));
  return [
    ...same,
    ...names.slice(0, 2).flatMap((one) => others.map((other) => ({ kind: type, one, other, same: false }))),
  ];
}

/** Two reports, each with one of the names and nothing more. */
function areOne({ kind, one, other }: Pair): boolean {
  const { idOf } = resolveActors([localOf("r1", kind, one), localOf("r2", kind, other)]);
  return idOf.get(localKey("r1", "a")) === idOf.get(localKey("r2", "a"));
}

function localOf(report: string, type: MentionType, name: string): LocalActor {
  return { report, actor: "a", type, names: [name], described: [] };
}

/** Names that the stories' pictures say are of one actor, or of two, when every page is read as its expected reading says. */
function storyPairs(): { same: boolean; found: boolean }[] {
  return plots.flatMap((plot) => {
    const expected = expectedPictures(plot);
    const { actors } = resolveHoldings(perfectHoldings(expectedReadings(plot), expected));
    const of = (name: string) => actors.filter(({ names }) => names.includes(name)).map(({ id }) => id);
    const pair = (one: string, other: string, same: boolean) =>
      of(one).length === 0 || of(other).length === 0
        ? []
        : [{ same, found: of(one).some((id) => of(other).includes(id)) }];
    return [
      ...expected.actors.flatMap(({ names }) => names.slice(1).flatMap((other) => pair(names[0]!, other, true))),
      ...expected.different.flatMap(([one, other]) => pair(one!, other!, false)),
    ];
  });
}

function f1(judged: readonly (readonly [boolean, boolean])[]): number {
  const right = judged.filter(([gold, found]) => gold && found).length;
  const all = judged.filter(([gold]) => gold).length + judged.filter(([, found]) => found).length;
  return all === 0 ? 1 : Math.round((2000 * right) / all) / 1000;
}
