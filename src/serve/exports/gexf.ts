import type { Tie } from "../../terms/index.ts";
import { isSymmetric } from "../../terms/index.ts";
import { type ExportFormat, firstDay, lastDay } from "./exportable.ts";
import { declaration, element } from "./xml.ts";

/** GEXF 1.3 with dates on the edges: Gephi shows it on a timeline. */
export const gexf: ExportFormat = {
  mediaType: "application/gexf+xml",
  file: "picture.gexf",
  describes: "The picture as a dynamic graph (GEXF 1.3)",
  write({ picture }) {
    const nodes = picture.actors.map(({ id, name, kind }) =>
      element("node", { id, label: name }, element("attvalues", {}, element("attvalue", { for: "kind", value: kind }))),
    );
    const graph = element(
      "graph",
      { defaultedgetype: "directed", mode: "dynamic", timeformat: "date", timerepresentation: "interval" },
      element("attributes", { class: "node" }, element("attribute", { id: "kind", title: "kind", type: "string" })),
      element(
        "attributes",
        { class: "edge" },
        ...edgeAttributes.map(([id, type]) => element("attribute", { id, title: id, type })),
      ),
      element("nodes", {}, ...nodes),
      element("edges", {}, ...picture.ties.map(edge)),
    );
    return declaration + element("gexf", { xmlns: "http://gexf.net/1.3", version: "1.3" }, graph);
  },
};

const edgeAttributes = [
  ["relation", "string"],
  ["status", "string"],
  ["reports", "integer"],
  ["origins", "integer"],
  ["confidence", "double"],
] as const;

function edge(tie: Tie): string {
  const values = { ...tie, confidence: tie.confidence.value };
  return element(
    "edge",
    {
      id: tie.id,
      source: tie.a,
      target: tie.b,
      type: isSymmetric(tie.relation) ? "undirected" : "directed",
      label: tie.relation,
      start: firstDay(tie.since),
      end: lastDay(tie.until),
    },
    element("attvalues", {}, ...edgeAttributes.map(([id]) => element("attvalue", { for: id, value: values[id] }))),
  );
}
