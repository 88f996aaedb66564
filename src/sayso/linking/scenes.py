"""Scenes: the market, the bus, the hospital, by which two events of one day differ.

A town may be struck twice in a day. What tells the two apart in reports is what was
hit, so the words for it are data here, one row a kind of scene. A claim's scene is
named in its own sentence, else in the last sentence before it that names one; a claim
without a scene may be of any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sayso.model import Claim

SCENES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "market": (
            r"market(?!ing| road| price)s?|bazaar|souk",
            r"рын(?:ок|к\w{1,3})|базар\w{0,3}|ринк\w{1,3}",
        ),
        "bus": (
            r"bus(?:es)?|minibus(?:es)?|coach(?:es)?",
            r"автобус\w{0,3}|маршрутк\w{1,3}",
        ),
        "hospital": (
            r"hospitals?|clinics?|maternity ward",
            r"больниц\w{1,3}|лікарн\w{1,3}|роддом\w{0,3}",
        ),
        "school": (
            r"schools?|kindergarten|university",
            r"школ\w{1,3}|детск\w{1,3} сад\w{0,2}",
        ),
        "church": (
            r"church(?:es)?|cathedral|chapel",
            r"церк\w{1,4}|храм\w{0,3}|собор\w{0,2}",
        ),
        "mosque": (r"mosques?", r"мечет\w{1,3}"),
        "police": (
            r"police (?:station|post|headquarters|academy)",
            r"полици\w{1,4} участ\w{1,4}",
        ),
        "power": (
            r"power (?:station|plant|grid|line)s?|substations?",
            r"электростанци\w{1,2}|подстанци\w{1,2}|ТЭЦ|ТЕЦ",
        ),
        "bridge": (r"bridges?", r"мост(?:а|у|е|ом|ы)?"),
        "railway": (
            r"railway|train station|trains?",
            r"вокзал\w{0,3}|поезд\w{0,3}|потяг\w{0,3}",
        ),
        "convoy": (r"convoys?|motorcade", r"конво\w{1,3}|колонн\w{1,3}"),
        "camp": (r"camps?(?!aign)", r"лагер\w{1,3}"),
        "airport": (
            r"airports?|airfield|air ?base",
            r"аэропорт\w{0,3}|аэродром\w{0,3}",
        ),
        "port": (r"port(?!ion)s?|harbou?r", r"порт(?:а|у|е|ом)?"),
        "factory": (r"factory|factories|refinery|oil depot", r"завод\w{0,3}"),
        "homes": (
            r"(?:apartment|residential) (?:block|building|house)s?|block of flats",
            r"жил\w{2,3} дом\w{0,3}|многоэтажк\w{1,2}",
        ),
        "hotel": (r"hotels?|restaurants?", r"гостиниц\w{1,3}"),
        "prison": (
            r"prison(?!er)|jail|detention cent(?:re|er)",
            r"тюрьм\w{1,3}|колони\w{1,2}",
        ),
        "checkpoint": (r"checkpoints?|roadblocks?", r"блокпост\w{0,3}"),
        "wedding": (r"weddings?", r"свадьб\w{1,3}"),
        "funeral": (r"funerals?", r"похорон\w{0,3}"),
        "mine": (r"land ?mines?|(?:a|the) mine", r"фугас\w{0,3}"),
        "barracks": (r"barracks", r"казарм\w{1,3}"),
    }
)
"""Scene -> the words that name it, in the languages that are read."""
BACK = 700
"""Characters before a claim in which its scene is looked for: some six sentences."""
_NOT_TO = "".join(
    f"(?<!{words} )"
    for words in ("to", "in", "to the", "in the", "at the", "from", "в", "из")
)
"""People are brought to a hospital and walk to school; nothing is hit there."""
_NOT_SAID = r"(?!['’]s|,? where| (?:said|says|director|doctor|official|source|staff))"
"""A hospital that speaks or counts is no scene either."""
_VISITED = ("hospital", "school")
_NAMED = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in SCENES.items())
_BOUND = re.compile(rf"(?<!\w)(?:{_NAMED})(?!\w)")
_PASSED = re.compile(
    rf"(?<!\w){_NOT_TO}(?:{'|'.join('|'.join(SCENES[n]) for n in _VISITED)})"
    rf"(?!\w){_NOT_SAID}"
)
"""Hospitals and schools that something may have happened to."""
_CLAUSE = re.compile(r"[;,]\s|\s(?:and|while|but|и|а)\s")
_ENDS = re.compile(r"[.!?][\"”»]?\s|\n")


def scene_of(claim: Claim, text: str | None) -> str | None:
    """Give the kind of scene a claim is of, None where its account names none.

    Args:
        claim: Its own sentence is looked at first: the word nearest before the figure,
            else the first one behind it.
        text: The document's text, for the sentences before; None looks no further.
    """
    span, sentence = claim.quantity.span, claim.sentence
    own = _scene_in(sentence.text, span.start - sentence.start)
    if own is not None or text is None:
        return own
    return _scene_before(text[max(0, sentence.start - BACK) : sentence.start])


def _scene_in(text: str, at: int) -> str | None:
    """Give the scene of a figure's own clause, else the nearest before or behind it."""
    found = list(_scenes(_uncapped(text)))
    if not found:
        return None
    ends = [m.start() for m in _CLAUSE.finditer(text)]
    begin = max((e for e in ends if e <= at), default=0)
    end = min((e for e in ends if e > at), default=len(text))
    inside = [m for m in found if begin <= m.start() < end]
    before = [m for m in found if m.start() <= at]
    if inside:
        return min(inside, key=lambda m: abs(m.start() - at)).lastgroup
    return (before[-1] if before else found[0]).lastgroup


def _uncapped(sentence: str) -> str:
    """Give the sentence with a small first letter: other capitals are of names."""
    return sentence[:1].lower() + sentence[1:]


def _scene_before(text: str) -> str | None:
    """Give the first scene of the last sentence that names one."""
    for sentence in reversed(_ENDS.split(text)):
        found = next(_scenes(_uncapped(sentence)), None)
        if found is not None:
            return found.lastgroup
    return None


def _scenes(sentence: str) -> Iterator[re.Match[str]]:
    """Give the words of a sentence that name where something happened."""
    for found in _BOUND.finditer(sentence):
        visited = found.lastgroup in _VISITED
        if not visited or _PASSED.match(sentence, found.start()):
            yield found
