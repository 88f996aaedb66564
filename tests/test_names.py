"""The public names are sorted, complete and as recorded: a change is seen in a diff."""

import json
from pathlib import Path

import pytest

from public_names import GOLDEN, as_text, packages, public_names

PACKAGES = {package.__name__: package for package in packages()}


def test_public_names_are_the_recorded_ones():
    recorded = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert json.loads(as_text(public_names())) == recorded, (
        "public names changed: if meant, run `make names` and commit the diff"
    )


@pytest.mark.parametrize("name", list(PACKAGES))
def test_exported_names_are_sorted_and_there(name):
    exported = getattr(PACKAGES[name], "__all__", [])
    # Constants first, then classes, then functions: the order ruff keeps.
    ranked = sorted(exported, key=lambda n: (not n.isupper(), n.islower(), n))
    assert list(exported) == ranked or list(exported) == sorted(exported)
    assert len(set(exported)) == len(exported)
    for item in exported:
        assert hasattr(PACKAGES[name], item), f"{name}.{item} is exported, not defined"


def test_no_two_files_of_tests_have_one_name():
    """pytest would collect neither, and every test would be left out."""
    names = [path.name for path in Path(__file__).parent.rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
