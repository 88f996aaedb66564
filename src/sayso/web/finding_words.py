"""Findings in the language of the pages, made from what checks said.

Checks say one English sentence, with a working and a remedy, which ledgers, exports
and records keep. Pages know the form of each again (`finding_forms`) and say the same
parts in the language spoken; quoted words stay as they are. English goes through it,
too: days, intervals and measures are said as everywhere on the pages. What has no form
that is listed (checks of other packages) stays English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache

from sayso.model.withheld import NAME_SPELLED, WORDS_SPELLED
from sayso.web.called import call_place, call_speaker, words_spelled
from sayso.web.finding_forms import PARTS, PRINTED, REMEDIES, ROLES, SENTENCES, WORKING
from sayso.web.interface import (
    ENGLISH,
    day_of,
    plain_number,
    say,
    say_of,
    spoken,
)
from sayso.web.plainly import interval_words, say_interval
from sayso.web.wording import measure_title

CONTEXT = "finding"
"""Of the catalogues' messages for parts, workings and remedies."""
UNNAMED = ("an unnamed outlet", "a document not held", "the outlet")
"""What checks say in place of an outlet's name."""
DAY_UNKNOWN = ("day unknown", "an unknown day")

_DAY = r"\d{4}-\d\d-\d\d"
_QUOTE = r'"[^"]*"(?: \([^")]*\))?'
_NO_DAY = "|".join(DAY_UNKNOWN)
_PRINTED = rf".+? \((?:{_DAY}|{_NO_DAY})\)"
_KINDS: Mapping[str, str] = {
    "stated": r"Unattributed in .+?:|.+? stated",
    "voice": r".+?",
    "words": _QUOTE,
    "share": r'"[^"]*"(?: of "[^"]*")?',
    "parts": rf"{_QUOTE}(?:, {_QUOTE})*",
    "said": r'[^"]*',
    "sentence": r'".*"',
    "day": _DAY,
    "dated": rf"{_DAY}|{_NO_DAY}",
    "days": r".*?",
    "stretch": rf"from {_DAY} to {_DAY}|on {_DAY}(?: and {_DAY})?",
    "when": rf"on (?:{_DAY}|a day unknown)(?: at [\d:+-]+)?",
    "printed": rf"{_PRINTED}(?:, {_PRINTED})*",
    "range": r"[\[(][^\])]+[\])]|[\d.,/-]+",
    "number": r"-?[\d.,/]+",
    "count": r"\d+",
    "measure": r"[a-z]+(?:\.[a-z_]+)+",
}
"""Kind of part -> how it looks in the sentence; what is not listed is any words."""
_PART = re.compile(r"%\((\w+)\)s")
_RANGE = re.compile(r"([\[(])(-∞|-?[\d,.]+), (∞|-?[\d,.]+)([\])])")
_HELD_WORDS = re.compile(r'"(%\(said2?\)s)"')
_QUOTED = re.compile(r'"([^"]*)"')
_Told = tuple[str, str]
"""Words, and the language they are in."""


def say_finding(sentence: str) -> _Told:
    """Give a finding's sentence in the language spoken, and the language it is in."""
    return _say(sentence, SENTENCES, "")


def say_working(rule: str, lines: Iterable[str]) -> tuple[_Told, ...]:
    """Give the lines of a check's working in the same way."""
    forms = (*WORKING.get(rule, ()), *WORKING[""])
    return tuple(_say(line, forms, CONTEXT) for line in lines)


def say_remedy(rule: str, remedy: str) -> _Told:
    """Give what would make a check's finding consistent in the same way."""
    return _say(remedy, REMEDIES.get(rule, ()), CONTEXT)


def say_explanation(explanation: str) -> _Told:
    """Give what a check compares, as the catalogues have it."""
    told = say(explanation)
    is_told = told != explanation or spoken() is ENGLISH
    return told, spoken().code if is_told else ENGLISH.code


def say_role(role: str) -> str:
    """Give what an input of a finding is in its check's formula."""
    return _formed(role, ROLES, CONTEXT) or say_of("role", role)


def say_maker(words: str) -> str:
    """Give who drew layers: "Map Desk, assessed control by Tarn"."""
    return _formed(words, PARTS["maker"], CONTEXT) or words


def say_words(words: str) -> str:
    """Give exact words in the quotation marks of the language spoken."""
    return say_of("finding", "“%(words)s”", words=words)


def say_stretch(days: str) -> str:
    """Give the days of layers: "from 2030-05-01 to 2030-05-04"."""
    return _stretch(days)


def _say(text: str, forms: tuple[str, ...], context: str) -> _Told:
    told = _formed(text, forms, context)
    if told is None:
        return interval_words(text), ENGLISH.code
    return _unspelled(told), spoken().code


def _formed(text: str, forms: tuple[str, ...], context: str) -> str | None:
    """Give words in the language spoken by the first form they have, None for none."""
    for form in forms:
        if all(piece in text for piece in _pieces(form)):
            match = _pattern(form).fullmatch(text)
            if match is not None:
                parts = match.groupdict().items()
                told = {name: _part(name, part) for name, part in parts}
                message = _message(form, context)
                return message % told if told else message
    return None


def _message(form: str, context: str) -> str:
    """Give a form in the language spoken, as it is printed in a book."""
    if spoken() is ENGLISH:
        form = PRINTED.get(form, form)
        return _HELD_WORDS.sub(r"“\1”", form).replace("km2", "km²")
    return say_of(context, form) if context else say(form)


def _unspelled(sentence: str) -> str:
    """Give a sentence with what is withheld said in the language spoken."""
    sentence = sentence.replace(NAME_SPELLED, f"[{say('name withheld')}]")
    return sentence.replace(WORDS_SPELLED, words_spelled())


@cache
def _pieces(form: str) -> tuple[str, ...]:
    """Give the words of a form between its parts: looked for first, as it is quick."""
    return tuple(filter(None, _PART.split(form)[::2]))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(_look(form), re.DOTALL)


@cache
def _look(form: str, named: bool = True) -> str:  # noqa: FBT001, FBT002 - of this file
    """Give how words of a form look, their parts in named groups or in none."""
    pieces = _PART.split(form)
    return "".join(
        (f"(?P<{piece}>{_looks(_kind(piece))})" if named else _grouped(_kind(piece)))
        if at % 2
        else re.escape(piece)
        for at, piece in enumerate(pieces)
    )


@cache
def _looks(kind: str) -> str:
    if kind in PARTS:
        return "|".join(_look(form, named=False) for form in PARTS[kind])
    return _KINDS.get(kind, ".+?")


def _grouped(kind: str) -> str:
    return f"(?:{_looks(kind)})"


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _part(name: str, part: str) -> str:
    """Give a part in the language spoken."""
    kind = _kind(name)
    if kind in PARTS:
        return _formed(part, PARTS[kind], CONTEXT) or part
    return _TELL.get(kind, str)(part)


def _voice(part: str) -> str:
    """Give a speaker's name, or that none is named."""
    _, mark, outlet = part.rpartition("Unattributed in ")
    if mark:
        return say("Unattributed in %(outlet)s", outlet=_outlet(outlet))
    return call_speaker(part)


def _stated(part: str) -> str:
    if spoken() is ENGLISH:
        return part
    return f"{_voice(part.removesuffix(' stated').removesuffix(':'))}:"


def _outlet(part: str) -> str:
    return say_of(CONTEXT, part) if part in UNNAMED else part


def _event(part: str) -> str:
    return say_of("event", part)


def _day(part: str) -> str:
    return day_of(date.fromisoformat(part))


def _dated(part: str) -> str:
    return say("day unknown") if part in DAY_UNKNOWN else _day(part)


def _days(part: str) -> str:
    """Give days with the words between them: "2030-05-01 and 2030-05-03"."""
    days = re.sub(rf"{_DAY}|{_NO_DAY}", lambda found: _dated(found[0]), part)
    if spoken() is not ENGLISH:
        for word in (" and ", " to "):
            days = days.replace(word, " – ")
    return days


def _stretch(part: str) -> str:
    """Give "from one day to another", or on which one or two."""
    days = [_day(found) for found in re.findall(_DAY, part)]
    if part.startswith("from "):
        return say_of("finding", "from %(day)s to %(last)s", day=days[0], last=days[1])
    if len(days) > 1:
        return say_of("finding", "on %(day)s and %(last)s", day=days[0], last=days[1])
    return say_of("finding", "on %(day)s", day=days[0])


def _when(part: str) -> str:
    day, _, hour = part.removeprefix("on ").partition(" at ")
    told = say("day unknown") if day == "a day unknown" else _day(day)
    if spoken() is ENGLISH:
        told = f"on {told}"
    return f"{told}, {hour}" if hour else told


def _printed(part: str) -> str:
    """Give outlets, each with its day in brackets."""
    pattern = rf"\(({_DAY}|{_NO_DAY})\)"
    told = re.sub(pattern, lambda found: f"({_dated(found[1])})", part)
    for words in UNNAMED:
        told = told.replace(f"{words} (", f"{_outlet(words)} (")
    return told


def _words(part: str) -> str:
    """Give quoted words in the quotation marks of the language spoken."""
    return _QUOTED.sub(lambda m: say_words(m[1]), part)


def _share(part: str) -> str:
    share, mark, whole = part.partition('" of "')
    if not mark:
        return _words(part)
    given = {"share": _words(f'{share}"'), "whole": _words(f'"{whole}')}
    return say("%(share)s of %(whole)s", **given)


def _site(part: str) -> str:
    return say_of("finding", "not stated") if part == "not stated" else call_place(part)


def _items(part: str) -> str:
    """Give categories of a table: counted nouns, or measures by their titles."""
    return re.sub(r"\b[a-z]+(?:\.[a-z_]+)+\b", lambda m: measure_title(m[0]), part)


def _drift(part: str) -> str:
    return ", ".join(say_of("drift", one) for one in part.split(", "))


def _range(part: str) -> str:
    """Give an interval in words, one number as it is written."""
    match = _RANGE.fullmatch(part)
    return plain_number(part) if match is None else say_interval(*match.groups())


_TELL: Mapping[str, Callable[[str], str]] = {
    "stated": _stated,
    "voice": _voice,
    "words": _words,
    "parts": _words,
    "sentence": lambda part: say_words(part[1:-1]),
    "outlet": _outlet,
    "place": call_place,
    "party": call_speaker,
    "credit": call_speaker,
    "event": _event,
    "day": _day,
    "dated": _dated,
    "days": _days,
    "stretch": _stretch,
    "when": _when,
    "printed": _printed,
    "share": _share,
    "item": _items,
    "items": _items,
    "measure": measure_title,
    "drift": _drift,
    "link": say,
    "outcome": say,
    "site": _site,
    "range": _range,
    "number": plain_number,
}
"""Kind of part -> how it is said; what is not listed stays as it is."""
