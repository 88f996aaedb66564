"""English, as data."""

from sayso.vocabulary.languages.en.numbers import NUMBERS
from sayso.vocabulary.languages.en.parties import PARTIES
from sayso.vocabulary.languages.en.places import PLACES
from sayso.vocabulary.languages.en.sentences import SENTENCES
from sayso.vocabulary.languages.en.speakers import SPEAKERS
from sayso.vocabulary.languages.en.times import TIMES
from sayso.vocabulary.languages.language import Language

LANGUAGE = Language(
    code="en",
    name="English",
    sentences=SENTENCES,
    numbers=NUMBERS,
    times=TIMES,
    speakers=SPEAKERS,
    places=PLACES,
    parties=PARTIES,
)
