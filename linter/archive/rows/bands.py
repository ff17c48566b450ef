"""Near-duplicate articles: a text as bands of its MinHash, of which texts share the more, the more alike they are."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Sequence

from rensa import RMinHash  # type: ignore[import-untyped]

_MARKS = re.compile(r"[\W_]+")
_SHINGLE = 5
_BANDS, _ROWS = 16, 4
_SEED = 1


def bands(text: str) -> list[int]:
    """Sixteen signed 64-bit numbers; none for a text too short to tell.

    Of texts that have the share s of their shingles (five characters, without blanks and punctuation) in common about
    16·s⁴ bands are equal: thirteen for s = 0.95, six and a half for 0.8, one for 0.5.
    """
    letters = _MARKS.sub("", text)
    shingles = [letters[at : at + _SHINGLE] for at in range(len(letters) - _SHINGLE + 1)]
    if not shingles:
        return []
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(shingles)
    digest = sketch.digest()
    return [_key(digest[at : at + _ROWS], at) for at in range(0, len(digest), _ROWS)]


def _key(rows: Sequence[int], at: int) -> int:
    """A number for the rows of the band that begins ``at``; equal rows of another band have another."""
    digest = hashlib.blake2b(struct.pack(f"<{_ROWS + 1}I", at, *rows), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
