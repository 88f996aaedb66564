"""Names of places too small for a gazetteer, known by the noun beside them.

"The village of Hanra", "Al-Sayed neighbourhood", "Ikra Hospital". They have no point on
a map; the words alone are kept, and nothing is interpolated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.model import Span, Toponym

_NAME = (
    r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|[Aa]d|[Aa]r|[Aa]t)-)?[A-Z][\w'’]{1,24}"
    r"(?:[- ](?:(?:[Aa]l|[Ee]l|de|e|la|le)[- ])?(?:[Aa]l-)?[A-Z][\w'’]{1,24}){0,2}"
)
_KINDS = (
    r"villages?|towns?|cit(?:y|ies)|hamlets?|settlements?|districts?|"
    r"neighbou?rhoods?|suburbs?|camps?|localit(?:y|ies)|areas?|quarters?"
)
_BEFORE = re.compile(rf"\b(?:{_KINDS}) of (?P<name>{_NAME})")
_AFTER = re.compile(
    rf"\b(?P<name>{_NAME}) (?:displaced |refugee |IDP )?"
    r"(?:village|neighbou?rhood|district|suburb|camp|Camp|area|locality|sector|"
    r"direction|quarter|crossroads|crossing|checkpoint)\b"
)
_WHOLE = re.compile(
    rf"\b(?P<name>{_NAME} (?:Hospital|Mosque|Church|University|School|Bridge|Dam|"
    r"Airport|Airfield|Airbase|Air Base|Market|Square|Road|Farms|Camp|Barracks))\b"
)
_NOT_NAMES = frozenset(
    """The This That These Those In On At From A An Another Each Every
    Our Their His Her Its Two Three Four Five Six Residential Several
    Many Most Some Other First""".split()
)


def add_local_names(text: str, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Give the toponyms with local names added, in order, without overlap.

    A name that a toponym covers already is not added; one that merely contains
    a toponym ("Aleppo" in "Aleppo Road") is left alone too.
    """
    found = sorted((*(t.span for t in toponyms), *_find(text)))
    known = {t.span: t for t in toponyms}
    kept: list[Span] = []
    for span in found:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
        elif span in known and kept[-1] not in known:
            kept[-1] = span
    return tuple(known.get(span) or Toponym(span, None) for span in kept)


def _find(text: str) -> Iterable[Span]:
    for pattern in (_WHOLE, _BEFORE, _AFTER):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            first = text[start:end].split(maxsplit=1)[0]
            if first in _NOT_NAMES:
                start += len(first) + 1
            if start < end:
                yield Span.cut(text, start, end)
