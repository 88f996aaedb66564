"""The FollowTheMoney export through FollowTheMoney's own loader and model.

The library compiles ICU, so it is an extra by itself: `make ftm` installs it.
"""

import io

import pytest

from exported import export
from sayso.ledger import Filters
from sayso.model import Decision

pytest.importorskip("followthemoney", reason="FollowTheMoney is not installed")

from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.statement import (
    CSV,
    Statement,
    StatementEntity,
    read_statements,
)


@pytest.fixture
def statements(workspace) -> list[Statement]:
    """What the library reads in our file, some claims ruled on."""
    held = next(iter(workspace.claims(Filters(speaker="Orlan"))))
    workspace.rule(held, Decision.CONFIRM, by="reviewer", reason="stands so")
    return list(read_statements(io.BytesIO(export(workspace, "ftm").encode()), CSV))


def test_the_library_gives_each_statement_the_id_and_type_that_we_wrote(statements):
    assert statements
    for one in statements:
        made = Statement(
            entity_id=one.entity_id,
            prop=one.prop,
            schema=one.schema,
            value=one.value,
            dataset=one.dataset,
        )
        assert made.id == one.id, one.prop
        assert made.prop_type == one.prop_type


def test_every_value_is_clean_by_the_type_of_its_property(statements):
    for one in statements:
        if one.prop != "id":
            kind = model[one.schema].properties[one.prop].type
            assert kind.clean(one.value) is not None, (one.prop, one.value)


def test_the_library_builds_articles_speakers_and_notes(statements):
    dataset = Dataset({"name": "sayso", "title": "Sayso"})
    grouped: dict[str, list[Statement]] = {}
    for one in statements:
        grouped.setdefault(one.canonical_id, []).append(one)
    entities = {
        key: StatementEntity.from_statements(dataset, own)
        for key, own in grouped.items()
    }
    kinds = sorted(entity.schema.name for entity in entities.values())
    assert kinds.count("Article") == 3
    assert "LegalEntity" in kinds
    notes = [e for e in entities.values() if e.schema.name == "Note"]
    assert len(notes) == 5
    for note in notes:
        (name,) = note.get("name")
        speakers = [entities[key] for key in note.get("entity")]
        named = [s.caption for s in speakers if s.schema.name == "LegalEntity"]
        assert [s for s in speakers if s.schema.name == "Article"]
        if named:
            assert name.startswith(named[0])
        model.get_proxy(note.to_dict())
