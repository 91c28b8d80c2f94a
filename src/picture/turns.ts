import type { Day } from "../terms/index.ts";
import { addDays } from "./days.ts";
import { defaultFadeDays, defaultLeastConfidence } from "./derive-picture.ts";
import type { Scene } from "./scene.ts";
import { type Step, stepsByTie } from "./steps.ts";
import { courseOfTie, dayOf } from "./tie-course.ts";

/** With more days than these, each is taken for a turn: following a tie day by day takes the square of them. */
const mostDays = 300;

/**
 * The days on which ties of a scene may come to stand otherwise: on all others they surely stand as the day before. Only
 * for the usual time of fading and the usual confidence, and with all that was published. Whose leaders and places others may
 * take away is said by `leads` and `holds`: of them every day that anything is told of is given. `isTold`: of which ties the
 * scene has all claims; the others turn elsewhere.
 */
export function turnsIn(scene: Scene, isTold: (tie: Step) => boolean): Day[] {
  const turns = new Set<Day>();
  for (const told of stepsByTie(scene).values()) {
    const steps = told.filter(({ claim }) => claim.row.confidence >= defaultLeastConfidence);
    if (steps.length === 0 || !isTold(steps[0]!)) continue;
    const days = [...new Set(steps.map(dayOf))].filter((day) => day > "0001").sort();
    const follows = steps[0]!.tie !== "leads" && steps[0]!.tie !== "holds";
    if (follows && days.length <= mostDays) for (const day of followedTurns(steps, days)) turns.add(day);
    else
      for (const day of days) {
        turns.add(day);
        turns.add(addDays(day, defaultFadeDays + 1));
      }
  }
  return [...turns].sort();
}

function followedTurns(steps: readonly Step[], days: readonly Day[]): Day[] {
  const turns: Day[] = [];
  let was = courseOfTie(steps, "0000-12-31")?.status ?? null;
  for (const [at, day] of days.entries()) {
    const course = courseOfTie(steps, day);
    const fadesOn =
      course?.status === "holds" && course.lastSaid !== null ? addDays(course.lastSaid, defaultFadeDays + 1) : null;
    const status = fadesOn !== null && fadesOn <= day ? "faded" : (course?.status ?? null);
    if (status !== was) turns.push(day);
    was = status;
    if (fadesOn === null || fadesOn <= day || (days[at + 1] !== undefined && fadesOn >= days[at + 1]!)) continue;
    turns.push(fadesOn);
    was = "faded";
  }
  return turns;
}
