"""Lay the pages out for the site: `make site` runs it, then mkdocs builds strictly.

As a hook of mkdocs it also puts a script of our own in the place of the one that the
offline search would fetch from elsewhere: a browser starts no worker from a file, so
the search runs in a hidden frame of the page.

The site mirrors the repository, so that links between pages hold as they are; a link
to a file that is no page (a script, a table, the licence) becomes its name as code.
"""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "build" / "site-pages"
LINK = re.compile(r"\[([^\]]+)\]\((?!https?:|mailto:|#)([^)\s#]+)(#[^)\s]*)?\)")
MODULES = (
    "sayso",
    "sayso.model",
    "sayso.errors",
    "sayso.workspace",
    "sayso.workspace.exporting",
    "sayso.ledger",
    "sayso.intake",
    "sayso.checks",
    "sayso.exports",
)
"""What the reference shows: the packages that scripts use."""
REFERENCE = """# From Python: reference

Made from the docstrings. What a name promises stands there: units, open or closed ends,
order, errors. [From Python and over HTTP](api.md) shows the same by example.

"""
SHIM = re.compile(r'<script src="https://unpkg\.com/iframe-worker/shim"></script>')
"""What the theme adds so that a page on a disk can search."""
FRAME = """<script>
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.appendChild(this.frame);
      const inside = this.frame.contentWindow;
      inside.importScripts = () => undefined;
      inside.postMessage = (data) => {
        const event = new MessageEvent("message", { data });
        this.dispatchEvent(event);
        if (this.onmessage) this.onmessage(event);
      };
      this.ready = new Promise((loaded) => {
        const script = inside.document.createElement("script");
        script.src = address;
        script.onload = loaded;
        inside.document.body.appendChild(script);
      });
    }
    async postMessage(data) {
      await this.ready;
      const inside = this.frame.contentWindow;
      inside.dispatchEvent(new inside.MessageEvent("message", { data }));
    }
    terminate() {
      this.frame.remove();
    }
  };
}
</script>"""


def on_post_page(output: str, **_: object) -> str:
    """Give a page that asks for nothing from elsewhere; mkdocs calls this."""
    return SHIM.sub(lambda _: FRAME, output)


def on_post_template(output_content: str, **_: object) -> str:
    """Give the same for a page that is no page of ours, such as 404."""
    return SHIM.sub(lambda _: FRAME, output_content)


def sources() -> list[Path]:
    """Give every page of the repository, as a path inside it."""
    found = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    found += ROOT.glob("examples/*/README.md")
    return sorted(path.relative_to(ROOT) for path in found)


def main() -> None:
    """Write all pages anew."""
    shutil.rmtree(PAGES, ignore_errors=True)
    pages = set(sources())
    for page in pages:
        text = (ROOT / page).read_text(encoding="utf-8")
        target = PAGES / ("index.md" if page == Path("README.md") else page)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(relinked(text, page, pages), encoding="utf-8")
    text = REFERENCE + "".join(f"::: {name}\n\n" for name in MODULES)
    (PAGES / "docs" / "reference.md").write_text(text, encoding="utf-8")


def relinked(text: str, page: Path, pages: set[Path]) -> str:
    """Give a page with links that hold in the site."""

    def shown(match: re.Match[str]) -> str:
        words, target, anchor = match.groups()
        whole = (ROOT / page.parent / target).resolve().relative_to(ROOT)
        if whole == Path("README.md"):
            up = "../" * len(page.parent.parts)
            return f"[{words}]({up}index.md{anchor or ''})"
        return match[0] if whole in pages else words if "`" in words else f"`{words}`"

    return LINK.sub(shown, text)


if __name__ == "__main__":
    main()
