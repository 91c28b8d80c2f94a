import { type Claim, type Mention, type Reading, readingFormat } from "../src/terms/index.ts";
import type { InventedReport } from "./invent-ledger.ts";

/** An invented report as the reading that a reader would have made of it, with every name where it stands in the text. */
export function readingOf({ report, actors, claims }: InventedReport): Reading {
  const nameOf = new Map(actors.map(({ actor, names }) => [actor, names[0]!]));
  const mentions: Mention[] = [];
  let text = "";
  const mention = (actor: string): string => {
    const start = text.length;
    text += nameOf.get(actor) ?? actor;
    const id = `m${mentions.length + 1}`;
    mentions.push({ id, start, end: text.length, type: "group", actor, head: [start, text.length], pronoun: false });
    return id;
  };
  const made = claims.map((row): Claim => {
    const start = text.length;
    const agents = row.agents.map(mention);
    const cue: [number, number] = [text.length + 1, text.length + 1 + row.relation.length];
    text += ` ${row.relation} `;
    const patients = row.patients.map(mention);
    text += ".";
    const voices = row.voices.map(({ actor: _, ...voice }) => voice);
    const { localId: id, relation, polarity, modality, time, place, confidence } = row;
    const evidence: [number, number][] = [[start, text.length]];
    text += " ";
    const said = { id, relation, agents, patients, polarity, modality, time, place, voices };
    return { ...said, cue, evidence, confidence, by: { method: "invented", version: "1" } };
  });
  const { id, name, publisher, published } = report;
  return {
    format: readingFormat,
    report: {
      ...{ id, name, publisher, published, captured: null, publishedFrom: null, source: { path: `${name}.txt` } },
      ...{ byline: [], section: null, language: "en", title: null, tags: [], related: [], images: [], notes: [] },
      text,
      parts: [{ kind: "body", start: 0, end: text.length }],
    },
    mentions,
    claims: made,
    attributions: [],
  };
}
