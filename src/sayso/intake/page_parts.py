"""What of a page's elements is no text of its article, and the times beside its title.

Boxes of related articles, teasers, captions, notices on cookies and newsletters and
what readers wrote are told by their elements' names and by paragraphs that are nothing
but a link. They are taken out and counted; what holds the headline or half of the
page's paragraphs never is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from sayso.intake.lead_words import LEADS_ON
from sayso.intake.page_days import Candidate, Trust
from sayso.model import PartKind

_EDGE = r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))"
_NAMES: Mapping[PartKind, str] = MappingProxyType(
    {
        PartKind.RELATED: r"related|read-?more|readmore|also-?read|read-?also|recommend"
        r"(?:ed|ations?)|teasers?|promo|most-?read|more-?stories|more-?on|see-?also"
        r"|trending|outbrain|taboola|inline-?story|story-?link",
        PartKind.CAPTION: r"captions?|wp-caption-text|credits?|photo-?credit"
        r"|image-?credit",
        PartKind.NOTICE: r"cookies?|consent|gdpr|newsletters?|sign-?up"
        r"|subscri(?:be|ption)|paywall|app-?promo|donat(?:e|ion)",
        PartKind.COMMENTS: r"comments?|comment-?list|disqus|replies|discussion|respond",
    }
)
_NAMED = {
    kind: re.compile(rf"(?i:{_EDGE}(?:{names})(?:$|[\s_-]|(?-i:(?=[A-Z]))))")
    for kind, names in _NAMES.items()
}
_BOXES = frozenset(
    "div section aside ul ol p span figcaption form iframe blockquote nav table dl"
    " article li small amp-consent amp-list".split()
)
"""Elements that may be taken out for their name."""
_WHOLE = 0.5
"""Share of the page's words in paragraphs that no box may hold."""
_FEWEST_LINKED = 4
"""Words of a paragraph that is one link, from which it is a headline."""
_DEEPEST_NAME = 300
_PUBLISHED = re.compile(
    r"(?i)publish|entry-date|post-date|posted-on|date-published|dt-published|pub-?date"
)
_CHANGED = re.compile(r"(?i)update|modif|edited|expire")
_MOST_TIMES = 300


def take_out(tree: Any) -> Counter[PartKind]:
    """Remove what is no text of the article, and give how many boxes of each kind.

    Args:
        tree: Elements of lxml; changed in place.
    """
    taken = Counter[PartKind]()
    all_words = sum(_words_in(p) for p in tree.iter("p"))
    boxes: list[tuple[Any, PartKind]] = []
    for element in tree.iter():
        kind = _kind_of(element)
        if kind is not None and not _is_main(element, all_words):
            boxes.append((element, kind))
    for element, kind in boxes:
        if element.getparent() is not None and _is_within(element, tree):
            _drop(element)
            taken[kind] += 1
    return taken


def find_times(tree: Any) -> Iterator[Candidate]:
    """Yield the days that stand in a page's elements, as far as they are its own."""
    headings = list(tree.iter("h1"))
    heading = headings[0] if headings else None
    home = _home_of(heading)
    beside = 0
    for number, element in enumerate(tree.iter("time", "meta", "span", "div", "abbr")):
        if number > _MOST_TIMES * 20:
            return
        marked = element.get("itemprop") or ""
        is_marked = "datepublished" in marked.lower().split()
        if element.tag != "time" and not is_marked:
            continue
        words = element.get("content") or element.get("datetime")
        words = words or " ".join(element.itertext())
        name = f"{element.get('class') or ''} {marked}"
        if not words.strip() or (_CHANGED.search(name) and not is_marked):
            continue
        if is_marked or "pubdate" in element.attrib or _PUBLISHED.search(name):
            if home is None or _card_of(element) in (None, home):
                yield Candidate(words, f"element {element.tag}", Trust.MARKED)
        elif heading is not None and not beside and _stands_by(element, home):
            beside += 1
            yield Candidate(words, "time beside the headline", Trust.BESIDE)


def _kind_of(element: Any) -> PartKind | None:
    tag = element.tag
    if not isinstance(tag, str):
        return None
    if tag == "aside":
        return PartKind.RELATED
    if tag == "figcaption":
        return PartKind.CAPTION
    if tag not in _BOXES:
        return None
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    for kind, pattern in _NAMED.items():
        if pattern.search(name[:_DEEPEST_NAME]):
            return kind
    if tag in ("p", "li", "div") and _leads_on(element):
        return PartKind.RELATED
    return None


def _leads_on(element: Any) -> bool:
    """True for a paragraph that is a link to another article and nothing else."""
    links = list(element.iter("a"))
    if not links or len(list(element.iter("p", "div"))) > 1:
        return False
    linked = " ".join(" ".join(" ".join(link.itertext()).split()) for link in links)
    words = " ".join(" ".join(element.itertext()).split())
    rest = words.replace(linked, "", 1).strip(" :.>»→|-–—")
    if LEADS_ON.match(words):
        return len(linked.split()) >= 2
    return not rest and len(linked.split()) >= _FEWEST_LINKED and len(links) == 1


def _is_main(element: Any, all_words: int) -> bool:
    """True for what holds the headline or most of the page's paragraphs."""
    if next(element.iter("h1"), None) is not None:
        return True
    inside = sum(_words_in(p) for p in element.iter("p"))
    return all_words > 0 and inside > _WHOLE * all_words


def _words_in(paragraph: Any) -> int:
    return sum(len(text.split()) for text in paragraph.itertext())


def _is_within(element: Any, tree: Any) -> bool:
    """True while no box around it was taken out."""
    return any(above is tree for above in element.iterancestors())


def _drop(element: Any) -> None:
    """Take an element out and keep the words behind it."""
    parent, tail = element.getparent(), element.tail
    before = element.getprevious()
    parent.remove(element)
    if tail:
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail


def _home_of(heading: Any) -> Any:
    """Give the innermost article or main part around the headline."""
    if heading is None:
        return None
    return next(iter(heading.iterancestors("article", "main")), None)


def _card_of(element: Any) -> Any:
    """Give the innermost article or main part around an element."""
    return next(iter(element.iterancestors("article", "main")), None)


def _stands_by(element: Any, home: Any) -> bool:
    """True for a time inside the headline's own article, and in no box of it."""
    if home is None or next(iter(element.iterancestors("footer", "nav")), None):
        return False
    return _card_of(element) is home
