"""Who holds an office and who is only near one. All persons are invented."""

import pytest

from sayso.reading.persons.persons import Names, find_persons, find_withheld

HOLDERS = """
Acting governor Ivan Weltzenko said 5 were hurt.
Ivan Weltzenko, then mayor of Korvel, said 5 were hurt.
Ivan Weltzenko (mayor of Korvel) said 5 were hurt.
The mayor of the occupied city of Korvel, Ivan Weltzenko, said 5 were hurt.
Defence minister-designate Ivan Weltzenko said 5 were hurt.
Press officer Ivan Weltzenko said 5 were hurt.
Charge d'affaires Ivan Weltzenko said 5 were hurt.
Prisoner affairs minister Ivan Weltzenko said 5 were hurt.
Prisoner exchange coordinator Ivan Weltzenko said 5 were hurt.
The hostage families' spokesman, Ivan Weltzenko, said 5 were hurt.
Head of the Hostage Families Forum Ivan Weltzenko said 5 were hurt.
Head of the volunteer corps Ivan Weltzenko said 5 were hurt.
Deputy head of the office of the president Ivan Weltzenko said 5 were hurt.
Ivan Weltzenko, the mayor's press secretary, said 5 were hurt.
И. о. мэра Иван Вельцов сообщил о 5 раненых.
Исполняющий обязанности мэра Иван Вельцов сообщил о 5 раненых.
Замглавы района Иван Вельцов сообщил о 5 раненых.
Вместе с замом Иваном Вельцовым осмотрели 5 домов.
По словам мэра Ивана Вельцова, ранены 5 человек.
Мэром Иваном Вельцовым названо 5 раненых.
Председатель ассоциации семей пленных Иван Вельцов сообщил о 5 раненых.
Иван Вельцов, возглавляющий администрацию, сообщил о 5 раненых.
Иван Вельцов, который руководит областью, сообщил о 5 раненых.
Судья Ирина Вельцова приговорила 5 человек.
В. о. мера Іван Вельчук повідомив про 5 поранених.
Виконуючий обов'язки мера Іван Вельчук повідомив про 5 поранених.
Ексголова ради Іван Вельчук повідомив про 5 поранених.
Віцегубернаторка Ірина Вельчук повідомила про 5 поранених.
Замміністра Іван Вельчук повідомив про 5 поранених.
Заступник голови ради Іван Вельчук повідомив про 5 поранених.
Голова товариства родин загиблих Іван Вельчук повідомив про 5 поранених.
Командир батальйону добровольців Іван Вельчук повідомив про 5 поранених.
Іван Вельчук (мер Корвеля) повідомив про 5 поранених.
The mayor of Korvel is Ivan Weltzenko.
Its mayor of twenty years is Ivan Weltzenko.
Ivan Weltzenko said 5 were hurt. He is the press officer of the brigade.
Ivan Weltzenko, until last month director of the fund, said 5 were hurt.
Ivan Weltzenko, who speaks for the ministry, said 5 were hurt.
The council, chaired by Ivan Weltzenko, said 5 were hurt.
Ivan Weltzenko (in the picture), commander of the battalion, said 5 were hurt.
The presidency's adviser for displaced persons, Ivan Weltzenko, said 5 were hurt.
A spokesman for the mission, Lt-Col. Ivan Weltzenko, said 5 were hurt.
Мэр посёлка (1,2 тыс. жителей) Иван Вельцов сообщил о 5 раненых.
Директор фонда «Тепло» Иван Вельцов сообщил о 5 раненых.
Комбриг 77-й Иван Вельцов сообщил о 5 раненых.
Губернатором назначен Иван Вельцов.
В администрации, которую возглавляет Иван Вельцов, говорят о 5 раненых.
Координатор миссии по гуманитарным вопросам Иван Вельцов назвал 5 раненых.
Уполномоченный по правам человека в республике Иван Вельцов назвал 5 раненых.
Военком Иван Вельцов сообщил о 5 раненых.
Мер міста — Іван Вельчук.
Речник 77-ї бригади Іван Вельчук повідомив про 5 поранених.
Голова спілки «Тепло» Іван Вельчук повідомив про 5 поранених.
Головою ради обрано Іван Вельчук.
П'ятеро поранених, сказав Іван Вельчук. Він начальник пресслужби корпусу.
"""
NEAR_ONE = """
The mayor's bodyguard Ivan Weltzenko said 5 were hurt.
The mayor's guest Ivan Weltzenko said 5 were hurt.
Ivan Weltzenko, the mayor's guest, said 5 were hurt.
Ivan Weltzenko, a rival of the mayor, said 5 were hurt.
A rival of the mayor, Ivan Weltzenko, said 5 were hurt.
Ivan Weltzenko (the mayor's driver) said 5 were hurt.
Ivan Weltzenko, then a baker, told the mayor that 5 were hurt.
The mayor of Korvel, Ivan Weltzenko, was captured with 5 men.
Ivan Weltzenko, the mayor, was captured with 5 men.
Captured deputy commander Ivan Weltzenko said 5 were hurt.
Police officer Ivan Weltzenko said 5 were hurt.
Ivan Weltzenko, whose wife is deputy mayor, said 5 were hurt.
Press photographer Ivan Weltzenko saw 5 hurt.
Водитель и. о. мэра Иван Вельцов сообщил о 5 раненых.
Водитель врио губернатора Иван Вельцов сообщил о 5 раненых.
Преемник мэра Иван Вельцов сообщил о 5 раненых.
Охранник экс-мэра Иван Вельцов сообщил о 5 раненых.
После слов губернатора Иван Вельцов насчитал 5 раненых.
Суд приговорил мэра Ивана Вельцова к 5 годам.
Мэр Корвеля, Иван Вельцов, был взят в плен с 5 людьми.
Иван Вельцов, который был взят в плен, рассказал о мэре и 5 раненых.
Водій т. в. о. мера Іван Вельчук поранений разом із 5 людьми.
Наступник ексмера Іван Вельчук поранений разом із 5 людьми.
Сусідка заступника мера Ірина Вельчук поранена разом із 5 людьми.
Донька голови об'єднання ветеранів Ірина Вельчук поранена разом із 5 людьми.
Іван Вельчук (водій мера) поранений разом із 5 людьми.
The killer of the mayor is Ivan Weltzenko.
The mayor's driver is Ivan Weltzenko.
The rival of the mayor is Ivan Weltzenko.
The man whom the mayor met is Ivan Weltzenko.
The mayor spoke. Ivan Weltzenko said 5 were hurt.
Ivan Weltzenko met the mayor. He is the head of the council.
Ivan Weltzenko said 5 were hurt. He is the mayor's driver.
Ivan Weltzenko said 5 were hurt. He was captured with the mayor.
Ivan Weltzenko, until last month a guard of the mayor, said 5 were hurt.
Ivan Weltzenko, who speaks for the prisoners, said 5 were hurt.
The gang, commanded by Ivan Weltzenko, hurt 5 people.
Ivan Weltzenko (wounded), a friend of the mayor, said 5 were hurt.
Colonel Ivan Weltzenko, the commander, was taken near Korvel.
Водитель директора фонда «Тепло» Иван Вельцов назвал 5 раненых.
Сын мэра (12 лет) Иван Вельцов ранен.
Сосед мэра — Иван Вельцов.
Соперник мэра — Иван Вельцов.
Убийцей мэра стал Иван Вельцов.
Водителем губернатора назначен Иван Вельцов.
Пленный комбриг 77-й Иван Вельцов назвал 5 раненых.
Иван Вельцов, которого удерживали вместе с мэром, назвал 5 раненых.
У банді, яку очолює Іван Вельчук, 5 людей.
Боєць батальйону «Тепло» Іван Вельчук поранений.
Сусід мера — Іван Вельчук.
"""
BODIES = """
The Hostage Families Forum said 5 came home.
The Prisoner Coordination Office said 5 came home.
The prisoner coordination office said 5 came home.
The Refugee Rights Directorate said 5 came home.
Общество ветеранов сообщило о 5 вернувшихся.
Об'єднання родин полонених повідомило про 5 звільнених.
"""


def lines(table):
    return table.strip().splitlines()


@pytest.mark.parametrize("text", lines(HOLDERS))
def test_who_holds_an_office_is_shown(text):
    assert [person.is_withheld for person in find_persons(text)] == [False]


@pytest.mark.parametrize("text", lines(NEAR_ONE))
def test_who_is_near_an_office_or_held_is_withheld(text):
    assert [person.is_withheld for person in find_persons(text)] == [True]


@pytest.mark.parametrize("text", lines(BODIES))
def test_bodies_are_no_persons(text):
    assert find_persons(text) == ()


CALLED = [
    ("Её сосед дядя Боря умер.", "Боря"),
    ("З ним була сусідка Рая.", "Рая"),
    ("Узнала мужа, Темура.", "Темура"),
    ("Про це сповістила його наречена Христя.", "Христя"),
    ("У камері був кухар Валік, він не вижив.", "Валік"),
    ("Поранено В. П. Діброва, 1957 р. н.", "Діброва"),
    ("Шофер міністра Їржі перший.", "Їржі"),
    ("Помог Миколка, ему шесть.", "Миколка"),
]


@pytest.mark.parametrize(("text", "name"), CALLED)
def test_one_word_behind_a_relative_or_a_role_is_a_person(text, name):
    covered = [text[s.start : s.end] for s in find_withheld(text)]
    assert any(name in words for words in covered)


@pytest.mark.parametrize(
    "text",
    [
        "Жительница Тернополя ранена.",
        "Мешканець Вапнярок поранений.",
        "Боец Сокола ранен.",
        "Людей не потеряли.",
    ],
)
def test_a_place_or_body_behind_a_role_is_no_person(text):
    assert find_withheld(text) == ()


def test_a_name_of_the_field_between_both_names_hides_neither():
    text = "Серед звільнених — медик Соломія «Мальва» Рибчинська."
    (person,) = find_persons(text)
    assert [s.text for s in person.mentions] == ["Соломія", "Рибчинська"]
    assert person.is_withheld


def test_a_known_surname_shows_no_private_person():
    names = Names(public=frozenset(["álvaro weltzenko", "weltzenko"]))
    for text, expected in (
        ("Seaman Wilmer Weltzenko said 5 were hurt.", True),
        ("Wilmer Weltzenko said 5 were hurt.", True),
        ("Álvaro Weltzenko said 5 were hurt.", False),
        ("Weltzenko said 5 were hurt.", False),
    ):
        assert [p.is_withheld for p in find_persons(text, names)] == [expected], text


@pytest.mark.parametrize(
    "text",
    [
        "Вчера погибли Хавира и Адум Юсупов.",
        "Там загинув Остап Бойчук та Лумір.",
        "Farmer Ivo Belenko and Tarquin were hurt.",
    ],
)
def test_whom_and_joins_to_a_private_person_is_one(text):
    assert len(find_withheld(text)) == 2


def test_whom_and_joins_to_an_official_or_a_place_is_none():
    assert find_withheld("Мэр Иван Вельцов и Совет спорят.") == ()
    names = Names(others=frozenset(["tarquin"]))
    assert len(find_withheld("Farmer Ivo Belenko and Tarquin.", names)) == 1
