"""What a run leaves behind besides its reports: statistics, and a line in a history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from linter.cli.destinations import write
from linter.cli.history_file import append, read_history
from linter.cli.statistics_formats import as_csv, as_json, as_text
from linter.desk.planning import Plan
from linter.history import Entry, entry_of
from linter.result import RunResult
from linter.settings import bench_of
from linter.statistics import statistics

_PATH = click.Path(dir_okay=False, path_type=Path)
_TABLE = ".csv"


@dataclass(frozen=True, slots=True)
class Records:
    """What the command line wants: a table on standard error, the same in a file, a line more in a history."""

    statistics: bool = False
    output: Path | None = None
    history: Path | None = None

    @property
    def wanted(self) -> bool:
        """True when there is anything to leave behind."""
        return self.statistics or bool(self.files)

    @property
    def files(self) -> list[Path]:
        """What a run writes to."""
        return [path for path in (self.output, self.history) if path is not None]


def recorded(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; it receives them as ``records: Records``."""

    @click.option("--statistics", is_flag=True, help="Count findings by check, place and age of the text.")
    @click.option("--statistics-output", type=_PATH, help="Write these counts: as a table to a .csv, else as JSON.")
    @click.option("--history", type=_PATH, help="Add a line on this run to a file; HTML reports draw the trend.")
    @wraps(command)
    def with_records(
        *args: Any, statistics: bool, statistics_output: Path | None, history: Path | None, **options: Any
    ) -> Any:
        return command(*args, records=Records(statistics, statistics_output, history), **options)

    return with_records


def past_of(records: Records) -> tuple[Entry, ...]:
    """The runs of the past; none where no history is kept. Raises ``click.UsageError`` for what is no history."""
    return () if records.history is None else read_history(records.history)


def history_with(result: RunResult, past: tuple[Entry, ...], records: Records) -> tuple[Entry, ...]:
    """The runs up to this one; none where no history is kept."""
    return () if records.history is None else (*past, entry_of(result))


def record(result: RunResult, records: Records, plan: Plan) -> None:
    """Leave behind what was wanted."""
    if records.history is not None:
        append(entry_of(result), records.history)
    rows, place = statistics(result), bench_of(plan.settings).region_name
    if records.statistics:
        click.echo(as_text(rows, place, plan.lang), err=True, nl=False)
    if records.output is not None:
        form = as_csv if records.output.suffix.lower() == _TABLE else as_json
        write(form(rows, place, result.as_of), records.output)
