import { CopyIndex } from "../src/picture/copies/copy-index.ts";
import { chances } from "./chances.ts";
import { inventWires, type Wire } from "./invent-wires.ts";

/**
 * `npm run bench:copies`: how well copies are told from reports of the same event that were written apart, and what a million
 * texts cost. The last line is one JSON object; exit 0 when the targets hold. `-- --seed 3` and `-- --texts 100000` change the set.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const targets = { precision: 0.97, recall: 0.97, megabytes: 500 };
const seed = option("--seed", 2);
const texts = option("--texts", 1_000_000);

/** Over pairs of wires: two are taken for one text when they end in one cluster. */
function judge(wires: readonly Wire[]): Record<string, number> {
  const index = new CopyIndex(wires.length);
  const clusters: number[] = [];
  let missed = 0;
  let copies = 0;
  const originals = new Set<number>();
  for (const { words, agency, publisher, text } of wires) {
    const match = index.add(words, { agency, publisher });
    clusters.push(match ? clusters[match.of]! : clusters.length);
    if (originals.has(text)) copies += 1;
    if (originals.has(text) && !match) missed += 1;
    originals.add(text);
  }
  const count = (keyOf: (at: number) => string) => {
    const sizes = new Map<string, number>();
    wires.forEach((_, at) => void sizes.set(keyOf(at), (sizes.get(keyOf(at)) ?? 0) + 1));
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const [found, wanted] = [count((at) => `${clusters[at]}`), count((at) => `${wires[at]!.text}`)];
  const right = count((at) => `${clusters[at]} ${wires[at]!.text}`);
  return {
    ...{ wires: wires.length, copies, missed, pairs: wanted },
    ...{ precision: round(right / found), recall: round(right / wanted) },
  };
}

/** Texts of three hundred words, one in three a copy of one before it: the rate, and the memory of all signatures. */
function measure(count: number): Record<string, number> {
  const random = chances(7);
  const vocabulary = Array.from({ length: 30_000 }, (_, at) => `w${at.toString(36)}`);
  const draw = () => Array.from({ length: 300 }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]!);
  const recent: string[][] = [];
  const before = process.memoryUsage();
  const index = new CopyIndex(count);
  let [found, made, spent] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const isCopy = recent.length > 100 && at % 3 === 0;
    const words = isCopy
      ? recent[Math.floor(random() * recent.length)]!.map((word) => (random() < 0.1 ? "new" : word))
      : draw();
    if (isCopy) made += 1;
    else if (recent.length < 1000) recent.push(words);
    else recent[at % 1000] = words;
    const text = words.join(" ");
    const started = performance.now();
    if (index.add(text) && isCopy) found += 1;
    spent += performance.now() - started;
    if (at % 100_000 === 99_999) console.error(`${at + 1} texts, ${Math.round((at / spent) * 1000)} a second`);
  }
  const after = process.memoryUsage();
  return {
    ...{ texts: count, perSecond: Math.round((count / spent) * 1000), found: round(found / made) },
    ...{ megabytes: Math.round(index.bytes / 1e6), residentMegabytes: Math.round((after.rss - before.rss) / 1e6) },
  };
}

const round = (share: number): number => Math.round(share * 10_000) / 10_000;

const set = judge(inventWires(option("--events", 1_500), seed));
console.log(JSON.stringify(set));
const load = measure(texts);
const holds =
  set.precision! >= targets.precision && set.recall! >= targets.recall && load.megabytes! <= targets.megabytes;
console.log(JSON.stringify({ bench: "copies", seed, targets, set, load, holds }));
process.exitCode = holds ? 0 : 1;
