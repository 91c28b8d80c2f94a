import type { Meaning } from "./meaning.ts";
import { isOnCalendar, place } from "./place.ts";
import { placeFigures } from "./place-date.ts";
import type { Standpoint } from "./standpoint.ts";
import type { Stretch } from "./stretch.ts";

/** Places what needs no report: dates with their year. Null for all else. */
export function placeAbsolute(meaning: Meaning): Stretch | null {
  switch (meaning.is) {
    case "date":
    case "season":
    case "holiday":
      return meaning.year === null ? null : place(meaning, nowhere);
    case "years":
      return place(meaning, nowhere);
    case "figures":
      return placeFigures(meaning.figures, null);
    case "part":
      return isAbsolute(meaning.whole) ? place(meaning, nowhere) : null;
    case "about":
      return isAbsolute(meaning.centre) ? place(meaning, nowhere) : null;
    case "shifted":
      return isAbsolute(meaning.from) ? place(meaning, nowhere) : null;
    case "range":
      return isAbsolute(meaning.from) || isAbsolute(meaning.to) ? placeAbsoluteRange(meaning) : null;
    default:
      return null;
  }
}

/** Never used to place anything: what is absolute does not look at it. */
const nowhere: Standpoint = { day: 0, lean: "none" };

const isAbsolute = (meaning: Meaning): boolean => placeAbsolute(meaning) !== null;

/** "from May to July 2015" has one year for both ends; "from 2012 to last week" has none for the second. */
function placeAbsoluteRange(range: Extract<Meaning, { is: "range" }>): Stretch | null {
  const isPlaceable = (meaning: Meaning) => isAbsolute(meaning) || (isOnCalendar(meaning) && meaning.is !== "weekday");
  return isPlaceable(range.from) && isPlaceable(range.to) ? place(range, nowhere) : null;
}
