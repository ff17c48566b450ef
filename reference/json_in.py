"""JSON that somebody wrote, read without surprises: whatever is wrong with it is a ``ValueError``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any


def read_json(text: str, parse_float: Callable[[str], Any] = float) -> Any:
    """The value of a JSON text. Raises ``json.JSONDecodeError``, and plain ``ValueError`` for what no file needs.

    That is brackets in brackets without end, numbers of thousands of digits, and NaN and the infinities, which
    Python takes for JSON.
    """
    try:
        return json.loads(text, parse_float=parse_float, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("brackets are nested too deeply") from None
    except ArithmeticError:  # Decimal knows no such exponent
        raise ValueError("a number is too large") from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
