"""Who comes next behind a quotation, with invented people."""

import pytest

import sayso
from said import who_says

TEXT = 'Ana Petrik met reporters. "The mill was lost on Friday." {}'


@pytest.mark.parametrize("act", ["Jan Mol shrugged.", "Jan Mol left.", "Mol nodded."])
def test_who_comes_next_and_says_nothing_is_not_the_speaker(act):
    """Nobody, or the one whom the sentence before has meet reporters."""
    assert who_says(TEXT.format(act), "The mill") in ([""], [], ["Ana Petrik"])


@pytest.mark.parametrize(("last", "name"), [("мовчала", []), ("сказала", ["Лин"])])
def test_stop_behind_the_mark_ends_a_quotation_too(last, name):
    text = f"Рудь вийшов до людей. «Вони поранили 22 сусідів». Оксана Лин {last}."
    (claim,) = sayso.read(text).claims
    assert (claim.claimant or "").split()[-1:] == name


@pytest.mark.parametrize("act", ["Jan Mol said.", "Jan Mol replied."])
def test_who_comes_next_and_says_it_is(act):
    assert who_says(TEXT.format(act), "The mill") == ["Jan Mol"]
