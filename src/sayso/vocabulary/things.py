"""Classes of counted things: soldiers, tanks, villages, as nouns by language."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from sayso.vocabulary.languages import AnyLanguage
from sayso.vocabulary.measures import load_measures, load_toml


@cache
def load_things(language: AnyLanguage) -> Mapping[str, tuple[tuple[str, ...], str]]:
    """Give noun form -> (classes in file order, singular), for one language.

    Forms are lower case, singular and plural, of one or several words. Nouns that stand
    in a measure's own file come after those of things.toml.
    """
    table = load_toml(resources.files("sayso.vocabulary").joinpath("things.toml"))
    own = (kind for measure in load_measures() for kind in measure.nouns.items())
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for kind, nouns in (*table.items(), *own):
        for noun in nouns.get(language.code, ()):
            for form in language.forms.nouns(noun):
                classes, singular = found.get(form, ((), noun.lower()))
                if kind not in classes:
                    found[form] = ((*classes, kind), singular)
    return MappingProxyType(found)
