import { readdirSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { gzipSync } from "node:zlib";
import { serveInvented } from "../serve/serve-invented.ts";
import { openBrowser } from "./browser.ts";

// npm run bench:web — a ledger of 2,000 actors and 10,000 ties on screen. Figures as one JSON line, last; exit 0 when
// the targets hold: first picture within 3 s, first-load JavaScript at most 350 kB gzipped, pan and zoom at most 100 ms a frame.
const targets = { firstPictureMs: 3000, firstLoadKb: 350, panFrameMsMedian: 100 };
const server = await serveInvented({ actors: 2000, ties: 10_000, reports: 50 });
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

await page.goto(`${server.url}/?asOf=2031-12-31&ended=true`);
await page.waitForFunction(() => performance.getEntriesByName("picture-drawn").length > 0, null, { timeout: 60_000 });
const firstPictureMs = await page.evaluate(() => performance.getEntriesByName("picture-drawn")[0]!.startTime);
const stages = await page.evaluate(() =>
  Object.fromEntries(performance.getEntriesByType("mark").map(({ name, startTime }) => [name, Math.round(startTime)])),
);
const ties = await page.evaluate(() => document.querySelector(".beside .soft")?.textContent);

await page.waitForFunction(() => performance.getEntriesByName("picture-settled").length > 0, null, {
  timeout: 120_000,
});
const settledMs = await page.evaluate(() => performance.getEntriesByName("picture-settled")[0]!.startTime);
const box = (await page.locator(".drawing").boundingBox())!;
const frames = await panAndZoom();
const figures = {
  ties,
  stages,
  firstPictureMs: Math.round(firstPictureMs),
  settledMs: Math.round(settledMs),
  firstLoadKb: Math.round(firstLoadBytes() / 1024),
  panFrameMsMedian: Math.round(quantile(frames, 0.5)),
  panFrameMsP95: Math.round(quantile(frames, 0.95)),
  load: loadavg()[0],
};
await browser.close();
await server.close();
const holds = Object.entries(targets).every(([name, most]) => figures[name as keyof typeof targets] <= most);
console.log(JSON.stringify({ bench: "web", holds, targets, ...figures }));
process.exit(holds ? 0 : 1);

/** Times between frames while the drawing is dragged about and zoomed. */
async function panAndZoom(): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const tick = (time: number) => {
      times.push(time);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frameTimes: times });
  });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 40; step += 1) await page.mouse.move(x + Math.sin(step / 4) * 150, y + step * 3);
  await page.mouse.up();
  for (let step = 0; step < 10; step += 1) await page.mouse.wheel(0, step % 2 === 0 ? -200 : 150);
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
  return times.slice(1).map((time, at) => time - times[at]!);
}

/** What the first screen loads before it can show anything: the page's own scripts, without those loaded when needed. */
function firstLoadBytes(): number {
  const folder = new URL("../../dist/web/", import.meta.url);
  const html = readFileSync(new URL("index.html", folder), "utf8");
  return readdirSync(new URL("assets/", folder))
    .filter((name) => name.endsWith(".js") && html.includes(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(new URL(`assets/${name}`, folder))).length, 0);
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
