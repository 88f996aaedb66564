"""The rules by which statements are put down to one utterance.

Each rule looks only inside buckets (a figure, a passage, a speaker and a day), never at
all pairs, so cost grows as n log n.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from sayso.linking.credits import Credit
from sayso.linking.forest import Forest
from sayso.linking.names import Names, place_key, places_fit
from sayso.linking.reuse import SharedPassages
from sayso.linking.roundings import Rounding, rounding_of, roundings_of
from sayso.linking.series import Documents
from sayso.linking.statements import (
    Figure,
    Statement,
    family_of,
    figure_of,
    is_vague,
    loose_thing,
)
from sayso.model import Claim, DocumentId, Span

WINDOW = timedelta(days=3)
"""Time within which the same figure of the same speaker is the same utterance."""
TELLING = 100
"""A figure from here on seldom agrees by chance; below, the place must agree too."""
TELLING_IF_ODD = 20
"""So does one from here on that nobody rounds to: 29, not 30."""
MOST_NEIGHBOURS = 30
"""Statements with the same figure that are looked back at: of places that differ."""
NEWS = timedelta(days=7)
"""Time after which a short passage in common is a stock phrase of the outlet."""
LONG = 40
"""Grams of a passage that is a copy whatever the days: some forty words."""
LEAST_SHARED = 2
"""Figures that a relaying body must have in common with a speaker."""
LEAST_OF_ONE_SIDE = 1
"""The same where a pack says that both speak for one party."""
LARGE = 1_000
"""A figure that somebody unknown has from the speaker a pack knows."""


def join_by_figures(statements: Sequence[Statement], forest: Forest) -> None:
    """Join statements of one speaker that share a figure and a time."""
    buckets: defaultdict[tuple[str, Figure], list[tuple[int, Claim]]] = defaultdict(
        list
    )
    for number, statement in enumerate(statements):
        if statement.speaker is not None:
            for claim in statement.claims:
                key = (statement.speaker, figure_of(claim))
                buckets[key].append((number, claim))
    for entries in buckets.values():
        join_in_time(entries, statements, forest)
    _join_rounded(statements, forest)


def _join_rounded(statements: Sequence[Statement], forest: Forest) -> None:
    """Join "over 400" to the 417 that the same speaker stated of one place."""
    exact: defaultdict[tuple[str, Rounding], list[tuple[int, Claim]]] = defaultdict(
        list
    )
    for number, statement in enumerate(statements):
        for claim in statement.claims if statement.speaker is not None else ():
            for key in roundings_of(claim):
                exact[str(statement.speaker), key].append((number, claim))
    for number, statement in enumerate(statements):
        for claim in statement.claims if statement.speaker is not None else ():
            rounded = rounding_of(claim)
            if rounded is None or place_key(claim) is None:
                continue
            known = exact.get((str(statement.speaker), rounded), [])
            for other, source in known[-MOST_NEIGHBOURS:]:
                together = _same_time(statements[other], statement)
                apart = are_of_two_days(source, claim) or not places_fit(source, claim)
                if together and not apart:
                    forest.join(other, number)
                    break


def join_in_time(
    entries: list[tuple[int, Claim]], statements: Sequence[Statement], forest: Forest
) -> None:
    """Join neighbours in time; `entries` come in order of the last day."""
    earlier: list[tuple[int, Claim]] = []
    for number, claim in entries:
        for other, known in reversed(earlier[-MOST_NEIGHBOURS:]):
            together = _same_time(statements[other], statements[number])
            if together and agree_by_more(known, claim):
                forest.join(other, number)
                break
        earlier.append((number, claim))


def _same_time(a: Statement, b: Statement) -> bool:
    """True when the two can have been uttered on the same days."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return a.document == b.document
    return a.first <= b.last and b.first <= a.last + WINDOW


def agree_by_more(a: Claim, b: Claim) -> bool:
    """True when a shared figure is no chance: it is telling, or the places fit.

    Two days named in words are two events: forty drones a night, two nights running.
    """
    if are_of_two_days(a, b):
        return False
    if is_telling(a):
        return True
    return place_key(a) is None or place_key(b) is None or places_fit(a, b)


def are_of_two_days(a: Claim, b: Claim) -> bool:
    """True when the words of both name one day, and not the same one."""
    one, other = a.period, b.period
    if one is None or other is None or one.phrase is None or other.phrase is None:
        return False
    days = {one.first, one.last}, {other.first, other.last}
    is_single = all(len(d) == 1 and None not in d for d in days)
    return is_single and days[0] != days[1]


def is_telling(claim: Claim) -> bool:
    """True when two documents would hardly have the figure by chance.

    A large one in digits, or one from 20 on that is no multiple of five; "dozens" and
    "millions" tell nothing.
    """
    quantity = claim.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None or not any(c.isdigit() for c in quantity.span.text):
        return False
    return value >= TELLING or (value >= TELLING_IF_ODD and bool(value % 5))


def join_by_credits(
    statements: Sequence[Statement],
    documents: Documents,
    credited: Mapping[DocumentId, Sequence[Credit]],
    forest: Forest,
) -> None:
    """Join what a document prints with what the outlet it credits has printed.

    A copy that drops "at least", says "twelve" for 12, or rounds 47 to "about 50" has
    the figure and a credit line; the words of the credited report keep their speaker.
    """
    printed: Printed = defaultdict(list)
    for number, statement in enumerate(statements):
        document = documents.get(statement.document)
        outlet = None if document is None else document.outlet
        for claim in statement.claims if outlet is not None else ():
            alike: list[Figure | Rounding] = [figure_of(claim), *roundings_of(claim)]
            for key in alike:
                printed[str(outlet).casefold(), key].append((number, claim))
    for number, statement in enumerate(statements):
        names = [c.name.casefold() for c in credited.get(statement.document, ())]
        for claim in statement.claims if names else ():
            for other, known in _earlier(number, claim, names, printed):
                one = statements[other]
                if one.document == statement.document or not _same_time(one, statement):
                    continue
                if is_vague(claim) or are_of_two_days(known, claim):
                    continue
                across = _may_cross(one, statement, names, documents)
                forest.join(other, number, across=across)
                break


Printed = defaultdict[tuple[str, Figure | Rounding], list[tuple[int, Claim]]]


def _may_cross(
    one: Statement,
    other: Statement,
    names: Sequence[str],
    documents: Documents,
) -> bool:
    """True when the copy's speaker may be the original's under another name.

    The copy names the outlet as its speaker, or names the speaker in another language.
    """
    if other.speaker is None or other.speaker.casefold() in names:
        return True
    languages = {
        document.language
        for document in (documents.get(s.document) for s in (one, other))
        if document is not None and document.language is not None
    }
    return len(languages) > 1


def _earlier(
    number: int, claim: Claim, names: Sequence[str], printed: Printed
) -> Iterator[tuple[int, Claim]]:
    """Give the statements of credited outlets with a figure, the nearest first.

    Those with the very figure, else those that it may be a rounding of.
    """
    rounded = rounding_of(claim)
    keys: list[Figure | Rounding] = [figure_of(claim)]
    if rounded is not None:
        keys.append(rounded)
    for key in keys:
        for name in names:
            entries = printed.get((name, key), [])
            at = bisect_left(entries, number, key=lambda entry: entry[0])
            yield from reversed(entries[max(0, at - MOST_NEIGHBOURS) : at])


def join_by_passages(
    statements: Sequence[Statement], shared: Iterable[SharedPassages], forest: Forest
) -> None:
    """Join statements whose figures stand at the same place of a shared passage."""
    by_document: defaultdict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for number, statement in enumerate(statements):
        by_document[statement.document] += [(number, c) for c in statement.claims]
    for entries in by_document.values():
        entries.sort(key=lambda entry: entry[1].quantity.span.start)
    for pair in shared:
        mine, theirs = by_document.get(pair.a, []), by_document.get(pair.b, [])
        for passage in pair.passages if mine and theirs else ():
            inside_a, inside_b = _within(mine, passage.a), _within(theirs, passage.b)
            for a, b in _aligned(inside_a, inside_b):
                one, other = statements[a], statements[b]
                if passage.grams >= LONG or _are_near(one, other):
                    forest.join(a, b)


def _are_near(a: Statement, b: Statement) -> bool:
    """True when two reports can be of one event, by their days."""
    if a.last is None or b.last is None:
        return False
    return abs(a.last - b.last) <= NEWS


def _within(
    entries: list[tuple[int, Claim]], span: Span
) -> defaultdict[Hashable, list[tuple[int, Claim]]]:
    """Give the claims inside a span by kind, in the order of the text."""
    starts = [claim.quantity.span.start for _, claim in entries]
    found: defaultdict[Hashable, list[tuple[int, Claim]]] = defaultdict(list)
    for number, claim in entries[bisect_left(starts, span.start) :]:
        if claim.quantity.span.start >= span.end:
            break
        kind = (family_of(claim), claim.quantity.unit, loose_thing(claim))
        found[kind].append((number, claim))
    return found


def _aligned(
    a: defaultdict[Hashable, list[tuple[int, Claim]]],
    b: defaultdict[Hashable, list[tuple[int, Claim]]],
) -> Iterator[tuple[int, int]]:
    """Give claims of one kind one by one, where both sides have as many."""
    for kind, mine in a.items():
        theirs = b.get(kind, [])
        if len(mine) == len(theirs):
            for (first, _), (second, _) in zip(mine, theirs, strict=True):
                yield first, second


def join_relayed(statements: Sequence[Statement], names: Names, forest: Forest) -> None:
    """Join words to those of another speaker that they repeat.

    "According to the palace's account" may pass on what a general said: two telling
    figures the same on the same days, or one where a pack says that both speak for one
    party. A speaker of whom no pack knows anything repeats a large figure.
    """
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for key in _telling_figures(statement, names):
            buckets[key].append(number)
    shared: defaultdict[tuple[int, int], set[Hashable]] = defaultdict(set)
    for key, numbers in buckets.items():
        for first, second in _neighbours(numbers):
            if statements[first].speaker != statements[second].speaker:
                shared[first, second].add(key)
    for (first, second), keys in sorted(shared.items()):
        one, other = statements[first], statements[second]
        if _is_relayed(one, other, keys) and _same_time(one, other):
            known, relay = (first, second) if one.party else (second, first)
            forest.join(known, relay, across=True)


def _is_relayed(one: Statement, other: Statement, keys: set[Hashable]) -> bool:
    """True when so many figures are shared that one repeats the other."""
    if one.party is not None and one.party == other.party:
        return len(keys) >= LEAST_OF_ONE_SIDE
    if (one.party is None) != (other.party is None):
        return any(_is_large(key) for key in keys) or len(keys) >= LEAST_SHARED
    return len(keys) >= LEAST_SHARED


def _is_large(key: Hashable) -> bool:
    return isinstance(key, tuple) and Decimal(key[0].value or 0) >= LARGE


def _telling_figures(statement: Statement, names: Names) -> Iterator[Hashable]:
    if statement.speaker is None:
        return
    for claim in statement.claims:
        if is_telling(claim):
            yield (figure_of(claim), names.party(claim.affected))


def _neighbours(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Give each with the few before it."""
    for at, number in enumerate(numbers):
        for other in numbers[max(0, at - 5) : at]:
            yield other, number
