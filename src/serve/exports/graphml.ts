import { type ExportFormat, firstDay, lastDay } from "./exportable.ts";
import { declaration, element, text } from "./xml.ts";

/** GraphML, for yEd, NetworkX, igraph and others. */
export const graphml: ExportFormat = {
  mediaType: "application/graphml+xml",
  file: "picture.graphml",
  describes: "The picture as a graph (GraphML), dates as attributes",
  write({ picture }) {
    const keys = [
      ...["name", "kind"].map((key) => keyOf(key, "node", "string")),
      ...["relation", "status", "since", "until"].map((key) => keyOf(key, "edge", "string")),
      ...["reports", "origins"].map((key) => keyOf(key, "edge", "int")),
      keyOf("confidence", "edge", "double"),
    ];
    const nodes = picture.actors.map(({ id, name, kind }) => element("node", { id }, ...data({ name, kind })));
    const edges = picture.ties.map(({ id, a, b, relation, status, reports, origins, since, until, confidence }) =>
      element(
        "edge",
        { id, source: a, target: b },
        ...data({
          relation,
          status,
          since: firstDay(since),
          until: lastDay(until),
          reports,
          origins,
          confidence: confidence.value,
        }),
      ),
    );
    const graph = element("graph", { id: "picture", edgedefault: "directed" }, ...nodes, ...edges);
    return declaration + element("graphml", { xmlns: "http://graphml.graphdrawing.org/xmlns" }, ...keys, graph);
  },
};

function keyOf(name: string, of: "node" | "edge", type: string): string {
  return element("key", { id: name, for: of, "attr.name": name, "attr.type": type });
}

function data(values: Record<string, string | number | null>): string[] {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => element("data", { key }, text(String(value))));
}
