"""What is installed is pinned with hashes, names no index, and the core stays small."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(ROOT.glob("requirements*.txt"))


def pins(path: Path) -> dict[str, list[str]]:
    """Give each pinned package with its hashes."""
    whole = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in whole.splitlines() if line and not line.startswith("#")]
    return {line.split(" ")[0]: re.findall(r"--hash=(\S+)", line) for line in lines}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_package_is_pinned_with_hashes_and_no_index_is_named(path):
    assert "://" not in path.read_text(encoding="utf-8")
    for name, hashes in pins(path).items():
        assert re.fullmatch(r"[A-Za-z0-9._\[\],-]+==\S+", name)
        assert hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes)


def test_versions_do_not_differ_between_the_files():
    known: dict[str, set[str]] = {}
    for path in FILES:
        for pin in pins(path):
            name, _, version = pin.partition("==")
            known.setdefault(name, set()).add(version)
    # one version for Python 3.11, one for later ones
    forked = {"contourpy", "numpy", "pymdown-extensions", "pyproj"}
    differ = {name for name, versions in known.items() if len(versions) > 1}
    assert differ <= forked


def test_the_core_brings_the_reader_and_nothing_else():
    names = {pin.partition("==")[0] for pin in pins(ROOT / "requirements.txt")}
    heavy = {"pandas", "trafilatura", "starlette", "playwright", "followthemoney"}
    assert {"numpy", "onnxruntime"} <= names
    assert names.isdisjoint(heavy)
    assert len(names) < 12
