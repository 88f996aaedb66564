// Places of claims: towns as dots, several that are close as one with its number, regions
// and countries as small marks that weigh less than any town, and names to find one's way.
import { metres } from "./base.js";
import { drawLabels } from "./labels.js";

const TOGETHER = 20; // pixels between two towns, below which they are one dot
const COARSE = 6; // half a diamond: less ink than the dot of one claim

/** Radius of a town's dot: area grows with the number of claims. */
export const radius = (count) => Math.min(22, 5 + 2 * Math.sqrt(count));

export const isTown = (place) => place.kind === "settlement";

/** What is drawn at this zoom: each {at, members, count, said}. A dot of several stands
 * where the most claimed of them lies, so nothing stands where no place is. */
export function gather(places, view) {
  const dots = [];
  const shown = places.filter((place) => place.count);
  for (const place of [...shown].sort((a, b) => b.count - a.count)) {
    const [x, y] = view.toScreen(place.at);
    const near = isTown(place) && dots.find((dot) => dot.isTown && Math.hypot(dot.x - x, dot.y - y) < TOGETHER);
    if (near) {
      near.members.push(place);
      near.count += place.count;
      near.said += place.said;
    } else {
      dots.push({ x, y, at: place.at, isTown: isTown(place), members: [place], count: place.count, said: place.said });
    }
  }
  return dots;
}

/** The dot at a point of the frame, undefined for none. */
export function dotAt([x, y], places, view) {
  return gather(places, view)
    .map((dot) => [Math.hypot(dot.x - x, dot.y - y) - (dot.isTown ? radius(dot.count) : COARSE), dot])
    .filter(([distance]) => distance < 6)
    .sort((a, b) => a[0] - b[0])[0]?.[1];
}

export function drawPlaces(context, view, places, { colours, chosen, landmarks }) {
  const dots = gather(places, view).filter(({ x, y }) => x > -60 && y > -60 && x < view.width + 60 && y < view.height + 60);
  for (const dot of dots) drawPrecision(context, view, dot, colours, chosen);
  for (const dot of dots.filter((one) => !one.isTown)) drawCoarse(context, dot, colours, chosen);
  for (const dot of dots.filter((one) => one.isTown)) drawTown(context, dot, colours, chosen);
  drawLabels(context, view, dots, landmarks, { colours, chosen });
}

const holds = (dot, id) => dot.members.some((place) => place.id === id);

function drawPrecision(context, view, dot, colours, chosen) {
  if (dot.members.length > 1 || !(dot.isTown || holds(dot, chosen))) return;
  const [place] = dot.members;
  const around = metres(place.precision_m, place.lat) * view.k;
  if (around <= radius(dot.count) || around >= 3 * view.width) return;
  context.beginPath();
  context.arc(dot.x, dot.y, around, 0, 2 * Math.PI);
  context.setLineDash([4, 4]);
  context.strokeStyle = colours.quiet;
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
}

function drawCoarse(context, { x, y, members }, colours, chosen) {
  context.beginPath();
  context.moveTo(x, y - COARSE);
  context.lineTo(x + COARSE, y);
  context.lineTo(x, y + COARSE);
  context.lineTo(x - COARSE, y);
  context.closePath();
  context.fillStyle = colours.land;
  context.fill();
  context.lineWidth = members[0].id === chosen ? 2.5 : 1.2;
  context.strokeStyle = members[0].id === chosen ? colours.focus : colours.quiet;
  context.stroke();
}

/** A dot: hollow for claims whose place was carried, filled as far as it was said. */
function drawTown(context, dot, colours, chosen) {
  const [whole, said] = [radius(dot.count), dot.said ? radius(dot.said) : 0];
  const colour = holds(dot, chosen) ? colours.focus : colours.accent;
  circle(context, dot, whole + 1.5, colours.raised);
  circle(context, dot, whole, colour);
  if (dot.said < dot.count) {
    circle(context, dot, whole - 1.8, colours.raised);
    if (said) circle(context, dot, Math.min(said, whole - 3.5), colour);
  }
  if (dot.members.length > 1) drawNumber(context, dot, whole, colours);
}

function circle(context, { x, y }, size, colour) {
  context.beginPath();
  context.arc(x, y, Math.max(size, 0), 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

function drawNumber(context, dot, size, colours) {
  context.font = `600 ${size < 10 ? 10 : 12}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = colours.raised;
  context.strokeText(dot.count, dot.x, dot.y);
  context.fillStyle = colours.ink;
  context.fillText(dot.count, dot.x, dot.y);
  context.textAlign = "start";
}
