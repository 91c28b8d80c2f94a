import { readFileSync, writeFileSync } from "node:fs";

// `node bench/draw-growth.ts runs.jsonl docs/ledger-growth.svg`: each line a run of bench/ledger.ts as it tells it on standard
// error ({ claims, pglite: { p95 }, postgres: { p95 } }). Both axes grow tenfold a step.

const [from, to] = process.argv.slice(2) as [string, string];
interface Run {
  claims: number;
  pglite?: { p95: Record<string, number> };
  postgres?: { p95: Record<string, number> };
}
const runs = readFileSync(from, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Run)
  .sort((one, other) => one.claims - other.claims);
const colours: Record<string, string> = {
  ...{ picture200: "#1b6ca8", actor: "#b8562f", why: "#3a7d44", changes: "#7a4b9e", disputes: "#8a6d1d" },
};
const [width, height, left, right, bottom] = [640, 360, 60, 500, 310];
const across = (claims: number): number => left + ((Math.log10(claims) - 4) / 2) * (right - left);
const up = (ms: number): number => bottom - ((Math.log10(Math.max(ms, 1)) - 0) / 4) * (bottom - 20);
const parts: string[] = [];
for (const [power, label] of ["1 ms", "10 ms", "100 ms", "1 s", "10 s"].entries())
  parts.push(
    `<line x1="${left}" x2="${right}" y1="${up(10 ** power)}" y2="${up(10 ** power)}" stroke="#ddd"/>`,
    `<text x="${left - 6}" y="${up(10 ** power) + 4}" text-anchor="end">${label}</text>`,
  );
for (const [claims, label] of [
  [1e4, "10,000"],
  [1e5, "100,000"],
  [1e6, "1,000,000 claims"],
] as const)
  parts.push(`<text x="${across(claims)}" y="${bottom + 18}" text-anchor="middle">${label}</text>`);
for (const [at, [question, colour]] of Object.entries(colours).entries()) {
  for (const [store, dash] of [
    ["pglite", ""],
    ["postgres", "5 4"],
  ] as const) {
    const points = runs.flatMap(({ claims, [store]: measured }) => {
      const ms = measured?.p95[question];
      return ms === undefined ? [] : [[across(claims), up(ms)] as const];
    });
    const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
    parts.push(
      `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    );
    for (const [x, y] of points)
      parts.push(`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3" fill="${colour}"/>`);
  }
  parts.push(`<text x="${right + 14}" y="${40 + at * 20}" fill="${colour}">${question}</text>`);
}
parts.push(
  `<text x="${right + 14}" y="160">line: PGlite</text><text x="${right + 14}" y="178">dashes: PostgreSQL</text>`,
);
writeFileSync(
  to,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>How the 95th percentile of each question grows with the ledger</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${parts.join("\n")}
</svg>
`,
);
