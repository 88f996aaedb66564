"""Ukrainian words of saying, as data."""

from sayso.vocabulary.languages.case_speech import CaseSpeech
from sayso.vocabulary.languages.stance_words import StanceWords
from sayso.vocabulary.languages.uk.saying import SAYING

SPEECH = CaseSpeech(
    saying=tuple(sorted(SAYING)),
    stance=StanceWords(
        denying=r"спростув\w+|запереч\w+|відкинул\w*|відкида\w+|спростовує|спростовують",
        confirming=r"підтверди\w+|підтверджу\w+|визна\w+",
        negating=r"не|ні",
        doubting=r"нібито|начебто|буцімто|імовірно|ймовірно|непідтверджен\w+|мовляв",
        untrue=r"(?:неправда|не правда|невірно|не відповідає дійсності),? що",
        hearsay=r"(?:повідомленн|чутк|заяв|твердженн|інформаці|дан)\w*",
        unfounded=r"не відповіда\w+ дійсності|не підтвердил\w*",
        instead=(r"не", r"а"),
    ),
    taken_back=r"""(?ix)\b(?:(?:більш\s)?ранн|раніш|попередн|початков|первісн|перш|перв
    |колишн)(?:і|и|у|ю|о|а|я|ь)\w*\s
    (?:версі|редакці|варіант|публікаці|текст|матеріал|заголов|повідомленн|статт|новин)\w*
    |\b(?:раніше|спочатку|спершу|початково|помилково|хибно|неправильно)\b
    |\b(?:виправлен|змінен|замінен)\w*\s(?:з|із|зі)\s*$
    |(?P<not>\b(?:не|замість)\s*$)""",
    put_right=r"""(?ix)\b(?:має\sбути|слід\sчитати|насправді|фактично|тепер
    |(?:правильн|вірн|точн|уточнен)\w*\s(?:числ|цифр|кількіст|дан)\w*)\b
    |\bна\s*$""",
    taken_back_behind=r"""(?ix)\W{0,3}(?:як\s[^.;,]{0,40}?)?\b
    (?:раніше|помилково|спочатку|спершу|початково)\b""",
)  # fmt: skip
