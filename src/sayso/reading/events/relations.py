"""How an event and a figure stand to each other: object, subject, state, tally.

The relation is a rank, 1 for the closest; a figure no relation leads to is not counted
by the event. Walked by words alone, so that odd typography does little harm.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.events.event import (
    BE,
    BETWEEN_AUXILIARY,
    HAVE,
    LIST_WORDS,
    PARTS,
    PREPOSITIONS,
    QUOTES,
    STOPS,
    Event,
    governed,
    is_participial,
    tally_reaches,
    walk_back,
    walk_forward,
)
from sayso.reading.events.frames import Role
from sayso.reading.events.line import Candidate, Item, ItemKind
from sayso.vocabulary.languages.en.inflection import Form

STRIKING = frozenset({"munition", "drone", "strike", "attack"})
PARTITIVE = frozenset(
    """of them whom those others more other people reported confirmed feared left
    believed presumed listed found remain remained remaining went have being as
    these considered""".split()
)
COPULAS = BE | HAVE | {"remain", "remains", "remained"}
OF_REACH = 10
"""Items that say more of a figure before its verb, at most."""
NO_OBJECT = PREPOSITIONS | frozenset(
    """, . ; : ) and or but when while after as ! ? ” " ' - – —""".split()
)


def find_state(items: Sequence[Item], at: int) -> int | None:
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


def find_relation(
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


def strikes(figure: Candidate, event: Event) -> bool:
    """True for the strikes of "two missile strikes hit the port"."""
    if event.frame.measure != "attacks.struck" or event.passive:
        return False
    is_finite = event.frame.form in (Form.PAST, Form.PARTICIPLE, Form.THIRD)
    return is_finite and bool(STRIKING.intersection(figure.classes))


def _has_own_verb(items: Sequence[Item], at: int, verb: int) -> bool:
    """True when a verb and then another figure stand between a figure and a verb."""
    verbs = [here for here in range(at + 1, verb) if items[here].text in BE]
    figures = [here for here in range(at + 1, verb) if items[here].figure is not None]
    return bool(verbs and figures) and verbs[0] < figures[-1]
