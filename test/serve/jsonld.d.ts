declare module "jsonld" {
  const jsonld: { toRDF(document: unknown): Promise<unknown> };
  export default jsonld;
}
