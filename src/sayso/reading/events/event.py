"""Events of a sentence: which words say what of which counted thing.

An event is one trigger of the frame lexicon at one place in the line of items, with
its voice settled. Which figures stand in its slots is decided here too, by walking the
line up to the next clause; no parser is needed, and odd typography does little harm.

Source: our own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.reading.events.frames import VERBAL, Frame, Lexicon, Role
from sayso.reading.events.line import Item, ItemKind
from sayso.vocabulary.languages.en.inflection import Form

BE = frozenset(
    """be is are was were been being am 's 're get gets got gotten getting""".split()
)
HAVE = frozenset(["have", "has", "had", "having", "'ve"])
BETWEEN_AUXILIARY = frozenset(
    """not n't reportedly also all now already then since either both only just still
    allegedly subsequently later first seriously badly severely slightly critically
    heavily completely partially fully either never immediately nearly either""".split()
)
"""Words that may stand between an auxiliary and its participle."""

STOPS = frozenset(
    """after when while as who which that whose before because since where amid if
    although though until but whereas ; : — – said says say told adding added""".split()
)
"""Words that end a clause on the way from a verb to its figures."""

QUOTES = frozenset({'"', "“", "”"})
PARTS = frozenset(["them", "whom", "these", "those", "which"])
LIST_OPENERS = frozenset([":", "–", "—", "-"])
PREPOSITIONS = frozenset(
    """in on at by from with near for during after to into over under against across
    around between among within without toward towards outside inside beyond through
    via behind despite amid per like than upon along above below off onto""".split()
)
AWAY = frozenset("out north south east west outskirts ahead because instead".split())
"""Words that make a preposition with "of": "out of two towns"."""
COMPLEX_LINKS = frozenset({("together", "with"), ("along", "with"), ("addition", "to")})
"""Pairs that join a figure to a list, though the second is a preposition."""
LIST_WORDS = frozenset(
    """, and or & plus including include includes another as well also the some about
    nearly both ( with along together plus""".split()
)
DETERMINERS = frozenset(
    """the a an its his her their our his these those all""".split()
)
REACHES = frozenset(
    """to at of is was are were be stands stood stand hit hits reached reaches reach
    exceeds exceeded exceed exceeding passes passed pass tops topped top surpassed
    surpasses surpassing totalled totaled totals totalling totaling number numbers
    numbered climbs climbed rises rose as : - – — being amounting amounted with by
    made make makes now already between currently comprised comprising included includes
    including involving involved
    numbering of""".split()
)
"""Words just before the value of a tally: "reached 43", "risen to 20"."""

COUNT = ("number", "of")
COUNT_REACH = 4
"""Items that may say who is counted: "its own border guards"."""
BARE_REACH = 14
"""Items a tally phrase may lie before a bare number: headlines leave out the verb."""
TALLY_REACH = 22
"""Items a tally phrase may lie before its value; longer ways were chance."""


@dataclass(frozen=True, slots=True)
class Event:
    """One trigger in a line of items."""

    at: int
    """Position of its first word in the line."""
    end: int
    """Position after its last word."""
    frame: Frame
    passive: bool = False


def find_events(items: Sequence[Item], lexicon: Lexicon) -> list[Event]:
    """Give the events of a line in order; one word may begin several."""
    events = []
    for at, item in enumerate(items):
        if item.kind is not ItemKind.WORD:
            continue
        for frame in lexicon.get(item.text, ()):
            end = _end_of(items, at, frame)
            if end is not None:
                passive = frame.role in VERBAL and _is_passive(items, at, frame)
                events.append(Event(at, end, frame, passive))
    counts = list(_find_counts(items, events))
    spent = {(count.end, count.frame.measure) for count in counts}
    events = [e for e in events if (e.end, e.frame.measure) not in spent] + counts
    return [event for event in events if not _is_inside_another(event, events)]


def _find_counts(items: Sequence[Item], events: Sequence[Event]) -> Iterator[Event]:
    """Yield a tally for each "number of" with its state: "number of guards killed"."""
    for at in range(len(items) - 1):
        if (items[at].text, items[at + 1].text) != COUNT:
            continue
        states = (e for e in events if at + 2 < e.at <= at + 2 + COUNT_REACH)
        for event in states:
            between = items[at + 2 : event.at]
            is_state = event.frame.role is Role.STATE or is_participial(event)
            if is_state and all(
                item.kind is not ItemKind.FIGURE
                and item.text not in STOPS
                and item.text not in BE
                for item in between
            ):
                yield Event(at, event.end, replace(event.frame, role=Role.TALLY))


def _is_inside_another(event: Event, events: Sequence[Event]) -> bool:
    """True for the "control" of "took control of": the longer words decide."""
    return any(
        other.at < event.at
        and event.end <= other.end
        and other.frame.measure != event.frame.measure
        for other in events
    )


def _end_of(items: Sequence[Item], at: int, frame: Frame) -> int | None:
    """Give the position after a frame's words, None when they do not follow.

    The rest of a verb may stand behind its object: "took 25 fighters prisoner"; one
    word may stand inside a state: "in our hands".
    """
    here = at + 1
    size = len(frame.rest)
    if not size:
        return here
    if tuple(item.text for item in items[here : here + size]) == frame.rest:
        return here + size
    if frame.role is Role.STATE:
        held = tuple(item.text for item in items[here + 1 : here + size + 1])
        is_owner = here < len(items) and items[here].text.isalpha()
        return here + size + 1 if is_owner and held == frame.rest else None
    if frame.role not in VERBAL or items[at].text in BE:
        return None
    for start in range(here + 1, min(here + 8, len(items))):
        if items[start].text in STOPS:
            return None
        if tuple(item.text for item in items[start : start + size]) == frame.rest:
            return here
    return None


def _is_passive(items: Sequence[Item], at: int, frame: Frame) -> bool:
    """True when an auxiliary makes a participle passive."""
    if frame.form not in (Form.PARTICIPLE, Form.PAST):
        return False
    for back in range(at - 1, max(-1, at - 5), -1):
        word = items[back].text
        if word in BE:
            return True
        if word in BETWEEN_AUXILIARY or word.endswith("ly"):
            continue
        if word in ("and", "or", ",") or word.endswith("ed"):
            continue
        return False
    return False


def is_participial(event: Event) -> bool:
    """True when the form can be a participle that follows its noun."""
    return event.frame.form in (Form.PARTICIPLE, Form.PAST)


def governed(items: Sequence[Item], at: int) -> bool:
    """True when a preposition other than "of" stands right before the item."""
    back = at - 1
    while back >= 0 and (
        items[back].text in DETERMINERS or items[back].text in ('"', "“", "(")
    ):
        back -= 1
    if back < 0:
        return False
    if items[back].text == "of":
        return back > 0 and items[back - 1].text in AWAY
    if items[back].text not in PREPOSITIONS:
        return False
    pair = (items[back - 1].text if back else "", items[back].text)
    return pair not in COMPLEX_LINKS


def walk_forward(items: Sequence[Item], event: Event, starts: frozenset[int]) -> range:
    """Give the positions from an event up to the next clause or verb."""
    at = event.end
    while at < len(items):
        if items[at].text in STOPS and at > event.end and not _opens_list(items, at):
            break
        if at in starts and at > event.end and not _is_attributive(items, at):
            break
        at += 1
    return range(event.end, at)


def _opens_list(items: Sequence[Item], at: int) -> bool:
    """True for a colon or dash right before a figure: "lost: 12 tanks"."""
    return (
        items[at].text in LIST_OPENERS
        and at + 1 < len(items)
        and (
            items[at + 1].kind is ItemKind.FIGURE or items[at + 1].text in ("and", "or")
        )
    )


def walk_back(items: Sequence[Item], event: Event, starts: frozenset[int]) -> range:
    """Give the positions before an event back to the clause or verb before."""
    at = event.at - 1
    while at >= 0:
        word = items[at].text
        if word in STOPS or (at in starts and not _is_attributive(items, at)):
            # a relative clause or a coordinated participle shares its subject
            if word not in ("who", "which", "that") and at not in starts:
                break
            if at in starts and not _shares_subject(items, at, event.at):
                break
        at -= 1
    return range(event.at - 1, at, -1)


def _is_attributive(items: Sequence[Item], at: int) -> bool:
    """True for a participle before a noun: "the wounded soldiers"."""
    return (
        at > 0
        and items[at - 1].text in ("the", "of", "a", "an", "its", "their")
        and at + 1 < len(items)
        and items[at + 1].text.isalpha()
        and items[at + 1].text not in PREPOSITIONS
    )


def _shares_subject(items: Sequence[Item], first: int, second: int) -> bool:
    """True for "were killed or wounded", "killed and 14 injured"."""
    between = [item.text for item in items[first + 1 : second]]
    return len(between) <= 3 and any(w in ("and", "or", ",") for w in between)


def tally_reaches(items: Sequence[Item], event: Event, at: int) -> bool:
    """True when the figure at a position is the value of a tally phrase."""
    if not 0 <= at - event.end <= TALLY_REACH:
        return False
    between = [item.text for item in items[event.end : at]]
    if any(word in (";", "while", "when") for word in between):
        return False
    figure = items[at].figure
    if figure is not None and figure.words and figure.words[0] in REACHES:
        return True
    near = between[-2:]
    is_bare = figure is not None and figure.group is None
    has_verb = any(word in BE or word in HAVE for word in between[:-2])
    if is_bare and at - event.end <= BARE_REACH and not has_verb:
        return True
    return (
        not between
        or any(w in REACHES or w.endswith(("ceeded", "ceeding")) for w in near)
        or (
            event.frame.role is Role.TALLY
            and any(items[p].kind is ItemKind.FIGURE for p in range(event.end, at))
            and all(w in LIST_WORDS for w in near[-1:])
        )
    )
