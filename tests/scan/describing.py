"""Short descriptions of scanned tokens, in which the case files say what they expect."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from linter.scan.calendar_points import resolve
from linter.scan.figures import Figures
from linter.scan.tokens import DateToken, DocNumber, LawArticle, Phone, Quantity, Token
from reference.interval import Interval
from reference.period import Period

ANCHOR = date(2025, 6, 15)


def tokens_of(figures: Figures) -> list[Token]:
    """All tokens in text order."""
    kinds = (figures.quantities, figures.dates, figures.phones, figures.doc_numbers, figures.law_articles)
    return sorted((token for kind in kinds for token in kind), key=lambda token: token.span)


def describe(token: Token) -> str:
    """What a token means, in one line."""
    match token:
        case Quantity():
            return describe_quantity(token)
        case DateToken():
            return describe_date(token)
        case Phone():
            return f"phone {token.digits}"
        case DocNumber():
            return f"document {token.number}"
        case LawArticle():
            return f"law {token.law}" + ("" if token.article is None else f" {token.article}")
        case _:
            raise TypeError(token)


def describe_quantity(token: Quantity) -> str:
    """35000 yuan · 60..70 percent · 7 count 人 max · 400 yuan /year /head · 2000 yuan over ~"""
    parts = ["..".join(plain(value) for value in token.values), token.unit.value]
    parts += [token.classifier] if token.classifier else []
    parts += [f"/{token.per}"] if token.per else []
    parts += ["/head"] if token.per_head else []
    parts += [token.bound] if token.bound else []
    parts += ["~"] if token.approximate else []
    return " ".join(parts)


def describe_date(token: DateToken) -> str:
    """2025-07-01..2026-06-30 · 2025-12-25 until · impossible; years unsaid are those of June 2025."""
    relation = "" if token.relation == "at" else f" {token.relation}"
    return ("impossible" if token.impossible else describe_period(resolve(token, ANCHOR))) + relation


def describe_period(period: Period | None) -> str:
    if period is None:
        return "unknown"
    return str(period.start) if period.start == period.end else f"{period.start}..{period.end}"


def describe_interval(interval: Interval) -> str:
    """[1532.645, 1532.655] · (2000, 3000) · [15, ∞)"""
    low = "(-∞" if interval.low is None else ("(" if interval.low_open else "[") + plain(interval.low)
    high = "∞)" if interval.high is None else plain(interval.high) + (")" if interval.high_open else "]")
    return f"{low}, {high}"


def plain(number: Decimal) -> str:
    """At most four decimals, without trailing zeros."""
    text = format(round(number, 4), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
