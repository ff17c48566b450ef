"""From files to one configuration: bases first, paths made absolute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from linter.config.model import Config, Override
from linter.config.written import ConfigError, Written, read_config

_UNITS = {"d": 1, "w": 7, "m": 30, "y": 365}
_DURATION = re.compile(r"([0-9]{1,5})([dwmy])")
_PLAIN = ("profile", "fail_on", "fail_on_stale", "lang", "docs_url", "gitignore", "time_limit", "memory_limit")
_LISTS = ("select", "ignore", "exclude", "never_suppress")
_PATHS = ("baseline", "suppressions", "cache_dir")
_DAYS = ("expiry_notice", "horizon")


def load_config(path: Path) -> Config:
    """The configuration in a file and those it extends. Raises ``ConfigError``."""
    return _joined(_chain(path.resolve(), ()))


def days_of(duration: str) -> int:
    """The days of a duration such as 90d, 12w, 6m (months of 30 days) or 1y. Raises ``ValueError``."""
    match = _DURATION.fullmatch(duration)
    if match is None:
        raise ValueError(f"{duration!r} is no duration: write 90d, 12w, 6m or 1y")
    return int(match[1]) * _UNITS[match[2]]


def _chain(path: Path, above: tuple[Path, ...]) -> tuple[Written, ...]:
    """The file after all it extends."""
    if path in above:
        raise ConfigError(f"{path}: extends itself by way of {' → '.join(map(str, above))}")
    written = read_config(path)
    bases = written.keys.get("extends", [])
    named = [bases] if isinstance(bases, str) else bases
    extended = (each for base in named for each in _chain(_base(path, base), (*above, path)))
    return (*extended, written)


def _base(path: Path, named: str) -> Path:
    """The file that the one at ``path`` extends. Raises ``ConfigError``."""
    base = path.parent / named
    try:
        if base.is_file():
            return base.resolve()
    except OSError as error:  # a name may be too long for any file
        raise ConfigError(f"{path}: extends {named}: {error.strerror}") from error
    raise ConfigError(f"{path}: extends {base}, which is no file")


def _joined(chain: Iterable[Written]) -> Config:
    chain = tuple(chain)
    keys: dict[str, Any] = {}
    severity: dict[str, str] = {}
    overrides: list[Override] = []
    for written in chain:
        keys |= _own(written)
        severity |= written.keys.get("severity", {})
        overrides += (_override(each, written.path.parent) for each in written.keys.get("overrides", ()))
    sources = tuple(written.path for written in chain)
    return Config(root=chain[-1].path.parent, sources=sources, severity=severity, overrides=tuple(overrides), **keys)


def _own(written: Written) -> dict[str, Any]:
    """The keys that a nearer file replaces whole, as fields of ``Config``."""
    folder = written.path.parent
    given = {name.replace("-", "_"): value for name, value in written.keys.items()}
    fields: dict[str, Any] = {name: given[name] for name in _PLAIN if name in given}
    fields |= {name: tuple(given[name]) for name in _LISTS if name in given}
    fields |= {name: folder / given[name] for name in _PATHS if name in given}
    fields |= {name: days_of(given[name]) for name in _DAYS if name in given}
    if "reference" in given:
        fields["references"] = tuple(folder / each for each in given["reference"])
    if "as_of" in given:
        fields["as_of"] = given["as_of"] if given["as_of"] == "commit" else date.fromisoformat(given["as_of"])
    return fields


def _override(keys: Mapping[str, Any], root: Path) -> Override:
    return Override(
        root=root,
        files=tuple(keys["files"]),
        severity=keys.get("severity", {}),
        select=tuple(keys.get("select", ())),
        ignore=tuple(keys.get("ignore", ())),
        region=keys.get("region"),
        published=date.fromisoformat(keys["published"]) if "published" in keys else None,
    )
