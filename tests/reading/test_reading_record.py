"""A reading as one record: shapes of the scorers, meanings of a claim."""

from dataclasses import replace
from datetime import date

import standin
from made import claim as made_claim
from made import document as made_document
from sayso.model import (
    Attribution,
    AttributionId,
    AttributionKind,
    Period,
    PeriodKind,
    Span,
    Timex,
    TimexType,
    Toponym,
)
from sayso.reading.record import (
    to_attributions,
    to_claim,
    to_record,
    to_timex,
    to_toponym,
)

TEXT = "Ode said that Kern said nine died. Two also fell."


def made(identity, source, cue, content, **fields):
    spans = [
        (Span.cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words)),)
        for words in (source, cue, content)
    ]
    return Attribution(
        AttributionId(identity), *spans, kind=AttributionKind.INDIRECT, **fields
    )


OUTER = made("a", "Ode", "said", "that Kern said nine died")
INNER = made("b", "Kern", "said nine", "nine died", depth=1, parent=AttributionId("a"))


def test_attribution_inside_a_content_stands_under_the_outer_one():
    (record,) = to_attributions([OUTER, INNER])
    assert record["source"] == [[0, 3]]
    assert [inner["source"] for inner in record["inner"]] == [[[14, 18]]]
    assert record["carried"] == []


def test_sentence_that_goes_on_is_carried():
    content = (Span.cut(TEXT, 35, len(TEXT)),)
    on = replace(OUTER, id=AttributionId("c"), content=content)
    (record,) = to_attributions([OUTER, on])
    assert record["carried"] == [[35, len(TEXT)]]


def test_attribution_whose_holder_is_not_given_is_outermost():
    assert len(to_attributions([INNER])) == 1


def test_parties_stand_in_the_language_of_the_text():
    text = "Утром 12 июня войска потеряли 9 танков."
    source, lost = made_document(text), "equipment.lost"
    claim = made_claim(source, "9 танков", 9, lost, affected="Ukraine", actor="бойцы")
    record = to_claim(claim, "ru")
    assert (record["affected"], record["actor"]) == ("Украина", "бойцы")
    assert to_claim(claim, "en")["affected"] == "Ukraine"
    assert to_claim(claim)["affected"] == "Ukraine"


def test_a_claim_says_how_sure_its_reader_is_and_who_it_is():
    text = "General Orlan said over 40 soldiers of Tarn were killed in Olmar."
    record = to_record(standin.read_document(standin.make_document(text)))
    (claim,) = record["claims"]
    assert (claim["confidence"], claim["reader"]) == (0.5, "standin 1")
    assert record["reader"] == "standin 1"
    assert record["quantities"][0]["low"] == 40
    assert record["quantities"][0]["words"] == "over 40 soldiers"


def test_a_period_is_given_in_closed_days():
    days = Period.of_days(date(2030, 5, 1), date(2030, 5, 3), PeriodKind.INTERVAL)
    span = Span.cut(TEXT, 0, 3)
    timex = Timex(span, TimexType.DATE, "2030-05", period=days)
    assert to_timex(timex)["period"] == ["2030-05-01", "2030-05-03"]
    bare = to_timex(Timex(span, TimexType.DATE, "PAST_REF"))
    assert (bare["value"], bare["period"], bare["kind"]) == ("PAST_REF", None, None)


def test_a_place_brings_its_id_and_how_close_it_is():
    place = standin.PLACES["Olmar"]
    record = to_toponym(Toponym(Span.cut(TEXT, 0, 3), place))
    assert record["place"] == place.id
    assert (record["lat"], record["precision_m"]) == (place.lat, place.precision_m)
    assert to_toponym(Toponym(Span.cut(TEXT, 0, 3), None))["place"] is None
