"""Check a Sayso evidence bundle: python3 verify.py [FOLDER or ZIP] [--root HASH].

Needs Python 3.8 or newer and nothing else; nothing is asked of a network and nothing is
written. This file is part of the bundle that it checks. Who does not trust it reads it
first (it is short), takes it from elsewhere, or asks `sayso verify --bundle FILE`.

What is compared:
1. every file with its line in SHA256SUMS, and no file more or less;
2. every row of chain.jsonl: its hash covers its own fields and the hash before it;
3. every text with the hash under which a row of the chain names it;
4. every claim's words with the document's text at their offsets, and the claim's id
   with a reading that a row of the chain names;
5. captured bytes with the hash that was recorded when the document was taken in;
6. seals with the hashes of the chain.

It shows that what is here is what was recorded. It does not show that what was recorded
is so, nor when. Who made the bundle could have made all of it anew, files and hashes,
unless the root hash printed below, or a seal, was handed over by another way before.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import pathlib
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

SUMS = "SHA256SUMS"
GENESIS = "0" * 64
if TYPE_CHECKING:  # older Pythons cannot say it
    Rows = list[dict[str, Any]]
LINE = re.compile(r"([0-9a-f]{64})  ([^\n\\]+)")


def sha256(data: bytes) -> str:
    """Give the SHA-256 of bytes as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def sha256_json(value: Any) -> str:
    """Give the SHA-256 of a value written as the ledger writes it."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode("utf-8"))


def load(path: str | pathlib.Path) -> dict[str, bytes]:
    """Give the files of a bundle, a folder or a zip file, by their paths inside it."""
    path = pathlib.Path(path)
    if path.is_dir():
        found = {
            one.relative_to(path).as_posix(): one.read_bytes()
            for one in sorted(path.rglob("*"))
            if one.is_file() and "__pycache__" not in one.parts
        }
    else:
        with zipfile.ZipFile(path) as packed:
            names = [name for name in packed.namelist() if not name.endswith("/")]
            found = {name.partition("/")[2]: packed.read(name) for name in names}
            if len(found) != len(names):
                raise ValueError("two files of the zip have one name")
    if SUMS not in found:
        raise ValueError(f"there is no {SUMS} in it")
    return found


def check(files: dict[str, bytes]) -> tuple[list[str], dict[str, int]]:
    """Give the faults of a bundle, a sentence each, and what was compared, by name."""
    counts: dict[str, int] = {}
    faults = list(check_sums(files))
    chain, more = read_lines(files, "chain.jsonl")
    claims, bad = read_lines(files, "claims.jsonl")
    manifest = read_json(files, "manifest.json")
    faults += more + bad
    if not isinstance(manifest, dict):
        return [*faults, "manifest.json is no JSON object"], counts
    try:
        faults += check_chain(chain, manifest)
        faults += check_texts(files, chain, counts)
        faults += check_claims(files, chain, claims, counts)
        faults += check_captures(files, chain, manifest, counts)
        faults += check_seals(files, chain, counts)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        faults.append(f"what is in the files does not fit together ({error!r})")
    counts["files"] = len(files)
    counts["rows of the chain"] = len(chain)
    counts["claims"] = len(claims)
    return faults, counts


def check_sums(files: dict[str, bytes]) -> Iterator[str]:
    """Yield files that differ from SHA256SUMS, are missing, or are not listed."""
    lines = files[SUMS].decode("utf-8", "replace").split("\n")
    listed = {}
    for number, line in enumerate(lines[:-1], 1):
        match = LINE.fullmatch(line)
        if match is None:
            yield f"{SUMS}: line {number} is not as it was written"
        else:
            listed[match.group(2)] = match.group(1)
    whole = "".join(f"{listed[name]}  {name}\n" for name in sorted(listed))
    if whole.encode("utf-8") != files[SUMS]:
        yield f"{SUMS} is not as it was written"
    for name in sorted(listed.keys() | files.keys()):
        if name == SUMS:
            continue
        if name not in files:
            yield f"{name} is listed in {SUMS} and missing"
        elif name not in listed:
            yield f"{name} is not listed in {SUMS}"
        elif sha256(files[name]) != listed[name]:
            yield f"{name} differs from its line in {SUMS}"


def check_chain(chain: Rows, manifest: Any) -> Iterator[str]:
    """Yield rows that do not follow from the row before."""
    before = GENESIS
    for number, row in enumerate(chain, 1):
        names = ("sequence", "kind", "subject", "body", "at", "by", "previous")
        fits = sha256_json([row[name] for name in names]) == row["hash"]
        if not fits or row["previous"] != before or row["sequence"] != number:
            yield f"chain.jsonl: row {number} does not follow from the one before"
        before = row["hash"]
    if before != (manifest["ledger_head"] or GENESIS):
        yield "chain.jsonl: its last hash is not that of manifest.json"


def check_texts(
    files: dict[str, bytes], chain: Rows, counts: dict[str, int]
) -> Iterator[str]:
    """Yield texts that no row of the chain names by their hash."""
    named = {row["subject"] for row in chain if row["kind"] == "document"}
    for row in chain:
        named |= {value for value in row["body"].values() if isinstance(value, str)}
    texts = [name for name in files if name.startswith("texts/")]
    for name in texts:
        if sha256(files[name]) != name[len("texts/") : -len(".txt")]:
            yield f"{name} differs from the hash it is called by"
        elif name[len("texts/") : -len(".txt")] not in named:
            yield f"{name} is named by no row of the chain"
    counts["texts"] = len(texts)


def check_claims(
    files: dict[str, bytes], chain: Rows, claims: Rows, counts: dict[str, int]
) -> Iterator[str]:
    """Yield claims whose words or ids do not fit their document."""
    known: dict[str, set[str]] = {}
    for row in chain:
        if row["kind"] == "reading":
            name = text_name(row["body"]["reading"])
            if name in files:
                known.setdefault(row["subject"], set()).update(
                    claim_ids(row["subject"], json.loads(files[name]))
                )
    counts["claims whose words were found in their texts"] = 0
    for claim in claims:
        name = text_name(claim["document"])
        if name not in files:
            continue
        text = files[name].decode("utf-8")
        if text[claim["start"] : claim["end"]] != claim["words"]:
            yield f"claims.jsonl: the words of claim {claim['id']} do not stand there"
        elif claim["id"] not in known.get(claim["document"], ()):
            yield f"claims.jsonl: claim {claim['id']} is in no reading held"
        else:
            counts["claims whose words were found in their texts"] += 1


def claim_ids(document: str, reading: Any) -> Iterator[str]:
    """Yield the ids of a reading's claims: hashes of document, words and measure."""
    for claim in reading["claims"]:
        start, end = claim["quantity"]["span"][:2]
        yield sha256_json([document, start, end, claim["measure"]])[:20]


def check_captures(
    files: dict[str, bytes], chain: Rows, manifest: Any, counts: dict[str, int]
) -> Iterator[str]:
    """Yield captured files that are not what a document was taken from."""
    recorded: dict[str, set[str | None]] = {}
    for row in chain:
        for key in ("facts", "capture", "changes"):
            name = text_name(row["body"].get(key, ""))
            if name in files:
                digest = json.loads(files[name]).get("raw_sha256")
                recorded.setdefault(row["subject"], set()).add(digest)
    counts["captured files"] = 0
    for document in manifest["documents"]:
        for name in document["captures"]:
            counts["captured files"] += 1
            digests = {sha256(part) for part in contents(files.get(name, b""))}
            if digests.isdisjoint(recorded.get(document["id"], ())):
                yield f"{name} is not what its document was taken from"


def contents(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a captured file, and of the answers in a web archive."""
    yield data
    if data[:2] == b"\x1f\x8b":
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return
        yield data
    while data.startswith(b"WARC/"):
        head, _, rest = data.partition(b"\r\n\r\n")
        told = re.search(rb"(?im)^content-length:\s*(\d+)", head)
        if told is None:
            return
        block, data = rest[: int(told.group(1))], rest[int(told.group(1)) :].lstrip()
        yield block
        heads, _, body = block.partition(b"\r\n\r\n")
        yield body
        if re.search(rb"(?im)^content-encoding:\s*(x-)?gzip", heads):
            try:
                yield gzip.decompress(body)
            except (OSError, EOFError, zlib.error):
                continue


def check_seals(
    files: dict[str, bytes], chain: Rows, counts: dict[str, int]
) -> Iterator[str]:
    """Yield seals whose hash no row of the chain has."""
    hashes = {row["hash"] for row in chain}
    seals = [name for name in files if re.fullmatch(r"seals/[^/]+\.json", name)]
    for name in seals:
        if json.loads(files[name]).get("head") not in hashes | {GENESIS}:
            yield f"{name}: no row of the chain has its hash"
    counts["seals"] = len(seals)


def text_name(digest: str) -> str:
    """Give where a text lies in the bundle."""
    return f"texts/{digest}.txt"


def read_lines(files: dict[str, bytes], name: str) -> tuple[Rows, list[str]]:
    """Give the JSON objects of a file, one a line, and its faults."""
    found, faults = [], []
    for number, line in enumerate(files.get(name, b"").splitlines(), 1):
        try:
            found.append(json.loads(line.decode("utf-8")))
        except ValueError:
            faults.append(f"{name}: line {number} cannot be read")
    return found, faults


def read_json(files: dict[str, bytes], name: str) -> Any:
    """Give what a JSON file holds, None where it cannot be read."""
    try:
        return json.loads(files.get(name, b"").decode("utf-8"))
    except ValueError:
        return None


def report(path: str | pathlib.Path, root: str | None = None) -> tuple[list[str], bool]:
    """Give the lines to print on a bundle, and whether it is as it was written."""
    try:
        files = load(path)
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        return [f"{path} is no bundle that can be read: {error}"], False
    faults, counts = check(files)
    own = sha256(files[SUMS])
    if root is not None and root.lower() != own:
        faults.append("the root hash is not the one that was named")
    lines = [f"{counts[name]} {name}" for name in sorted(counts)]
    lines += [f"fault: {fault}" for fault in faults]
    lines.append(f"root hash {own}")
    if not faults:
        lines.append("all of it is as it was written; nothing is said of whether")
        lines.append("what speakers claim is so, or of when it was recorded")
    return lines, not faults


def main(words: Sequence[str] | None = None) -> int:
    """Check the bundle beside this file, or the one that is named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    own = pathlib.Path(__file__).resolve().parent
    parser.add_argument("bundle", nargs="?", default=own, help="folder or zip file")
    parser.add_argument("--root", metavar="HASH", help="root hash told by another way")
    arguments = parser.parse_args(words)
    lines, is_whole = report(arguments.bundle, arguments.root)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
