import { Command } from "commander";
import * as account from "./account.ts";
import * as actor from "./actor.ts";
import * as actors from "./actors.ts";
import * as add from "./add.ts";
import * as blocs from "./blocs.ts";
import * as capture from "./capture.ts";
import * as changes from "./changes.ts";
import * as disputes from "./disputes.ts";
import * as dossier from "./dossier.ts";
import * as exports from "./export.ts";
import * as grade from "./grade.ts";
import * as ledger from "./ledger.ts";
import * as mcp from "./mcp.ts";
import * as merge from "./merge.ts";
import * as picture from "./picture.ts";
import { productVersion } from "./product-version.ts";
import * as queue from "./queue.ts";
import * as read from "./read.ts";
import * as same from "./same.ts";
import * as serve from "./serve.ts";
import * as sources from "./sources.ts";
import * as split from "./split.ts";
import * as timeline from "./timeline.ts";
import * as why from "./why.ts";
import * as work from "./work.ts";

/** The order in which the help lists the commands: the order in which a newcomer meets them. */
const commands = [
  read,
  add,
  picture,
  actor,
  why,
  disputes,
  changes,
  timeline,
  blocs,
  sources,
  same,
  merge,
  split,
  actors,
  grade,
  ledger,
  queue,
  work,
  capture,
  exports,
  dossier,
  serve,
  account,
  mcp,
];

/** The command `entente` with all its subcommands, not yet run. */
export function createProgram(): Command {
  const program = new Command("entente")
    .description(
      "Reads news reports and keeps the picture they draw: who sides with whom, since when, and who says so.",
    )
    .version(productVersion())
    // Throwing lets main.ts give usage errors their own exit code.
    .exitOverride()
    // Of a command with commands under it (queue), options behind a subcommand are the subcommand's own.
    .enablePositionalOptions()
    .showHelpAfterError("(entente --help lists the commands; entente <command> --help explains one)")
    .configureHelp({ helpWidth: 100 })
    .addHelpText("after", footer);
  for (const command of commands) command.register(program);
  return program;
}

const footer = `
Start here:
  $ entente read page.html --format text           what one page says, sentence by sentence
  $ entente add stories/coalition                  read a folder into the ledger
  $ entente picture --as-of 2031-02-20             who sides with whom on that day
  $ entente why "Falcon Army" "Mizan Order"        the derivation, down to the sentences

Exit codes:
  0  everything asked for was done
  1  done, but some inputs could not be read; each is named on standard error
  2  wrong usage, or the work could not go on`;
