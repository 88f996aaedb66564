// Names on the map: those of claims first, then towns and regions to find one's way by.
// A name that would cover another is left out; the weightier is drawn before.
import { radius } from "./places.js";
import { place as toPlace } from "./base.js";
import { tr } from "./told.js";

const ROOM = 9000; // square pixels of the frame that one name to find one's way by takes
const REGIONS_FROM = 5; // pixels a map unit has: as for the lines between regions
const POINT = 1.8;

export function drawLabels(context, view, dots, landmarks, { colours, chosen }) {
  const taken = dots.map((dot) => around(dot.x, dot.y, dot.isTown ? radius(dot.count) : 7));
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const isChosen = (dot) => dot.members.some((place) => place.id === chosen);
  const rank = (dot) => (isChosen(dot) ? 2 : dot.isTown ? 1 : 0);
  for (const dot of [...dots].sort((a, b) => rank(b) - rank(a) || b.count - a.count)) {
    context.font = dot.isTown ? "600 13px system-ui, sans-serif" : "400 12px system-ui, sans-serif";
    const [words, away] = [wordsOf(dot), (dot.isTown ? radius(dot.count) : 7) + 4];
    const width = context.measureText(words).width;
    const left = dot.x + away + width > view.width && dot.x - away > width ? dot.x - away - width : dot.x + away;
    write(context, words, left, dot.y, taken, dot.isTown ? colours.ink : colours.quiet, colours.land);
  }
  drawLandmarks(context, view, landmarks, taken, colours);
}

function wordsOf({ members, count }) {
  const more = members.length - 1;
  return more ? tr("%(place)s and %(count)s more", { place: members[0].name, count: more }) : `${members[0].name} ${count}`;
}

/** As many towns and regions as the frame has room for, the weightiest first. */
function drawLandmarks(context, view, landmarks, taken, colours) {
  let room = Math.round((view.width * view.height) / ROOM);
  for (const mark of landmarks) {
    if (!room) return;
    if (mark.is_region && view.k < REGIONS_FROM) continue;
    const [x, y] = view.toScreen((mark.at ??= toPlace(mark.lon, mark.lat)));
    if (x < 0 || y < 8 || x > view.width || y > view.height - 8) continue;
    context.font = mark.is_region ? "italic 400 12px system-ui, sans-serif" : "400 11px system-ui, sans-serif";
    const width = context.measureText(mark.name).width;
    const left = mark.is_region ? x - width / 2 : x + 5;
    if (left < 0 || left + width > view.width) continue; // half a name is none
    if (!mark.is_region && taken.some((box) => meets(box, around(x, y, POINT)))) continue;
    if (!write(context, mark.name, left, y, taken, colours.quiet, colours.land)) continue;
    room -= 1;
    if (mark.is_region) continue;
    context.beginPath();
    context.arc(x, y, POINT, 0, 2 * Math.PI);
    context.fill();
    taken.push(around(x, y, POINT));
  }
}

/** Write words unless they would cover others; true where they were written. */
function write(context, words, left, y, taken, colour, ground) {
  const box = [left, y - 8, left + context.measureText(words).width, y + 8];
  if (taken.some((other) => meets(box, other))) return false;
  taken.push(box);
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.strokeText(words, left, y);
  context.fillStyle = colour;
  context.fillText(words, left, y);
  return true;
}

const around = (x, y, size) => [x - size, y - size, x + size, y + size];
const meets = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
