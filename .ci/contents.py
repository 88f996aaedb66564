"""Say what a wheel holds: files, bytes unpacked and packed, by kind.

python .ci/contents.py dist/sayso-0.1.0-py3-none-any.whl
"""

import sys
import zipfile
from collections import defaultdict

KINDS = (
    ("weights of the readers", lambda name: "/weights" in name),
    ("gazetteers", lambda name: "/gazetteers/" in name),
    ("pages: templates, scripts, words", lambda name: name.startswith("sayso/web/")),
    ("programs and tables", lambda name: name.startswith("sayso/")),
    ("metadata and manual", bool),
)


def main(path: str) -> None:
    """Print a Markdown table, in million bytes."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    with zipfile.ZipFile(path) as packed:
        for entry in packed.infolist():
            kind = next(kind for kind, fits in KINDS if fits(entry.filename))
            for at, more in enumerate((1, entry.file_size, entry.compress_size)):
                sums[kind][at] += more
    print("| what | files | unpacked, MB | packed, MB |\n|---|---:|---:|---:|")
    rows = [(kind, *sums[kind]) for kind, _ in KINDS]
    rows.append(("all", *map(sum, zip(*sums.values(), strict=True))))
    for kind, files, whole, small in rows:
        print(f"| {kind} | {files} | {whole / 1e6:.1f} | {small / 1e6:.1f} |")


if __name__ == "__main__":
    main(sys.argv[1])
