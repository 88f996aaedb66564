"""Letters that look alike made one, with every character at its old offset.

Texts are typed on mixed keyboards: a Latin "o" inside a Cyrillic word, "ё" or "е",
four apostrophes. Readers compare folded words; the words shown are always the text's.
"""

from __future__ import annotations

import re

_ALIKE = str.maketrans(
    "aceiopxykmhtbj" + "\u0451\u0450\u045d" + "\u2019\u02bc\u2018`\u00b4\u2032",
    "асеіорхукмнтвј" + "еей" + "''''''",
)
"""Latin letters -> the Cyrillic ones that look the same; apostrophes -> one."""
_MARKS = str.maketrans(
    "\u0451\u0450\u2019\u02bc\u2018`\u00b4\u2032\u00a0\u202f\u2009\u2007",
    "ее''''''    ",
)
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z]")


def fold_letters(text: str) -> str:
    """Give the text in lower case with look-alikes folded, of the same length.

    Latin letters become Cyrillic only inside words that hold Cyrillic letters, too;
    unusual blanks become blanks, "ё" becomes "е", every apostrophe becomes "'".
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lower = lower.translate(_MARKS)
    if not _LATIN.search(lower):
        return lower
    return _WORD.sub(_fold_word, lower)


def _fold_word(match: re.Match[str]) -> str:
    word = match.group()
    mixed = _CYRILLIC.search(word) and _LATIN.search(word)
    return word.translate(_ALIKE) if mixed else word
