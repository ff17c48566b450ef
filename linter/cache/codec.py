"""The outcome of one document as bytes and back. Reading them can only ever make plain values of known types.

A finding names its rule by id and the value by its place; whoever reads has loaded the same rules.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import date
from sys import intern

import msgspec

from linter.cache.blocks import PackedBlocks, numbers_of
from linter.document import Document, Published, Section, SectionKind, Table
from linter.engine import Linted, Remark
from linter.finding import Finding, RuleCitation
from linter.result import Coverage, DocumentResult, SectionResult
from linter.text import SourceMap, Span
from reference.model import Reference

# A small file must not unfold into more than a machine holds.
_LONGEST = 1 << 28
_QUICK = 1


class UnusableError(ValueError):
    """The bytes are no outcome of a document, or they rest on other rules."""


class _Section(msgspec.Struct, array_like=True, frozen=True):
    span: Span
    kind: SectionKind
    title: Span | None
    published: tuple[date, str] | None
    blocks: list[int]
    tables: tuple[Table, ...]
    region_hint: str | None
    truncated: bool


class _Document(msgspec.Struct, array_like=True, frozen=True):
    source: str
    visible: str
    text: str | None
    length: int | None
    runs: tuple[tuple[int, int, int], ...]
    format: str
    encoding: str
    sha256: str
    title: str | None
    sections: tuple[_Section, ...]


class _Outcome(msgspec.Struct, array_like=True, frozen=True):
    document: _Document
    sections: tuple[SectionResult, ...]
    coverage: Coverage
    findings: tuple[Finding, ...]
    rules: tuple[tuple[str, int] | None, ...]
    remarks: tuple[Remark, ...]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Outcome)


def encode(linted: Linted) -> bytes:
    """The outcome without the document's path and without problems. Raises ``ValueError`` for what no bytes can hold.

    That is text with half a character in it, and a finding that rests on a value of no rule.
    """
    result = linted.result
    outcome = _Outcome(
        _packed(result.document),
        result.sections,
        result.coverage,
        tuple(replace(finding, rule=None) for finding in result.findings),
        tuple(_named(finding.rule) for finding in result.findings),
        linted.remarks,
    )
    return zlib.compress(_ENCODER.encode(outcome), _QUICK)


def decode(data: bytes, path: str, reference: Reference) -> Linted:
    """The outcome for a document that is called ``path`` now. Raises ``UnusableError``."""
    try:
        outcome = _DECODER.decode(_unfolded(data))
        findings = tuple(
            finding if named is None else replace(finding, rule=_cited(named, reference))
            for finding, named in zip(outcome.findings, outcome.rules, strict=True)
        )
        document = _unpacked(outcome.document, path)
    except (zlib.error, msgspec.MsgspecError, ValueError, LookupError, OverflowError) as error:
        raise UnusableError(str(error)) from error
    result = DocumentResult(document, outcome.sections, outcome.coverage, findings)
    return Linted(result, tuple(_shared(remark) for remark in outcome.remarks))


def _unfolded(data: bytes) -> bytes:
    unfolding = zlib.decompressobj()
    plain = unfolding.decompress(data, _LONGEST)
    if not unfolding.eof:
        raise UnusableError("cut off, or too long")
    return plain


def _shared(remark: Remark) -> Remark:
    """The same remark; thousands of them share few checks, grounds and numbers."""
    return Remark(intern(remark.code), intern(remark.ground), intern(remark.quote), remark.claim)


def _named(citation: RuleCitation | None) -> tuple[str, int] | None:
    return None if citation is None else (citation.rule.id, citation.rule.values.index(citation.value))


def _cited(named: tuple[str, int], reference: Reference) -> RuleCitation:
    rule_id, index = named
    rule = reference.rule(rule_id)
    if rule is None or not 0 <= index < len(rule.values):
        raise UnusableError(f"no value {index} of the rule {rule_id}")
    return RuleCitation(rule, rule.values[index])


def _packed(document: Document) -> _Document:
    source_map = document.source_map
    return _Document(
        document.source,
        document.visible,
        None if document.text == document.visible else document.text,
        source_map.length,
        source_map.runs,
        document.format,
        document.encoding,
        document.sha256,
        document.title,
        tuple(_packed_section(section) for section in document.sections),
    )


def _packed_section(section: Section) -> _Section:
    published = section.published
    return _Section(
        section.span,
        section.kind,
        section.title,
        None if published is None else (published.day, published.source),
        numbers_of(section.blocks),
        section.tables,
        section.region_hint,
        section.truncated,
    )


def _unpacked(packed: _Document, path: str) -> Document:
    return Document(
        path=path,
        source=packed.source,
        visible=packed.visible,
        text=packed.visible if packed.text is None else packed.text,
        source_map=SourceMap.of_runs(packed.length, packed.runs),
        format=packed.format,
        encoding=packed.encoding,
        sha256=packed.sha256,
        title=packed.title,
        sections=tuple(_unpacked_section(section) for section in packed.sections),
    )


def _unpacked_section(packed: _Section) -> Section:
    return Section(
        span=packed.span,
        kind=packed.kind,
        title=packed.title,
        published=None if packed.published is None else Published(*packed.published),
        blocks=PackedBlocks(packed.blocks),
        tables=packed.tables,
        region_hint=packed.region_hint,
        truncated=packed.truncated,
    )
