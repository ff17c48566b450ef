"""All figures of a text, each read once: what is a date, a phone number or an article is no quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from linter.scan.dates import dates_in
from linter.scan.doc_numbers import scan_doc_numbers
from linter.scan.law_articles import scan_law_articles
from linter.scan.patterns import mask
from linter.scan.phones import scan_phones
from linter.scan.quantities import quantities_in
from linter.scan.silences import before_dates, before_numbers
from linter.scan.tokens import DateToken, DocNumber, LawArticle, Phone, Quantity, Token

_COMMA = re.compile("(?<=[0-9]),(?=[0-9])")
# 82，225.00: in a list both amounts would have their decimals.
_GROUPS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]")


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a text, each kind in text order; no two of them share a character.

    A law cited by its title alone is the exception: a date inside 《》 is a date as well.
    """

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateToken, ...] = ()
    phones: tuple[Phone, ...] = ()
    doc_numbers: tuple[DocNumber, ...] = ()
    law_articles: tuple[LawArticle, ...] = ()


def scan_figures(text: str, visible: str | None = None) -> Figures:
    """The figures of a normalised text.

    ``visible`` is the text before normalisation, as long as ``text``: in 560，140元 the full-width comma parts two
    numbers, in 43,520元 the plain one groups digits.
    """
    if visible is not None:
        text = _with_parted_numbers(visible, text)
    doc_numbers = scan_doc_numbers(text)
    law_articles = scan_law_articles(text)
    articles = [citation for citation in law_articles if citation.article is not None]
    hidden = mask(text, [*_spans(doc_numbers), *_spans(articles)])
    phones = scan_phones(hidden)
    hidden = mask(hidden, [*_spans(phones), *before_dates(hidden)])
    dates, silent = dates_in(hidden)
    hidden = mask(hidden, [*_spans(dates), *silent])
    hidden = mask(hidden, before_numbers(hidden))
    return Figures(quantities_in(hidden), dates, phones, doc_numbers, law_articles)


def scan_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a normalised text: the numbers that are no date, phone number, document or article number."""
    return scan_figures(text).quantities


def _spans(tokens: Iterable[Token]) -> list[tuple[int, int]]:
    return [(token.span.start, token.span.end) for token in tokens]


def _with_parted_numbers(visible: str, text: str) -> str:
    """``text`` with a semicolon for each full-width comma between digits: it parts clauses and seldom groups digits."""
    grouped = {at for match in _GROUPS.finditer(text) for at in range(*match.span())}
    places = [at for match in _COMMA.finditer(text) if visible[at := match.start()] == "，" and at not in grouped]
    if not places:
        return text
    characters = list(text)
    for place in places:
        characters[place] = ";"
    return "".join(characters)
