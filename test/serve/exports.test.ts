import * as followTheMoney from "@alephdata/followthemoney";
import { check as checkGeoJson } from "@placemarkio/check-geojson";
import { MultiDirectedGraph, MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import jsonld from "jsonld";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import type { Exportable } from "../../src/serve/exports/exportable.ts";
import { exportFormats, exportNames } from "../../src/serve/exports/formats.ts";
import { inventArchive } from "./invented-archive.ts";

const hostile = ` <b>"&'\u0007\u202E =1+1`;
const query = { asOf: "2031-06-01", publishedBy: null, knownAt: "2031-12-31T00:00:00Z" };
const plain = await inventArchive({ actors: 12, ties: 30, reports: 6 }).exportable(query);
const poisoned = await inventArchive({ actors: 12, ties: 30, reports: 6, hostile }).exportable(query);

const xml = (text: string) => new DOMParser().parseFromString(text, "text/xml");

const ns = "http://www.w3.org/ns/prov#";
interface Triple {
  subject: { value: string };
  predicate: { value: string };
  object: { value: string };
}

describe.each([
  ["plain", plain],
  ["hostile", poisoned],
] as [string, Exportable][])("an export of a %s picture", (_, exportable) => {
  const { actors, ties } = exportable.picture;

  for (const name of ["gexf", "graphml"] as const) {
    test(`as ${name} has every actor and tie`, () => {
      const written = exportFormats[name].write(exportable);
      const document = xml(written);
      expect(document.querySelectorAll("node")).toHaveLength(actors.length);
      expect(document.querySelectorAll("edge")).toHaveLength(ties.length);
      expect(written).not.toContain("\u0007");
      expect(written).not.toContain("<b>");
    });
  }

  test("as GEXF and GraphML is read by another library, with names and dates", () => {
    const read = [
      gexf.parse(MultiGraph, exportFormats.gexf.write(exportable)),
      graphml.parse(MultiDirectedGraph, exportFormats.graphml.write(exportable)),
    ];
    for (const graph of read) {
      expect(graph.order).toBe(actors.length);
      expect(graph.size).toBe(ties.length);
      expect(graph.getEdgeAttribute(ties[0]!.id, "relation")).toBe(ties[0]!.relation);
    }
  });

  test("as STIX has unique ids of the form that its schemas ask for (UUIDs by name), and ends that follow beginnings", () => {
    const { objects } = JSON.parse(exportFormats.stix.write(exportable));
    const ids: string[] = objects.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    for (const { type, source_ref, target_ref, start_time, stop_time } of objects) {
      if (type !== "relationship") continue;
      expect(ids).toContain(source_ref);
      expect(ids).toContain(target_ref);
      if (start_time && stop_time) expect(stop_time > start_time).toBe(true);
    }
  });

  test("as FollowTheMoney is one entity a line, and links lead to entities", () => {
    const entities = exportFormats.ftm
      .write(exportable)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const ids = new Set(entities.map(({ id }) => id));
    for (const { schema, properties } of entities) {
      const ends = [properties.member, properties.director, properties.subject, properties.object].flatMap(
        (end) => end ?? [],
      );
      if (["Membership", "Directorship", "UnknownLink"].includes(schema)) expect(ends.length).toBeGreaterThan(0);
      for (const end of ends) expect(ids.has(end)).toBe(true);
    }
  });

  test("as FollowTheMoney is of its model: known schemas, their own properties, and every one that they require", () => {
    const model = new followTheMoney.Model(followTheMoney.defaultModel);
    const lines = exportFormats.ftm.write(exportable).trimEnd().split("\n");
    for (const entity of lines.map((line) => JSON.parse(line))) {
      const schema = model.getSchema(entity.schema);
      for (const property of Object.keys(entity.properties)) expect(schema.hasProperty(property), property).toBe(true);
      for (const required of schema.required ?? []) expect(entity.properties[required], required).not.toHaveLength(0);
      expect(model.getEntity(entity).id).toBe(entity.id);
    }
    expect(() => model.getSchema("NoSuchSchema")).toThrow();
  });

  test("as annotations quotes what stands at its positions", () => {
    const { items } = JSON.parse(exportFormats.annotations.write(exportable));
    for (const { target } of items) {
      for (const { source, selector } of target) {
        const [quote, position] = selector;
        const text = exportable.texts.get(source.replace("urn:", ""))!;
        expect(text.slice(position.start, position.end)).toBe(quote.exact);
      }
    }
  });

  test("as GeoJSON is valid by another library, longitude first, without places that nobody can locate", () => {
    const { features } = checkGeoJson(exportFormats.geojson.write(exportable)) as GeoJSON.FeatureCollection;
    expect(features).toHaveLength(5);
    expect((features[1]!.geometry as GeoJSON.Point).coordinates).toEqual([19, 32]);
  });

  test("as PROV leads, as RDF, from every tie's claims to the reports they are quoted from", async () => {
    const triples = (await jsonld.toRDF(JSON.parse(exportFormats.prov.write(exportable)))) as Triple[];
    const objects = (subject: string, predicate: string) =>
      triples
        .filter((triple) => triple.subject.value === subject && triple.predicate.value === ns + predicate)
        .map(({ object }) => object.value);
    const entities = new Set(
      triples.filter(({ object }) => object.value === `${ns}Entity`).map(({ subject }) => subject.value),
    );
    for (const { id, report } of exportable.claims) {
      const claim = `urn:entente:${encodeURIComponent(id)}`;
      expect(entities.has(claim)).toBe(true);
      const sources = objects(claim, "wasQuotedFrom");
      expect(sources).toEqual([`urn:entente:${encodeURIComponent(report.id)}`]);
      expect(entities.has(sources[0]!)).toBe(true);
    }
    for (const { id } of ties) expect(entities.has(`urn:entente:${encodeURIComponent(id)}`)).toBe(true);
    // Whatever is not in the context would fall out of the RDF without a word.
    expect(triples.every(({ predicate }) => predicate.value.startsWith("http://www.w3.org/"))).toBe(true);
  });

  test("as ClaimReview has what the vocabulary asks for, and rates no account true", () => {
    const { "@context": context, "@graph": reviews } = JSON.parse(exportFormats.claimreview.write(exportable));
    expect(context).toBe("https://schema.org");
    expect(reviews).toHaveLength(exportable.disputes.flatMap(({ sides }) => sides).length);
    for (const review of reviews) {
      expect(review["@type"]).toBe("ClaimReview");
      for (const asked of ["claimReviewed", "reviewRating", "url", "author", "itemReviewed", "datePublished"])
        expect(review[asked], asked).toBeDefined();
      expect(review.reviewRating.alternateName).toMatch(/^Disputed: /);
      expect(review.reviewRating.ratingValue).toBeUndefined();
      for (const { text, "@id": id } of review.itemReviewed.appearance) {
        expect(exportable.texts.get(id.replace("urn:", ""))).toContain(text);
      }
    }
  });

  test("as CSV has a row for each, and no cell that a spreadsheet would run", () => {
    const rows = exportFormats.ties.write(exportable).trimEnd().split("\r\n");
    expect(rows).toHaveLength(ties.length + 1);
    for (const name of ["ties", "events"] as const) {
      expect(exportFormats[name].write(exportable)).not.toMatch(/(?:^|,|\n)"?[=@][A-Za-z0-9]/);
    }
  });
});

test("the same picture is written the same way twice", () => {
  for (const name of exportNames) {
    expect(exportFormats[name].write(plain), name).toBe(exportFormats[name].write(plain));
  }
});
