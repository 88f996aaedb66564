"""Ukrainian abbreviations, as data. Source: our own list."""

from sayso.vocabulary.languages.sentence_words import SentenceWords

SENTENCES = SentenceWords(
    abbreviations=frozenset(
        """вул пр просп пл пров ім т п н н.п нп с м смт ст гл рис обл р-н рн сел мкр ген
        полк підп м-р кап лейт серж проф акад т.зв т.д т.п т.і т.ч тощо див кв напр
        близько прим січ лют бер квіт трав черв лип серп вер жовт лист груд пн вт ср чт
        пт сб нд ред вид авт кор зам нач ком св о""".split()
    ),
    may_end=frozenset("р рр тис млн млрд грн коп км шт од чол год хв сек ін".split()),
    clause_joiners=frozenset("і й та а але тоді".split()),
    day_prepositions=frozenset("в у".split()),
    word_joiners=frozenset("і й та або чи".split()),
    respectively=frozenset({"відповідно"}),
)  # fmt: skip
