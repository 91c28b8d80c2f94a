import { EdgeRectangleProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { TieWords } from "../relation-words.ts";

/** The lines of relation-words.ts as the shader knows them. */
const lineNumbers: Record<TieWords["line"], number> = {
  solid: 0,
  thin: 0,
  thick: 0,
  double: 1,
  dashed: 2,
  dotted: 3,
  dashdot: 4,
  zigzag: 5,
};

/** What an edge of the graph carries beside sigma's own attributes. */
export interface TieEdge extends EdgeDisplayData {
  line: TieWords["line"];
}

/**
 * Sigma's rectangle of an edge, cut into dashes, dots, two strokes or a zigzag, so that relations are told apart without
 * colour. `v_along` runs in pixels from one end to the other, `v_side` from -1 to 1 across.
 */
export class TieLineProgram extends EdgeRectangleProgram {
  override getDefinition() {
    const definition = super.getDefinition();
    return {
      ...definition,
      VERTEX_SHADER_SOURCE: withDistances(definition.VERTEX_SHADER_SOURCE),
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      ATTRIBUTES: [...definition.ATTRIBUTES, { name: "a_line", size: 1, type: WebGLRenderingContext.FLOAT }],
    };
  }

  override processVisibleItem(
    edge: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: TieEdge,
  ): void {
    super.processVisibleItem(edge, start, source, target, data);
    this.array[start + this.ATTRIBUTES_ITEMS_COUNT - 1] = lineNumbers[data.line] ?? 0;
  }
}

function withDistances(shader: string): string {
  return shader
    .replace(
      "varying vec4 v_color;",
      "attribute float a_line;\nvarying float v_line;\nvarying float v_along;\nvarying float v_side;\nvarying vec4 v_color;",
    )
    .replace(
      "v_normal = unitNormal;",
      `v_normal = unitNormal;
       v_line = a_line;
       v_side = a_normalCoef;
       v_along = a_positionCoef * length(a_positionEnd - a_positionStart) / (u_correctionRatio * u_zoomRatio);`,
    );
}

const fragmentShader = `
precision mediump float;
varying vec4 v_color;
varying vec2 v_normal;
varying float v_thickness;
varying float v_feather;
varying float v_line;
varying float v_along;
varying float v_side;

float inked(float line) {
  if (line < 0.5) return 1.0;
  if (line < 1.5) return smoothstep(0.30, 0.45, abs(v_side));
  if (line < 2.5) return 1.0 - smoothstep(0.58, 0.64, fract(v_along / 16.0));
  if (line < 3.5) return 1.0 - smoothstep(0.38, 0.50, fract(v_along / 7.0));
  if (line < 4.5) {
    float at = fract(v_along / 20.0);
    return at < 0.5 ? 1.0 : (at > 0.68 && at < 0.82 ? 1.0 : 0.0);
  }
  float wave = abs(fract(v_along / 16.0) * 2.0 - 1.0) * 1.4 - 0.7;
  return 1.0 - smoothstep(0.24, 0.42, abs(v_side - wave));
}

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float edge = smoothstep(v_thickness - v_feather, v_thickness, length(v_normal) * v_thickness);
  float ink = inked(v_line) * (1.0 - edge);
  // Sigma blends colours that are multiplied by their own opacity.
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a) * ink;
  #endif
}
`;
