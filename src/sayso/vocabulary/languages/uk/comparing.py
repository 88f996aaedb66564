"""Ukrainian words by which an account sets figures beside others. Our own list."""

from fractions import Fraction
from types import MappingProxyType

from sayso.vocabulary.languages.comparing_words import ComparingWords

COMPARING = ComparingWords(
    some=r"\b(?:зокрема|у тому числі|в тому числі|включно з|серед них|серед яких|щонайменше|наприклад|переважно)",
    joins=r"\b(?:і|й|та|а також|плюс)\b",
    others=r"\b(?:решта|решту|інші|інших)\b",
    of_them=r"\b(?:з них|із них|з яких|із яких|з цього числа)\b",
    exclusive=(
        frozenset("чоловік жінка дитина man woman child".split()),
        frozenset("військовий цивільний солдат soldier civilian".split()),
    ),
    in_all=r"\b(?:усього|всього|загалом|разом)\b",
    share_or=r"[\s,;(–—-]{1,3}(?:(?:або|тобто)[\s,]{1,2})?(?:(?:близько|майже|лише)\s)?",
    share_of=r"\s(?:від|з|із)\s(?:(?:усіх|всіх|цих|загальної кількості)\s){0,2}|\s",
    out_of=r"(?:^|[\s(«\"])(?:з|із|від)\s(?:(?:усіх|всіх|цих)\s)?$",
    fractions=MappingProxyType(
        {
            r"\bполовин[аи] (?:з |із )?": Fraction(1, 2),
            r"\bтретин[аи] (?:з |із )?": Fraction(1, 3),
            r"\bдві третини (?:з |із )?": Fraction(2, 3),
            r"\bчверть (?:з |із )?": Fraction(1, 4),
        }
    ),
    whole_force=r"\s(?:особового складу|угруповання|бригади|гарнізону)\b",
    so_far=r"\b(?:від початку|з початку|за весь час|на сьогодні|відтоді)\b",
    multiples=MappingProxyType(
        {
            r"подвоїл\w{1,4}|удвічі більше|вдвічі більше": Fraction(2),
            r"потроїл\w{1,4}|утричі більше|втричі більше": Fraction(3),
            r"удвічі менше|вдвічі менше|скоротил\w{1,4} (?:удвічі|вдвічі)": Fraction(1, 2),
            r"утричі менше|втричі менше": Fraction(1, 3),
        }
    ),
    more=r"\s(?:[а-яіїєґ']{3,15}\s)?більше,?\s(?:[а-яіїєґ']{3,15}\s)?(?:ніж|від)\b",
    fewer=r"\s(?:[а-яіїєґ']{3,15}\s)?менше,?\s(?:[а-яіїєґ']{3,15}\s)?(?:ніж|від)\b",
    rose=r"\b(?:зросл[оаи]|зріс|збільшил(?:ося|ась|ася|ись|ися)|підвищил(?:ося|ась|ася))\b",
    fell=r"\b(?:впал[оаи]|знизил(?:ося|ась|ася|ись)|скоротил(?:ося|ась|ася|ись)|зменшил(?:ося|ась|ася|ись))\b",
    percent=r"\s?(?:%|відсотк\w{0,3})",
    small=MappingProxyType({}),
    from_to=r"\s(?:з|зі|із|до)\s(?:(?:приблизно|майже|понад)\s)?[\d\w]",
    by=r"\s(?:на\s)?$",
    above=r"\bбільш(?:е)? (?:ніж|як)\s$",
    nearly=r"\bмайже\s$",
    about=r"\b(?:приблизно|близько|орієнтовно)\s$",
    earlier=r"\b(?:з|зі|із|проти|коли|порівняно з)\s(?:(?:їх|було)\s)?$",
    per=r"\s(?:[а-яіїєґ']{3,15}\s)?(?:на|за|щодня)\s(?:день|добу)\b",
)  # fmt: skip
"""Read by `sayso.checks`: parts, shares, rises and falls in words."""
