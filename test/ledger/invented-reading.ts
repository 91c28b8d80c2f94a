import { type Claim, type Mention, type Reading, readingFormat, type Voice } from "../../src/terms/index.ts";
import { plainReport } from "../plain-report.ts";

export interface InventedClaim extends Partial<Omit<Claim, "agents" | "patients" | "voices">> {
  relation: Claim["relation"];
  agents: string[];
  patients?: string[];
  voices?: { name: string; stance?: Voice["stance"] }[];
  on?: string;
}

/** A reading made by hand: every name in the sentence is a mention, and each claim stands in a sentence of its own. */
export function inventReading(
  name: string,
  about: { published?: string | null; publisher?: string; captured?: string | null },
  claims: readonly InventedClaim[],
): Reading {
  let text = "";
  const mentions: Mention[] = [];
  const actors = new Map<string, string>();
  const mention = (words: string): string => {
    const start = text.length;
    text += words;
    const actor = actors.get(words) ?? `a${actors.size + 1}`;
    actors.set(words, actor);
    const id = `m${mentions.length + 1}`;
    const type = /Concord|Pact/.test(words) ? "alliance" : /^(Nasir|Faris|Idris) /.test(words) ? "person" : "group";
    mentions.push({ id, start, end: text.length, type, actor, head: [start, text.length], pronoun: false });
    text += " ";
    return id;
  };
  const made = claims.map(({ relation, agents, patients = [], voices = [], on, ...rest }, at): Claim => {
    const start = text.length;
    const agentIds = agents.map(mention);
    const cue: [number, number] = [text.length, text.length + relation.length];
    text += `${relation} `;
    const patientIds = patients.map(mention);
    const chain = voices.map(({ name, stance = "states" }) => ({ mention: mention(name), name, cue: null, stance }));
    text += `(${name}). `;
    return {
      id: `c${at + 1}`,
      relation,
      agents: agentIds,
      patients: patientIds,
      polarity: "affirmed",
      modality: "actual",
      time: on === undefined ? null : { edtf: on, start: on, end: on, text: null, of: "event" },
      place: null,
      voices: chain,
      cue,
      evidence: [[start, text.length - 1]],
      confidence: 0.9,
      by: { method: "by hand", version: "1" },
      ...rest,
    };
  });
  return {
    format: readingFormat,
    report: plainReport(name, text, {
      source: { path: `${name}.txt` },
      captured: about.captured ?? null,
      published: about.published ?? null,
      publisher: about.publisher ?? null,
    }),
    mentions,
    claims: made,
    attributions: [],
  };
}
