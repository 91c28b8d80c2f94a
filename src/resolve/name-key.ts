import anyAscii from "any-ascii";

/** Of the Arabic articles that take on the next word's sound, "ash" stands before "sh" only: "Ash Shabaab", not "Ash Brigade". */
const articles = /\b(?:al|el|an|as|ash|ad|ar|at|az)-(?=\p{L})|^(?:the|al|el|an|a)\s+|^(?:as\s+(?=s)|ash\s+(?=sh))/giu;
/** Before a name, these say what someone is, not who. */
const titles =
  /^(?:president|prime minister|minister|king|queen|general|gen|colonel|col|major|captain|commander|sheikh|sheik|mullah|emir|mr|mrs|ms|dr|sir|senator|ambassador|chancellor|secretary)\.?\s+(?=\S)/i;

/** Legal forms tell no company from another in the news, and are written or left out at will. */
const legalForms =
  /^(?:oao|ooo|pao|zao|pjsc|ojsc|jsc) (?=.)|(?<=.) (?:ltd|limited|inc|incorporated|plc|llc|gmbh|ag|aktiengesellschaft|nv|sa|spa|ojsc|pjsc|jsc)$/g;
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split(
    " ",
  );

/** What two writings of a name share: no case, accent, article, title, hyphen, dot, apostrophe or legal form; numbers as digits. */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = foldName(name);
  // Names come back by the thousand while a ledger is resolved; texts that are no names must not fill the memory.
  if (keys.size >= 500_000) keys.clear();
  keys.set(name, key);
  return key;
}

const keys = new Map<string, string>();

function foldName(name: string): string {
  return anyAscii(
    name
      .normalize("NFKC")
      .replace(/['’‘ʻʼ`](?=s\b)(s)/giu, "")
      .replace(titles, "")
      .replace(articles, "")
      .replace(/&/g, " and "),
  )
    .toLowerCase()
    .replace(/['’‘ʻʼ`.]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/^(?:the|al|el|harakat) (?=.)| (?:al|el|the|e|i)(?= )/g, "")
    .replace(legalForms, "")
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/g, "$1")
    .replace(/\b[a-z]+(?:st|nd|rd|th)\b/g, (word) => String(ordinals.indexOf(word) + 1 || word));
}
