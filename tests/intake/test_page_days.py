"""The day of publication among the days a page states."""

import io
from datetime import date

import pytest

import made_files
from made_pages import DISTURBANCES, SHAPES, TITLE, URL, page
from sayso.intake import FORMATS, read_stream
from sayso.model import DateBasis, Document


def read(data: bytes) -> Document:
    (document,) = read_stream(io.BytesIO(data), "a.html", FORMATS)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize("disturbance", DISTURBANCES)
@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_publishing_systems_give_their_day(shape, disturbance):
    document = read(page(shape, disturbance))
    assert document.published == date(2030, 5, 14)
    assert document.published_basis is DateBasis.METADATA
    assert document.published_from


def test_sixty_pages_are_made():
    assert len(SHAPES) * len(DISTURBANCES) == 60


def with_head(head: str) -> Document:
    return read(made_files.html(title=TITLE, head=head))


PUBLISHED = '<meta property="article:published_time" content="2030-05-14T12:00:00Z">'
OWN = (
    '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{title}",'
    '"datePublished":"{day}"}}</script>'
)


def test_two_days_that_disagree_are_a_doubt():
    document = with_head(PUBLISHED + '<meta name="date" content="2030-05-19">')
    assert document.published == date(2030, 5, 14)
    (doubt,) = document.doubts
    assert "2030-05-19" in doubt
    assert 'meta "date"' in doubt


def test_the_same_instant_in_the_outlets_own_time_is_no_doubt():
    late = PUBLISHED.replace("T12:00:00Z", "T23:30:00Z")
    own = OWN.format(title=TITLE, day="2030-05-15T02:30:00+03:00")
    document = with_head(late + own)
    assert (document.published, document.doubts) == (date(2030, 5, 15), ())


def test_data_of_another_article_alone_states_no_day():
    other = OWN.format(title="Flood in the north", day="2028-01-03")
    assert with_head(other).published_basis is not DateBasis.METADATA


def test_an_address_tells_the_pages_own_article():
    own = (
        '<script type="application/ld+json">[{"@type":"NewsArticle","url":'
        '"https://post.example/x","datePublished":"2028-01-03"},'
        f'{{"@type":"NewsArticle","url":"{URL}","datePublished":"2030-05-14"}}]</script>'
    )
    head = f'<link rel="canonical" href="{URL}">'
    document = read(made_files.html(head=head + own))
    assert document.published == date(2030, 5, 14)


def test_the_outlet_is_the_publisher_where_the_site_has_no_name():
    own = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":'
        f'"{TITLE}","publisher":{{"@type":"Organization","name":"Tarn Wire"}}}}'
        "</script>"
    )
    markup = made_files.html(title=TITLE, head=own)
    nameless = markup.replace(b'property="og:site_name"', b'property="none"')
    assert read(nameless).outlet == "Tarn Wire"


BOXES = {
    "read more": "<p><strong>Read more: </strong><a href='/c'>Blast kills 55</a></p>",
    "a list of stories": (
        "<div class='related-stories'><ul><li><a href='/a'>Blast kills 55 in Tarn</a>"
        "</li></ul></div>"
    ),
    "a linked headline": "<p><a href='/c'>Blast in Tarn kills 55 people</a></p>",
    "a caption": "<figure><img src=a.png><figcaption>55 killed</figcaption></figure>",
    "an aside": "<aside><p>Blast kills 55 in Tarn</p></aside>",
    "comments": "<section id='comments'><p>I heard 55 were killed there.</p></section>",
    "a newsletter": "<div class='newsletter-signup'><p>55 stories a week</p></div>",
    "cookies": "<div class='cookie-banner'><p>We and 55 partners use cookies</p></div>",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_what_is_no_text_of_the_article_is_left_out_and_said(box):
    first, second, third = made_files.WORDS.split(". ")
    body = f"<p>{first}.</p>{box}<p>{second}.</p><p>{third}</p>"
    markup = made_files.html("", title=TITLE).replace(b"<p></p>", body.encode())
    document = read(markup)
    assert "55" not in document.text
    assert "12 drones" in document.text
    assert "heavy shelling" in document.text
    assert any("boxes left out" in step.what for step in document.custody)


def test_an_article_whose_own_name_speaks_of_comments_stays_whole():
    markup = made_files.html().replace(b"<article>", b"<article class='comments-open'>")
    assert "12 drones" in read(markup).text
