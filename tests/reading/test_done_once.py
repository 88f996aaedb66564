"""What costs most is done once a document; counted, never timed."""

import sayso.reading.claims.scores as scores
import sayso.reading.finding as finding
import sayso.reading.persons.persons as persons
import sayso.reading.tagger.encoder as encoder
from sayso.intake import find_foreign
from sayso.model import Document
from sayso.reading.parties.cased import find_named_parties
from sayso.reading.reader import read_document
from sayso.vocabulary.languages import load_language
from sayso.vocabulary.theatres import THEATRES, load_theatres
from sayso.workspace.batch import read_bounded

REPORT = (
    "The army reported 40 killed near Pokrovsk on Monday. "
    "The mayor reported 12 wounded in the town. "
)
SUDANESE = "Армия Судана сообщила о 40 погибших. Раненых 12. "


def counted(monkeypatch, module, name):
    """Count the calls of a function of a module; give the list of their arguments."""
    calls, real = [], getattr(module, name)

    def spy(*given, **named):
        calls.append(given)
        return real(*given, **named)

    monkeypatch.setattr(module, name, spy)
    return calls


def test_the_encoder_sees_each_window_once(monkeypatch):
    runs = counted(monkeypatch, encoder, "_run_window")
    cuts = counted(monkeypatch, encoder, "cut_windows")
    read_document(Document(REPORT * 40))
    words = [sum(map(len, pieces)) for _, pieces in runs]
    assert len(cuts) == 1
    assert len(runs) > 2
    assert sum(words) == sum(cuts[0][0])


def test_the_weights_of_a_language_are_loaded_once():
    encoder.load_encoder.cache_clear()
    encoder.load_linker.cache_clear()
    read_document(Document(REPORT))
    assert encoder.load_encoder.cache_info().currsize == 1


def test_what_sources_and_days_answer_is_computed_once_a_block(monkeypatch):
    for_sources = counted(monkeypatch, scores, "source_keys")
    for_days = counted(monkeypatch, scores, "day_keys")
    asked = counted(monkeypatch, scores, "day_chances")
    read_document(Document(REPORT * 4))
    assert len(asked) > 2
    assert (len(for_sources), len(for_days)) == (1, 1)


def test_what_stands_around_a_name_is_weighed_once_a_text(monkeypatch):
    weighed = counted(monkeypatch, persons, "_weigh")
    read_document(Document("General Ivo Bel said 40 were killed near Pokrovsk. " * 3))
    runs = [run for _, run in weighed]
    assert len(runs) >= 3
    assert len(runs) == len(set(runs))


def test_only_packs_with_a_name_in_the_text_are_tried(monkeypatch):
    tried = counted(monkeypatch, finding, "find_cased_parties")
    read_document(Document(SUDANESE, language="ru"))
    assert 1 < len(tried) < len(THEATRES) / 2


def test_a_name_anywhere_makes_a_pack_worth_trying():
    packs, russian = load_theatres(), load_language("ru")
    named = find_named_parties(SUDANESE, packs, russian)
    tried = [pack for pack in packs if any(p.id in named for p in pack.parties)]
    for pack in packs:
        mentions = finding.find_cased_parties(SUDANESE, (pack,), russian)
        has_party = any(mention.party for mention in mentions)
        assert has_party <= (pack in tried)


def test_stretches_in_other_languages_are_found_once():
    find_foreign.cache_clear()
    read_bounded(Document(REPORT, language="en"), read_document)
    assert find_foreign.cache_info().misses == 1
