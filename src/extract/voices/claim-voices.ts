import type { Voice } from "../../terms/index.ts";
import type { DraftClaim } from "../claims/draft-claim.ts";
import type { Resolution } from "../coreference/resolve-mentions.ts";
import type { DraftMention } from "../mentions/draft.ts";
import type { ExtractTools } from "../tools.ts";
import { childrenOn, type Tree, tokensWithin } from "../tree.ts";
import { chainOf } from "./chains.ts";
import type { Saying } from "./saying.ts";
import { stanceIn } from "./tagged-sayings.ts";

/** What is known of a report when it is told who says a claim. */
export interface Heard {
  trees: readonly Tree[];
  mentions: readonly DraftMention[];
  sayings: readonly Saying[];
  resolution: Resolution;
  tools: ExtractTools;
}

/** Who says a claim, outermost first; none when the report itself says it. */
export function voicesOf(draft: DraftClaim, heard: Heard): Voice[] {
  // The tagger listened and heard nobody.
  if (draft.speakers?.length === 0) return [];
  const said = saidBy(draft, heard);
  if (said.length > 0 || isWill(draft)) return said;
  const told = (speaker: number): boolean => isTold(heard.mentions[speaker]!, heard.trees);
  return (draft.speakers ?? []).filter((speaker) => !told(speaker)).map((speaker) => heardFrom(speaker, draft, heard));
}

/** "told reporters", "informed the council": whoever is told does not tell, but for an outlet, which passes it on. */
function isTold({ sentence, head, type }: DraftMention, trees: readonly Tree[]): boolean {
  if (type === "outlet") return false;
  const { tokens } = trees[sentence]!;
  const verb = tokens[tokens[head]!.head];
  return verb !== undefined && /^(dobj|iobj)$/.test(tokens[head]!.deprel) && hearing.has(verb.lemma);
}

const hearing: ReadonlySet<string> = new Set([
  "tell",
  "inform",
  "assure",
  "remind",
  "warn",
  "notify",
  "advise",
  "brief",
]);

/** What somebody wants, offers or refuses is that party's act: whoever utters it bears no witness to a deed. */
const isWill = ({ manner }: DraftClaim): boolean =>
  manner.modality !== "actual" && manner.modality !== "denied" && manner.modality !== "possible";

/** A voice that the tagger alone has found: its cue is its saying of this, else any of its sayings, else its own words. */
function heardFrom(speaker: number, draft: DraftClaim, { sayings, mentions, resolution }: Heard): Voice {
  const mention = mentions[speaker]!;
  const own = sayings.filter(
    ({ sourceSpan }) => sourceSpan !== null && sourceSpan[0] < mention.end && mention.start < sourceSpan[1],
  );
  const saying = chainOf(own, draft.cue)[0] ?? own[0];
  return {
    mention: `m${speaker + 1}`,
    name: nameOf(speaker, resolution) ?? mention.text,
    cue: saying?.cue ?? [mention.start, mention.end],
    stance: saying?.stance ?? "states",
  };
}

function saidBy(draft: DraftClaim, { trees, sayings, mentions, resolution, tools }: Heard): Voice[] {
  const chain = chainOf(
    sayings.filter((saying) => saying.sentence === draft.sentence),
    draft.cue,
  );
  return chain
    .filter((saying) => saying.sourceSpan !== null)
    .map((saying) => ({ saying, mention: mentionAt(saying, mentions) }))
    .filter(({ saying }) => !ownWill(saying, draft, trees[draft.sentence]!, tools))
    .filter(
      ({ mention }, at, all) =>
        mention === null || all.findIndex((other) => sameActor(other.mention, mention, resolution)) === at,
    )
    .map(({ saying, mention }) => ({
      mention: mention === null ? null : `m${mention + 1}`,
      name: (mention === null ? undefined : nameOf(mention, resolution)) ?? saying.name,
      cue: saying.cue,
      stance: saying.stance,
    }));
}

/** What the actor of a mention is called at its fullest. */
function nameOf(mention: number, resolution: Resolution): string | undefined {
  const actor = resolution.actorOf[mention];
  return actor === null || actor === undefined ? undefined : resolution.nameOf.get(actor);
}

/** The mention on the source's head word: "Ade's office" is not Ade. */
export function mentionAt(saying: Saying, mentions: readonly DraftMention[]): number | null {
  const [start, end] = saying.sourceSpan!;
  const inside = mentions.flatMap((mention, at) =>
    mention.start >= start && mention.end <= end && mention.sort !== "time" && mention.type !== "nationality"
      ? [at]
      : [],
  );
  const headed = inside.filter((at) => mentions[at]!.head === saying.source);
  const names = headed.filter((at) => mentions[at]!.sort === "name");
  return names[0] ?? named(saying, inside, mentions) ?? headed[0] ?? null;
}

const sameActor = (one: number | null, other: number, resolution: Resolution): boolean =>
  one === other ||
  (one !== null && resolution.actorOf[one] !== null && resolution.actorOf[one] === resolution.actorOf[other]);

/**
 * "Norvane vowed to strike", "elders urged them to leave": an act of will or a request, not testimony. The words that make
 * it planned, proposed or refused are the claim's modality; whoever says them is no voice that tells of a deed.
 */
function ownWill(saying: Saying, draft: DraftClaim, tree: Tree, tools: ExtractTools): boolean {
  if (draft.manner.modality === "denied") return false;
  if (!tellsBySpeech(saying, tree, tools)) return true;
  if (draft.manner.modality === "actual") return false;
  // "does not wish to": the words of a cue that the tagger finds may begin before the one that tells.
  const cues = tokensWithin(tree, saying.cue).filter((at) => tools.operators.has(tree.tokens[at]!.lemma));
  return cues.some((cue) => !childrenOn(tree, cue, "ccomp").some((clause) => !isInfinitive(tree, clause)));
}

/** "Residents agreed", "which suspects them" attribute; "ordered", "is considering" in the tagger's attributions tell of a will, not of a witness. */
function tellsBySpeech({ cue }: Saying, tree: Tree, { speech }: ExtractTools): boolean {
  if (stanceIn(tree, cue, speech) !== null) return true;
  const words = tokensWithin(tree, cue).map((at) => tree.tokens[at]!);
  // A cue in another sentence, or of colons and quotation marks only, is the tagger's word alone.
  return words.every(({ text }) => !/\p{L}/u.test(text)) || words.some(({ lemma }) => attributing.has(lemma));
}

/** Words that attribute and are neither verbs nor nouns of speech: "according to", "per", "we hear". */
const attributing: ReadonlySet<string> = new Set(["according", "per", "hear"]);

const isInfinitive = (tree: Tree, at: number): boolean =>
  childrenOn(tree, at, "mark", "aux").some((child) => tree.tokens[child]!.lemma === "to");

/** "the local daily al-Bayan": the name that ends the source's words, right after its head noun. */
function named(saying: Saying, inside: readonly number[], mentions: readonly DraftMention[]): number | undefined {
  return inside.find((at) => {
    const mention = mentions[at]!;
    return (
      mention.sort === "name" &&
      mention.end === saying.sourceSpan![1] &&
      saying.source !== null &&
      mention.first - 1 === saying.source
    );
  });
}
