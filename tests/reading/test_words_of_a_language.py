"""Words of a language stand in its folder: those left in the reader may only go."""

import ast
import re
from pathlib import Path

import sayso.reading

READING = Path(sayso.reading.__file__).parent
CEILING = 1_022
"""Alphabetic literals in the code of reading/; lower it when some have gone."""
KEYS = ("record.py",)
"""Modules whose literals are the fields of a record, in no language."""
LETTERS = re.compile(r"[^\W\d_]{2}")


def literals(path):
    """Yield the text constants of a module that hold a word, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in told and LETTERS.search(node.value):
            yield node.value


def test_no_word_of_a_language_comes_into_the_reader():
    found = {
        p: sum(1 for _ in literals(p))
        for p in READING.rglob("*.py")
        if p.name not in KEYS
    }
    most = sorted(found, key=lambda p: -found[p])[:5]
    told = ", ".join(f"{p.relative_to(READING)} {found[p]}" for p in most)
    assert sum(found.values()) <= CEILING, f"put words into languages/; most: {told}"
