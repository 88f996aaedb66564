"""Cost of finding shared text, by number of documents.

usage: python bench/reuse.py [DOCUMENTS ...]        default: 1000 3000 10000

Documents are invented: 400 words each of a vocabulary used as unevenly as a language's
(Zipf), one in five a copy of an earlier one with a tenth of its words replaced, and all
with the same closing line. Prints documents a CPU second and the pairs found.
"""

import random
import resource
import sys
import time

from sayso.linking.reuse import find_shared

WORDS = 400
VOCABULARY = 30_000
CLOSING = "this report was written by the desk and may be printed with its name"


def invent(count: int) -> list[tuple[str, str]]:
    """Give documents with their keys; a copy's key names its original."""
    chance = random.Random(7)
    known = [f"w{n}" for n in range(VOCABULARY)]
    weights = [1 / (n + 1) for n in range(VOCABULARY)]
    texts: list[list[str]] = []
    documents = []
    for number in range(count):
        if texts and chance.random() < 0.2:
            original = chance.randrange(len(texts))
            words = [
                chance.choice(known) if chance.random() < 0.1 else word
                for word in texts[original]
            ]
            key = f"{number} of {original}"
        else:
            words = chance.choices(known, weights, k=WORDS)
            key = str(number)
        texts.append(words)
        documents.append((key, f"{' '.join(words)}. {CLOSING}."))
    return documents


def measure(count: int) -> None:
    documents = invent(count)
    copies = {key.split(" of ")[0]: key for key, _ in documents if " of " in key}
    begun = time.process_time()
    found = set()
    pairs = 0
    for pair in find_shared(documents):
        pairs += 1
        if pair.covered_b >= WORDS / 2:
            found.add(pair.b.split(" of ")[0])
    spent = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count:8,} documents  {count / spent:6.0f} a CPU second  {pairs:8,} pairs"
        f"  {len(found & copies.keys()):,} of {len(copies):,} copies found"
        f"  {memory:,} MB"
    )


def main() -> None:
    for size in [int(word) for word in sys.argv[1:]] or [1_000, 3_000, 10_000]:
        measure(size)


if __name__ == "__main__":
    main()
