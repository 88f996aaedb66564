"""Russian words by which an account sets figures beside others. Our own list."""

from fractions import Fraction
from types import MappingProxyType

from sayso.vocabulary.languages.comparing_words import ComparingWords

COMPARING = ComparingWords(
    some=r"\b(?:в том числе|включая|среди них|среди которых|не менее|в частности|например|в основном)",
    joins=r"\b(?:и|а также|плюс)\b",
    others=r"\b(?:остальны[ехм]|оставши[ехм]ся)\b",
    of_them=r"\b(?:из них|из которых|из этого числа)\b",
    exclusive=(
        frozenset("мужчина женщина ребенок man woman child".split()),
        frozenset("военный гражданский солдат soldier civilian".split()),
    ),
    in_all=r"\b(?:всего|в общей сложности|итого|вместе)\b",
    share_or=r"[\s,;(–—-]{1,3}(?:(?:или|то есть|т\.е\.)[\s,]{1,2})?(?:(?:около|почти|всего)\s)?",
    share_of=r"\s(?:от|из)\s(?:(?:всех|этих|общего числа|общего количества)\s){0,2}|\s",
    out_of=r"(?:^|[\s(«\"])(?:из|от)\s(?:(?:всех|этих)\s)?$",
    fractions=MappingProxyType(
        {
            r"\bполовин[аы] (?:из )?": Fraction(1, 2),
            r"\bтреть (?:из )?": Fraction(1, 3),
            r"\bдве трети (?:из )?": Fraction(2, 3),
            r"\bчетверть (?:из )?": Fraction(1, 4),
        }
    ),
    whole_force=r"\s(?:личного состава|группировки|бригады|гарнизона)\b",
    so_far=r"\b(?:с начала|за все время|на сегодняшний день|с того времени)\b",
    multiples=MappingProxyType(
        {
            r"удвоил\w{1,4}|вдвое больше|в два раза больше|выросл?[оаи]?(?:сь)? вдвое": (
                Fraction(2)
            ),
            r"утроил\w{1,4}|втрое больше|в три раза больше": Fraction(3),
            r"вдвое меньше|в два раза меньше|сократил\w{1,4} вдвое": Fraction(1, 2),
            r"втрое меньше|в три раза меньше": Fraction(1, 3),
        }
    ),
    more=r"\s(?:[а-яё]{3,15}\s)?больше,?\s(?:[а-яё]{3,15}\s)?чем\b",
    fewer=r"\s(?:[а-яё]{3,15}\s)?меньше,?\s(?:[а-яё]{3,15}\s)?чем\b",
    rose=r"\b(?:выросл[оаи]|вырос|увеличил(?:ось|ась|ись|ся)|возросл[оаи]|поднял(?:ось|ась|ись))\b",
    fell=r"\b(?:упал[оаи]?|снизил(?:ось|ась|ись|ся)|сократил(?:ось|ась|ись|ся)|уменьшил(?:ось|ась|ись|ся))\b",
    percent=r"\s?(?:%|процент\w{0,3})",
    small=MappingProxyType({}),
    from_to=r"\s(?:с|со|до)\s(?:(?:примерно|почти|более)\s)?[\d\w]",
    by=r"\s(?:на\s)?$",
    above=r"\b(?:более чем|больше чем)\s$",
    nearly=r"\bпочти\s$",
    about=r"\b(?:примерно|около|приблизительно)\s$",
    earlier=r"\b(?:с|со|против|когда|по сравнению с)\s(?:(?:их|было)\s)?$",
    per=r"\s(?:[а-яё]{3,15}\s)?(?:в|за|каждый)\s(?:день|сутки)\b",
)  # fmt: skip
"""Read by `sayso.checks`: parts, shares, rises and falls in words."""
