"""Templates to HTML: everything is escaped, hidden characters become visible marks.

What a template says itself stands in `{% trans %}` or `_()` and comes in the language
that is spoken; what is put into such a sentence is made harmless like any other value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.web.chart import PAINTS, SHAPES
from sayso.web.interface import (
    ENGLISH,
    plain_number,
    say,
    say_many,
    say_of,
    spoken,
    whole_number,
)
from sayso.web.map_words import map_words
from sayso.web.query import path_of, to_address, with_value
from sayso.web.wording import day_written, say_ruled

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b"
    "\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ud800-\udfff]"
)
"""Controls, direction overrides and invisible characters (Unicode 15.1, categories Cc,
Cf, Zl and Zp), less the joiners that Persian, Indic scripts and emoji need."""
_WEB = re.compile(r"https?://[^\s\"'<>]{3,2000}\Z", re.IGNORECASE)


def show_hidden(text: str) -> str:
    """Give the text with characters that draw nothing as marks like ⟨U+202E⟩."""
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", text)


def safe_link(address: str | None) -> str:
    """Give a web address that may be followed, "" for any other scheme."""
    return address if address and _WEB.match(address) else ""


def render(template: str, words: Mapping[str, Any]) -> str:
    """Give the page of a template, filled."""
    return _environment().get_template(f"{template}.html").render(words)


_IN_SCRIPT = re.compile(r'\btr\("([^"\\]+)"\)')
SCRIPTS = ("pages.js", "words.js")


@cache
def _script_messages() -> tuple[str, ...]:
    folder = resources.files("sayso.web") / "static"
    texts = [(folder / name).read_text(encoding="utf-8") for name in SCRIPTS]
    return tuple(dict.fromkeys(m for text in texts for m in _IN_SCRIPT.findall(text)))


def script_words() -> dict[str, str]:
    """Give what scripts say in the language spoken, nothing for English."""
    if spoken() is ENGLISH:
        return {}
    return {message: say(message) for message in _script_messages()}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.web"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalize,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.newstyle_gettext = True  # type: ignore[attr-defined] # of its extension
    environment.filters["thousands"] = whole_number
    environment.filters["web"] = safe_link
    environment.filters["day"] = day_written
    environment.filters["told"] = _told
    environment.filters["ruled"] = say_ruled
    environment.filters["decimal"] = plain_number
    environment.globals.update(
        address=to_address,
        with_value=with_value,
        path_of=path_of,
        shapes=tuple(SHAPES.values()),
        paints=PAINTS,
        spoken=spoken,
        script_words=script_words,
        map_words=map_words,
        lang=_lang,
        own=_own,
        foreign=_foreign,
        _=_gettext,
        gettext=_gettext,
        ngettext=_ngettext,
        pgettext=_pgettext,
    )
    return environment


def _gettext(message: str, **values: Any) -> Markup:
    return _filled(say(message), values)


def _pgettext(context: str, message: str, **values: Any) -> Markup:
    return _filled(say_of(context, message), values)


def _ngettext(one: str, many: str, number: int, **values: Any) -> Markup:
    return _filled(say_many(one, many, number), values)


def _told(message: str, context: str = "") -> str:
    """Give words of a table below the pages in the language spoken."""
    return say_of(context, message) if context else say(message)


def _lang(code: str) -> Markup:
    """Give the attribute for words in a language, "" where it is not known."""
    return Markup(' lang="{}"').format(code) if code else Markup()


def _own(code: str) -> Markup:
    """Give the attribute for a sentence of ours, "" where it is in the page's."""
    return _lang("" if code == spoken().code else code)


def _foreign(sentence: str) -> Markup:
    """Give the attribute for a sentence that only English has (of what lies below)."""
    is_english = spoken() is not ENGLISH and sentence.isascii()
    return _lang(ENGLISH.code) if is_english else Markup()


def _filled(text: str, values: Mapping[str, Any]) -> Markup:
    """Give a sentence of our own with its values escaped; numbers as they are written.

    Sentences are the catalogues', so their few tags stay.
    """
    if not values:
        return Markup(text)  # noqa: S704 - our own catalogues
    shown = {
        name: whole_number(value) if isinstance(value, int) else _finalize(value)
        for name, value in values.items()
    }
    return Markup(text) % shown  # noqa: S704 - our own catalogues


def _finalize(value: Any) -> Any:
    """Make what an expression gives harmless; runs before it is escaped."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return value if value.isascii() and value.isprintable() else show_hidden(value)
