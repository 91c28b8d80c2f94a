import type { DraftMention } from "../mentions/draft.ts";

/** Two mentions that the text itself says are one actor, with the words that say so. */
export interface AliasPair {
  one: number;
  other: number;
  cue: [start: number, end: number];
  /** "formerly": the second is the older name. */
  former: boolean;
}

const knownAs =
  /^[\s,(–—-]*(?:also|better|formerly|previously|once|commonly|locally|now|then|otherwise|sometimes|until recently)?\s*(?:known|called|referred to|dubbed|styled|nicknamed|named)\s+(?:\w+ly\s+)?(?:as|in \w+ as|by its \w+ \w+(?: as)?)?\s*(?:the\s+)?["“'‘]?$/i;
const shortKnown =
  /^[\s,(–—-]*(?:a\.?k\.?a\.?|alias|formerly|previously|officially|or|née|the former|ex-)\s*(?:the\s+)?["“'‘]?$/i;
const bracket =
  /^(?:['’]s?)?\s*[([]\s*(?:or|also|formerly|the|aka|a\.k\.a\.|known as|in \w+:?)?\s*(?:the\s+)?["“'‘]?$/i;

/** "A (B)", "A, also known as B", "A, formerly B": pairs of names next to each other with such words between. */
export function findAliases(mentions: readonly DraftMention[], text: string): AliasPair[] {
  const names = mentions
    .map((mention, at) => ({ mention, at }))
    .filter(({ mention }) => mention.sort === "name" && mention.type !== "nationality");
  const pairs: AliasPair[] = [];
  for (let next = 1; next < names.length; next++) {
    const { mention: one, at } = names[next - 1]!;
    const { mention: other, at: otherAt } = names[next]!;
    if (one.sentence !== other.sentence || other.start < one.end) continue;
    // "Ilva Dorn (born 1961), also known as": what stands in brackets before says something else.
    const between = text.slice(one.end, other.start).replace(/^\s*\([^()]*\)(?=,)/, "");
    // "The Command's (COMNAV) ships" gives its initials; "Dorn's (Varga's) men" names two.
    if (/^['’]/.test(between) && !/^[\p{Lu}\p{N}-]+$/u.test(other.text)) continue;
    const after = text.slice(other.end, other.end + 2);
    const closes = /^["”'’]?\s?[)\]]/.test(after);
    const said = knownAs.test(between) || shortKnown.test(between);
    if (!(said || (bracket.test(between) && closes && compatible(one, other, between)))) continue;
    // "or" between names is mostly an alternative, not an alias: it needs commas round the second.
    if (/^\s*,?\s*or\s/i.test(between) && !/^\s*,\s*or/i.test(between)) continue;
    pairs.push({
      one: at,
      other: otherAt,
      cue: cueOf(one, other, between),
      former: /former|previous|once|ex-/i.test(between),
    });
  }
  return pairs;
}

/** A person in brackets after a party, a place after a person: no alias. Two groups, or a name and its initials: one. */
function compatible(one: DraftMention, other: DraftMention, between: string): boolean {
  if (/known|formerly|aka|a\.k\.a|also/i.test(between)) return true;
  const place = one.type === "place" || other.type === "place";
  const person = (one.type === "person") !== (other.type === "person");
  if (place && one.type !== other.type) return false;
  if (person && one.basis !== "guess" && other.basis !== "guess") return false;
  return !(one.type === "outlet") && other.type !== "outlet";
}

function cueOf(one: DraftMention, other: DraftMention, between: string): [number, number] {
  const inner = between.trim();
  const start = inner ? other.start - between.length + between.indexOf(inner) : one.end;
  return [start, Math.max(start + 1, start + inner.length)].map((offset) => Math.min(offset, other.start)) as [
    number,
    number,
  ];
}
