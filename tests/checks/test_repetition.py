"""Checks of what happens to a claim on its way: drift, lost speakers, one origin."""

from dataclasses import replace
from datetime import timedelta

import pytest

from checks.corpus import Corpus, total
from made import DAY
from sayso.checks import attribution_lost, drift, one_origin, quotations, wordings
from sayso.model import (
    Attribution,
    AttributionId,
    AttributionKind,
    Level,
    Outcome,
    Span,
)

LATER = DAY + timedelta(days=1)
LOST = total(DAY, claimant="Ada Orlan", affected="Tarn", group="soldier")
TALE = (
    "Staff chief Ada Orlan said on Tuesday that Tarn had lost {} soldiers since the"
    " spring, and that the bridges over the Olm were open again for carts and for"
    " ambulances coming from the southern hospitals."
)


def repeated(
    first: tuple[str, object],
    second: tuple[str, object],
    *,
    outlet: str = "Echo Two",
    **fields: object,
) -> Corpus:
    corpus = Corpus().write(TALE.format(first[0]))
    corpus.say(*first, "people.casualties", **LOST)
    corpus.write(f"{TALE.format(second[0])} (Wire One)", outlet=outlet, on=LATER)
    return corpus.say(
        *second, "people.casualties", **{**LOST, **total(LATER), **fields}
    )


OVER = ("over 67,000", (67000, None, "at_least"))
PLAIN = ("67,000", 67000)


@pytest.mark.parametrize(
    ("corpus", "what"),
    [
        (repeated(OVER, PLAIN), "bound"),
        (repeated(OVER, ("over 68,000", (68000, None, "at_least"))), "figure"),
        (repeated(("942", 942), ("over 900", (900, None, "at_least"))), "figure"),
        (repeated(PLAIN, ("up to 67,000", (None, 67000, "at_most"))), "bound"),
    ],
)
def test_drift_fires(corpus, what):
    (finding,) = corpus.find(drift.CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.sentence.endswith(f"the {what} changed.")
    assert [i.role for i in finding.inputs] == ["earlier", "later", "proof"]
    assert finding.working[-1] == "shown by: credit line"


@pytest.mark.parametrize(
    "corpus",
    [
        repeated(OVER, OVER),
        repeated(PLAIN, ("67,400", 67400)),
        repeated(OVER, ("24,000", 24000)),
        repeated(("12", 12), ("about 12", (12, 12, "approx"))),
    ],
    ids=["same", "rounding", "another figure", "small"],
)
def test_drift_quiet(corpus):
    assert corpus.find(drift.CHECK) == []


def test_drift_between_number_and_about_is_a_note():
    (finding,) = repeated(PLAIN, ("about 67,000", (67000, 67000, "approx"))).find(
        drift.CHECK
    )
    assert finding.level is Level.NOTE


def test_drift_needs_an_order_of_days():
    corpus = Corpus().write(f"Ada Orlan counts {OVER[0]} soldiers lost.")
    corpus.say(*OVER, "people.casualties", **LOST)
    corpus.write(f"Ada Orlan counts {PLAIN[0]} soldiers lost.", outlet="Echo Two")
    corpus.say(*PLAIN, "people.casualties", **LOST)
    assert corpus.find(drift.CHECK) == []


def lost(text: str, *, on=LATER, **fields: object) -> Corpus:
    corpus = Corpus().write(TALE.format("67,100"))
    corpus.say("67,100", 67100, "people.casualties", **LOST)
    corpus.write(text, outlet="Echo Two", on=on)
    said = {**LOST, "claimant": None, **fields}
    return corpus.say("67,100", 67100, "people.casualties", **said)


def test_attribution_lost_fires():
    (finding,) = lost("The price is known. 67,100 soldiers are gone.").find(
        attribution_lost.CHECK
    )
    assert finding.outcome is Outcome.CANNOT_CHECK
    assert finding.level is Level.LOOK
    assert finding.sentence.startswith("Unattributed in Echo Two")
    assert "Ada Orlan" in str(finding.remedy)


@pytest.mark.parametrize(
    "corpus",
    [
        lost("The price: 67,100 soldiers. So said staff chief Ada Orlan."),
        lost("The price: 67,100 soldiers.", claimant="Ada Orlan"),
        lost("The price: 67,100 soldiers.", on=DAY - timedelta(days=1)),
        lost("The price: 67,100 soldiers.", affected="Vessia"),
    ],
    ids=["named beside", "attributed", "printed before", "other people"],
)
def test_attribution_lost_quiet(corpus):
    assert corpus.find(attribution_lost.CHECK) == []


def test_attribution_named_far_off_is_a_note():
    filler = "Nothing else was heard from the valley that day. " * 8
    corpus = lost(f"The price: 67,100 soldiers. {filler} Ada Orlan was there.")
    assert [f.level for f in corpus.find(attribution_lost.CHECK)] == [Level.NOTE]


@pytest.mark.parametrize(("filler", "count"), [("", 1), ("Snow fell. " * 90, 0)])
def test_a_figure_far_from_its_speaker_is_nobody_s_to_lose(filler, count):
    text = f"Ada Orlan said that it rained. {filler}67,100 soldiers are gone."
    corpus = Corpus().write(text)
    said = Attribution(
        AttributionId("a"),
        (Span.cut(text, 0, 9),),
        (Span.cut(text, 10, 14),),
        (Span.cut(text, 20, len(text)),),
        AttributionKind.INDIRECT,
    )
    corpus.say("67,100", 67100, "people.casualties", attribution=said.id, **LOST)
    corpus.write("The price: 67,100 soldiers.", outlet="Echo Two", on=LATER)
    corpus.say("67,100", 67100, "people.casualties", **{**LOST, "claimant": None})
    context = corpus.context()
    first = corpus.claims[0].document
    readings = dict(context.readings)
    readings[first] = replace(readings[first], attributions=(said,))
    found = attribution_lost.CHECK.run(
        corpus.claims, replace(context, readings=readings)
    )
    assert len(list(found)) == count


@pytest.mark.parametrize(
    ("tale", "count"),
    [
        ("The price: 67,100 soldiers, as Wire One reported.", 0),
        ("Wire One wrote of rain.\n\nThe price: 67,100 soldiers.", 1),
    ],
    ids=["in its paragraph", "in another one"],
)
def test_a_figure_put_down_to_the_outlet_that_had_it_has_lost_nothing(tale, count):
    assert len(lost(tale).find(attribution_lost.CHECK)) == count


@pytest.mark.parametrize(
    ("tale", "count"),
    [
        ("The price: 67,100 soldiers. The staff in Olm knows of carts, too.", 0),
        ("The price: 67,100 soldiers. The carts roll again.", 1),
    ],
    ids=["named beside", "not named"],
)
def test_a_headline_and_its_text_may_name_a_speaker_by_two_names(tale, count):
    corpus = lost(tale)
    context = corpus.context()
    first = corpus.claims[0]
    held = context.readings[first.document]
    other = replace(first, claimant="Olm Staff", speaker=None)
    readings = {
        **context.readings,
        first.document: replace(held, claims=(*held.claims, other)),
    }
    found = attribution_lost.CHECK.run(
        corpus.claims, replace(context, readings=readings)
    )
    assert len(list(found)) == count


def outlets(count: int) -> Corpus:
    corpus = Corpus()
    for number in range(count):
        corpus.write(TALE.format("67,100"), outlet=f"Outlet {number}")
        corpus.write(f"{number}. {TALE.format('67,100')}", outlet=f"Outlet {number}")
        corpus.say("67,100", 67100, "people.casualties", **LOST)
    return corpus


def test_one_origin_fires():
    (finding,) = outlets(4).find(one_origin.CHECK)
    assert finding.outcome is Outcome.CONSISTENT
    assert finding.sentence.startswith("Ada Orlan: 4 documents of 4 outlets")


def test_one_origin_quiet_on_two_outlets():
    assert outlets(2).find(one_origin.CHECK) == []


QUOTE = "we will rebuild the mill before the first snow falls on the upper valley"


def quoted(first: str, second: str) -> Corpus:
    corpus = Corpus()
    for number, quote in enumerate((first, second)):
        text = f'Miller {number} carts. The mayor of Olmar said: "{quote}" on Tuesday.'
        corpus.write(text, outlet=f"Outlet {number}", on=DAY + timedelta(days=number))
        corpus.say(f"{number} carts", number, "equipment.lost")
    return corpus


def test_quotations_fires_on_other_words():
    corpus = quoted(QUOTE, QUOTE.replace("mill", "bridge"))
    (finding,) = corpus.find(quotations.CHECK)
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.working == ('"mill" / "bridge"',)
    assert [i.role for i in finding.inputs] == ["earlier quotation", "later quotation"]


@pytest.mark.parametrize(
    "other",
    [
        QUOTE,
        QUOTE.upper(),
        QUOTE.removesuffix(" on the upper valley"),
        QUOTE.replace("before the", "… the"),
        QUOTE.replace("rebuild", "re-build"),
        "nobody asked the millers what the snow of last year did to their roofs",
    ],
    ids=["same", "capitals", "shortened", "cut marked", "spelling", "another"],
)
def test_quotations_quiet(other):
    assert quoted(QUOTE, other).find(quotations.CHECK) == []


def worded(text: str, **fields: object) -> Corpus:
    corpus = Corpus().write("Ada Orlan said Vessia had taken 124 villages.")
    gained = total(DAY, affected="Tarn", claimant="Ada Orlan", group="village")
    corpus.say("124 villages", 124, "settlements.gained", **gained)
    corpus.write(text, outlet="Echo Two")
    said = {**gained, "claimant": None, **fields}
    return corpus.say("124 villages", 124, "settlements.gained", **said)


def test_wordings_shows_both_sentences():
    (finding,) = worded("Our soldiers liberated 124 villages.").find(wordings.CHECK)
    assert (finding.outcome, finding.level) == (Outcome.CANNOT_CHECK, Level.NOTE)
    assert finding.working == (
        'Echo Two: "Our soldiers liberated 124 villages."',
        'Wire One: "Ada Orlan said Vessia had taken 124 villages."',
    )


@pytest.mark.parametrize(
    "corpus",
    [
        worded("Vessia took 124 villages."),
        worded('It was said that "our soldiers liberated" 124 villages.'),
        worded("Ada Orlan said she liberated 124 villages.", claimant="Ada Orlan"),
    ],
    ids=["no such word", "quoted", "attributed"],
)
def test_wordings_quiet(corpus):
    assert corpus.find(wordings.CHECK) == []
