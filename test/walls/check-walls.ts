import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { walls } from "./walls.ts";

/** One import that goes through a wall. */
export interface Breach {
  wall: string;
  from: string;
  to: string;
  reason: string;
}

export interface WallCheck {
  /** How many modules of the folder were seen: a checker that sees none reports no breach. */
  modules: number;
  breaches: Breach[];
}

/** Checks every import under `folder` (a path from the project's root) against the walls. */
export async function checkWalls(folder: string): Promise<WallCheck> {
  const { output } = await cruise([folder], {
    baseDir: fileURLToPath(new URL("../..", import.meta.url)),
    validate: true,
    ruleSet: { forbidden: walls },
    // Types count: a stage that knows another's types knows the other.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.svelte$" },
  });
  const result = output as ICruiseResult;
  const seen = result.modules.filter((module) => module.source.startsWith(folder));
  const breaches = result.summary.violations.map(({ rule, from, to }) => {
    return { wall: rule.name, from, to, reason: walls.find(({ name }) => name === rule.name)?.comment ?? "" };
  });
  return { modules: seen.length, breaches };
}

if (import.meta.main) {
  const real = await checkWalls("src");
  const planted = await checkWalls("test/walls/planted/src");
  for (const breach of real.breaches) {
    console.error(`${breach.from} imports ${breach.to}: ${breach.reason} (${breach.wall})`);
  }
  if (real.modules < 20) throw new Error(`The wall checker saw only ${real.modules} modules under src.`);
  if (planted.breaches.length === 0) throw new Error("The wall checker does not see the planted breaches.");
  console.log(`walls: ${real.modules} modules, ${real.breaches.length} breaches`);
  process.exitCode = real.breaches.length > 0 ? 1 : 0;
}
