"""Who is cited for a report, with invented people."""

import pytest

from sayso.reading.attribution.cited import find_cited
from sayso.vocabulary.languages import ENGLISH

CITED = {
    "a source": ("The agency told of a fire, citing a medical source.", "source"),
    "a name": ("The agency told of a fire, citing Ana Petrik.", "Ana Petrik"),
    "quoted": ("The agency told of it, quoting two officials in Tarn.", "officials"),
    "a reason": ("The airline stopped flights, citing bad weather.", None),
    "a lone word": ("The agency stopped, citing Article 5.", None),
    "nobody": ("The agency told of a fire.", None),
}


@pytest.mark.parametrize(("text", "words"), CITED.values(), ids=CITED)
def test_only_who_can_speak_is_cited(text, words):
    found = find_cited(ENGLISH.speech, text, 0, len(text))
    assert (found is not None) is (words is not None)
    if found is not None:
        source, cue = found
        assert words in source.text
        assert cue.text in ("citing", "quoting")
        assert text[source.start : source.end] == source.text


def test_only_the_stretch_is_looked_at():
    text = "The agency told of a fire, citing a medical source."
    assert find_cited(ENGLISH.speech, text, 0, text.index("citing")) is None
