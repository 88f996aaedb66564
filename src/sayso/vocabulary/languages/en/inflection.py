"""English word forms from a lemma, so that vocabulary files list lemmas only.

Refuses to guess meanings: it makes forms, nothing else. Regular rules follow the
spelling sections of Huddleston and Pullum, The Cambridge Grammar (2002), chapter 18;
irregular forms are a table.
"""

from collections.abc import Iterator
from functools import cache

VOWELS = "aeiou"


IRREGULAR_VERBS = {
    "be": ("was", "been"), "beat": ("beat", "beaten"), "blow": ("blew", "blown"),
    "break": ("broke", "broken"), "bring": ("brought", "brought"),
    "burn": ("burned", "burned"), "come": ("came", "come"),
    "creep": ("crept", "crept"), "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"), "fight": ("fought", "fought"),
    "find": ("found", "found"), "flee": ("fled", "fled"), "get": ("got", "got"),
    "give": ("gave", "given"), "go": ("went", "gone"), "hand": ("handed", "handed"),
    "hit": ("hit", "hit"), "hold": ("held", "held"), "hurt": ("hurt", "hurt"),
    "keep": ("kept", "kept"), "knock": ("knocked", "knocked"),
    "lay": ("laid", "laid"), "leave": ("left", "left"), "lose": ("lost", "lost"),
    "make": ("made", "made"), "overrun": ("overran", "overrun"),
    "pull": ("pulled", "pulled"), "put": ("put", "put"),
    "retake": ("retook", "retaken"), "rise": ("rose", "risen"),
    "send": ("sent", "sent"), "set": ("set", "set"), "shoot": ("shot", "shot"),
    "shrink": ("shrank", "shrunk"), "sink": ("sank", "sunk"),
    "slay": ("slew", "slain"), "strike": ("struck", "struck"),
    "sustain": ("sustained", "sustained"), "swap": ("swapped", "swapped"),
    "take": ("took", "taken"), "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
}  # fmt: skip
"""Lemma -> (past, participle)."""

IRREGULAR_NOUNS = {
    "person": "persons", "people": "people", "man": "men", "woman": "women",
    "child": "children", "serviceman": "servicemen", "aircraft": "aircraft",
    "personnel": "personnel", "military": "military", "police": "police",
    "staff": "staff", "infantry": "infantry", "manpower": "manpower",
    "dead": "dead", "wounded": "wounded", "injured": "injured", "killed": "killed",
    "missing": "missing", "displaced": "displaced", "equipment": "equipment",
    "weaponry": "weaponry", "hardware": "hardware", "artillery": "artillery",
    "artillery system": "artillery systems", "headquarters": "headquarters",
    "barracks": "barracks", "gunman": "gunmen", "passer-by": "passers-by",
    "mlrs": "mlrs", "himars": "himars", "manpads": "manpads", "crew": "crew",
    "corps": "corps", "wife": "wives", "infrastructure": "infrastructure",
    "mujahid": "mujahideen", "abrams": "abrams", "peshmerga": "peshmerga",
}  # fmt: skip

DOUBLING = frozenset(
    (
        "drop",
        "gun",
        "jam",
        "pin",
        "repel",
        "expel",
        "admit",
        "commit",
        "deter",
        "ram",
        "rob",
        "stab",
        "stop",
        "swap",
    )
)
"""One-syllable verbs whose last consonant doubles: stabbed, dropping."""


@cache
def verb_forms(lemma: str) -> tuple[str, ...]:
    """Give every form of a one-word verb, each once."""
    past, participle = IRREGULAR_VERBS.get(lemma, (_past(lemma),) * 2)
    made = (lemma, _with_s(lemma), past, participle, _gerund(lemma), *_variants(lemma))
    return tuple(dict.fromkeys(made))


def noun_forms(singular: str) -> Iterator[str]:
    """Yield the singular and plural of a noun or noun phrase, lower case."""
    singular = singular.lower()
    yield singular
    head, separator, rest = singular.partition(" of ")
    yield plural(head) + separator + rest


def plural(singular: str) -> str:
    """Give the plural of a noun phrase that ends in its head."""
    if singular in IRREGULAR_NOUNS:
        return IRREGULAR_NOUNS[singular]
    before, space, last = singular.rpartition(" ")
    if space:
        return before + space + plural(last)
    if last.endswith("man"):
        return last[:-3] + "men"
    return _with_s(last)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word in ("go", "do", "echo", "torpedo") else "s")


def _past(lemma: str) -> str:
    if lemma in DOUBLING:
        return lemma + lemma[-1] + "ed"
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _gerund(lemma: str) -> str:
    if lemma in DOUBLING or lemma in ("hit", "put", "set", "cut", "win", "overrun"):
        return lemma + lemma[-1] + "ing"
    if lemma == "die":
        return "dying"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + "ing"


def _variants(lemma: str) -> tuple[str, ...]:
    """Give second participles, British doublings and the forms of "be"."""
    if lemma == "burn":
        return ("burnt",)
    if lemma == "kidnap":
        return ("kidnapped",)
    if lemma == "be":
        return ("were", "is", "are")
    return ()
