/**
 * How far the confidence of claims can be trusted: reads the development part of the marked sentences (training/claims/dev) and, apart, that of
 * the older sentences (training/stories/dev), and compares each claim's confidence with how often such claims are what people marked.
 *
 *   node bench/calibration.ts
 *
 * Prints a reliability table for each part, and one JSON line, last: the expected calibration error of each. Right is a claim with its relation, its
 * parties by name, its manner and its polarity. People did not mark every claim, so the share of right ones is a lower bound.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openReadTools, readCapture } from "../src/pipeline.ts";
import { captureId } from "../src/terms/index.ts";
import { type Case, rightClaims } from "../test/extract/case-score.ts";
import { markedCases } from "./marked-cases.ts";

interface Outcome {
  confidence: number;
  right: boolean;
  basis: string;
}

const training = join(import.meta.dirname, "..", "training");
const tools = await openReadTools();
const errors: Record<string, number> = {};
for (const [name, cases] of [
  ["marked", lines(markedCases("dev"))],
  ["sentences", olderCases()],
] as const) {
  const outcomes = (await Promise.all(cases.map(outcomesOf))).flat();
  errors[name] = report(name, outcomes);
}
await tools.close();
console.log(JSON.stringify({ expectedCalibrationError: errors }));

async function outcomesOf(one: Case): Promise<Outcome[]> {
  const bytes = new TextEncoder().encode(one.text);
  const shared = { captured: null, published: one.published ?? null, mediaType: "text/plain", source: {} };
  const { value } = await readCapture({ id: captureId(bytes), name: one.id, bytes, ...shared }, tools);
  const right = rightClaims(one, value, value.report.text);
  return value.claims.map(({ id, confidence, by }) => ({
    confidence,
    right: right.has(id),
    basis: by.rule === "tagger" ? "tagger" : "rule",
  }));
}

function report(name: string, outcomes: readonly Outcome[]): number {
  let error = 0;
  console.log(`${name}: ${outcomes.length} claims`);
  for (let low = 0; low < 1; low += 0.1) {
    const here = outcomes.filter(
      ({ confidence }) => confidence >= low && (confidence < low + 0.1 || low + 0.1 > 0.999),
    );
    if (here.length === 0) continue;
    const said = mean(here.map(({ confidence }) => confidence));
    const so = mean(here.map(({ right }) => Number(right)));
    error += (Math.abs(said - so) * here.length) / outcomes.length;
    console.log(`  says ${said.toFixed(2)}, is ${so.toFixed(2)}, ${here.length} claims`);
  }
  for (const basis of ["rule", "tagger"]) {
    const here = outcomes.filter((outcome) => outcome.basis === basis);
    if (here.length > 0)
      console.log(`  by ${basis}: ${here.length}, right ${mean(here.map(({ right }) => Number(right))).toFixed(2)}`);
  }
  return Number(error.toFixed(4));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function olderCases(): Case[] {
  const folder = join(training, "stories", "dev");
  return readdirSync(folder)
    .sort()
    .flatMap((file) => lines(readFileSync(join(folder, file), "utf8")));
}

function lines(text: string): Case[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
