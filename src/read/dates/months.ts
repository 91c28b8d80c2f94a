/** Languages whose month names are known: those of most of the world's news, by the runtime's own tables. */
export const languages =
  "en de fr es it pt nl pl cs sk sv da nb fi hu ro tr ru uk bg el sr hr sl lt lv et sq mk ca gl eu id ms vi th fa ar ar-SY he hi bn ur".split(
    " ",
  );

/** The calendars in which pages date themselves by month names. A Buddhist or Japanese year is a Gregorian one by another count. */
type MonthCalendar = "gregory" | "islamic" | "persian" | "hebrew";

/** A month that a name may stand for: `nisan` is April in Turkish and a month of spring in Hebrew; the year tells which. */
export interface Month {
  calendar: MonthCalendar;
  /** From 1; Hebrew months are counted from Tishri, as in a leap year: the sixth and seventh are Adar I and Adar II. */
  number: number;
}

/** A month's name in a line. */
export interface MonthWord {
  months: readonly Month[];
  start: number;
  end: number;
}

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

/** Spellings of other calendars' months that English reports use beside those of the tables. */
const otherSpellings: Record<Exclude<MonthCalendar, "gregory">, readonly (readonly [number, string])[]> = {
  islamic: [
    [3, "rabi al-awwal"],
    [3, "rabi al-awal"],
    [3, "rabi ul-awwal"],
    [4, "rabi al-thani"],
    [4, "rabi al-akhir"],
    [4, "rabi ul-thani"],
    [5, "jumada al-awwal"],
    [5, "jumada al-ula"],
    [5, "jamadi ul-awwal"],
    [6, "jumada al-thani"],
    [6, "jumada al-akhirah"],
    [6, "jamadi ul-thani"],
    [8, "shaaban"],
    [9, "ramazan"],
    [9, "ramadhan"],
    [10, "shawwal"],
    [11, "dhu al-qadah"],
    [11, "dhul-qadah"],
    [11, "zul qadah"],
    [12, "dhu al-hijjah"],
    [12, "dhul-hijjah"],
    [12, "zul hijjah"],
  ],
  persian: [
    [6, "shahrivar"],
    [5, "amordad"],
    [8, "abaan"],
  ],
  hebrew: [
    [2, "cheshvan"],
    [2, "marcheshvan"],
    [4, "teves"],
    [5, "shvat"],
    [7, "adar"],
    [10, "tammuz"],
    [1, "tishrei"],
    [2, "חשון"],
    [7, "אדר"],
  ],
};

let known: Map<string, Month[]> | null = null;
let firstWords: Set<string> | null = null;
const mostWords = 3; // "Jumada al-Thani"; names of more words are found by their first three.

/** Every month's name in the line, longest first where one begins another. */
export function findMonthWords(line: string): MonthWord[] {
  const names = monthsByName();
  const words = [...line.matchAll(/[\p{L}\p{M}'’‘ʻʼ`\u200c]+/gu)].slice(0, 120);
  const found: MonthWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = monthAt(line, words, at, names);
    if (!word) continue;
    found.push(word);
    while (words[at + 1] && words[at + 1]!.index < word.end) at++;
  }
  return found;
}

function monthAt(
  line: string,
  words: readonly RegExpExecArray[],
  at: number,
  names: ReadonlyMap<string, Month[]>,
): MonthWord | null {
  const { 0: text, index } = words[at]!;
  for (const stem of stemsOf(text)) {
    if (!firstWords!.has(fold(stem))) continue;
    const start = index + text.length - stem.length;
    for (let count = Math.min(mostWords, words.length - at); count > 0; count--) {
      const last = words[at + count - 1]!;
      const end = last.index + last[0].length;
      const months = end - start < 40 ? names.get(fold(line.slice(start, end))) : undefined;
      if (months) return { months, start, end };
    }
  }
  return null;
}

/** `d'octubre` and `בפברואר` carry a preposition. */
function stemsOf(word: string): string[] {
  const bare = /^(?:d['’]|ב)(.{2,})$/iu.exec(word)?.[1];
  return bare ? [word, bare] : [word];
}

/** The number of a month of the Gregorian calendar by its name or abbreviation, in any of the languages; null for other words. */
export function monthNumber(word: string): number | null {
  return (
    monthsByName()
      .get(fold(word))
      ?.find(({ calendar }) => calendar === "gregory")?.number ?? null
  );
}

function monthsByName(): Map<string, Month[]> {
  if (known) return known;
  known = new Map();
  for (const language of languages) addMonths(known, language, "gregory");
  for (const [name, number] of Object.entries(spellings)) addMonth(known, name, { calendar: "gregory", number }, true);
  for (const language of ["en", "ar", "fa", "tr", "id", "ms", "ur", "fr", "bn"]) addMonths(known, language, "islamic");
  for (const language of ["en", "fa", "fr"]) addMonths(known, language, "persian");
  for (const language of ["en", "he", "fr"]) addMonths(known, language, "hebrew");
  for (const calendar of ["islamic", "persian", "hebrew"] as const)
    for (const [number, name] of otherSpellings[calendar]) addMonth(known, name, { calendar, number });
  firstWords = new Set([...known.keys()].map((name) => name.split(" ")[0]!));
  return known;
}

const codes = { gregory: "gregory", islamic: "islamic-umalqura", persian: "persian", hebrew: "hebrew" } as const;

/** The name alone and the name inside a date, which many languages inflect; long and short. */
function addMonths(months: Map<string, Month[]>, language: string, calendar: MonthCalendar): void {
  const options = { timeZone: "UTC", calendar: codes[calendar], numberingSystem: "latn" } as const;
  for (const month of calendar === "gregory" ? (["long", "short"] as const) : (["long"] as const))
    for (const format of [
      new Intl.DateTimeFormat(language, { ...options, month }),
      new Intl.DateTimeFormat(language, { ...options, month, day: "numeric" }),
    ])
      for (const [number, day] of monthDays[calendar].entries()) {
        const name = format.formatToParts(day).find(({ type }) => type === "month")?.value;
        if (name && /^\p{L}[^\d]{2,}$/u.test(fold(name)))
          addMonth(months, name.replace(/^(de |d’)/, ""), { calendar, number: number + 1 });
      }
}

/** A day in each month: of 2024 for the months of the Sun, of the Muslim year 1445, of the Hebrew leap year 5784. */
const monthDays: Record<MonthCalendar, readonly Date[]> = {
  gregory: Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15))),
  islamic: Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, 6, 30 + month * 29.53))),
  persian: Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, 3, 3 + month * 30.4))),
  hebrew: Array.from({ length: 13 }, (_, month) => new Date(Date.UTC(2023, 8, 28 + month * 29.53))),
};

function addMonth(months: Map<string, Month[]>, name: string, month: Month, over = false): void {
  const folded = fold(name);
  const held = months.get(folded) ?? [];
  if (over) months.set(folded, [month, ...held.filter(({ calendar }) => calendar !== month.calendar)]);
  else if (!held.some(({ calendar }) => calendar === month.calendar)) months.set(folded, [...held, month]);
}

/** Case, dots, apostrophes and the marks that Arabic script may leave out do not count; hyphens are blanks. */
const fold = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFC")
    .replace(/['’‘ʻʼ`´ʾʿ.\u064b-\u0652\u0654]/g, "")
    .replace(/[\s\u00a0\u200c\u200f-]+/g, " ")
    .trim();
