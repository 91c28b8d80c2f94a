import { type Claim, claimParts, type PartKind, type Reading, type Span } from "../terms/index.ts";

/** A stretch of a part that is shown in one way. */
export interface Stretch {
  text: string;
  /** Stands in the evidence of some claim: which ones, so that a click finds them. */
  claims: string[];
  /** Stands in the evidence, or is the cue, of the claim that is held up. */
  lit: "evidence" | "cue" | "party" | "voice" | null;
}

/** A part of the report, cut into stretches. Furniture is shown, greyed and named, and holds no claims. */
export interface ShownPart {
  kind: PartKind;
  furniture: boolean;
  stretches: Stretch[];
}

/** The report as it is shown, with one claim (or none) held up. Offsets are those of the reading: nothing is moved. */
export function shownParts(reading: Reading, held: Claim | null): ShownPart[] {
  const { text, parts } = reading.report;
  const lights = held === null ? [] : lightsOf(reading, held);
  return parts.map(({ kind, start, end }) => {
    const furniture = !claimParts.includes(kind);
    return { kind, furniture, stretches: cut(text, [start, end], furniture ? [] : reading.claims, lights) };
  });
}

type Light = [Span, NonNullable<Stretch["lit"]>];

/** What of the held claim is lit, the strongest last. */
function lightsOf(reading: Reading, claim: Claim): Light[] {
  const spanOf = (id: string): Span[] => {
    const mention = reading.mentions.find((each) => each.id === id);
    return mention === undefined ? [] : [[mention.start, mention.end]];
  };
  return [
    ...claim.evidence.map((span): Light => [span, "evidence"]),
    ...claim.voices
      .flatMap(({ mention }) => (mention === null ? [] : spanOf(mention)))
      .map((span): Light => [span, "voice"]),
    ...[...claim.agents, ...claim.patients].flatMap(spanOf).map((span): Light => [span, "party"]),
    [claim.cue, "cue"],
  ];
}

function cut(text: string, [start, end]: Span, claims: readonly Claim[], lights: readonly Light[]): Stretch[] {
  const evidence = claims.flatMap((claim) => claim.evidence.map((span) => ({ span, id: claim.id })));
  const inside = ([from, to]: Span) => to > start && from < end;
  const spans = [...evidence.map(({ span }) => span), ...lights.map(([span]) => span)].filter(inside);
  const edges = new Set([start, end, ...spans.flat().filter((edge) => edge > start && edge < end)]);
  const sorted = [...edges].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1]!;
    const covers = ([first, last]: Span) => first <= from && last >= to;
    return {
      text: text.slice(from, to),
      claims: evidence.filter(({ span }) => covers(span)).map(({ id }) => id),
      lit: lights.filter(([span]) => covers(span)).at(-1)?.[1] ?? null,
    };
  });
}

/** A claim's parties in words, from the reading alone: for texts that are not kept. */
export function mentionText(reading: Reading, id: string): string {
  const mention = reading.mentions.find((each) => each.id === id);
  if (mention === undefined) return id;
  if (mention.pronoun && mention.actor !== null) {
    const named = reading.mentions.find((each) => each.actor === mention.actor && !each.pronoun);
    if (named !== undefined) return reading.report.text.slice(named.start, named.end);
  }
  return reading.report.text.slice(mention.start, mention.end);
}
