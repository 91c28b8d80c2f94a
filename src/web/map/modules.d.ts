declare module "d3-geo-projection" {
  import type { GeoProjection } from "d3-geo";
  export function geoProject<Shape>(object: Shape, projection: GeoProjection): Shape;
}
declare module "*?url" {
  const address: string;
  export default address;
}
declare module "*?worker&url" {
  const address: string;
  export default address;
}
