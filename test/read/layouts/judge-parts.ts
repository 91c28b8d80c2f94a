import { readReport } from "../../../src/read/read-report.ts";
import { captureId, type PartKind, type Report } from "../../../src/terms/index.ts";
import { accounts } from "./accounts.ts";
import { type LaidPage, layPage } from "./layout.ts";
import { tunedLayouts } from "./tuned.ts";
import { unseenLayouts } from "./unseen.ts";

/** Pages of a set of layouts: three of the accounts in each, four in the first two of each set, forty in all. */
export function layPages(which: "tuned" | "unseen"): LaidPage[] {
  const layouts = Object.entries(which === "tuned" ? tunedLayouts : unseenLayouts);
  return layouts.flatMap(([name, layout], at) =>
    Array.from({ length: at < 2 ? 4 : 3 }, (_, round) =>
      layPage(`${name}-${round + 1}`, layout, accounts[(at * 3 + round) % accounts.length]!, round),
    ),
  );
}

/** What became of one piece: the kinds that are right, and the kind it was read as; null when its text was not read whole. */
export interface Judged {
  page: string;
  wanted: readonly PartKind[];
  got: PartKind | null;
  text: string;
}

/** Reads the page and finds each of its pieces in the report, in order. */
export function judgePage({ name, markup, pieces }: LaidPage): Judged[] {
  const report = readPage(name, markup);
  const taken = new Map<string, number>();
  return pieces.map(({ kinds, text }) => {
    const from = taken.get(text) ?? -1;
    const parts = report.parts.map((part, index) => ({
      ...part,
      index,
      text: report.text.slice(part.start, part.end),
    }));
    const found =
      parts.find((part) => part.index > from && part.text === text) ?? parts.find((part) => part.text.includes(text));
    if (found) taken.set(text, found.index);
    return { page: name, wanted: kinds, got: found?.kind ?? null, text };
  });
}

export function readPage(name: string, markup: string): Report {
  const bytes = new TextEncoder().encode(markup);
  const source = {};
  return readReport({ id: captureId(bytes), name, source, bytes, captured: null, mediaType: "text/html" }).value;
}

export interface KindScore {
  pieces: number;
  precision: number;
  recall: number;
  f1: number;
}

/** F1 of each kind, and of all pieces together; a piece that may be two kinds counts as the one it was read as. */
export function scoreKinds(judged: readonly Judged[]): { all: number; kinds: Record<string, KindScore> } {
  const named = judged.map(({ wanted, got }) => ({
    wanted: got !== null && wanted.includes(got) ? got : wanted[0]!,
    got,
  }));
  const kinds: Record<string, KindScore> = {};
  for (const kind of [...new Set(named.map(({ wanted }) => wanted))].sort()) {
    const right = named.filter(({ wanted, got }) => wanted === kind && got === kind).length;
    const given = named.filter(({ got }) => got === kind).length;
    const pieces = named.filter(({ wanted }) => wanted === kind).length;
    const [precision, recall] = [given ? right / given : 0, right / pieces];
    kinds[kind] = {
      ...{ pieces, precision: round(precision), recall: round(recall) },
      f1: round(right ? (2 * precision * recall) / (precision + recall) : 0),
    };
  }
  return { all: round(named.filter(({ wanted, got }) => wanted === got).length / named.length), kinds };
}

const round = (share: number): number => Math.round(share * 1000) / 1000;
