"""Evidence that travels: what is in it, what is not; a changed byte is named."""

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from exported import LONG, TEXTS, documents
from sayso.exports import evidence, verify_bundle
from sayso.ledger import Filters
from sayso.model import Decision
from sayso.workspace.evidence import gather_evidence
from sayso.workspace.exporting import gather


def write(workspace, path, **options):
    bundle = gather(workspace, Filters())
    behind = gather_evidence(workspace, **options)
    evidence.FORMAT.write(replace(bundle, evidence=lambda: behind), path)
    return path


@pytest.fixture
def reports(workspace, tmp_path):
    """Files as they were read, one of them of a document with a withheld name."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (
        ("open.txt", "Minister Vask said 12 men were killed in Bren."),
        ("captive.txt", "Prisoner Adan Kel said 3 men were killed in Bren."),
    ):
        (folder / name).write_text(text)
    list(workspace.read([str(folder)]))
    return folder


@pytest.fixture
def packed(workspace, tmp_path, reports):
    claim = next(iter(workspace.claims(Filters(speaker="Vask"))))
    workspace.rule(claim, Decision.CONFIRM, by="Reviewer", reason="stands there")
    seal = tmp_path / "seal.json"
    seal.write_text(json.dumps({"sayso": "seal 1", "head": workspace.head()}))
    (tmp_path / "seal.json.sig").write_text("a signature")
    return write(workspace, tmp_path / "e.zip", folder=str(reports), seals=[str(seal)])


@pytest.fixture
def unpacked(packed, tmp_path):
    with zipfile.ZipFile(packed) as opened:
        opened.extractall(tmp_path)
    return tmp_path / evidence.FOLDER


def run(folder, *words):
    return subprocess.run(
        [sys.executable, "-I", "-S", folder / "verify.py", *words],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
    )


def test_the_other_side_runs_it_with_the_standard_library_alone(unpacked):
    done = run(unpacked)
    assert (done.returncode, done.stderr) == (0, "")
    counts = dict(reversed(line.split(" ", 1)) for line in done.stdout.splitlines()[:7])
    assert counts["captured files"] == "1"
    assert counts["claims whose words were found in their texts"] == "4"
    assert counts["seals"] == "1"
    assert "nothing is said of whether" in done.stdout


def test_the_zip_itself_can_be_checked_against_a_root(packed, unpacked):
    told = evidence.tell_evidence(packed)
    root = told[0].split()[2].rstrip(":")
    assert run(unpacked, packed, "--root", root).returncode == 0
    done = run(unpacked, packed, "--root", "0" * 64)
    assert done.returncode == 1
    assert "not the one that was named" in done.stdout


def test_a_changed_byte_in_any_file_is_named(unpacked):
    names = [p for p in sorted(unpacked.rglob("*")) if p.is_file()]
    assert {p.parent.name for p in names} >= {"documents", "texts", "captures", "seals"}
    for path in names:
        before = path.read_bytes()
        name = path.relative_to(unpacked).as_posix()
        for at in {0, len(before) // 3, len(before) // 2, len(before) - 1}:
            changed = bytearray(before)
            changed[at] ^= 1
            path.write_bytes(bytes(changed))
            lines, is_whole = verify_bundle.report(unpacked)
            assert not is_whole
            assert any(line.startswith("fault: ") and name in line for line in lines)
        path.write_bytes(before)
    assert verify_bundle.report(unpacked)[1]


def test_a_changed_verify_py_says_so_itself(unpacked):
    path = unpacked / "verify.py"
    path.write_bytes(path.read_bytes().replace(b"Needs Python", b"needs Python"))
    done = run(unpacked)
    assert done.returncode == 1
    assert "verify.py differs" in done.stdout


def test_files_more_or_less_are_named(unpacked):
    (unpacked / "extra.txt").write_text("more")
    (unpacked / "rulings.jsonl").unlink()
    lines, _ = verify_bundle.report(unpacked)
    assert "fault: extra.txt is not listed in SHA256SUMS" in lines
    assert "fault: rulings.jsonl is listed in SHA256SUMS and missing" in lines


def rewrite(folder, name, change):
    """Change a file and its line in the sums, as who cheats would."""
    path = folder / name
    path.write_bytes(change(path.read_bytes()))
    sums = folder / "SHA256SUMS"
    lines = [
        f"{verify_bundle.sha256((folder / line[66:]).read_bytes())}  {line[66:]}\n"
        for line in sums.read_text().splitlines()
    ]
    sums.write_text("".join(lines))


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        (
            "chain.jsonl",
            lambda data: data.replace(b'"by":"test"', b'"by":"tess"'),
            "does not follow from the one before",
        ),
        (
            "chain.jsonl",
            lambda data: b"".join(data.splitlines(keepends=True)[:-1]),
            "its last hash is not that of manifest.json",
        ),
        (
            "claims.jsonl",
            lambda data: data.replace(b"over 40 soldiers", b"over 49 soldiers"),
            "do not stand there",
        ),
        (
            "claims.jsonl",
            lambda data: data.replace(b'"id":"', b'"id":"0', 1),
            "is in no reading held",
        ),
    ],
    ids=["entry", "cut", "words", "id"],
)
def test_what_is_changed_with_its_sum_is_found_by_the_chain(
    unpacked, name, change, told
):
    rewrite(unpacked, name, change)
    lines, is_whole = verify_bundle.report(unpacked)
    assert not is_whole
    assert any(told in line for line in lines)


def test_a_capture_that_is_another_file_is_found(unpacked):
    (path,) = (unpacked / "captures").iterdir()
    rewrite(unpacked, f"captures/{path.name}", lambda data: data + b" ")
    lines, _ = verify_bundle.report(unpacked)
    assert f"fault: captures/{path.name} is not what its document was taken from" in (
        lines
    )


def test_withheld_names_are_in_no_file(unpacked):
    whole = b"".join(p.read_bytes() for p in unpacked.rglob("*") if p.is_file())
    for name in ("Yuri", "Adan", "Kel said"):
        assert name.encode() not in whole
    told = json.loads((unpacked / "manifest.json").read_text())["documents"]
    masked = [one for one in told if one["names_withheld"]]
    assert len(masked) == 2
    assert all(one["text"] is None and not one["captures"] for one in masked)


def test_a_ruling_that_shows_the_name_hands_the_words_on(workspace, tmp_path, reports):
    claim = next(c for c in workspace.claims() if "3 men" in c.claim.sentence.text)
    workspace.rule(claim, Decision.UNMASK, by="Reviewer", reason="he asked for it")
    path = write(workspace, tmp_path / "e.zip", folder=str(reports))
    with zipfile.ZipFile(path) as opened:
        text = f"{evidence.FOLDER}/texts/{claim.claim.document}.txt"
        assert b"Adan Kel" in opened.read(text)


def test_a_page_has_the_whole_text_and_leads_to_the_words(unpacked):
    told = json.loads((unpacked / "manifest.json").read_text())["documents"]
    (first,) = (one for one in told if one.get("title") == "No. 0")
    page = (unpacked / first["page"]).read_text()
    assert LONG.strip()[:200] in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    start = TEXTS[0].index("over 40")
    assert f'href="#o{start}"' in page
    assert f'id="o{start}"' in page


def test_texts_cannot_put_marks_into_a_page(workspace, tmp_path):
    text = "<script>alert(1)</script> said 4 men were killed in Bren."
    list(workspace.read([replace(documents()[0], text=text, title="<b>x")]))
    path = write(workspace, tmp_path / "e.zip")
    with zipfile.ZipFile(path) as opened:
        pages = [n for n in opened.namelist() if n.endswith(".html")]
        assert all(b"<script" not in opened.read(name) for name in pages)
        assert all(b"<b>x" not in opened.read(name) for name in pages)


def test_an_archive_beside_the_ledger_goes_along(tmp_path, monkeypatch):
    pytest.importorskip("warcio", reason="needs the extra intake")
    import standin
    from sayso.workspace import Settings, Workspace
    from sayso.workspace.fetching import Fetched

    page = b"<html><body><p>%s</p></body></html>" % (
        b"General Orlan said over 40 soldiers were killed in Olmar on Tuesday, and "
        b"that the road to Bren was open again after three days."
    )
    fetched = Fetched(
        "https://post.example/1", 200, "200 OK", (("Content-Type", "text/html"),), page
    )
    for name, answer in (("check_allowed", None), ("fetch", fetched)):
        monkeypatch.setattr(
            f"sayso.workspace.fetching.{name}", lambda *_, answer=answer, **__: answer
        )
    settings = Settings(reader=standin.OWN)
    with Workspace(str(tmp_path / "l.db"), settings=settings) as workspace:
        list(workspace.read(["https://post.example/1"]))
        path = write(workspace, tmp_path / "e.zip")
    with zipfile.ZipFile(path) as opened:
        assert any(name.endswith(".warc.gz") for name in opened.namelist())
    lines, is_whole = verify_bundle.report(path)
    assert is_whole, lines
    assert "1 captured files" in lines


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_bundle_is_said(tmp_path, data):
    path = tmp_path / "e.zip"
    path.write_bytes(data)
    lines, is_whole = verify_bundle.report(path)
    assert not is_whole
    assert "is no bundle that can be read" in lines[0]
