"""The words before a name without what is put between an office and its holder.

"Мэр посёлка (1,2 тыс. жителей) Иван Бел", "голова спілки «Крила надії» Іван Бел",
"комбриг 77-ї Іван Бел": what stands in brackets, a body's name in quotation marks and
the ending of a number would end the search for an office. Method: our own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reading.persons.lexicon import Kind
from sayso.reading.persons.runs import Run, Token

_REACH = 40
"""Tokens before a name that are looked through."""
_LONGEST = 12
"""Tokens between two brackets or quotation marks, at most."""
_PAIRS = {")": "(", "]": "[", "»": "«", "”": "“„", '"': '"', "“": "„"}
_QUOTES = frozenset('»”"“')
_NUMBER_DASHES = frozenset("-–")
_SIGNS = frozenset(_PAIRS) | _NUMBER_DASHES
_ENDS = frozenset(".!?;:\n")
"""What no name of a body has in it."""


def without_inserts(
    tokens: Sequence[Token], run: Run
) -> tuple[Sequence[Token], Run] | None:
    """Give the words before a name and the name itself, without what is put between.

    Returns:
        The tokens and where in them the name stands; None where nothing is left out.
    """
    least = max(run.first - _REACH, 0)
    if not any(tokens[at].text in _SIGNS for at in range(least, run.first)):
        return None
    kept = [tokens[at] for at in _kept(tokens, least, run.first)]
    if len(kept) == run.first - least:
        return None
    kept.reverse()
    moved = Run(len(kept), len(kept) + run.length - 1, run.in_heading)
    return (*kept, *tokens[run.first : run.last + 1]), moved


def _kept(tokens: Sequence[Token], least: int, end: int) -> Iterator[int]:
    """Yield the indexes of the tokens that stay, the last first."""
    at = end - 1
    while at >= least:
        text = tokens[at].text
        opens = _opening(tokens, at, least) if text in _PAIRS else None
        if opens is not None:
            at = opens - 1
        elif _is_number_end(tokens, at):
            at -= 2
        else:
            yield at
            at -= 1


def _opening(tokens: Sequence[Token], at: int, least: int) -> int | None:
    """Give where brackets or a body's name in quotation marks begin."""
    pair = _PAIRS[tokens[at].text]
    for here in range(at - 1, max(at - _LONGEST, least), -1):
        token = tokens[here]
        if token.text in pair:
            is_quoted = tokens[at].text in _QUOTES
            return here if not is_quoted or _is_named(tokens[here - 1]) else None
        if token.kinds & Kind.HELD or token.text == "\n":
            return None
        if token.text in _ENDS and tokens[at].text in _QUOTES:
            return None
    return None


def _is_named(token: Token) -> bool:
    """True for a noun before quotation marks that is called what stands in them."""
    kinds = Kind.SAYING | Kind.SIGN | Kind.STOP | Kind.NAMING
    return token.text[0].isalpha() and not token.kinds & kinds


def _is_number_end(tokens: Sequence[Token], at: int) -> bool:
    """True for the last letters of "77-ї"."""
    if at < 2 or not tokens[at].text.islower() or len(tokens[at].text) > 3:
        return False
    dash, number = tokens[at - 1], tokens[at - 2]
    is_joined = number.end == dash.start and dash.end == tokens[at].start
    return is_joined and number.text.isdigit() and dash.text in _NUMBER_DASHES
