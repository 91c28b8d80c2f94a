import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where distributions put a Chromium; ENTENTE_CHROMIUM names another. */
const places = [
  process.env.ENTENTE_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The Chromium of this machine, or null: tests that need one are then skipped, with a word. */
export const chromiumPath = places.find((path): path is string => path !== undefined && existsSync(path)) ?? null;

/** A headless browser whose WebGL is drawn by the processor, so that it works where there is no graphics card. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
}
