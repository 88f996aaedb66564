"""Texts of our own through the real reader: whoever is to be withheld is withheld.

A weight or a rule that takes a person for a place would show the name; `make bench
ONLY=masking` looks at every command, export and page besides.
"""

import json
from pathlib import Path

import pytest

from sayso.model import Document
from sayso.workspace.masks import mask_reading
from sayso.workspace.own_data import read_document

FOLDER = Path(__file__).resolve().parents[1] / "reading" / "persons"


@pytest.mark.quality
@pytest.mark.parametrize("name", ["texts", "offices", "public"])
def test_names_to_withhold_come_out_nowhere(name):
    leaks = []
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        shown = mask_reading(
            read_document(Document(row["text"], language=row["language"]))
        )
        said = [shown.document.text]
        for claim in shown.claims:
            said += [claim.claimant, claim.affected, claim.actor, claim.place]
        said += [said_by.name for said_by in shown.attributions]
        words = "\n".join(filter(None, said))
        leaks += [(row["id"], one) for one in row["withhold"] if one in words]
    assert leaks == []
