"""Russian, as data."""

from sayso.vocabulary.languages.cased import CasedLanguage
from sayso.vocabulary.languages.ru.endings import ENDINGS
from sayso.vocabulary.languages.ru.events import EVENTS
from sayso.vocabulary.languages.ru.numbers import NUMBERS
from sayso.vocabulary.languages.ru.places import PLACES
from sayso.vocabulary.languages.ru.sentences import SENTENCES
from sayso.vocabulary.languages.ru.things import THINGS
from sayso.vocabulary.languages.ru.times import TIMES

LANGUAGE = CasedLanguage(
    code="ru",
    name="Russian",
    endings=ENDINGS,
    places=PLACES,
    sentences=SENTENCES,
    numbers=NUMBERS,
    times=TIMES,
    events=EVENTS,
    things=THINGS,
)
