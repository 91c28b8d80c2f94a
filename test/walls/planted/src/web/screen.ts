// Planted: the browser reaching into the store.
import { openStore } from "../ledger/store.ts";

export const screen = openStore();
