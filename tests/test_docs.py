"""Docs are fresh, complete and linked; what exists has a heading."""

import re
import sys
from pathlib import Path

import pytest

from sayso.checks import CHECKS
from sayso.cli import COMMANDS
from sayso.cli.serve import PORT
from sayso.exports import FORMATS as EXPORTS
from sayso.vocabulary.measures import MEASURES

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)?(?:#([^)\s]+))?\)")


def anchors(text: str) -> set[str]:
    """Give the addresses of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in headings
    }


@pytest.fixture(scope="module")
def generate():
    """Give the module that makes the generated pages."""
    sys.path.insert(0, str(DOCS))
    try:
        import generate
    finally:
        sys.path.remove(str(DOCS))
    return generate


def test_generated_pages_are_fresh(generate):
    stale = [
        str(path.relative_to(ROOT))
        for path, text in generate.pages().items()
        if path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run `make docs` and read the diff"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    lost = []
    for target, anchor in LINK.findall(path.read_text(encoding="utf-8")):
        file = path.parent / target if target else path
        known = file.exists()
        if known and anchor and file.suffix == ".md":
            known = anchor in anchors(file.read_text(encoding="utf-8"))
        if not known:
            lost.append(f"{target}#{anchor}")
    assert lost == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_examples_in_python_run(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code = re.findall(
        r"^```python\n(.*?)^```$", path.read_text(), re.DOTALL | re.MULTILINE
    )
    names = {"__name__": path.name}  # shared: a page's examples follow one another
    for block in code:
        exec(compile(block, path.name, "exec"), names)


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("commands.md", [f"sayso {command.name}" for command in COMMANDS]),
        ("measures.md", list(MEASURES)),
        ("checks.md", [check.name for check in CHECKS]),
        ("exports.md", [form.name for form in EXPORTS]),
    ],
)
def test_every_name_has_a_heading(page, names):
    text = (DOCS / page).read_text(encoding="utf-8")
    headings = " \n".join(re.findall(r"^#+ (.+)$", text, re.MULTILINE))
    assert [name for name in names if name not in headings] == []


def test_ports_of_the_pages_agree():
    """Whoever types an address from the docs meets the port that `serve` begins at."""
    paths = [ROOT / "README.md", *DOCS.glob("*.md")]
    told = [
        (path.name, port)
        for path in paths
        for port in re.findall(r"127\.0\.0\.1:(\d+)", path.read_text("utf-8"))
    ]
    assert told
    assert [one for one in told if one[1] != str(PORT)] == []


def test_every_page_is_in_the_index():
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in DOCS.glob("*.md")} - {"README.md"}
    assert sorted(name for name in pages if name not in index) == []
