import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { agencyNamed, findAgency } from "../../src/read/agency.ts";
import { loadOutlets } from "../../src/read/load-outlets.ts";
import { type Outlet, outletAt } from "../../src/read/outlets.ts";
import { readReport } from "../../src/read/read-report.ts";
import { captureId } from "../../src/terms/index.ts";

let outlets: readonly Outlet[];
beforeAll(async () => {
  outlets = await loadOutlets(fileURLToPath(new URL("../../lexicons", import.meta.url)));
});

describe("whose text a report is", () => {
  const found = (lead: string, byline: string[] = [], ending = "", publisher: string | null = "The Merrow Ledger") =>
    findAgency({ lead, byline, ending, publisher }, outlets);
  test.each([
    ["ALEPPO, Feb 3 (Reuters) - Two sides signed", "Reuters"],
    ["MOSCOW, February 3. /TASS/. Two sides signed", "TASS"],
    ["WASHINGTON (AP) — Two sides signed", "AP"],
    ["TEHRAN, Feb 3 (Fars News) - Two sides signed", "Fars News"],
    ["The group (AP) said that two sides signed", null],
  ])("%s is by %s", (lead, agency) => {
    expect(found(lead)).toBe(agency);
  });
  test.each([
    [["Reuters"], "Reuters"],
    [["Amani Rugendo with AFP"], "AFP"],
    [["Staff and Xinhua"], "Xinhua"],
    [["Associated Press"], "AP"],
    [["Amani Rugendo"], null],
  ] as const)("the byline %s is of %s", (byline, agency) => {
    expect(found("Two sides signed.", [...byline])).toBe(agency);
  });
  test.each([
    ["AFP contributed to this report.", "AFP"],
    ["The Associated Press contributed to this story.", "AP"],
    ["(With inputs from PTI)", "PTI"],
    ["Source: Xinhua", "Xinhua"],
    ["© 2016 AFP", "AFP"],
    ["They signed in the evening. (dpa)", "dpa"],
    ["They will sign again, a spokesman told AFP.", null],
    ["Our correspondents contributed to this report.", null],
  ])("a story that ends in %s is of %s", (ending, agency) => {
    expect(found("Two sides signed.", [], ending)).toBe(agency);
  });
  test("an agency's own page has no other agency behind it", () => {
    expect(found("ALEPPO (Reuters) - Two sides signed", [], "", "Reuters")).toBeNull();
    expect(found("ALEPPO (Reuters) - Two sides signed", [], "", "Reuters News")).toBeNull();
  });
  test("the first of several agencies is named", () => {
    expect(agencyNamed("AFP/dpa", outlets)).toBe("AFP");
  });
  test("metadata may name the agency", () => {
    const bytes = new TextEncoder().encode(
      `<html><head><title>Two sides sign</title><meta name="syndication-source" content="Reuters"></head><body><h1>Two sides sign</h1><p>${"The two sides signed the paper on a barge, and argued about the pen. ".repeat(4)}</p></body></html>`,
    );
    const capture = { id: captureId(bytes), name: "page", source: {}, bytes, captured: null, mediaType: "text/html" };
    expect(readReport(capture, { outlets }).value.agency).toBe("Reuters");
  });
});

describe("the table of outlets", () => {
  test("holds some hundreds, each with its country, owner and kind where they are known", () => {
    expect(outlets.length).toBeGreaterThan(300);
    expect(outlets.filter(({ country, kind }) => country && kind).length).toBeGreaterThan(outlets.length * 0.9);
  });
  test("names an outlet by its address, whatever stands before its domain", () => {
    expect(outletAt("https://www.bbc.co.uk/news/1", outlets)?.name).toMatch(/^BBC/);
    expect(outletAt("https://paper.example/1", outlets)).toBeNull();
    expect(outletAt("https://notbbc.co.uk/1", outlets)).toBeNull();
  });
});
