import { userInfo } from "node:os";
import { Option } from "commander";

/** Who decides, and why. */
export interface Signed {
  by?: string;
  because?: string;
}

export function signOptions(): Option[] {
  return [
    new Option("--by <name>", "who decides (default: the name you are logged in with)"),
    new Option("--because <reason>", "why; shown wherever the decision counts"),
  ];
}

export function signerOf({ by, because }: Signed): { by: string; because: string | null } {
  return { by: by ?? userInfo().username, because: because ?? null };
}
