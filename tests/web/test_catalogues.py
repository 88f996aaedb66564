"""The pages speak three languages: nothing is missing, and nothing is said beside.

Gathered anew from templates, code, scripts and tables each time, so a sentence that
somebody adds and does not translate fails here. `make catalogues` puts it into the
files; a person translates it.
"""

import io
import re
from html.parser import HTMLParser

import pytest
from babel.messages.mofile import write_mo
from jinja2 import Environment, nodes

import catalogues
from sayso.checks import CHECKS
from sayso.vocabulary.measures import MEASURES
from sayso.web import map_words
from sayso.web.called import load_names

HOLDER = re.compile(r"%\(\w+\)s|%%")
STRING = re.compile(r'"[^"\n]*"|`[^`]*`')
BARE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}|, [a-z]{3,}|[a-z]{3,}: ")
"""Two words, or one that goes on or opens a sentence."""
TAG = re.compile(r"</?\w+>")
ROOT = catalogues.WEB.parents[2]
TEMPLATES = sorted((catalogues.WEB / "templates").glob("*.html"))


def every_message(code):
    """Yield (context, message, plural, translations) of a catalogue."""
    for message in catalogues.load(code):
        if message.id:
            one, many = message.id if message.pluralizable else (message.id, "")
            said = message.string if message.pluralizable else (message.string,)
            yield message.context or "", one, many, said


@pytest.mark.parametrize("code", catalogues.CODES)
def test_everything_said_is_in_the_catalogue_and_nothing_else(code):
    held = [(context, one, many) for context, one, many, _ in every_message(code)]
    assert held == list(dict.fromkeys(catalogues.messages())), "run make catalogues"


@pytest.mark.parametrize("code", catalogues.CODES)
def test_every_message_is_translated(code):
    found = list(every_message(code))
    assert [one for _, one, _, said in found if not all(said)] == []
    forms = [len(said) for _, _, many, said in found if many]
    assert set(forms) == {3}


@pytest.mark.parametrize("code", catalogues.CODES)
def test_translations_fill_the_same_places_with_the_same_tags(code):
    for _, one, many, said in every_message(code):
        for text in said:
            for pattern in (HOLDER, TAG):
                wanted = sorted(pattern.findall(many or one))
                assert sorted(pattern.findall(text)) == wanted, (one, text)
            assert '"' not in text, f"{one}: would end an attribute"


@pytest.mark.parametrize("code", catalogues.CODES)
def test_what_the_package_reads_is_what_is_written(code):
    compiled = io.BytesIO()
    write_mo(compiled, catalogues.update(code))
    path = catalogues.path_of(code).with_suffix(".mo")
    assert path.read_bytes() == compiled.getvalue(), "run make catalogues"


@pytest.mark.parametrize("code", catalogues.CODES)
def test_every_measure_and_check_has_a_name(code):
    wanted = [("measure", name) for name in MEASURES]
    wanted += [("check", check.name) for check in CHECKS]
    names = load_names()
    assert list(names) == wanted
    assert [key for key in wanted if not names[key][code]] == []
    for kind in ("measure", "check"):
        own = [row[code] for (of, _), row in names.items() if of == kind]
        assert len(own) == len(set(own))


def test_the_maps_script_says_what_the_catalogues_have():
    calls = re.compile(r'\btr(Many)?\("([^"]+)"(?:, "([^"]+)")?')
    sources = (ROOT / "mapscript" / "src").glob("*.js")
    found = [one for path in sources for one in calls.findall(path.read_text("utf-8"))]
    assert {words for many, words, _ in found if not many} == {*map_words.WORDS}
    assert {(one, of) for many, one, of in found if many} == {*map_words.COUNTED}


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "mapscript" / "src").glob("*.js")),
    ids=lambda path: path.stem,
)
def test_the_maps_script_says_nothing_beside(path):
    """No words of two letters or more stand in a string but what `tr` is given."""
    source = re.sub(r"//.*|/\*[\s\S]*?\*/", "", path.read_text("utf-8"))
    said = re.sub(r'\btr(Many)?\("[^"]+"(?:, "[^"]+")?|context\.font = .*', "", source)
    pieces = [re.sub(r"\$\{[^}]*\}", "0", text) for text in STRING.findall(said)]
    queries = ('"(', "`(")
    assert [t for t in pieces if BARE.search(t) and not t.startswith(queries)] == []


class Shown(HTMLParser):
    """Collects the words of a template and of the attributes that people get."""

    READ_OUT = ("title", "alt", "placeholder", "aria-label", "data-why")

    def __init__(self):
        super().__init__()
        self.words, self.is_code = [], False

    def handle_starttag(self, tag, attrs):
        self.is_code = tag in ("kbd", "code", "style", "script")
        self.words += [
            value for name, value in attrs if name in self.READ_OUT and value
        ]

    def handle_endtag(self, tag):
        self.is_code = False

    def handle_data(self, data):
        if not self.is_code:
            self.words.append(data)


def bare_words(source):
    """Give what a template says of itself that is in no catalogue."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.filters |= dict.fromkeys(
        ("thousands", "web", "day", "plainly", "told", "decimal"), str
    )
    tree = environment.parse(source)
    pieces, spoken = [], []
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                pieces.append(node.data)
            else:
                spoken += outspoken(node)
                pieces.append("0")
    parser = Shown()
    parser.feed("".join(pieces))
    left = r'Sayso|SVG|PNG|JSON|Enter|Esc\b|[\w-]+="[^"]*"'  # names, keys, attributes
    found = [re.sub(left, "", words) for words in parser.words]
    return [
        word.strip() for word in [*found, *spoken] if re.search("[A-Za-z]{2}", word)
    ]


def outspoken(node):
    """Yield the constants that an expression gives as words: branches and joints."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        is_attribute = re.match(r"\W|[\w-]+=|[a-z-]+$", node.value)
        if not is_attribute or " " in node.value.strip():
            yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from outspoken(node.expr1)
        if node.expr2 is not None:
            yield from outspoken(node.expr2)
    elif isinstance(node, nodes.Or | nodes.Add | nodes.Concat):
        for part in node.iter_child_nodes():
            yield from outspoken(part)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_says_anything_beside_the_catalogue(path):
    assert bare_words(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Some words</p>",
        '<a aria-label="Close it">x</a>',
        "<p>{{ 'claim' if one else 'two claims' }}</p>",
        "<p>{{ name or 'Not known' }}</p>",
    ],
)
def test_bare_words_are_seen(source):
    assert bare_words(source)
