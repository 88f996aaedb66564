"""A whole ledger lined up on its own words, and given out masked.

Series and origins are worked out before names are withheld: two persons whose names
may not be shown stay two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from sayso.linking.hops import Hop
from sayso.linking.names import Names
from sayso.linking.origins import Origin
from sayso.linking.reuse import SharedPassages
from sayso.linking.sayings import Saying
from sayso.linking.series import Series
from sayso.model import Claim, Document, DocumentId, Reading
from sayso.model.withheld import MASK, is_withheld, voice_apart
from sayso.workspace.corpus import Corpus
from sayso.workspace.masks import Mask

MaskOf = Callable[[DocumentId], Mask]


def mask_corpus(corpus: Corpus, mask_of: MaskOf) -> Corpus:
    """Give a corpus in which every claim, document and passage is masked."""
    memory: dict[int, Any] = {}

    def show(value: Any) -> Any:
        return _show(value, mask_of, memory)

    context = corpus.context
    documents = {k: mask_of(k).document(d) for k, d in context.documents.items()}
    readings = {k: mask_of(k).reading(r) for k, r in context.readings.items()}
    claims: tuple[Claim, ...] = show(corpus.claims)
    return replace(
        corpus,
        claims=claims,
        context=replace(
            context,
            names=Names.of(context.theatres, claims),
            documents=documents,
            readings=readings,
            series=show(context.series),
            origins=show(context.origins),
        ),
        said=lambda: tuple(_saying(said, mask_of) for said in corpus.sayings()),
    )


def _show(value: Any, mask_of: MaskOf, memory: dict[int, Any]) -> Any:
    """Give a value of claims masked; what was one object before stays one."""
    if isinstance(value, (str, int, bytes, Document, Reading)) or value is None:
        return value
    if id(value) in memory:
        return memory[id(value)][1]
    made = _mask(value, mask_of, memory)
    memory[id(value)] = value, made  # the value is kept, so that its id stays its own
    return made


def _mask(value: Any, mask_of: MaskOf, memory: dict[int, Any]) -> Any:
    if isinstance(value, Claim):
        return mask_of(value.document).claim(value)
    if isinstance(value, tuple):
        return tuple(_show(item, mask_of, memory) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    made = {
        part.name: _show(getattr(value, part.name), mask_of, memory)
        for part in fields(value)
    }
    shown: Any = replace(value, **made)
    match shown:
        case Hop():
            proof = tuple((key, mask_of(key).span(span)) for key, span in shown.proof)
            return replace(shown, proof=proof)
        case Origin() if shown.speaker is not None and _is_hidden(shown.claims):
            return replace(shown, speaker=_voice(shown.claims))
        case Series() if _is_hidden([point.claim for point in shown.points]):
            voice = _voice([point.claim for point in shown.points])
            return replace(shown, line=replace(shown.line, voice=voice))
    return shown


def _is_hidden(claims: Any) -> bool:
    return any(is_withheld(claim) for claim in claims)


def _voice(claims: Iterable[Claim]) -> str:
    """Give what stands for the speaker of claims that is withheld."""
    speakers = (c.speaker for c in claims if is_withheld(c) and c.speaker is not None)
    return next(map(voice_apart, speakers), MASK)


def _saying(said: Saying, mask_of: MaskOf) -> Saying:
    """Give what several documents report, as it may be shown."""
    contents = tuple((key, mask_of(key).span(span)) for key, span in said.contents)
    names = {mask_of(key).name(said.speaker) for key in said.documents}
    speaker = said.speaker if names == {said.speaker} else MASK
    return replace(said, contents=contents, speaker=speaker)


def mask_passages(
    shared: Iterable[SharedPassages], mask_of: MaskOf
) -> tuple[SharedPassages, ...]:
    """Give shared passages with the names in them withheld."""
    return tuple(
        replace(
            pair,
            passages=tuple(
                replace(
                    passage,
                    a=mask_of(DocumentId(pair.a)).span(passage.a),
                    b=mask_of(DocumentId(pair.b)).span(passage.b),
                )
                for passage in pair.passages
            ),
        )
        for pair in shared
    )
