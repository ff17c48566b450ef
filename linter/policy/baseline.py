"""Findings that are known: held against a list of names, each used once, wherever its article has moved to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from linter.document import Document
from linter.finding import Finding
from linter.fingerprint import normalised
from linter.policy.notices import FAMILY
from linter.result import DocumentResult, RunResult, Settled
from linter.text import sentence_around

_CONTRADICTION = "contradiction"
_LENGTH = 8


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding that was there when the baseline was made.

    ``others`` names the other sides of a contradiction: with a side it did not have, it is a new one. ``quote`` is for
    the reader.
    """

    path: str
    code: str
    fingerprint: str
    quote: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A run held against a baseline: the known findings are settled, entries were ``found`` or are ``missing``."""

    result: RunResult
    found: tuple[Known, ...]
    missing: tuple[Known, ...]


def known_of(result: RunResult, name: Callable[[str], str] = str) -> tuple[Known, ...]:
    """The findings of a run as entries of a baseline; ``name`` turns a path into what the baseline calls it.

    What is said of suppressions is never known: it must be mended.
    """
    documents = _documents(result)
    return tuple(
        sorted(
            _entry(finding, each.document, documents, name)
            for each in result.documents
            for finding in each.findings
            if finding.family != FAMILY
        )
    )


def compare(
    result: RunResult, baseline: Iterable[Known], name: Callable[[str], str], gone: Callable[[str], bool]
) -> Compared:
    """Settle the findings of a run that a baseline knows.

    Every entry settles one finding: a copy of a known error is new. An entry serves the article it names, or, when that
    article is ``gone``, any other.
    """
    pool = _Pool(baseline)
    documents = _documents(result)
    entries = {
        id(finding): _entry(finding, each.document, documents, name)
        for each in result.documents
        for finding in each.findings
    }
    at_home = {key for key, entry in entries.items() if pool.take(entry, entry.path.__eq__)}
    moved = {key for key, entry in entries.items() if key not in at_home and pool.take(entry, gone)}
    settled = at_home | moved
    compared = tuple(_without(each, settled) for each in result.documents)
    return Compared(replace(result, documents=compared), tuple(pool.taken), tuple(pool.left()))


class _Pool:
    """The entries of a baseline that have not been used."""

    def __init__(self, baseline: Iterable[Known]) -> None:
        self._left: dict[str, list[Known]] = {}
        self.taken: list[Known] = []
        for each in sorted(baseline):
            self._left.setdefault(each.fingerprint, []).append(each)

    def take(self, entry: Known, serves: Callable[[str], bool]) -> bool:
        """Use up an entry for a finding, if there is one whose article ``serves``."""
        candidates = self._left.get(entry.fingerprint, [])
        for each in candidates:
            if serves(each.path) and set(entry.others) <= set(each.others):
                candidates.remove(each)
                self.taken.append(each)
                return True
        return False

    def left(self) -> Iterator[Known]:
        """The entries nobody used, in order."""
        return iter(sorted(each for entries in self._left.values() for each in entries))


def _entry(
    finding: Finding, document: Document, documents: Mapping[str, Document], name: Callable[[str], str]
) -> Known:
    quote = " ".join(finding.span.cut(document.visible).split())
    others = tuple(sorted(_sides(finding, document, documents))) if finding.family == _CONTRADICTION else ()
    return Known(name(document.path), finding.code, finding.fingerprint, quote, others)


def _sides(finding: Finding, document: Document, documents: Mapping[str, Document]) -> Iterator[str]:
    for each in finding.evidence:
        home = document if each.path is None else documents.get(each.path)
        words = each.path if home is None else normalised(sentence_around(home.text, each.span).cut(home.text))
        yield hashlib.sha256((words or "").encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _documents(result: RunResult) -> Mapping[str, Document]:
    return {each.document.path: each.document for each in result.documents}


def _without(result: DocumentResult, settled: Iterable[int]) -> DocumentResult:
    gone = frozenset(settled)
    known = tuple(Settled(each, "baseline") for each in result.findings if id(each) in gone)
    if not known:
        return result
    findings = tuple(each for each in result.findings if id(each) not in gone)
    return replace(result, findings=findings, settled=(*result.settled, *known))
