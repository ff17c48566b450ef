"""The outcome of one document as bytes and back. Reading them can only ever make plain values of known types."""

from __future__ import annotations

from sys import intern

import msgspec

from linter.cache.citing import Named, with_rules, without_rules
from linter.cache.contents import PackedContent, pack_content
from linter.cache.folding import UnusableError, folded, unfolded
from linter.document import Document
from linter.engine import Linted
from linter.finding import Finding
from linter.result import Coverage, DocumentResult, SectionResult
from linter.together import Remark
from reference.model import Reference

__all__ = ["UnusableError", "decode", "encode"]


class _Head(msgspec.Struct, array_like=True, frozen=True):
    format: str
    encoding: str
    sha256: str
    title: str | None
    addressed: bool
    sections: tuple[SectionResult, ...]
    coverage: Coverage
    findings: tuple[Finding, ...]
    rules: tuple[Named, ...]
    remarks: tuple[Remark, ...]


class _Outcome(msgspec.Struct, array_like=True, frozen=True):
    head: bytes
    content: bytes


_ENCODER = msgspec.msgpack.Encoder()
_OUTER = msgspec.msgpack.Decoder(_Outcome)
_DECODER = msgspec.msgpack.Decoder(_Head)


def encode(linted: Linted) -> bytes:
    """The outcome without the document's path and without problems. Raises ``ValueError`` for what no bytes can hold.

    That is text with half a character in it, and a finding that rests on a value of no rule.
    """
    result, document = linted.result, linted.result.document
    head = _Head(
        document.format,
        document.encoding,
        document.sha256,
        document.title,
        document.content.addressed,
        result.sections,
        result.coverage,
        *without_rules(result.findings),
        linted.remarks,
    )
    return _ENCODER.encode(_Outcome(folded(_ENCODER.encode(head)), pack_content(document.content)))


def decode(data: bytes, path: str, reference: Reference) -> Linted:
    """The outcome for a document that is called ``path`` now. Raises ``UnusableError``."""
    try:
        outcome = _OUTER.decode(data)
        head = _DECODER.decode(unfolded(outcome.head))
        findings = tuple(with_rules(head.findings, head.rules, reference))
    except (msgspec.MsgspecError, ValueError, LookupError, OverflowError) as error:
        raise UnusableError(str(error)) from error
    content = PackedContent(outcome.content, head.addressed)
    document = Document(path, head.format, head.encoding, head.sha256, head.title, content)
    result = DocumentResult(document, head.sections, head.coverage, findings)
    return Linted(result, tuple(_shared(remark) for remark in head.remarks))


def _shared(remark: Remark) -> Remark:
    """The same remark; thousands of them share few checks, grounds and numbers."""
    return Remark(intern(remark.code), intern(remark.ground), intern(remark.quote), remark.claim)
