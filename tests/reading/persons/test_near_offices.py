"""Who holds an office and who is only near one. All persons are invented."""

import pytest

from sayso.reading.persons.persons import find_persons

HOLDERS = """
Acting governor Ivan Weltzenko said 5 were hurt.
Ivan Weltzenko, then mayor of Korvel, said 5 were hurt.
Ivan Weltzenko (mayor of Korvel) said 5 were hurt.
The mayor of the occupied city of Korvel, Ivan Weltzenko, said 5 were hurt.
Defence minister-designate Ivan Weltzenko said 5 were hurt.
Press officer Ivan Weltzenko said 5 were hurt.
Charge d'affaires Ivan Weltzenko said 5 were hurt.
Prisoner affairs minister Ivan Weltzenko said 5 were hurt.
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
"""
BODIES = """
The Hostage Families Forum said 5 came home.
The Prisoner Coordination Office said 5 came home.
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
