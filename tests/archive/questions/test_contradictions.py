"""Articles that contradict each other are found; those of other places, times and payers do not collide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.archive.questions.stores import answer, cases, store_of

_CASES = cases("contradictions.yml")


@pytest.mark.parametrize("case", _CASES.values(), ids=_CASES)
def test_finds(case: dict[str, Any], tmp_path: Path) -> None:
    found = answer(store_of(case["articles"], tmp_path), "contradictions")
    wanted = case.get("finds", [])
    assert [{name: row[name] for name in each} for row, each in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted), found
