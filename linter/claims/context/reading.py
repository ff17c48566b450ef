"""Everything an extractor may look at: one document, its tokens, sentences, frames and scopes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from linter.claims.context.coordination import merge_coordinated
from linter.claims.context.frame import Frame, Framer
from linter.claims.context.kin_chains import join_kin
from linter.claims.context.layout import Sentence, sentences
from linter.claims.context.payers import without_workplaces
from linter.claims.context.scope import Scoper
from linter.claims.model import Scope
from linter.document import Document
from linter.scan.tokens import Quantity, Term, Token, Tokens
from linter.text import Span
from reference.regions import RegionTable, resolve_hint

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document understood up to sentences. Extractors are pure functions from this to claims."""

    document: Document
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    terms: tuple[Term, ...]
    framer: Framer
    scoper: Scoper
    _found: dict[Callable[..., Any], tuple[Any, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, find: Callable[[Reading], Iterable[Found]]) -> tuple[Found, ...]:
        """What ``find``, a pure function, finds in this document: found once, however many extractors rest on it."""
        if find not in self._found:
            self._found[find] = tuple(find(self))
        return self._found[find]

    @property
    def text(self) -> str:
        """The normalised text that all spans are of."""
        return self.document.text

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence a span starts in; ``None`` outside all blocks."""
        return self.framer.sentence_at(span.start)

    def frame(self, span: Span) -> Frame:
        """The facets that speak for the figure at ``span``."""
        return self.framer.frame(span)

    def scope(self, span: Span, sentence: Sentence) -> Scope:
        """The scope of what is said at ``span``."""
        return self.scoper.scope(span, sentence)

    def terms_in(self, span: Span) -> Sequence[Term]:
        """The (merged) terms that start inside ``span``."""
        return self.framer.terms_in(span)

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities that start inside ``span``."""
        starts = self.framer.quantity_starts
        return self.tokens.quantities[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def read(document: Document, tokens: Tokens, table: RegionTable) -> Reading:
    """Lay out a scanned document."""
    figures: chain[Token] = chain(
        tokens.quantities, tokens.dates, tokens.phones, tokens.doc_numbers, tokens.law_articles
    )
    laid_out = sentences(document, (token.span for token in figures))
    named = without_workplaces(tokens.terms, document.text)
    terms = join_kin(merge_coordinated(tuple(named), document.text), document.text)
    framer = Framer(document, laid_out, terms, tokens.quantities)
    scoper = Scoper(document, framer, tokens.dates, tokens.regions, lambda hint: resolve_hint(hint, table))
    return Reading(document, tokens, laid_out, terms, framer, scoper)
