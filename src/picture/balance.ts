import type { Tie } from "../terms/index.ts";
import { signOf } from "./signs.ts";

/** How near a signed graph comes to two sides that are friends within and foes between. */
export interface Balance {
  ties: number;
  frustration: { atLeast: number; atMost: number };
  balanced: number;
  /** Ties that go against the best division found: foes within a side, friends across. */
  strained: Tie[];
}

interface Arc {
  tie: Tie;
  a: number;
  b: number;
  sign: 1 | -1;
}

/**
 * Structural balance (Cartwright & Harary 1956). The frustration index, the fewest ties whose change would balance the
 * graph, is hard to compute: it is bounded from above by the best division that local search finds from several starts,
 * and from below by unbalanced cycles that share no tie, each of which holds one tie that must change.
 */
export function balanceOf(ties: readonly Tie[]): Balance {
  const ids = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort();
  const place = new Map(ids.map((id, at) => [id, at]));
  const arcs = ties.flatMap((tie): Arc[] => {
    const sign = signOf(tie.relation);
    return sign === 0 ? [] : [{ tie, a: place.get(tie.a)!, b: place.get(tie.b)!, sign }];
  });
  const sides = divide(ids.length, arcs);
  const strained = arcs.filter((arc) => goesAgainst(arc, sides)).map(({ tie }) => tie);
  const atLeast = Math.min(disjointUnbalanced(ids.length, arcs), strained.length);
  return {
    ties: arcs.length,
    frustration: { atLeast, atMost: strained.length },
    balanced: arcs.length === 0 ? 1 : Math.round((1 - strained.length / arcs.length) * 1000) / 1000,
    strained,
  };
}

const goesAgainst = ({ a, b, sign }: Arc, sides: Int8Array): boolean => sides[a]! * sides[b]! !== sign;

/** Starts enough that small graphs come out exact; more change little (bench, graphs of up to 18 actors). */
const starts = 24;

function divide(size: number, arcs: readonly Arc[]): Int8Array {
  const byNode = neighbours(size, arcs);
  let best: Int8Array = new Int8Array(size).fill(1);
  let fewest = Infinity;
  for (let start = 0; start < starts; start += 1) {
    const sides = start === 0 ? spread(size, byNode) : scattered(size, start);
    improve(sides, byNode);
    const against = arcs.filter((arc) => goesAgainst(arc, sides)).length;
    if (against < fewest) [best, fewest] = [sides, against];
  }
  return best;
}

function neighbours(size: number, arcs: readonly Arc[]): Arc[][] {
  const byNode: Arc[][] = Array.from({ length: size }, () => []);
  for (const arc of arcs) {
    byNode[arc.a]!.push(arc);
    byNode[arc.b]!.push(arc);
  }
  return byNode;
}

/** The division that a walk from each unvisited actor gives: exact when the graph is balanced. */
function spread(size: number, byNode: readonly Arc[][]): Int8Array {
  const sides = new Int8Array(size);
  for (let root = 0; root < size; root += 1) {
    if (sides[root] !== 0) continue;
    sides[root] = 1;
    const queue = [root];
    for (const node of queue)
      for (const { a, b, sign } of byNode[node]!) {
        const next = a === node ? b : a;
        if (sides[next] !== 0) continue;
        sides[next] = (sides[node]! * sign) as 1 | -1;
        queue.push(next);
      }
  }
  return sides;
}

/** A division by a fixed series of numbers: the same graph always gives the same answer. */
function scattered(size: number, seed: number): Int8Array {
  let state = seed * 2654435761;
  return Int8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state & 0x10000 ? 1 : -1;
  });
}

/** Moves single actors to the other side while that lessens the ties that go against it. */
function improve(sides: Int8Array, byNode: readonly Arc[][]): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (const [node, arcs] of byNode.entries()) {
      const against = arcs.filter((arc) => goesAgainst(arc, sides)).length;
      if (against * 2 <= arcs.length) continue;
      sides[node] = -sides[node]! as 1 | -1;
      moved = true;
    }
  }
}

/** Unbalanced cycles found one after the other along shortest ways, each taken out of the graph once counted. */
function disjointUnbalanced(size: number, arcs: readonly Arc[]): number {
  const left = new Set(arcs);
  let count = 0;
  for (const arc of arcs.filter(({ sign }) => sign === -1)) {
    if (!left.has(arc)) continue;
    const way = friendlyWay(arc, left, size);
    if (way === null) continue;
    count += 1;
    for (const used of [arc, ...way]) left.delete(used);
  }
  return count;
}

/** The shortest way from one foe to the other whose signs multiply to friendship; null when there is none. */
function friendlyWay(foes: Arc, left: ReadonlySet<Arc>, size: number): Arc[] | null {
  const byNode = neighbours(
    size,
    [...left].filter((arc) => arc !== foes),
  );
  const state = (node: number, sign: number): number => node * 2 + (sign === 1 ? 0 : 1);
  const cameBy = new Map<number, { from: number; arc: Arc } | null>([[state(foes.a, 1), null]]);
  const queue: [number, number][] = [[foes.a, 1]];
  for (const [node, sign] of queue) {
    if (node === foes.b && sign === 1) return retrace(state(node, sign), cameBy);
    for (const arc of byNode[node]!) {
      const next = arc.a === node ? arc.b : arc.a;
      const at = state(next, sign * arc.sign);
      if (cameBy.has(at)) continue;
      cameBy.set(at, { from: state(node, sign), arc });
      queue.push([next, sign * arc.sign]);
    }
  }
  return null;
}

function retrace(end: number, cameBy: ReadonlyMap<number, { from: number; arc: Arc } | null>): Arc[] {
  const way: Arc[] = [];
  for (let step = cameBy.get(end); step !== null && step !== undefined; step = cameBy.get(step.from))
    way.push(step.arc);
  return way;
}
