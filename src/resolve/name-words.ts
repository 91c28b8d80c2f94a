import anyAscii from "any-ascii";

/** What kind of name it is taken for: people and bodies are written, shortened and mistaken in different ways. */
export type NameSort = "person" | "body";

/** A name as the words that carry it. */
export interface NameWords {
  /** The words that tell it from others, folded to plain letters. */
  words: string[];
  /** Words that say what sort of thing it is, or nothing: legal forms, titles, articles. Never compared. */
  left: string[];
}

/** Folds a name to plain words: no case, accents, dots, apostrophes; digits in a word back to the letters they stand for. */
export function nameWords(name: string, sort: NameSort): NameWords {
  const spaced = sort === "person" ? initialsApart(splitScript(name)) : splitScript(name);
  const folded = unswap(joinedLetters(anyAscii(spaced).replace(/[’‘'`´ʻʼ]/g, "")).toLowerCase());
  const all = legalForms(
    folded
      .replace(/&/g, " and ")
      .replace(/[^a-z0-9]+/g, " ")
      .trim(),
    sort,
  )
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (sort === "body" ? numbers.get(word) : undefined) ?? spelling(word));
  const silent = sort === "person" ? personSilent : bodySilent;
  const words = withoutRepeats(all.filter((word) => !silent.has(word)));
  // "The Company" and "Mr President" are made of nothing else: then that is the name.
  if (words.length === 0) return { words: all, left: [] };
  return { words, left: all.filter((word) => silent.has(word)) };
}

/** "SergeiLavrov" is two words; so are a Chinese family name and a given name. */
function splitScript(name: string): string {
  return name.normalize("NFKC").replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, "$1 $2");
}

/** "JC Juncker" has two initials. */
function initialsApart(name: string): string {
  return name.replace(/^(\p{Lu})(\p{Lu})(?=\s+\p{Lu}\p{Ll})/u, "$1. $2.");
}

/** "A.B.C." and "U. S." are one word; "J. Smith" keeps its initial apart. */
function joinedLetters(name: string): string {
  return name
    .replace(/\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?/g, (letters) => `${letters.replaceAll(".", "")} `)
    .replace(/\b([A-Z]) (?=[A-Z]\b)/g, "$1");
}

/** "Ig0r Sech1n": a digit between letters is the letter that it looks like. */
function unswap(name: string): string {
  const looks: Record<string, string> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s" };
  return name.replace(/(?<=[a-z])[01345](?=[a-z])/g, (digit) => looks[digit]!);
}

const spelling = (word: string): string => word.replace(/isation(s?)$/, "ization$1").replace(/our$/, "or");

function withoutRepeats(words: readonly string[]): string[] {
  return [...new Set(words)];
}

const list = (words: string): Set<string> => new Set(words.split(/\s+/));

const personSilent = list(
  `the mr mrs ms miss dr prof professor sir dame lord lady monsieur madame herr frau senor don haji hajji mullah mulla maulvi mawlawi
   sheikh shaikh shaykh sheik qari president minister general gen colonel col major maj captain capt commander lieutenant lt king queen prince
   princess senator ambassador chancellor jr sr al el as ash ad ar at az an ul ud ibn bin ben bint ould of`,
);
const bodySilent = list(
  `the a an and of for in de la le des du et al el as ash ad ar
   company corporation incorporated limited plc llc llp lp gmbh ag akg sa sl srl sarl bv bvba nv ab as oy spa se ltd pty co corp inc kg ojsc oao zao pao ooo jsc
   pjsc sp zoo cv holding mv ss`,
);
const numbers = new Map(
  Object.entries({
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
    eight: "8",
    nine: "9",
    ten: "10",
    first: "1",
    second: "2",
    third: "3",
    fourth: "4",
    fifth: "5",
    sixth: "6",
    seventh: "7",
    eighth: "8",
    ninth: "9",
    tenth: "10",
    v: "5",
    x: "10",
    xv: "15",
    xx: "20",
    "1st": "1",
    "2nd": "2",
    "3rd": "3",
    "4th": "4",
    "5th": "5",
    "6th": "6",
    "7th": "7",
    "8th": "8",
    "9th": "9",
    "10th": "10",
    ii: "2",
    iii: "3",
    iv: "4",
    vi: "6",
    vii: "7",
    viii: "8",
    ix: "9",
    xi: "11",
    xii: "12",
    intl: "international",
    natl: "national",
    govt: "government",
    dept: "department",
    bros: "brothers",
    assn: "association",
  }),
);
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Legal forms of several words, and numbers of two, as one word each. */
function legalForms(name: string, sort: NameSort): string {
  const counted = tens.reduce(
    (text, ten, at) =>
      text.replace(new RegExp(`\\b${ten}(?: (${units.join("|")}))?\\b`, "g"), (_, unit?: string) =>
        String((at + 2) * 10 + (unit === undefined ? 0 : units.indexOf(unit) + 1)),
      ),
    name,
  );
  // Abd al-Aziz, Abdul Aziz: "servant of" belongs to the name that follows.
  if (sort === "person") return counted.replace(/\babd(?:[ae]l| [aeu]l)? (?=[a-z])/g, "abdul ");
  return longForms.reduce((text, form) => text.replace(form, " "), counted);
}

const longForms = [
  /\b(?:open |closed |public |private )?joint stock compan\w*/g,
  /\b(?:public |private )?limited liability company\b/g,
  /\bpublic limited company\b/g,
  /\baktiengesellschaft\b|\bgesellschaft mit beschrankter haftung\b/g,
  /\bsocietatea cu raspundere limitata\b|\bsociedad anonima\b|\bsociete anonyme\b/g,
  /\bobshchestvo s ogranichennoy otvetstvennostyu\b|\bobshchestvo s ogranichennoi otvetstvennost'?yu\b/g,
  /\baktsionernoe obshchestvo\b/g,
  /\bsp z o ?o\b|\bs a de c v\b|\bsa de cv\b/g,
];
