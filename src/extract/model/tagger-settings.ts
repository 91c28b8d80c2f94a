import { z } from "zod";
import { Modality, Relation } from "../../terms/index.ts";

const labels = z.array(z.string().min(1)).min(1).readonly();
const weights = z.array(z.number()).readonly();
const part = z.object({ name: z.string().min(1), sha256: z.string().length(64) });

/** What stands in `models/tagger.json`: the labels in the order of the model's outputs, and how its scores are read. */
export const taggerSettings = z.object({
  format: z.literal("entente-tagger/1"),
  version: z.string().min(1),
  model: part,
  vocabulary: part,
  labels: z.object({ pos: labels, deprels: labels, names: labels, mentions: labels }),
  mentions: z.object({
    least: z.array(z.number()).readonly(),
    temperature: z.number().positive(),
    widest: z.int().positive(),
  }),
  attributions: z.object({
    anchor: z.number(),
    source: z.number(),
    content: z.number(),
    cue: z.number(),
    contentSwitch: z.number(),
    temperature: z.number().positive(),
    bias: z.number(),
  }),
  claims: z
    .object({
      relations: z.array(Relation).min(1).readonly(),
      modalities: z.array(Modality).min(1).readonly(),
      least: z.array(z.number()).readonly(),
      hints: z.object({ plain: weights, joined: weights, listed: weights }).optional(),
      agent: z.number(),
      patient: z.number(),
      voice: z.number(),
      faint: z.number(),
      spread: z.number(),
      negated: z.number(),
      temperature: z.number().positive(),
      bias: z.number(),
    })
    .optional(),
});

export type TaggerSettings = z.infer<typeof taggerSettings>;
