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
)  # fmt: skip
