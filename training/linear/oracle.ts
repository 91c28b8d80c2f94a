import { LEFT, type ParseState, REDUCE, RIGHT, SHIFT } from "../../src/extract/linear/arc-eager.ts";

/** How many right arcs a step makes unreachable (Goldberg and Nivre 2012). Only for steps that are allowed. */
export function costOf(state: ParseState, step: number, right: Int32Array): number {
  const { stack, depth, next, length } = state;
  const top = depth > 0 ? stack[depth - 1]! : -1;
  if (step === SHIFT) return arcsToStack(state, right, -1);
  if (step === RIGHT) {
    const head = right[next]!;
    return arcsToStack(state, right, top) + (head > next && head <= length ? 1 : 0);
  }
  let cost = 0;
  for (let at = next; at < length; at++) if (right[at] === top) cost++;
  if (step === LEFT && right[top]! > next) cost++;
  return step === REDUCE || step === LEFT ? cost : 0;
}

/** Right arcs between the next word and words on the stack, save the one from `spared` to the next word. */
function arcsToStack({ stack, depth, next, heads }: ParseState, right: Int32Array, spared: number): number {
  let cost = 0;
  for (let at = 0; at < depth; at++) {
    const word = stack[at]!;
    if (right[next] === word && word !== spared) cost++;
    if (right[word] === next && heads[word]! < 0) cost++;
  }
  return cost;
}
