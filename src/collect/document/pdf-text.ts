import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { PdfText } from "./pdf-worker.ts";

/** Longer than any news release; a report of a thousand pages is no news report. */
export const mostPages = 200;
const seconds = 30;

/** Reads the text of a PDF in a thread of its own. Throws when it is damaged, locked, or takes more than half a minute. */
export function pdfText(bytes: Uint8Array): Promise<PdfText> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./pdf-worker${extname(import.meta.url)}`, import.meta.url), {
      workerData: { bytes, mostPages },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      // pdf.js writes warnings about fonts; they say nothing about the text.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => {
      reject(new Error(`reading it took more than ${seconds} seconds`));
      void worker.terminate();
    }, seconds * 1000);
    const end = () => {
      clearTimeout(timer);
      void worker.terminate();
    };
    worker.once("message", (text: PdfText) => {
      resolve(text);
      end();
    });
    worker.once("error", (cause) => {
      reject(cause);
      end();
    });
    worker.once("exit", () => {
      reject(new Error("its reader ended early"));
      clearTimeout(timer);
    });
  });
}
