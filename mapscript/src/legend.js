// The legend of control layers: who drew what, as of which day, and which are shown.
import { daysOf, wordsOf } from "./control.js";
import { dayWritten, tr } from "./told.js";

const byId = (id) => document.getElementById(id);

/** Wire the slider of days and the boxes of authorities; `changed` redraws.
 * The slider begins at the day that half of the claims speak of. */
export function makeLegend(control, spoken, changed) {
  const slider = byId("map-layer");
  const days = daysOf(control);
  if (!slider || !days.length) return { day: () => "" };
  const list = byId("map-legend");
  const rows = control.map((layer, number) => rowOf(layer, number, () => update()));
  list.replaceChildren(...rows.map((row) => row.item));
  slider.max = days.length - 1;
  const first = spoken ? days.findLastIndex((day) => day <= spoken) : days.length - 1;
  slider.value = Math.max(first, 0);
  slider.disabled = false;
  slider.addEventListener("input", () => update());
  const cut = control.filter((layer) => layer.held > layer.days.length);
  if (cut.length) {
    const words = cut.map((layer) => tr("%(some)s of %(all)s days of %(authority)s", { some: layer.days.length, all: layer.held, authority: layer.authority }));
    byId("map-layer-note").append(` ${tr("Drawn are %(days)s, evenly chosen; ask for fewer days to see each.", { days: words.join(", ") })}`);
  }
  const day = () => days[Number(slider.value)];
  function update() {
    byId("map-layer-day").textContent = dayWritten(day());
    slider.setAttribute("aria-valuetext", dayWritten(day()));
    control.forEach((layer, number) => {
      rows[number].words.textContent = ` ${wordsOf(layer, day())}`;
    });
    changed();
  }
  update();
  return { day };
}

function rowOf(layer, number, changed) {
  const item = document.createElement("li");
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = layer.isShown;
  box.dataset.layer = number;
  box.addEventListener("change", () => {
    layer.isShown = box.checked;
    changed();
  });
  const swatch = document.createElement("span");
  swatch.className = `hatch h${number % 4}`;
  swatch.title = layer.hatching;
  const words = document.createElement("span");
  label.append(box, " ", swatch, words);
  item.append(label);
  if (layer.licence) {
    const licence = document.createElement("span");
    licence.className = "meta";
    licence.textContent = ` ${tr("licence: %(licence)s", { licence: layer.licence })}`;
    item.append(licence);
  }
  return { item, words };
}
