import { actorTypes, mentionTypes } from "../mention.ts";
import { modalityMeanings } from "../modality.ts";
import { type RelationTerm, relationTerms, type TieRelation, tieRelations } from "../relation.ts";
import { claimParts, partKinds } from "../report.ts";
import { type TieEffect, tieEffects } from "../tie-effects.ts";
import { stances } from "../voice.ts";

/** docs/vocabulary.md: every word of the vocabulary with what it means, for people. */
export function vocabularyPage(): string {
  return `# The vocabulary

One word per idea: the same in the code, in the ledger, in the API, on the screen and in the training data.
This page is generated from \`src/terms\` by \`npm run docs\`; edit the terms, not the page.

## Relations that last: ties

A tie is never stored: it follows from claims. \`entente why A B\` prints how. Symmetric relations are marked ↔.

${relationTable("tie")}

What begins and ends each of them, by the event calculus: the event, and between whom it has its effect. A tie claimed as a
state supports itself; a leader ends the former leader's tie; events that are not named here leave every tie as it is.

${effectTable()}

## Relations that happen: events

${relationTable("event")}

## Modality: in what way it is said

Only \`actual\` claims that are affirmed make or end a tie. Polarity (\`affirmed\`, \`negated\`) is apart from modality:
"has never joined" is actual and negated; "refused to join" is refused and affirmed.

${table(
  ["modality", "it is said that"],
  Object.entries(modalityMeanings).map(([word, meaning]) => [code(word), meaning]),
)}

## Voices: who says so

A claim carries the chain of its voices, outermost first; the report's publisher stands before them and is not repeated.
"Fars reported citing al-Watan" is Fars News, then al-Watan. The innermost voice is the claim's **origin**. Claims with the
same origin, and claims in copies of one text, are one testimony, however many outlets carry them. Each voice has a stance:
${stances.map(code).join(", ")}.

## Mentions: what names an actor, a place or a time

${mentionTypes.map(code).join(", ")}. Those that can act: ${actorTypes.map(code).join(", ")}.

## Parts of a report

Claims are read from ${claimParts.map(code).join(", ")}. The rest is furniture, kept and named but never read as the report's
own claims: ${partKinds
    .filter((kind) => !claimParts.includes(kind))
    .map(code)
    .join(", ")}.
`;
}

function relationTable(sort: RelationTerm["sort"]): string {
  const rows = Object.entries(relationTerms as Record<string, RelationTerm>)
    .filter(([, term]) => term.sort === sort)
    .map(([relation, term]) => [`${code(relation)}${term.symmetric ? " ↔" : ""}`, term.reads, elsewhere(term)]);
  return table(["relation", "reads", "nearest terms elsewhere"], rows);
}

function effectTable(): string {
  return table(
    ["tie", "begun by", "ended by"],
    tieRelations.map((tie) => [code(tie), eventsThat("begins", tie), eventsThat("ends", tie)]),
  );
}

function eventsThat(does: TieEffect["does"], tie: TieRelation): string {
  const events = Object.entries(tieEffects).flatMap(([event, effects]) =>
    effects
      .filter((effect) => effect.does === does && effect.tie === tie)
      .map(({ reach }) => `${code(event)} (${reach})`),
  );
  return events.join(", ") || "—";
}

/** "CAMEO 05, 06; PLOVER AGREE": where other vocabularies put it. */
function elsewhere({ cameo, plover, stix, ftm }: RelationTerm): string {
  const names = [
    cameo && `CAMEO ${cameo.join(", ")}`,
    plover && `PLOVER ${plover.join(", ")}`,
    stix && `STIX ${stix}`,
    ftm && `FtM ${ftm}`,
  ];
  return names.filter(Boolean).join("; ") || "—";
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function code(word: string): string {
  return `\`${word}\``;
}
