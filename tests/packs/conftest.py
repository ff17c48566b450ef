from __future__ import annotations

from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "domain-income-tax"


@pytest.fixture(scope="session")
def pack() -> Path:
    """The pack of the examples."""
    return EXAMPLE
