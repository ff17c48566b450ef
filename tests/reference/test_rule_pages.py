"""The pages of the rules: one each, self-contained, escaped, with a drawing that shows what the table says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.drawing.timeline import timeline
from linter.rule_pages.site import pages
from linter.rule_pages.view import RulePage, rule_pages
from linter.settings import Settings, bench_of
from reference.model import Grade, Rule, Source, State, Value
from reference.period import Period
from tests.cli.conftest import CommandLine, factlint

__all__ = ["factlint"]

AS_OF = date(2026, 11, 21)
DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


class Reader(HTMLParser):
    """Collects what a page asks the network for, and its links."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in ("script", "link", "img", "iframe") or "src" in named:
            self.loads.append(tag)
        if tag == "a":
            self.links.append(named.get("href") or "")


@pytest.fixture(scope="module")
def views() -> tuple[RulePage, ...]:
    bench = bench_of(Settings(AS_OF, "audit"))
    return rule_pages((), bench.reference, AS_OF, bench.region_name)


def test_every_rule_has_a_page_that_loads_nothing_and_links_to_pages_that_exist(views: tuple[RulePage, ...]) -> None:
    written = dict(pages(views, AS_OF, "digest"))
    assert len(written) == len(views) + 1
    for name, text in written.items():
        reader = Reader()
        reader.feed(text)
        assert reader.loads == [], name
        here = [unquote(link.partition("#")[0]) for link in reader.links if not link.startswith(("http", "#"))]
        assert [link for link in here if link not in written] == [], name


def test_what_a_rule_says_is_escaped(views: tuple[RulePage, ...]) -> None:
    view = replace(views[0], rule=replace(views[0].rule, title="<script>甲</script>"))
    _, (_, text) = pages([view], AS_OF, "digest")
    assert "<script>" not in text
    assert "&lt;script&gt;甲" in text


def test_the_command_writes_the_pages_with_what_the_cases_prove(factlint: CommandLine, tmp_path: Path) -> None:
    outcome = factlint("reference", "pages", "--output", tmp_path / "rules", "--as-of", "2026-11-21")
    assert outcome.code == 0
    text = (tmp_path / "rules" / "national.pension.rate.employer.html").read_text(encoding="utf-8")
    assert re.search(r"<mark>[0-9]+%</mark>", text)
    assert "ST101" in text
    assert "国办发〔2019〕13号" in text


def rule_of(spans: list[tuple[date | None, date | None]]) -> Rule:
    values = tuple(
        Value(Period(start, end), Grade.OFFICIAL, State.IN_FORCE, Source("甲"), display="甲") for start, end in spans
    )
    return Rule("a", "value", "pension.rate", "000000", "甲", "a", values)


@given(st.lists(DAYS, min_size=2, max_size=12, unique=True), DAYS, st.booleans(), st.booleans())
def test_bars_lie_on_the_axis_in_order_and_gaps_between_them(
    days: list[date], as_of: date, open_start: bool, open_end: bool
) -> None:
    ordered = sorted(days)[: len(days) // 2 * 2]
    spans: list[tuple[date | None, date | None]] = list(zip(ordered[::2], ordered[1::2], strict=True))
    if open_start:
        spans[0] = (None, spans[0][1])
    if open_end:
        spans[-1] = (spans[-1][0], None)
    drawing = timeline(rule_of(spans), as_of)
    edges = [edge for bar in drawing.bars for edge in (bar.start, bar.end)]
    assert edges == sorted(edges)
    assert edges[0] >= 0
    assert edges[-1] <= 1
    assert drawing.today is not None
    assert 0 <= drawing.today <= 1
    missing = [a for (_, a), (b, _) in pairwise(spans) if a and b and b - a > timedelta(days=1)]
    assert len(drawing.gaps) == len(missing)
    assert all(gap.start <= gap.end for gap in drawing.gaps)
    assert 1 <= len(drawing.ticks) <= 9
