import type { Command } from "commander";
import { ledgerOption, withExistingLedger } from "./ledger-folder.ts";
import { productVersion } from "./product-version.ts";

export function register(program: Command): void {
  program
    .command("mcp")
    .description("Answer an assistant's questions over the Model Context Protocol, on standard input and output.")
    .addOption(ledgerOption())
    .addHelpText("after", examples)
    .action(mcp);
}

const examples = `
Read-only: picture, why, disputes, changes, search, claims, report.

Examples:
  $ entente mcp --ledger ~/haradan`;

async function mcp({ ledger: folder }: { ledger: string }): Promise<void> {
  const [{ StdioServerTransport }, { createMcpServer }, { createArchiveToRead }] = await Promise.all([
    import("@modelcontextprotocol/sdk/server/stdio.js"),
    import("../serve/mcp.ts"),
    import("../serve/archive-to-read.ts"),
  ]);
  const version = productVersion();
  await withExistingLedger(folder, async (ledger) => {
    const server = createMcpServer(createArchiveToRead(ledger, folder, version), () => new Date(), version);
    const closed = new Promise<void>((resolve) => {
      server.server.onclose = resolve;
      process.stdin.once("end", resolve);
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    });
    await server.connect(new StdioServerTransport());
    await closed;
    await server.close();
  });
}
