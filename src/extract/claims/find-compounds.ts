import { type Lexicon, nameKey } from "../lexicon.ts";
import type { DraftMention } from "../mentions/draft.ts";
import type { Frame } from "../predicates/frame.ts";
import { isName, type Tree } from "../tree.ts";
import type { DraftClaim } from "./draft-claim.ts";
import type { FrameIndex } from "./find-claims.ts";
import type { PartyFinder } from "./party.ts";

/** "Turkey-backed rebels": the hyphenated word, its name half as a mention, and what it says of the noun it stands before. */
export interface Compound {
  mention: DraftMention;
  frame: Frame;
  token: number;
}

/** Hyphenated words whose one half carries a relation and whose other half is a name. Their mentions are to be added before claims are read. */
export function findCompounds(
  tree: Tree,
  sentence: number,
  text: string,
  frames: FrameIndex,
  lexicon: Lexicon,
): Compound[] {
  return tree.tokens.flatMap((token, at) => {
    const cut = token.text.lastIndexOf("-");
    if (cut <= 0) return [];
    const second = frames.get(`compound ${token.text.slice(cut + 1).toLowerCase()}`)?.[0];
    if (second) return half(tree, sentence, text, at, leftOf(tree, at), token.start + cut, second, lexicon);
    const first = token.text.indexOf("-");
    const prefix = frames.get(`prefix ${token.text.slice(0, first).toLowerCase()}`)?.[0];
    return prefix ? half(tree, sentence, text, at, token.start + first + 1, token.end, prefix, lexicon) : [];
  });
}

/** "Crescent Moon-affiliated": the name begins with the capitalised words right before. */
function leftOf(tree: Tree, at: number): number {
  let first = at;
  while (first > 0 && isName(tree.tokens[first - 1]!) && tree.tokens[first - 1]!.head >= first - 1) first--;
  return tree.tokens[first]!.start;
}

function half(
  tree: Tree,
  sentence: number,
  text: string,
  at: number,
  start: number,
  end: number,
  frame: Frame,
  lexicon: Lexicon,
): Compound[] {
  const words = text.slice(start, end);
  if (!/\p{Lu}/u.test(words)) return [];
  const listed = lexicon.names.get(nameKey(words));
  const demonym = lexicon.demonyms.get(nameKey(words));
  const mention: DraftMention = {
    sentence,
    first: tree.tokens.findIndex((token) => token.start === start || (token.start <= start && start < token.end)),
    last: at,
    head: at,
    start,
    end,
    type: listed?.type ?? (demonym ? "nationality" : "group"),
    sort: "name",
    basis: listed || demonym ? "list" : "guess",
    text: words,
    ...(demonym?.state ? { state: demonym.state } : {}),
  };
  return [{ mention, frame, token: at }];
}

/** What compounds say of the noun they describe. `mentionOf` gives the index that a compound's mention has received. */
export function compoundClaims(
  tree: Tree,
  sentence: number,
  compounds: readonly Compound[],
  mentionOf: (compound: Compound) => number,
  party: PartyFinder,
): DraftClaim[] {
  return compounds.flatMap((compound) => {
    const described = describedBy(tree, sentence, compound.token, party);
    const named = mentionOf(compound);
    if (described === null || described === named) return [];
    const side = (arc: string | undefined): number =>
      arc === "left"
        ? compound.frame.sort === "prefix"
          ? described
          : named
        : compound.frame.sort === "prefix"
          ? named
          : described;
    const token = tree.tokens[compound.token]!;
    return [
      {
        relation: compound.frame.relation,
        sentence,
        agents: [side(compound.frame.agent[0]?.at)],
        patients: [side(compound.frame.patient[0]?.at)],
        manner: { modality: "actual" as const, polarity: "affirmed" as const, because: [] },
        cue: [token.start, token.end] as [number, number],
        at: compound.token,
        rule: compound.frame.rule,
        confidence: 0.6,
      },
    ];
  });
}

/** The noun that the compound stands before: its head in the tree, else the next mention right of it. */
function describedBy(tree: Tree, sentence: number, at: number, party: PartyFinder): number | null {
  const up = tree.tokens[at]!.head;
  const byTree = up > at ? party(sentence, up) : null;
  if (byTree !== null) return byTree;
  for (let next = at + 1; next < Math.min(tree.tokens.length, at + 6); next++) {
    if (/^[,.;]$/.test(tree.tokens[next]!.text)) return null;
    const found = party(sentence, next);
    if (found !== null) return found;
  }
  return null;
}
