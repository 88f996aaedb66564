"""What could not be done, told in the language of the page.

Below the pages a reason is a sentence in English, as commands print it. Those that a
visitor of the pages meets stand here, so that the catalogues have them; any other is
told as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sayso.web.interface import say, say_of, to_say
from sayso.workspace.handed.held import FACETS

PROBLEMS = (
    to_say("a ruling needs the name of who makes it"),
    to_say("a ruling on a name needs a reason"),
    to_say("a ruling on an incident needs a reason"),
    to_say("joining takes two incidents or more"),
    to_say("splitting takes some of an incident's claims, not all"),
    to_say("joining takes two names or more, of different things"),
    to_say("splitting off takes a claim or more"),
    to_say("what is split off needs another name"),
    to_say("it is called so already"),
    to_say("give the name it goes by"),
    to_say("a private person is joined to nobody and called nothing else"),
    to_say('"%(name)s" may be several here: %(listed)s; name one of them'),
    to_say('no document "%(wanted)s" in this ledger'),
    to_say('no claim "%(wanted)s" in this ledger'),
    to_say('no incident "%(wanted)s" in this ledger'),
    to_say(
        'claim "%(wanted)s" is of no incident;'
        " that takes a place, a day and something that happened there"
    ),
    to_say('no finding "%(wanted)s" in this ledger'),
    to_say('no claim has the speaker "%(wanted)s"'),
    to_say('no claim has the party "%(wanted)s"'),
    to_say('no claim has the place "%(wanted)s"'),
    to_say('no saved question "%(name)s"'),
    to_say('"%(name)s" is no name for a question; letters, digits, "-" and "_"'),
    to_say("a question needs a filter, such as a place or a measure"),
    to_say("choose some words of the text"),
    to_say("these words are read as this claim already; correct it there"),
    to_say("an attribution needs the words that are said"),
    to_say("this attribution is held already"),
    to_say("say why there is no claim here"),
    to_say("this does not make a claim"),
    to_say("a figure needs a lower or an upper end"),
    to_say("the lower end is above the upper end"),
    to_say("the ends of the words are not numbers of characters"),
    to_say("the words end before they begin"),
    to_say("the first day is after the last"),
    to_say('%(field)s "%(value)s" is not a number'),
    to_say('%(field)s "%(value)s" is not a figure of zero or more'),
    to_say("this needs the role %(role)s; yours is %(own)s"),
    to_say("Too many passwords were tried; wait %(number)s minutes and try again"),
)
"""Sentences of the layers below; a test holds that each is still said there."""
FIELDS: Mapping[str, str] = {"low": to_say("At least"), "high": to_say("At most")}
"""Field of a form -> what the page calls it."""
ROLES = {"role", "own"}
"""What is filled in with the role of a member."""
_UNKNOWN = re.compile(r'unknown (\w+) "(.*)"; (?:nearest )?known: (.*)', re.DOTALL)
_BETWEEN = "; "
"""Between several faults of one form."""


def say_problem(reason: str) -> str:
    """Give a reason as a sentence in the language spoken, as far as it is known."""
    told = _say(reason)
    if told is None:
        told = _BETWEEN.join(_say(one) or say(one) for one in reason.split(_BETWEEN))
    ending = "" if told.endswith((".", "?", "…")) or not told else "."
    return told[:1].upper() + told[1:] + ending


def _say(reason: str) -> str | None:
    unknown = _UNKNOWN.fullmatch(reason)
    if unknown is not None and unknown[1] in FACETS:
        return _say_unknown(*unknown.groups())
    for pattern, message in _forms():
        if (found := pattern.fullmatch(reason)) is not None:
            given = found.groupdict()
            if (field := given.get("field")) is not None:
                given["field"] = say(FIELDS.get(field, field))
            for name in ROLES & given.keys():
                given[name] = say_of("member", given[name])
            return say(message, **given)
    return None


def _say_unknown(kind: str, name: str, known: str) -> str:
    told = say(
        "No %(kind)s here is called “%(name)s”.", kind=say_of("filter", kind), name=name
    )
    return told if known == "none" else f"{told} {say('Nearest:')} {known}"


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_pattern(one), re.DOTALL), one) for one in PROBLEMS)


def _pattern(message: str) -> str:
    """Give the expression of all that a message becomes when it is filled in."""

    def parts() -> Iterator[str]:
        for number, part in enumerate(re.split(r"%\((\w+)\)s", message)):
            yield f"(?P<{part}>.*?)" if number % 2 else re.escape(part)

    return "".join(parts())
