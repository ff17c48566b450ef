"""The words of a document by place: sentences, terms, headings and the heads of tables, for whoever looks around."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.outline import outline
from linter.claims.context.table_headers import table_headers
from linter.document import Document
from linter.scan.tokens import Quantity, Term
from linter.text import Span

# Words further back than this have no say: text is read by people, who forget.
SENTENCES_BACK = 12
_ANSWERS = re.compile(r"[\s*]*(?:答|回答|A)[*]*[::]")
_BEHIND_A_QUESTION = ' *_"”\n'


class Surveyor:
    """Finds what stands where in one document. Terms must be in text order; coordinated ones are already merged."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], terms: Sequence[Term], quantities: Sequence[Quantity]
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._sentence_starts = [sentence.span.start for sentence in sentences]
        self._terms = terms
        self._term_starts = [term.span.start for term in terms]
        self.quantity_starts = [quantity.span.start for quantity in quantities]
        self._headers = table_headers(document)
        self._outline = outline(document)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``."""
        index = self.sentence_index(offset)
        return None if index is None else self._sentences[index]

    def sentence_index(self, offset: int) -> int | None:
        """The index of the sentence that holds ``offset``."""
        index = bisect_left(self._sentence_starts, offset + 1) - 1
        if index < 0 or offset >= self._sentences[index].span.end:
            return None
        return index

    def terms_in(self, span: Span) -> Sequence[Term]:
        """The terms that start inside ``span``."""
        return self._terms[bisect_left(self._term_starts, span.start) : bisect_left(self._term_starts, span.end)]

    def headers_of(self, offset: int) -> Sequence[Span]:
        """The headers that speak for a body cell's text at ``offset``: the row's first cell, the column's head."""
        return self._headers.get(offset, ())

    def headings_above(self, sentence: Sentence) -> tuple[Span, ...]:
        """Headings and introducing lines over a sentence, nearest first, each of a higher rank than the last."""
        return self._outline[sentence.section][sentence.block]

    def earlier(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences of the block before this one, nearest first, as far back as words have a say."""
        index = bisect_left(self._sentence_starts, sentence.span.start)
        for previous in reversed(self._sentences[max(0, index - SENTENCES_BACK) : index]):
            if (previous.section, previous.block) != (sentence.section, sentence.block):
                return
            yield previous

    def question_of(self, sentence: Sentence) -> Sentence | None:
        """The question that the sentence before it in its block asks; its first answer speaks of what is asked."""
        index = bisect_left(self._sentence_starts, sentence.span.start)
        before = self._sentences[index - 1] if index else None
        if before is None or before.section != sentence.section or not self._asks(before):
            return None
        labelled = _ANSWERS.match(self._document.text, sentence.span.start) is not None
        return before if before.block == sentence.block - labelled or before.block == sentence.block else None

    def _asks(self, sentence: Sentence) -> bool:
        return sentence.span.cut(self._document.text).rstrip(_BEHIND_A_QUESTION).endswith("?")
