// The map page: data of the page's own address, a base map, a time control, a list.
import { place as toPlace, prepare } from "./base.js";
import { cornersOf, prepareControl } from "./control.js";
import { draw, readColours } from "./draw.js";
import { makeLegend } from "./legend.js";
import { dotAt } from "./places.js";
import { dayWritten, language, tr, trMany } from "./told.js";
import { FRAME_GAP, makeView } from "./view.js";

const byId = (id) => document.getElementById(id);
const canvas = byId("map");
const context = canvas.getContext("2d");
const list = byId("map-list");
const state = { layers: null, places: [], claims: [], landmarks: [], chosen: byId("map-frame").dataset.place, waiting: false, control: [], day: () => "" };
const from = byId("map-from");
const to = byId("map-to");
const NARROW = 480; // pixels of the frame, below which one layer is shown at first
const DAY = 24 * 3600 * 1000;

const view = makeView(canvas, redraw);

function redraw() {
  if (state.waiting || !state.layers) return;
  state.waiting = true;
  requestAnimationFrame(() => {
    state.waiting = false;
    draw(context, view, state.layers, state.places, {
      colours: readColours(),
      chosen: state.chosen,
      control: state.control,
      landmarks: state.landmarks,
      day: state.day(),
      ratio: devicePixelRatio || 1,
    });
  });
}

function resize() {
  const box = canvas.parentElement.getBoundingClientRect();
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(box.width * ratio);
  canvas.height = Math.round(box.height * ratio);
  const frames = Math.max(1, state.control.filter((layer) => layer.isShown).length);
  view.resize((box.width - FRAME_GAP * (frames - 1)) / frames, box.height);
  redraw();
}

const toDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const toNumber = (day) => Math.round(Date.parse(day) / DAY);

/** The window of days: a claim is in when a day it speaks of is. */
function narrow() {
  if (Number(from.value) > Number(to.value)) [from.value, to.value] = [to.value, from.value];
  const [first, last] = [toDay(Number(from.value)), toDay(Number(to.value))];
  const days = first === last ? dayWritten(first) : tr("%(first)s to %(last)s", { first: dayWritten(first), last: dayWritten(last) });
  byId("map-days").textContent = from.disabled ? tr("none") : days;
  from.setAttribute("aria-valuetext", dayWritten(first));
  to.setAttribute("aria-valuetext", dayWritten(last));
  const inside = state.claims.filter((c) => !c.first || (c.first <= last && (c.last || c.first) >= first));
  const counts = new Map();
  const said = new Map();
  for (const claim of inside) {
    counts.set(claim.place, (counts.get(claim.place) ?? 0) + 1);
    if (claim.is_said) said.set(claim.place, (said.get(claim.place) ?? 0) + 1);
  }
  for (const place of state.places) {
    place.count = counts.get(place.id) ?? 0;
    place.said = said.get(place.id) ?? 0;
  }
  fill(state.chosen ? inside.filter((c) => c.place === state.chosen) : inside);
  redraw();
}

const LISTED = 60;
function fill(claims) {
  if (claims.slice(0, LISTED).some((claim) => !claim.voice)) return tellRest();
  const chosen = state.places.find((p) => p.id === state.chosen);
  byId("map-heading").textContent = chosen
    ? tr("Claims in %(place)s", { place: chosen.name })
    : tr("Claims in view of the days chosen");
  byId("map-all").hidden = !chosen;
  list.replaceChildren(
    ...claims.slice(0, LISTED).map((claim) => {
      const item = document.createElement("li");
      const voice = document.createElement("b");
      voice.textContent = claim.voice;
      const words = document.createElement("a");
      words.href = `/claims/${claim.id}`;
      words.className = "exact";
      words.textContent = claim.words;
      const rest = document.createElement("span");
      rest.className = "meta";
      rest.textContent = ` ${claim.what} · ${claim.where}${claim.is_said ? "" : ` (${tr("named elsewhere in the report")})`}${claim.when ? ` · ${claim.when}` : ""} · ${claim.outlet} · ${claim.status}`;
      item.append(voice, claim.verb ? ` ${claim.verb} ` : " ", words, rest);
      return item;
    }),
  );
  byId("map-sum").textContent = claims.length > LISTED
    ? trMany("%(count)s claim, the first %(listed)s listed", "%(count)s claims, the first %(listed)s listed", claims.length, { listed: LISTED })
    : trMany("%(count)s claim", "%(count)s claims", claims.length);
}

/** Words of the claims that came without: asked for once, when one of them is listed. */
async function tellRest() {
  if (list.ariaBusy === "true") return;
  list.ariaBusy = "true";
  try {
    const rest = (await load(`/map.json?${asked({ told: "rest" })}`)).claims;
    state.claims = [...state.claims.filter((claim) => claim.voice), ...rest];
    narrow();
  } catch (error) {
    byId("map-sum").textContent = tr("The map could not be drawn (%(reason)s). The list of places serves without it.", { reason: error.message });
  } finally {
    list.ariaBusy = "false";
  }
}

function choose(id) {
  state.chosen = state.chosen === id ? "" : id;
  for (const button of document.querySelectorAll("[data-place-id]")) {
    button.setAttribute("aria-pressed", String(button.dataset.placeId === state.chosen));
  }
  narrow();
}

canvas.addEventListener("click", (event) => {
  const box = canvas.getBoundingClientRect();
  const point = view.inFrame([event.clientX - box.left, event.clientY - box.top]);
  const dot = dotAt(point, state.places, view);
  if (dot?.members.length > 1 && view.canCloser()) view.centre(dot.at, view.k * 2.5);
  else if (dot) choose(dot.members[0].id);
});

async function load(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** The page's own question; words come in the language that the page speaks. */
function asked(more = {}) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries({ spoken: language, ...more })) query.set(name, value);
  return query;
}

async function start() {
  const [base, data] = await Promise.all([load("/static/map-base.json"), load(`/map.json?${asked()}`)]);
  state.layers = prepare(base);
  state.claims = data.claims;
  state.landmarks = data.landmarks;
  state.control = prepareControl(data.layers, canvas.clientWidth < NARROW ? 1 : 2);
  const spoken = data.claims.map((c) => c.last).filter(Boolean).sort();
  state.day = makeLegend(state.control, spoken[spoken.length >> 1], resize).day;
  state.places = data.places.map((p) => ({ ...p, at: toPlace(p.lon, p.lat) }));
  const days = data.claims.flatMap((c) => [c.first, c.last]).filter(Boolean).sort();
  if (days.length) {
    for (const input of [from, to]) {
      input.min = toNumber(days[0]);
      input.max = toNumber(days.at(-1));
    }
    from.value = from.min;
    to.value = to.max;
  }
  for (const input of [from, to]) {
    input.disabled = days.length === 0;
    input.addEventListener("input", narrow);
  }
  byId("map-in").addEventListener("click", () => view.zoomAt(1.6));
  byId("map-out").addEventListener("click", () => view.zoomAt(1 / 1.6));
  byId("map-fit").addEventListener("click", fit);
  byId("map-all").addEventListener("click", () => choose(state.chosen));
  for (const button of document.querySelectorAll("[data-place-id]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      choose(button.dataset.placeId);
      const place = state.places.find((p) => p.id === button.dataset.placeId);
      if (place) view.centre(place.at, Math.max(view.k, 60));
    });
  }
  new ResizeObserver(resize).observe(canvas.parentElement);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  resize();
  narrow();
  const chosen = state.places.find((p) => p.id === state.chosen);
  if (chosen) view.centre(chosen.at, 60);
  else fit();
  byId("map-frame").dataset.ready = "yes";
}

function fit() {
  const drawn = state.control.filter((layer) => layer.isShown).flatMap(cornersOf);
  if (drawn.length) return view.fit(drawn, 0.5);
  return view.fit(state.places.filter((p) => p.count).map((p) => p.at));
}

start().catch((error) => {
  byId("map-sum").textContent = tr("The map could not be drawn (%(reason)s). The list of places serves without it.", { reason: error.message });
});
