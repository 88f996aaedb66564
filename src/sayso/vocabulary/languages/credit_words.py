"""What a language gives the finder of credit lines: words around an outlet's name.

Every field is a regular expression; `before` stands right before the name and its
blank, `after` right behind the name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class CreditWords:
    """Words by which a report says whose report it passes on."""

    labels: str
    """Words that begin a line or sentence before a name: "Source"."""
    before: str
    """Words before a name: "as carried by", "told"."""
    after: str
    """Words behind a name: "reported"."""
