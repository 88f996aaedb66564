"""Options of `sayso serve` that name an identity provider, and what they make."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import InputError
from sayso.workspace import Role

if TYPE_CHECKING:
    from sayso.web.provider import Provider

_ROLES = ", ".join(Role)
_OTHERS_READ = 0o077


def add_provider_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of single sign-on."""
    group = parser.add_argument_group("for a team with an identity provider (OpenID)")
    group.add_argument("--oidc", metavar="ISSUER", help="its address; with --members")
    group.add_argument(
        "--oidc-client", metavar="ID", help="what these pages are called there"
    )
    group.add_argument(
        "--oidc-secret",
        metavar="FILE",
        help="holds the client's secret; readable by its owner alone",
    )
    group.add_argument(
        "--oidc-role",
        action="append",
        default=[],
        metavar="CLAIM=VALUE:ROLE",
        help="take in whom the provider gives this claim, as"
        f" {_ROLES} (groups=newsroom:reviewer)",
    )
    group.add_argument(
        "--oidc-name",
        default="preferred_username",
        metavar="CLAIM",
        help="what those are called who are taken in (default: preferred_username)",
    )
    group.add_argument(
        "--oidc-label", default="", metavar="WORDS", help="what visitors know it as"
    )


def refuse_half_a_provider(arguments: argparse.Namespace) -> None:
    """Refuse options of a provider that cannot stand without others."""
    rest = (arguments.oidc_client, arguments.oidc_secret, *arguments.oidc_role)
    if arguments.oidc is None:
        if any(rest):
            arguments.refuse("--oidc-... needs --oidc ISSUER")
        return
    if arguments.members is None:
        arguments.refuse("--oidc is for members: give --members, too")
    if not arguments.oidc_client:
        arguments.refuse("--oidc needs --oidc-client ID")


def make_provider(arguments: argparse.Namespace, reached: str) -> Provider | None:
    """Give the provider that was named, None where none was; nothing is asked yet.

    Args:
        arguments: Of the command line.
        reached: The pages' own address, to which the provider sends visitors back.

    Raises:
        InputError: An option says what cannot be, or the extra is not installed.
    """
    if arguments.oidc is None:
        return None
    try:  # an extra, and slow: who names no provider needs none of it
        from sayso.web.provider import Provider, ProviderSettings, parse_rule
        from sayso.web.sign_in import FROM_PROVIDER
    except ImportError as error:
        raise InputError(
            f'--oidc needs the extra "team": pip install "sayso[team]" ({error})'
        ) from error
    rules = []
    for words in arguments.oidc_role:
        rule = parse_rule(words)
        if rule is None:
            raise InputError(
                f'"{words}" is no rule: CLAIM=VALUE:ROLE, ROLE one of {_ROLES}'
            )
        rules.append(rule)
    settings = ProviderSettings(
        arguments.oidc,
        arguments.oidc_client,
        secret=_secret(arguments.oidc_secret),
        label=arguments.oidc_label,
        rules=tuple(rules),
        name_claim=arguments.oidc_name,
    )
    return Provider(
        settings, back=f"{reached}{FROM_PROVIDER}", now=lambda: datetime.now(UTC)
    )


def _secret(name: str | None) -> str:
    """Give the words of a file that nobody else can read; "" for no file."""
    if name is None:
        return ""
    path = Path(name)
    try:
        if path.stat().st_mode & _OTHERS_READ:
            raise InputError(f'others can read "{name}": chmod 600 "{name}"')
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f'"{name}" cannot be read: {error}') from error
