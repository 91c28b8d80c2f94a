import { lockFolder } from "../../src/ledger/folder-lock.ts";

// node hold-folder.ts FOLDER: takes the lock of a folder, writes "held" or why not, and holds it until it is killed, or for as long as its input is open.

try {
  const lock = await lockFolder(process.argv[2]!);
  process.stdout.write("held\n");
  process.stdin.resume().once("end", () => void lock.release());
} catch (cause) {
  process.stdout.write(`${(cause as Error).message}\n`);
}
