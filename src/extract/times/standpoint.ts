import type { DayNumber } from "./calendar.ts";
import type { Lean } from "./lean.ts";

/** Where times are placed from: the day of the report, and which way its sentence looks. */
export interface Standpoint {
  day: DayNumber;
  lean: Lean;
}
