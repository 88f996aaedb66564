"""Russian, as data."""

from sayso.vocabulary.languages.cased import CasedLanguage
from sayso.vocabulary.languages.ru.numbers import NUMBERS
from sayso.vocabulary.languages.ru.sentences import SENTENCES
from sayso.vocabulary.languages.ru.things import THINGS
from sayso.vocabulary.languages.ru.times import TIMES

LANGUAGE = CasedLanguage(
    code="ru",
    name="Russian",
    sentences=SENTENCES,
    numbers=NUMBERS,
    times=TIMES,
    things=THINGS,
)
