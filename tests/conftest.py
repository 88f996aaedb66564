"""What all tests share: where the labelled data lies, when there is any."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a busy machine fails no test
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent

os.environ["SAYSO_CONFIG"] = str(ROOT / "build" / "no-settings")
"""No gazetteer or pack of the machine's user takes part in a test."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of labelled data and scorers, beside the checkout; skips without it."""
    path = Path(os.environ.get("SAYSO_SHARED", ROOT.parent / "shared"))
    if not (path / "data").is_dir():
        pytest.skip(f"no labelled data at {path}: quality is measured by developers")
    return path
