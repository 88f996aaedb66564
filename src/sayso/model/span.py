"""A stretch of a document's text that carries its own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch of a text: `text[start:end]` is exactly `span.text`.

    Offsets count Unicode code points of the stored text, as Python and the Web
    Annotation standard do; JavaScript's UTF-16 units are converted elsewhere.
    """

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character; never before `start`."""
    text: str
    """The exact words between the two."""

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise SpanError(
                f'span [{self.start}, {self.end}) does not fit its words "{self.text}"'
                f" of {len(self.text)} characters"
            )

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """Give the span of `text[start:end]`.

        Raises:
            SpanError: The offsets are not inside the text or run backwards.
        """
        if not 0 <= start <= end <= len(text):
            raise SpanError(
                f"span [{start}, {end}) lies outside a text of {len(text)} characters"
            )
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def check(self, text: str) -> None:
        """Refuse a span whose words do not stand in the text at its offsets.

        Raises:
            SpanError: `text[start:end]` differs from the span's words.
        """
        if text[self.start : self.end] != self.text:
            raise SpanError(
                f'text at [{self.start}, {self.end}) is "{text[self.start : self.end]}"'
                f', the span says "{self.text}"'
            )


def trim_span(text: str, start: int, end: int, *, strip: str = " \t\r\n") -> Span:
    """Give the span without the characters of `strip` at its edges."""
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span.cut(text, start, end)


def hull(text: str, spans: Iterable[Span]) -> Span | None:
    """Give the shortest span that covers all spans; None when there are none."""
    found = tuple(spans)
    if not found:
        return None
    return Span.cut(text, min(s.start for s in found), max(s.end for s in found))
