import { type GeoProjection, geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import countriesUrl from "world-atlas/countries-50m.json?url";

/**
 * The countries of Natural Earth (1:50 million, public domain) as GeoJSON in degrees. On a globe Russia and Fiji go
 * across the date line; on a flat map they are cut there, or they would be drawn right across it.
 */
export async function loadCountries(): Promise<FeatureCollection> {
  const topology = (await (await fetch(countriesUrl)).json()) as Topology<{ countries: GeometryCollection }>;
  const countries = feature(topology, topology.objects.countries);
  return geoProject(countries, inDegrees()) as FeatureCollection;
}

function inDegrees(): GeoProjection {
  return geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .reflectY(true);
}
