"""No text that a user sees judges a claim.

Scanned are the prose (README, changelog, benchmarks, docs, examples), the templates and
scripts of the pages, the titles and descriptions of the vocabulary, and every sentence
in the code; new files are covered as soon as they lie in one of these places. Words to
look for in reports (cue verbs and the like) are vocabulary, not wording of ours.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "sayso"

VERDICT = re.compile(
    r"\b(?:false(?:ly|hoods?)?|untrue|true|truly|lied|lying|liars?"
    # "lies in", "lie within": where something is, not what somebody does
    r"|lies?\b(?!\s+(?:in|within|outside|at|on|under|beside|there|here|between"
    r"|below|above|near|before|after|around|apart)\b)"
    r"|fak(?:e|es|ed|ing)|debunk\w*|propagand\w*|credib\w*|incredib\w*)\b",
    re.IGNORECASE,
)
"""The words of rule 1, with their forms."""

LITERAL = re.compile(
    r'[:=(,\[] ?"?(?:true|false)"?(?=\s*(?:[,}\]);`]|$))', re.MULTILINE
)
"""JSON, TOML and script values that happen to be such a word."""

MARKUP = re.compile(r'\b[\w-]+="(?:true|false)"')
"""Attributes such as aria-hidden="true"."""

SHOWN_KEYS = {"title", "description", "summary", "note", "notes", "label", "help"}
"""Keys of vocabulary files whose values are shown to users."""

WORDS_TO_LOOK_FOR = SOURCE / "vocabulary" / "languages"


def verdicts(text: str) -> list[str]:
    """Give the verdict words in a text, values of formats left aside."""
    return VERDICT.findall(MARKUP.sub("", LITERAL.sub("", text)))


def files(folder: Path, *suffixes: str) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in suffixes and p.is_file())


def sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of string constants that hold more than one word.

    Parts of f-strings are constants too. Docstrings count where they are shown to
    users: see `shown_docstrings`.
    """
    skipped = set(map(id, docstring_nodes(tree)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value.strip()
            if id(node) not in skipped and " " in text:
                yield node.lineno, text


def docstring_nodes(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield every bare string statement: docstrings and attribute docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def shown_docstrings(path: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield docstrings that become help, titles or error texts."""
    if path.parent.name in {"cli", "checks", "exports"}:
        yield 1, ast.get_docstring(tree) or ""
    if path.parent.name == "checks" or path.name == "errors.py":
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                # Python's own constants are meant where they are written as such.
                text = re.sub(r"\b(?:True|False)\b", "", ast.get_docstring(node) or "")
                yield node.lineno, text


def shown_values(value: Any, key: str = "") -> Iterator[str]:
    """Yield the strings under the keys whose values are shown."""
    if isinstance(value, str) and key in SHOWN_KEYS:
        yield value
    elif isinstance(value, dict):
        for inner, item in value.items():
            yield from shown_values(item, inner)
    elif isinstance(value, list):
        for item in value:
            yield from shown_values(item, key)


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


PROSE = [
    *sorted(ROOT.glob("*.md")),
    *files(ROOT / "docs", ".md"),
    *files(ROOT / "examples", ".md", ".sh"),
]
CODE = [p for p in files(SOURCE, ".py") if not p.is_relative_to(WORDS_TO_LOOK_FOR)]


@pytest.mark.parametrize("path", PROSE, ids=relative)
def test_prose_gives_no_verdict(path):
    assert verdicts(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_sentences_in_the_code_give_no_verdict(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    shown = [*sentences(tree), *shown_docstrings(path, tree)]
    assert [(line, text) for line, text in shown if verdicts(text)] == []


@pytest.mark.parametrize("path", files(SOURCE, ".toml"), ids=relative)
def test_vocabulary_titles_give_no_verdict(path):
    shown = shown_values(tomllib.loads(path.read_text(encoding="utf-8")))
    assert [text for text in shown if verdicts(text)] == []


class ShownText(HTMLParser):
    """Collects the words of a template and of the attributes that are read out."""

    READ_OUT = ("title", "alt", "placeholder", "aria-label", "content", "value")

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.words += [
            v for name, v in attrs if v and name in self.READ_OUT and " " in v
        ]

    def handle_data(self, data):
        # Expressions of the template language are code, their strings are not.
        code = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
        self.words += [
            w for part in code.findall(data) for w in re.findall(r"'[^']* [^']*'", part)
        ]
        self.words.append(code.sub(" ", data))


@pytest.mark.parametrize("path", files(SOURCE, ".html", ".svg", ".xml"), ids=relative)
def test_templates_give_no_verdict(path):
    parser = ShownText()
    parser.feed(path.read_text(encoding="utf-8"))
    assert [words for words in parser.words if verdicts(words)] == []


VERDICT_IN = {
    "ru": re.compile(
        r"\b(?:ложн\w*|ложь|лжи|лж[её]т|лгать|лгут|врёт|врань\w*|(?:не)?правд\w*"
        r"|истин\w*|неверн\w*|верно|фейк\w*|подделк\w*|разоблач\w*|опроверг\w*"
        r"|пропаганд\w*|(?:не)?достоверн\w*|врань\w*)\b",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"\b(?:брех\w*|хибн\w*|(?:не)?правд\w*|істин\w*|невірн\w*|вірно|фейк\w*"
        r"|підробк\w*|викри\w*|розвінч\w*|спрост\w*|пропаганд\w*"
        r"|(?:не)?достовірн\w*)\b",
        re.IGNORECASE,
    ),
}
"""The words of rule 1 in the other languages of the pages, with their forms."""
CATALOGUES = SOURCE / "web" / "catalogues"
SAID = re.compile(r'^(?:msgstr(?:\[\d\])? )?"(.*)"$', re.MULTILINE)


@pytest.mark.parametrize("code", VERDICT_IN)
def test_pages_in_other_languages_give_no_verdict(code):
    text = (CATALOGUES / f"{code}.po").read_text(encoding="utf-8")
    names = (SOURCE / "web" / "names.csv").read_text(encoding="utf-8")
    said = [*SAID.findall(text), *names.splitlines()]
    assert len(said) > 500
    assert [words for words in said if VERDICT_IN[code].search(words)] == []


def test_every_language_of_the_pages_has_its_list():
    assert {path.stem for path in CATALOGUES.glob("*.po")} == set(VERDICT_IN)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "это ложное заявление"),
        ("ru", "заявление недостоверно"),
        ("ru", "Истинное число"),
        ("uk", "це неправда"),
        ("uk", "фейкова заява"),
        ("uk", "спростовано"),
    ],
)
def test_scan_sees_verdict_words_in_other_languages(code, text):
    assert VERDICT_IN[code].search(text)


@pytest.mark.parametrize("text", ["a false claim", "It is true.", "fakes", "he lied"])
def test_scan_sees_verdict_words(text):
    assert verdicts(text)


@pytest.mark.parametrize(
    "text",
    ['{"constructed": true}', "the village lies near the border", 'hidden="true"'],
)
def test_scan_leaves_other_uses_alone(text):
    assert verdicts(text) == []
