import type { Day, Interval } from "../terms/index.ts";
import { addDays, unknownTime } from "./days.ts";
import { isSupport, type Step } from "./steps.ts";

/** How a tie stands on a day, and the steps that made it so. */
export interface TieCourse {
  status: "holds" | "faded" | "disputed" | "ended";
  since: Interval;
  until: Interval | null;
  /** Steps that say that it holds. */
  support: Step[];
  /** Steps that say that it does not, or that it ended. */
  contrary: Step[];
  /** The last day on which anything says that it holds; null when undated. */
  lastSaid: Day | null;
}

/** Without a date there is nothing before it: undated accounts are the ground that dated ones build on. */
const undated = "0000-00-00";
/** One account against so many leaves the tie as it is; the dispute is still shown. */
const outweighed = 3;

/**
 * How a tie stands on a day, by the event calculus: what began it and was not ended since, holds. Later events outrank
 * earlier ones; accounts of one day from different origins that contradict each other leave it disputed. Null when
 * nothing says that it ever held by then. Fading, which goes by the day asked for alone, is not in it (`fadedBy`).
 */
export function courseOfTie(steps: readonly Step[], asOf: Day): TieCourse | null {
  const seen = steps.filter((step) => dayOf(step) <= asOf);
  if (!seen.some(isSupport)) return null;
  const support = seen.sort(byDay).filter(isSupport);
  const course = followSteps(seen);
  if (course.since === null) return null;
  const contrary = contraryTo(course, steps, support);
  const lastSaid = support.map(dayOf).sort().at(-1)!;
  const common = { since: course.since, support, contrary, lastSaid: lastSaid === undated ? null : lastSaid };
  const ended = course.until !== null;
  if (course.disputed || isDisputed(contrary, support, ended)) return { ...common, status: "disputed", until: null };
  if (ended) return { ...common, status: "ended", until: course.until };
  return { ...common, status: "holds", until: null };
}

/** Whether a tie that holds has not been confirmed for so many days before the day asked for. */
export function fadedBy(course: TieCourse, asOf: Day, fadeAfterDays: number): boolean {
  return isSilentSince(course, addDays(asOf, -fadeAfterDays));
}

/** Whether a tie that holds has not been confirmed since a day. */
export function isSilentSince({ status, lastSaid }: TieCourse, day: Day): boolean {
  return status === "holds" && lastSaid !== null && lastSaid < day;
}

export const dayOf = ({ claim }: Step): Day => claim.at.end ?? undated;

interface Fold {
  since: Interval | null;
  until: Interval | null;
  disputed: boolean;
  enders: Step[];
}

/** The order in which a tie's steps are followed. Within a day, in the order of the text; across reports, what begins stands before what ends. */
export function byDay(one: Step, other: Step): number {
  const [a, b] = [dayOf(one), dayOf(other)];
  if (a !== b) return a < b ? -1 : 1;
  if (one.claim.report.id === other.claim.report.id) return placeOf(one) - placeOf(other);
  const [first, second] = [one.effect === "ends" ? 1 : 0, other.effect === "ends" ? 1 : 0];
  return first - second || (one.claim.report.id < other.claim.report.id ? -1 : 1);
}

const placeOf = ({ claim }: Step): number => claim.row.evidence[0]?.[0] ?? 0;

function followSteps(seen: readonly Step[]): Fold {
  let fold: Fold = { since: null, until: null, disputed: false, enders: [] };
  for (const step of seen) {
    if (step.effect === "ends") fold = endedBy(step, fold, seen);
    else if (isSupport(step)) fold = supportedBy(step, fold);
  }
  return fold;
}

function endedBy(step: Step, fold: Fold, seen: readonly Step[]): Fold {
  if (fold.since === null) return { ...fold, until: step.claim.at, enders: [...fold.enders, step] };
  if (fold.until !== null) return { ...fold, enders: [...fold.enders, step] };
  // "After it left", told later without a date, is the same leaving; had it come back meanwhile, the return is dated.
  const retold =
    !step.claim.dated &&
    seen.some((other) => other.effect === "ends" && other.claim.dated && dayOf(other) < dayOf(step));
  if (retold) return fold;
  const sameDay = seen.some(
    (other) => isSupport(other) && other.claim.dated && dayOf(other) === dayOf(step) && originsDiffer(other, step),
  );
  return { ...fold, until: step.claim.at, enders: [step], disputed: sameDay && dayOf(step) !== undated };
}

function supportedBy(step: Step, fold: Fold): Fold {
  const { claim } = step;
  if (fold.since === null || (fold.until !== null && fold.enders.every((end) => dayOf(end) === undated)))
    return { since: sinceOf(step), until: null, disputed: false, enders: [] };
  // Undated accounts came first; the first with a date says since when at the latest.
  if (fold.until === null) return fold.since.end === null ? { ...fold, since: sinceOf(step) } : fold;
  if (claim.dated) return { since: sinceOf(step), until: null, disputed: false, enders: [] };
  // An undated retelling of how it began does not begin it again. A report that still speaks of it as lasting, after
  // others said that it had ended, contradicts them.
  if (step.effect === "begins") return fold;
  return fold.enders.some((end) => originsDiffer(end, step)) ? { ...fold, disputed: true } : fold;
}

/** An event begins a tie on its day. A state is only known to hold from the day on that it is reported of, unless it says since when. */
function sinceOf({ claim, effect }: Step): Interval {
  if (claim.at.end === null) return unknownTime;
  if (claim.dated && (effect === "begins" || claim.row.time?.of === "since")) return claim.at;
  return { edtf: `../${claim.at.end}`, start: null, end: claim.at.end };
}

export function originsDiffer(one: Step, other: Step): boolean {
  return one.claim.origin.key !== other.claim.origin.key;
}

/**
 * Who contradicts what is said: of a tie that holds, accounts that it does not, made when or after it is said to have
 * begun; of one that ended, accounts that it did not end. "Has not joined", printed before it joined, is no contradiction.
 */
function contraryTo(fold: Fold, steps: readonly Step[], support: readonly Step[]): Step[] {
  if (fold.until !== null) {
    const from = fold.until.start ?? fold.until.end ?? undated;
    return steps.filter((step) => step.effect === "against its end" && dayOf(step) >= from);
  }
  const from = support.map((step) => step.claim.at.start ?? dayOf(step)).sort()[0]!;
  return steps.filter((step) => step.effect === "against" && dayOf(step) >= from);
}

function isDisputed(contrary: readonly Step[], support: readonly Step[], ended: boolean): boolean {
  const forIt = new Set(support.map(({ claim }) => claim.origin.key));
  const against = new Set(contrary.map(({ claim }) => claim.origin.key).filter((key) => ended || !forIt.has(key)));
  return against.size > 0 && (ended || forIt.size < outweighed * against.size);
}
