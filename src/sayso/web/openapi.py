"""The JSON addresses of the pages as an OpenAPI 3.1 document.

Made from the table of pages, so that a page added to it is described too; what each
answer holds is data, in `answers.json` beside this file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

from sayso import __version__
from sayso.web.page import Page

_BRACES = re.compile(r"\{(\w+)(?::\w+)?\}")
_ANY = {"summary": "What the page shows", "schema": {}, "query": []}
"""How a page that the data does not know is described."""
_STATUSES = {
    "400": "Not understood",
    "404": "Not there",
    "500": "The ledger cannot be read",
    "503": "The ledger is busy",
}
_ABOUT = (
    "What speakers claim, in which words, as documents report it; never what is so."
    " Answers on this machine only. Names of private persons are withheld."
)


def describe_pages(pages: Sequence[Page]) -> dict[str, Any]:
    """Give the OpenAPI document of a table of pages, its paths in their order."""
    data = load_answers()
    schemas = {name: _whole(schema) for name, schema in data["schemas"].items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sayso", "version": __version__, "description": _ABOUT},
        "paths": {
            path: {"get": operation}
            for page in pages
            for path, operation in _operations(page, data)
        },
        "components": {"schemas": schemas},
    }


def load_answers() -> dict[str, Any]:
    """Give what pages answer: "answers" by page, "query" by group, "schemas"."""
    text = (resources.files("sayso.web") / "answers.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _operations(page: Page, data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield (path, operation) of each form a page comes in."""
    stem = "/index" if page.path == "/" else _BRACES.sub(r"{\1}", page.path)
    known = data["answers"].get(page.name, _ANY)
    schema = known["schema"]
    answer = {"$ref": f"#/components/schemas/{schema}"} if schema else {}
    forms = [("json", "application/json", answer)]
    if page.is_list:
        forms.append(("csv", "text/csv", {"type": "string"}))
    if page.is_lines:
        forms.append(("jsonl", "application/jsonl", {"type": "string"}))
    if page.has_chart:
        forms.append(("svg", "image/svg+xml", {"type": "string"}))
    for suffix, media_type, content in forms:
        groups = [g for g in known["query"] if suffix == "json" or g != "page"]
        yield (
            f"{stem}.{suffix}",
            {
                "operationId": f"{page.name}.{suffix}",
                "summary": known["summary"],
                "parameters": [
                    *map(_in_path, _BRACES.findall(page.path)),
                    *(one for group in groups for one in data["query"][group]),
                ],
                "responses": {
                    "200": {
                        "description": page.title,
                        "content": {media_type: {"schema": content}},
                    },
                    **{code: _problem(words) for code, words in _STATUSES.items()},
                },
            },
        )


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _problem(words: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": words, "content": {"application/json": {"schema": schema}}}


def _whole(schema: Any) -> Any:
    """Give a schema with each "fields" written out as an object that has them all."""
    if isinstance(schema, list):
        return [_whole(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "fields" not in schema:
        return {key: _whole(value) for key, value in schema.items()}
    fields, optional = schema["fields"], schema.get("optional", ())
    return {
        "type": "object",
        "properties": {name: _whole(value) for name, value in fields.items()},
        "required": [name for name in fields if name not in optional],
        "additionalProperties": False,
    }
