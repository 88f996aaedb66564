"""What makes a number no quantity: years, names of things, scores, hours."""

from __future__ import annotations

import re

from sayso.reading.numbers.drafts import Draft
from sayso.reading.numbers.nouns import is_plural
from sayso.reading.numbers.scan import Scan
from sayso.vocabulary.languages.number_words import Limit

YEARS = (1000, 2199)
BARE_YEARS = (1700, 2199)
"""Within these a bare number without a noun is a year whatever stands before it."""
VAGUE_YEAR = (None, Limit.ABOUT)
TITLE_SHARE = 0.7
"""Share of capitalised long words above which a line is read as a headline."""
LINE = 200
"""Characters of a line looked at when a headline is looked for."""
CAPITAL = re.compile(r"[^\W\d_]{4,}")
LONGEST = 12
"""Figures in a row without a separator, above which they are an identifier."""
PLACES = 3
"""Decimal places above which a number without a unit is a coordinate."""
HOURS = 24
HOUR = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
BEFORE = 24
"""Characters before a figure of two digits that show it to be a year."""
SHORT_YEAR = re.compile(
    r"(?:(?:1[6-9]|20)\d\d|['’]\d\d)(?:\s?[-–]\s?|\s(?:and|to|or|through)\s)['’]$"
)
"""What stands before the second year of a span or list."""
APOSTROPHE = re.compile(r"(?<![^\W\d_])([a-z]{2,10})\.?\s['’]$")
CLOSING = re.compile(r"['’](?![^\W_])")
AFTER = re.compile(r"\s([a-z.,'’]{2,14})")


def is_quantity(scan: Scan, draft: Draft) -> bool:
    """True unless the surroundings show a year, a name, a score or an hour."""
    if draft.unit is not None:
        return True
    if _is_code(scan, draft):
        return False
    if draft.after_hyphen and draft.high is None:
        return False
    if _is_added(scan, draft):
        return False
    if draft.amount.share and _is_ordinal(scan, draft):
        return False
    if draft.attributive or _is_suffix(scan, draft) or _is_lone_scale(scan, draft):
        return False
    if _is_year(scan, draft) or _is_score(scan, draft) or _is_hour(scan, draft):
        return False
    if _is_pronoun(scan, draft):
        return False
    return not _is_name(scan, draft)


def _is_added(scan: Scan, draft: Draft) -> bool:
    """True for the half of "a month and a half" and of "the first half"."""
    figures = scan.folded[draft.amount.start : draft.amount.end]
    if not figures.endswith(scan.words.half) or draft.limit is not None:
        return False
    if draft.before in scan.words.half_not_after:
        return True
    return draft.before == scan.words.joiner and draft.noun is None


def _is_code(scan: Scan, draft: Draft) -> bool:
    """True for identifiers, coordinates and parts of hyphened codes."""
    last = draft.high or draft.amount
    figures = scan.folded[draft.amount.start : draft.amount.end]
    if draft.amount.plain and len(figures) > LONGEST:
        return True
    decimal = figures.count(".") == 1 and not draft.amount.letters
    if decimal and draft.amount.scale == 1 and len(figures.partition(".")[2]) > PLACES:
        return True
    after = scan.folded[last.end : last.end + 2]
    return draft.high is not None and after[:1] in "-–" and after[1:].isdigit()


def _is_suffix(scan: Scan, draft: Draft) -> bool:
    """True for a minus sign after a word, without a unit: "COVID -19"."""
    named = draft.before != "" and draft.before not in scan.words.stops
    sign = draft.negative and not draft.amount.letters and named
    return sign and draft.limit is None and draft.high is None


def _is_ordinal(scan: Scan, draft: Draft) -> bool:
    """True for "a third man", where a noun follows the name of a part."""
    name = scan.folded[draft.amount.start : draft.amount.end].split()
    if len(name) != 2 or name[0] not in scan.words.articles:
        return False
    if draft.limit is not None or name[1] in scan.words.quarters:
        return False
    after = AFTER.match(scan.folded, draft.amount.end)
    return bool(after) and not (after and after.group(1) in scan.words.stops)


def _is_lone_scale(scan: Scan, draft: Draft) -> bool:
    """True for a scale word without a number, article or bound: "a baker's dozen"."""
    amount = draft.amount
    if draft.limit is not None or draft.before == "" or draft.high is not None:
        return False
    if amount.vague is not None:
        return False
    if draft.before in scan.words.determiners and draft.noun and draft.noun.plural:
        return False
    return scan.folded[amount.start : amount.end] in scan.words.scales


def _is_short_year(scan: Scan, draft: Draft) -> bool:
    """True for the "95" of "in '95", "1992-'95", "the '94 attack", "April '94".

    A straight mark may open a quotation ("said '14 men died'"): before a word that
    other things than years follow, too, none may close within the line.
    """
    amount = draft.amount
    if not amount.plain or amount.end - amount.start != 2:
        return False
    before = scan.folded[max(0, amount.start - BEFORE) : amount.start]
    if SHORT_YEAR.search(before):
        return True
    opened = APOSTROPHE.search(before)
    if opened is None:
        return False
    word = opened.group(1)
    if word in scan.words.months or word in scan.words.months_after:
        return True
    if word not in scan.words.year_before and word not in scan.words.articles:
        return False
    line = scan.folded[amount.end : amount.end + LINE].partition("\n")[0]
    return CLOSING.search(line) is None


def _is_year(scan: Scan, draft: Draft) -> bool:
    if _is_short_year(scan, draft):
        return True
    amounts = (draft.amount,) if draft.high is None else (draft.amount, draft.high)
    if not all(a.plain and a.end - a.start == 4 for a in amounts):
        return False
    value = draft.amount.value
    if not YEARS[0] <= value <= YEARS[1] or draft.negative:
        return False
    if draft.high is not None and draft.high.value > YEARS[1]:
        return False
    if scan.folded.startswith(("'s", "’s", "′s"), draft.amount.end):
        return True
    dated = draft.before in scan.words.year_before
    if draft.limit not in VAGUE_YEAR or _filled(scan, draft):
        return False
    if draft.noun is not None and draft.noun.plural:
        head = scan.folded[draft.noun.head : draft.noun.head_end]
        return dated and head not in scan.words.plurals
    if draft.open != draft.before_start and dated:
        return True
    return draft.start == draft.open and value >= BARE_YEARS[0]


def _filled(scan: Scan, draft: Draft) -> bool:
    """True when "an average of", "a total of" stands before, which no year has."""
    gap = scan.folded[draft.before_start : draft.open].split()
    return len(gap) > 2


def _is_score(scan: Scan, draft: Draft) -> bool:
    """True for "3-1": a hyphen between small figures with nothing counted."""
    if draft.high is None or draft.noun is not None or draft.limit is not None:
        return False
    joiner = scan.folded[draft.amount.end : draft.high.start].strip()
    return joiner in "-–" and draft.high.value < 20


def _is_hour(scan: Scan, draft: Draft) -> bool:
    """True for "six o'clock", "at 11" and, where a time may stand, "16.40"."""
    words, amount = scan.words, draft.amount
    if draft.high is not None or draft.limit is not None or amount.scale != 1:
        return False
    after = AFTER.match(scan.folded, amount.end)
    word = after.group(1).rstrip(".,") if after else ""
    if word in words.clock_after or word in words.eras:
        return True
    if amount.plain:
        bare = draft.noun is None and draft.before == words.clock_before[0]
        return bare and amount.value <= HOURS and not _follows_level(scan, draft)
    if not HOUR.fullmatch(scan.folded, amount.start, amount.end):
        return False
    if draft.noun is None:
        return draft.before in words.clock_before or _opens_line(scan, draft.start)
    return not draft.noun.plural or _opens_line(scan, draft.start)


def _follows_level(scan: Scan, draft: Draft) -> bool:
    """True for "the toll stands at 19"."""
    ahead = scan.folded[max(0, draft.before_start - 12) : draft.before_start].split()
    return bool(ahead) and ahead[-1] in scan.words.level_verbs


def _opens_line(scan: Scan, at: int) -> bool:
    return at == 0 or scan.text[at - 1] == "\n"


def _is_pronoun(scan: Scan, draft: Draft) -> bool:
    """True for "one" without a noun: a pronoun, which a caller may ask for apart."""
    words = scan.words
    if draft.amount.value != 1 or not draft.amount.letters:
        return False
    if draft.high is not None or draft.amount.share:
        return False
    if draft.before in words.pronoun_always:
        return True
    if draft.before in words.pronoun_before and draft.noun is None:
        return True
    after = AFTER.match(scan.folded, draft.amount.end)
    if after and after.group(1).rstrip(".,") in words.pronoun_after:
        return True
    return draft.noun is None or draft.partitive


def is_label(scan: Scan, draft: Draft) -> bool:
    """True when the word before is one that numbers name: "block 3", "blocks 3"."""
    labels = scan.words.labels_before
    return draft.before in labels or draft.before.removesuffix("s") in labels


def _is_name(scan: Scan, draft: Draft) -> bool:
    """True when the number names something: "Resolution 2254", "Leopard 2"."""
    amount, words = draft.amount, scan.words
    if draft.limit is not None or draft.high is not None or amount.scale != 1:
        return False
    if not amount.plain and not amount.letters:
        return draft.noun is None and is_label(scan, draft)
    if draft.before and draft.before in words.models and amount.plain:
        return True
    if _is_designation(scan, draft):
        return True
    if amount.letters and not _is_capital(scan, amount.start):
        return is_label(scan, draft) and draft.noun is None
    if not draft.before or draft.before_start + len(draft.before) + 1 != draft.start:
        return False
    capital = _is_capital(scan, draft.before_start)
    if is_label(scan, draft):
        return draft.noun is None or (capital and not is_headline(scan, draft.start))
    if draft.noun is not None and draft.noun.plural:
        letter = len(draft.before) == 1 and draft.before not in words.articles
        return letter and capital
    if not capital or _opens_sentence(scan, draft.before_start):
        return False
    after = AFTER.match(scan.folded, amount.end)
    if draft.before in words.stops or draft.before in words.predicates:
        return False
    if after and after.group(1) in words.predicates:
        return False
    return not _shares_noun(scan, draft) and not is_headline(scan, draft.start)


def _shares_noun(scan: Scan, draft: Draft) -> bool:
    """True for the 14 of "in Odesa 14 and 9 people": the noun counts both."""
    joins = rf"\s{re.escape(scan.words.joiner)}\s\d[\d,]*\s(?P<noun>[^\W\d_]+)"
    behind = re.compile(joins).match(scan.folded, draft.amount.end)
    return behind is not None and is_plural(scan, behind["noun"])


def _is_designation(scan: Scan, draft: Draft) -> bool:
    """True for "12 Brigade", which is not twelve of them."""
    noun = draft.noun
    if noun is None or noun.plural or not _is_capital(scan, noun.head):
        return False
    return scan.folded[noun.head : noun.head_end] in scan.words.labels_after


def _is_capital(scan: Scan, at: int) -> bool:
    return scan.text[at : at + 1].isupper()


def _opens_sentence(scan: Scan, at: int) -> bool:
    ahead = scan.text[max(0, at - 3) : at].rstrip(" \"“'‘(")
    return not ahead or ahead[-1] in ".!?:\n" or at == 0


def is_headline(scan: Scan, at: int) -> bool:
    """True when the line around an offset is in capitals or title case."""
    text = scan.text
    left = text.rfind("\n", max(0, at - LINE), at) + 1 or max(0, at - LINE)
    right = text.find("\n", at, at + LINE)
    line = text[left : at + LINE if right < 0 else right]
    words = CAPITAL.findall(line)
    capital = sum(word[0].isupper() for word in words)
    return bool(words) and capital >= TITLE_SHARE * len(words)
