// One frame: sea, land, waters, boundaries of countries and regions as identical
// hairlines, precision, claims.
import { drawControl, upTo } from "./control.js";
import { drawPlaces } from "./places.js";
import { dayWritten, tr } from "./told.js";
import { FRAME_GAP } from "./view.js";

const RIVERS_FROM = 3; // pixels a map unit has, from which they do not crowd the frame
const REGIONS_FROM = 5;

/** Colours of the page, so that the map follows light and dark. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return Object.fromEntries(
    ["sea", "land", "water", "hair", "ink", "quiet", "paper", "accent", "focus", "raised", "control"].map((n) => [n, of(n)]),
  );
}

/** The frames that stand beside each other: one an authority shown, at least one. */
export function draw(context, view, layers, places, { control, day, ...told }) {
  const shown = control.filter((layer) => layer.isShown);
  const frames = shown.length ? shown : [null];
  frames.forEach((layer, n) => {
    const offset = n * (view.width + FRAME_GAP);
    context.save();
    context.setTransform(told.ratio, 0, 0, told.ratio, told.ratio * offset, 0);
    context.beginPath();
    context.rect(0, 0, view.width, view.height);
    context.clip();
    drawFrame(context, view, layers, places, { ...told, offset, layer, day });
    context.restore();
  });
}

function drawFrame(context, view, layers, places, { colours, chosen, ratio, offset, layer, day, landmarks }) {
  const [ground, lines] = grounds(view, layers, colours, ratio);
  context.setTransform(1, 0, 0, 1, ratio * offset, 0);
  context.drawImage(ground, 0, 0);
  if (layer) drawControl(context, view, layer, day, { colours, ratio, offset });
  context.setTransform(1, 0, 0, 1, ratio * offset, 0);
  context.drawImage(lines, 0, 0);
  context.setTransform(ratio, 0, 0, ratio, ratio * offset, 0);
  drawPlaces(context, view, places, { colours, chosen, landmarks });
  if (layer) drawCaption(context, view, layer, day, colours);
}

const kept = { key: "", canvases: [] };

/** Sea, land and waters, and the hairlines above them: kept while the view stays, so
 * that another day or another frame costs no drawing of the ground. */
function grounds(view, layers, colours, ratio) {
  const key = [view.k, view.x, view.y, view.width, view.height, ratio, ...Object.values(colours)].join();
  if (kept.key === key) return kept.canvases;
  const visible = cull(view);
  kept.key = key;
  kept.canvases = [drawGround, drawHairlines].map((paint, n) => {
    const canvas = kept.canvases[n] ?? document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(view.width * ratio));
    canvas.height = Math.max(1, Math.round(view.height * ratio));
    const context = canvas.getContext("2d");
    if (!n) {
      context.fillStyle = colours.sea;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
    paint(context, view, layers, colours, visible);
    return canvas;
  });
  return kept.canvases;
}

function drawGround(context, view, layers, colours, visible) {
  context.fillStyle = colours.land;
  for (const shape of layers.land) if (visible(shape)) context.fill(shape.path);
  context.fillStyle = colours.water;
  context.strokeStyle = colours.water;
  for (const shape of layers.lakes) if (visible(shape)) context.fill(shape.path);
  context.lineWidth = 0.9 / view.k;
  if (view.k > RIVERS_FROM) for (const shape of layers.rivers) if (visible(shape)) context.stroke(shape.path);
}

function drawHairlines(context, view, layers, colours, visible) {
  context.strokeStyle = colours.hair;
  context.lineWidth = 0.8 / view.k;
  for (const shape of layers.boundaries) if (visible(shape)) context.stroke(shape.path);
  if (view.k > REGIONS_FROM) for (const shape of layers.regions) if (visible(shape)) context.stroke(shape.path);
}

/** Who drew the frame's layer and for which day, on the frame itself. */
function drawCaption(context, view, layer, day, colours) {
  const number = upTo(layer, day);
  const drawn = number < 0 ? tr("nothing held up to %(day)s", { day: dayWritten(day) }) : tr("as of %(day)s", { day: dayWritten(layer.days[number].day) });
  context.font = "600 13px system-ui, sans-serif";
  const lines = wrapped(context, [layer.words, drawn], view.width - 32);
  const width = Math.max(...lines.map((words) => context.measureText(words).width));
  context.globalAlpha = 0.9;
  context.fillStyle = colours.raised;
  context.fillRect(8, 8, Math.min(width + 16, view.width - 16), 6 + 18 * lines.length);
  context.globalAlpha = 1;
  context.fillStyle = colours.ink;
  context.textBaseline = "middle";
  lines.forEach((words, n) => context.fillText(words, 16, 20 + 18 * n, view.width - 32));
}

/** Lines that fit, broken between words. */
function wrapped(context, lines, width) {
  return lines.flatMap((line) =>
    line.split(" ").reduce((found, word) => {
      const longer = found.length ? `${found.at(-1)} ${word}` : word;
      if (found.length && context.measureText(longer).width > width) return [...found, word];
      return [...found.slice(0, -1), longer];
    }, []),
  );
}

function cull(view) {
  const left = -view.x / view.k;
  const top = -view.y / view.k;
  const right = left + view.width / view.k;
  const bottom = top + view.height / view.k;
  return ({ box: [[x0, y0], [x1, y1]] }) => x1 >= left && x0 <= right && y1 >= top && y0 <= bottom;
}
