"""The language the pages speak: one of three, as the visitor chooses.

What a page says itself comes from here; what documents say is never translated. The
catalogues are GNU gettext's (`catalogues/ru.po`), compiled beside their sources, so
that the standard library reads them. One request speaks one language (`speaking`);
records for machines (JSON, CSV) are always English.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

_GAP = "\u00a0"
"""Between groups of digits, where a line must not break."""


@dataclass(frozen=True, slots=True)
class Interface:
    """One language of the pages."""

    code: str
    """ISO 639-1, as `lang` attributes have it."""
    name: str
    """In the language itself."""
    months: tuple[str, ...]
    """Short, as they stand after a day."""
    thousands: str
    decimal: str


INTERFACES: Mapping[str, Interface] = {
    "en": Interface(
        "en",
        "English",
        tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
        ",",
        ".",
    ),
    "ru": Interface(
        "ru",
        "Русский",
        tuple("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.".split()),
        _GAP,
        ",",
    ),
    "uk": Interface(
        "uk",
        "Українська",
        tuple(
            "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.".split()
        ),
        _GAP,
        ",",
    ),
}
"""Every language, in the order shown; months and separators as in CLDR 48."""
ENGLISH = INTERFACES["en"]
_SPOKEN: ContextVar[Interface] = ContextVar("interface", default=ENGLISH)


@contextmanager
def speaking(code: str) -> Iterator[Interface]:
    """Let pages speak a language, English where it is none of theirs."""
    token = _SPOKEN.set(INTERFACES.get(code, ENGLISH))
    try:
        yield _SPOKEN.get()
    finally:
        _SPOKEN.reset(token)


def spoken() -> Interface:
    """Give the language that is spoken now."""
    return _SPOKEN.get()


def to_say(message: str) -> str:
    """Give the message as it is, marked for the catalogues; `say` says it later."""
    return message


def say(message: str, **values: object) -> str:
    """Give a message in the language spoken, its %(name)s filled in."""
    if not message:  # gettext keeps its own notes under the empty message
        return ""
    text = _catalogue(spoken().code).gettext(message)
    return text % _shown(values) if values else text


def say_of(context: str, message: str, **values: object) -> str:
    """Give a message that needs telling apart: "in" a place, "in" a unit."""
    text = _catalogue(spoken().code).pgettext(context, message)
    return text % _shown(values) if values else text


def say_many(one: str, many: str, number: int, **values: object) -> str:
    """Give a message in the form that a number takes, its %(name)s filled in."""
    text = _catalogue(spoken().code).ngettext(one, many, number)
    return text % _shown(values) if values else text


def is_known(message: str) -> bool:
    """True when the language spoken has the message, or is English."""
    return spoken() is ENGLISH or say(message) != message


def whole_number(value: int) -> str:
    """Give a whole number with its thousands apart."""
    return f"{value:,}".replace(",", spoken().thousands)


def plain_number(text: str) -> str:
    """Give a number written as in "1,234.5" as the language spoken writes it."""
    return text.translate(str.maketrans(",.", spoken().thousands + spoken().decimal))


def day_of(day: date | None) -> str:
    """Give a day as "12 Mar 2025", "" for none."""
    return "" if day is None else f"{short_day(day)} {day.year}"


def short_day(day: date) -> str:
    """Give a day without its year: "12 Mar"."""
    return f"{day.day} {month_of(day)}"


def month_of(day: date) -> str:
    """Give the short name of a day's month."""
    return spoken().months[day.month - 1]


def choose_interface(asked: str, kept: str, setting: str, accepted: str) -> str:
    """Give the code of the language to speak.

    Args:
        asked: Of the address (`?lang=`).
        kept: Of the cookie.
        setting: Of the settings.
        accepted: The browser's Accept-Language.

    Returns:
        The first that is one of the pages' languages; English where none is.
    """
    for code in (asked, kept, setting, *_wanted(accepted)):
        if code in INTERFACES:
            return code
    return ENGLISH.code


def _wanted(accepted: str) -> tuple[str, ...]:
    """Give the codes of an Accept-Language header, the most wanted first."""
    weighed = []
    for at, part in enumerate(accepted[:500].split(",")):
        tag, _, weight = part.partition(";")
        digits = weight.replace(" ", "").removeprefix("q=")
        try:
            share = float(digits) if weight else 1.0
        except ValueError:
            share = 0.0
        if share > 0:
            weighed.append((-share, at, tag.strip().lower().partition("-")[0]))
    return tuple(code for _, _, code in sorted(weighed))


def _shown(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: whole_number(value) if isinstance(value, int) else value
        for name, value in values.items()
    }


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code == ENGLISH.code:
        return gettext.NullTranslations()
    file = resources.files("sayso.web") / "catalogues" / f"{code}.mo"
    with file.open("rb") as compiled:
        return gettext.GNUTranslations(compiled)
