import { describe, expect, test } from "vitest";
import { reportsMeant } from "../../src/ledger/reports-meant.ts";

describe("a report is meant", () => {
  const [one, other, third] = ["aaaaaa1", "aaaaaa2", "bbbbbb3"].map((digits) => `sha256:${digits}`);
  const ids = [one!, other!, third!];

  test("by its whole id, and by the first six digits of it", () => {
    expect(reportsMeant(ids, third!)).toEqual([third]);
    expect(reportsMeant(ids, "bbbbbb")).toEqual([third]);
    expect(reportsMeant(ids, "sha256:bbbbbb")).toEqual([third]);
  });

  test("with others where several begin so", () => {
    expect(reportsMeant(ids, "aaaaaa")).toEqual([one, other]);
  });

  test("by no fewer digits, and by no other word", () => {
    expect(reportsMeant(ids, "bbbbb")).toEqual([]);
    expect(reportsMeant(ids, "")).toEqual([]);
    expect(reportsMeant(ids, "cccccc")).toEqual([]);
    expect(reportsMeant(ids, "sha256:")).toEqual([]);
  });
});
