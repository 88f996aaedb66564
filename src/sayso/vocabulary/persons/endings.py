"""Endings by which Cyrillic names and nouns are inflected, and surnames are told."""

import re

from sayso.vocabulary.persons.person_words import words

NOUN_ENDINGS = words(
    """а у ом ем ём е и ы о ов ев ами ями ам ям ах ях ой ей ою ею ая яя ую юю ый ий ого его ому ему ым им
    ых их ые ие ое ее ь ю я ья ье ьи ью ію ії ія ій ією і ї ові еві єві єм єю ів їв ої їй ний ня ню ния ние
    нию ыми ими ього ьому ся ась ись лся лась лись ла ли ло ло лом ти в й ою его ого та ти ка ку ки ці цю ць цем""",
)
"""What may follow the stem of a listed noun, adjective or verb."""
PLURAL_ENDINGS = words("ов ев ів їв ка ку ки ко")
"""Those of them that make a surname of a listed thing: "Белов"."""
NAME_ENDINGS = words(
    """а я у ю ом ем ём єм е є и і ї ы ой ей ою ею єю ові еві єві й ь ия ию ии ией ие ій ію ія ії ією
    ья ью ьи ье ьей ьо ый ий ым им ого ому ая ую ої ых их о ев ієм ьом ьою"""
)
"""What may follow the stem of a given name or surname."""
SMALLER = words("ик ік ок чик к очк ечк еньк оньк ушк юшк ус юс есик")
"""What stands between a given name's stem and its ending where it is said of a child
or a friend: "Миколка", "Тарасик"."""
SURNAME = re.compile(
    r"(?:(?:ов|ев|ёв|єв|їв|ін|ин|ын|їн)(?:а|у|ым|им|ом|ой|ою|е|і|ы|и|ых|их)?"
    r"|(?:ск|цк|ськ|цьк|зьк|ічн|ичн|ожн|жн|ятн)"
    r"(?:ий|ый|ого|ому|им|ым|ом|ая|ой|ую|а|ої|ій|у|ою|их|ых)"
    r"|(?:енк|єнк)(?:о|а|у|ом|ові|и)|к[оу]|ка|ком"
    r"|(?:[чнлртс]ук|юк|[чньв]ак|[ьл]як|ич|ець|ян|янц|ишин|онь|зар)(?:а|у|ом|ем|ові|еві|и)?"
    r"|дзе|швили|швілі|ых|их|ович|евич)$"
)
"""Ends of surnames, in any case; a sign of a person beside another name only."""
MANY = re.compile(r"(?:[ыиі]х|[иыі]ми|[ое]в|[ії]в|ёв|ей|[ая]м|[ая]ми|[ая]х)$")
"""Ends of nouns and adjectives in the plural that no singular has."""
MANY_ALONE = words(
    "родин дружин жінок осіб жертв сирот сестер сестёр вдов жён дочок доньок женщин"
)
"""Forms in the plural that have no ending."""
FIRST_OR_ADJECTIVE = re.compile(
    r"(?:глав|голов|старост|суд[ьд]|королев|воевод|воєвод|иц|[^иі]к|[аяуюе]щ|вш|[аюую]ч|енн?)$"
)
"""Ends of stems of offices that end in -a or -ya without being of somebody else."""
OBLIQUE = re.compile(
    r"^(?!зам).*(?:(?:глав|голов|старост|суд[ьд]|королев|воевод|воєвод|иц|[^иі]к)(?:ы|и|і|у|ю|ой|ей|ою|ею|е)"
    r"|[гклмнрстдчщшфвжєе](?:ого|его|ому|ему|ым|им|ої|ій|ою|ую)"
    r"|[бвгдзклмнпрстфхцчшщ](?:а|я|у|ю|ом|ем|ём|єм|ові|еві|єві|е))$"
)
"""Ends of offices that are not in the nominative, where their stem is of neither kind
above. A deputy's "зам" is itself in the nominative: "замминистра"."""
NO_CASE = re.compile(r"[ое]м$")
"""Ends on which a noun in the nominative may end as well, if it is listed: "военком"."""
DUTIES = words("обязанности обов'язки")
"""Nouns of those who act for an office, which follows in the genitive."""
ACTIVE = re.compile(r"(?:[лв]|ла)$")
"""Ends of verbs in the past that somebody did, and that did not happen to them."""
ACTIVE_OF_HER = re.compile(r"ла$")
GIVEN_NOMINATIVE = re.compile(r"(?:[бвгґджзйклнпрстфхцчшщьо]|[аиіу]м)$")
"""Ends of given names of men that only the nominative has: "Іван", "Игорь", "Павло"."""
AGED = re.compile(
    r"\b(?:year|month|week|day)-old$"
    r"|\w{2}летн(?:ий|яя|его|ей|ему|юю|им)$|\w{2}річн(?:ий|а|ого|ої|ому|ій|у|им|ою)$"
)
"""Ends of words that tell an age before a name: "nine-year-old", "девятилетний"."""
PATRONYMIC = re.compile(
    r"(?:ович|евич|йович|ьович|ыч|ич)(?:а|у|ем|еві|ові)?$"
    r"|(?:овн|евн|івн|ївн|ичн)(?:а|ы|у|е|і|и|ой|ою)$"
)
LATIN_SURNAME = re.compile(
    r"(?:enko|chuk|[iy]uk|[rn]uk|sk(?:y|i|yi|iy|ii|a|aya|yy)|[oe]va?|yova?|[a-z]ina?|v?ich|vych|vyc"
    r"|yshyn|iak|yak|dze|shvili|yan|ian|oglu|zadeh|zai|pour|ez|sson|ssen|sen|ovic|evic)$"
)
"""Ends of surnames in Latin letters; Polish, Slavic, Caucasian, Iranian, Nordic."""
PARTICLES = words(
    """al el as ash ad an ar at bin bint ibn ben abu abd de da do dos del di du la le van von der den ter ould
    ag oglu kyzy аль эль ель бин бен бінт бинт ибн ібн ван фон дер дель абу оглы огли кызы кизи аг ульд"""
)
"""Small words inside a name."""

ADJECTIVE_ENDINGS = (
    "ый", "ий", "ой", "ая", "ого", "ому", "ым", "ую", "ых", "ої", "ій", "ою",
)  # fmt: skip
"""Ends of adjectives, with which names of towns begin: "Кривой Рог"."""
APPOINTED_TO = re.compile(r"(?:ом|ем|єм|ым|им|ой|ою|ею|ей)$")
"""Ends of offices that somebody is appointed to."""
HER_ENDINGS = "ая"
"""Letters on which a woman's name or noun may end."""
