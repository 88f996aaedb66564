"""What a language gives the checks: words by which an account sets figures beside others.

A field of type `str` is a regular expression, matched without regard to case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, eq=False)
class ComparingWords:
    """Words of parts, wholes, rises and falls of one language."""

    some: str
    """Words after which parts are only some of them: "including"."""
    joins: str
    """What stands before the last part of a full list: "and"."""
    others: str
    """What makes the last part all that is left: "the other 30"."""
    of_them: str
    """Words that take up the figure before as a whole: "of them"."""
    lists: str
    """What ends before a list of all whom the sentence before counts: "the dead are"."""
    parts: str
    """All words by which figures are parts of the one before: "including" too."""
    loses: str
    """Verbs right behind whoever loses what follows: "lost"."""
    exclusive: tuple[frozenset[str], ...]
    """Nouns of one count that shut each other out: men, women and children."""
    one_side: tuple[frozenset[str], ...]
    """Nouns by which two speakers call the same men: soldiers and troops."""
    bodies: frozenset[str]
    """Nouns of the dead as somebody found them: no fewer died."""
    kinds: Mapping[str, str]
    """Words of such kinds as they stand behind a number -> the noun in `exclusive`."""
    is_kind: str
    """What stands between a part and its kind: 15 "of them are" men."""
    in_all: str
    """Words that make a figure the sum of those before it: "in all"."""
    share_or: str
    """What stands between a share and the number it is: "30%, or 17"."""
    share_of: str
    """What stands between a share or part and its whole: "17 of the"."""
    out_of: str
    """What stands before a whole whose part follows: "of", "out of"."""
    fractions: Mapping[str, Fraction]
    """Pattern of a share in words, up to its whole: "a quarter of the"."""
    whole_force: str
    """Words for the whole after a share's "of": "of the force"."""
    so_far: str
    """Words by which a figure counts more than what was told: "since", "so far"."""
    multiples: Mapping[str, Fraction]
    """Pattern of a rise or fall in words -> later figure by the earlier one."""
    compares: str
    """What stands behind such words and before what they compare with: "as", "than"."""
    more: str
    """What stands behind a number that is more than another: "more than"."""
    fewer: str
    """The same for less: "fewer than"."""
    than_before: str
    """What stands behind a share by which a figure grew or shrank: "22% less"."""
    leaves_out_below: tuple[str, ...]
    """Bound words after which the figure itself is left out, from below: "over"."""
    leaves_out_above: tuple[str, ...]
    """The same from above: "fewer than"."""
    takes_in: tuple[str, ...]
    """Bound words that take it in though they hold one of those: "no more"."""
    rose: str
    """Verbs of a figure that grew."""
    fell: str
    """Verbs of one that shrank."""
    percent: str
    """What makes a step behind such a verb a share of the earlier figure."""
    small: Mapping[str, int]
    """Number words of a difference: "five" more than."""
    from_to: str
    """What stands between such a verb and the first of its two figures."""
    by: str
    """What stands between such a verb and the step: "by"."""
    above: str
    """Words that make a multiple a least one: "more than" doubled."""
    nearly: str
    """Words that make it a most: "almost" doubled."""
    earlier: str
    """Words right before a figure that is the earlier one: "from", "when"."""
    per: str
    """What stands behind a figure of each day: "a day"."""
    passed: str
    """What stands before a figure that was passed: "climbs past", "tops"."""
