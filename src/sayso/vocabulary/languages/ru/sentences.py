"""Russian abbreviations, as data. Source: our own list."""

from sayso.vocabulary.languages.sentence_words import SentenceWords

SENTENCES = SentenceWords(
    abbreviations=frozenset(
        """ул пр просп пл пер им т п н н.п нп с д ст гл стр рис обл р-н рн пос дер мкр
        ген полк подп м-р кап лейт серж ряд ин тов проф акад т.е т.д т.п т.к т.н в.ч св
        кв см напр ок около прим янв февр мар апр авг сент окт нояб дек пн вт ср чт пт
        сб вс ред изд авт корр зам нач ком др проч пом""".split()
    ),
    may_end=frozenset("г гг тыс млн млрд руб коп км м шт ед чел час мин сек др".split()),
    clause_joiners=frozenset("и а но тогда".split()),
    day_prepositions=frozenset("в во".split()),
    word_joiners=frozenset("и или либо".split()),
    respectively=frozenset({"соответственно"}),
)  # fmt: skip
