import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.packing import pack, unpack


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_is_packed_comes_back(text):
    assert unpack(pack(text)) == text


@pytest.mark.parametrize("length", [8_191, 8_192, 8_193, 300_000])
def test_texts_of_every_length_come_back(length):
    text = ("".join(chr(33 + n * n % 900) for n in range(1000)) * 300)[:length]
    assert unpack(pack(text)) == text


def test_a_claim_shrinks_to_less_than_half():
    body = '{"document":"%s","measure":"people.killed","stance":"asserted",' % (
        "ab" * 32
    )
    body += '"quantity":{"span":[5,11,"40 men"],"bound":"exact","unit":"count"}}'
    assert len(pack(body)) < len(body) / 2
