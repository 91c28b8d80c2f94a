import type { KeptClaim } from "../answers.ts";
import type { ExportFormat } from "./exportable.ts";

/** How many characters around a quote are kept, so that it is found again where the same words stand twice. */
const around = 32;

/** W3C Web Annotations: each claim's evidence by quote and by position, in a text that its hash names. */
export const webAnnotations: ExportFormat = {
  mediaType: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  file: "claims.anno.json",
  describes: "Claims with their evidence as W3C Web Annotations",
  write({ claims, texts }) {
    const items = claims.map((claim) => annotation(claim, texts.get(claim.report.id) ?? ""));
    const page = { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items };
    return `${JSON.stringify(page, null, 2)}\n`;
  },
};

function annotation(claim: KeptClaim, text: string) {
  return {
    type: "Annotation",
    id: `urn:entente:${claim.id}`,
    motivation: "describing",
    body: { type: "TextualBody", format: "text/plain", value: inWords(claim) },
    target: claim.evidence.map(([start, end]) => ({
      // The source is named by the hash of its bytes: an edited page is another page.
      source: `urn:${claim.report.id}`,
      selector: [
        {
          type: "TextQuoteSelector",
          exact: text.slice(start, end),
          prefix: text.slice(Math.max(0, start - around), start),
          suffix: text.slice(end, end + around),
        },
        { type: "TextPositionSelector", start, end },
      ],
    })),
  };
}

function inWords({ relation, modality, polarity, agents, patients, voices, report }: KeptClaim): string {
  const names = (parties: KeptClaim["agents"]) => parties.map(({ name }) => name).join(", ");
  const says = [report.publisher ?? "publisher unknown", ...voices.map(({ name }) => name)].join(" > ");
  return `${names(agents)} ${relation} ${names(patients)} (${modality}, ${polarity}), says ${says}`;
}
