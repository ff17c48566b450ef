"""What a claim of any kind is about, as the columns of an archive have it."""

from __future__ import annotations

from datetime import date

import pytest

from linter.archive.rows.slots import Slots, slots_of
from linter.article import Article
from linter.settings import Settings, bench_of
from linter.understanding import understand

SLOTS = {
    "TotalClaim": ("个人每月645元(养老512元+医疗128元+失业32元)。", "645元"),
    "LedgerClaim": ("社保基数6400元,个人每月约460元。养老保险个人8%(512元),医疗保险个人2%(128元)。", "460元"),
    "DerivedClaim": ("一个月1380元,交三个月就是4410元。", "4410元"),
    "RangeClaim": ("缴费基数在9000元和1200元之间。", "9000元和1200元"),
    "EquationClaim": ("养老保险:6400元×8%=512元。", "512元"),
    "ConversionClaim": ("15年即180个月。", "180个月"),
    "AnnualClaim": ("每月400元,一年4800元。", "4800元"),
    "CountClaim": ("共济的亲属有4类:配偶、父母、子女。", "4类"),
}


def slots_in(text: str, kind: str) -> tuple[Slots, str]:
    bench = bench_of(Settings(date(2026, 11, 21), "audit"))
    understood = understand(Article("a.md", text.encode()).read(), bench.regions, bench.vocabulary)
    claim = next(each for each in understood.claims if type(each).__name__ == kind)
    slots = slots_of(claim)
    return slots, "" if slots.number is None else slots.number.span.cut(understood.document.visible)


@pytest.mark.parametrize("kind", SLOTS)
def test_a_calculation_asserts_its_result(kind: str) -> None:
    text, number = SLOTS[kind]
    assert slots_in(text, kind)[1] == number


def test_a_total_is_the_payers() -> None:
    assert slots_in(SLOTS["LedgerClaim"][0], "LedgerClaim")[0].facets == {"payer": "employee"}
