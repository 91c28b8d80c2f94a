import {
  changesFormat,
  type Day,
  type PictureQuery,
  type ResolvedHoldings,
  type Tie,
  type TieChanges,
} from "../terms/index.ts";
import { type CourseOfSteps, coursesOf, type PictureOptions, tieOf } from "./derive-picture.ts";
import { placeClaims, type Scene } from "./scene.ts";
import { actorsOfTies } from "./tie-actors.ts";

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
  { from, to }: { from: Day; to: Day },
  options: Pick<PictureOptions, "actor" | "fadeAfterDays"> = {},
): TieChanges {
  const before = coursesOf(scene, from, options);
  const later = coursesOf(scene, to, options);
  const stands = (key: string): string | null => {
    const status = before.get(key)?.course.status ?? "ended";
    return status === "ended" ? null : status;
  };
  const tie = ({ steps, course }: CourseOfSteps): Tie => tieOf(steps[0]!, course);
  const byId = (one: Tie, other: Tie): number => (one.id < other.id ? -1 : 1);
  const all = [...later];
  const of = (which: (status: string, was: string | null) => boolean) =>
    all.filter(([key, { course }]) => which(course.status, stands(key)));
  const begun = of((status, was) => status !== "ended" && was === null).map(([, after]) => tie(after));
  const ended = of((status, was) => status === "ended" && was !== null).map(([, after]) => tie(after));
  const changed = of((status, was) => status !== "ended" && was !== null && status !== was).map(([key, after]) => ({
    before: tie(before.get(key)!),
    after: tie(after),
  }));
  begun.sort(byId);
  ended.sort(byId);
  changed.sort((one, other) => byId(one.after, other.after));
  const actors = actorsOfTies([...begun, ...ended, ...changed.map(({ after }) => after)], scene);
  return { format: changesFormat, from, to, begun, ended, changed, actors };
}
