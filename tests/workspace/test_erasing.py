"""An erased document's words are in no file beside the ledger."""

import gzip

import standin
from sayso.workspace import Settings, Workspace

WORDS = "Prisoner Ivo Belkor said 12 soldiers were captured in Bren."
URL = "https://post.example.org/one"
OWN = Settings(reader=standin.OWN)


def capture(text, url):
    page = f"<html><head><title>A day</title></head><body><p>{text}</p></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2030-05-03T12:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    ).encode()
    return gzip.compress(head + answer + b"\r\n\r\n")


def words_in(folder):
    """Give the files in which the words stand, packed or not."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            plain = gzip.decompress(data) if path.name.endswith(".gz") else data
            if b"Belkor" in plain:
                found.append(path.name)
    return found


def test_captures_go_with_the_words(tmp_path):
    ledger, folder = tmp_path / "l.db", tmp_path / "l-fetched"
    folder.mkdir()
    (folder / "one.warc.gz").write_bytes(capture(WORDS, URL))
    (folder / "two.warc.gz").write_bytes(capture("It was quiet in Bren.", f"{URL}/2"))
    with Workspace(str(ledger), settings=OWN) as workspace:
        list(workspace.read([folder]))
        (held,) = [h for h in workspace.ledger.documents() if h.facts.url == URL]
        assert "one.warc.gz" in words_in(tmp_path)
        workspace.erase(held.id, by="ann", reason="asked for")
        assert workspace.verify().faults == ()
    assert words_in(tmp_path) == []
    assert [path.name for path in folder.iterdir()] == ["two.warc.gz"]


def test_copies_of_the_ledger_are_named(tmp_path):
    with Workspace(str(tmp_path / "l.db"), settings=OWN) as workspace:
        text = tmp_path / "in" / "a.txt"
        text.parent.mkdir()
        text.write_text(WORDS, encoding="utf-8")
        list(workspace.read([text]))
        workspace.ledger.backup(str(tmp_path / "backup.db"))
        held = workspace.document(str(text))
        workspace.erase(held.id, by="ann", reason="asked for")
        assert [path.name for path in workspace.copies_of(held)] == ["backup.db"]


def test_ledger_backup_and_captures_are_the_owners_alone(tmp_path):
    with Workspace(str(tmp_path / "l.db"), settings=OWN) as workspace:
        workspace.ledger.backup(str(tmp_path / "backup.db"))
        for path in tmp_path.iterdir():
            assert path.stat().st_mode & 0o077 == 0, path.name
