"""Short reports from the sentences of data/report_style.toml, labelled like PolNeAR.

from invented import make_reports
"""

import random
import re
import tomllib
from pathlib import Path

SLOT = re.compile(r"\{(\w+)\}")
MARK = re.compile(r"<(/?)([SCT])(\d?)>")
ROLE = {"S": "source", "C": "cue", "T": "content"}


def load_style():
    style = tomllib.loads(
        (Path(__file__).parent / "data/report_style.toml").read_text()
    )
    slots = {
        k: v["items"] if isinstance(v, dict) else v for k, v in style["slots"].items()
    }
    return slots, style["templates"]


def fill(text, slots, rng, depth=0):
    def choose(match):
        name = match.group(1)
        value = rng.choice(slots[name.lower()])
        if depth < 5:
            value = fill(value, slots, rng, depth + 1)
        return value[:1].upper() + value[1:] if name[0].isupper() else value

    return SLOT.sub(choose, text)


def parse(marked, offset, strip_commas):
    """Text without marks, and its attributions with offsets."""
    text, found, open_at, last = "", {}, {}, 0
    for m in MARK.finditer(marked):
        text += (
            marked[last : m.start()].replace(",", "")
            if strip_commas
            else marked[last : m.start()]
        )
        last = m.end()
        closing, letter, number = m.groups()
        if not closing:
            open_at[letter + number] = len(text)
        else:
            start, end = open_at.pop(letter + number), len(text)
            if text[end - 1] == "," and letter == "S":
                end -= 1
            group = found.setdefault(number, {"source": [], "cue": [], "content": []})
            group[ROLE[letter]].append([start + offset, end + offset])
    text += marked[last:].replace(",", "") if strip_commas else marked[last:]
    return text, list(found.values())


def make_reports(count, seed):
    """Give `count` reports as PolNeAR rows."""
    rng = random.Random(seed)
    slots, templates = load_style()
    rows = []
    for number in range(count):
        text, attributions = "", []
        strip = rng.random() < 0.3
        glue = " " if rng.random() < 0.35 else "\n\n"
        if rng.random() < 0.5:
            part, found = parse(
                fill(rng.choice(templates["headline"]), slots, rng), 0, strip
            )
            part = part[:1].upper() + part[1:]
            text, attributions = part + ("\n\n" if rng.random() < 0.7 else " "), found
        for _ in range(rng.randint(3, 9)):
            kind = "attributed" if rng.random() < 0.7 else "plain"
            marked = (
                fill(rng.choice(templates[kind]), slots, rng)
                .replace(",,", ",")
                .replace(",.", ".")
            )
            part, found = parse(marked, len(text), strip)
            text += part + (glue if rng.random() < 0.6 else " ")
            attributions += found
        if rng.random() < 0.1:
            text = text.upper()
        rows.append(
            {
                "id": f"report-{seed}-{number}",
                "text": text.rstrip(),
                "attributions": attributions,
            }
        )
    return rows


if __name__ == "__main__":
    for row in make_reports(3, 5):
        print(row["text"])
        for a in row["attributions"]:
            print({k: [row["text"][s:e] for s, e in v] for k, v in a.items()})
