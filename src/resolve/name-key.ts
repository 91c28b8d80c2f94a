import anyAscii from "any-ascii";

const articles = /\b(?:al|el|an|as|ash|ad|ar|at|az)-(?=\p{L})|^(?:the|al|el|as|ash|an|a)\s+/giu;
/** Before a name, these say what someone is, not who. */
const titles =
  /^(?:president|prime minister|minister|king|queen|general|gen|colonel|col|major|captain|commander|sheikh|sheik|mullah|emir|mr|mrs|ms|dr|sir|senator|ambassador|chancellor|secretary)\.?\s+(?=\S)/i;

/** What two writings of a name share: no case, accent, article, title, hyphen, dot or apostrophe. */
export function nameKey(name: string): string {
  return anyAscii(
    name
      .normalize("NFKC")
      .replace(/['’‘ʻʼ`](?=s\b)(s)/giu, "")
      .replace(titles, "")
      .replace(articles, ""),
  )
    .toLowerCase()
    .replace(/['’‘ʻʼ`.]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/^(?:the|al|el) (?=.)| (?:al|el|the)(?= )/g, "");
}
