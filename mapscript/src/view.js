// Where the map looks: pan, zoom, keys. Knows nothing of what is drawn.
import { WORLD } from "./base.js";

export const FRAME_GAP = 2; // pixels between two frames that stand beside each other

const CLOSEST = 900; // a settlement and its surroundings fill the frame
const FARTHEST = 0.4;
const STEP = 1.6;
const PAN = 80; // pixels an arrow key moves

export function makeView(canvas, onChange) {
  const view = { k: 1, x: 0, y: 0, width: 0, height: 0 };
  const pointers = new Map();

  const clamp = () => {
    view.k = Math.max(FARTHEST, Math.min(CLOSEST, view.k));
    const half = [view.width / 2, view.height / 2];
    view.x = Math.max(half[0] - WORLD * view.k, Math.min(half[0], view.x));
    view.y = Math.max(half[1] - WORLD * view.k, Math.min(half[1], view.y));
  };
  const changed = () => {
    clamp();
    onChange();
  };
  view.toScreen = ([x, y]) => [x * view.k + view.x, y * view.k + view.y];
  view.zoomAt = (factor, x = view.width / 2, y = view.height / 2) => {
    const to = Math.max(FARTHEST, Math.min(CLOSEST, view.k * factor));
    const real = to / view.k;
    view.x = x - (x - view.x) * real;
    view.y = y - (y - view.y) * real;
    view.k = to;
    changed();
  };
  view.canCloser = () => view.k < CLOSEST;
  view.pan = (dx, dy) => {
    view.x += dx;
    view.y += dy;
    changed();
  };
  view.centre = ([x, y], k = view.k) => {
    view.k = k;
    view.x = view.width / 2 - x * k;
    view.y = view.height / 2 - y * k;
    changed();
  };
  /** Show all of the points, with air around them, and no closer than `least` units. */
  view.fit = (points, least = 8) => {
    if (!points.length) return view.centre([WORLD / 2, WORLD * 0.4], view.width / WORLD);
    const xs = points.map((p) => p[0]);
    const ys = points.map((p) => p[1]);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const k = 0.75 * Math.min(view.width / Math.max(right - left, least), view.height / Math.max(bottom - top, least));
    return view.centre([(left + right) / 2, (top + bottom) / 2], k);
  };
  view.resize = (width, height) => {
    if (width < 1 || height < 1) return; // not laid out: what it looks at is kept
    const centre = [(view.width / 2 - view.x) / view.k, (view.height / 2 - view.y) / view.k];
    const wasShown = view.width > 0;
    Object.assign(view, { width, height });
    if (wasShown) view.centre(centre);
  };

  /** A point of the canvas inside its own frame: all frames look at the same place. */
  view.inFrame = ([x, y]) => [view.width ? x % (view.width + FRAME_GAP) : x, y];
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== canvas) return; // the page scrolls
    event.preventDefault();
    view.zoomAt(Math.exp(-event.deltaY / 400), ...view.inFrame(at(event)));
  }, { passive: false });
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, at(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    if (pointers.size === 1) {
      view.pan(now[0] - before[0], now[1] - before[1]);
    } else {
      const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, p]) => p);
      const length = (p) => Math.hypot(p[0] - other[0], p[1] - other[1]) || 1;
      view.zoomAt(length(now) / length(before), ...view.inFrame(other));
    }
    pointers.set(event.pointerId, now);
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(kind, (event) => pointers.delete(event.pointerId));
  }
  canvas.addEventListener("dblclick", (event) => view.zoomAt(STEP, ...view.inFrame(at(event))));
  canvas.addEventListener("keydown", (event) => {
    const acts = {
      ArrowLeft: () => view.pan(PAN, 0),
      ArrowRight: () => view.pan(-PAN, 0),
      ArrowUp: () => view.pan(0, PAN),
      ArrowDown: () => view.pan(0, -PAN),
      "+": () => view.zoomAt(STEP),
      "=": () => view.zoomAt(STEP),
      "-": () => view.zoomAt(1 / STEP),
    };
    if (!acts[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    acts[event.key]();
  });
  return view;
}
