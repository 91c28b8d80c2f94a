import { describe, expect, test } from "vitest";
import { inventWires } from "../../bench/invent-wires.ts";
import { CopyIndex } from "../../src/picture/copies/copy-index.ts";
import { ownSentences } from "../../src/picture/copies/own-sentences.ts";
import { findCopies } from "../../src/picture/copies.ts";
import type { ReportRow } from "../../src/terms/index.ts";
import { accounts } from "../read/layouts/accounts.ts";

const row = (id: string, published: string | null, about: Partial<ReportRow> = {}): ReportRow => ({
  ...{ id, name: id, publisher: null, agency: null, published, captured: null, recorded: "2036-01-01T00:00:00Z" },
  ...about,
});
const [harbour, pass] = [accounts[0]!, accounts[1]!];
const wire = [harbour.lead, ...harbour.body, ...harbour.more].join("\n\n");
const other = [pass.lead, ...pass.body, ...pass.more].join("\n\n");

describe("copies of one text", () => {
  test("a text that is trimmed and retitled, or has a paragraph more, copies the earliest", () => {
    const trimmed = `A port goes its own way\n\n${[harbour.lead, ...harbour.body].join("\n\n")}`;
    const longer = `${wire}\n\nIn Sandrigge, where our own reporter asked around, most had not heard of the League at all.`;
    const reports = [row("c", "2031-03-16"), row("b", "2031-03-15"), row("a", "2031-03-14"), row("d", "2031-03-14")];
    const texts = new Map([
      ["a", wire],
      ["b", trimmed],
      ["c", longer],
      ["d", other],
    ]);
    expect(Object.fromEntries(findCopies(reports, texts))).toEqual({ a: "a", b: "a", c: "a", d: "d" });
  });

  test("a quotation that two reporters wrote down makes no copy", () => {
    const quote = `“${"We shall leave the League and take the dredger with us, and whoever wants it back may come and ask for it. ".repeat(3).trim()}” he said.`;
    const index = new CopyIndex(10);
    index.add(`${quote} ${wire}`);
    expect(index.add(`${quote} ${other}`)).toBeNull();
  });

  test("what an outlet prints under every story makes no copies of them", () => {
    const note =
      "This paper is made by its readers, who give what they can, and it belongs to nobody but them and to the printers' guild of Old Merrow, which has kept the presses turning since the flood and asks for nothing but your trust and a coin now and then.";
    const index = new CopyIndex(1000);
    const stories = inventWires(40, 11).filter(
      ({ text }, at, all) => all.findIndex((each) => each.text === text) === at,
    );
    const matches = stories.map(({ words }) => index.add(`${words.split("\n\n").slice(0, 4).join("\n\n")}\n\n${note}`));
    expect(matches.slice(40).filter(Boolean).length).toBeLessThan(stories.length * 0.03);
  });

  test("texts of a few words copy nothing", () => {
    const index = new CopyIndex(10);
    index.add("Nothing to see here today");
    expect(index.add("Nothing to see here today")).toBeNull();
  });

  test("nearly every pair of a generated set is told right", () => {
    const wires = inventWires(120, 21);
    const index = new CopyIndex(wires.length);
    const wrong = { found: 0, missed: 0 };
    const seen = new Set<number>();
    for (const { words, agency, publisher, text } of wires) {
      const match = index.add(words, { agency, publisher });
      if (match && wires[match.of]!.text !== text) wrong.found += 1;
      if (!match && seen.has(text)) wrong.missed += 1;
      seen.add(text);
    }
    expect(wrong.found).toBeLessThan(wires.length * 0.02);
    expect(wrong.missed).toBeLessThan(wires.length * 0.04);
  });

  test("more texts than were expected are still taken", () => {
    const index = new CopyIndex(4);
    for (const { words } of inventWires(60, 3)) index.add(words);
    expect(index.size).toBeGreaterThan(100);
  });
});

describe("a copy's own sentences", () => {
  test("are those that its original does not have, even edited", () => {
    const own = "In Sandrigge, where our own reporter asked around, most had not heard of the League at all.";
    const copy = `${harbour.lead.replace("voted", "has voted")} ${own} ${harbour.body[0]}`;
    expect(ownSentences(copy, wire).map(([start, end]) => copy.slice(start, end))).toEqual([own]);
  });
});
