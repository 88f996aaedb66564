// The base map: every feature a path of its own with its box, so that a frame draws only
// what is in view (12 frames a second without, 50 and more with).
import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { unpack } from "./pack.js";

export const WORLD = 1000; // width of the whole world in map units
const projection = geoMercator()
  .scale(WORLD / (2 * Math.PI))
  .translate([WORLD / 2, WORLD / 2])
  .precision(0.05);

/** Map units of a longitude and latitude, kept off the poles. */
export function place(lon, lat) {
  return projection([lon, Math.max(-84, Math.min(84, lat))]);
}

/** Map units of a length in metres at a latitude. */
export function metres(length, lat) {
  const around = 40_075_016.7; // metres of the equator (WGS 84)
  return ((length / around) * WORLD) / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
}

/** Layers of map-base.json as lists of {path, box}. */
export function prepare({ transform, objects, arcs, regions }) {
  const topology = { type: "Topology", objects, arcs: unpack(arcs, transform) };
  const layers = { regions: unpack(regions.lines, regions.transform).map(toLine).map(toShape) };
  for (const name of Object.keys(objects)) {
    layers[name] = split(feature(topology, objects[name])).map(toShape);
  }
  return layers;
}

const toLine = (coordinates) => ({ type: "LineString", coordinates });

/** A geometry as a path in map units, with its box. */
export function toShape(geometry) {
  const path = new Path2D();
  geoPath(projection, path)(geometry);
  return { path, box: geoPath(projection).bounds(geometry) };
}

/** One geometry a polygon or line, so that each has a small box. */
function split(given) {
  if (given.type === "FeatureCollection") return given.features.flatMap(split);
  const geometry = given.geometry ?? given;
  const single = { MultiPolygon: "Polygon", MultiLineString: "LineString" }[geometry.type];
  if (!single) return [geometry];
  return geometry.coordinates.map((coordinates) => ({ type: single, coordinates }));
}
