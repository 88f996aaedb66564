"""What the map's script says, for the catalogues: the bundle keeps no names of calls.

A test holds the tables beside the script's sources (mapscript/src).
"""

from __future__ import annotations

from sayso.web.interface import ENGLISH, say, say_many, spoken

WORDS = (
    "%(first)s to %(last)s",
    "none",
    "Claims in %(place)s",
    "Claims in view of the days chosen",
    "named elsewhere in the report",
    "The map could not be drawn (%(reason)s). The list of places serves without it.",
    "rising lines",
    "falling lines",
    "level lines",
    "upright lines",
    "no layer held up to %(day)s",
    "nothing held up to %(day)s",
    "version %(number)s",
    "since %(day)s: +%(gained)s −%(lost)s km²",
    "as of %(day)s",
    "%(number)s km²",
    "%(some)s of %(all)s days of %(authority)s",
    "Drawn are %(days)s, evenly chosen; ask for fewer days to see each.",
    "licence: %(licence)s",
    "%(place)s and %(count)s more",
)
COUNTED = (
    ("%(count)s claim", "%(count)s claims"),
    (
        "%(count)s claim, the first %(listed)s listed",
        "%(count)s claims, the first %(listed)s listed",
    ),
    (
        "%(count)s day before; none is held of the day itself",
        "%(count)s days before; none is held of the day itself",
    ),
)
"""Messages with the form for one and the form for many."""
MONTHS = "months"
"""Key of the names that days are written with."""
_FORMS = (1, 2, 5)
"""A number of each form of the catalogues' languages, in their order."""


def map_words() -> dict[str, str | list[str]]:
    """Give what the map's script says: names of months, other words but in English."""
    months: dict[str, str | list[str]] = {MONTHS: list(spoken().months)}
    if spoken() is ENGLISH:
        return months
    plain = {message: say(message) for message in WORDS}
    counted = {
        one: [say_many(one, many, number) for number in _FORMS] for one, many in COUNTED
    }
    return months | plain | counted
