import type { FeatureCollection } from "geojson";
import { LngLatBounds, Map as MapView, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { MapPlace } from "../../serve/answers.ts";
import { oneLine } from "../plain-text.ts";
import { type Basemap, type CountryLabel, loadCountries } from "./basemap.ts";

setWorkerUrl(workerUrl);

export interface MapInks {
  paper: string;
  sheet: string;
  wash: string;
  rule: string;
}

/** A place that has its place on the map. */
export type LocatedPlace = MapPlace & { lat: number; lon: number };

/** Buttons on a map are slow to move by the thousand; the rest are in the list. */
const mostMarkers = 300;

/** A map of countries with the day's places on it. It holds a WebGL context, which must be given back: call `end`. */
export class PlaceMap {
  #view: MapView;
  #markers: Marker[] = [];
  #framed = false;

  constructor(element: HTMLElement, inks: MapInks, { countries, labels }: Basemap) {
    this.#view = new MapView({
      container: element,
      attributionControl: { compact: false, customAttribution: "Natural Earth" },
      style: styleOf(inks, countries),
      center: [20, 25],
      zoom: 1.2,
      maxZoom: 9, // the coastlines are drawn at 1:50 million
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
    });
    const named = labels.map((label) => labelMarker(label).addTo(this.#view));
    const nameCountries = () => {
      for (const [at, { fromZoom }] of labels.entries())
        named[at]!.getElement().hidden = this.#view.getZoom() < fromZoom;
    };
    nameCountries();
    this.#view.on("zoomend", nameCountries);
    this.#view.addControl(new NavigationControl({ showCompass: false }), "top-right");
  }

  show(places: readonly LocatedPlace[], onplace: (id: string) => void): void {
    for (const marker of this.#markers) marker.remove();
    this.#markers = places.slice(0, mostMarkers).map((place) => markerOf(place, onplace).addTo(this.#view));
    if (this.#framed || places.length === 0) return;
    this.#framed = true;
    const bounds = new LngLatBounds();
    for (const { lon, lat } of places) bounds.extend([lon, lat]);
    this.#view.fitBounds(bounds, { padding: paddingIn(this.#view), maxZoom: 5, animate: false });
  }

  goTo({ lon, lat }: LocatedPlace): void {
    this.#view.easeTo({ center: [lon, lat], zoom: Math.max(this.#view.getZoom(), 4), duration: 300 });
  }

  /** Calls back once everything is drawn. */
  whenDrawn(then: () => void): void {
    this.#view.once("idle", then);
  }

  end(): void {
    this.#view.remove();
  }
}

export async function openMap(element: HTMLElement, inks: MapInks): Promise<PlaceMap> {
  return new PlaceMap(element, inks, await loadCountries());
}

function styleOf(inks: MapInks, countries: FeatureCollection) {
  return {
    version: 8 as const,
    sources: { countries: { type: "geojson" as const, data: countries } },
    layers: [
      { id: "sea", type: "background" as const, paint: { "background-color": inks.wash } },
      { id: "land", type: "fill" as const, source: "countries", paint: { "fill-color": inks.sheet } },
      {
        id: "borders",
        type: "line" as const,
        source: "countries",
        paint: { "line-color": inks.rule, "line-width": 1 },
      },
    ],
  };
}

/** Names stand to the right of their places. */
function paddingIn(view: MapView) {
  const { clientWidth } = view.getContainer();
  const side = Math.min(60, clientWidth / 8);
  return { top: 50, bottom: 50, left: side, right: Math.min(170, clientWidth / 3) };
}

function labelMarker({ name, lon, lat }: CountryLabel): Marker {
  const element = document.createElement("span");
  element.className = "country";
  element.textContent = name;
  return new Marker({ element }).setLngLat([lon, lat]);
}

/** A button with the place's name: whoever holds it is told by the name, not by a colour alone. */
function markerOf(place: LocatedPlace, onplace: (id: string) => void): Marker {
  const button = document.createElement("button");
  button.type = "button";
  button.className = place.holders.length > 0 ? "place held-place" : "place";
  const name = document.createElement("bdi");
  name.textContent = oneLine(place.name);
  button.append(name);
  const [holder] = place.holders;
  if (holder !== undefined) {
    const held = document.createElement("small");
    held.textContent = oneLine(place.holders.length > 1 ? `${holder.name} and others` : holder.name);
    button.append(held);
  }
  button.addEventListener("click", () => onplace(place.id));
  return new Marker({ element: button, anchor: "left" }).setLngLat([place.lon, place.lat]);
}
