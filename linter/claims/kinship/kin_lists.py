"""Runs of kinship words: 「配偶、父母、子女等近亲属」 is one list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.scan.tokens import Term
from linter.text import Span
from reference.vocabulary import load_json, worded

_JOINT = re.compile(
    "(?:[、和与及或/\\s\"“”'‘’(:]|以及|还有|或者|等|之类|的|这类|本人|自己|双方|参保|法定|其|,\\s*(?:以及|还有))*"
)


@dataclass(frozen=True, slots=True)
class KinList:
    """A list of relatives: those ``named`` one by one, and with what the collective nouns stand for all its ``kin``.

    ``open`` when it ends in 等 without saying of what kind the rest are.
    """

    span: Span
    kin: frozenset[str]
    named: frozenset[str]
    spans: tuple[Span, ...]
    open: bool


def kin_lists(terms: Sequence[Term], text: str, end: int) -> Iterator[KinList]:
    """The lists among the terms of a sentence that ends at ``end``. Words for all relatives (家人) are in none."""
    run: list[Term] = []
    for term in terms:
        if not _members(term):
            continue
        if run and not _JOINT.fullmatch(text, run[-1].span.end, term.span.start):
            yield _list(run, text, end)
            run = []
        run.append(term)
    if run:
        yield _list(run, text, end)


@worded
def kin_group(name: str) -> frozenset[str]:
    """The relatives a collective noun stands for: near_relatives (Civil Code article 1045) or lineal."""
    return frozenset(load_json("kin.json")["groups"].get(name, ()))


def _list(run: Sequence[Term], text: str, end: int) -> KinList:
    span = run[0].span.joined(run[-1].span)
    after = text[span.end : min(end, span.end + 3)].lstrip()
    kin = frozenset(member for term in run for member in _members(term))
    named = frozenset(member for term in run if "kin" in term.facets for member in _members(term))
    return KinList(span, kin, named, tuple(term.span for term in run), after.startswith(("等", "之类", "…", "...")))


def _members(term: Term) -> frozenset[str]:
    named = term.facets.get("kin")
    return frozenset(named.split("+")) if named else kin_group(term.facets.get("kin_group", ""))
