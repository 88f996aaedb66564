"""Denial and doubt that the words state: "denied that 40 were lost", "reportedly 40".

The network hears of a denial in one claim of fifty and takes nearly all for asserted,
so what a cue says outright is read from the cue. Elsewhere the network's stance stands.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.model import Attribution, Span, Stance
from sayso.reading.claims.choosing import Choice, Chosen
from sayso.reading.claims.offer import Offer
from sayso.reading.events.candidates import CandidateKind
from sayso.vocabulary.languages.stance_words import StanceWords
from sayso.vocabulary.measures import MEASURES

OWN_ACCOUNT = re.compile(r"[:;\"“”«»—–]|\s-\s")
"""Behind such a mark the one who denies gives an own account: "denied it: 12 were"."""
BEFORE_CUE = 3
"""Words before a cue in which it may be negated: "does not flatly deny"."""
COUNTED = (CandidateKind.FIGURE, CandidateKind.PLACE)
"""Candidates that a negated word denies; of a thing without a number it says none."""
CHANCE = 0.96
"""Right in 60 of 62 figures of the English training reports on which it was made."""


def with_stated_stance(offer: Offer, claim: Chosen) -> Chosen:
    """Give the claim as denied or hedged where its sentence says so outright."""
    words = offer.found.language.speech.stance
    figure = offer.found.candidates[claim.scores.candidate].quantity.span
    denial = (
        _denial(offer, claim, figure, words)
        or _said_not_so(offer, claim, words)
        or _set_against(offer, claim, words)
        or _event_negated(offer, claim, words)
    )
    if denial:
        return replace(claim, stance=Choice(Stance.DENIED, denial, CHANCE))
    if _is_unconfirmed(offer, claim, figure, words):
        return replace(
            claim,
            claimant=Choice(None, (), CHANCE),
            stance=Choice(Stance.HEDGED, _cue(offer, figure), CHANCE),
        )
    if claim.stance.value is Stance.DENIED and _leaves_open(offer, figure, words):
        return replace(claim, stance=Choice(Stance.ASSERTED, (), claim.stance.chance))
    doubt = _doubt(offer, claim, figure, words)
    if doubt and claim.stance.value is Stance.ASSERTED:
        return replace(claim, stance=Choice(Stance.HEDGED, (doubt,), CHANCE))
    return claim


def _denial(
    offer: Offer, claim: Chosen, figure: Span, words: StanceWords
) -> tuple[Span, ...]:
    """Give the cue by which the claimant denies the figure, empty where none does."""
    said = _innermost(offer, figure)
    source = claim.claimant.value
    if said is None or not said.cue or not _has(words.denying, said.cue):
        return ()
    if source is not None and not (
        _is_source(source.spans, said) or _stands_before(offer, source.spans, said)
    ):
        return ()
    end = said.cue[-1].end
    if figure.start < end or _is_negated(offer, said, words):
        return ()
    is_own = OWN_ACCOUNT.search(offer.document.text, end, figure.start)
    return () if is_own else said.cue


def _said_not_so(offer: Offer, claim: Chosen, words: StanceWords) -> tuple[Span, ...]:
    """Give the words by which the figure's sentence says that it is not so."""
    text = offer.document.text
    quantity = offer.found.candidates[claim.scores.candidate].quantity
    figure = quantity.span
    at = int(offer.ground.sentences[offer.stands[claim.scores.candidate].anchor])
    sentence = offer.found.sentences.sentences[at]
    before = text[sentence.start : figure.start]
    behind = text[quantity.number.end : sentence.end]
    instead, other = words.instead
    for opening, closing in (
        (words.untrue, ""),
        (words.hearsay, rf"(?i).*?\b(?:{words.unfounded})\b"),
        (rf"(?:{instead}) +$", rf"(?i)[^.;:]{{0,60}}?,? \b(?:{other})\b"),
    ):
        found = list(re.finditer(rf"(?i)\b(?:{opening})(?!\w)", before))
        if not found or not re.match(closing, behind, re.DOTALL):
            continue
        start, end = found[-1].span()
        is_own = OWN_ACCOUNT.search(before, end) or _says_anew(
            offer, sentence.start + end, figure.start
        )
        if not is_own:
            return (Span.cut(text, sentence.start + start, sentence.start + end),)
    return ()


def _says_anew(offer: Offer, start: int, end: int) -> bool:
    """True where a cue stands between: "not true that 12 died, adding that 4 had"."""
    saying = offer.found.language.speech.saying
    words = re.findall(r"\w+", offer.document.text[start:end].lower())
    if isinstance(saying, tuple):  # stems, in languages that decline
        is_said = any(word.startswith(saying) for word in words)
    else:
        is_said = not saying.isdisjoint(words)
    return is_said or any(
        start <= cue.start and cue.end <= end
        for said in offer.found.attributions
        for cue in said.cue
    )


def _set_against(offer: Offer, claim: Chosen, words: StanceWords) -> tuple[Span, ...]:
    """Give the "not" of "30, not 40", of the 40; empty where no figure stands before.

    Empty for a figure with a bound, too: "30, not only 40" takes nothing back.
    """
    text = offer.document.text
    quantity = offer.found.candidates[claim.scores.candidate].quantity
    figure = quantity.span
    at = int(offer.ground.sentences[offer.stands[claim.scores.candidate].anchor])
    start = offer.found.sentences.sentences[at].start
    found = re.search(rf"(?i)(?:{words.against})\s$", text[start : figure.start])
    if not found or quantity.number.start != figure.start:
        return ()
    is_second = any(
        start <= other.span.start < start + found.start()
        and other.unit == quantity.unit
        for other in offer.found.quantities
    )
    end = figure.start - 1
    return (Span.cut(text, start + found.start(), end),) if is_second else ()


def _event_negated(offer: Offer, claim: Chosen, words: StanceWords) -> tuple[Span, ...]:
    """Give "not lost": a word of the claim's measure with what negates it before it.

    Empty for one thing without a number ("the train was not hit"), for a figure of
    none ("nobody was not"), and for words that say the measure only when negated:
    "did not survive".
    """
    candidate = offer.found.candidates[claim.scores.candidate]
    figure = candidate.quantity
    if candidate.kind not in COUNTED or figure.low == 0:
        return ()
    said = offer.said[:, MEASURES.index(claim.measure)]
    ground = offer.ground
    for span in claim.event.spans:
        for word in range(*ground.range_of(span)):
            if not said[word] or not word or said[word - 1]:
                continue
            before = ground.span_of(word - 1, word)
            if figure.span.start <= before.start < figure.span.end:
                continue
            is_here = ground.sentences[word - 1] == ground.sentences[word]
            if is_here and re.fullmatch(rf"(?i)(?:{words.negating})", before.text):
                return (before, span)
    return ()


def _is_unconfirmed(
    offer: Offer, claim: Chosen, figure: Span, words: StanceWords
) -> bool:
    """True where the claimant is one who "did not confirm" the figure."""
    said, source = _innermost(offer, figure), claim.claimant.value
    if said is None or source is None or not _has(words.confirming, said.cue):
        return False
    return _is_source(source.spans, said) and _is_negated(offer, said, words)


def _leaves_open(offer: Offer, figure: Span, words: StanceWords) -> bool:
    """True where the figure's cue is one that "did not deny" it."""
    said = _innermost(offer, figure)
    if said is None or not said.cue:
        return False
    return _has(words.denying, said.cue) and _is_negated(offer, said, words)


def _cue(offer: Offer, figure: Span) -> tuple[Span, ...]:
    said = _innermost(offer, figure)
    return said.cue if said else ()


def _is_negated(offer: Offer, said: Attribution, words: StanceWords) -> bool:
    """True for "did not immediately confirm"."""
    text, start, end = offer.document.text, said.cue[0].start, said.cue[-1].end
    before = text[max(0, start - 40) : start].lower().split()[-BEFORE_CUE:]
    near = [*before, *text[start:end].lower().split()]
    return any(re.fullmatch(words.negating, word) for word in near)


def _doubt(
    offer: Offer, claim: Chosen, figure: Span, words: StanceWords
) -> Span | None:
    """Give the word of doubt before the figure, None where another stands nearer."""
    stand = offer.stands[claim.scores.candidate]
    sentence = offer.found.sentences.sentences[
        int(offer.ground.sentences[stand.anchor])
    ]
    text = offer.document.text
    found = list(
        re.finditer(
            rf"(?i)\b(?:{words.doubting})\b", text[sentence.start : figure.start]
        )
    )
    if not found:
        return None
    start, end = (sentence.start + at for at in found[-1].span())
    is_others = any(end <= other.start < figure.start for other in offer.found.figures)
    if is_others or "," in text[end : figure.start]:
        return None
    return Span.cut(text, start, end)


def _innermost(offer: Offer, figure: Span) -> Attribution | None:
    """Give the attribution of the shortest content that holds the figure."""
    holding = [
        said
        for said in offer.found.attributions
        if any(s.start <= figure.start and figure.end <= s.end for s in said.content)
    ]
    return min(
        holding, key=lambda a: sum(s.end - s.start for s in a.content), default=None
    )


def _is_source(spans: tuple[Span, ...], said: Attribution) -> bool:
    """True where a claimant's words are, or lie in, those of the source."""
    return any(
        span.start < other.end and other.start < span.end
        for span in spans
        for other in said.source or said.cue
    )


def _stands_before(offer: Offer, spans: tuple[Span, ...], said: Attribution) -> bool:
    """True where an attribution without a source has the claimant before its cue.

    They stand in one sentence, with no other attribution's cue between them.
    """
    if said.source:
        return False
    cue, ground = said.cue[0], offer.ground
    sentence = ground.sentences[ground.range_of(cue)[0]]
    others = [c for a in offer.found.attributions if a is not said for c in a.cue]
    return any(
        span.end <= cue.start
        and ground.sentences[ground.range_of(span)[0]] == sentence
        and not any(span.end <= c.start and c.end <= cue.start for c in others)
        for span in spans
    )


def _has(words: str, spans: tuple[Span, ...]) -> bool:
    """True where a word of spans is one of those."""
    pattern = rf"(?i)\b(?:{words})\b"
    return any(re.search(pattern, span.text) for span in spans)
