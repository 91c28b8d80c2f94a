import { mkdirSync } from "node:fs";

/** Makes a directory that only one of many can make; false where it stands already. */
export function makeTurn(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    return false;
  }
}
