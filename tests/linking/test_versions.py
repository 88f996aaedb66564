"""Captures of one address with other words."""

from dataclasses import replace

import pytest

from made import document
from sayso.linking.versions import canonical_address, find_superseded, find_versions

PAGE = "post.example/world/olmar"
SAME = (
    "https://post.example/world/olmar",
    "http://www.post.example/world/olmar/",
    "https://m.post.example/world/olmar?utm_source=a&fbclid=b#top",
    "https://amp.post.example/world/olmar",
    "https://post.example/world/olmar/amp/",
    "https://post.example/amp/world/olmar",
    "https://post.example/world/olmar.amp",
    "https://post-example.cdn.ampproject.org/c/s/post.example/world/olmar",
    "https://www.google.com/amp/s/post.example/world/olmar",
)
OTHERS = {
    "https://post.example/world/olmar?id=3&b=1": f"{PAGE}?b=1&id=3",
    "https://post.example/?p=12": "post.example?p=12",
    "https://post.example/": None,
    "https://post.example": None,
    "no address": None,
    "http://[": None,
}
TEXT = "The army of Vessia said {} soldiers of Tarn were killed near the river Olmar."


@pytest.mark.parametrize("address", SAME)
def test_one_page_has_one_address(address):
    assert canonical_address(address) == PAGE


@pytest.mark.parametrize(("address", "canonical"), OTHERS.items())
def test_what_names_another_page_stays(address, canonical):
    assert canonical_address(address) == canonical


def seen(words: str, at: str, url: str = SAME[0]):
    return replace(document(words), url=url, retrieved=at)


def test_versions_come_in_the_order_they_were_seen():
    late = seen(TEXT.format(17), "2030-05-14T12:00:00Z", SAME[2])
    early = seen(TEXT.format("at least 12"), "2030-05-14T09:00:00Z")
    other = seen(TEXT.format(9), "2030-05-14T09:00:00Z", "https://a.example/x")
    assert find_versions([late, other, early]) == ((early, late),)
    held = {one.id: one for one in (late, early, other)}
    assert find_superseded(held) == {early.id}


def test_texts_that_share_little_are_no_versions():
    one = seen(TEXT.format(17), "2030-05-14T12:00:00Z")
    other = seen("Rain fell on the market of another town all day.", "2030-05-15")
    assert find_versions([one, other]) == ()
