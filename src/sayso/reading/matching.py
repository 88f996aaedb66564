"""Which event counts which figure: the heart of claim reading.

For every figure all events of its sentence are weighed by how the two stand to each
other; the closest relation wins, then the shorter way. Figures without an event of
their own take part in a list or a split ("including three children").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.reading.clause import Candidate, Item, ItemKind
from sayso.reading.events import (
    BE,
    BETWEEN_AUXILIARY,
    DETERMINERS,
    HAVE,
    LIST_WORDS,
    PREPOSITIONS,
    STOPS,
    Event,
    governed,
    is_participial,
    tally_reaches,
    walk_back,
    walk_forward,
)
from sayso.reading.frames import (
    VERBAL,
    Frame,
    Role,
    combinations,
    load_frames,
    thing_order,
    things_by_measure,
    units_by_measure,
    whole_by_measure,
    whole_of_pair,
)
from sayso.vocabulary.inflection import Form

PEOPLE = frozenset({"person", "fighter", "casualty"})
SUFFERING = frozenset(["victim", "victims"])
"""Words for people hit that do not say how."""
OWN_STATE = frozenset("""dead killed wounded injured missing displaced""".split())
TAKEN = ("people.captured", "people.detained")
"""Measures whose verbs also take things ("seized"): an unlisted noun then counts as
people by its ending only."""
AIMED = frozenset(["for", "at", "in", "towards", "seeking"])
"""Words before an act that is not said to be done: "aimed at the capture of"."""
DOERS = ("er", "ist", "ian", "ee", "man", "ite")
THROWN = frozenset({"munition", "strike"})
"""Things of which one is the news only when it is said what it hit or that it fell."""
STRIKING = frozenset({"munition", "strike", "attack"})
HELD = frozenset(["prisoner", "captive", "hostage", "pow", "prisoner of war"])
PARTITIVE = frozenset(
    """of them whom those others more other people reported confirmed feared left
    believed presumed listed found remain remained remaining went have being as
    these considered""".split()
)
SPLIT_WORDS = frozenset(["including", "include", "includes", "included", "among"])
QUOTES = frozenset({'"', "“", "”"})
PARTS = frozenset(["them", "whom", "these", "those", "which"])
JOINING = frozenset(["and", "or", ",", "/", "&", "as", "well", "either", "both"])
CIVIL = frozenset("""civilians children women men minors soldiers officers""".split())
COPULAS = BE | HAVE | {"remain", "remains", "remained"}
OF_REACH = 10
"""Items that say more of a figure before its verb, at most."""
RESTATED = 8
"""Items between an area and the share of the whole that it is said to be."""
NO_OBJECT = PREPOSITIONS | frozenset(
    """, . ; : ) and or but when while after as ! ? ” " ' - – —""".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A figure with the event that counts it."""

    at: int
    """Position of the figure in the line."""
    figure: Candidate
    measure: str
    event: Event | None
    """None when the figure's own words say it ("27 deaths") or it is in a split."""
    rank: int
    """0 for the figure's own words, then by looser relations."""
    host: int | None = None
    """Position of the figure whose measure it shares in a split."""


def match_figures(items: Sequence[Item], events: Sequence[Event]) -> list[Match]:
    """Give the figures of a line that are counted by an event, in order."""
    starts = frozenset(e.at for e in events if e.frame.role in VERBAL)
    matches: list[Match] = []
    for at, item in enumerate(items):
        if item.figure is None or item.kind is not ItemKind.FIGURE:
            continue
        figure = _with_inherited_class(items, at, matches)
        match = _split_of(items, at, figure, matches) or _whole_of(items, at, matches)
        if match is None:
            match = _best(items, events, at, figure=figure, starts=starts)
        if match is None and figure is not item.figure and not figure.singular:
            match = _best(items, events, at, figure=item.figure, starts=starts)
        if match is None and (not figure.singular or _is_list_end(items, at, figure)):
            match = _listed_with(items, at, figure, matches)
        if match is not None:
            matches.append(match)
    return _share_backward(items, matches)


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


def _with_inherited_class(
    items: Sequence[Item], at: int, before: Sequence[Match]
) -> Candidate:
    """Give the figure at a position, a bare number with the class of its neighbour.

    The neighbour is B in "28 of 31 drones", else the figure before.
    """
    figure = items[at].figure
    if figure is None:
        raise LookupError(f"item {at} is no figure")
    if figure.classes or figure.group:
        return figure
    whole = _whole(items, at)
    host = whole or (before[-1].figure if before else _thing_before(items, at))
    if host is None or host.quantity.unit != figure.quantity.unit:
        return figure
    group = host.group if whole or set(host.classes) & PEOPLE else None
    return replace(figure, classes=host.classes, group=group)


def _thing_before(items: Sequence[Item], at: int) -> Candidate | None:
    """Give the thing counted last before a bare number: "of 90 drones 47 fell"."""
    for here in range(at - 1, -1, -1):
        figure = items[here].figure
        if figure is not None:
            return None if PEOPLE.intersection(figure.classes) else figure
    return None


def _whole(items: Sequence[Item], at: int) -> Candidate | None:
    """Give B of "A of B" for the figure A at a position."""
    following = items[at + 1 : at + 4]
    texts = [item.text for item in following if item.text not in DETERMINERS]
    if len(texts) < 2 or texts[0] != "of":
        return None
    second = [item for item in following if item.text not in DETERMINERS][1]
    return second.figure


def _whole_of(items: Sequence[Item], at: int, matches: Sequence[Match]) -> Match | None:
    """Give the match of B in "A of B" when A's measure names one for it."""
    if not matches:
        return None
    part = matches[-1]
    measure = whole_by_measure().get(part.measure)
    figure = items[at].figure
    if measure is None or figure is None or _whole(items, part.at) is not figure:
        return None
    return Match(at, figure, measure, part.event, 2, part.at)


def _split_of(
    items: Sequence[Item], at: int, figure: Candidate, matches: Sequence[Match]
) -> Match | None:
    """Give the match of a figure that is said to be part of an earlier one.

    "including three children", "138 of them", "three women among them".
    """
    if not matches or (figure.singular and items[at - 1].text not in SPLIT_WORDS):
        return None
    host = matches[-1]
    following = [item.text for item in items[at + 1 : at + 3]]
    partitive = following[:1] == ["of"] and following[1:] and following[1] in PARTS
    after = _state_position(items, at)
    if partitive and after is not None and items[after].text.isalpha():
        partitive = items[after].text in PREPOSITIONS or items[after].text in CIVIL
    led = (
        items[at - 1].text in SPLIT_WORDS
        or (at > 1 and items[at - 2].text == "among" and items[at - 1].text in PARTS)
        or (at > 1 and items[at - 2].text in SPLIT_WORDS and items[at - 1].text in BE)
    )
    if not (partitive or led or _among_them(items, at)) or not fits(
        figure, host.measure
    ):
        return None
    return Match(at, figure, host.measure, host.event, 3, host.at)


def _among_them(items: Sequence[Item], at: int) -> bool:
    """True when a list that the figure begins or stands in ends in "among them"."""
    if not at or items[at - 1].text not in LIST_WORDS:
        return False
    for here in range(at + 1, min(at + 8, len(items) - 1)):
        if items[here].text == "among" and items[here + 1].text in PARTS:
            following = items[here + 2] if here + 2 < len(items) else None
            return following is None or following.figure is None
        if items[here].kind is ItemKind.WORD and items[here].text not in LIST_WORDS:
            return False
    return False


def fits(figure: Candidate, measure: str) -> bool:
    """True when a measure counts such a thing in such a unit."""
    if figure.quantity.unit not in units_by_measure()[measure]:
        return False
    things = things_by_measure()[measure]
    if figure.classes:
        return bool(things.intersection(figure.classes))
    if figure.group is not None:
        is_plural = figure.quantity.span.text[-1:] == "s"
        is_taken = measure in TAKEN and not figure.group.endswith(DOERS)
        return measure.startswith("people.") and is_plural and not is_taken
    return measure.startswith("people.")


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
    after = _state_position(items, at)
    for event in events:
        measure = event.frame.measure
        if not fits(figure, measure) or _is_held(figure, event):
            continue
        rank = _relation(items, event, at, after=after, starts=starts)
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


def _state_position(items: Sequence[Item], at: int) -> int | None:
    """Give the position of the word that may be the figure's state: "12 were hurt"."""
    here = _behind_phrases(items, at)
    first = here
    while here < len(items) and here - first < 5:
        word = items[here].text
        skipped = (
            word in PARTITIVE
            or word in BE
            or word in HAVE
            or word in BETWEEN_AUXILIARY
            or word.endswith("ly")
            or word in QUOTES
        )
        if not skipped:
            return here
        here += 1
    return None


def _behind_phrases(items: Sequence[Item], at: int) -> int:
    """Give the position behind what only says more of a figure.

    "120 km2 of our land", "a leader in Merova", "900 men, soldiers and civilians,".
    """
    here = at + 1
    texts = [item.text for item in items[here : here + OF_REACH]]
    if texts[:1] == ["of"] and texts[1:2] and texts[1] not in PARTS:
        for step, word in enumerate(texts[1:], start=1):
            if word in BE or word in HAVE:
                return here + step
            is_clause = word in PREPOSITIONS or (word in STOPS and step > 1)
            if not word.isalpha() or is_clause:
                break
    elif texts[:1] == [","] and "," in texts[1:]:
        end = here + 1 + texts[1:].index(",")
        if end + 1 < len(items) and items[end + 1].text in COPULAS:
            return end + 1
    elif (
        texts[:1]
        and texts[0] in PREPOSITIONS
        and here + 2 < len(items)
        and items[here + 1].kind is ItemKind.PLACE
        and items[here + 2].text in COPULAS
    ):
        return here + 2
    return here


def _relation(
    items: Sequence[Item],
    event: Event,
    at: int,
    *,
    after: int | None,
    starts: frozenset[int],
) -> int | None:
    """Give the rank of the relation between event and figure, None for none."""
    role = event.frame.role
    if role is Role.STATE:
        return 1 if event.at == after else None
    if role is Role.TALLY:
        is_behind = 0 < event.at - at <= 2 and items[at - 1].text == "to"
        return 2 if is_behind or tally_reaches(items, event, at) else None
    if role in (Role.ACT, Role.NAME):
        return _act_relation(items, event, at)
    if event.at < at:
        return _object_relation(items, event, at, starts)
    return _subject_relation(items, event, at, after=after, starts=starts)


def _act_relation(items: Sequence[Item], event: Event, at: int) -> int | None:
    """Give 2 where an act's "of" leads to the figure: "the capture of 24 places"."""
    if event.at > at or at - event.end > 12 or event.end >= len(items):
        return None
    if items[event.end].text not in ("of", "to", "for"):
        return None
    between = items[event.end + 1 : at]
    listed = all(
        item.kind is not ItemKind.WORD or item.text in LIST_WORDS or item.text.isalpha()
        for item in between
    )
    verbs = any(item.text in BE or item.text in HAVE for item in between)
    near = len(between) <= 2 or any(item.kind is ItemKind.FIGURE for item in between)
    if not listed or not near or verbs or governed(items, at):
        return None
    return 2 if len(between) <= 2 else 4


def _object_relation(
    items: Sequence[Item], event: Event, at: int, starts: frozenset[int]
) -> int | None:
    """The figure follows the verb: its object, unless the verb is passive."""
    role = event.frame.role
    if _is_means(items, at, event) and at in walk_forward(items, event, starts):
        return 2
    if event.passive:
        return None
    if role is Role.UNDERGOES:
        return None
    if event.frame.form is not None and is_participial(event) and role is Role.DOES:
        before = items[event.at - 1] if event.at else None
        following = items[event.end].text if event.end < len(items) else "."
        reduced = before is not None and before.kind is ItemKind.FIGURE
        if reduced and following in NO_OBJECT:
            return None
    if at not in walk_forward(items, event, starts):
        return None
    is_own = event.frame.rest and at == event.end
    if (governed(items, at) or _is_sought(items, at)) and not is_own:
        return None
    return 2 if at - event.end <= 8 else 3


def _is_sought(items: Sequence[Item], at: int) -> bool:
    """True for one person behind "in search of", who is no object of the verb."""
    figure = items[at].figure
    is_single = figure is not None and figure.singular
    return is_single and at > 0 and items[at - 1].text == "of"


def _is_means(items: Sequence[Item], at: int, event: Event) -> bool:
    """True for "bombarded the town with 26 shells", "swapped 31 men for 15"."""
    pair = (event.frame.measure, items[at - 1].text)
    return pair in (("attacks.launched", "with"), ("people.freed", "for"))


def _subject_relation(
    items: Sequence[Item],
    event: Event,
    at: int,
    *,
    after: int | None,
    starts: frozenset[int],
) -> int | None:
    """The figure comes first: subject of a passive or of what it undergoes."""
    role = event.frame.role
    if role is Role.LOSING and not event.passive:
        return None
    if _strikes(items[at].figure, event) and event.at == after:
        return 2
    if role is Role.DOES and not event.passive:
        if not is_participial(event) or event.at != after:
            return None
        following = items[event.end] if event.end < len(items) else None
        if following is None or following.text in NO_OBJECT:
            return 1
        return 4 if following.kind is ItemKind.WORD and event.at == at + 1 else None
    if role is Role.UNDERGOES and event.passive:
        return None
    if event.at == after:
        return 1
    if at not in walk_back(items, event, starts) or governed(items, at):
        return None
    if _has_own_verb(items, at, event.at):
        return None
    return 2 if event.at - at <= 12 else 3


def _strikes(figure: Candidate | None, event: Event) -> bool:
    """True for the strikes of "two missile strikes hit the port"."""
    if figure is None or event.frame.measure != "attacks.struck" or event.passive:
        return False
    is_finite = event.frame.form in (Form.PAST, Form.PARTICIPLE, Form.THIRD)
    return is_finite and bool(STRIKING.intersection(figure.classes))


def _has_own_verb(items: Sequence[Item], at: int, verb: int) -> bool:
    """True when a verb and then another figure stand between a figure and a verb."""
    verbs = [here for here in range(at + 1, verb) if items[here].text in BE]
    figures = [here for here in range(at + 1, verb) if items[here].figure is not None]
    return bool(verbs and figures) and verbs[0] < figures[-1]


def _listed_with(
    items: Sequence[Item], at: int, figure: Candidate, matches: Sequence[Match]
) -> Match | None:
    """Give the match of a figure that stands in a list with an earlier one."""
    if not matches:
        return None
    host = matches[-1]
    between = [item.text for item in items[host.at + 1 : at]]
    if _is_next_part(items, at, figure, host):
        return Match(at, figure, host.measure, host.event, 3, host.host)
    is_restated = _restates(figure, host.figure) and len(between) <= RESTATED
    is_listed = len(between) <= 2 and all(word in LIST_WORDS for word in between)
    if not is_listed and not is_restated:
        return None
    measure = _sibling(figure, host.measure)
    return Match(at, figure, measure, host.event, 3, host.at) if measure else None


def _is_next_part(
    items: Sequence[Item], at: int, figure: Candidate, host: Match
) -> bool:
    """True for the second part of "eight of them in a ravine and five on a road"."""
    is_bare = (
        len(figure.words) == 1 and figure.quantity.unit == host.figure.quantity.unit
    )
    is_led = items[at - 1].text == "and" and at + 1 < len(items)
    return (
        host.host is not None
        and is_bare
        and is_led
        and items[at + 1].text in PREPOSITIONS
    )


def _is_list_end(items: Sequence[Item], at: int, figure: Candidate) -> bool:
    """True for the last thing of "12 tanks, 3 guns, a truck"; a person may speak."""
    is_thing = not PEOPLE.intersection(figure.classes)
    return bool(at) and is_thing and items[at - 1].text in (",", "and")


def _restates(figure: Candidate, other: Candidate) -> bool:
    """True for an area and a share: "1,100 km2, which he put at 86% of the land"."""
    both_areas = "area" in figure.classes and "area" in other.classes
    return both_areas and figure.quantity.unit != other.quantity.unit


def _sibling(figure: Candidate, measure: str) -> str | None:
    """Give the measure of the same event that counts this figure's thing.

    "24 settlements and 259 sq km liberated": settlements.gained beside
    territory.gained.
    """
    if fits(figure, measure):
        return measure
    event = measure.partition(".")[2]
    same = (m for m in things_by_measure() if m.partition(".")[2] == event)
    return next((m for m in same if fits(figure, m) and figure.classes), None)


def _share_backward(items: Sequence[Item], matches: list[Match]) -> list[Match]:
    """Give the matches with list members before a matched figure added."""
    done = {match.at for match in matches}
    found = list(matches)
    for match in matches:
        at, host = match.at - 1, match
        while at >= 0 and match.rank <= 2:
            figure = items[at].figure
            if figure is not None and at not in done and not figure.singular:
                measure = _sibling(figure, match.measure) if figure.classes else None
                if measure is None:
                    break
                found.append(Match(at, figure, measure, match.event, 3, host.at))
                done.add(at)
            elif items[at].text not in LIST_WORDS or at in done:
                break
            at -= 1
    return sorted(found, key=lambda match: match.at)
