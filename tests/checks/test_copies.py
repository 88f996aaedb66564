"""One account in several documents is one finding."""

from dataclasses import replace
from datetime import timedelta

from checks.corpus import Corpus, total
from made import DAY
from sayso.checks import CHECKS, drift, run_checks
from sayso.checks.parts import CHECK
from sayso.model import Level

SPOKEN = {"claimant": "Ada Orlan", "affected": "Tarn"}
TEXT = (
    "Ada Orlan said Tarn had lost {} soldiers in the valley since the spring, of whom"
    " 4,120 were killed and 5,612 were wounded, and that the count went on. {}"
)


def press(*rows: tuple[str, int, str]) -> Corpus:
    """Documents with one total, its split, and a closing line each."""
    corpus = Corpus()
    for at, (outlet, value, closing) in enumerate(rows):
        words = f"{value:,}"
        day = DAY + timedelta(days=at)
        corpus.write(TEXT.format(words, closing), outlet=outlet, on=day)
        fields = {**SPOKEN, **total(DAY)}
        corpus.say(words, value, "people.casualties", **fields)
        corpus.say("4,120", 4120, "people.killed", **fields)
        corpus.say("5,612", 5612, "people.wounded", **fields)
    return corpus


def test_copies_are_places_of_one_finding():
    corpus = press(("Wire", 9431, ""), ("Post", 9431, "(Wire)"))
    (finding,) = run_checks(corpus.claims, corpus.context(), (CHECK,))
    assert finding.level is Level.STRONG
    assert [i.role for i in finding.inputs] == ["total", "part", "part"] * 2
    outlets = [corpus.documents[i.document].outlet for i in finding.inputs]
    assert outlets == ["Wire"] * 3 + ["Post"] * 3
    assert finding.working[-1] == f"the same stands in: Post ({DAY + timedelta(1)})"


def test_another_figure_is_another_finding():
    corpus = press(("Wire", 9431, ""), ("Post", 9_112, "(Wire)"))
    findings = run_checks(corpus.claims, corpus.context(), (CHECK,))
    assert [len(f.inputs) for f in findings] == [3, 3]


def test_order_of_documents_does_not_matter():
    corpus = press(("Wire", 9431, ""), ("Post", 9431, "(Wire)"))
    other = Corpus(dict(reversed(corpus.documents.items())), corpus.claims[::-1])
    assert run_checks(corpus.claims, corpus.context(), CHECKS) == run_checks(
        other.claims, other.context(), CHECKS
    )


def test_one_change_in_two_papers_is_one_finding():
    from checks.test_repetition import OVER, PLAIN, repeated

    corpus = repeated(OVER, PLAIN)
    once = run_checks(corpus.claims, corpus.context(), (drift.CHECK,))
    (later,) = (c for c in corpus.claims if c.quantity.bound == "exact")
    text = corpus.documents[later.document].text
    corpus.write(f"{text} It snowed.", outlet="Third", on=DAY + timedelta(days=5))
    moved = replace(later, document=corpus.last.id)
    corpus.claims.append(moved)
    twice = run_checks(corpus.claims, corpus.context(), (drift.CHECK,))
    assert len(once) == len(twice) == 1
    assert "the same stands in: Third" in twice[0].working[-1]
