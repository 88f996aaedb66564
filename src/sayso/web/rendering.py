"""Templates to HTML: everything is escaped, hidden characters become visible marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.web.chart import PAINTS, SHAPES
from sayso.web.plainly import interval_words
from sayso.web.query import path_of, to_address, with_value
from sayso.web.wording import day_written

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


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalize,
    )
    environment.filters["thousands"] = "{:,}".format
    environment.filters["web"] = safe_link
    environment.filters["day"] = day_written
    environment.filters["plainly"] = interval_words
    environment.globals.update(
        address=to_address,
        with_value=with_value,
        path_of=path_of,
        shapes=tuple(SHAPES.values()),
        paints=PAINTS,
    )
    return environment


def _finalize(value: Any) -> Any:
    """Make what an expression gives harmless; runs before it is escaped."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return value if value.isascii() and value.isprintable() else show_hidden(value)
