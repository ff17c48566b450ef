"""Rises and falls since the year before, told beside the figure they led to: 每人400元,比去年多20元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.calculations.change_words import any_of
from linter.claims.context.reading import Reading
from linter.claims.model import RiseClaim, ValueClaim
from linter.claims.quantities.values import extract as extract_values
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.quantities import quantity_spec
from reference.vocabulary import worded

_REACH = 28
_ONE_BY_ONE = "分别"


def extract(reading: Reading) -> Iterator[RiseClaim]:
    """Every yearly amount beside which the text says by how much it went up or down since the year before."""
    known = [claim for claim in reading.once(extract_values) if isinstance(claim, ValueClaim)]
    bound = {claim.token.span for claim in known}
    for claim in known:
        for by in _beside(reading, claim):
            way = _way(reading.text, claim, by)
            if way is not None and by.span not in bound:
                yield RiseClaim(by.span, claim.context, claim.scope, claim, by, way)


def _beside(reading: Reading, claim: ValueClaim) -> Iterator[Quantity]:
    """The exact amounts right before and right after a yearly one, in its sentence."""
    spec = quantity_spec(claim.quantity)
    if spec is None or not spec.yearly or not _is_exact(claim.token):
        return
    here = claim.token.span
    near = Span(max(claim.context.start, here.start - _REACH), min(claim.context.end, here.end + _REACH))
    around = [token for token in reading.quantities_in(near) if token.span != here]
    before = [token for token in around if token.span.end <= here.start][-1:]
    after = [token for token in around if token.span.start >= here.end][:1]
    yield from (token for token in (*before, *after) if _is_exact(token))


def _is_exact(token: Quantity) -> bool:
    return token.unit is Unit.YUAN and not (token.is_range or token.approximate)


def _way(text: str, claim: ValueClaim, by: Quantity) -> str | None:
    """ "up" or "down", where the words between say that the figure differs by so much from that of the year before."""
    figure = claim.token
    if (
        _ONE_BY_ONE
        in text[max(0, min(by.span.start, figure.span.start) - _REACH) : max(by.span.start, figure.span.start)]
    ):
        return None  # 比上年分别多30元、45元: which is whose
    if by.span.start > figure.span.end:
        found = _by_after().fullmatch(text, figure.span.end, by.span.start)
        return None if found is None or _goes_on().match(text, by.span.end) else _direction(found, claim)
    led = _by_before().search(text, max(0, by.span.start - _REACH), by.span.start)
    reached = _reached().fullmatch(text, by.span.end, figure.span.start)
    return None if led is None or reached is None else _direction(led, claim)


def _direction(found: re.Match[str], claim: ValueClaim) -> str | None:
    """The way it went, where a year that is named (较2023年) is the one before that of the figure."""
    period, than = claim.scope.period, found["than"]
    if than is not None and (period is None or period.start is None or period.start.year != int(than) + 1):
        return None
    return "up" if found["up"] else "down"


def _than_last_year() -> str:
    return rf"{any_of('than')}(?:{any_of('last_year')}|(?P<than>20[0-9]{{2}})年度?的?)[^,;。:()0-9]{{0,6}}?"


def _went() -> str:
    more, less = (any_of(way, amount) for way, amount in (("up", "more"), ("down", "less")))
    return rf"(?:(?P<up>{more})|(?P<down>{less})){any_of('handed')}*"


@worded
def _by_after() -> re.Pattern[str]:
    return re.compile(rf"的?[,(]?(?:这|也|要|将|已|就|又)*{_than_last_year()}{_went()}")


@worded
def _by_before() -> re.Pattern[str]:
    return re.compile(rf"{_than_last_year()}{_went()}$")


@worded
def _reached() -> re.Pattern[str]:
    return re.compile(
        rf",?[^,;。:()0-9]{{0,6}}?(?:达|{any_of('up')}|{any_of('down')}|{any_of('changed')})?{any_of('to')}(?:了)?[^,;。:()0-9]{{0,8}}"
    )


@worded
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[-+×*/=~%至到]|以[上下内]|左右|多)")
