"""A visitor of the pages, in process, on parsed HTML, and what the pages hold."""

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

from starlette.testclient import TestClient

from sayso.model import Document
from sayso.web.app import make_app
from sayso.workspace import Workspace

HOST = "http://127.0.0.1:8000"
REPORTS = (
    Document(
        text=(
            "Vessia Army Staff said over 1,100 soldiers of Tarn were killed in Olmar.\n"
            "\n"
            "Tarn Ministry said 40 soldiers of Tarn were killed in Olmar. "
            "24 settlements were lost."
        ),
        title="Two counts at Olmar",
        outlet="Steppe Post",
        published=date(2030, 5, 2),
        url="https://steppe-post.example.org/olmar",
        name="first",
    ),
    Document(
        text="Prisoner Ana Kell said 12 soldiers were captured in Bren.",
        outlet="Harbour Sheet",
        published=date(2030, 5, 4),
        url="javascript:alert(1)",
        name="second",
    ),
    Document(
        text="It was quiet in Bren.",
        title="<script>alert('title')</script> \u202equiet",
        outlet="<b>Bold</b> & Sons",
        published=None,
        name="third",
    ),
)


class Node:
    """An element with its attributes, children and text."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Node | None"):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Node | str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    @property
    def classes(self) -> set[str]:
        return set(self.get("class").split())

    @property
    def raw(self) -> str:
        """All words, white space as it stands."""
        return "".join(c if isinstance(c, str) else c.raw for c in self.children)

    @property
    def text(self) -> str:
        """All words, runs of white space as one blank."""
        return " ".join(self.raw.split())

    def walk(self) -> Iterator["Node"]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def all(self, tag: str = "", kind: str = "", **attributes: str) -> list["Node"]:
        return [
            node
            for node in self.walk()
            if (not tag or node.tag == tag)
            and (not kind or kind in node.classes)
            and all(node.get(name) == value for name, value in attributes.items())
        ]

    def one(self, tag: str = "", kind: str = "", **attributes: str) -> "Node":
        found = self.all(tag, kind, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tag} .{kind} {attributes}"
        return found[0]


VOID = {"meta", "link", "input", "br", "img", "option", "hr"}


class TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("", {}, None)

    def handle_starttag(self, tag, attrs):
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag, attrs):
        self.here.children.append(
            Node(tag, {name: value or "" for name, value in attrs}, self.here)
        )

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.children.append(data)


def parse(html: str) -> Node:
    """Give the tree of a page; refuses elements that are not closed in order."""
    builder = TreeBuilder()
    builder.feed(html)
    builder.close()
    assert builder.here is builder.root, f"<{builder.here.tag}> is not closed"
    return builder.root


class Pages:
    """The pages of one workspace, as a visitor sees them."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.client = TestClient(
            make_app(workspace), base_url=HOST, headers={"origin": HOST}
        )
        self.documents = {
            held.facts.name: held.id for held in workspace.ledger.documents()
        }

    def get(self, path: str, status: int = 200) -> Node:
        response = self.client.get(path)
        assert response.status_code == status, response.text[:500]
        return parse(response.text)

    def post(self, path: str, **form: str):
        return self.client.post(path, data=form, follow_redirects=False)

    def claims(self):
        return list(self.workspace.claims())
