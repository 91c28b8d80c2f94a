import type { RelativeTime } from "../../terms/dates.ts";
import type { Meaning, Quantity, Unit, Which } from "./meaning.ts";

/** What stays of words that no calendar day can be put to: how long before or after what. Null for what is no such time. */
export function relativeOf(meaning: Meaning): RelativeTime | null {
  switch (meaning.is) {
    case "away":
    case "window":
      return counted(meaning.direction, meaning.quantity, meaning.unit, meaning.from, meaning.is === "window");
    case "day":
      return fromReport(meaning.offset, "day", meaning.spread > 0);
    case "period":
      return relativePeriod(meaning);
    case "weekday":
      return chosen(meaning.which, "day");
    case "date":
      return meaning.which === "near" ? null : chosen(meaning.which, "year");
    case "season":
    case "holiday":
      return meaning.year === null ? chosen(meaning.which, "year") : null;
    case "unsaid":
      return {
        direction: meaning.direction,
        amount: null,
        unit: meaning.unit && inUnit(0, meaning.unit).unit,
        approximate: true,
        from: meaning.from,
      };
    case "same":
      return { direction: "at", ...inUnit(0, meaning.unit), approximate: false, from: "event" };
    case "duration":
      return counted("at", meaning.quantity, meaning.unit, "event", false);
    case "part":
      return approximately(relativeOf(meaning.whole));
    case "about":
      return approximately(relativeOf(meaning.centre));
    case "within":
      return relativeOf(meaning.outer);
    case "shifted":
      return approximately(relativeOf(meaning.from));
    case "range":
      return approximately(relativeOf(meaning.from) ?? relativeOf(meaning.to));
    case "years":
    case "figures":
    case "frequency":
      return null;
  }
}

const approximately = (relative: RelativeTime | null): RelativeTime | null =>
  relative && { ...relative, approximate: true };

type Direction = RelativeTime["direction"];

function counted(
  direction: Direction,
  quantity: Quantity,
  unit: Unit,
  from: RelativeTime["from"],
  isWindow: boolean,
): RelativeTime {
  const { amount, low, high, hedge } = quantity;
  const approximate = isWindow || amount === null || hedge !== "none" || low !== high;
  return { direction, ...inUnit(amount, unit), approximate, from };
}

/** The record knows hours to years: a decade is ten years, and minutes are within the hour. */
function inUnit(amount: number | null, unit: Unit): { amount: number | null; unit: NonNullable<RelativeTime["unit"]> } {
  const times = (factor: number) => (amount === null ? null : amount * factor);
  if (unit === "decade") return { amount: times(10), unit: "year" };
  if (unit === "century") return { amount: times(100), unit: "year" };
  if (unit === "minute") return { amount: null, unit: "hour" };
  return { amount, unit };
}

function fromReport(offset: number, unit: Unit, approximate: boolean): RelativeTime {
  const direction = offset < 0 ? "before" : offset > 0 ? "after" : "at";
  return { direction, ...inUnit(Math.abs(offset), unit), approximate, from: "report" };
}

function relativePeriod({ period, offset, half }: Extract<Meaning, { is: "period" }>): RelativeTime {
  if (offset === "near") return { direction: "before", amount: null, unit: "week", approximate: true, from: "report" };
  const unit = period === "weekend" ? "week" : period === "quarter" ? "month" : period;
  const count = period === "quarter" ? offset * 3 : offset;
  if (half === null) return fromReport(count, unit, period === "weekend" || period === "quarter");
  const direction = half === "earlier" ? "before" : "after";
  return { direction, amount: null, unit: inUnit(0, unit).unit, approximate: true, from: "report" };
}

/** "last Friday", "next March", and "on Tuesday", which in a report is a day gone by. */
function chosen(which: Which, unit: "day" | "year"): RelativeTime {
  const direction = which === "next" ? "after" : which === "this" ? "at" : "before";
  return { direction, amount: null, unit, approximate: unit === "year", from: "report" };
}
