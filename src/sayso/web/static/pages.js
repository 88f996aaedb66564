/* Keys, dropping files, focus between words and claims. Pages work without it. */
"use strict";

const byId = (id) => document.getElementById(id);
/* Our own words in the language of the page; English stands where none is given. */
const told = JSON.parse(byId("told")?.textContent ?? "{}");
const tr = (words) => told[words] ?? words;

/* Words and the claim beside them light up together. */
function light(id, isOn) {
  for (const node of document.querySelectorAll(`[data-claim="${CSS.escape(id)}"]`)) {
    node.classList.toggle("lit", isOn);
  }
}
for (const kind of ["pointerover", "pointerout", "focusin", "focusout"]) {
  document.addEventListener(kind, (event) => {
    const node = event.target.closest?.("[data-claim]");
    if (node) light(node.dataset.claim, kind === "pointerover" || kind === "focusin");
  });
}
/* A field of a claim lights the words that carry it. */
function carry(node, isOn) {
  const key = CSS.escape(node.dataset.lights);
  for (const words of document.querySelectorAll(`[data-carries~="${key}"]`)) {
    words.classList.toggle("carried", isOn);
  }
}
for (const kind of ["pointerover", "pointerout", "focusin", "focusout"]) {
  document.addEventListener(kind, (event) => {
    const node = event.target.closest?.("[data-lights]");
    if (node) carry(node, kind === "pointerover" || kind === "focusin");
  });
}
function followHash() {
  for (const node of document.querySelectorAll(".chosen-words")) {
    node.classList.remove("chosen-words");
  }
  const id = decodeURIComponent(location.hash).replace(/^#claim-/, "");
  const words = id && byId(`words-${id}`);
  if (!words) return;
  for (const node of document.querySelectorAll(`a[data-claim="${CSS.escape(id)}"]`)) {
    node.classList.add("chosen-words");
  }
  words.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", followHash);
followHash();

/* A chart wider than the screen begins where its last figures are; its values stay. */
for (const frame of document.querySelectorAll(".series .wide-scroll")) {
  const edges = Array.from(frame.querySelectorAll("a.mark"), (mark) =>
    mark.getBoundingClientRect().right);
  if (!edges.length) continue;
  const values = frame.querySelectorAll(".axis .unit, .axis path + [text-anchor=end]");
  frame.addEventListener("scroll", () => {
    const moved = `translateX(${frame.scrollLeft}px)`;
    for (const words of values) words.style.transform = moved;
  });
  const hidden = Math.max(...edges) - frame.getBoundingClientRect().right;
  if (hidden > 0) frame.scrollLeft = hidden + 48;
}

/* Start: a dropped file is chosen, dropped text is pasted. */
const handIn = byId("hand-in-form");
if (handIn) {
  const area = byId("text");
  const files = handIn.elements.files;
  for (const kind of ["dragenter", "dragover"]) {
    handIn.addEventListener(kind, (event) => {
      event.preventDefault();
      area.classList.add("dropping");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    handIn.addEventListener(kind, () => area.classList.remove("dropping"));
  }
  handIn.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    files.files = event.dataTransfer.files;
  });
  handIn.addEventListener("submit", () => {
    const button = handIn.querySelector("button");
    button.textContent = tr("Reading…");
  });
}

/* Review by keyboard. */
const rule = byId("rule");
const isTyping = (node) =>
  node.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
function press(key) {
  if (key === "r") {
    byId("reason").focus();
    rule.dataset.enter = "reject";
    return true;
  }
  if (key === "f") {
    const field = document.querySelector("#field-form input:not([type=hidden]), #field-form select");
    if (!field) return false;
    field.focus();
    field.select?.();
    return true;
  }
  if (key === "e") {
    const edit = byId("edit");
    edit.open = true;
    byId("edit-form").elements.low.focus();
    return true;
  }
  if (key === "?") {
    const help = byId("help");
    help.open = !help.open;
    help.scrollIntoView({ block: "nearest" });
    return true;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  target.click();
  return true;
}
if (byId("review") || byId("undo-last")) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && isTyping(event.target)) {
      event.target.blur();
      return;
    }
    if (isTyping(event.target)) return;
    if (press(event.key)) event.preventDefault();
  });
}
if (rule) {
  const reason = byId("reason");
  reason.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (rule.dataset.enter) rule.requestSubmit(rule.querySelector(`[value="${rule.dataset.enter}"]`));
  });
  for (const form of [byId("edit-form"), byId("field-form")]) {
    form?.addEventListener("submit", (event) => {
      event.target.elements.reviewer.value = rule.elements.reviewer.value;
    });
  }
  /* Enter in the one field saves it; the words of the doubtful field are lit at once. */
  byId("field-form")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.matches("button")) return;
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector("button[value=edit]"));
  });
  for (const node of document.querySelectorAll(".asked-field")) carry(node, true);
  makeEdges();
}

/* The edges of the marked words can be moved. Offsets in the page are UTF-16 units,
   those in forms and ledger are code points: the two functions below convert. */
function toUnits(text, points) {
  let units = 0;
  for (const character of text) {
    if (points-- <= 0) break;
    units += character.length;
  }
  return units;
}
function toPoints(text, units) {
  return Array.from(text.slice(0, units)).length;
}
function makeEdges() {
  const passage = byId("passage");
  const form = byId("edit-form");
  const details = byId("edit");
  if (!passage || passage.querySelector(".withheld")) return; // its offsets are not the text's
  const text = passage.textContent;
  const base = Number(passage.dataset.start);
  const drawn = Array.from(passage.childNodes, (node) => node.cloneNode(true));
  const ends = () =>
    ["start", "end"].map((name) => toUnits(text, Number(form.elements[name].value) - base));

  function edge(name, at) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `edge edge-${name}`;
    button.dataset.edge = name;
    button.setAttribute("aria-label", name === "start" ? tr("Beginning of the words") : tr("End of the words"));
    button.setAttribute("aria-describedby", "span-help");
    button.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      move(name, event.shiftKey ? at + step : nextWord(at, step));
      passage.querySelector(`.edge-${name}`).focus();
    });
    button.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const drag = (moved) => {
        const to = offsetAt(moved.clientX, moved.clientY);
        if (to !== null) move(name, to);
      };
      const drop = () => {
        removeEventListener("pointermove", drag);
        removeEventListener("pointerup", drop);
        passage.querySelector(`.edge-${name}`)?.focus();
      };
      addEventListener("pointermove", drag);
      addEventListener("pointerup", drop);
    });
    return button;
  }
  function nextWord(at, step) {
    let to = at + step;
    while (to > 0 && to < text.length && !(/\s/.test(text[to - 1]) !== /\s/.test(text[to]))) to += step;
    return to;
  }
  function offsetAt(x, y) {
    const caret = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(x, y)
      : document.caretRangeFromPoint?.(x, y);
    const node = caret?.offsetNode ?? caret?.startContainer;
    if (!node || node.nodeType !== Node.TEXT_NODE || !passage.contains(node)) return null;
    let offset = caret.offset ?? caret.startOffset;
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && walker.currentNode !== node) offset += walker.currentNode.length;
    return offset;
  }
  function move(name, units) {
    const inside = Math.min(Math.max(units, 0), text.length);
    const [start, end] = ends();
    if (name === "start" ? inside >= end : inside <= start) return;
    form.elements[name].value = base + toPoints(text, inside);
    draw();
  }
  function draw() {
    if (!details.open) {
      passage.replaceChildren(...drawn.map((node) => node.cloneNode(true)));
      return;
    }
    const [start, end] = ends();
    const mark = document.createElement("mark");
    mark.className = "quantity";
    mark.textContent = text.slice(start, end);
    passage.replaceChildren(text.slice(0, start), edge("start", start), mark, edge("end", end), text.slice(end));
  }
  details.addEventListener("toggle", draw);
  for (const name of ["start", "end"]) form.elements[name].addEventListener("change", draw);
  draw();
}

/* A chart as PNG: the SVG drawn on a canvas of the browser's own, twice as fine. */
const asPng = byId("as-png");
if (asPng) {
  asPng.hidden = false;
  asPng.querySelector("button").addEventListener("click", async () => {
    const picture = new Image();
    picture.src = asPng.dataset.picture;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * picture.naturalWidth;
    canvas.height = 2 * picture.naturalHeight;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = document.querySelector(".chart-acts a[download]").download.replace(/svg$/, "png");
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  });
}
