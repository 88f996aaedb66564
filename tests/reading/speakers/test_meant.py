"""Whom sources that name nobody mean, in languages that decline; all is invented."""

import pytest

import sayso
from sayso.model import Document, Span
from sayso.reading.reader import read_document
from sayso.reading.speakers.meant import Heard, Told, clean_source, find_meant
from sayso.reading.tagger.entities import Entity, EntityKind
from sayso.vocabulary.languages import CASED
from sayso.vocabulary.languages.case_pronouns import Agreement

RUSSIAN, UKRAINIAN = CASED["ru"], CASED["uk"]
WOMAN = Heard("министр Анна Мол", Agreement.FEMININE, is_person=True)
MAN = Heard("мэр Ян Вал", Agreement.MASCULINE, is_person=True)
BODY = Heard("Министерство дорог", None, is_person=False)


@pytest.mark.parametrize("noun", ["имам", "врач", "мэр"])
def test_a_short_noun_is_not_whoever_spoke_before(noun):
    text = (
        f"«Сгорело 30 лавок», — сказал торговец. «Погибли 5 мужчин», — добавил {noun}."
    )
    said = sayso.read(text).attributions
    assert [attribution.name for attribution in said] == ["торговец", noun]


def meant(source, *heard, language=RUSSIAN, text="", cast=()):
    return find_meant(source, len(text), Told(text, heard, cast, language))


@pytest.mark.parametrize(
    ("source", "heard", "name"),
    [
        ("она", (WOMAN, MAN), WOMAN.name),
        ("он у себя в канале", (WOMAN, MAN), MAN.name),
        ("он же", (MAN, WOMAN), MAN.name),
        ("там же", (MAN, BODY), BODY.name),
        ("чиновник", (BODY, MAN), MAN.name),
        ("чиновника", (MAN, BODY), MAN.name),
        ("тот же министр", (WOMAN, MAN), WOMAN.name),
        ("мэр", (MAN, WOMAN), MAN.name),
        ("министерства", (BODY, MAN), BODY.name),
        ("заявлении", (BODY, MAN), BODY.name),
        # Nobody heard fits: the words stay.
        ("губернатор", (WOMAN, MAN), "губернатор"),
        ("местный чиновник", (WOMAN,), "местный чиновник"),
        ("его пресс-служба", (MAN,), "его пресс-служба"),
        ("он Ян Вал", (WOMAN,), "он Ян Вал"),
        ("Чиновник Иван Дуб", (WOMAN,), "Чиновник Иван Дуб"),
        ("агентство", (MAN,), "агентство"),
        ("жители", (MAN, BODY), "жители"),
        # They only point, and nobody is there.
        ("там", (), None),
        ("той же", (), None),
    ],
)
def test_whom_a_source_means(source, heard, name):
    assert meant(source, *heard) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("він телефоном", "мер Ян Вал"),
        ("за тією ж", "Рада Долини"),
        ("посадовця", "мер Ян Вал"),
        ("ті самі", "Рада Долини"),
        ("мережа", "мережа"),  # begins like "мер", and is none
    ],
)
def test_whom_a_source_means_in_ukrainian(source, name):
    heard = (
        Heard("мер Ян Вал", Agreement.MASCULINE, is_person=True),
        Heard("Рада Долини", Agreement.FEMININE, is_person=False),
    )
    source = source.removeprefix("за ")
    assert meant(source, *heard, language=UKRAINIAN) == name


def test_an_office_is_its_holder_named_before():
    text = "Мэр посёлка Ян Вал приехал утром. Губернатор Ольга Клён осталась дома. "
    cast = [
        Entity(Span.cut(text, at, at + len(name)), EntityKind.PERSON)
        for name in ("Ян Вал", "Ольга Клён")
        for at in [text.index(name)]
    ]
    assert meant("мэр", text=text, cast=cast) == "Ян Вал"
    assert meant("губернатора", text=text, cast=cast) == "Ольга Клён"
    assert meant("министр", text=text, cast=cast) == "министр"


def test_what_stands_before_a_name_is_no_part_of_it():
    assert clean_source("курьеру» Анна Мол,", RUSSIAN) == "Анна Мол"
    assert clean_source("«Речной курьер»", RUSSIAN) == "«Речной курьер»"
    assert clean_source("газета «Річка», ", UKRAINIAN) == "газета «Річка»"
    assert clean_source("в Министерстве дорог", RUSSIAN) == "Министерстве дорог"
    assert clean_source("у Раді Долини", UKRAINIAN) == "Раді Долини"
    assert clean_source("В. Мол", RUSSIAN) == "В. Мол"
    assert clean_source("у", UKRAINIAN) == "у"


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_who_speaks_in_a_report(language):
    text = {
        "ru": "Сгорели 12 домов, сообщили в Минобороны РФ."
        " Там добавили, что погибли двое.",
        "uk": "Згоріли 12 будинків, повідомили в Міноборони РФ."
        " Там додали, що загинули двоє.",
    }[language]
    found = read_document(Document(text, language=language)).attributions
    speakers = {a.speaker.name for a in found if a.speaker is not None}
    assert speakers == {"Russia's Defence Ministry"}
