import { describe, expect, test } from "vitest";
import { checkWalls } from "./check-walls.ts";

describe("walls between the stages", () => {
  test("hold in the product, and the checker saw its modules", async () => {
    const { modules, breaches } = await checkWalls("src");
    expect(modules).toBeGreaterThan(20);
    expect(breaches).toEqual([]);
  });

  test("are seen when a stage, a term or the browser goes through one", async () => {
    const { breaches } = await checkWalls("test/walls/planted/src");
    expect(breaches.map(({ wall }) => wall).sort()).toEqual([
      "read-is-a-stage",
      "terms-import-nothing",
      "web-imports-terms-and-api-types",
    ]);
  });
});
