"""Who comes next behind a quotation, with invented people."""

import pytest

from said import who_says

TEXT = 'Ana Petrik met reporters. "The mill was lost on Friday." {}'


@pytest.mark.parametrize("act", ["Jan Mol shrugged.", "Jan Mol left.", "Mol nodded."])
def test_who_comes_next_and_says_nothing_is_not_the_speaker(act):
    """Nobody, or the one whom the sentence before has meet reporters."""
    assert who_says(TEXT.format(act), "The mill") in ([""], [], ["Ana Petrik"])


@pytest.mark.parametrize("act", ["Jan Mol said.", "Jan Mol replied."])
def test_who_comes_next_and_says_it_is(act):
    assert who_says(TEXT.format(act), "The mill") == ["Jan Mol"]
