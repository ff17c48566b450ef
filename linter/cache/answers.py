"""Reports kept whole: what is asked once more, with nothing changed, is answered as it was.

A report goes to a terminal or a browser as it is. So each is sealed with a secret of the user's: one that came along
with a repository is not believed.
"""

from __future__ import annotations

import hashlib
import hmac
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.cache.store import Store

_SEAL = 32
_QUICK = 1
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """A report in one form, packed, and the exit code of its run."""

    code: int
    packed: bytes

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the report."""
        unfolding = zlib.decompressobj()
        rest = self.packed
        while rest:
            yield unfolding.decompress(rest, _PIECE)
            rest = unfolding.unconsumed_tail
        yield unfolding.flush()


class Answers:
    """The last answer in each form. ``question`` is the digest of everything that the report depends on."""

    def __init__(self, store: Store, secret: bytes, question: bytes) -> None:
        self._store = store
        self._secret = secret
        self.question = question

    def recall(self, form: str) -> Answer | None:
        """What was answered in that form to this question, if it was the last one."""
        kept = self._store.get(_name(form)) or b""
        seal, code, packed = kept[:_SEAL], kept[_SEAL : _SEAL + 1], kept[_SEAL + 1 :]
        if not code or not hmac.compare_digest(seal, self._seal(form, code, packed)):
            return None
        return Answer(code[0], packed)

    def keep(self, form: str, answer: Answer) -> None:
        """Keep this answer in the place of the last one."""
        code = bytes([answer.code])
        seal = self._seal(form, code, answer.packed)
        self._store.put(_name(form), b"".join((seal, code, answer.packed)))

    def _seal(self, form: str, code: bytes, packed: bytes) -> bytes:
        seal = hashlib.blake2b(self.question + _name(form) + code, key=self._secret, digest_size=_SEAL)
        seal.update(packed)
        return seal.digest()


class Listener:
    """Packs a report while it is written."""

    def __init__(self) -> None:
        self._packing = zlib.compressobj(_QUICK)
        self._parts: list[bytes] = []
        self.packed: bytes | None = None
        """What was heard; ``None`` until the end."""

    def hear(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The same pieces."""
        for piece in pieces:
            self._parts.append(self._packing.compress(piece))
            yield piece
        self._parts.append(self._packing.flush())
        self.packed = b"".join(self._parts)
        self._parts.clear()


def _name(form: str) -> bytes:
    return hashlib.blake2b(f"answer {form}".encode(), digest_size=16).digest()
