import type { Command } from "commander";
import { createProgram } from "./program.ts";

/** docs/commands.md: the help of every command, as the command prints it. */
export function commandsPage(): string {
  const sections = withSubcommands(createProgram()).map(
    (command) => `## ${fullName(command)}\n\n\`\`\`text\n${helpOf(command).trimEnd()}\n\`\`\`\n`,
  );
  return `# Commands\n\nGenerated from \`--help\` by \`npm run docs\`.\n\n${sections.join("\n")}`;
}

/** The command and all commands under it, the help command that commander adds left out. */
export function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.filter((sub) => sub.name() !== "help").flatMap(withSubcommands)];
}

/** "entente ledger check" */
export function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

/** The help with what `addHelpText` adds, which `helpInformation()` leaves out. */
export function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part), getOutHasColors: () => false });
  command.outputHelp();
  return text;
}
