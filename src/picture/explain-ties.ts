import {
  type ActorId,
  type PictureQuery,
  type ResolvedHoldings,
  type Tie,
  type Why,
  type WhyStep,
  whyFormat,
} from "../terms/index.ts";
import { type PictureOptions, tiesOf } from "./derive-picture.ts";
import { type PlacedClaim, placeClaims, type Scene } from "./scene.ts";
import { type Step, stepsByTie } from "./steps.ts";

/**
 * Why two actors stand to each other as they do: their ties on the day, ended ones included, and every claim about the
 * two in the order of what it tells, with the rule that applied, the sentence, its report and its voices. Claims that
 * change no tie (a proposal, a refusal, a meeting) are steps that leave it as it is.
 */
export function explainTies(
  holdings: ResolvedHoldings,
  query: PictureQuery,
  one: ActorId,
  other: ActorId,
  options: PictureOptions = {},
): Why {
  return explainScene(placeClaims(holdings, query.publishedBy), query, one, other, options);
}

/** The same from claims that are placed already: all that name both, and all that their ties depend on. */
export function explainScene(
  scene: Scene,
  query: PictureQuery,
  one: ActorId,
  other: ActorId,
  options: PictureOptions = {},
): Why {
  const isPair = ({ a, b }: { a: ActorId; b: ActorId }) => (a === one && b === other) || (a === other && b === one);
  const ties: Tie[] = tiesOf(scene, query.asOf, { ...options, ended: true, actor: one }).filter(isPair);
  const all = [...stepsByTie(scene).values()].flat().filter(isPair);
  // A break ends four sorts of tie; of those that never were, there is nothing to tell, if it does anything else.
  const known = new Set(ties.map(({ relation }) => relation));
  const moving = all.filter(
    (step) => known.has(step.tie) || !all.some((other) => other.claim === step.claim && known.has(other.tie)),
  );
  const told = new Set(moving.map(({ claim }) => claim));
  const still = scene.claims.filter((claim) => !told.has(claim) && isAbout(claim, one, other));
  const steps = [
    ...moving.map((step) => stepOf(step.claim, step.rule, effectOf(step))),
    ...still.map((claim) => stepOf(claim, stillRule(claim), "leaves as it is")),
  ];
  return { format: whyFormat, ties, steps: steps.sort(byDay) };
}

function isAbout({ agents, patients }: PlacedClaim, one: ActorId, other: ActorId): boolean {
  const parties = [...agents, ...patients];
  return parties.includes(one) && parties.includes(other);
}

function effectOf({ effect }: Step): WhyStep["effect"] {
  return effect === "against" || effect === "against its end" ? "leaves as it is" : effect;
}

function stillRule({ row }: PlacedClaim): string {
  const way = row.modality === "actual" ? "" : `${row.modality} `;
  return `${row.polarity === "negated" ? "no " : ""}${way}${row.relation} changes no tie of theirs`;
}

function stepOf({ row, report, at }: PlacedClaim, rule: string, effect: WhyStep["effect"]): WhyStep {
  return {
    rule,
    at,
    claim: row.id,
    quote: row.quote,
    report: { id: report.id, name: report.name, publisher: report.publisher, published: report.published },
    voices: row.voices.map(({ mention, name, cue, stance }) => ({ mention, name, cue, stance })),
    effect,
  };
}

function byDay(one: WhyStep, other: WhyStep): number {
  const key = ({ at, report, claim, rule }: WhyStep) =>
    `${at.end ?? ""} ${report.published ?? ""} ${report.id} ${claim} ${rule}`;
  return key(one) < key(other) ? -1 : 1;
}
