"""Findings' sentences in the language of the pages, made from the sentence itself.

Checks say one English sentence, which ledgers, exports and records keep. Pages know
its form again (`SENTENCES`) and say the same parts in the language spoken; quoted words
stay as they are. A sentence of no form that is listed stays English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from sayso.model.withheld import NAME_SPELLED, WORDS_SPELLED
from sayso.web.called import call_place, call_speaker, words_spelled
from sayso.web.interface import (
    ENGLISH,
    day_of,
    plain_number,
    say,
    say_of,
    spoken,
)

SENTENCES = (
    "%(voice)s: %(words)s, with no speaker; %(stated)s %(words2)s in %(outlet)s.",
    (
        '%(stated)s %(words)s after %(words2)s, and "%(said)s": the %(kind)s is'
        " %(range)s, which %(verb)s the words."
    ),
    (
        "%(stated)s %(words)s, %(stated2)s %(words2)s, of the same thing up to"
        " %(day)s: the figures share no number."
    ),
    (
        "%(stated)s %(words)s, %(stated2)s %(words2)s, at two hours of one day: the"
        " later count is the higher."
    ),
    "%(stated)s that %(place)s changed hands; %(stated2)s %(reply)s.",
    (
        "%(stated)s %(words)s, and %(share)s: that share is %(range)s, which"
        " %(verb)s the number."
    ),
    (
        "%(stated)s %(words)s in %(outlet)s, which credits %(credit)s; %(where)s"
        " has %(words2)s."
    ),
    "%(stated)s %(words)s for %(day)s, after the publication on %(day2)s.",
    (
        '%(outlet)s dates the %(name)s to "%(said)s"%(days)s; the theatre pack'
        " dates it to %(day)s."
    ),
    (
        "%(stated)s %(words)s in %(outlet)s; %(outlet2)s repeats it as %(words2)s:"
        " the %(what)s changed."
    ),
    (
        "%(stated)s %(words)s in %(outlet)s and %(words2)s in %(outlet2)s up to"
        " %(day)s: two digits are exchanged."
    ),
    (
        "%(stated)s %(words)s up to %(day)s, less than %(words2)s up to %(day2)s: a"
        " running total was revised."
    ),
    (
        "%(stated)s %(words)s in the body; the headline in %(outlet)s has"
        " %(words2)s, and no figure below it comes to that."
    ),
    (
        "%(stated)s %(words)s up to %(day)s and %(words2)s up to %(day2)s; the"
        " increment %(words3)s %(verb)s the difference."
    ),
    (
        "%(voice)s: %(count)s documents of %(count2)s outlets go back to one"
        " utterance (%(outlet)s and %(count3)s more); that is one voice."
    ),
    (
        "%(voice)s: %(count)s documents of %(count2)s outlets go back to one"
        " utterance (%(outlet)s); that is one voice."
    ),
    (
        "%(stated)s %(words)s in all; the parts %(parts)s come to %(range)s and"
        " %(verb)s it."
    ),
    (
        "%(voice)s: one quotation stands in %(outlet)s and %(outlet2)s in different"
        " words."
    ),
    (
        "%(stated)s %(words)s for %(day)s; the largest of the %(count)s days before"
        " is %(number)s."
    ),
    (
        "%(stated)s a step of %(number)s to %(words)s for %(day)s; the largest of"
        " the %(count)s days before is %(number2)s."
    ),
    "%(stated)s %(words)s %(when)s, in place of %(words2)s %(when2)s.",
    (
        "%(stated)s %(words)s and %(words2)s, which leaves %(range)s km2; this"
        " %(verb)s %(words3)s stated as held."
    ),
    (
        "%(stated)s %(words)s and %(words2)s, which stand for a whole of %(range)s"
        " km2; this %(verb)s %(words3)s stated as the whole."
    ),
    (
        "%(stated)s %(words)s and %(words2)s: together they stand for a whole of"
        " %(range)s km2; nothing else in the document states the whole or the rest."
    ),
    (
        "%(stated)s %(words)s; a note of %(outlet)s says that an earlier version"
        " had %(words2)s."
    ),
    (
        "%(stated)s %(words)s in one version of the page and %(words2)s in another;"
        " which came first is not known."
    ),
    (
        "%(stated)s %(words)s; changed after publication: %(words2)s -> %(words3)s,"
        " seen on %(days)s."
    ),
    '%(stated)s %(words)s of "%(said)s": no whole number of them is that share.',
    (
        '%(voice)s: "%(said)s" beside %(words)s; %(outlet)s prints the same figure'
        " without the word."
    ),
)
"""Forms of the sentences of checks; a test holds them beside the checks' own."""
IN_ENGLISH = ("categories", "layer_areas", "layer_places")
"""Checks whose sentences are put together of too many parts: they stay English."""

VALUES = {
    "verb": ("agrees with", "differs from", "agree with", "differ from"),
    "kind": ("ratio", "difference"),
    "reply": ("the contrary", "that it is held"),
    "where": ("the title of its report", "its report"),
    "what": ("bound", "figure"),
}
"""Kind of part -> what it may be; said by the catalogues under "finding"."""

_DAY = r"\d{4}-\d\d-\d\d"
_QUOTE = r'"[^"]*"(?: \([^")]*\))?'
_KINDS: Mapping[str, str] = {
    "stated": r"Unattributed in .+?:|.+? stated",
    "voice": r".+?",
    "words": _QUOTE,
    "share": r'"[^"]*"(?: of "[^"]*")?',
    "parts": rf"{_QUOTE}(?:, {_QUOTE})*",
    "said": r'[^"]*',
    "day": _DAY,
    "days": r".*?",
    "when": rf"on (?:{_DAY}|a day unknown)(?: at [\d:+-]+)?",
    "range": r"[\[(][^\])]+[\])]|[\d.,/-]+",
    "number": r"-?[\d.,/]+",
    "count": r"\d+",
    **{kind: "|".join(map(re.escape, values)) for kind, values in VALUES.items()},
}
"""Kind of part -> how it looks in the sentence; what is not listed is any words."""
_PART = re.compile(r"%\((\w+)\)s")
_RANGE = re.compile(r"([\[(])(-∞|-?[\d,.]+), (∞|-?[\d,.]+)([\])])")


def say_finding(sentence: str) -> tuple[str, str]:
    """Give a finding's sentence in the language spoken, and the language it is in."""
    if spoken() is not ENGLISH:
        for form, pattern in _patterns():
            match = pattern.fullmatch(sentence)
            if match is not None:
                parts = {name: _told(name, part) for name, part in _parts(match)}
                return _unspelled(say(form, **parts)), spoken().code
    return sentence, ENGLISH.code


def _unspelled(sentence: str) -> str:
    """Give a sentence with what is withheld said in the language spoken."""
    sentence = sentence.replace(NAME_SPELLED, f"[{say('name withheld')}]")
    return sentence.replace(WORDS_SPELLED, words_spelled())


def _parts(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    return tuple(match.groupdict().items())


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, re.compile(_pattern(form), re.DOTALL)) for form in SENTENCES)


def _pattern(form: str) -> str:
    """Give how a form's sentences look."""
    pieces = _PART.split(form)
    return "".join(
        f"(?P<{piece}>{_KINDS.get(_kind(piece), '.+?')})"
        if at % 2
        else re.escape(piece)
        for at, piece in enumerate(pieces)
    )


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _told(name: str, part: str) -> str:
    """Give a part of a sentence in the language spoken."""
    kind = _kind(name)
    if kind in VALUES:
        return say_of("finding", part)
    return _TELL.get(kind, str)(part)


def _voice(part: str) -> str:
    """Give a speaker's name, or that none is named."""
    _, mark, outlet = part.rpartition("Unattributed in ")
    if mark:
        return say("Unattributed in %(outlet)s", outlet=outlet)
    return call_speaker(part)


def _stated(part: str) -> str:
    return f"{_voice(part.removesuffix(' stated').removesuffix(':'))}:"


def _day(part: str) -> str:
    return day_of(date.fromisoformat(part))


def _days(part: str) -> str:
    """Give days with the words between them: "2030-05-01 and 2030-05-03"."""
    days = re.sub(_DAY, lambda found: _day(found[0]), part)
    for word in (" and ", " to "):
        days = days.replace(word, " – ")
    return days


def _when(part: str) -> str:
    day, _, hour = part.removeprefix("on ").partition(" at ")
    told = say("day unknown") if day == "a day unknown" else _day(day)
    return f"{told}, {hour}" if hour else told


def _share(part: str) -> str:
    share, mark, whole = part.partition('" of "')
    if not mark:
        return part
    return say("%(share)s of %(whole)s", share=f'{share}"', whole=f'"{whole}')


def _range(part: str) -> str:
    """Give an interval in words, one number as it is written."""
    match = _RANGE.fullmatch(part)
    if match is None:
        return plain_number(part)
    left, low, high, right = match.groups()
    given = {"low": plain_number(low), "high": plain_number(high)}
    if low == high:
        return given["low"]
    is_above, is_below = left == "(", right == ")"
    if low == "-∞" and high == "∞":
        return say("any number")
    if low == "-∞":
        return say("below %(high)s" if is_below else "at most %(high)s", **given)
    if high == "∞":
        return say("above %(low)s" if is_above else "at least %(low)s", **given)
    match is_above, is_below:
        case True, True:
            return say("above %(low)s to below %(high)s", **given)
        case True, False:
            return say("above %(low)s to %(high)s", **given)
        case False, True:
            return say("from %(low)s to below %(high)s", **given)
        case _:
            return say("from %(low)s to %(high)s", **given)


_TELL: Mapping[str, Callable[[str], str]] = {
    "stated": _stated,
    "voice": _voice,
    "place": call_place,
    "credit": call_speaker,
    "day": _day,
    "days": _days,
    "when": _when,
    "share": _share,
    "range": _range,
    "number": plain_number,
}
"""Kind of part -> how it is said; what is not listed stays as it is."""
