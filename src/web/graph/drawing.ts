import Graph from "graphology";
import type { Attributes } from "graphology-types";
import Sigma from "sigma";
import { createEdgeArrowHeadProgram, createEdgeCompoundProgram, type EdgeProgramType } from "sigma/rendering";
import { type Inks, type Places, paler, place } from "./tie-graph.ts";
import { TieLineProgram } from "./tie-line-program.ts";

/** What the reader did to the drawing. */
export interface DrawingEvents {
  onActor(id: string): void;
  onTie(id: string): void;
  onNothing(): void;
}

/** With more ties than this, they step aside while the drawing is moved: without a graphics card it would stutter. */
const mostDrawnOnMove = 2500;

/** Which actor or tie is held up; the rest steps back. */
export interface Focus {
  actors: Set<string>;
  ties: Set<string>;
}

/** The drawing of a graph in an element. Sigma holds WebGL contexts, which must be given back: call `end`. */
export class Drawing {
  #sigma: Sigma;
  #focus: Focus | null = null;
  #inks: Inks;

  constructor(element: HTMLElement, inks: Inks, events: DrawingEvents) {
    this.#inks = inks;
    this.#sigma = new Sigma(new Graph({ multi: true, type: "directed" }), element, this.#settings());
    this.#sigma.on("clickNode", ({ node }) => events.onActor(node));
    this.#sigma.on("clickEdge", ({ edge }) => events.onTie(edge));
    this.#sigma.on("clickStage", () => events.onNothing());
    this.#sigma.on("enterNode", () => (element.style.cursor = "pointer"));
    this.#sigma.on("leaveNode", () => (element.style.cursor = ""));
    this.#sigma.on("enterEdge", () => (element.style.cursor = "pointer"));
    this.#sigma.on("leaveEdge", () => (element.style.cursor = ""));
  }

  #settings() {
    const inks = this.#inks;
    // Sigma's type for programs does not admit an edge with attributes of its own.
    const tieLine = TieLineProgram as unknown as EdgeProgramType;
    const arrowHead = createEdgeArrowHeadProgram({ lengthToThicknessRatio: 3, widenessToThicknessRatio: 2.4 });
    return {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      labelFont: '"Source Serif 4 Variable", Georgia, serif',
      labelSize: 13.5,
      labelWeight: "600",
      labelColor: { color: inks.ink },
      labelDensity: 0.8,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 5,
      stagePadding: 60,
      zIndex: true,
      defaultEdgeType: "tie",
      edgeProgramClasses: {
        tie: tieLine,
        arrowTie: createEdgeCompoundProgram([tieLine, arrowHead]),
      },
      defaultDrawNodeHover: drawHeldUp(inks),
      nodeReducer: (id: string, data: Attributes) => this.#node(id, data),
      edgeReducer: (id: string, data: Attributes) => this.#edge(id, data),
    };
  }

  #node(id: string, data: Attributes): Attributes {
    if (this.#focus === null) return data;
    if (this.#focus.actors.has(id)) return { ...data, forceLabel: true, zIndex: 1 };
    return { ...data, color: paler(this.#inks.inkSoft, this.#inks.paper, 0.7), label: null };
  }

  #edge(id: string, data: Attributes): Attributes {
    if (this.#focus === null || this.#focus.ties.has(id)) return data;
    return { ...data, color: paler(data.color, this.#inks.paper, 0.85) };
  }

  hold(focus: Focus | null): void {
    this.#focus = focus;
    this.#sigma.refresh({ skipIndexation: true });
  }

  /** Shows a graph; another day of the same picture keeps the frame, and everyone their place. */
  show(graph: Graph, places: Places): void {
    this.#sigma.setSetting("hideEdgesOnMove", graph.size > mostDrawnOnMove);
    if (places.size > 0) this.#sigma.setCustomBBox(frameOf(places));
    this.#sigma.setGraph(graph);
  }

  /** Moves everyone to better places; the frame grows or shrinks with them. */
  move(graph: Graph, better: Places, places: Places): void {
    if (graph !== this.#sigma.getGraph()) return;
    this.#sigma.setCustomBBox(frameOf(places));
    place(graph, better);
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate({ ratio: camera.ratio / factor }, { duration: 150 });
  }

  whole(): void {
    void this.#sigma.getCamera().animatedReset({ duration: 200 });
  }

  end(): void {
    this.#sigma.kill();
  }
}

function frameOf(places: Places): { x: [number, number]; y: [number, number] } {
  const all = [...places.values()];
  const extent = (values: number[]): [number, number] => [
    values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  ];
  return { x: extent(all.map(({ x }) => x)), y: extent(all.map(({ y }) => y)) };
}

/** The name of an actor under the pointer, on a strip of paper, in the colours of the page. */
function drawHeldUp(inks: Inks) {
  return (
    context: CanvasRenderingContext2D,
    data: { x: number; y: number; size: number; label?: string | null },
    settings: { labelSize: number; labelFont: string; labelWeight: string },
  ) => {
    if (!data.label) return;
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(data.label).width;
    context.fillStyle = inks.paper;
    context.strokeStyle = inks.ink;
    context.beginPath();
    context.rect(data.x + data.size + 1, data.y - settings.labelSize * 0.85, width + 8, settings.labelSize * 1.6);
    context.fill();
    context.stroke();
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
    context.stroke();
    context.fillStyle = inks.ink;
    context.fillText(data.label, data.x + data.size + 4, data.y + settings.labelSize / 3);
  };
}
