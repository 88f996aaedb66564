"""Every exception Sayso raises on purpose.

    SaysoError
    ├── InputError (ValueError)         a document cannot be read
    ├── SpanError (ValueError)          offsets disagree with the text
    ├── VocabularyError (ValueError)    a data file does not say what it must
    ├── UnknownName (LookupError)       no such measure, check, format, ...
    ├── LedgerError
    │   ├── LedgerBusy                  another process holds the ledger
    │   ├── LedgerDamaged               the chain or the file is broken
    │   └── EntryMissing (LookupError)  no entry under that id
    ├── LayerError (ValueError)         a control layer cannot be read
    └── ExportError (ValueError)        a record cannot be written in a format

A message says what happened, the value in quotes, where, and what would be
accepted. Odd text is never an error: it becomes a `Gap` beside the claims.
"""

from collections.abc import Iterable


class SaysoError(Exception):
    """The work asked for could not be done; the message says why."""


class InputError(SaysoError, ValueError):
    """A file or text could not be read as a document."""


class SpanError(SaysoError, ValueError):
    """The offsets of a span do not fit the text they point into."""


class VocabularyError(SaysoError, ValueError):
    """A vocabulary file has a fault; the message names file, key and expectation."""


class UnknownName(SaysoError, LookupError):
    """A name was asked for that is in no table.

    Attributes:
        kind: What was looked for, such as "measure".
        name: The name that was given.
        known: The names that exist, in the order of their table; or only the nearest
            of them, the likest first.
    """

    def __init__(
        self, kind: str, name: str, known: Iterable[str], *, are_nearest: bool = False
    ) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        listed = ", ".join(self.known) or "none"
        which = "nearest known" if are_nearest else "known"
        super().__init__(f'unknown {kind} "{name}"; {which}: {listed}')


class LedgerError(SaysoError):
    """The ledger could not be opened, read or written."""


class LedgerBusy(LedgerError):
    """Another process kept the ledger locked for too long."""


class LedgerDamaged(LedgerError):
    """The ledger's file or hash chain is not as it was written."""


class EntryMissing(LedgerError, LookupError):
    """Nothing in the ledger has the id that was asked for."""


class LayerError(SaysoError, ValueError):
    """A control layer could not be read or measured."""


class ExportError(SaysoError, ValueError):
    """A record could not be written in the format that was asked for."""
