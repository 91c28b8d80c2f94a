import type { ActorId, Day } from "../terms/index.ts";
import type { Scene } from "./scene.ts";
import { type Step, stepsOfSupported } from "./steps.ts";
import { courseOfTie, dayOf, fadedBy, type TieCourse } from "./tie-course.ts";

/** A tie's steps that count, and how it stood on any day. */
export interface RememberedTie {
  steps: readonly Step[];
  courseOn(asOf: Day, fadeAfterDays: number): TieCourse | null;
}

/** The ties of a scene by their keys, in the order in which the scene tells of them. */
export interface RememberedTies {
  all: ReadonlyMap<string, RememberedTie>;
  /** Those that an actor's ties depend on: its own, and whoever else leads a body that it leads or is. */
  bearingOn(actor: ActorId): Iterable<readonly [string, RememberedTie]>;
}

/** A course holds its steps: of a tie that many tell of, the last few days asked for are enough to go back and forth. */
const mostCourses = 8;

const ofScenes = new WeakMap<Scene, Map<number, RememberedTies>>();

/**
 * The ties of a scene by their keys, in each the claims that are sure enough. A tie stands the same on every day between two of its steps but
 * for its fading, so that a question about another day works out only what changed since.
 */
export function rememberedCourses(scene: Scene, leastConfidence: number): RememberedTies {
  const byConfidence = ofScenes.get(scene) ?? new Map<number, RememberedTies>();
  ofScenes.set(scene, byConfidence);
  const known = byConfidence.get(leastConfidence) ?? rememberAll(scene, leastConfidence);
  byConfidence.set(leastConfidence, known);
  return known;
}

function rememberAll(scene: Scene, leastConfidence: number): RememberedTies {
  const ties = new Map<string, RememberedTie>();
  for (const [key, told] of stepsOfSupported(scene)) {
    const steps = told.filter(({ claim }) => claim.row.confidence >= leastConfidence);
    if (steps.length > 0) ties.set(key, remembered(steps));
  }
  // Most scenes are asked about one actor or one day and then forgotten: the list by actors is made when it is first wanted.
  let byActor: TiesByActor | null = null;
  return {
    all: ties,
    bearingOn(actor) {
      byActor ??= new TiesByActor(ties);
      return byActor.bearingOn(actor);
    },
  };
}

/** Where in the order of all ties each actor's are. */
class TiesByActor {
  private readonly entries: (readonly [string, RememberedTie])[];
  private readonly own = new Map<ActorId, number[]>();
  private readonly leaders = new Map<ActorId, number[]>();

  constructor(ties: ReadonlyMap<string, RememberedTie>) {
    this.entries = [...ties];
    for (const [at, [, { steps }]] of this.entries.entries()) {
      const { tie, a, b } = steps[0]!;
      note(this.own, a, at);
      if (b !== a) note(this.own, b, at);
      if (tie === "leads") note(this.leaders, b, at);
    }
  }

  bearingOn(actor: ActorId): (readonly [string, RememberedTie])[] {
    const found = new Set(this.own.get(actor));
    for (const at of this.own.get(actor) ?? []) {
      const { tie, b } = this.entries[at]![1].steps[0]!;
      if (tie === "leads") for (const other of this.leaders.get(b) ?? []) found.add(other);
    }
    return [...found].sort((one, other) => one - other).map((at) => this.entries[at]!);
  }
}

function note(places: Map<ActorId, number[]>, actor: ActorId, at: number): void {
  const known = places.get(actor);
  if (known === undefined) places.set(actor, [at]);
  else known.push(at);
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
