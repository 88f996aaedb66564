"""Run a command as a child and say what it cost: CPU seconds and peak memory."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Speed is stated for one process and one thread."""

_BYTE_CODE = Path(__file__).resolve().parent.parent / "build" / "pyc"
COMPILED = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(_BYTE_CODE)}
"""An installation has byte code; a checkout that keeps none would compile all of it at
each start."""

SAYSO = (str(Path(sys.executable).with_name("sayso")),)
"""The command of the environment that runs this script."""


class CommandFailed(Exception):
    """A measured command did not end well; its standard error has been shown."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    cpu: float
    """User and system seconds of the child process."""
    peak_mb: float
    """Largest resident set, in units of 1,000,000 bytes."""


def run(command: Sequence[str], *, out: Path | None = None) -> Cost:
    """Run a command to its end and give its cost.

    Args:
        command: Program and arguments.
        out: Where standard output goes; None throws it away.

    Raises:
        CommandFailed: The command did not end with exit code 0.
    """
    with (out or Path(os.devnull)).open("wb") as stream:
        child = subprocess.Popen(
            command, stdout=stream, env={**os.environ, **ONE_THREAD, **COMPILED}
        )
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise CommandFailed(f"{' '.join(command)}: exit {child.returncode}")
    # ru_maxrss counts 1,024 bytes on Linux and single bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def median_cost(command: Sequence[str], *, runs: int = 5) -> Cost:
    """Give the run with the median CPU time of several."""
    costs = sorted((run(command) for _ in range(runs)), key=lambda cost: cost.cpu)
    return costs[runs // 2]
