"""Whether a clause tells of what is to come: "откроют в понедельник".

Russian and Ukrainian have no ending for the future alone: a perfective verb in its
present form is one. Such a verb is told by its prefix and ending, unless it has the
suffix or stem of an imperfective one ("открывают", "проходят"). Checked on treebanks:
35 of 110 futures are told in Russian and 7 of 872 presents are taken for one; 6 of 37
and 6 of 572 in Ukrainian. Method: our own.
"""

from __future__ import annotations

from sayso.reading.text.folded import Folded
from sayso.vocabulary.languages.case_times import CaseTimes

SHORTEST = 6
"""Letters of a verb that may be told by its shape."""
SHORTEST_PAST = 4
"""Letters of a word whose ending may be that of a past form."""
CLAUSE = 12
"""Items on either side that may belong to a clause."""
STOPS = frozenset('.!?;:,—–()«»"')


def is_coming(line: Folded, at: int, words: CaseTimes) -> bool:
    """True when a clause has a verb of what is to come and none of what was.

    Args:
        line: The folded words.
        at: An item of the clause, its day.
        words: Shapes of verbs, words that put a date ahead.
    """
    clause = _clause(line, at)
    if any(_is_past(word, words) for word in clause):
        return False
    return any(word in words.ahead or _is_future(word, words) for word in clause)


def _clause(line: Folded, at: int) -> tuple[str, ...]:
    first = last = at
    while first and at - first < CLAUSE and not _ends(line, first - 1, first):
        first -= 1
    while last - at < CLAUSE and last < line.count and not _ends(line, last, last):
        last += 1
    return line.words[first:at] + line.words[at + 1 : last]


def _ends(line: Folded, at: int, gap: int) -> bool:
    return line.words[at] in STOPS or "\n" in line.gap(gap)


def _is_past(word: str, words: CaseTimes) -> bool:
    return len(word) >= SHORTEST_PAST and word.endswith(words.past_endings)


def _is_future(word: str, words: CaseTimes) -> bool:
    return (
        len(word) >= SHORTEST
        and word.startswith(words.perfective_prefixes)
        and word.endswith(words.future_endings)
        and not word.endswith(words.imperfective_endings)
    )
