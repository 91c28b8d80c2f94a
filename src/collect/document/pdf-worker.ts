import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { type PdfRun, paragraphsOf } from "./pdf-paragraphs.ts";

/** The text of a PDF, and how many pages it has; only the first ones are read. */
export interface PdfText {
  text: string;
  pages: number;
}

// A thread of its own: a PDF made to keep its reader busy is ended from outside, and takes its memory with it.
const { bytes, mostPages } = workerData as { bytes: Uint8Array; mostPages: number };
const document = await getDocumentProxy(bytes);
const pages: string[] = [];
for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  pages.push(paragraphsOf(items.filter((item): item is PdfRun & typeof item => "str" in item)));
  page.cleanup();
}
const read: PdfText = { text: pages.filter((text) => text !== "").join("\n\n"), pages: document.numPages };
parentPort?.postMessage(read);
