"""JSON made small: deflate with a dictionary of what all of it says.

One claim's JSON is too short for deflate to learn from; with the words that every
claim repeats given beforehand it shrinks to a quarter (measured: 1.4 KB to 0.3 KB).
Documents' texts are never packed, so that any SQLite tool can show them.
"""

import zlib

from sayso.errors import LedgerDamaged

_LEVEL = 6
_RAW = -15
"""Deflate without header and checksum: the hash over the text is the check."""
_SHORT = 8_192
"""Characters up to which a small window will do; setting up the large one takes 67
microseconds, three times as long as all the rest (measured)."""
_SMALL_WINDOW, _SMALL_MEMORY = -13, 5
_FULL_MEMORY = 8
_LONG, _LONG_LEVEL = 32_768, 1
"""Characters from which a text is packed six times faster for a tenth more bytes: the
polygons of a control layer, mostly numbers (measured on 85 of them)."""

# Part of the file format: a change needs a new schema version. Frequent parts last,
# as deflate reaches them with shorter distances.
_DICTIONARY = (
    b'"precision":"month","precision":"year","precision":"week","kind":"as_of"'
    b'"kind":"since","kind":"interval","stance":"goal","stance":"denied"'
    b'"stance":"hedged","access":"witness","access":"imagery"'
    b'"access":"third_party_count","access":"enemy_force","private":true,'
    b'"measure":"equipment.destroyed","measure":"settlements.gained"'
    b'"measure":"territory.gained","measure":"attacks.launched"'
    b'"measure":"people.wounded","measure":"people.captured"'
    b'"measure":"people.casualties","measure":"people.killed"'
    b'"group":"settlement","group":"civilian","group":"soldier","via":["'
    b'"type":"DURATION","type":"DATE","value":"202","mod":"'
    b'"kind":"direct","name":"kind":"mixed","parent":"depth":1,'
    b'"located":{"id":"gn:","name":"","kind":"settlement","lat":,"lon":,"country":"UA"'
    b',"region":"","population":,"precision_m":5000},'
    b'{"id":"","source":[[,,"The "]],"cue":[[,,"said"]],"content":[[,,""]],'
    b'"kind":"indirect","name":"","speaker":{"id":"","name":"","party":"russia"'
    b',"access":"own_force","private":false},"depth":0,"via":[]}'
    b'{"document":"","quantity":{"span":[,,"over "],"number":[,,""],"low":"1",'
    b'"high":"1","bound":"at_least","bound":"approx","bound":"exact","unit":"km2"'
    b'"unit":"percent","unit":"count"},"measure":"","sentence":[,,""],"group":"'
    b'","affected":"ukraine","actor":"","place":"","period":{"start":"20","end":"20'
    b'","kind":"point","precision":"day","phrase":[,,""]},"accrual":"total"'
    b'"accrual":"flow","claimant":"","via":[],"stance":"asserted","attribution":"'
    b'","speaker":{"id":"","name":"","access":"unknown","private":false}'
    b',"confidence":"1","reader":"sayso 1 "}'
)


def pack(text: str) -> bytes:
    """Give the packed form of a text."""
    is_short = len(text) <= _SHORT
    window, memory = (
        (_SMALL_WINDOW, _SMALL_MEMORY) if is_short else (_RAW, _FULL_MEMORY)
    )
    level = _LEVEL if len(text) < _LONG else _LONG_LEVEL
    packer = zlib.compressobj(level, zlib.DEFLATED, window, memory, zdict=_DICTIONARY)
    return packer.compress(text.encode()) + packer.flush()


def unpack(content: str | bytes) -> str:
    """Give the text of a stored content, packed or not.

    Raises:
        LedgerDamaged: It is not as it was packed.
    """
    if isinstance(content, str):
        return content
    unpacker = zlib.decompressobj(_RAW, zdict=_DICTIONARY)
    try:
        return (unpacker.decompress(content) + unpacker.flush()).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise LedgerDamaged(
            f"a stored text is not as it was packed ({error}); restore a backup"
        ) from error
