"""Rises and falls that a sentence says in words, with the change they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.support.account import compiled
from sayso.linking.interval import Interval
from sayso.model import Claim, Span
from sayso.vocabulary.languages.comparing_words import ComparingWords

LOOSE = Fraction(1, 8)
"""Part of itself by which a multiple in words may be off: "doubled" is 1.75 to 2.25."""
_NEARLY = Fraction(3, 4)
"""Least part of a multiple that "nearly" may leave: nearly doubled is 1.5 and more."""
RATIO, DIFFERENCE = "ratio", "difference"
_NUMBER = r"(?<![\w.,-])(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_AROUND = 14
"""Characters before a multiple in which "more than" or "nearly" may stand."""
_STEP = 30
"""Characters between a verb of rising and the number it rose by."""
_FAR = 90
"""Characters between a verb of rising and "from" or "to"."""
_BEHIND = 60
"""Characters between a comparison and the figure it compares with."""
_ENDS = re.compile(r"[,:;.]\s")
_APPOSED = re.compile(r"\s?[,:(—–-]\s?")
_FIVE, _TEN = Fraction(5), Fraction(10)


@dataclass(frozen=True, slots=True)
class Change:
    """A change in words."""

    words: Span
    kind: str
    """"ratio" of the later to the earlier figure, or "difference"."""
    expected: Interval
    number: Span | None = None
    """The number that says how much, which is no figure of the pair."""
    is_between: bool = False
    """True when the later figure stands before the words, the earlier behind them."""
    needs_marks: bool = False
    """True when only "from" and its like may tell which figure is the earlier."""

    @property
    def formula(self) -> str:
        """How the change is worked out."""
        sign = "/" if self.kind == RATIO else "-"
        return f"later {sign} earlier"

    def measured(self, earlier: Interval, later: Interval) -> Interval:
        """Give the change that two figures stand for."""
        return later.over(earlier) if self.kind == RATIO else later - earlier


def find_changes(sentence: Span, words: ComparingWords) -> Iterator[Change]:
    """Give the changes that a sentence says, in no fixed order."""
    found = [*_multiples(sentence, words), *_steps(sentence, words)]
    yield from found
    yield from _differences(sentence, words)
    if not found:
        yield from _directions(sentence, words)


def compares(said: str, words: ComparingWords) -> bool:
    """True for words that set a figure beside another: "41 fewer than in May"."""
    sentence = Span(0, len(said), said)
    return any(change.is_between for change in find_changes(sentence, words))


def is_compared_with(figure: Claim, words: ComparingWords) -> bool:
    """True for 327 in "286, 41 fewer than in May (327)": it is what another exceeds.

    "Twice as many, 96, on Tuesday" has the other figure behind it, and that is the
    later one.
    """
    for change in find_changes(figure.sentence, words):
        start = change.words.end - figure.sentence.start
        end = figure.quantity.span.start - figure.sentence.start
        if not change.is_between or not 0 < end - start <= _BEHIND:
            continue
        gap = figure.sentence.text[start:end]
        if any(letter.isdigit() for letter in gap) or _APPOSED.fullmatch(gap):
            continue
        if not _ENDS.search(gap) or compiled(words.earlier).search(gap):
            return True
    return False


def _multiples(sentence: Span, words: ComparingWords) -> Iterator[Change]:
    """Give "doubled", "halved", "twice as many"."""
    for pattern, factor in words.multiples.items():
        for match in compiled(rf"\b(?:{pattern})\b").finditer(sentence.text):
            ahead = sentence.text[max(0, match.start() - _AROUND) : match.start()]
            goes_on = compiled(words.compares).match(sentence.text, match.end())
            is_alone = " as " in match.group() and "from" not in sentence.text
            yield Change(
                _cut(sentence, match.start(), match.end()),
                RATIO,
                _multiple(factor, ahead, words),
                is_between=goes_on is not None or is_alone,
            )


def _multiple(factor: Fraction, ahead: str, words: ComparingWords) -> Interval:
    """Give the ratios that a multiple allows, with the words before it."""
    low, high = factor * (1 - LOOSE), factor * (1 + LOOSE)
    if compiled(words.nearly).search(ahead):
        return (
            Interval(factor * _NEARLY, high)
            if factor > 1
            else Interval(low, factor / _NEARLY)
        )
    if compiled(words.above).search(ahead):
        return Interval(low, None) if factor > 1 else Interval(Fraction(0), high)
    return Interval(low, high)


def _steps(sentence: Span, words: ComparingWords) -> Iterator[Change]:
    """Give "rose by 50 percent", "fell by 12"."""
    for verbs, sign in ((words.rose, 1), (words.fell, -1)):
        for verb in compiled(verbs).finditer(sentence.text):
            stretch = sentence.text[verb.end() : verb.end() + _STEP]
            number = compiled(rf"{_NUMBER}|{_word(words)}").search(stretch)
            if number is None or not compiled(words.by).match(
                stretch[: number.start()]
            ):
                continue
            value = _value(number, words)
            rest = stretch[number.end() :]
            percent = compiled(words.percent).match(rest)
            is_share = percent is not None
            bare = stretch[: number.start()].strip() == ""
            if bare and not is_share:
                continue  # "rose 12" may be a level
            start = verb.end() + number.start()
            end = verb.end() + number.end() + (percent.end() if percent else 0)
            yield Change(
                _cut(sentence, verb.start(), end),
                RATIO if is_share else DIFFERENCE,
                _percent(value, sign) if is_share else _signed(value, sign),
                number=_cut(sentence, start, start + len(number.group())),
                needs_marks=True,
            )


def _percent(value: Fraction, sign: int) -> Interval:
    """Give the ratios of a rise by a percentage, read with the rounding it shows."""
    half = _HALF if value % _FIVE else (_TEN if value % _TEN == 0 else _FIVE) * _HALF
    low, high = value - half, value + half
    ends = sorted((1 + sign * low / 100, 1 + sign * high / 100))
    return Interval(max(ends[0], Fraction(0)), ends[1])


def _signed(value: Fraction, sign: int) -> Interval:
    return Interval(sign * value, sign * value)


def _differences(sentence: Span, words: ComparingWords) -> Iterator[Change]:
    """Give "five more than", "400 fewer than", "12 percent fewer than"."""
    for pattern, sign in ((words.more, 1), (words.fewer, -1)):
        number = rf"(?:{_NUMBER}|{_word(words)})"
        share = rf"(?P<share>{words.percent})?"
        for match in compiled(number + share + pattern).finditer(sentence.text):
            value = _value(match, words)
            name = "word" if match["word"] else "number"
            yield Change(
                _cut(sentence, match.start(), match.end()),
                RATIO if match["share"] else DIFFERENCE,
                _percent(value, sign) if match["share"] else _signed(value, sign),
                number=_cut(sentence, match.start(name), match.end(name)),
                is_between=True,
            )


def _value(match: re.Match[str], words: ComparingWords) -> Fraction:
    """Give the number of a step, in digits or in a word."""
    word, digits = match["word"], match["number"]
    return Fraction(words.small[word.lower()] if word else digits.replace(",", ""))


def _word(words: ComparingWords) -> str:
    return rf"(?<![\w-])(?P<word>{_either(words)})(?![\w-])"


def _either(words: ComparingWords) -> str:
    return "|".join(sorted(words.small, key=len, reverse=True)) or "(?!)"


def _directions(sentence: Span, words: ComparingWords) -> Iterator[Change]:
    """Give "rose from", "fell to": any rise, any fall."""
    for verbs, expected in (
        (words.rose, Interval(Fraction(0), None)),
        (words.fell, Interval(None, Fraction(0))),
    ):
        for verb in compiled(verbs).finditer(sentence.text):
            stretch = sentence.text[verb.end() : verb.end() + _FAR]
            if re.match(r"\s(?:slightly |sharply |again )?", stretch) and (
                compiled(words.from_to).match(stretch)
            ):
                yield Change(
                    _cut(sentence, verb.start(), verb.end()),
                    DIFFERENCE,
                    expected,
                    needs_marks=True,
                )


def _cut(sentence: Span, start: int, end: int) -> Span:
    """Give a stretch of a sentence as a span of its document."""
    at = sentence.start
    return Span(at + start, at + end, sentence.text[start:end])


_HALF = Fraction(1, 2)
