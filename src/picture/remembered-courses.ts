import type { Day } from "../terms/index.ts";
import type { Scene } from "./scene.ts";
import { type Step, stepsByTie } from "./steps.ts";
import { courseOfTie, dayOf, fadedBy, type TieCourse } from "./tie-course.ts";

/** A tie's steps that count, and how it stood on any day. */
export interface RememberedTie {
  steps: readonly Step[];
  courseOn(asOf: Day, fadeAfterDays: number): TieCourse | null;
}

/** A course holds its steps: of a tie that many tell of, the last few days asked for are enough to go back and forth. */
const mostCourses = 8;

const ofScenes = new WeakMap<Scene, Map<number, Map<string, RememberedTie>>>();

/**
 * The ties of a scene by their keys, in each the claims that are sure enough. A tie stands the same on every day between two of its steps but
 * for its fading, so that a question about another day works out only what changed since.
 */
export function rememberedCourses(scene: Scene, leastConfidence: number): ReadonlyMap<string, RememberedTie> {
  const byConfidence = ofScenes.get(scene) ?? new Map<number, Map<string, RememberedTie>>();
  ofScenes.set(scene, byConfidence);
  const known = byConfidence.get(leastConfidence) ?? rememberAll(scene, leastConfidence);
  byConfidence.set(leastConfidence, known);
  return known;
}

function rememberAll(scene: Scene, leastConfidence: number): Map<string, RememberedTie> {
  const ties = new Map<string, RememberedTie>();
  for (const [key, told] of stepsByTie(scene)) {
    const steps = told.filter(({ claim }) => claim.row.confidence >= leastConfidence);
    if (steps.length > 0) ties.set(key, remembered(steps));
  }
  return ties;
}

function remembered(steps: readonly Step[]): RememberedTie {
  // Most ties of a scene that is asked about one actor are never asked about.
  let days: Day[] | null = null;
  const courses = new Map<number, { standing: TieCourse | null; faded: TieCourse | null }>();
  return {
    steps,
    courseOn(asOf, fadeAfterDays) {
      days ??= steps.map(dayOf).sort();
      const told = countUpTo(days, asOf);
      const own = courses.get(told) ?? { standing: courseOfTie(steps, asOf), faded: null };
      courses.delete(told);
      courses.set(told, own);
      if (courses.size > mostCourses) courses.delete(courses.keys().next().value!);
      if (own.standing === null || !fadedBy(own.standing, asOf, fadeAfterDays)) return own.standing;
      own.faded ??= { ...own.standing, status: "faded" };
      return own.faded;
    },
  };
}

/** How many of the sorted days are not after this one. */
function countUpTo(days: readonly Day[], asOf: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= asOf) low = middle + 1;
    else high = middle;
  }
  return low;
}
