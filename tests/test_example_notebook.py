"""The example notebook runs from top to bottom and shows what it says."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "examples" / "series.ipynb"
CLOSING = """
assert ledger.with_name("ground.png").stat().st_size > 10_000
assert ground["low"].notna().any()
assert claims["review"].eq("no person has looked at this").all()
print("ran")
"""


def cells() -> list[str]:
    book = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in book["cells"] if c["cell_type"] == "code"]


def test_it_runs_from_top_to_bottom(tmp_path):
    pytest.importorskip("pandas", reason="needs the extra notebook")
    pytest.importorskip("matplotlib", reason="needs the test tools")
    script = tmp_path / "notebook.py"
    script.write_text("\n".join((*cells(), CLOSING)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script],
        cwd=ROOT / "examples",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(tmp_path), "MPLCONFIGDIR": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("ran\n")


def test_it_holds_no_output_and_every_cell_parses():
    book = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert all(not c.get("outputs") for c in book["cells"])
    for cell in cells():
        ast.parse(cell)
