"""What others put on a seal: a time-stamping service's token, a person's signature.

Both are checked by programs that come with nearly every system, openssl and ssh-keygen;
nothing of the cryptography is ours. A token shows that the file existed at an instant
by the clock of who stamped it, for who trusts that authority. A signature shows whose
key was used on the file, and nothing about when.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sayso.errors import InputError

NAMESPACE = "sayso"
"""What ssh-keygen -Y sign -n must have been told."""
_PATIENCE = 30
"""Seconds after which a program is given up; both take far less than one."""


def check_token(seal: str, token: str, authority: str) -> str:
    """Give the instant of a token of RFC 3161 on a file, as openssl writes it.

    Args:
        seal: The file that was stamped.
        token: The service's answer, DER.
        authority: Certificates that are trusted to stamp, PEM.

    Raises:
        InputError: It is not on this file or not by this authority, or openssl is not
            here.
    """
    _need(seal, token, authority)
    words = ["openssl", "ts", "-verify", "-data", seal, "-in", token]
    found = _run([*words, "-CAfile", authority])
    if found.returncode:
        raise InputError(f'"{token}" does not fit "{seal}" and its authority')
    shown = _run(["openssl", "ts", "-reply", "-in", token, "-text"])
    stamped = re.search(r"(?m)^Time stamp: (.+)$", shown.stdout)
    if stamped is None:
        raise InputError(f'"{token}" names no instant')
    return stamped[1].strip()


def check_signature(seal: str, signature: str, signers: str) -> str:
    """Give who signed a file by ssh-keygen -Y sign, as the list of signers names them.

    Args:
        seal: The file that was signed.
        signature: What ssh-keygen wrote beside it.
        signers: Names with their keys, in the form of allowed signers of ssh-keygen.

    Raises:
        InputError: The signature is not on this file or by none of them, or ssh-keygen
            is not here.
    """
    _need(seal, signature, signers)
    asked = ["ssh-keygen", "-Y", "find-principals", "-s", signature, "-f", signers]
    names = _run(asked).stdout.splitlines()
    for name in names:
        words = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", name]
        words += ["-n", NAMESPACE, "-s", signature]
        if _run(words, given=Path(seal)).returncode == 0:
            return name
    raise InputError(f'"{signature}" does not fit "{seal}" and "{signers}"')


def _need(*paths: str) -> None:
    for path in paths:
        if not Path(path).is_file():
            raise InputError(f'there is no file "{path}"')


def _run(
    words: Sequence[str], given: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program of the system, without a shell."""
    try:
        done = subprocess.run(  # noqa: S603 - words of our own and paths, no shell
            words,
            input=b"" if given is None else given.read_bytes(),
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except FileNotFoundError as error:
        raise InputError(f'"{words[0]}" is needed and not here') from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputError(f'"{words[0]}" could not be run ({error})') from error
    out = done.stdout.decode("utf-8", "replace")
    return subprocess.CompletedProcess(words, done.returncode, out)
