"""Files that are no files, and links that lead out of a folder."""

import os

from sayso.intake import FORMATS, Skipped, read_path


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    outside, folder = tmp_path / "outside.txt", tmp_path / "in"
    folder.mkdir()
    outside.write_text("secret words", encoding="utf-8")
    (folder / "own.txt").write_text("open words", encoding="utf-8")
    (folder / "out.txt").symlink_to(outside)
    (folder / "within.txt").symlink_to(folder / "own.txt")
    found = list(read_path(folder, FORMATS))
    texts = [item.text for item in found if not isinstance(item, Skipped)]
    assert texts == ["open words", "open words"]
    (skipped,) = [item for item in found if isinstance(item, Skipped)]
    assert "is a link to what lies outside" in skipped.reason


def test_pipes_and_devices_are_refused(tmp_path):
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path in (pipe, type(pipe)("/dev/zero")):
        (found,) = read_path(path, FORMATS)
        assert "is no file, but a pipe or device" in found.reason
