"""Ukrainian, as data."""

from sayso.vocabulary.languages.cased import CasedLanguage
from sayso.vocabulary.languages.uk.numbers import NUMBERS
from sayso.vocabulary.languages.uk.sentences import SENTENCES
from sayso.vocabulary.languages.uk.things import THINGS
from sayso.vocabulary.languages.uk.times import TIMES

LANGUAGE = CasedLanguage(
    code="uk",
    name="Ukrainian",
    sentences=SENTENCES,
    numbers=NUMBERS,
    times=TIMES,
    things=THINGS,
)
