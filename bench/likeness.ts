/** A stretch of a text, its end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** How far two stretches are one: what they share by what they cover together, from 0 to 1. */
export function likeness(one: Stretch, other: Stretch): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}
