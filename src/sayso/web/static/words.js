/* Choosing words of a text by pointer, touch or keys, and what is done with them.
   Offsets in the page are UTF-16 units of what is drawn; those of the ledger are code
   points of the text: `pointsTo` is the one place that converts. */
"use strict";
{
  const shown = /⟨U\+[0-9A-F]{4,6}⟩/g; /* one hidden character, drawn as a mark */
  const count = (text) => Array.from(text.replace(shown, "?")).length;
  const home = (node) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest("[data-start]");

  function pointsTo(root, node, offset) {
    const range = document.createRange();
    range.setStart(root, 0);
    range.setEnd(node, offset);
    let points = Number(root.dataset.start);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const here = walker.currentNode;
      if (!range.intersectsNode(here)) break;
      const held = here.parentElement.closest("[data-length]");
      if (held) {
        points += Number(held.dataset.length);
        continue;
      }
      const stop = here === range.endContainer ? range.endOffset : here.length;
      points += count(here.data.slice(0, stop));
      if (here === range.endContainer) break;
    }
    return points;
  }

  function chosenWords() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    const first = home(range.startContainer);
    const last = home(range.endContainer);
    if (!first || !last) return null;
    const start = pointsTo(first, range.startContainer, range.startOffset);
    const end = pointsTo(last, range.endContainer, range.endOffset);
    const words = chosen.toString().replace(/\s+/g, " ").trim();
    return words && end > start ? { start, end, words } : null;
  }

  const area = document.querySelector(".reading[data-document], #passage[data-picks]");
  if (area) {
    const bar = document.createElement("div");
    bar.className = "pick-bar";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", tr("The chosen words are"));
    bar.hidden = true;
    document.body.append(bar);
    const said = document.createElement("q");
    bar.append(said);
    let words = null;

    for (const [label, use] of uses()) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("pointerdown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        show(); /* the event of the last change may still be on its way */
        if (words) use(words);
        getSelection().removeAllRanges();
        bar.hidden = true;
        area.focus({ preventScroll: true });
      });
      bar.append(button);
    }

    document.addEventListener("selectionchange", show);
    function show() {
      const found = chosenWords();
      const isHere = found && area.contains(getSelection().anchorNode);
      if (!isHere) {
        if (!bar.contains(document.activeElement)) bar.hidden = true;
        return;
      }
      words = found;
      said.textContent = found.words.length > 60 ? `${found.words.slice(0, 57)}…` : found.words;
      bar.hidden = false;
    }

    keys();

    /* A press on what leads somewhere begins a choice as on any other word: browsers
       drag links, and choose nothing from within what takes the focus. */
    area.addEventListener("pointerdown", (event) => {
      const node = event.target.closest("[data-start] :is(a[href], [tabindex])");
      if (!node || event.pointerType !== "mouse" || event.button) return;
      const name = node.hasAttribute("href") ? "href" : "tabindex";
      const value = node.getAttribute(name);
      node.removeAttribute(name);
      const restore = () => node.setAttribute(name, value);
      for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, restore, { once: true });
    });
    area.addEventListener("click", (event) => {
      if (event.target.closest("[data-start] a") && chosenWords()) event.preventDefault();
    });

    function uses() {
      if (area.dataset.document) {
        const go = (kind) => (w) => {
          const query = new URLSearchParams({ start: w.start, end: w.end });
          if (kind) query.set("as", kind);
          location.href = `${area.dataset.document}/words?${query}`;
        };
        return [[tr("Claim"), go("")], [tr("Attribution"), go("attribution")], [tr("No claim here"), go("nothing")]];
      }
      const form = document.getElementById("words-form").elements;
      const put = (name, pointer) => (w) => {
        if (name) form[name].value = w.words;
        const at = form[pointer];
        at.value = `${w.start}-${w.end}`;
        (name ? form[name] : at).dispatchEvent(new Event("change", { bubbles: true }));
        if (name) form[name].focus();
        area.focus({ preventScroll: true });
      };
      const when = (w) => {
        put("", "words-period")(w);
        const days = JSON.parse(area.dataset.days).find(([start, end]) => start < w.end && w.start < end);
        if (days) [form.first.value, form.last.value] = days.slice(2);
      };
      const figure = (w) => {
        const query = new URLSearchParams({ start: w.start, end: w.end });
        if (form.claim) {
          form.start.value = w.start;
          form.end.value = w.end;
        } else location.href = `${location.pathname}?${query}`;
      };
      if (area.dataset.picks === "attribution") {
        return [[tr("Who"), put("name", "words-source")], [tr("Words of saying"), put("", "words-cue")], [tr("What is said"), put("", "words-content")]];
      }
      if (area.dataset.picks !== "claim") return [];
      return [
        [tr("Who says so"), put("claimant", "words-claimant")],
        [tr("Who did it"), put("actor", "words-actor")],
        [tr("Whose"), put("affected", "words-affected")],
        [tr("Where"), put("place", "words-place")],
        [tr("When"), when],
        [tr("What happened"), put("", "words-event")],
        [tr("The figure"), figure],
      ];
    }

    /* By keys: a word is chosen, the arrows move on, Shift takes more. */
    function keys() {
      area.tabIndex = 0;
      area.setAttribute("role", "group");
      if (!area.hasAttribute("aria-label")) {
        area.setAttribute("aria-label", tr("Text. Arrow keys choose a word, Shift chooses more, Enter says what it is."));
      }
      let from = -1;
      let to = -1;
      let all = null;
      const gather = () => {
        all = [];
        const roots = area.matches("[data-start]") ? [area] : area.querySelectorAll("[data-start]");
        for (const root of roots) {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            for (const match of walker.currentNode.data.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,:'’%-]*[\p{L}\p{N}%]|[\p{L}\p{N}]/gu)) {
              all.push([walker.currentNode, match.index, match.index + match[0].length]);
            }
          }
        }
      };
      const line = (at) => {
        const range = document.createRange();
        range.setStart(all[at][0], all[at][1]);
        range.setEnd(all[at][0], all[at][2]);
        return range.getBoundingClientRect();
      };
      const nextLine = (at, step) => {
        const here = line(at);
        let best = at;
        for (let n = at + step; n >= 0 && n < all.length; n += step) {
          const there = line(n);
          const isPast = step > 0 ? there.top > here.top + 2 : there.top < here.top - 2;
          if (!isPast) continue;
          if (best !== at && Math.abs(there.top - line(best).top) > 2) break;
          if (best === at || Math.abs(there.left - here.left) < Math.abs(line(best).left - here.left)) best = n;
        }
        return best;
      };
      area.addEventListener("keydown", (event) => {
        if (event.target !== area || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === "Enter") {
          show();
          if (bar.hidden) return;
          event.preventDefault();
          bar.querySelector("button").focus();
          return;
        }
        if (event.key === "Escape") getSelection().removeAllRanges();
        const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        if (!all) gather();
        if (!all.length) return;
        const isLine = event.key === "ArrowDown" || event.key === "ArrowUp";
        const base = event.shiftKey ? to : step > 0 ? Math.max(from, to) : Math.min(from, to);
        const aim = base < 0 ? 0 : isLine ? nextLine(base, step) : base + step;
        to = Math.min(Math.max(aim, 0), all.length - 1);
        if (!event.shiftKey || from < 0) from = to;
        const [low, high] = from <= to ? [from, to] : [to, from];
        getSelection().setBaseAndExtent(all[low][0], all[low][1], all[high][0], all[high][2]);
        all[to][0].parentElement.scrollIntoView({ block: "nearest" });
      });
      bar.addEventListener("keydown", (event) => {
        const buttons = [...bar.querySelectorAll("button")];
        const at = buttons.indexOf(document.activeElement);
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
        if (event.key === "Escape") {
          bar.hidden = true;
          area.focus({ preventScroll: true });
        }
      });
    }
  }
}
