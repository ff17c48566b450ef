"""What was found between articles, ground by ground: only where one of them says something else, it is found anew."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from linter.bench import Bench
from linter.cache.citing import Named, with_rules, without_rules
from linter.cache.folding import UnusableError, folded, unfolded
from linter.cache.key import bench_key
from linter.cache.store import Store
from linter.check import Check, Placed
from linter.finding import Finding
from linter.together import Remark, compared
from reference.model import Reference

_SIZE = 16


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    paths: tuple[str, ...]
    findings: tuple[Finding, ...]
    rules: tuple[Named, ...]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Kept)


class Comparisons:
    """Compares as ``linter.together.compared`` does, with what ``store`` holds for this bench."""

    def __init__(self, store: Store, bench: Bench) -> None:
        self._store = store
        self._judged_by = bench_key(bench)

    def __call__(self, check: Check, shared: Sequence[tuple[str, Remark]], bench: Bench) -> tuple[Placed, ...]:
        """What the check finds between the documents."""
        name = self._name(check, shared)
        kept = self._store.get(name)
        try:
            if kept is not None:
                return _unpacked(kept, bench.reference)
        except UnusableError:
            pass
        found = compared(check, shared, bench)
        self._keep(name, found)
        return found

    def _keep(self, name: bytes, found: Sequence[Placed]) -> None:
        try:
            self._store.put(name, _packed(found))
        except ValueError:  # half a character, which no bytes hold
            return

    def _name(self, check: Check, shared: Sequence[tuple[str, Remark]]) -> bytes:
        said = [(path, remark.quote, remark.claim) for path, remark in shared]
        content = repr((self._judged_by, check.code, said)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(content, digest_size=_SIZE).digest()


def _packed(found: Sequence[Placed]) -> bytes:
    kept = _Kept(tuple(each.path for each in found), *without_rules(each.finding for each in found))
    return folded(_ENCODER.encode(kept))


def _unpacked(data: bytes, reference: Reference) -> tuple[Placed, ...]:
    try:
        kept = _DECODER.decode(unfolded(data))
        findings = with_rules(kept.findings, kept.rules, reference)
        return tuple(Placed(path, finding) for path, finding in zip(kept.paths, findings, strict=True))
    except (msgspec.MsgspecError, ValueError, LookupError, OverflowError) as error:
        raise UnusableError(str(error)) from error
