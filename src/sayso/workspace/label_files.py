"""Labels as tools for labelling give them back: Label Studio, doccano, brat, XMI.

What a file is, is seen from its content. Offsets are given in code points of the text
that came back with them; where a tool quotes the words they are compared, and a label
whose words do not stand at its offsets refuses the file: exact or not at all.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.exports.brat import from_brat
from sayso.exports.labelled import Label, Units

LARGEST = 256 * 1024 * 1024
"""Bytes of one file, and of all files in a zip file, that are read."""
_UNFIT = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_TEXT_BOUND = re.compile(r"T\d+\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_OURS = "{http:///sayso.ecore}"


@dataclass(frozen=True, slots=True)
class Returned:
    """One document as it came back."""

    document: str
    """Its id; "" where the tool does not say."""
    text: str
    labels: tuple[Label, ...]


def load_labels(path: Path) -> list[Returned]:
    """Give the documents of a file, with their labels.

    Raises:
        InputError: It cannot be read, is of no known form, or a label's words do not
            stand where it says.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f'"{path}" is larger than {LARGEST // 2**20} MB')
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f'"{path}" cannot be read ({error.strerror})') from error
    try:
        if data.startswith(b"PK"):
            return list(_from_zip(path))
        text = data.decode("utf-8")
        if text.lstrip().startswith("["):
            return [_labelstudio(task) for task in json.loads(text)]
        lines = (line for line in text.split("\n") if line.strip())
        return [_doccano(json.loads(line)) for line in lines]
    except InputError as error:
        raise InputError(f'"{path}": {error}') from error
    except (*_UNFIT, RecursionError, ET.ParseError, zipfile.BadZipFile) as error:
        raise InputError(
            f'"{path}" holds no labels that are known ({error})'
        ) from error


def _labelstudio(task: Mapping[str, Any]) -> Returned:
    """Give a task: the last annotation of a person, else the prediction."""
    text, data = task["data"]["text"], task["data"]
    made = [a for a in task.get("annotations") or () if not a.get("was_cancelled")]
    chosen = (made or task.get("predictions") or [{"result": []}])[-1]
    regions = [r for r in chosen["result"] if r.get("type") == "labels"]
    units = Units(text)
    labels = []
    for region in regions:
        value = region["value"]
        start, end = value["start"], value["end"]
        words = value.get("text")
        if words is not None and text[start:end] != words:
            start, end = units.from_units(start), units.from_units(end)  # before 2021
            _compare(text, start, end, words)
        labels += [Label(start, end, name) for name in value["labels"]]
    return Returned(str(data.get("document") or ""), text, tuple(labels))


def _doccano(record: Mapping[str, Any]) -> Returned:
    text = record["text"]
    told = record.get("document") or (record.get("meta") or {}).get("document") or ""
    labels = []
    for start, end, name in record.get("label", record.get("labels", ())):
        if not 0 <= start < end <= len(text):
            raise InputError(f"a label [{start}, {end}) is outside of its text")
        labels.append(Label(start, end, str(name)))
    return Returned(str(told), text, tuple(labels))


def _from_zip(path: Path) -> Iterator[Returned]:
    with zipfile.ZipFile(path) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
            raise InputError(f"holds more than {LARGEST // 2**20} MB")
        names = sorted(packed.namelist())
        for name in names:
            if name.endswith(".xmi"):
                yield _xmi(packed.read(name))
            elif name.endswith(".ann"):
                text = packed.read(f"{name[:-4]}.txt").decode("utf-8")
                marks = packed.read(name).decode("utf-8")
                yield Returned(Path(name).stem, text, tuple(_brat(marks, text)))


def _brat(marks: str, text: str) -> Iterator[Label]:
    for line in marks.split("\n"):
        if not line.startswith("T"):
            continue
        match = _TEXT_BOUND.fullmatch(line)
        if match is None:
            raise InputError(f'"{line[:80]}" is no line of brat')
        parts = [tuple(map(int, part.split())) for part in match[2].split(";")]
        words = " ".join(text[start:end] for start, end in parts)
        if words != match[3]:
            raise InputError(f'"{match[3][:80]}" stands otherwise in its text')
        yield Label(parts[0][0], parts[-1][1], from_brat(match[1]))


def _xmi(data: bytes) -> Returned:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InputError("declares a type or an entity, which is not read")
    root = ET.fromstring(data)  # noqa: S314 - no entities, see above
    (sofa,) = root.iter("{http:///uima/cas.ecore}Sofa")
    text = sofa.attrib["sofaString"]
    units = Units(text)
    told = next((e.attrib.get("document") for e in root.iter(f"{_OURS}Text")), None)
    labels = [
        Label(
            units.from_units(int(element.attrib["begin"])),
            units.from_units(int(element.attrib["end"])),
            element.attrib.get("measure") or element.attrib["role"],
        )
        for kind in ("Figure", "Part")
        for element in root.iter(f"{_OURS}{kind}")
    ]
    return Returned(told or "", text, tuple(labels))


def _compare(text: str, start: int, end: int, words: str) -> None:
    if text[start:end] != words:
        raise InputError(
            f'"{words[:80]}" is said to stand at [{start}, {end}), where the text has'
            f' "{text[start:end][:80]}"'
        )
