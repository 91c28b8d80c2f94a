// The library: the vocabulary, reading, the ledger, and the picture. The command and the API are built on the same.
export { type Ledger, openLedger } from "./ledger/ledger.ts";
export { derivePicture } from "./picture/derive-picture.ts";
export { explainTies } from "./picture/explain-ties.ts";
export { findDisputes } from "./picture/find-disputes.ts";
export { addInputs, openReadTools, type ReadTools, readCapture, readInputs, resolvedHoldings } from "./pipeline.ts";
export * from "./terms/index.ts";
