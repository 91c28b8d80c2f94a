import { writeFileSync } from "node:fs";
import { commandsPage } from "./commands-page.ts";

// `npm run docs`, second half: what follows from --help.
writeFileSync(new URL("../../docs/commands.md", import.meta.url), commandsPage());
console.log("wrote docs/commands.md");
