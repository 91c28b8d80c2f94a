// Planted: a term that knows a stage, by its type alone.
import type { openStore } from "../ledger/store.ts";

export type Tie = ReturnType<typeof openStore>;
