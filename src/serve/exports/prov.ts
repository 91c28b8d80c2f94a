import type { Decision } from "../../terms/index.ts";
import type { KeptClaim } from "../answers.ts";
import type { Exportable, ExportFormat } from "./exportable.ts";

/**
 * The chain from page to tie in W3C PROV-O, as JSON-LD: a claim is derived from its report and from what its voices said;
 * a person's verdict revises it; a tie is derived from its claims. The context stands in the file: nothing is fetched.
 */
export const prov: ExportFormat = {
  mediaType: 'application/ld+json;profile="http://www.w3.org/ns/prov"',
  file: "chain.prov.jsonld",
  describes: "How ties follow from claims, and claims from reports (W3C PROV-O as JSON-LD)",
  write(exportable) {
    const { claims, decisions, picture } = exportable;
    const reports = new Map(claims.map(({ report }) => [report.id, report]));
    const kept = new Set(claims.map(({ id }) => id));
    const graph = [
      machine,
      ...[...reports.values()].map(reportEntity),
      ...claims.flatMap(claimEntities),
      ...decisions.flatMap((decision) => decisionEntities(decision, kept)),
      ...picture.ties.map((tie) => tieEntity(tie, picture)),
    ];
    return `${JSON.stringify({ "@context": context, "@graph": distinct(graph) }, null, 2)}\n`;
  },
};

const context = {
  prov: "http://www.w3.org/ns/prov#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  label: "rdfs:label",
  value: "prov:value",
  wasDerivedFrom: { "@id": "prov:wasDerivedFrom", "@type": "@id" },
  wasQuotedFrom: { "@id": "prov:wasQuotedFrom", "@type": "@id" },
  wasAttributedTo: { "@id": "prov:wasAttributedTo", "@type": "@id" },
  wasGeneratedBy: { "@id": "prov:wasGeneratedBy", "@type": "@id" },
  wasAssociatedWith: { "@id": "prov:wasAssociatedWith", "@type": "@id" },
  used: { "@id": "prov:used", "@type": "@id" },
  generatedAtTime: { "@id": "prov:generatedAtTime", "@type": "xsd:dateTime" },
  endedAtTime: { "@id": "prov:endedAtTime", "@type": "xsd:dateTime" },
};

const urn = (id: string) => `urn:entente:${encodeURIComponent(id)}`;
const voiceUrn = (name: string) => urn(`voice:${name.toLowerCase()}`);
const personUrn = (name: string) => urn(`person:${name}`);

const machine = { "@id": urn("machine"), "@type": ["prov:Agent", "prov:SoftwareAgent"], label: "Entente" };

function reportEntity({ id, name, title, publisher, recorded }: KeptClaim["report"]) {
  const by = publisher === null ? {} : { wasAttributedTo: voiceUrn(publisher) };
  return { "@id": urn(id), "@type": "prov:Entity", label: title ?? name, generatedAtTime: recorded, ...by };
}

/** Each voice quotes the one inside it; the claim rests on the innermost, or on the report itself. */
function claimEntities({ id, relation, modality, polarity, quote, report, voices }: KeptClaim) {
  const agent = (name: string) => ({ "@id": voiceUrn(name), "@type": "prov:Agent", label: name });
  const said = voices.map(({ name }) => name);
  const claim = {
    "@id": urn(id),
    "@type": "prov:Entity",
    label: `${relation} (${modality}, ${polarity})`,
    value: quote,
    wasQuotedFrom: urn(report.id),
    wasAttributedTo: [...new Set(said)].map(voiceUrn),
    wasGeneratedBy: urn(`reading:${report.id}`),
  };
  const reading = {
    "@id": urn(`reading:${report.id}`),
    "@type": "prov:Activity",
    label: "reading",
    used: urn(report.id),
    wasAssociatedWith: machine["@id"],
    endedAtTime: report.recorded,
  };
  return [claim, reading, ...said.map(agent), ...(report.publisher === null ? [] : [agent(report.publisher)])];
}

function decisionEntities({ id, ruling, by, because, recorded }: Decision, kept: ReadonlySet<string>) {
  const about = "claim" in ruling && kept.has(ruling.claim) ? { used: urn(ruling.claim) } : {};
  return [
    { "@id": personUrn(by), "@type": ["prov:Agent", "prov:Person"], label: by },
    {
      ...{
        "@id": urn(id),
        "@type": "prov:Activity",
        label: because === null ? ruling.kind : `${ruling.kind}: ${because}`,
      },
      ...{ wasAssociatedWith: personUrn(by), endedAtTime: recorded, ...about },
    },
  ];
}

function tieEntity(
  { id, relation, a, b, claims, confidence }: Exportable["picture"]["ties"][number],
  picture: Exportable["picture"],
) {
  const name = (actor: string) => picture.actors.find((each) => each.id === actor)?.name ?? actor;
  return {
    "@id": urn(id),
    "@type": "prov:Entity",
    label: `${name(a)} ${relation} ${name(b)}`,
    value: confidence.words,
    wasDerivedFrom: claims.map(urn),
    wasAttributedTo: machine["@id"],
  };
}

function distinct<Thing extends { "@id": string }>(things: readonly Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [thing["@id"], thing])).values()];
}
