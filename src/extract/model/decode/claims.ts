import type { Modality, Relation } from "../../../terms/index.ts";
import type { Scores } from "../scores.ts";
import { rangesOf, type WordRange } from "./stretches.ts";

/** Labels in the order of the model's outputs, and the logits above which a word tells a relation or is a party's. */
export interface ClaimSettings {
  relations: readonly Relation[];
  modalities: readonly Modality[];
  /** For each relation. */
  least: readonly number[];
  agent: number;
  patient: number;
  voice: number;
  /** Where no word reaches an agent's or a patient's logit, the likeliest is taken if it is above this. */
  faint: number;
  /** A party's run of words goes on as far as their logits are above this. */
  spread: number;
  negated: number;
  /** For each relation, what it adds that the lexicon knows the word to tell it. */
  hints?: { plain: readonly number[]; joined: readonly number[]; listed: readonly number[] } | undefined;
  temperature: number;
  bias: number;
}

/** A claim by words of its window; `score` is the logit of its relation. */
export interface ClaimedWords {
  cue: number;
  relation: Relation;
  modality: Modality;
  negated: boolean;
  agents: WordRange[];
  patients: WordRange[];
  voices: WordRange[];
  score: number;
}

/** What a window claims: each word may tell the relations that its scores reach, between the parties that it picks. */
export function decodeClaims(scores: Scores, settings: ClaimSettings): ClaimedWords[] {
  const { relations, modalities, negated, cues, parties, words } = scores;
  if (!relations || !modalities || !negated || !cues || !parties) return [];
  const found: ClaimedWords[] = [];
  const wide = settings.relations.length;
  for (const [at, cue] of cues.subarray(0, -1).entries()) {
    const told = settings.relations.flatMap((relation, which) => {
      const score = relations[cue * wide + which]!;
      return score > settings.least[which]! ? [{ relation, score, over: score - settings.least[which]! }] : [];
    });
    const role = (which: number, least: number, faint: number): WordRange[] => {
      const start = (at * 3 + which) * words;
      return partyRuns(parties.subarray(start, start + words), cue, { least, faint, spread: settings.spread });
    };
    const shared = {
      cue,
      modality: bestModality(modalities, cue, settings.modalities),
      negated: negated[cue]! > settings.negated,
      agents: role(0, settings.agent, settings.faint),
      patients: role(1, settings.patient, settings.faint),
      voices: role(2, settings.voice, settings.voice),
    };
    told.sort((one, other) => other.over - one.over);
    for (const { relation, score } of told.slice(0, 2)) found.push({ ...shared, relation, score });
  }
  return found;
}

/** The runs of words above `spread` with one above `least` in them, or the one around the likeliest word if that is above `faint`. */
function partyRuns(
  scores: Float32Array,
  cue: number,
  { least, faint, spread }: { least: number; faint: number; spread: number },
): WordRange[] {
  let top = Number.NEGATIVE_INFINITY;
  for (let word = 0; word < scores.length; word++) if (word !== cue) top = Math.max(top, scores[word]!);
  if (!(top > Math.min(least, faint))) return [];
  const seeds = (word: number): boolean => word !== cue && (top > least ? scores[word]! > least : scores[word] === top);
  const chosen: number[] = [];
  for (let word = 0; word < scores.length; word++)
    if (word !== cue && (scores[word]! > spread || seeds(word))) chosen.push(word);
  return rangesOf(chosen).filter(([from, to]) => {
    for (let word = from; word < to; word++) if (seeds(word)) return true;
    return false;
  });
}

function bestModality(scores: Float32Array, cue: number, labels: readonly Modality[]): Modality {
  let best = 0;
  for (let at = 1; at < labels.length; at++)
    if (scores[cue * labels.length + at]! > scores[cue * labels.length + best]!) best = at;
  return labels[best]!;
}
