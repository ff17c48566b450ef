"""The runs of the past, a line each: what was checked, against what, and how much was found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from linter.finding import Severity
from linter.result import RunResult
from reference.format_version import Format, VersionError
from reference.json_in import read_json

FORMAT = Format(
    key="history_version",
    version="1",
    zh="历史文件中的一行",
    en="The line of the history",
    remedy_zh="请换一个历史文件",
    remedy_en="Take another file",
    unsaid="1",
)
_COVERED = ("numbers", "bound", "checked", "unverifiable")


class HistoryError(ValueError):
    """A line is no entry of a history."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One run, by its day of judgement: no clock has a part in it.

    ``reference`` is the digest of the rules, ``documents`` and ``problems`` are numbers of them, ``coverage`` counts
    numbers as ``linter.result.Coverage`` does, all documents together.
    """

    as_of: date
    version: str
    reference: str
    profile: str
    documents: int
    problems: int
    by_severity: Mapping[str, int]
    by_family: Mapping[str, int]
    by_code: Mapping[str, int]
    coverage: Mapping[str, int]


def entry_of(result: RunResult) -> Entry:
    """The entry of a run."""
    findings = [finding for document in result.documents for finding in document.findings]
    covered = {name: sum(getattr(each.coverage, name) for each in result.documents) for name in _COVERED}
    return Entry(
        as_of=result.as_of,
        version=result.version,
        reference=result.reference_sha256,
        profile=result.profile,
        documents=len(result.documents),
        problems=len(result.problems),
        by_severity=result.count(),
        by_family=_counted(finding.family for finding in findings),
        by_code=_counted(finding.code for finding in findings),
        coverage=covered,
    )


def line_of(entry: Entry) -> str:
    """The entry as one line of JSON, with its line feed."""
    return json.dumps(asdict(entry) | {"as_of": entry.as_of.isoformat()}, ensure_ascii=False) + "\n"


def read_line(line: str) -> Entry:
    """The entry in a line; keys nobody knows are passed over. Raises ``HistoryError``."""
    try:
        written: dict[str, Any] = FORMAT.current(read_json(line))
        given = {name: written[name] for name in Entry.__dataclass_fields__}
        entry = Entry(**(given | {"as_of": date.fromisoformat(given["as_of"])}))
        if not all(isinstance(entry.by_severity[severity.value], int) for severity in Severity):
            raise ValueError("a count is no number")
    except VersionError as error:
        raise HistoryError(str(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise HistoryError(f"no entry of a history: {type(error).__name__}: {error}") from error
    return entry


def last_of_each_day(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The last run of each day, in order of the day."""
    by_day = {entry.as_of: entry for entry in entries}
    return tuple(by_day[day] for day in sorted(by_day))


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
