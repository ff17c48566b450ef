"""What a column of dates says: the cases of days.yml."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml

from linter.archive.sources.days import read_day

CASES = yaml.safe_load((Path(__file__).parent / "days.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_day(case) -> None:
    written = case["written"]
    assert read_day(written) == case["day"]


def test_what_arrow_gives() -> None:
    assert read_day(date(2025, 4, 22)) == date(2025, 4, 22)
    assert read_day(datetime(2025, 4, 22, 23, 0)) == date(2025, 4, 22)
    assert read_day(datetime(2025, 4, 22, 23, 0, tzinfo=timezone(timedelta(0)))) == date(2025, 4, 23)
    assert read_day(None) is None
