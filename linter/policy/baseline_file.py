"""The file of a baseline: JSON, one finding a line, in order, so that changes merge like text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from linter.json_text import escaped
from linter.policy.baseline import Known
from linter.schemas import faults
from reference.format_version import Format
from reference.json_in import read_json

FILE_NAME = "factlint-baseline.json"
FORMAT = Format(
    key="version",
    version="1",
    zh="基线",
    en="The baseline",
    remedy_zh="请用 factlint baseline create 重新生成",
    remedy_en="Make it anew: factlint baseline create",
)


class BaselineError(ValueError):
    """The baseline cannot be used; the message says where and why."""


def read_baseline(text: str) -> tuple[Known, ...]:
    """The entries of a baseline. Raises ``BaselineError``."""
    try:
        loaded = FORMAT.current(read_json(text))
    except ValueError as error:
        raise BaselineError(str(error)) from error
    for fault in faults(loaded, "linter.policy", "baseline-v1.schema.json"):
        raise BaselineError(f"{'.'.join(map(str, fault.absolute_path))}: {fault.message}")
    return tuple(_known(entry) for entry in loaded["entries"])


def write_baseline(entries: Iterable[Known]) -> str:
    """The text of a baseline; equal entries give equal bytes."""
    lines = [escaped(json.dumps(_plain(each), ensure_ascii=False)) for each in sorted(entries)]
    body = "\n" + ",\n".join(lines) + "\n" if lines else ""
    return f'{{"version": {FORMAT.version}, "entries": [{body}]}}\n'


def _known(entry: dict[str, Any]) -> Known:
    return Known(**{**entry, "others": tuple(entry.get("others", ()))})


def _plain(known: Known) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "path": known.path,
        "code": known.code,
        "fingerprint": known.fingerprint,
        "quote": known.quote,
    }
    return plain | ({"others": list(known.others)} if known.others else {})
