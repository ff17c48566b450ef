"""Articles from the wording in ``articles.yml``: whoever drives it chooses, by bytes or by Hypothesis."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

_SYMBOL = re.compile(r"\{(\w+)\}")


@cache
def wording() -> Mapping[str, Sequence[str]]:
    """The symbols and the templates of each."""
    loaded: Mapping[str, Sequence[str]] = yaml.safe_load((Path(__file__).parent / "articles.yml").read_text("utf-8"))
    return loaded


def expand(symbol: str, pick: Callable[[Sequence[str]], str], raw: Callable[[], str]) -> str:
    """A text for a symbol: ``pick`` takes one of its templates, ``raw`` gives what stands for ``{raw}``."""
    if symbol == "raw":
        return raw()
    return _SYMBOL.sub(lambda found: expand(found[1], pick, raw), pick(wording()[symbol]))
