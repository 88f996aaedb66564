"""Evidence that travels: claims with chain, words and bytes, and a check of all of it.

A zip file with one folder. The other side unpacks it and runs `python3 verify.py`,
which needs the standard library alone. Documents in which a name is withheld have a
page with signs and give neither their words nor their bytes: both would spell the name.
Zip entries carry no instant, so equal content gives equal bytes.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.exports.bundle import Bundle, FileFormat, Paper, Row
from sayso.exports.evidence_page import document_page
from sayso.exports.evidence_parts import Evidence, Proof
from sayso.exports.flat import to_flat
from sayso.exports.packing import put
from sayso.exports.stored import to_stored
from sayso.model import canonical_json, to_json

FOLDER = "sayso-bundle"
SUMS = "SHA256SUMS"
_READ_ME = """Evidence from a Sayso ledger: what speakers claim, in which words.

To check it, with Python 3.8 or newer and without any network:

    python3 verify.py
    python3 verify.py --root HASH     (the root hash that the sender told you)

    documents/    a page for each document, its words marked; opens in any browser
    claims.jsonl  the claims, one a line, with offsets (code points) into the text
    rulings.jsonl what people decided on them, one a line
    chain.jsonl   every entry of the ledger: hashes, instants and who recorded it
    texts/        texts of the ledger, each under the SHA-256 by which an entry names it
    captures/     the files that documents were taken from, where they were at hand
    seals/        seals made earlier, with tokens and signatures, where there are some
    manifest.json what is here, and of which documents only a page with signs

What it shows: these words stood in these texts; the ledger named these texts by their
hashes in this order; nothing here was changed after it was written.
What it does not show: that what a speaker claims is so; that a text is what its outlet
published (captured bytes and the address let you ask); when it was recorded, unless a
seal was stamped by somebody else; that the sender did not make all of it anew, unless
you have the root hash or a seal by another way.

The texts are others' work and are here as evidence: their rights are not the sender's.
"""


def write_evidence(bundle: Bundle, path: Path) -> None:
    """Write the zip file."""
    evidence = bundle.evidence()
    sums: dict[str, str] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in _files(bundle, evidence):
            sums[name] = sha256(data).hexdigest()
            put(packed, f"{FOLDER}/{name}", data)
        lines = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
        put(packed, f"{FOLDER}/{SUMS}", lines.encode())


def _files(bundle: Bundle, evidence: Evidence) -> Iterator[tuple[str, bytes]]:
    """Yield every file but the list of sums."""
    rows = tuple(bundle.rows)
    told: list[dict[str, Any]] = []
    given: set[str] = set()
    for paper, claims in _by_document(rows):
        proof = evidence.proof(paper.id)
        page = f"documents/{paper.id[:16]}.html"
        yield page, document_page(paper, proof.text, claims).encode()
        held = {f"texts/{key}.txt": text.encode() for key, text in proof.texts.items()}
        held |= {f"captures/{one.name}": one.data for one in proof.captures}
        yield from ((name, data) for name, data in held.items() if name not in given)
        given |= held.keys()
        told.append(_told(paper, proof, page))
    yield "claims.jsonl", _lines(_claim(row) for row in rows)
    yield "rulings.jsonl", _lines(_rulings(bundle, rows))
    yield "chain.jsonl", _lines(_chain(evidence, bundle.ledger_head))
    yield from ((f"seals/{seal.name}", seal.data) for seal in evidence.seals)
    yield "manifest.json", _manifest(bundle, told)
    yield "README.txt", _READ_ME.encode()
    yield "verify.py", (files("sayso.exports") / "verify_bundle.py").read_bytes()


def _by_document(rows: Iterable[Row]) -> Iterable[tuple[Paper, list[Row]]]:
    found: dict[str, tuple[Paper, list[Row]]] = {}
    for row in rows:
        found.setdefault(row.paper.id, (row.paper, []))[1].append(row)
    return found.values()


def _chain(evidence: Evidence, head: str) -> Iterator[dict[str, Any]]:
    """Yield the entries up to the head that the export names."""
    for entry in evidence.entries() if head else ():
        yield to_json(entry)
        if entry.hash == head:
            return


def _claim(row: Row) -> dict[str, Any]:
    return {**to_flat(row), "stored": to_stored(row.claim)}


def _rulings(bundle: Bundle, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    for row in rows:
        history = bundle.history(row)
        for ruled in history.rulings:
            yield {"claim": row.id, **to_json(ruled)}
        if history.withheld:
            yield {"claim": row.id, "withheld": history.withheld}


def _told(paper: Paper, proof: Proof, page: str) -> dict[str, Any]:
    held = [f"texts/{paper.id}.txt"] if paper.id in proof.texts else []
    name = paper.name and Path(paper.name).name
    return {
        **to_json(replace(paper, name=name)),
        "page": page,
        "text": held[0] if held else None,
        "captures": [f"captures/{one.name}" for one in proof.captures],
        "names_withheld": proof.is_withheld,
    }


def _manifest(bundle: Bundle, told: list[dict[str, Any]]) -> bytes:
    whole = {
        "sayso": "bundle 1",
        "made": bundle.made,
        "maker": bundle.maker,
        "filters": bundle.filters,
        "ledger_head": bundle.ledger_head,
        "documents": told,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _lines(records: Iterable[dict[str, Any]]) -> bytes:
    return "".join(f"{canonical_json(record)}\n" for record in records).encode()


def tell_evidence(path: Path) -> tuple[str, ...]:
    """Give what the sender should know: the root hash, and what is not in it."""
    with zipfile.ZipFile(path) as packed:
        sums = packed.read(f"{FOLDER}/{SUMS}")
        told = json.loads(packed.read(f"{FOLDER}/manifest.json"))["documents"]
    root = f"root hash {sha256(sums).hexdigest()}: tell it by another way than the file"
    masked = sum(document["names_withheld"] for document in told)
    bare = sum(
        not document["captures"] and not document["names_withheld"] for document in told
    )
    lines = [root, f"{len(told):,} documents"]
    if masked:
        lines.append(f"{masked:,} of them name people withheld: a page with signs only")
    if bare:
        lines.append(f"{bare:,} without captured bytes: name the folder with --files")
    return tuple(lines)


FORMAT = FileFormat(
    "bundle",
    ".zip",
    "application/zip",
    write_evidence,
    "evidence for the other side: claims, chain, texts, bytes, pages, verify.py",
    (
        "words and bytes of documents in which a name is withheld; a page with signs",
        "documents without a claim that fits",
        "findings and chains of origin",
        "earlier readings than the current one",
    ),
    tell_evidence,
    has_texts=True,
)
