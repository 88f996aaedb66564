"""Classes of counted things: soldiers, tanks, villages, as nouns by language."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from sayso.vocabulary.languages.en.inflection import noun_forms
from sayso.vocabulary.measures import load_toml


@cache
def load_things(language: str = "en") -> Mapping[str, tuple[tuple[str, ...], str]]:
    """Give noun form -> (classes in file order, singular), for one language.

    Forms are lower case, singular and plural, of one or several words.
    """
    table = load_toml(resources.files("sayso.vocabulary").joinpath("things.toml"))
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for kind, nouns in table.items():
        for noun in nouns.get(language, ()):
            for form in noun_forms(noun):
                classes, singular = found.get(form, ((), noun.lower()))
                if kind not in classes:
                    found[form] = ((*classes, kind), singular)
    return MappingProxyType(found)
