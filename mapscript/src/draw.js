// One frame: sea, land, waters, boundaries of countries and regions as identical
// hairlines, precision, claims.
import { metres } from "./base.js";

const RIVERS_FROM = 3; // pixels a map unit has, from which they do not crowd the frame
const REGIONS_FROM = 5;

/** Colours of the page, so that the map follows light and dark. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return Object.fromEntries(
    ["sea", "land", "water", "hair", "ink", "quiet", "paper", "accent", "focus", "raised"].map((n) => [n, of(n)]),
  );
}

export function draw(context, view, layers, places, { colours, chosen, ratio }) {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.sea;
  context.fillRect(0, 0, view.width, view.height);
  context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
  const visible = cull(view);
  context.fillStyle = colours.land;
  for (const shape of layers.land) if (visible(shape)) context.fill(shape.path);
  context.fillStyle = colours.water;
  context.strokeStyle = colours.water;
  for (const shape of layers.lakes) if (visible(shape)) context.fill(shape.path);
  context.lineWidth = 0.9 / view.k;
  if (view.k > RIVERS_FROM) for (const shape of layers.rivers) if (visible(shape)) context.stroke(shape.path);
  context.strokeStyle = colours.hair;
  context.lineWidth = 0.8 / view.k;
  for (const shape of layers.boundaries) if (visible(shape)) context.stroke(shape.path);
  if (view.k > REGIONS_FROM) for (const shape of layers.regions) if (visible(shape)) context.stroke(shape.path);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawPlaces(context, view, places, colours, chosen);
}

function cull(view) {
  const left = -view.x / view.k;
  const top = -view.y / view.k;
  const right = left + view.width / view.k;
  const bottom = top + view.height / view.k;
  return ({ box: [[x0, y0], [x1, y1]] }) => x1 >= left && x0 <= right && y1 >= top && y0 <= bottom;
}

/** Radius of a place's dot: area grows with the number of claims. */
export const radius = (count) => Math.min(22, 4 + 2 * Math.sqrt(count));

function drawPlaces(context, view, places, colours, chosen) {
  const inView = places.filter(({ at, count }) => {
    const [x, y] = view.toScreen(at);
    return count && x > -60 && y > -60 && x < view.width + 60 && y < view.height + 60;
  });
  for (const place of inView) {
    const [x, y] = view.toScreen(place.at);
    const around = metres(place.precision_m, place.lat) * view.k;
    if (around > radius(place.count) && around < 3 * view.width) {
      context.beginPath();
      context.arc(x, y, around, 0, 2 * Math.PI);
      context.setLineDash([4, 4]);
      context.strokeStyle = colours.quiet;
      context.lineWidth = 1;
      context.stroke();
      context.setLineDash([]);
    }
  }
  for (const place of inView) {
    const [x, y] = view.toScreen(place.at);
    context.beginPath();
    if (place.kind === "settlement") context.arc(x, y, radius(place.count), 0, 2 * Math.PI);
    else diamond(context, x, y, radius(place.count) * 1.2);
    context.globalAlpha = 0.82;
    context.fillStyle = place.id === chosen ? colours.focus : colours.accent;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 1.5;
    context.strokeStyle = colours.raised;
    context.stroke();
  }
  drawLabels(context, view, inView, colours, chosen);
}

function diamond(context, x, y, size) {
  context.moveTo(x, y - size);
  context.lineTo(x + size, y);
  context.lineTo(x, y + size);
  context.lineTo(x - size, y);
  context.closePath();
}

/** Names, the chosen and most claimed first; one that would cover another is left out. */
function drawLabels(context, view, places, colours, chosen) {
  const taken = [];
  context.font = "600 13px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const order = [...places].sort((a, b) => (b.id === chosen) - (a.id === chosen) || b.count - a.count);
  for (const place of order) {
    const [x, y] = view.toScreen(place.at);
    const words = `${place.name} ${place.count}`;
    const left = x + radius(place.count) + 4;
    const box = [left, y - 8, left + context.measureText(words).width, y + 8];
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    context.lineWidth = 4;
    context.strokeStyle = colours.land;
    context.strokeText(words, left, y);
    context.fillStyle = colours.ink;
    context.fillText(words, left, y);
  }
}
