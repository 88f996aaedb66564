"""Which attribution a figure is claimed by; people and bodies are invented."""

from sayso.model import Attribution, AttributionId, AttributionKind, Span
from sayso.reading.attribution.claimants import (
    innermost,
    is_no_claimant,
    makes_claims,
    part_of,
)
from sayso.vocabulary.languages import ENGLISH

TEXT = "Ode said nine died; two fell, the Monitor told us."


def cut(words):
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def made(source, cue, content):
    return Attribution(
        AttributionId(source),
        (cut(source),),
        (cut(cue),),
        (cut(content),),
        AttributionKind.INDIRECT,
        name=source,
    )


REACHING = made("Ode", "said", "nine died; two fell")
OWN = made("the Monitor", "told", "two fell")


def test_a_sentence_is_parted_at_its_semicolons():
    sentence = Span(0, len(TEXT), TEXT)
    assert part_of(sentence, cut("nine")).text == "Ode said nine died"
    assert part_of(sentence, cut("two")).text.startswith(" two fell")


def test_an_attribution_of_the_own_part_comes_first():
    part = part_of(Span(0, len(TEXT), TEXT), cut("two"))
    assert innermost(ENGLISH.speech, [REACHING, OWN], cut("two"), part) is OWN
    assert innermost(ENGLISH.speech, [REACHING, OWN], cut("nine")) is REACHING


def test_claimed_responsibility_claims_no_figure():
    content = (Span(0, 30, "responsibility for nine deaths"),)
    claimed = Attribution(
        AttributionId("a"), (cut("Ode"),), (), content, AttributionKind.INDIRECT
    )
    assert not makes_claims(ENGLISH.speech, claimed)


def test_reports_of_no_one_are_no_claimant():
    assert is_no_claimant(ENGLISH.speech, "Initial reports")
    assert is_no_claimant(ENGLISH.speech, "unconfirmed reports")
    assert not is_no_claimant(ENGLISH.speech, "The report")
