import { describe, expect, test } from "vitest";
import type { DraftClaim } from "../../../src/extract/claims/draft-claim.ts";
import { reconcileClaims } from "../../../src/extract/claims/reconcile-claims.ts";
import type { Resolution } from "../../../src/extract/coreference/resolve-mentions.ts";

const resolution: Resolution = { actorOf: [0, 1, 2, 0], nameOf: new Map(), typeOf: new Map(), aliases: [] };

function claim(some: Partial<DraftClaim>): DraftClaim {
  return {
    relation: "join",
    sentence: 0,
    agents: [0],
    patients: [1],
    manner: { modality: "actual", polarity: "affirmed", because: [] },
    cue: [10, 14],
    at: 2,
    rule: "join.txt:1",
    confidence: 0.8,
    ...some,
  };
}
const byTagger = (some: Partial<DraftClaim>): DraftClaim => claim({ rule: "tagger", confidence: 0.9, ...some });

describe("what rules and tagger read, as one list", () => {
  test("a claim that only the tagger reads is added", () => {
    const both = reconcileClaims(
      [claim({})],
      [byTagger({ relation: "leave", cue: [30, 34], patients: [2] })],
      resolution,
    );
    expect(both.map(({ relation }) => relation)).toEqual(["join", "leave"]);
  });

  test("where both read one, the rules' manner stands, and the parties of the tagger if it is sure", () => {
    const refused = { modality: "refused" as const, polarity: "affirmed" as const, because: ["refuse"] };
    const read = (confidence: number) =>
      reconcileClaims([claim({ manner: refused })], [byTagger({ patients: [2], confidence })], resolution);
    const [unsure, sure] = [read(0.1), read(0.9)];
    expect([unsure.length, sure.length]).toEqual([1, 1]);
    expect(unsure[0]).toMatchObject({ manner: refused, patients: [1], rule: "join.txt:1" });
    expect(sure[0]).toMatchObject({ manner: refused, patients: [2], rule: "join.txt:1" });
    expect(sure[0]!.confidence).toBeGreaterThan(0.9);
  });

  test("a list that a frame has read to its end is not cut short by the tagger", () => {
    const listed = claim({ relation: "unite", agents: [0, 1, 2], patients: [] });
    const [one] = reconcileClaims([listed], [byTagger({ relation: "unite", agents: [1], patients: [2] })], resolution);
    expect(one).toMatchObject({ agents: [0, 1, 2], patients: [] });
  });

  test("that the tagger is sure to have heard nobody is kept, and that it is not sure is not", () => {
    const read = (confidence: number) => reconcileClaims([claim({})], [byTagger({ confidence })], resolution)[0]!;
    expect(read(0.9).speakers).toEqual([]);
    expect(read(0.3).speakers).toBeUndefined();
  });

  test("of two manners the one stands that asserts less", () => {
    const planned = { modality: "planned" as const, polarity: "affirmed" as const, because: [] };
    const [one] = reconcileClaims([claim({})], [byTagger({ manner: planned })], resolution);
    expect(one!.manner).toEqual(planned);
  });

  test("a patient that the rules lack is the tagger's", () => {
    const [one] = reconcileClaims([claim({ patients: [] })], [byTagger({ patients: [0, 2] })], resolution);
    expect(one!.patients).toEqual([2]);
  });

  test("one word tells one relation: the tagger's if it is likely, else the frame's", () => {
    const read = (confidence: number) =>
      reconcileClaims([claim({})], [byTagger({ relation: "pledge", confidence })], resolution).map(
        ({ relation }) => relation,
      );
    expect([read(0.1), read(0.9)]).toEqual([["join"], ["pledge"]]);
  });

  test("what the tagger does not read is less sure than the frame has it", () => {
    const [one] = reconcileClaims([claim({})], [], resolution);
    expect(one!.confidence).toBeLessThan(0.8);
  });

  test("two words of one sentence for one deed of one actor, under two names, are one claim", () => {
    expect(reconcileClaims([claim({})], [byTagger({ agents: [3], cue: [40, 44] })], resolution)).toHaveLength(1);
  });

  test("the same deed in two sentences is two claims", () => {
    expect(reconcileClaims([claim({})], [byTagger({ sentence: 1 })], resolution)).toHaveLength(2);
  });
});
