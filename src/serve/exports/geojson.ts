import type { ExportFormat } from "./exportable.ts";

/** Places with coordinates as a GeoJSON FeatureCollection (RFC 7946): who holds them, and what happened there lately. */
export const geojson: ExportFormat = {
  mediaType: "application/geo+json",
  file: "places.geojson",
  describes: "Places with who holds them and what happened there (GeoJSON)",
  write({ places }) {
    const features = places.flatMap(({ id, lat, lon, name, country, kind, others, holders, events }) => {
      if (lat === null || lon === null) return [];
      const properties = {
        ...{ name, country, kind, othersOfThatName: others },
        heldBy: holders.map(({ name: holder }) => holder),
        events: events.map(({ claim, relation, at, quote }) => ({
          claim,
          relation,
          from: at.start,
          to: at.end,
          quote,
        })),
      };
      // Longitude stands first.
      return [{ type: "Feature", id, geometry: { type: "Point", coordinates: [lon, lat] }, properties }];
    });
    return `${JSON.stringify({ type: "FeatureCollection", features }, null, 2)}\n`;
  },
};
