"""Nouns of an inflected language, declined: every form with its lemma and number.

A language lists its paradigms and, for each class of things, stems by paradigm; the
forms are made once, at first use. No dictionary package: one for two languages costs
200 MB and two seconds at the start, and holds no classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Form:
    """What one written form may be."""

    lemma: str
    """Nominative singular."""
    kinds: frozenset[str]
    """Classes of `things.toml`: "fighter", "drone"."""
    singular: bool
    plural: bool


@dataclass(frozen=True, eq=False)
class DeclinedNouns:
    """Things by class, with the forms their paradigms give."""

    paradigms: Mapping[str, tuple[str, str]]
    """Name -> endings of the singular, the lemma's first, and of the plural; "-" is
    no ending."""
    things: Mapping[str, Mapping[str, str]]
    """Class -> paradigm -> stems, blanks between them."""
    irregular: Mapping[str, tuple[str, ...]]
    """Class -> "forms of the singular | of the plural", the lemma first."""

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """Every form, folded as readers fold texts."""
        found: dict[str, Form] = {}
        for kind, rows in self.irregular.items():
            for row in rows:
                singular, _, plural = row.partition("|")
                lemma = row.split()[0]
                _add(found, kind, lemma, set(singular.split()), set(plural.split()))
        for kind, groups in self.things.items():
            for paradigm, stems in groups.items():
                endings = [part.split() for part in self.paradigms[paradigm]]
                for stem in stems.split():
                    one, many = (
                        {stem + ending.strip("-") for ending in part}
                        for part in endings
                    )
                    lemma = stem + endings[0][0].strip("-")
                    _add(found, kind, lemma, one, many)
        return found


def _add(
    found: dict[str, Form], kind: str, lemma: str, one: set[str], many: set[str]
) -> None:
    """Tell in the forms of one noun; the class that lists a form first names it."""
    for word in one | many:
        known = found.get(word)
        if known is None:
            found[word] = Form(lemma, frozenset({kind}), word in one, word in many)
        else:
            found[word] = Form(
                known.lemma,
                known.kinds | {kind},
                known.singular or word in one,
                known.plural or word in many,
            )
