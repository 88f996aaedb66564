"""What the versions of one address say otherwise."""

import json

from sayso.cli.versions import differences

PAGE = (
    '<html lang="en"><head><title>Olmar</title><link rel="canonical"'
    ' href="https://post.example/olmar"></head><body><article><h1>Olmar</h1><p>General'
    " Orlan said over {} soldiers of Tarn were killed in Olmar on Tuesday. Two bridges"
    " were hit, the ministry in Tarn said, and the town had not been taken by"
    " anybody.</p></article></body></html>"
)


def test_sentences_that_came_and_went_are_told(sayso, tmp_path):
    for name, figure in (("a.html", 12), ("b.html", 17)):
        (tmp_path / name).write_text(PAGE.format(figure), "utf-8")
    ledger = str(tmp_path / "v.db")
    sayso("read", "--ledger", ledger, str(tmp_path))
    sayso("show", "--ledger", ledger, "b.html", "--versions")
    lines = sayso.out.splitlines()
    assert lines[0] == "https://post.example/olmar"
    assert sum(line.startswith("version ") for line in lines) == 2
    changed = [line.strip() for line in lines if line.startswith("  ")]
    assert [line[0] for line in changed] == ["-", "+"]
    assert {"12 soldiers", "17 soldiers"} == {
        figure
        for figure in ("12 soldiers", "17 soldiers")
        if figure in "".join(changed)
    }
    sayso("show", "--ledger", ledger, "b.html", "--versions", "--json")
    first, second = json.loads(sayso.out)["versions"]
    assert (first["no_longer_said"], first["newly_said"]) == ([], [])
    assert len(second["newly_said"]) == 1


def test_equal_texts_do_not_differ():
    assert differences("One. Two.", "One.\nTwo.") == ([], [])
