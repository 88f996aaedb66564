"""What holds for every row of CHECKS."""

import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from checks.corpus import Corpus
from sayso.checks import CHECKS, Check, is_flag, make_context, run_checks
from sayso.checks.support.check import CheckContext
from sayso.model import Claim, Finding, Reading, Span
from test_neutral_wording import verdicts

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sayso" / "checks"


def everything() -> Corpus:
    """All cases of the other files that fire, in one corpus."""
    from checks import (
        test_changes,
        test_contradictions,
        test_count_shares,
        test_parts,
        test_repetition,
        test_shares,
        test_totals,
        test_whole_numbers,
    )

    parts = [
        test_contradictions.two(48, 44),
        test_contradictions.town(
            days=1, measure="place.held", actor="Tarn", affected=None
        ),
        test_parts.split(9_431, 4_120, 5_612),
        test_repetition.repeated(test_repetition.OVER, test_repetition.PLAIN),
        test_repetition.outlets(4),
        test_repetition.worded("Our soldiers liberated 124 villages."),
        test_repetition.quoted(
            test_repetition.QUOTE, test_repetition.QUOTE.replace("mill", "bridge")
        ),
        test_shares.account(
            "99.5 percent",
            "1,260 km2",
            "three km2",
            ("99.5", (1260, 1260, "exact"), (3, 3, "exact")),
        ),
        test_totals.table(4210, 4237, 4236),
        test_totals.flows(*([90, 110, 70, 85] * 6), 901, 88),
        test_whole_numbers.share("80%", 80, " of the 7 villages"),
        test_changes.pair("Deaths fell by a third to 45 from 90, she said.", 45, 90),
        test_count_shares.pupils(test_count_shares.THEN, 30, 17),
    ]
    whole = Corpus()
    for part in parts:
        whole.documents |= part.documents
        whole.claims += part.claims
    return whole


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return everything()


@pytest.fixture(scope="module")
def findings(corpus: Corpus) -> tuple[Finding, ...]:
    return run_checks(corpus.claims, corpus.context())


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.name)
def test_check_is_quiet_on_nothing(check: Check, corpus: Corpus):
    assert list(check.run((), CheckContext())) == []
    assert list(check.run((), make_context([]))) == []


def test_findings_are_blind_to_order(corpus: Corpus, findings: tuple[Finding, ...]):
    shuffled = corpus.claims[:]
    random.Random(5).shuffle(shuffled)
    other = Corpus(dict(reversed(corpus.documents.items())), shuffled)
    assert [f.fingerprint for f in run_checks(shuffled, other.context())] == [
        f.fingerprint for f in findings
    ]
    assert len({f.fingerprint for f in findings}) == len(findings)
    assert len({f.rule for f in findings}) >= 11


def test_inputs_are_the_words_of_their_documents(corpus, findings):
    for finding in findings:
        assert finding.inputs
        for used in finding.inputs:
            used.span.check(corpus.documents[used.document].text)


def test_findings_begin_with_a_speaker_and_show_their_working(corpus, findings):
    speakers = {c.claimant for c in corpus.claims if c.claimant}
    for finding in findings:
        begins = (*speakers, "Unattributed in ", "Wire One dates")
        assert finding.sentence.startswith(begins), finding.sentence
        assert finding.working
        if is_flag(finding):
            assert finding.remedy


def test_findings_hold_no_verdict(findings):
    for finding in findings:
        words = (finding.sentence, *finding.working, finding.remedy or "")
        assert verdicts(" ".join(words)) == []


def test_table_has_a_row_for_every_file():
    files = {path.stem for path in SOURCE.glob("*.py")} - {"__init__"}
    assert files == {check.name for check in CHECKS}
    assert len({check.title for check in CHECKS}) == len(CHECKS)


def test_docs_have_a_heading_for_every_check():
    docs = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    headings = re.findall(r"(?m)^### `(\w+)`", docs)
    assert headings == [check.name for check in CHECKS]
    prose = " ".join(docs.split())
    for check in CHECKS:
        assert check.explanation in prose
        assert f"*{check.title}* (version {check.version})" in prose


EXCHANGE = {
    "Tarn": "Vessia",
    "Vessia": "Tarn",
    "Ada Orlan": "Bo Renn",
    "Bo Renn": "Ada Orlan",
}
_NAMES = re.compile("|".join(EXCHANGE))


def exchange(text: str) -> str:
    return _NAMES.sub(lambda found: EXCHANGE[found.group()], text)


def mirrored(corpus: Corpus) -> Corpus:
    """The corpus with the parties and their speakers exchanged in texts and claims."""
    other = Corpus()
    for document in corpus.documents.values():
        other.write(
            exchange(document.text),
            outlet=str(document.outlet),
            on=document.published,
        )
        for claim in corpus.claims:
            if claim.document == document.id:
                other.claims.append(_mirrored(claim, document.text, other.last))
    return other


def _mirrored(claim: Claim, text: str, other) -> Claim:
    def move(span: Span) -> Span:
        start = len(exchange(text[: span.start]))
        return Span.cut(other.text, start, start + len(exchange(span.text)))

    quantity = claim.quantity
    period = claim.period
    if period is not None and period.phrase is not None:
        period = replace(period, phrase=move(period.phrase))
    names = {
        key: None if value is None else exchange(value)
        for key in ("affected", "actor", "claimant")
        for value in [getattr(claim, key)]
    }
    return replace(
        claim,
        document=other.id,
        quantity=replace(
            quantity, span=move(quantity.span), number=move(quantity.number)
        ),
        sentence=move(claim.sentence),
        period=period,
        **names,
    )


def test_findings_are_the_same_but_for_the_names(corpus, findings):
    other = mirrored(corpus)
    there = run_checks(other.claims, other.context())

    def seen(items, change):
        return sorted(
            (f.rule, f.outcome, f.level, change(f.sentence), change(str(f.remedy)))
            for f in items
        )

    assert seen(there, str) == seen(findings, exchange)


def test_corpus_readings_hold_all_claims(corpus: Corpus):
    readings: list[Reading] = corpus.readings()
    assert sum(len(r.claims) for r in readings) == len(corpus.claims)
    assert json.dumps([c.to_record() for c in corpus.claims])
