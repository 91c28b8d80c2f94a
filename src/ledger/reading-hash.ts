import { contentId, type Reading } from "../terms/index.ts";

/** The hash under which a reading is recorded; `ledger check` makes it again. */
export const readingHash = (reading: Reading): string => contentId("r", [canonical(reading)]);

/** The same value with its keys in one order: jsonb does not keep the order that it was given. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, field]) => [key, canonical(field)]),
  );
}
