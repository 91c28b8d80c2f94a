import { type GeoProjection, geoArea, geoCentroid, geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import type { Feature, FeatureCollection, Polygon } from "geojson";
import { feature } from "topojson-client";
import countriesUrl from "world-atlas/countries-50m.json?url";

export interface CountryLabel {
  name: string;
  lon: number;
  lat: number;
  fromZoom: number;
}

export interface Basemap {
  countries: FeatureCollection;
  labels: CountryLabel[];
}

/**
 * The countries of Natural Earth (1:50 million, public domain) as GeoJSON in degrees. On a globe Russia and Fiji go
 * across the date line; on a flat map they are cut there, or they would be drawn right across it.
 */
export async function loadCountries(): Promise<Basemap> {
  const topology = (await (await fetch(countriesUrl)).json()) as Parameters<typeof feature>[0];
  const countries = feature(topology, topology.objects.countries!) as FeatureCollection;
  return { countries: geoProject(countries, inDegrees()), labels: countries.features.flatMap(labelOf) };
}

/** A country's name in the middle of its largest part; wide countries are named from farther away. */
function labelOf({ geometry, properties }: Feature): CountryLabel[] {
  const parts: Polygon["coordinates"][] =
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  const sized = parts.map((coordinates) => {
    const part = { type: "Polygon" as const, coordinates };
    return { part, area: geoArea(part) };
  });
  const largest = sized.sort((one, other) => other.area - one.area)[0];
  if (largest === undefined || typeof properties?.name !== "string") return [];
  const [lon, lat] = geoCentroid(largest.part);
  // Twice as wide and high, one step of zoom earlier.
  return [{ name: properties.name, lon, lat, fromZoom: Math.max(1.2, 0.8 - Math.log2(largest.area) / 2) }];
}

function inDegrees(): GeoProjection {
  return geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .reflectY(true);
}
