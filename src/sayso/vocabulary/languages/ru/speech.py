"""Russian words of saying, as data."""

from sayso.vocabulary.languages.case_speech import CaseSpeech
from sayso.vocabulary.languages.ru.saying import SAYING
from sayso.vocabulary.languages.stance_words import StanceWords

SPEECH = CaseSpeech(
    saying=tuple(sorted(SAYING)),
    stance=StanceWords(
        denying=r"опроверг\w*|отрица\w+|отверг\w*|опровержени\w+|отвергл\w*",
        confirming=r"подтвердил\w*|подтвержда\w+|признал\w*|подтвердить",
        negating=r"не|ни",
        doubting=r"якобы|будто|предположительно|неподтверждённ\w+|неподтвержденн\w+|дескать",
        untrue=r"(?:неправда|не правда|неверно|не соответствует действительности),? что",
        hearsay=r"(?:сообщени|слух|заявлени|утверждени|информаци|данны)\w*",
        unfounded=r"не соответству\w+ действительности|не подтвердил\w*",
        instead=(r"не", r"а"),
    ),
)  # fmt: skip
