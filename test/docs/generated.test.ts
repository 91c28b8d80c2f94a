import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commandsPage, fullName, helpOf, withSubcommands } from "../../src/cli/commands-page.ts";
import { createProgram } from "../../src/cli/program.ts";
import { generatedFiles } from "../../src/terms/generate/generated-files.ts";

const root = new URL("../../", import.meta.url);

/** What the file holds; empty when it is not there. */
function kept(path: string): string {
  const file = new URL(path, root);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

describe("generated documents", () => {
  for (const [path, text] of generatedFiles()) {
    test(`${path} says what the terms say (npm run docs)`, () => {
      expect(kept(path)).toBe(text);
    });
  }

  test("docs/commands.md says what --help says (npm run docs)", () => {
    expect(kept("docs/commands.md")).toBe(commandsPage());
  });
});

describe("every command", () => {
  for (const command of withSubcommands(createProgram())) {
    test(`${fullName(command)} is described, and shows an example`, () => {
      expect(command.description()).not.toBe("");
      if (command.commands.length === 0) expect(helpOf(command)).toMatch(/Examples?:\n\s+\$ entente /);
    });
  }
});
