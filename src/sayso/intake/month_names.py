"""Names of months in the languages that archives, mails and pages write days in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NAMES = (
    "jan january januar janvier enero gennaio janeiro января січня januari",
    "feb february februar février febrero febbraio fevereiro февраля лютого februari",
    "mar march märz maerz mars marzo março марта березня maart",
    "apr april avril abril aprile апреля квітня",
    "may mai mayo maggio maio мая травня mei",
    "jun june juni juin junio giugno junho июня червня",
    "jul july juli juillet julio luglio julho июля липня",
    "aug august août aout agosto августа серпня augustus",
    "sep sept september septembre septiembre settembre setembro сентября вересня",
    "oct october oktober octobre octubre ottobre outubro октября жовтня okt",
    "nov november novembre noviembre novembro ноября листопада",
    "dec december dezember décembre diciembre dicembre dezembro декабря грудня dez",
)
MONTHS: Mapping[str, int] = MappingProxyType(
    {name: n for n, names in enumerate(_NAMES, 1) for name in names.split()}
)
"""Name in lower case -> number of the month."""
