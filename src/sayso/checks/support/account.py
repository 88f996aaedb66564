"""How an account's figures stand to each other in its words.

The words come from the language of the document; an account in a language that is not
read has none, and the checks that need them are silent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from sayso.checks.support.check import CheckContext, claim_order
from sayso.linking.joining import are_of_two_days
from sayso.linking.names import Names, place_key, places_fit
from sayso.linking.statements import loose_thing
from sayso.model import Claim, ClaimField, Document, DocumentId
from sayso.vocabulary.languages import READ
from sayso.vocabulary.languages.comparing_words import ComparingWords

_STOPS = re.compile(r"[.!?…][\"”’)]?(?:\s|$)|[:,;)]$")
"""What ends a sentence, or a line that is none by itself."""
_ONE = re.compile(r"(?<![\w-])1(?![\w-])|\bone\b", re.IGNORECASE)
"""A one that is counted."""
CARE = 60
"""Characters behind a figure in which its people are told to be in hospital."""
_CARE = re.compile(
    r"hospital|in (?:a )?(?:critical|serious|grave) condition|intensive care"
    r"|больниц|госпитал|реанимац|лікарн|шпитал|госпіталіз",
    re.IGNORECASE,
)
"""Words for a part of the wounded, in the languages that are read."""
LONGEST_HEADLINE = 160
"""Characters; a longer first line is a paragraph."""


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """Give a pattern of the vocabulary, compiled when it is first used."""
    return re.compile(pattern, re.IGNORECASE)


def comparing_words(claim: Claim, context: CheckContext) -> ComparingWords | None:
    """Give the words of the claim's document; English where no language is told."""
    document = context.documents.get(claim.document)
    if document is None:
        return None
    language = READ.get(document.language or "en")
    return None if language is None else language.comparing


def by_sentence(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Give the claims of each sentence in the order of the text."""
    found: defaultdict[tuple[DocumentId, int], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        found[claim.document, claim.sentence.start].append(claim)
    for key in sorted(found):
        yield tuple(found[key])


def before(claim: Claim, size: int, context: CheckContext) -> str:
    """Give up to `size` characters of the claim's sentence before its figure."""
    document = context.documents.get(claim.document)
    start = claim.quantity.span.start
    least = max(start - size, claim.sentence.start)
    return "" if document is None else document.text[least:start]


def after(claim: Claim, size: int, context: CheckContext) -> str:
    """Give up to `size` characters of the document behind a figure."""
    document = context.documents.get(claim.document)
    end = claim.quantity.span.end
    return "" if document is None else document.text[end : end + size]


def is_in_care(claim: Claim, context: CheckContext) -> bool:
    """True for wounded who are told as in hospital: they are a part of the wounded."""
    wounded = claim.measure == "people.wounded"
    return wounded and _CARE.search(after(claim, CARE, context)) is not None


def takes_in_the_hurt(claim: Claim) -> bool:
    """True when a hospital counts: those who came to it."""
    return _CARE.search(claim.claimant or "") is not None


def is_sure(claim: Claim, field: ClaimField, least: Decimal) -> bool:
    """True where a reader is so certain of a field, or gives no certainty."""
    evidence = claim.evidence_of(field)
    return evidence is None or evidence.confidence >= least


def is_one_named(claim: Claim) -> bool:
    """True for one thing told without a number: "a transport plane"."""
    one = claim.quantity.low == 1 == claim.quantity.high
    return one and _ONE.search(claim.quantity.span.text) is None


def is_difference(claim: Claim, words: ComparingWords, context: CheckContext) -> bool:
    """True for the number of "400 fewer than": it counts a difference."""
    said = claim.quantity.number.text
    tail = claim.quantity.span.text + after(claim, 30, context)
    rest = tail[tail.find(said) + len(said) :] if said in tail else ""
    return any(compiled(p).match(rest) for p in (words.more, words.fewer))


def headline_end(document: Document | None) -> int:
    """Give where the headline of a text ends, 0 where it begins without one.

    The first line is a headline when it is the document's title, or a short line
    that is no whole sentence and that more text follows.
    """
    if document is None:
        return 0
    first, _, rest = document.text.partition("\n")
    line = first.strip()
    if not line or not rest.strip() or len(line) > LONGEST_HEADLINE:
        return 0
    is_title = line == (document.title or "").strip()
    return len(first) if is_title or not _STOPS.search(line) else 0


def lead_end(document: Document | None) -> int:
    """Give where the first paragraph under the headline ends, 0 without a text."""
    if document is None:
        return 0
    end = headline_end(document)
    under = document.text[end:]
    opened = len(under) - len(under.lstrip())
    line = under.find("\n", opened)
    return len(document.text) if line < 0 else end + line


def is_of_one_count(a: Claim, b: Claim, names: Names) -> bool:
    """True when two figures may count the same thing, as loosely as reports differ.

    Same measure and unit, things and places that fit, and no two days or sides that
    words name apart.
    """
    things = {loose_thing(a), loose_thing(b)} - {None, "person"}
    sides = {names.party(a.affected), names.party(b.affected)} - {None}
    both_placed = place_key(a) is not None and place_key(b) is not None
    return (
        a.measure == b.measure
        and a.quantity.unit == b.quantity.unit
        and len(things) < 2
        and len(sides) < 2
        and (not both_placed or places_fit(a, b))
        and not are_of_two_days(a, b)
    )
