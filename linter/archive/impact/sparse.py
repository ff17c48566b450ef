"""Claims of a store put back into a document: their sentences where they stood, blanks for all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linter.claims import model
from linter.claims.model import Claim
from linter.document import Document, ReadContent, Section, SectionKind
from linter.normalise import normalise
from linter.packed_claim import packable, unpack
from linter.scan.tokens import Tokens
from linter.text import SourceMap, Span
from linter.understanding import Understood

COLUMNS = ("packed", "sentence", "context", "law", "in_title")
"""The columns of the table of claims that a claim is put back from."""

_BLANK = " "
# What makes a text one that is laid out in articles.
_ARTICLES = "\n第一条 " * 4


def kept_kinds(names: Iterable[str]) -> list[str]:
    """Those of the kinds of claims, by their names, that a store keeps so that they can be put back; in order."""
    return sorted(name for name in names if packable(getattr(model, name)))


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim of a store with its sentence as it stood, and what else of its document the judging looks at."""

    claim: Claim
    sentence: str
    law: bool
    in_title: bool

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Kept:
        """The claim of a row with at least ``COLUMNS``. Raises ``ValueError`` for one that cannot be read."""
        if row["packed"] is None:
            raise ValueError("the store did not keep this claim")
        return cls(unpack(row["packed"]), row["context"] or row["sentence"], row["law"], row["in_title"])


def sparse(kept: Sequence[Kept], name: str = "") -> Understood:
    """A document that checks of rules judge like the one the claims are from: all offsets are as they were there."""
    visible = _put_back(kept)
    articles = _ARTICLES if any(each.law for each in kept) else ""
    laid_out = Span(len(visible), len(visible) + len(articles))
    titles = {each.claim.scope.section: each.claim.context for each in kept if each.in_title}
    last = max((each.claim.scope.section for each in kept), default=0)
    visible += articles
    sections = tuple(Section(laid_out, SectionKind.ARTICLE, titles.get(index), None, ()) for index in range(last + 1))
    content = ReadContent(visible, visible, normalise(visible), SourceMap(), sections)
    document = Document(name, "txt", "utf-8", "", None, content)
    return Understood(document, Tokens(), tuple(each.claim for each in kept), (None,) * (last + 1))


def _put_back(kept: Sequence[Kept]) -> str:
    if len(kept) == 1:
        return _BLANK * kept[0].claim.context.start + kept[0].sentence
    visible = [_BLANK] * max((each.claim.context.end for each in kept), default=0)
    for each in kept:
        context = each.claim.context
        visible[context.start : context.end] = each.sentence
    return "".join(visible)
