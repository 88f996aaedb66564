// Control layers: each authority for itself, day by day, hatched, never merged.
// A day is the first day's rings and all changes since, filled by the even-odd rule.
import { place } from "./base.js";
import { unpack } from "./pack.js";
import { dayWritten, tr, trMany, written } from "./told.js";

/** Angles of the hatching: two authorities differ by more than a colour. */
const ANGLES = [45, -45, 0, 90];
const NAMES = [tr("rising lines"), tr("falling lines"), tr("level lines"), tr("upright lines")];
const GAP = 7; // pixels between two lines
const TINT = 0.16;

/** Records of map.json with their paths still to be made, an angle, and which are shown. */
export function prepareControl(records, shown) {
  return records.map((record, n) => ({
    ...record,
    paths: [],
    angle: ANGLES[n % ANGLES.length],
    hatching: NAMES[n % NAMES.length],
    isShown: n < shown,
    bounds: null,
  }));
}

/** All days of which some layer is held, in order. */
export const daysOf = (control) => [...new Set(control.flatMap((c) => c.days.map((d) => d.day)))].sort();

/** Number of a layer's last day up to a day; -1 before its first. */
export const upTo = (layer, day) => layer.days.findLastIndex((d) => d.day <= day);

/** The drawing of a day, made from that of the day before and what changed. */
function pathOf(layer, number) {
  for (let n = layer.paths.length; n <= number; n += 1) {
    const path = new Path2D();
    if (n) path.addPath(layer.paths[n - 1]);
    for (const ring of ringsOf(layer.days[n].lines, layer.step)) {
      ring.forEach(([lon, lat], at) => {
        const [x, y] = place(lon, lat);
        if (at) path.lineTo(x, y);
        else path.moveTo(x, y);
      });
      path.closePath();
    }
    layer.paths.push(path);
  }
  return layer.paths[number];
}

/** Rings of longitudes and latitudes; each begins from zero. */
export function ringsOf(lines, step) {
  if (!lines) return [];
  return lines.split(" ").map((line) => unpack(line, { scale: [step, step], translate: [0, 0] })[0]);
}

/** Corners of what a layer draws, to fit the view. */
export function cornersOf(layer) {
  layer.bounds ??= ringsOf(layer.days[0]?.lines ?? "", layer.step).flat().map(([lon, lat]) => place(lon, lat));
  return layer.bounds;
}

/** Tint and hatch a layer's drawing; the hatching keeps its width at every zoom. */
export function drawControl(context, view, layer, day, { colours, ratio, offset }) {
  const number = upTo(layer, day);
  if (number < 0) return;
  context.save();
  context.beginPath();
  context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * (view.x + offset), ratio * view.y);
  context.clip(pathOf(layer, number), "evenodd");
  context.setTransform(ratio, 0, 0, ratio, ratio * offset, 0);
  context.fillStyle = colours.control;
  context.globalAlpha = TINT;
  context.fillRect(0, 0, view.width, view.height);
  context.globalAlpha = 1;
  hatch(context, view, layer.angle, colours.control);
  context.restore();
}

function hatch(context, { width, height }, angle, colour) {
  const length = Math.hypot(width, height);
  context.translate(width / 2, height / 2);
  context.rotate((-angle * Math.PI) / 180);
  context.beginPath();
  for (let y = -length / 2; y < length / 2; y += GAP) {
    context.moveTo(-length / 2, y);
    context.lineTo(length / 2, y);
  }
  context.lineWidth = 1.3;
  context.strokeStyle = colour;
  context.stroke();
}

/** What a layer shows of a day, in words: who, which day, how old, how much. */
export function wordsOf(layer, day) {
  const number = upTo(layer, day);
  if (number < 0) return `${layer.words}: ${tr("no layer held up to %(day)s", { day: dayWritten(day) })}`;
  const drawn = layer.days[number];
  const age = Math.round((Date.parse(day) - Date.parse(drawn.day)) / 86_400_000);
  const older = age ? `, ${trMany("%(count)s day before; none is held of the day itself", "%(count)s days before; none is held of the day itself", age)}` : "";
  const version = drawn.version > 1 ? `, ${tr("version %(number)s", { number: drawn.version })}` : "";
  const change = number && !age ? `; ${tr("since %(day)s: +%(gained)s −%(lost)s km²", { day: dayWritten(layer.days[number - 1].day), gained: written(drawn.gained), lost: written(drawn.lost) })}` : "";
  const size = tr("%(number)s km²", { number: written(drawn.km2) });
  return `${layer.words}, ${tr("as of %(day)s", { day: dayWritten(drawn.day) })}${older}${version}: ${size}${change}`;
}
