import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ActorSummary, KeptClaim, Page, ReportSummary } from "../../src/serve/answers.ts";
import type { Picture } from "../../src/terms/index.ts";
import { openBrowser } from "./browser.ts";

// node test/web/take-screenshots.ts URL [name ...] — every screen, wide and narrow, light and dark, into docs/screenshots.
const [url = "http://127.0.0.1:4711", ...only] = process.argv.slice(2);
const folder = process.env.ENTENTE_SCREENSHOTS ?? fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
mkdirSync(folder, { recursive: true });

const screens: Record<string, string> = {
  picture: "/",
  list: "/?view=list",
  map: "/map",
  timeline: "/timeline?from=2031-02-01",
  review: "/review",
  decisions: "/review?view=decisions",
  changes: "/changes",
  disputes: "/disputes",
  reports: "/reports",
  desk: "/desk",
};

const browser = await openBrowser();
const painter = await browser.newPage();
const ask = async <Answer>(path: string) => (await (await fetch(`${url}/api/${path}`)).json()) as Answer;
const [report] = (await ask<Page<ReportSummary>>("reports?limit=1&q=Drenovia+flatly+denied")).items;
const [actor] = (await ask<Page<ActorSummary>>("actors?limit=1&q=River+Battalions")).items;
const picture = await ask<Picture>("picture?asOf=2031-02-20");
const claim = report && (await ask<Page<KeptClaim>>(`claims?limit=1&report=${report.id}`)).items[0];
const most = picture.ties.toSorted((one, other) => other.reports - one.reports)[0];
const day = "asOf=2031-02-20";
for (const [name, path] of Object.entries(screens)) screens[name] = `${path}${path.includes("?") ? "&" : "?"}${day}`;
screens.disputes = "/disputes?asOf=2031-04-30";
screens.changes = "/changes?from=2031-02-01&to=2031-02-20";
if (report) screens.report = `/r/${report.id.slice(7, 19)}?claim=${claim?.id ?? ""}`;
if (actor) screens.actor = `/actors/${encodeURIComponent(actor.id)}?${day}`;
if (most) screens.tie = `/ties?a=${most.a}&b=${most.b}&${day}`;

for (const [name, path] of Object.entries(screens)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const width of [1440, 390]) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme });
      page.on("console", (message) => message.type() === "error" && console.error(name, message.text()));
      page.on("pageerror", (error) => console.error(name, error.message));
      await page.goto(url + path, { waitUntil: "load" });
      // The open stream of the desk keeps the network busy: wait for the screen instead.
      await page.waitForSelector("h1, h2", { state: "attached" });
      if (name === "map") await page.waitForFunction(() => performance.getEntriesByName("map-drawn").length > 0);
      await page.waitForTimeout(900);
      writeFileSync(`${folder}/${name}-${width}-${colorScheme}.webp`, await asWebp(await page.screenshot()));
      await page.close();
    }
  }
}
await browser.close();

/** A fifth of the size of the PNG that a browser gives. */
async function asWebp(png: Buffer): Promise<Buffer> {
  const words = await painter.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d")!.drawImage(image, 0, 0);
    const webp = await canvas.convertToBlob({ type: "image/webp", quality: 0.82 });
    return btoa(Array.from(new Uint8Array(await webp.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
  }, png.toString("base64"));
  return Buffer.from(words, "base64");
}
