"""What the package says of itself, and that what lies beside it says the same."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEVELOPERS = {
    "pytest",
    "mypy",
    "ruff",
    "hypothesis",
    "playwright",
    "pyroma",
    "codespell",
}


def names(requirements):
    return {re.match(r"[A-Za-z0-9_-]+", one)[0] for one in requirements}


def test_one_version_everywhere():
    version = PROJECT["project"]["version"]
    assert sayso.__version__ == version
    assert f'version: "{version}"' in (ROOT / "CITATION.cff").read_text()
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()


def test_extras_are_for_users_and_groups_for_developers():
    for extra, wanted in PROJECT["project"]["optional-dependencies"].items():
        assert DEVELOPERS.isdisjoint(names(wanted)), extra
    groups = PROJECT["dependency-groups"]
    assert {"test", "release", "build", "docs", "ftm", "openapi"} == set(groups)


def test_an_editable_install_needs_no_package_that_is_not_pinned():
    assert PROJECT["tool"]["hatch"]["build"]["dev-mode-dirs"] == ["src"]


def test_every_extra_is_pinned_for_the_suite():
    script = (ROOT / "requirements.sh").read_text(encoding="utf-8")
    for extra in PROJECT["project"]["optional-dependencies"]:
        assert f"--extra {extra} " in script.replace("\\\n", " ")


def test_the_bill_of_materials_has_every_pin_and_is_the_same_twice():
    pins = ROOT / "requirements.txt"
    words = [sys.executable, str(ROOT / ".ci" / "sbom.py"), str(pins)]
    one, two = (
        subprocess.run(words, capture_output=True, check=True).stdout for _ in "ab"
    )
    assert one == two
    bill = json.loads(one)
    text = pins.read_text(encoding="utf-8")
    assert len(bill["components"]) == len(re.findall(r"^[a-z].*==", text, re.MULTILINE))
    assert all(part["hashes"] for part in bill["components"])
    refs = {part["bom-ref"] for part in bill["components"]}
    assert set(bill["dependencies"][0]["dependsOn"]) == refs
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")


@pytest.mark.parametrize(
    "name",
    [
        "CITATION.cff",
        "CODE_OF_CONDUCT.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "NOTICE",
        "SECURITY.md",
        ".pre-commit-config.yaml",
        ".github/ISSUE_TEMPLATE/reading.yml",
    ],
)
def test_what_others_look_for_is_there(name):
    assert (ROOT / name).stat().st_size > 100


def test_the_same_program_by_its_module():
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"sayso {sayso.__version__}\n"


def test_what_proves_a_convention_is_there():
    page = (ROOT / "docs" / "ecosystem.md").read_text(encoding="utf-8")
    named = set(
        re.findall(r"(?<![\w/])(?:tests|\.ci|deploy|examples)/[\w./-]*\w", page)
    )
    assert len(named) > 15
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
