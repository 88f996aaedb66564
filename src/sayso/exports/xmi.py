"""UIMA: an XMI file a document with its type system, for INCEpTION, WebAnno and others.

Offsets count UTF-16 units, as Java does. Types: sayso.Figure with measure, interval and
claim, and sayso.Part with its role; sayso.Text names the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from sayso.exports.bundle import Bundle, FileFormat
from sayso.exports.labelled import Labelled, Units, labelled
from sayso.exports.packing import write_zip

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
TYPES = (
    ("sayso.Text", ("document", "title", "outlet", "published", "language")),
    ("sayso.Figure", ("measure", "claim")),
    ("sayso.Part", ("role",)),
)
"""Name of a type and its features, all of them strings."""


def write_xmi(bundle: Bundle, path: Path) -> None:
    """Write a zip file with TypeSystem.xml and an XMI file a document."""
    write_zip(path, _files(labelled(bundle)))


def _files(documents: Iterable[Labelled]) -> Iterator[tuple[str, bytes]]:
    yield "sayso/TypeSystem.xml", _type_system().encode()
    for one in documents:
        yield f"sayso/{one.paper.id}.xmi", "".join(_cas(one)).encode()


def _type_system() -> str:
    described = "".join(
        f"<typeDescription><name>{name}</name><description/>"
        "<supertypeName>uima.tcas.Annotation</supertypeName><features>"
        + "".join(
            f"<featureDescription><name>{feature}</name><description/>"
            "<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>"
            for feature in features
        )
        + "</features></typeDescription>"
        for name, features in TYPES
    )
    return (
        f"{_HEAD}<typeSystemDescription"
        ' xmlns="http://uima.apache.org/resourceSpecifier">'
        f"<types>{described}</types></typeSystemDescription>\n"
    )


def _cas(one: Labelled) -> Iterator[str]:
    paper, units = one.paper, Units(one.text)
    yield (
        f'{_HEAD}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"'
        ' xmlns:cas="http:///uima/cas.ecore" xmlns:sayso="http:///sayso.ecore"'
        ' xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
    )
    told = {
        "document": paper.id,
        "title": paper.title,
        "outlet": paper.outlet,
        "published": paper.published,
        "language": paper.language,
    }
    yield _element(2, "Text", 0, units.to_units(len(one.text)), told)
    number = 2
    for label in one.labels:
        number += 1
        start, end = units.to_units(label.start), units.to_units(label.end)
        if label.claim:
            told = {"measure": label.label, "claim": label.claim}
            yield _element(number, "Figure", start, end, told)
        else:
            yield _element(number, "Part", start, end, {"role": label.label})
    yield (
        '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain"'
        f" sofaString={_attribute(one.text)}/>\n"
    )
    members = " ".join(str(at) for at in range(2, number + 1))
    yield f'<cas:View sofa="1" members="{members}"/>\n</xmi:XMI>\n'


def _element(
    number: int, kind: str, start: int, end: int, told: dict[str, str | None]
) -> str:
    features = "".join(f" {k}={_attribute(v)}" for k, v in told.items() if v)
    return (
        f'<sayso:{kind} xmi:id="{number}" sofa="1" begin="{start}" end="{end}"'
        f"{features}/>\n"
    )


def _attribute(words: str) -> str:
    """Give an attribute's value; what XML has no form for becomes a sign."""
    entities = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return quoteattr(unfit(words), entities)


def unfit(words: str) -> str:
    """Give words in which characters that XML cannot hold are U+FFFD; offsets stay."""
    return "".join(
        c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd"
        for c in words
    )


FORMAT = FileFormat(
    "xmi",
    ".zip",
    "application/zip",
    write_xmi,
    "UIMA XMI with a type system; `sayso import labels` takes corrections in again",
    (
        "all fields of a claim besides its words and measure",
        "control characters, which XML cannot hold",
        "findings and chains",
    ),
    has_texts=True,
)
