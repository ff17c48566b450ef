"""``factlint check --watch``: checks again whenever an article or what decides about it changes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event
from types import FrameType

import click

from linter.cli.exit_codes import FINE
from linter.cli.extras import require
from linter.config.written import FILE_NAME as CONFIG
from linter.config.written import PYPROJECT
from linter.control_characters import without_controls
from linter.discover import article_suffixes
from linter.policy.baseline_file import FILE_NAME as BASELINE
from linter.policy.sidecar import FILE_NAME as SUPPRESSIONS

_DECIDING = frozenset({CONFIG, PYPROJECT, BASELINE, SUPPRESSIONS})
# How long, in milliseconds, a look for changes takes before the first check can begin.
_LOOK = 200
_NAMED = 3


def watch(paths: Sequence[Path], written: Collection[Path], check: Callable[[], object]) -> int:
    """Check, and check again after every change below the paths, until Ctrl-C, which is no failure.

    ``written`` are files that a check writes itself. What is wrong with the usage at first ends it; what becomes wrong
    later (a configuration in the middle of being edited) is told, and the next change awaited.
    """
    require("watch", "watchfiles")
    _require_files(paths)
    try:
        changes = _changes(paths, {os.path.abspath(each) for each in written}, _stopped_by_ctrl_c())
        next(changes, None)  # from here on no change is missed
        check()
        _say("等待修改,按 Ctrl-C 结束 · waiting for changes, Ctrl-C ends")
        for changed in filter(None, changes):
            _again(changed, check)
    except KeyboardInterrupt:
        pass
    _say("结束 · ended")
    return FINE


def _again(changed: Collection[str], check: Callable[[], object]) -> None:
    if sys.stdout.isatty():
        click.clear()
    _say(f"有修改,重新检查 · changed, checking again: {_listed(changed)}")
    try:
        check()
    except click.UsageError as error:
        error.show()
    _say("等待修改 · waiting for changes")


def _stopped_by_ctrl_c() -> Event:
    """Set by Ctrl-C: an interrupt that falls where Python ignores exceptions must end the watching all the same."""
    stopped = Event()

    def interrupt(number: int, frame: FrameType | None) -> None:
        stopped.set()
        signal.default_int_handler(number, frame)

    signal.signal(signal.SIGINT, interrupt)
    return stopped


def _changes(paths: Sequence[Path], written: Collection[str], stopped: Event) -> Iterator[Collection[str]]:
    """The files that changed together; none at first, and whenever there was nothing for a while."""
    from watchfiles import watch as watch_files

    folders = {os.path.abspath(path) for path in paths if path.is_dir()}
    files = {os.path.abspath(path) for path in paths if not path.is_dir()}

    def concerns(_change: object, path: str) -> bool:
        return path not in written and (path in files or _decides(path) or _article_below(path, folders))

    # An editor saves a file by putting another in its place: only its folder can be watched.
    roots = folders | {os.path.dirname(each) for each in files}
    looks = watch_files(
        *sorted(roots),
        watch_filter=concerns,
        recursive=bool(folders),
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
        stop_event=stopped,
    )
    return ({path for _, path in look} for look in looks)


def _decides(path: str) -> bool:
    return os.path.basename(path) in _DECIDING


def _article_below(path: str, folders: Iterable[str]) -> bool:
    """True for what a search of one of the folders finds; it does not look into hidden ones."""
    if os.path.splitext(path)[1].lower() not in article_suffixes():
        return False
    inside = (Path(path).relative_to(each).parts for each in folders if Path(path).is_relative_to(each))
    return any(not any(part.startswith(".") for part in parts) for parts in inside)


def _require_files(paths: Iterable[Path]) -> None:
    if Path("-") in paths:
        raise click.UsageError("--watch watches files: it cannot be used with standard input")
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"no such file or folder: {path}")


def _listed(changed: Collection[str]) -> str:
    names = sorted(os.path.relpath(each) for each in changed)
    more = f" … (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _say(words: str) -> None:
    click.echo(without_controls(f"factlint: {words}"), err=True)
