/**
 * Words a second of the tagger alone: `node measure-speed.ts MODELS TEXTS.jsonl [SECONDS]`, where each line has a `text`.
 * Words are runs between white space, as everybody counts them. One tagger, then two in threads of their own.
 */
import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { openModelTagger } from "../../src/extract/model/model-tagger.ts";
import { splitSentences } from "../../src/extract/sentences.ts";

interface Task {
  models: string;
  texts: string[];
  seconds: number;
}

if (isMainThread) {
  const [models = "models", file = "", seconds = "10"] = process.argv.slice(2);
  const texts = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line).text as string);
  for (const threads of [1, 2]) {
    const tasks = Array.from({ length: threads }, () => inThread({ models, texts, seconds: Number(seconds) }));
    const speeds = await Promise.all(tasks);
    console.log(`${threads} thread(s): ${Math.round(speeds.reduce((a, b) => a + b))} words/s`);
  }
} else {
  parentPort!.postMessage(await measure(workerData as Task));
}

function inThread(task: Task): Promise<number> {
  return new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url), { workerData: task }).on("message", resolve).on("error", reject);
  });
}

async function measure({ models, texts, seconds }: Task): Promise<number> {
  const tagger = await openModelTagger(models);
  const cut = texts.map((text) => ({ words: text.split(/\s+/).length, sentences: splitSentences(text, 0, text.length) }));
  await tagger.tag(cut[0]!.sentences);
  const began = performance.now();
  let words = 0;
  for (let at = 0; performance.now() - began < seconds * 1000; at++) {
    const report = cut[at % cut.length]!;
    await tagger.tag(report.sentences);
    words += report.words;
  }
  await tagger.close();
  return words / ((performance.now() - began) / 1000);
}
