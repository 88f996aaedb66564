"""One address of every page, as the example reports fill it."""

from sayso.workspace.events import load_events

PAGES = {
    "start": "/",
    "claims": "/claims",
    "claims-narrowed": "/claims?text=losses&party=Ukraine&order=published",
    "claims-none": "/claims?text=nothing-like-this&since=soon",
    "documents": "/documents",
    "document": "/documents/{02-wire-0312}",
    "document-april": "/documents/{16-april-0426}",
    "document-witness": "/documents/{01-ministry-0311}",
    "words": "/documents/{02-wire-0312}/words?start=0&end=30",
    "words-attribution": "/documents/{02-wire-0312}/words?end=60&as=attribution",
    "words-nothing": "/documents/{02-wire-0312}/words?end=60&as=nothing",
    "speakers": "/speakers",
    "speaker": "/speakers/{speaker}",
    "measures": "/measures",
    "measure": "/measures/people.casualties",
    "places": "/places",
    "place": "/places/{place}",
    "party": "/parties/Ukraine?named=1",
    "names": "/names",
    "draft": "/draft",
    "incidents": "/incidents?least=1",
    "incident": "/incidents/{incident}",
    "origins": "/origins",
    "findings": "/findings",
    "questions": "/questions",
    "map": "/map",
    "take-out": "/export?measure=people.captured",
    "review": "/review",
    "review-editing": "/review?edit=1",
    "agreement": "/review/agreement",
    "corrections": "/review/corrections",
    "not-there": "/nowhere",
}


def fill(site, path: str) -> str:
    """Give an address with the ids of this ledger."""
    ledger = site.workspace.ledger
    known = {
        **site.documents,
        "speaker": ledger.speakers()[0].speaker.id,
        "incident": load_events(site.workspace).incidents[0].id,
        "place": ledger.places()[0][0].id if ledger.places() else "text:kursk",
    }
    for name, identifier in known.items():
        path = path.replace(f"{{{name}}}", identifier)
    return path
