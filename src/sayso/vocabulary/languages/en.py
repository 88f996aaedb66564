"""English, as data."""

from sayso.vocabulary.languages.en_numbers import NUMBERS
from sayso.vocabulary.languages.en_parties import PARTIES
from sayso.vocabulary.languages.en_places import PLACES
from sayso.vocabulary.languages.en_speakers import SPEAKERS
from sayso.vocabulary.languages.en_times import TIMES
from sayso.vocabulary.languages.language import Language

LANGUAGE = Language(
    code="en",
    name="English",
    numbers=NUMBERS,
    times=TIMES,
    speakers=SPEAKERS,
    places=PLACES,
    parties=PARTIES,
)
