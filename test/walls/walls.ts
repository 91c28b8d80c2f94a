import type { IForbiddenRuleType } from "dependency-cruiser";

/** The stages of the way from bytes to a picture, in order. None imports another; pipeline, serve and cli compose them. */
export const stages = ["collect", "read", "extract", "resolve", "ledger", "picture"] as const;

/** A module of the product: the same for the real `src/` and for the planted one under `test/walls/planted/`. */
const source = "^(?:test/walls/planted/)?src/";

/** What may not import what, each with the reason that is printed when it does. */
export const walls: IForbiddenRuleType[] = [
  {
    name: "terms-import-nothing",
    comment: "terms are what everything else is written in; they know no stage",
    severity: "error",
    from: { path: `${source}terms/` },
    to: { path: source, pathNot: `${source}terms/` },
  },
  ...stages.map(
    (stage): IForbiddenRuleType => ({
      name: `${stage}-is-a-stage`,
      comment: `a stage imports terms and itself; src/pipeline.ts composes ${stage} with the others`,
      severity: "error",
      from: { path: `${source}${stage}/` },
      to: { path: source, pathNot: `${source}(?:${stage}|terms)/` },
    }),
  ),
  {
    name: "the-queue-knows-no-stage",
    comment:
      "the queue keeps and gives out jobs; src/record-input.ts says how one is done, and cli puts the two together",
    severity: "error",
    from: { path: `${source}queue/` },
    to: { path: source, pathNot: `${source}(?:queue|terms)/` },
  },
  {
    name: "pipeline-is-below-the-commands",
    comment: "the pipeline is used by cli and serve and knows neither",
    severity: "error",
    from: { path: `${source}pipeline` },
    to: { path: `${source}(?:cli|serve|web)/` },
  },
  {
    name: "serve-knows-no-cli",
    comment: "the API is used by the command, not the other way round",
    severity: "error",
    from: { path: `${source}serve/` },
    to: { path: `${source}(?:cli|web)/` },
  },
  {
    name: "web-imports-terms-and-api-types",
    comment: "what runs in the browser sees the vocabulary and the types of the API's answers, nothing of the store",
    severity: "error",
    from: { path: `${source}web/` },
    to: { path: source, pathNot: `${source}(?:web|terms)/|${source}serve/answers\\.ts` },
  },
  {
    name: "only-the-ledger-speaks-sql",
    comment: "SQL lives in src/ledger and nowhere else",
    severity: "error",
    from: { path: source, pathNot: `${source}ledger/` },
    to: { path: "node_modules/(?:@electric-sql|pg|postgres)/" },
  },
  {
    name: "no-circles",
    comment: "two modules that import each other are one module, or one too many",
    severity: "error",
    from: { path: source },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no-development-tools-in-the-product",
    comment: "a package in devDependencies is not there when the product is installed",
    severity: "error",
    from: { path: source, pathNot: `${source}web/` },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm", "type-only"] },
  },
];
