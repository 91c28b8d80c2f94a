import {
  type Actor,
  type ActorId,
  contentId,
  type Picture,
  type PictureQuery,
  pictureFormat,
  type ResolvedHoldings,
  type Tie,
} from "../terms/index.ts";
import { confidenceOf, originsIn, reportsIn } from "./confidence.ts";
import { rememberedCourses } from "./remembered-courses.ts";
import { placeClaims, type Scene } from "./scene.ts";
import { type Step, tieKey } from "./steps.ts";
import { followLeaders } from "./succession.ts";
import type { TieCourse } from "./tie-course.ts";

/** Two years: past most spells of silence that a running conflict has, short of a change of government. */
export const defaultFadeDays = 730;

/** Three of four such readings are wrong (docs/evaluation.md): a line for each would bury the others. */
export const defaultLeastConfidence = 0.25;

export interface PictureOptions {
  /** Adds the ties that have ended by then. */
  ended?: boolean;
  /** Only ties of this actor. */
  actor?: ActorId | null;
  /** Only ties between these. */
  among?: ReadonlySet<ActorId> | null;
  /** A tie that nothing has confirmed for so many days before the day asked for is `faded`. */
  fadeAfterDays?: number;
  /** A claim that its reader is less sure of makes, holds and ends no tie; it stays as evidence, and first in the queue of review. */
  leastConfidence?: number;
}

/**
 * Who sides with whom on a day: every tie that holds, is disputed or has faded, with its dates, its testimonies and how
 * sure it is. The same holdings and dates give the same picture, whatever the order in which reports were recorded.
 */
export function derivePicture(holdings: ResolvedHoldings, query: PictureQuery, options: PictureOptions = {}): Picture {
  return pictureOf(placeClaims(holdings, query.publishedBy), query, options);
}

/** The same from claims that are placed already. */
export function pictureOf(scene: Scene, query: PictureQuery, options: PictureOptions = {}): Picture {
  const ties = tiesOf(scene, query.asOf, options);
  const actors = ties
    .flatMap(({ a, b }) => [a, b])
    .concat(options.actor ?? [])
    .map((id) => scene.actors.get(id))
    .filter((actor): actor is Actor => actor !== undefined);
  return {
    format: pictureFormat,
    asOf: query.asOf,
    publishedBy: query.publishedBy,
    knownAt: query.knownAt,
    actors: [...new Set(actors)].sort((one, other) => (one.id < other.id ? -1 : 1)),
    ties,
  };
}

/** The ties of a scene on a day, ordered by id. */
export function tiesOf(scene: Scene, asOf: string, options: PictureOptions = {}): Tie[] {
  return [...coursesOf(scene, asOf, options).values()]
    .filter(({ course }) => options.ended || course.status !== "ended")
    .map(({ steps, course }) => tieOf(steps[0]!, course))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** How a tie stands, and all steps of it. */
export interface CourseOfSteps {
  steps: readonly Step[];
  course: TieCourse;
}

export interface CourseWish extends PictureOptions {
  /** Which ties the scene tells all of: a claim of three parties tells something of ties whose other claims may not be at hand. */
  isTold?: (tie: Pick<Step, "tie" | "a" | "b">) => boolean;
}

/** How the ties asked for stand on a day, by their keys; ended ones are among them. */
export function coursesOf(scene: Scene, asOf: string, options: CourseWish = {}): Map<string, CourseOfSteps> {
  const { actor = null, among = null, fadeAfterDays = defaultFadeDays } = options;
  const { leastConfidence = defaultLeastConfidence, isTold = () => true } = options;
  const isAsked = (tie: Step): boolean =>
    (actor === null || tie.a === actor || tie.b === actor) &&
    (among === null || (among.has(tie.a) && among.has(tie.b))) &&
    isTold(tie);
  const courses = new Map<string, CourseOfSteps>();
  const remembered = rememberedCourses(scene, leastConfidence);
  for (const [key, { steps, courseOn }] of actor === null ? remembered.all : remembered.bearingOn(actor)) {
    // Who led before or after may be another actor than those asked about.
    if (steps[0]!.tie !== "leads" && !isAsked(steps[0]!)) continue;
    const course = courseOn(asOf, fadeAfterDays);
    if (course !== null) courses.set(key, { steps, course });
  }
  followLeaders(courses, scene);
  for (const [key, { steps }] of courses) if (!isAsked(steps[0]!)) courses.delete(key);
  return courses;
}

const tiesOfCourses = new WeakMap<TieCourse, Tie>();

/** A tie as it is shown; of one course, always the same object. */
export function tieOf(step: Step, course: TieCourse): Tie {
  const tie = tiesOfCourses.get(course) ?? shownTie(step, course);
  tiesOfCourses.set(course, tie);
  return tie;
}

/** The same, made anew. */
export function shownTie({ tie, a, b }: Step, course: TieCourse): Tie {
  const [, first, second] = tieKey(tie, a, b).split(" ") as [string, ActorId, ActorId];
  const support = course.support.map(({ claim }) => claim);
  const contrary = course.contrary.map(({ claim }) => claim);
  return {
    id: contentId("t", [tie, first, second]),
    relation: tie,
    a: first,
    b: second,
    status: course.status,
    since: course.since,
    until: course.until,
    reports: reportsIn(support),
    origins: originsIn(support),
    confidence: confidenceOf(support, contrary),
    claims: [...new Set([...support, ...contrary].map(({ row }) => row.id))].sort(),
  };
}
