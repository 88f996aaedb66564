"""incident: what all speakers say of one event, lowest to highest, no best figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.assistant.held import Held
from sayso.assistant.records import marked
from sayso.assistant.tool import Arguments, Tool, text, whole

if TYPE_CHECKING:
    from sayso.workspace.events import Events
    from sayso.workspace.handed.incident_parts import Incident

MOST = 25
_WORDS = ("place", "scene", "voice", "first", "last")
"""Fields of the record that hold words of documents."""


def incident(held: Held, asked: Arguments) -> dict[str, Any]:
    """Give one incident whole, or the latest with their ids."""
    from sayso.workspace.event_words import called  # slow: numpy

    events = held.events()
    wanted = asked.words("id")
    if wanted is not None:
        return _record(events.find(wanted), events)
    limit = asked.count("limit", least=1, most=MOST, usual=10)
    return {
        "total": len(events.incidents),
        "incidents": [
            {
                "id": one.id,
                **marked(called=called(one)),
                "documents": len(one.documents),
                "claims": len(one.claims),
            }
            for one in events.incidents[:limit]
        ],
    }


def _record(found: Incident, events: Events) -> dict[str, Any]:
    from sayso.workspace.event_words import incident_record  # slow: numpy

    record: dict[str, Any] = _as_data(incident_record(found, events, is_whole=True))
    return record


def _as_data(value: Any) -> Any:
    """Give a record with the fields that hold words of documents named so."""
    if isinstance(value, list):
        return [_as_data(item) for item in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {}
    for key, item in value.items():
        if key in _WORDS and (item is None or isinstance(item, str)):
            made |= marked(**{key: item})
        else:
            made[key] = _as_data(item)
    return made


TOOL = Tool(
    "incident",
    "What is said of one event by all speakers, from the lowest to the highest figure"
    " as stated, with revisions, origins and what may not be compared. Never a best"
    " figure. Without an id: the latest incidents.",
    incident,
    {
        "id": text("of an incident, its beginning, or of one of its claims"),
        "limit": whole("incidents listed where no id is given", 1, MOST),
    },
)
