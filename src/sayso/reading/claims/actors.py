"""Who did what a claim counts, or gained by it, when the sentence says so."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.claims.scope import Roles, Scope, owned_before
from sayso.reading.events.event import BE, BETWEEN_AUXILIARY, HAVE, QUOTES, STOPS, Event
from sayso.reading.events.frames import VERBAL, Role, load_frames
from sayso.reading.parties.mentions import PartyMention
from sayso.reading.parties.sides import Side
from sayso.vocabulary.languages.en.inflection import Form
from sayso.vocabulary.measures import measures_that

ASIDE = 10
"""Items of the longest words put between a subject and its verb."""
BLAME_REACH = 8
"""Items back from a name to the word that blames: "blamed the raid on"."""
MENTION_REACH = 60
"""Characters a party's name may have before its last word."""
TARGETS = frozenset({"site", "area", "settlement", "equipment"})
"""Classes of things that are hit: a party's name before them is whose they are."""
GROUND = ("territory.", "settlements.", "place.")
TAKEN = ("place.gained", "settlements.gained", "people.captured")
NOMINAL = (Role.NAME, Role.TALLY, Role.STATE)


def find_actor(scope: Scope, shared: Roles) -> Side | None:
    """Give who did it, None when the sentence and the speaker do not tell.

    Args:
        scope: The claim's sentence and the document's parties.
        shared: Roles of the figure whose list or split this one is in.
    """
    event, measure = scope.event, scope.match.measure
    named = _by_own_words(scope)
    if named is not None:
        return scope.settle(named)
    if scope.match.host is not None and shared.event is not None:
        return _of_whole(scope, shared)
    if event is None or event.frame.role in NOMINAL:
        owner = _inside(scope, event)
        if owner is not None:
            return owner
        attacker = _settled(scope, _attacker(scope)) or _own_doing(scope)
        return attacker or _of_attack(scope, shared)
    if event.frame.role is Role.LOSING or measure.endswith(".lost"):
        return None
    if scope.holder == "target" and _is_repelled(scope, event):
        defender = _agent(scope)
        if defender is None and not event.passive:
            defender = find_subject(scope, event)
        return scope.opponent(defender or scope.speaker)
    is_reduced = event.frame.role is Role.DOES and event.at > scope.match.at
    if event.passive or is_reduced or event.frame.role in (Role.UNDERGOES, Role.ACT):
        agent = _agent(scope)
        if agent is not None or event.frame.role is not Role.ACT:
            attacker = agent or _settled(scope, _attacker(scope))
            return attacker or _own_doing(scope) or _of_attack(scope, shared)
    joined = shared.actor if _is_joined(scope, event, shared.event) else None
    subject = joined or find_subject(scope, event) or _own_doing(scope)
    if measure == "people.freed" and _regains(scope, event):
        return None
    return subject


def _is_joined(scope: Scope, event: Event, before: Event | None) -> bool:
    """True for the second verb of "killed 33 men and seized 10 trucks"."""
    if before is None or before.passive or before.frame.role is not Role.DOES:
        return False
    ahead = scope.items[max(0, event.at - 2) : event.at]
    return len(ahead) == 2 and ahead[0].figure is not None and ahead[1].text == "and"


def _inside(scope: Scope, event: Event | None) -> Side | None:
    """Give the side inside a state: "in Norlandic hands", "in our hands"."""
    if event is None or event.frame.role is not Role.STATE or not event.frame.rest:
        return None
    words = scope.items[event.at : event.end]
    if any(item.text in scope.words.ours for item in words):
        return scope.speaker
    found = scope.within(words[0].start, words[-1].end)
    return scope.settle(found[0]) if found else None


def _of_whole(scope: Scope, shared: Roles) -> Side | None:
    """Give the actor of a split; who launched what another side shot down."""
    is_launched = scope.match.measure == "attacks.launched"
    if is_launched and shared.measure == "attacks.intercepted":
        return shared.affected
    return shared.actor


def _of_attack(scope: Scope, shared: Roles) -> Side | None:
    """Give who attacked: as told before in the sentence, else the speaker's enemy."""
    group = scope.match.figure.group or ""
    if scope.holder != "target" or group in scope.words.clashes:
        return None
    if not scope.source:
        return scope.speaker
    return shared.actor or scope.opponent(scope.speaker)


def _by_own_words(scope: Scope) -> PartyMention | None:
    """Give the party of "eight Russian attacks"; "Hezbollah targets" are of the hit."""
    if scope.holder not in ("actor", "target"):
        return None
    if scope.match.measure == "attacks.intercepted":
        return None
    if scope.holder == "target" and TARGETS.intersection(scope.match.figure.classes):
        return None
    own = scope.within(scope.figure.start, scope.figure.end)
    return own[0] if own else None


def _settled(scope: Scope, mention: PartyMention | None) -> Side | None:
    return scope.settle(mention) if mention is not None else None


def _is_repelled(scope: Scope, event: Event) -> bool:
    return scope.items[event.at].text in scope.words.repelling


def _regains(scope: Scope, event: Event) -> bool:
    """True for "Kyiv got back 230 people": the subject's own people."""
    verb = scope.items[event.at].text
    rest = event.frame.rest[-1:]
    back = rest in (("back",), ("home",))
    return back and not event.passive and verb[:3] in ("get", "got", "bri", "wel")


def _own_doing(scope: Scope) -> Side | None:
    """Give the speaker's side for what a belligerent says was done by no one named."""
    return scope.speaker if scope.match.measure in measures_that("own_doing") else None


def _agent(scope: Scope) -> Side | None:
    """Give the party behind "by"."""
    event, items = scope.event, scope.items
    for at in range(event.end if event else len(items), len(items)):
        if items[at].text in _agent_words(event):
            if items[min(at + 1, len(items) - 1)].text in scope.words.own:
                return scope.speaker
            reach = items[min(at + 7, len(items) - 1)].end
            found = scope.within(items[at].end, min(reach, scope.sentence.end))
            return scope.settle(found[0]) if found else None
        if items[at].text in STOPS:
            return None
    return None


def _agent_words(event: Event | None) -> tuple[str, ...]:
    """Give the prepositions before who did it: towns fall "to" somebody."""
    falls = event is not None and event.frame.role is Role.UNDERGOES
    takes = falls and event is not None and event.frame.measure in TAKEN
    return ("by", "to") if takes else ("by",)


def _attacker(scope: Scope) -> PartyMention | None:
    """Give the party of "Russian strikes", "a Daesh car bomb", "clashes with X"."""
    mentions = scope.within(scope.sentence.start, scope.sentence.end)
    for mention in mentions:
        after = [i.text for i in scope.items if i.start >= mention.span.end][:2]
        if scope.words.attacking.intersection(after) or _fought(scope, mention):
            return mention
    return next((m for m in mentions if _is_blamed(scope, m)), None)


def _is_blamed(scope: Scope, mention: PartyMention) -> bool:
    """True for the side of "blaming X", "blamed the raid on X", "accused X of"."""
    before = [i.text for i in scope.items if i.end <= mention.span.start][-BLAME_REACH:]
    while before and before[-1] in scope.words.skipped:
        before.pop()
    if before[-1:] == ["on"]:
        return not scope.words.blaming.isdisjoint(before)
    return bool(before) and before[-1] in scope.words.blaming


def _fought(scope: Scope, mention: PartyMention) -> bool:
    """True for the side of "killed in clashes with X", when the dead are not X's."""
    before = [i.text for i in scope.items if i.end <= mention.span.start][-3:]
    while before and before[-1] in scope.words.skipped:
        before.pop()
    if before[-1:] != ["with"] or not scope.words.clashes.intersection(before):
        return False
    own = scope.within(scope.figure.start, scope.figure.end)
    return not any(m.name.lower() in mention.span.text.lower() for m in own)


def find_subject(scope: Scope, event: Event) -> Side | None:
    """Give the party that stands as subject before a verb.

    The nearest one that no preposition governs; failing that, a governed one
    ("forces loyal to X"). A weapon as subject has the party before it, if any.
    """
    items = scope.items
    ahead = [item.text for item in items[max(0, event.at - 2) : event.at]]
    if ahead == ["to", "have"] and scope.speaker is not None and scope.source:
        return scope.speaker
    opened = _aside_before(scope, event)
    if opened is not None:
        return find_subject(scope, replace(event, at=opened))
    if owned_before(scope, items[event.at].start) and scope.speaker is not None:
        return scope.speaker
    if scope.match.measure.startswith(GROUND) and _speaker_is_subject(scope, event):
        return scope.speaker
    goes_on = event.frame.form is Form.GERUND or items[event.at - 1].text == "and"
    if goes_on and _speaker_goes_on(scope, event):
        return scope.speaker
    for at in range(event.at - 1, max(-1, event.at - 4), -1):
        item = items[at]
        ending = scope.within(item.start - MENTION_REACH, item.end)
        is_here = bool(ending) and ending[-1].span.end == item.end
        if is_here and not scope.modifies(ending[-1]):
            return scope.settle(ending[-1])
        if item.text in scope.words.attacking:
            return _settled(scope, _attacker(scope))
    word = subject_word(scope, event)
    if scope.is_quoted and word in scope.words.others:
        return scope.opponent(scope.speaker)
    if word in scope.words.pronouns:
        return scope.speaker
    pool = scope.subject_pool(items[event.at].start)
    return scope.settle(pool[-1]) if pool else None


def _aside_before(scope: Scope, event: Event) -> int | None:
    """Give where words put between a subject and its verb begin: "X, backed by Y,"."""
    texts = [item.text for item in scope.items[: event.at]]
    if texts[-1:] != [","] or event.frame.form is not Form.PAST:
        return None
    opens = [
        at for at in range(max(0, event.at - ASIDE), event.at - 1) if texts[at] == ","
    ]
    return opens[-1] if opens else None


def _speaker_is_subject(scope: Scope, event: Event) -> bool:
    """True for "Kyiv declared control over": the speaker's name before the verb."""
    verb = scope.items[event.at].start
    ends = [span.end for span in scope.source if span.end <= verb]
    if not ends or scope.within(max(ends), verb):
        return False
    between = {i.text for i in scope.items if max(ends) <= i.start < verb}
    return STOPS.isdisjoint(between)


def _speaker_goes_on(scope: Scope, event: Event) -> bool:
    """True for "it had beaten back a raid, killing 12": the speaker did both.

    Neither a clause nor a side with a verb of its own stands between the pronoun and
    the verb.
    """
    items = scope.items
    for at in range(event.at - 1, -1, -1):
        if items[at].text in STOPS:
            return False
        if items[at].text in scope.words.pronouns:
            named = scope.within(items[at].end, items[event.at].start)
            return not any(_acts(scope, mention) for mention in named)
    return False


def _acts(scope: Scope, mention: PartyMention) -> bool:
    """True for a side right before a verb or an auxiliary."""
    after = [i.text for i in scope.items if i.start >= mention.span.end][:1]
    if not after or after[0] in BE or after[0] in HAVE:
        return bool(after)
    frames = load_frames().get(after[0], ())
    return any(f.role in VERBAL and f.form is not Form.GERUND for f in frames)


def subject_word(scope: Scope, event: Event) -> str:
    """Give the word before a verb and its auxiliaries: "it" of "it had seized"."""
    items, at = scope.items, event.at - 1
    while at >= 0 and (
        items[at].text in HAVE
        or items[at].text in QUOTES
        or items[at].text in BE
        or items[at].text in BETWEEN_AUXILIARY
        or items[at].text.endswith("ly")
    ):
        at -= 1
    return items[at].text if at >= 0 else ""
