"""Settings of a user: a small TOML file, each key of which an option overrules.

The file is config.toml in the folder of the user's own data ($SAYSO_CONFIG, else
"sayso" under $XDG_CONFIG_HOME or ~/.config). One order holds for every key: the option,
then the environment variable, then the file, then what is built in. A key that is not
known is an error, so that a slip of the pen changes nothing without a word.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sayso.errors import InputError

FILE = "config.toml"
_MOST_JOBS = 256
_MOST_PORT = 65_535
_YES = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the file."""

    key: str
    variable: str
    option: str
    """The option that overrules both."""
    built_in: str | int | bool
    """Holds where nothing is said; its type is that of the key."""
    meaning: str
    most: int = 0
    """For a number the largest; the smallest is 1."""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "ledger",
        "SAYSO_LEDGER",
        "--ledger",
        "sayso.db",
        "the ledger to use; in the file a whole path, or one that begins with ~/",
    ),
    Setting("jobs", "SAYSO_JOBS", "--jobs", 1, "reading processes", _MOST_JOBS),
    Setting(
        "port",
        "SAYSO_PORT",
        "--port",
        8765,
        "where pages are served; built in: the first free one from here on",
        _MOST_PORT,
    ),
    Setting(
        "language",
        "SAYSO_LANGUAGE",
        "--language",
        "",
        "the pages' language: en, ru or uk; built in: as the browser asks",
    ),
    Setting(
        "quiet",
        "SAYSO_QUIET",
        "--quiet",
        built_in=False,
        meaning="no progress, no sum",
    ),
)
"""Every key, in the order shown."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What holds for a key, and who says so."""

    setting: Setting
    value: str | int | bool
    said_by: str
    """The variable's name, the file's path, or "built in"."""

    @property
    def is_built_in(self) -> bool:
        """True where nobody says otherwise."""
        return self.said_by == "built in"


def settings_folder() -> Path:
    """Give the folder of the user's settings and own data; it need not exist."""
    if os.environ.get("SAYSO_CONFIG"):
        return Path(os.environ["SAYSO_CONFIG"])
    settings = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA")
    return Path(settings or Path.home() / ".config") / "sayso"


def settings_file() -> Path:
    """Give where the file is looked for; it need not exist."""
    return settings_folder() / FILE


def chosen(key: str) -> Chosen:
    """Give what holds for a key where no option is given.

    Raises:
        InputError: The variable or the file says something that cannot be.
    """
    setting = next(one for one in SETTINGS if one.key == key)
    told = os.environ.get(setting.variable)
    if told:
        return Chosen(setting, _parse(setting, told), setting.variable)
    stated = load_file(settings_file())
    if key in stated:
        return Chosen(setting, stated[key], str(settings_file()))
    return Chosen(setting, setting.built_in, "built in")


def load_file(path: Path) -> Mapping[str, Any]:
    """Give what the file says, checked; nothing where there is none.

    Raises:
        InputError: It cannot be read, has an unknown key, or a value of another kind.
    """
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f'settings "{path}" cannot be read ({error})') from error
    known = {setting.key: setting for setting in SETTINGS}
    for key in stated:
        if key not in known:
            near = get_close_matches(key, known, 1) or [", ".join(known)]
            raise InputError(f'settings "{path}": unknown "{key}"; known: {near[0]}')
    return {key: _checked(known[key], value, path) for key, value in stated.items()}


def _checked(setting: Setting, value: Any, path: Path) -> str | int | bool:
    """Give a value of the file, of the kind its key wants."""
    where = f'settings "{path}": "{setting.key}"'
    wanted = type(setting.built_in)
    if _KINDS.get(type(value)) != _KINDS[wanted]:
        raise InputError(f"{where} must be {_KINDS[wanted]}")
    if wanted is int and not 1 <= value <= setting.most:
        raise InputError(f"{where} must be from 1 to {setting.most}")
    result: str | int | bool = value
    return _whole_path(value, where) if setting.key == "ledger" else result


def _whole_path(value: str, where: str) -> str:
    """Give a ledger's address; a path that depends on where one stands is refused."""
    if ":" in value:
        return value
    path = Path(value).expanduser()
    if not path.is_absolute():
        raise InputError(f"{where} must be a whole path, or begin with ~/")
    return str(path)


_KINDS: Mapping[type, str] = {
    str: "a text in quotation marks",
    int: "a whole number",
    bool: "yes or no as TOML writes them, without quotation marks",
}


def _parse(setting: Setting, told: str) -> str | int | bool:
    """Give the value of an environment variable."""
    if isinstance(setting.built_in, bool):
        if told.lower() in _YES:
            return _YES[told.lower()]
        raise InputError(f'{setting.variable}="{told[:40]}" must be yes or no')
    if isinstance(setting.built_in, int):
        if told.isascii() and told.isdigit() and 1 <= int(told) <= setting.most:
            return int(told)
        raise InputError(
            f'{setting.variable}="{told[:40]}" must be from 1 to {setting.most}'
        )
    return told


def template() -> str:
    """Give a file to begin with: every key with what it does, all left as built in."""
    lines = [
        "# Settings of Sayso. An option overrules a variable, a variable this file.",
        "",
    ]
    for setting in SETTINGS:
        built_in = setting.built_in
        shown = f'"{built_in}"' if isinstance(built_in, str) else str(built_in).lower()
        if setting.key == "ledger":
            shown = '"~/sayso.db"'
        lines += [
            f"# {setting.meaning}",
            f"# ({setting.option}, ${setting.variable})",
            f"# {setting.key} = {shown}",
            "",
        ]
    return "\n".join(lines)
