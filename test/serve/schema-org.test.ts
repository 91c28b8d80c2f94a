import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { exportFormats } from "../../src/serve/exports/formats.ts";
import { inventArchive } from "./invented-archive.ts";

vi.setConfig({ testTimeout: 180_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** What schema.org's own vocabulary, as types, has against a document: the compiler's complaints. */
function complaintsOf(document: unknown): string[] {
  const folder = mkdtempSync(join(root, "node_modules", ".schema-org-"));
  try {
    const file = join(folder, "document.ts");
    const graph = JSON.stringify(document, null, 1);
    writeFileSync(file, `import type { Graph } from "schema-dts";\nexport const graph: Graph = ${graph};\n`);
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig", "--module", "nodenext"];
    const { stdout } = spawnSync(process.execPath, [compiler, ...options, file], { encoding: "utf8", cwd: root });
    return stdout.split("\n").filter((line) => line.includes("error TS"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the ClaimReview export", () => {
  test("is of schema.org's vocabulary: every type, every property on its type, every value of its kind", async () => {
    const query = { asOf: "2031-06-01", publishedBy: null, knownAt: "2031-12-31T00:00:00Z" };
    const exportable = await inventArchive({ actors: 12, ties: 30, reports: 6 }).exportable(query);
    const written = JSON.parse(exportFormats.claimreview.write(exportable));
    expect(written["@graph"].length).toBeGreaterThan(0);
    const misspelt = structuredClone(written);
    misspelt["@graph"][0].claimReviewd = "x";
    const misplaced = structuredClone(written);
    misplaced["@graph"][0].itemReviewed["@type"] = "NoSuchType";
    const wrong = structuredClone(written);
    wrong["@graph"][0].datePublished = { "@type": "Person", name: "x" };
    expect(complaintsOf(written)).toEqual([]);
    for (const bad of [misspelt, misplaced, wrong]) expect(complaintsOf(bad)).not.toEqual([]);
  });
});
