"""Which event counts which figure: the heart of claim reading.

For every figure all events of its sentence are weighed by how the two stand to each
other; the closest relation wins, then the shorter way. Figures without an event of
their own take part in a list or a split ("including three children").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reading.events.event import QUOTES, Event
from sayso.reading.events.frames import (
    VERBAL,
    Frame,
    Role,
    combinations,
    load_frames,
    thing_order,
    whole_of_pair,
)
from sayso.reading.events.line import Candidate, Item, ItemKind
from sayso.reading.events.lists import (
    add_counted_among,
    ends_list,
    is_uncounted_whole,
    match_earlier,
    match_listed,
    match_split,
    match_whole,
    settle_wholes,
    share_backward,
    with_counted_group,
    with_inherited_class,
)
from sayso.reading.events.match import TAKEN, Match, fits
from sayso.reading.events.relations import find_relation, find_state, strikes
from sayso.vocabulary.languages.en.inflection import Form

HANDED = ("people.freed", *TAKEN)
FALLEN = (("bodies", "of"), ("remains", "of"))
SUFFERING = frozenset(["victim", "victims"])
"""Words for people hit that do not say how."""
OWN_STATE = frozenset("""dead killed wounded injured missing displaced""".split())
AIMED = frozenset(["for", "at", "in", "towards", "seeking"])
"""Words before an act that is not said to be done: "aimed at the capture of"."""
THROWN = frozenset({"munition", "strike"})
"""Things of which one is the news only when it is said what it hit or that it fell."""
HELD = frozenset(["prisoner", "captive", "hostage", "pow", "prisoner of war"])
JOINING = frozenset(["and", "or", ",", "/", "&", "as", "well", "either", "both"])


def match_figures(items: Sequence[Item], events: Sequence[Event]) -> list[Match]:
    """Give the figures of a line that are counted by an event, in order."""
    starts = frozenset(e.at for e in events if e.frame.role in VERBAL)
    matches: list[Match] = []
    for at, item in enumerate(items):
        if item.figure is None or item.kind is not ItemKind.FIGURE:
            continue
        figure = with_inherited_class(items, at, matches)
        match = (
            match_split(items, at, figure, matches)
            or match_whole(items, at, matches)
            or match_earlier(items, at, figure, matches)
        )
        if match is None:
            match = _best(items, events, at, figure=figure, starts=starts)
            if is_uncounted_whole(items, at, match, matches):
                continue
        if match is None and figure is not item.figure and not figure.singular:
            match = _best(items, events, at, figure=item.figure, starts=starts)
        if match is None and (not figure.singular or ends_list(items, at, figure)):
            match = match_listed(items, at, figure, matches)
        if match is not None:
            matches.append(with_counted_group(items, match))
    kept = [match for match in matches if not _is_cause(match, matches)]
    shared = add_counted_among(items, share_backward(items, kept))
    return settle_wholes(items, shared)


def _is_cause(match: Match, matches: Sequence[Match]) -> bool:
    """True for the drone of "two died when a drone hit a bus": they are the news."""
    is_one = match.figure.singular and match.measure == "attacks.struck"
    return is_one and any(
        other.at < match.at and other.measure.startswith("people.") for other in matches
    )


def _best(
    items: Sequence[Item],
    events: Sequence[Event],
    at: int,
    *,
    figure: Candidate,
    starts: frozenset[int],
) -> Match | None:
    """Give the match with the closest event, None when none fits."""
    best = min(
        _candidates(items, events, at, figure=figure, starts=starts),
        key=lambda c: (c[0], c[1], -len(c[2].rest), _order(figure, c[2].measure)),
        default=None,
    )
    if best is None:
        return None
    if figure.singular and not (
        _is_other(figure, best) or _is_stressed(items, at, best)
    ):
        return None
    rank, _, frame, event = best
    measure = frame.measure
    if event is not None:
        measure = _combined(items, events, event, measure)
    return Match(at, figure, measure, event, rank)


def _is_of_the_fallen(items: Sequence[Item], at: int) -> bool:
    """True for "the bodies of 12 men": what comes back or is found is no person."""
    before = tuple(item.text for item in items[max(0, at - 2) : at])
    return before in FALLEN


def _is_other(figure: Candidate, best: tuple[int, int, Frame, Event | None]) -> bool:
    """True for "another injured", which counts one more."""
    return best[3] is None and figure.words[:1] == ("another",)


def _is_stressed(
    items: Sequence[Item], at: int, best: tuple[int, int, Frame, Event | None]
) -> bool:
    """True when an unstressed one is itself the news: "killed a woman"."""
    rank, _, frame, event = best
    is_taking = frame.role in (Role.ACT, Role.NAME) and frame.measure in TAKEN
    telling = is_taking or frame.role in (*VERBAL, Role.STATE)
    if rank > 2 or event is None or not telling:
        return False
    if is_taking and AIMED.intersection(i.text for i in items[event.at - 3 : event.at]):
        return False
    figure = items[at].figure
    kinds = set(figure.classes) if figure else set()
    if kinds & THROWN and not frame.measure.startswith("attacks."):
        return False
    if kinds >= {"attack", "strike"}:
        return False
    first, last = sorted((event.at, at))
    if any(item.text in QUOTES for item in items[first:last]):
        return False
    infinitive = frame.form is Form.BASE and items[event.at - 1].text == "to"
    return not infinitive or event.at == 0


def _order(figure: Candidate, measure: str) -> tuple[int, str]:
    """Give how far down a measure lists the figure's class: the closest one wins."""
    things = thing_order()[measure]
    places = [things.index(kind) for kind in figure.classes if kind in things]
    return min(places, default=len(things)), measure


def _combined(
    items: Sequence[Item], events: Sequence[Event], event: Event, measure: str
) -> str:
    """Give the measure for "killed and wounded", said of one figure."""
    for other in events:
        low, high = sorted((event.at, other.at))
        if not 1 <= high - low <= 3 or other.frame.role is Role.LOSING:
            continue
        pair = frozenset({measure, other.frame.measure})
        joined = combinations().get(pair) or whole_of_pair(pair)
        between = items[low + 1 : high]
        words = {i.text for i in between if not i.text.endswith("ly")}
        if (
            joined
            and words <= JOINING
            and all(i.kind is ItemKind.WORD for i in between)
        ):
            return joined
    return measure


def _candidates(
    items: Sequence[Item],
    events: Sequence[Event],
    at: int,
    *,
    figure: Candidate,
    starts: frozenset[int],
) -> Iterator[tuple[int, int, Frame, Event | None]]:
    """Yield (rank, distance, frame, event) for each event that may count a figure."""
    yield from _own_words(figure)
    after = find_state(items, at)
    for event in events:
        measure = event.frame.measure
        if not fits(figure, measure) or _is_held(figure, event):
            continue
        if measure in HANDED and _is_of_the_fallen(items, at):
            continue
        if strikes(figure, event) and event.at == after:
            rank: int | None = 2
        else:
            rank = find_relation(items, event, at, after=after, starts=starts)
        if rank is not None:
            yield rank, abs(event.at - at), event.frame, event


def _is_held(figure: Candidate, event: Event) -> bool:
    """True for prisoners said to be lost: they are captured, not casualties."""
    return event.frame.role is Role.LOSING and figure.group in HELD


def _own_words(figure: Candidate) -> Iterator[tuple[int, int, Frame, Event | None]]:
    """Yield frames that the figure's own words make: "six fatalities"."""
    lexicon = load_frames()
    head = len(figure.words) - 1
    for place, word in enumerate(figure.words):
        for frame in lexicon.get(word, ()):
            if frame.rest or not fits(figure, frame.measure):
                continue
            is_casualty = "casualty" in figure.classes and word not in SUFFERING
            says_itself = word in OWN_STATE or is_casualty
            if frame.role is Role.NAME and place == head:
                yield (0 if says_itself else 5), 0, frame, None
            elif frame.role is Role.STATE and place < head:
                yield 4, 0, frame, None
