/** Languages whose month names are known: those of most of the world's news, by the runtime's own tables. */
const languages =
  "en de fr es it pt nl pl cs sk sv da nb fi hu ro tr ru uk bg el sr hr sl lt lv et sq mk ca gl eu id ms vi fa ar he hi bn ur".split(
    " ",
  );

/** Spellings that the tables lack. */
const spellings: Record<string, number> = {
  jän: 1,
  jänner: 1,
  feber: 2,
  märz: 3,
  mrz: 3,
  maart: 3,
  mrt: 3,
  avr: 4,
  avril: 4,
  sept: 9,
  okt: 10,
  dez: 12,
  dic: 12,
  set: 9,
  ago: 8,
  abr: 4,
  fev: 2,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  août: 8,
  aout: 8,
  déc: 12,
  dec: 12,
  fevr: 2,
  février: 2,
  fevrier: 2,
  decembre: 12,
  января: 1,
  мая: 5,
};

let known: Map<string, number> | null = null;
let pattern: string | null = null;

/** The number of a month by its name or abbreviation, in any of the languages; null for other words. */
export function monthNumber(word: string): number | null {
  return monthsByName().get(fold(word)) ?? null;
}

/** All names as one alternative of a regular expression, longest first. */
export function monthPattern(): string {
  pattern ??= [...monthsByName().keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  return pattern;
}

function monthsByName(): Map<string, number> {
  if (known) return known;
  known = new Map();
  for (const language of languages) addMonths(known, language);
  for (const [name, month] of Object.entries(spellings)) known.set(name, month);
  return known;
}

/** The name alone and the name inside a date, which many languages inflect; long and short. */
function addMonths(months: Map<string, number>, language: string): void {
  const options = { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" } as const;
  for (const month of ["long", "short"] as const)
    for (const format of [
      new Intl.DateTimeFormat(language, { ...options, month }),
      new Intl.DateTimeFormat(language, { ...options, month, day: "numeric" }),
    ])
      for (let number = 1; number <= 12; number++) {
        const name = format
          .formatToParts(new Date(Date.UTC(2024, number - 1, 15)))
          .find(({ type }) => type === "month")?.value;
        const folded = name ? fold(name) : "";
        if (/^\p{L}[^\d]{2,}$/u.test(folded) && !months.has(folded)) months.set(folded, number);
      }
}

const fold = (word: string): string => word.toLowerCase().replace(/\.$/, "").normalize("NFC");
