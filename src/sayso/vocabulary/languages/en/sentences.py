"""English abbreviations, as data. Source: our own list."""

from sayso.vocabulary.languages.sentence_words import SentenceWords

SENTENCES = SentenceWords(
    abbreviations=frozenset(
        """adm al apr approx art aug ave brig bros capt cf ch cmdr co col corp cpl dec
        dept dr e.g ed eds esp est etc feb ft fig gen gov hon i.e inc jan jr jul jun km
        lt ltd maj mar messrs mr mrs ms mt no nos nov oct op p.m a.m par ph.d pp pres
        prof rep rev sen sep sept sgt sr st u.k u.n u.s u.s.a vs vol""".split()
    ),
    clause_joiners=frozenset("and but while whereas then".split()),
    day_prepositions=frozenset("on in by at late early".split()),
    word_joiners=frozenset("and or".split()),
    respectively=frozenset({"respectively"}),
)
