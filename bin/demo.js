#!/usr/bin/env node
// `npm run demo`: reads the stories into a ledger of its own, asks it what an analyst would ask, and serves the web app.
// `--no-serve`, or CI=true, ends after printing. Every line starting with $ is a command you can type yourself.
import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.js";
import { ensureWeb } from "./ensure-web.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ledger = ".demo/ledger";
const serves = !process.argv.includes("--no-serve") && !process.env.CI;

/** What is asked, each with the reason why it is worth asking. */
const questions = [
  ["Read the stories of three plots into a ledger. Nothing of them is real.", "add", "stories"],
  ["Who stood with the River Battalions on 20 February 2031?", ...picture("2031-02-20")],
  ["And at the end of April, when the alliance around them had failed?", ...picture("2031-04-30")],
  [
    "Why does it say so? Down to the sentences, and who says them.",
    "why",
    "Jaysh al-Saqr",
    "River Battalions",
    "--as-of",
    "2031-02-20",
  ],
  ["Where do the accounts differ?", "disputes", "--as-of", "2031-04-30"],
];

ensureInstalled();
rmSync(join(root, ledger), { recursive: true, force: true });
for (const [reason, ...words] of questions) ask(reason, words);
if (serves) serve();

function picture(day) {
  return ["picture", "--as-of", day, "--actor", "River Battalions"];
}

function ask(reason, words) {
  console.log(`\n${bold(reason)}\n${dim(`$ entente ${words.map(quoted).join(" ")}`)}\n`);
  const { status } = spawnSync(process.execPath, [join(root, "bin", "entente"), ...words, "--ledger", ledger], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status === 0) return;
  console.error(`entente demo: the command above ended with ${status ?? "a signal"}.`);
  process.exit(1);
}

function serve() {
  ensureWeb();
  console.log(
    `\n${bold("The same in the browser; try the days of spring 2031. Ctrl-C ends it.")}\n${dim("$ entente serve")}\n`,
  );
  const child = spawn(process.execPath, [join(root, "bin", "entente"), "serve", "--ledger", ledger], {
    cwd: root,
    stdio: "inherit",
  });
  // Ctrl-C goes to the server, which ends well; the demo waits for it.
  process.on("SIGINT", () => {});
  child.on("exit", (code) => process.exit(code ?? 0));
}

function quoted(word) {
  return word.includes(" ") ? `"${word}"` : word;
}

function bold(text) {
  return process.stdout.isTTY ? `\u001b[1m${text}\u001b[22m` : text;
}

function dim(text) {
  return process.stdout.isTTY ? `\u001b[2m${text}\u001b[22m` : text;
}
