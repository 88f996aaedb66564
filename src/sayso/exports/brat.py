"""brat standoff: a .txt and an .ann a document, with the labels in annotation.conf.

A dot in a measure's name is written as a hyphen, which brat allows; a stretch over
several lines has a part for each, as brat wants it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.exports.bundle import Bundle, FileFormat
from sayso.exports.labelled import ROLES, Labelled, labelled, lines_of
from sayso.exports.packing import write_zip
from sayso.vocabulary.measures import MEASURES


def write_brat(bundle: Bundle, path: Path) -> None:
    """Write a zip file of one folder, to be unpacked into brat's data."""
    write_zip(path, _files(labelled(bundle)))


def to_brat(label: str) -> str:
    """Give a label as brat writes it."""
    return label.replace(".", "-")


def from_brat(name: str) -> str:
    """Give the label that brat writes so."""
    return name.replace("-", ".")


def _files(documents: Iterable[Labelled]) -> Iterator[tuple[str, bytes]]:
    names = [to_brat(name) for name in (*MEASURES, *ROLES)]
    parts = ("[entities]", *names, "", "[relations]", "", "[events]", "")
    conf = "\n".join((*parts, "[attributes]", ""))
    yield "sayso/annotation.conf", conf.encode()
    for one in documents:
        yield f"sayso/{one.paper.id}.txt", one.text.encode()
        yield f"sayso/{one.paper.id}.ann", _annotations(one).encode()


def _annotations(one: Labelled) -> str:
    lines = []
    for number, label in enumerate(one.labels, 1):
        parts = lines_of(one.text, label.start, label.end)
        ends = ";".join(f"{start} {end}" for start, end in parts)
        words = " ".join(one.text[start:end] for start, end in parts)
        lines.append(f"T{number}\t{to_brat(label.label)} {ends}\t{words}\n")
        if label.claim:
            lines.append(f"#{number}\tAnnotatorNotes T{number}\tclaim {label.claim}\n")
    return "".join(lines)


FORMAT = FileFormat(
    "brat",
    ".zip",
    "application/zip",
    write_brat,
    "standoff files for brat; `sayso import labels` takes corrections in again",
    ("all fields of a claim besides its words and measure", "findings and chains"),
    has_texts=True,
)
