"""English, as data."""

from decimal import Decimal

from sayso.vocabulary.languages.language import Language
from sayso.vocabulary.languages.number_words import NumberWords

# --- numbers, bounds, units: sayso.reading.numbers -------------------------------

NUMBERS = NumberWords(cardinals={"one": Decimal(1)})

LANGUAGE = Language(code="en", name="English", numbers=NUMBERS)
