import type { Dispute, DisputeReason } from "../../terms/index.ts";
import type { KeptClaim } from "../answers.ts";
import type { Exportable, ExportFormat } from "./exportable.ts";

/**
 * Disputes as schema.org ClaimReview: each side a claim that was reviewed, with where it appears. The rating says only
 * that accounts differ, never which is true: that is for people to say.
 */
export const claimReview: ExportFormat = {
  mediaType: "application/ld+json",
  file: "disputes.claimreview.jsonld",
  describes: "Where accounts differ, as schema.org ClaimReview",
  write(exportable) {
    const claims = new Map(exportable.claims.map((claim) => [claim.id, claim]));
    const names = new Map(exportable.picture.actors.map(({ id, name }) => [id, name]));
    const graph = exportable.disputes.flatMap((dispute) =>
      dispute.sides.map((_, at) => review(dispute, at, claims, names, exportable)),
    );
    return `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 2)}\n`;
  },
};

const reasonWords: Record<DisputeReason, string> = {
  polarity: "one account says so, another says not",
  date: "accounts differ on when",
  identity: "accounts differ on who",
  modality: "for one it is so, for another only said, planned or possible",
  succession: "accounts differ on who came after whom",
};

function review(
  { id, about, reason, sides }: Dispute,
  at: number,
  claims: ReadonlyMap<string, KeptClaim>,
  names: ReadonlyMap<string, string>,
  { picture }: Exportable,
) {
  const side = sides[at]!;
  const appearances = side.claims.flatMap((claim) => claims.get(claim) ?? []);
  const what = `${names.get(about.a) ?? about.a} ${about.relation} ${names.get(about.b) ?? about.b}`;
  const [first] = appearances;
  return {
    "@type": "ClaimReview",
    "@id": `urn:entente:${id}:${at}`,
    url: `urn:entente:${id}:${at}`,
    datePublished: picture.knownAt.slice(0, 10),
    author: { "@type": "Organization", name: "Entente, a machine reading of reports" },
    claimReviewed: `${what}: ${side.says}`,
    itemReviewed: {
      "@type": "Claim",
      ...(first !== undefined && { author: speaker(first), ...dated(first) }),
      appearance: appearances.map(appearance),
    },
    reviewRating: {
      "@type": "Rating",
      alternateName: `Disputed: ${reasonWords[reason]} (${side.reports} ${side.reports === 1 ? "report" : "reports"}, ${side.origins} independent, against ${sides.length - 1} other ${sides.length === 2 ? "account" : "accounts"})`,
    },
  };
}

/** The innermost voice, or the publisher: who the claim rests on. */
function speaker({ voices, report }: KeptClaim) {
  return { "@type": "Organization", name: voices.at(-1)?.name ?? report.publisher ?? report.name };
}

function dated({ report }: KeptClaim) {
  return report.published === null ? {} : { datePublished: report.published.slice(0, 10) };
}

function appearance(claim: KeptClaim) {
  const { report, quote } = claim;
  const publisher = report.publisher === null ? {} : { publisher: { "@type": "Organization", name: report.publisher } };
  return {
    ...{ "@type": "CreativeWork", "@id": `urn:${report.id}`, name: report.title ?? report.name, text: quote },
    ...publisher,
    ...dated(claim),
  };
}
