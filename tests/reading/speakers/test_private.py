"""Who speaks, in languages that decline; all persons are invented."""

import pytest

from sayso.model import Access, Attribution, AttributionId, AttributionKind, Span
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
