"""Ukrainian, as data."""

from sayso.vocabulary.languages.cased import CasedLanguage
from sayso.vocabulary.languages.uk.endings import ENDINGS
from sayso.vocabulary.languages.uk.events import EVENTS
from sayso.vocabulary.languages.uk.numbers import NUMBERS
from sayso.vocabulary.languages.uk.places import PLACES
from sayso.vocabulary.languages.uk.sentences import SENTENCES
from sayso.vocabulary.languages.uk.things import THINGS
from sayso.vocabulary.languages.uk.times import TIMES

LANGUAGE = CasedLanguage(
    code="uk",
    name="Ukrainian",
    endings=ENDINGS,
    places=PLACES,
    sentences=SENTENCES,
    numbers=NUMBERS,
    times=TIMES,
    events=EVENTS,
    things=THINGS,
)
