"""Who speaks, in languages that decline; all persons are invented."""

import pytest

from sayso.model import Access, Attribution, AttributionId, AttributionKind, Span
from sayso.reading.speakers.known import find_speaker
from sayso.reading.speakers.naming import name_speakers
from sayso.vocabulary.languages import load_language


def speaker_of(text, source, code):
    start = text.index(source)
    said = Attribution(
        id=AttributionId("a"),
        source=(Span.cut(text, start, start + len(source)),),
        cue=(),
        content=(),
        kind=AttributionKind.INDIRECT,
    )
    (named,) = name_speakers(text, [said], (), (), load_language(code))
    return named.speaker


@pytest.mark.parametrize(
    ("text", "source", "code"),
    [
        ("Пленный боец Иван Белан рассказал о 7 погибших.", "Иван Белан", "ru"),
        ("Фермер Иван Белан ранен. По словам Белана, их было 7.", "Белана", "ru"),
        ("Медсестра Анна Белан рассказала о 7.", "Медсестра Анна Белан", "ru"),
        ("Полонений боєць Іван Білан розповів про 7.", "Іван Білан", "uk"),
        ("Дружина Олена Білан розповіла про 7.", "Олена Білан", "uk"),
    ],
)
def test_who_holds_no_office_is_marked_private(text, source, code):
    speaker = speaker_of(text, source, code)
    assert speaker.private
    assert speaker.access is Access.WITNESS


@pytest.mark.parametrize(
    ("text", "source", "code"),
    [
        ("Мэр Иван Белан сообщил о 7 раненых.", "Иван Белан", "ru"),
        ("Жители сообщили о 7 раненых.", "Жители", "ru"),
        ("Речниця Олена Білан повідомила про 7.", "Олена Білан", "uk"),
    ],
)
def test_offices_and_groups_are_not(text, source, code):
    assert not speaker_of(text, source, code).private


def english(name):
    return find_speaker(name, (), words=load_language("en").speakers)


@pytest.mark.parametrize(
    "name",
    [
        "prisoner coordination office",
        "hostage families' forum",
        "Refugee Council",
        "Coordination Headquarters for the Treatment of Prisoners of War",
        "UN High Commissioner for Refugees Ivan Belan",
        "prisoner affairs minister Ivan Belan",
    ],
)
def test_bodies_and_offices_for_people_are_not(name):
    assert not english(name).private


@pytest.mark.parametrize(
    "name",
    [
        "prisoners",
        "hospital patients",
        "volunteers from the hospital",
        "spokesman for residents",
        "wife of Minister Ivan Belan",
        "resident Ana Branch",
        "witness Wing",
    ],
)
def test_people_near_a_body_or_office_are(name):
    assert english(name).private
