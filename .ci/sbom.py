"""Write what an installation of Sayso is made of, as CycloneDX 1.6 JSON.

python .ci/sbom.py requirements.txt > sbom.json

Made from a file of pins alone: nothing is asked of a network, and equal pins give equal
bytes. What carries a marker (one version for one Python, one for later ones) stands
once a version.
"""

import json
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^\s;]+)")


def components(pins: str) -> list[dict[str, object]]:
    """Give each pinned package with its hashes, by name and version."""
    whole = pins.replace("\\\n", " ")
    found = []
    for line in whole.splitlines():
        match = PIN.match(line)
        if match is None:
            continue
        name = re.sub(r"[-_.]+", "-", match["name"]).lower()
        purl = f"pkg:pypi/{name}@{match['version']}"
        hashes = sorted(set(re.findall(r"--hash=sha256:([0-9a-f]{64})", line)))
        found.append(
            {
                "type": "library",
                "bom-ref": purl,
                "name": name,
                "version": match["version"],
                "purl": purl,
                "hashes": [{"alg": "SHA-256", "content": one} for one in hashes],
            }
        )
    return sorted(found, key=lambda one: str(one["bom-ref"]))


def bill(pins: str) -> dict[str, object]:
    """Give the whole document."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    own = f"pkg:pypi/{project['name']}@{project['version']}"
    parts = components(pins)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": project["name"],
                "version": project["version"],
                "description": project["description"],
                "licenses": [{"license": {"id": project["license"]}}],
                "purl": own,
            }
        },
        "components": parts,
        "dependencies": [
            {"ref": own, "dependsOn": [one["bom-ref"] for one in parts]},
            *({"ref": one["bom-ref"]} for one in parts),
        ],
    }


if __name__ == "__main__":
    print(json.dumps(bill(Path(sys.argv[1]).read_text()), indent=1))
