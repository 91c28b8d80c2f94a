// Planted: a stage that reaches into another stage.
import { openStore } from "../ledger/store.ts";

export const page = openStore();
