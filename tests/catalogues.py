"""What the pages say, gathered from their sources, and its catalogues.

`make catalogues` writes new messages into src/sayso/web/catalogues/*.po, drops those
that nothing says any longer, and compiles the .mo that the package reads. Babel reads
and writes the files; the package itself needs the standard library alone.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment

from sayso.checks import CHECKS
from sayso.checks.dates import _EVENTS as EVENTS
from sayso.ledger import FACETS, NameKind
from sayso.linking.accounts import Apart, PersonStatus
from sayso.linking.beside import Reason
from sayso.linking.hops import Drift, Link
from sayso.linking.stands import Field
from sayso.linking.told import Happening
from sayso.model import Accrual, Outcome, Stance
from sayso.model.place import PlaceKind
from sayso.reading.gaps import NO_PAIR, NO_SUCH_DAY, NO_TEXT
from sayso.vocabulary.languages import CASED, LANGUAGES
from sayso.vocabulary.measures import load_measures
from sayso.vocabulary.theatres import THEATRES, load_theatre
from sayso.web import covered, finding_forms, finding_words, map_words
from sayso.web.called import NOT_TOLD
from sayso.web.interface import INTERFACES
from sayso.web.wording import PLURAL_VERBS, RULED, UNVOICED, VERBS
from sayso.workspace import Role
from sayso.workspace.agreement import FIELDS, READING
from sayso.workspace.as_read import _TOLD as PART_GAPS
from sayso.workspace.drafting import Footing
from sayso.workspace.installed import every_export

WEB = Path(__file__).resolve().parent.parent / "src" / "sayso" / "web"
FOLDER = WEB / "catalogues"
CODES = tuple(code for code in INTERFACES if code != "en")
PLURALS = {
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<10 || n%100>=20) ? 1 : 2)",
}
PLURALS["uk"] = PLURALS["ru"]
SAID = {"say": 1, "to_say": 1, "say_of": 2, "say_many": 2}
"""Function -> strings that it takes: of `say_of` the context comes first."""
ROLES = "proof part share total rest sentence earlier later word figure repetition"
"""What an input of a finding is called; three more have several words."""

GAPS = (NO_TEXT, NO_PAIR, NO_SUCH_DAY, *PART_GAPS.values())
"""Reasons for which words were not read, besides those that `covered` rewords."""
OURS = (*LANGUAGES.values(), *CASED.values())
"""Languages that are read without packages of others."""
VALUES = ("exact", "approx", "between", *map(str, Accrual), *map(str, Stance))
"""Values of fields that differ from a draft."""
NEWS = ("revision", "contradiction", "version")
"""Kinds of what is new in a question."""

LONG_ROLES = ("same figure elsewhere", "with speaker", "without speaker")

Message = tuple[str, str, str]
"""Context, message, plural; "" where there is none."""


def messages() -> Iterator[Message]:
    """Yield everything that pages say, in the order of their files."""
    for path in sorted(WEB.rglob("*.py")):
        yield from in_code(path.read_text(encoding="utf-8"))
    for path in sorted((WEB / "templates").glob("*.html")):
        yield from in_template(path.read_text(encoding="utf-8"))
    for name in ("pages.js", "words.js"):
        yield from in_script((WEB / "static" / name).read_text(encoding="utf-8"))
    yield from in_tables()


def in_code(source: str) -> Iterator[Message]:
    """Yield what Python code says: calls of `SAID` with constant strings."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        count = SAID.get(node.func.id, 0)
        given = [a.value for a in node.args if isinstance(a, ast.Constant)][:count]
        if not count or len(given) < count:
            continue
        if node.func.id == "say_many":
            yield "", given[0], given[1]
        elif node.func.id == "say_of":
            yield given[0], given[1], ""
        else:
            yield "", given[0], ""


def in_template(source: str) -> Iterator[Message]:
    """Yield what a template says: `{% trans %}`, `_()`, `pgettext()`."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.policies["ext.i18n.trimmed"] = True
    for _, function, given in environment.extract_translations(source):
        if function == "ngettext":
            yield "", given[0], given[1]
        elif function == "pgettext":
            yield given[0], given[1], ""
        elif isinstance(given, str):
            yield "", given, ""


def in_script(source: str) -> Iterator[Message]:
    """Yield what a script says: tr("...")."""
    for match in re.finditer(r'\btr\("((?:[^"\\]|\\.)*)"', source):
        yield "", match[1], ""


def in_tables() -> Iterator[Message]:
    """Yield the words of tables below the pages that pages show."""
    yield from (("", words, "") for words in map_words.WORDS)
    yield from (("", form, "") for form in finding_forms.SENTENCES)
    for forms in (
        *finding_forms.WORKING.values(),
        *finding_forms.REMEDIES.values(),
        finding_forms.ROLES,
        *finding_forms.PARTS.values(),
        finding_words.UNNAMED,
    ):
        yield from (("finding", form, "") for form in forms)
    yield from (("event", words, "") for words in events())
    yield from (("unit", words, "") for words in covered.UNITS)
    for check in CHECKS:
        yield "", check.explanation, ""
    yield from (("", one, many) for one, many in map_words.COUNTED)
    for measure in load_measures():
        yield "", measure.counts, ""
    for form in every_export():
        for words in (form.summary, *getattr(form, "loses", ())):
            yield "", words, ""
    for kind in (Outcome, Apart, PersonStatus, Reason, Link, Happening, Footing):
        yield from (("", str(one), "") for one in kind)
    for words in (*FIELDS, READING, *GAPS, *VALUES, *NEWS):
        yield "", words, ""
    for verbs in (VERBS, PLURAL_VERBS, UNVOICED):
        yield from (("verb", words, "") for words in verbs.values() if words)
    for context, kinds in (
        ("drift", Drift),
        ("field", Field),
        ("filter", (*FACETS, "text", "since", "until", "document", "rule")),
        ("filter", ("unattributed",)),
        ("place", (*PlaceKind, "town")),
        ("name", NameKind),
        ("language", (*(one.name for one in OURS), NOT_TOLD)),
        ("ruling", RULED.values()),
        ("member", Role),
    ):
        yield from ((context, str(one), "") for one in kinds)
    for role in (*ROLES.split(), *LONG_ROLES):
        yield "role", role, ""


def events() -> Iterator[str]:
    """Yield what the check of dates calls an event of a pack, and its source."""
    for theatre in map(load_theatre, THEATRES):
        for constant in theatre.constants:
            words = constant.id.rpartition(".")[2].split("_")
            if constant.day and len(words) > 1 and set(words) & set(EVENTS):
                yield from (" ".join(words), constant.source)


class Plain(Catalog):
    """A catalogue whose header holds no date and no tool: equal input, equal bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("Plural-Forms", PLURALS[str(self.locale)]),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def path_of(code: str) -> Path:
    return FOLDER / f"{code}.po"


def load(code: str) -> Catalog:
    """Give a language's catalogue as it is written."""
    with path_of(code).open("rb") as file:
        return read_po(file, locale=code)


def update(code: str) -> Catalog:
    """Give a catalogue with exactly the messages that are said, in order."""
    old = load(code) if path_of(code).exists() else Catalog(locale=code)
    new = Plain(
        locale=code,
        fuzzy=False,
        header_comment="# What the pages of Sayso say. Edited by hand; new messages"
        "\n# come by `make catalogues`, which compiles it, too.",
    )
    for context, one, many in dict.fromkeys(messages()):
        key = (one, many) if many else one
        held = old.get(one, context=context or None)
        new.add(key, held.string if held else "", context=context or None)
    return new


def main() -> None:
    for code in CODES:
        catalogue = update(code)
        with path_of(code).open("wb") as file:
            write_po(file, catalogue, width=88, no_location=True)
        with path_of(code).with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


if __name__ == "__main__":
    main()
