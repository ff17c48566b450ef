"""Claims as bytes: small to hold for thousands of documents, and safe to read back, whoever wrote them."""

from __future__ import annotations

import zlib
from datetime import date
from decimal import Decimal
from functools import cache

import msgspec

from linter.claims import model
from linter.claims.model import Claim, Scope, ValueClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval
from reference.period import Period

_TYPES = {name: kind for name, kind in vars(model).items() if isinstance(kind, type) and issubclass(kind, Claim)}
# Sets have no order of their own: the same claim shall be the same bytes.
_PACKER = msgspec.msgpack.Encoder(order="deterministic")

_LONGEST = 1 << 20


class _Packed(msgspec.Struct, array_like=True, frozen=True):
    kind: str
    slots: msgspec.Raw


_OUTER = msgspec.msgpack.Decoder(_Packed)


def _usual() -> bytes:
    """What every packed claim repeats: a claim of plain values, so that only what is its own is kept."""
    day = date(2025, 1, 1)
    place = Span(200, 300)
    scope = Scope(0, "110000", "title", day, Period(day, day), "published", frozenset({"current"}))
    number = Quantity(place, Unit.PERCENT, (Decimal("0.5"),), Interval.point("0.5"), Decimal("0.1"))
    return _PACKER.encode(ValueClaim(place, place, scope, "pension.rate", number, {"payer": "employer"}))


_USUAL = _usual()


def pack(claim: Claim) -> bytes:
    """The claim as bytes."""
    plain = _PACKER.encode(_Packed(type(claim).__name__, msgspec.Raw(_PACKER.encode(claim))))
    squeezing = zlib.compressobj(zdict=_USUAL)
    return squeezing.compress(plain) + squeezing.flush()


def unpack(data: bytes) -> Claim:
    """The claim of ``pack``. Raises ``ValueError`` for other bytes."""
    packed = _OUTER.decode(_unsqueezed(data))
    if packed.kind not in _TYPES:
        raise ValueError(f"no claim is called {packed.kind!r}")
    return _reader(packed.kind).decode(packed.slots)


def packable(kind: type[Claim]) -> bool:
    """True when claims of that kind can be read back: no slot of theirs may hold one of several kinds of token."""
    try:
        _reader(kind.__name__)
    except (KeyError, TypeError):
        return False
    return True


def _unsqueezed(data: bytes) -> bytes:
    unsqueezing = zlib.decompressobj(zdict=_USUAL)
    try:
        plain = unsqueezing.decompress(data, _LONGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unsqueezing.eof:
        raise ValueError("cut off, or too long")
    return plain


@cache
def _reader(kind: str) -> msgspec.msgpack.Decoder[Claim]:
    return msgspec.msgpack.Decoder(_TYPES[kind])
