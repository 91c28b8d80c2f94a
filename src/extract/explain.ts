import type { Claim, Mention, Reading } from "../terms/index.ts";
import { sentencesOf } from "./report-sentences.ts";
import type { ExtractTools } from "./tools.ts";
import { growTree, type Tree } from "./tree.ts";

/**
 * How a reading came about, for people: each sentence that claims something, drawn as its tree (word, tag, arc), and under it every
 * claim with the word that tells it and the line of the lexicon, or the tagger's probability, that it rests on.
 */
export async function explainReading(reading: Reading, tools: ExtractTools): Promise<string> {
  const { sentences } = sentencesOf(reading.report);
  const tagged = await tools.tagger.tag(sentences);
  return tagged.sentences
    .map(growTree)
    .flatMap((tree) => {
      const claims = reading.claims.filter(({ cue }) => tree.start <= cue[0] && cue[1] <= tree.end);
      return claims.length === 0 ? [] : [explainSentence(tree, claims, reading)];
    })
    .join("\n");
}

function explainSentence(tree: Tree, claims: readonly Claim[], reading: Reading): string {
  const cues = new Map<number, string>();
  tree.tokens.forEach((token, at) => {
    const told = claims.filter(({ cue }) => cue[0] <= token.start && token.end <= cue[1]).map(({ id }) => id);
    if (told.length > 0) cues.set(at, told.join(" "));
  });
  const sentence = reading.report.text.slice(tree.start, tree.end).replace(/\s+/g, " ").trim();
  const lines = [
    sentence,
    "",
    ...drawTree(tree, cues),
    "",
    ...claims.map((claim) => `  ${explainClaim(claim, reading)}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** The tree from its root down, children in the order of the text. */
export function drawTree(tree: Tree, marks: ReadonlyMap<number, string> = new Map()): string[] {
  const lines: string[] = [];
  const draw = (at: number, before: string, last: boolean, top: boolean): void => {
    const token = tree.tokens[at]!;
    const mark = marks.get(at);
    const branch = top ? "" : last ? "└─ " : "├─ ";
    lines.push(`  ${before}${branch}${token.text}  ${token.pos} ${token.deprel}${mark ? `  ← ${mark}` : ""}`);
    const children = tree.children[at] ?? [];
    const under = top ? before : `${before}${last ? "   " : "│  "}`;
    children.forEach((child, order) => {
      draw(child, under, order === children.length - 1, false);
    });
  };
  tree.tokens.forEach((token, at) => {
    if (token.head < 0) draw(at, "", true, true);
  });
  return lines;
}

function explainClaim(claim: Claim, { mentions, report }: Reading): string {
  const named = new Map<string, Mention>(mentions.map((mention) => [mention.id, mention]));
  const words = (ids: readonly string[]): string =>
    ids.map((id) => report.text.slice(named.get(id)!.start, named.get(id)!.end).replace(/\s+/g, " ")).join(" + ") ||
    "–";
  const manner = [claim.modality, claim.polarity === "negated" ? "not" : ""].filter(Boolean).join(" ");
  const voices = claim.voices.map(({ name, stance }) => `${name} (${stance})`).join(" → ") || "the report itself";
  const basis =
    claim.by.rule === "tagger"
      ? `the tagger, ${claim.confidence.toFixed(2)}`
      : `${claim.by.rule ?? claim.by.method}, ${claim.confidence.toFixed(2)}`;
  const when = claim.time ? (claim.time.edtf ?? "a time that hangs on another") : "no date";
  return `${claim.id} ${claim.relation}: ${words(claim.agents)} > ${words(claim.patients)} | ${manner} | says ${voices} | ${when} | by ${basis}`;
}
