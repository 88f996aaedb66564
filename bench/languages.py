"""Which language single sentences are told to be in, beside py3langid."""

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from results import Part, Row
from scores import SHARED

from sayso.model import Document
from sayso.reading.text.sentences import find_sentences
from sayso.vocabulary.languages import load_language
from sayso.workspace.routing import language_of

CODES = ("en", "ru", "uk")
FEWEST = 20
"""Characters of a sentence; a shorter one is a name or a heading."""
SETS = {
    "ud": "sentences of Universal Dependencies",
    "reports": "sentences of the training reports",
    "own": "sentences of the reports written for this project",
}
"""Kind of data -> what its rows are called."""
TREEBANKS = {"en": "en_ewt", "ru": "ru_taiga", "uk": "uk_parlamint"}
Tell = Callable[[str], str]


def languages() -> Part:
    """Sentences whose language is told right, by ours and by py3langid."""
    ours, peer = _ours, _peer()
    rows = []
    for kind, called in SETS.items():
        for code in CODES:
            listed = list(dict.fromkeys(sentences(kind, code)))
            counts = Counter(ours(sentence) for sentence in listed)
            beside = None
            if peer is not None:
                right = sum(peer(sentence) == code for sentence in listed)
                beside = f"py3langid {_share(right, len(listed))}"
            rows.append(
                Row(
                    f"{code}: told right, % (sentences told another: {_others(counts, code)})",
                    f"{called}, {len(listed)}",
                    _share(counts[code], len(listed)),
                    peers=beside,
                )
            )
    return Part("Language of a sentence", "make bench ONLY=languages", rows, [NOTE])


NOTE = (
    "Each sentence of 20 characters and more by itself, as a document of its own;"
    " ours is what decides in the product who reads it. py3langid 0.4.0 was told that"
    " there are English, Russian and Ukrainian alone, ours was not."
    " Our runs of letters were counted over the training reports and those written for"
    " this project, so the rows of these are no evidence; the treebanks were never"
    " counted, but a look at errors on their development half led to more function"
    " words and to leaving out names of accounts."
)


def sentences(kind: str, code: str) -> Iterator[str]:
    """Yield the sentences of one kind of data in one language."""
    if kind == "ud":
        for part in ("dev", "test"):
            path = SHARED / "data" / "ud" / f"{TREEBANKS[code]}-ud-{part}.conllu.gz"
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                told = (
                    line[9:].strip() for line in lines if line.startswith("# text = ")
                )
                yield from (text for text in told if len(text) >= FEWEST)
        return
    name = f"own_{code}" if kind == "own" else code
    path = SHARED / "data" / "training" / f"{name}.jsonl"
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        for span in find_sentences(json.loads(line)["text"], load_language(code)):
            if len(span.text) >= FEWEST:
                yield span.text


def _ours(sentence: str) -> str:
    return language_of(Document(sentence))


def _peer() -> Tell | None:
    """Give py3langid restricted to our languages, None where it is not installed."""
    if find_spec("py3langid") is None:
        return None
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    known = LanguageIdentifier.from_model_file(MODEL_FILE)
    known.set_languages(list(CODES))
    return lambda sentence: str(known.classify(sentence)[0])


def _share(right: int, of: int) -> float:
    return round(100 * right / of, 1)


def _others(counts: Counter[str], code: str) -> str:
    told = [f"{other} {n}" for other, n in counts.most_common() if other != code]
    return ", ".join(told) or "none"
