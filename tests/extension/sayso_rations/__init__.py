"""Where the pack lies: a path is enough."""

from pathlib import Path

ELBONIA = Path(__file__).with_name("elbonia.toml")
