import { z } from "zod";

/** In what way a claim is said, each with the sentence that explains it in the generated vocabulary. */
export const modalityMeanings = {
  actual: "it is so, or it happened",
  planned: "announced, or about to happen",
  proposed: "offered, urged or suggested",
  demanded: "ordered or called for",
  attempted: "tried; it failed, or the outcome is not said",
  refused: "the agent would not",
  denied: "a voice says that it is not so",
  possible: "may be so; feared, or unclear",
  conditional: "only if something else comes about",
} as const;

export type Modality = keyof typeof modalityMeanings;
export const modalities = Object.keys(modalityMeanings) as [Modality, ...Modality[]];
export const Modality = z.enum(modalities);

export const polarities = ["affirmed", "negated"] as const;
export const Polarity = z.enum(polarities);
export type Polarity = z.infer<typeof Polarity>;
