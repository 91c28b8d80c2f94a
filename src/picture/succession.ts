import type { Scene } from "./scene.ts";
import type { Step } from "./steps.ts";
import type { TieCourse } from "./tie-course.ts";

/**
 * A new leader ends the former's tie, though no report says so: a person of whom nothing is said to lead after another
 * is first said to, has been followed. Where accounts of both go on side by side, from different origins, both ties are
 * disputed. Two leaders named from the start lead together. Alters the courses.
 */
export function followLeaders(courses: Map<string, { steps: readonly Step[]; course: TieCourse }>, scene: Scene): void {
  const leads = [...courses.values()].filter(
    ({ steps: [first], course }) =>
      first!.tie === "leads" && course.status !== "ended" && scene.actors.get(first!.a)?.kind === "person",
  );
  for (const group of Map.groupBy(leads, ({ steps: [first] }) => first!.b).values())
    for (const one of group)
      for (const other of group) {
        if (one === other || one.course.since.end === null || other.course.since.end === null) continue;
        if (other.course.since.end <= one.course.since.end) continue;
        one.course = followed(one.course, other.course);
      }
}

function followed(former: TieCourse, next: TieCourse): TieCourse {
  if (former.status === "ended") return former;
  // One report that speaks of another leader in passing, against more origins, may as well be mistaken.
  const inPassing = next.support.every(({ claim }) => !claim.dated);
  if (inPassing && originsOf(next) < originsOf(former)) return { ...former, status: "disputed" };
  const silent = former.lastSaid === null || former.lastSaid <= next.since.end!;
  if (silent) return { ...former, status: "ended", until: next.since };
  const voices = new Set(former.support.map(({ claim }) => claim.origin.key));
  return next.support.some(({ claim }) => !voices.has(claim.origin.key)) ? { ...former, status: "disputed" } : former;
}

const originsOf = ({ support }: TieCourse): number => new Set(support.map(({ claim }) => claim.origin.key)).size;
