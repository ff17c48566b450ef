"""What the name of a file says of its article: all that may be taken from a path, so that a moved file stays itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from linter.readers.bylines import url_day

_NEAR_END = 4


@dataclass(frozen=True, slots=True)
class Naming:
    """``suffix`` in lower case (".md"), and the day written in the name, where there is one."""

    suffix: str
    day: date | None


def naming(path: str) -> Naming:
    """What the path says. Only its end counts: where a checkout lies must not date its files."""
    parts = path.replace("\\", "/").split("/")
    return Naming(PurePosixPath(parts[-1]).suffix.lower(), url_day("/".join(parts[-_NEAR_END:])))
