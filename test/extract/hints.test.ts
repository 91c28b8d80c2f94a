import { describe, expect, test } from "vitest";
import { loadFrames, loadHints } from "../../src/extract/load-frames.ts";
import { parseCues } from "../../src/extract/predicates/hints.ts";

describe("what the lexicon hints of a word", async () => {
  const hints = await loadHints(await loadFrames());

  test("a frame's word hints its relation in every form", () => {
    for (const word of ["joined", "joining", "Joins"]) expect(hints(word).plain).toContain("join");
  });

  test("a word with a frame only beside an object hints less", () => {
    expect(hints("severed").plain).not.toContain("break");
    expect(hints("severed").joined).toContain("break");
  });

  test("a mere cue hints, in the plural too", () => {
    expect(hints("summits").listed).toContain("meet");
    expect(hints("ultimatum").listed).toContain("threaten");
  });

  test("a word of no relation hints none", () => {
    expect(hints("lighthouse")).toEqual({ plain: [], joined: [], listed: [] });
  });
});

describe("the list of cues", () => {
  test("a word may tell several relations", () => {
    const cues = parseCues("meet: talks\nagree: talks deal\n", "cues.txt");
    expect([...cues.get("talks")!]).toEqual(["meet", "agree"]);
  });

  test("a relation that does not exist is named with its line", () => {
    expect(() => parseCues("# words\nmarry: wed\n", "cues.txt")).toThrow("cues.txt:2: no such relation: marry");
  });
});
