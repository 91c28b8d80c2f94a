import {
  changesFormat,
  type Day,
  type PictureQuery,
  type ResolvedHoldings,
  type Tie,
  type TieChanges,
} from "../terms/index.ts";
import { addDays } from "./days.ts";
import {
  type CourseWish,
  coursesOf,
  defaultFadeDays,
  defaultLeastConfidence,
  type PictureOptions,
  shownTie,
  tieOf,
} from "./derive-picture.ts";
import { placeClaims, type Scene } from "./scene.ts";
import { type Step, stepsOfSupported } from "./steps.ts";
import { actorsOfTies } from "./tie-actors.ts";
import { byDay, courseOfTie, isSilentSince, type TieCourse } from "./tie-course.ts";

/**
 * What changed in the picture between two days. A tie that began and ended in between is in neither list: on neither day
 * does it hold; the timeline has it.
 */
export function findChanges(
  holdings: ResolvedHoldings,
  { from, to }: { from: Day; to: Day },
  { publishedBy }: Pick<PictureQuery, "publishedBy">,
  options: Pick<PictureOptions, "actor" | "fadeAfterDays"> = {},
): TieChanges {
  return changesIn(placeClaims(holdings, publishedBy), { from, to }, options);
}

/** The same from claims that are placed already: all of every tie that may have changed. */
export function changesIn(
  scene: Scene,
  between: { from: Day; to: Day },
  options: Pick<PictureOptions, "actor" | "fadeAfterDays"> = {},
): TieChanges {
  return changesOf([changedTies(scene, between, options)], between, scene);
}

/** Ties that stand otherwise on the one day than on the other, in no order. */
export type ChangedTies = Pick<TieChanges, "begun" | "ended" | "changed">;

export function changedTies(scene: Scene, { from, to }: { from: Day; to: Day }, options: CourseWish = {}): ChangedTies {
  const before = coursesOf(scene, from, options);
  const later = coursesOf(scene, to, options);
  const found: ChangedTies = { begun: [], ended: [], changed: [] };
  for (const [key, { steps, course }] of later)
    note(found, before.get(key)?.course ?? null, course, (shown) => tieOf(steps[0]!, shown));
  return found;
}

/**
 * The same of pairs whose ties depend on no other pair, one pair after the other. Nothing of it is kept: where thousands of pairs are gone
 * through, to remember each costs more than to follow it.
 */
export function followPairs({ from, to }: { from: Day; to: Day }, fadeAfterDays = defaultFadeDays) {
  const silent = { from: addDays(from, -fadeAfterDays), to: addDays(to, -fadeAfterDays) };
  const standing = (steps: readonly Step[], day: Day, silentSince: Day): TieCourse | null => {
    const course = courseOfTie(steps, day);
    return course !== null && isSilentSince(course, silentSince) ? { ...course, status: "faded" } : course;
  };
  /** From the claims that tell of a pair; `isTold` says of which ties they tell all. */
  return (scene: Scene, isTold: (tie: Pick<Step, "tie" | "a" | "b">) => boolean): ChangedTies => {
    const found: ChangedTies = { begun: [], ended: [], changed: [] };
    for (const told of stepsOfSupported(scene, isTold).values()) {
      // Sorted once for both days. What is shown of a tie does not depend on the order of its steps.
      const steps = told.filter(({ claim }) => claim.row.confidence >= defaultLeastConfidence).sort(byDay);
      const after = standing(steps, to, silent.to);
      if (after === null) continue;
      note(found, standing(steps, from, silent.from), after, (course) => shownTie(steps[0]!, course));
    }
    return found;
  };
}

function note(found: ChangedTies, was: TieCourse | null, after: TieCourse, tie: (course: TieCourse) => Tie): void {
  const stood = was !== null && was.status !== "ended";
  const stands = after.status !== "ended";
  if (stands && !stood) found.begun.push(tie(after));
  else if (!stands && stood) found.ended.push(tie(after));
  else if (stands && stood && after.status !== was.status) found.changed.push({ before: tie(was), after: tie(after) });
}

/** What changed in all parts of a picture, ordered by the ids of ties. */
export function changesOf(
  parts: readonly ChangedTies[],
  { from, to }: { from: Day; to: Day },
  scene: Pick<Scene, "actors">,
): TieChanges {
  const byId = (one: Tie, other: Tie): number => (one.id < other.id ? -1 : 1);
  const begun = parts.flatMap((part) => part.begun).sort(byId);
  const ended = parts.flatMap((part) => part.ended).sort(byId);
  const changed = parts.flatMap((part) => part.changed).sort((one, other) => byId(one.after, other.after));
  const actors = actorsOfTies([...begun, ...ended, ...changed.map(({ after }) => after)], scene);
  return { format: changesFormat, from, to, begun, ended, changed, actors };
}
