"""The table of all keys for docs/configuration.md: ``python -m linter.config.key_table PAGE`` brings it up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from linter.config.keys import Key, config_keys, toml

START, END = "<!-- keys: start -->", "<!-- keys: end -->"
_HEAD = "| key | write | default | meaning | 含义 |\n|---|---|---|---|---|"


def written_into(page: str) -> str:
    """The text of a page with the table between its two marks brought up to date."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{_table()}\n{END}{after}"


def _table() -> str:
    return "\n".join([_HEAD, *(row for key in config_keys() for row in _rows(key))])


def _rows(key: Key, outer: str = "") -> Iterator[str]:
    name = f"{outer}{key.name}"
    kind = ", ".join(f"`{each}`" for each in key.choices) or key.kind
    default = "" if key.default is None else f"`{toml(key.default)}`"
    yield f"| `{name}` | {kind} | {default} | {key.meaning['en']} | {key.meaning['zh']} |"
    for inner in key.inner:
        yield from _rows(inner, f"{name}.")


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(written_into(file.read_text(encoding="utf-8")), encoding="utf-8")
