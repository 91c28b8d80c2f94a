import type { Attribution, Claim, Mention, Note, Noted, Report } from "../terms/index.ts";
import { aliasClaims } from "./claims/alias-claims.ts";
import { dateClaim } from "./claims/date-claim.ts";
import type { DraftClaim } from "./claims/draft-claim.ts";
import { findAnswers } from "./claims/find-answers.ts";
import { findClaims } from "./claims/find-claims.ts";
import { type Compound, compoundClaims, findCompounds } from "./claims/find-compounds.ts";
import { findBelonging, findRoles } from "./claims/find-roles.ts";
import { listMates } from "./claims/list-mates.ts";
import { partyFinder } from "./claims/party.ts";
import { placeClaim } from "./claims/place-claim.ts";
import { reconcileClaims } from "./claims/reconcile-claims.ts";
import { taggedClaims } from "./claims/tagged-claims.ts";
import { tidyClaims } from "./claims/tidy.ts";
import { resolveFirstPersons } from "./coreference/first-persons.ts";
import { type Resolution, resolveMentions } from "./coreference/resolve-mentions.ts";
import type { DraftMention } from "./mentions/draft.ts";
import { findMentions } from "./mentions/find-mentions.ts";
import { toldMentions } from "./mentions/told-mentions.ts";
import { sentencesOf } from "./report-sentences.ts";
import type { Tagged } from "./tagger.ts";
import { findTimes, type TimeExpression } from "./times.ts";
import type { ExtractTools } from "./tools.ts";
import { growTree, type Tree } from "./tree.ts";
import { carrySayings } from "./voices/chains.ts";
import { type Heard, voicesOf } from "./voices/claim-voices.ts";
import { findSayings } from "./voices/find-sayings.ts";
import type { Saying } from "./voices/saying.ts";
import { taggedSayings } from "./voices/tagged-sayings.ts";

/** What a report says: its mentions, claims and attributions. */
export interface Extracted {
  mentions: Mention[];
  claims: Claim[];
  attributions: Attribution[];
}

/**
 * Reads a report's own parts (title, captions, lead, body …; never its furniture) sentence by sentence. A report in
 * another language than English comes back empty with a note.
 */
export async function extractReading(report: Report, tools: ExtractTools): Promise<Noted<Extracted>> {
  if (report.language && report.language !== "en") {
    const note: Note = {
      code: "language.not-read",
      text: `The report is in "${report.language}"; claims are read from English only.`,
    };
    return { value: { mentions: [], claims: [], attributions: [] }, notes: [note] };
  }
  const { sentences, partOf, publishedOf } = sentencesOf(report);
  const tagged = await tools.tagger.tag(sentences);
  return { value: assemble(report, tagged, { partOf, publishedOf }, tools), notes: [] };
}

function assemble(
  report: Report,
  tagged: Tagged,
  { partOf, publishedOf }: Pick<ReturnType<typeof sentencesOf>, "partOf" | "publishedOf">,
  tools: ExtractTools,
): Extracted {
  const { text } = report;
  const trees = tagged.sentences.map(growTree);
  const times = trees.map((tree, at) => findTimes(text, tree.start, tree.end, { published: publishedOf[at] ?? null }));
  const compounds = trees.map((tree, sentence) => findCompounds(tree, sentence, text, tools.frames, tools.lexicon));
  const mentions = withCompounds(findMentions(trees, text, tools.lexicon, times), compounds.flat());
  const resolution = resolveMentions(mentions, trees, text, tools.lexicon);
  const sayings = sayingsOf(trees, mentions, partOf, text, tagged, tools);
  const drafts = draftClaims(trees, mentions, compounds, resolution, tagged, text, tools);
  resolveFirstPersons({ mentions, sayings, resolution });
  const claims = drafts.map((draft, at) =>
    finishClaim(draft, at, { report, trees, mentions, times, sayings, resolution, tools }),
  );
  const acting = new Set(drafts.flatMap((draft) => [...draft.agents, ...draft.patients]));
  return {
    mentions: toldMentions({ mentions, trees, resolution, claims, acting }),
    claims,
    attributions: attributionsOf(sayings, tagged),
  };
}

/** Names found inside hyphenated words stand in for the whole word, which is no name. */
function withCompounds(mentions: readonly DraftMention[], compounds: readonly Compound[]): DraftMention[] {
  const free = mentions.filter(
    (mention) =>
      !compounds.some(
        (compound) =>
          compound.mention.sentence === mention.sentence &&
          mention.first <= compound.token &&
          mention.last === compound.token,
      ),
  );
  return [...free, ...compounds.map((compound) => compound.mention)].sort(
    (one, other) => one.sentence - other.sentence || one.start - other.start || other.end - one.end,
  );
}

function sayingsOf(
  trees: readonly Tree[],
  mentions: readonly DraftMention[],
  partOf: readonly number[],
  text: string,
  tagged: Tagged,
  tools: ExtractTools,
): Saying[] {
  const found = trees.flatMap((tree, sentence) =>
    findSayings(tree, sentence, { text, speech: tools.speech, operators: tools.operators, mentions }),
  );
  const near = (one: number, other: number): boolean => Math.abs(partOf[one]! - partOf[other]!) <= 1;
  const ruled = carrySayings(found, trees, text, near);
  const learned = taggedSayings(tagged.attributions, trees, text, tools.speech);
  return [...ruled, ...learned.filter((saying) => !ruled.some((known) => sameSaying(known, saying)))];
}

/** The rules and the tagger often find one saying both; the rules' own knows its stance and its place in a chain. */
function sameSaying(one: Saying, other: Saying): boolean {
  const meets = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[1] && b[0] < a[1];
  if (meets(one.cue, other.cue)) return true;
  return (
    one.sentence === other.sentence &&
    one.sourceSpan !== null &&
    other.sourceSpan !== null &&
    meets(one.sourceSpan, other.sourceSpan) &&
    // Somebody may say one thing and deny another in one sentence.
    one.content.some((span) => other.content.some((held) => meets(span, held)))
  );
}

function draftClaims(
  trees: readonly Tree[],
  mentions: DraftMention[],
  compounds: readonly (readonly Compound[])[],
  resolution: Resolution,
  tagged: Tagged,
  text: string,
  tools: ExtractTools,
): DraftClaim[] {
  const party = partyFinder(mentions, trees);
  const shared = {
    text,
    frames: tools.frames,
    operators: tools.operators,
    speech: tools.speech,
    mentions,
    party,
    mates: listMates(mentions, trees, text),
    keep: keeper(mentions, resolution),
  };
  const claims = trees.flatMap((tree, sentence) => {
    const framed = findClaims(tree, sentence, shared);
    return [
      ...framed,
      ...findAnswers(tree, sentence, shared, framed),
      ...findRoles(tree, sentence, shared),
      ...findBelonging(tree, sentence, shared),
      ...compoundClaims(tree, sentence, compounds[sentence]!, (compound) => mentions.indexOf(compound.mention), party),
    ];
  });
  const agreed = tagged.claims
    ? reconcileClaims(claims, taggedClaims(tagged.claims, trees, shared), resolution)
    : claims;
  return tidyClaims([...agreed, ...aliasClaims(resolution.aliases, mentions, trees)], resolution);
}

/** Mentions that only claims ask for come after the others; each is an actor of its own, once. */
function keeper(mentions: DraftMention[], resolution: Resolution): (mention: DraftMention) => number {
  return (mention) => {
    const known = mentions.findIndex((other) => other.start === mention.start && other.end === mention.end);
    if (known >= 0) return known;
    mentions.push(mention);
    resolution.actorOf.push(mentions.length - 1);
    resolution.nameOf.set(mentions.length - 1, mention.text);
    resolution.typeOf.set(mentions.length - 1, mention.type);
    return mentions.length - 1;
  };
}

interface Setting extends Heard {
  report: Report;
  times: readonly (readonly TimeExpression[])[];
}

function finishClaim(draft: DraftClaim, at: number, setting: Setting): Claim {
  const tree = setting.trees[draft.sentence]!;
  const place = placeClaim(draft, tree, setting.mentions);
  return {
    id: `c${at + 1}`,
    relation: draft.relation,
    agents: draft.agents.map((party) => `m${party + 1}`),
    patients: draft.patients.map((party) => `m${party + 1}`),
    polarity: draft.manner.polarity,
    modality: draft.manner.modality,
    time: dateClaim(draft, tree, setting.times[draft.sentence]!),
    place: place === null ? null : `m${place + 1}`,
    voices: voicesOf(draft, setting),
    cue: draft.cue,
    evidence: [[tree.start, tree.end]],
    confidence: draft.confidence,
    by: { method: setting.tools.tagger.method, version: setting.tools.tagger.version, rule: draft.rule },
  };
}

function attributionsOf(sayings: readonly Saying[], tagged: Tagged): Attribution[] {
  if (tagged.attributions.length > 0)
    return tagged.attributions.map(({ source, cue, content }) => ({ source, cue, content }));
  return sayings.map((saying) => ({
    source: saying.sourceSpan ? [saying.sourceSpan] : [],
    cue: [saying.cue],
    content: saying.content,
  }));
}
