"""Modules come from where Python and factlint are installed, never from the folder that somebody works in."""

from __future__ import annotations

import os
import sys


def leave_current_folder() -> None:
    """Take the current folder off the path, for this process and those it starts.

    ``python -m``, an empty part of ``PYTHONPATH`` and every ``python -c`` put it there; it may be a repository of
    anybody, with a module named as one that is imported later. Where Python or factlint itself lies in it, it stays.
    """
    os.environ["PYTHONSAFEPATH"] = "1"
    current = os.path.realpath(os.curdir)
    named = [each for each in sys.path if os.path.realpath(each) == current]
    if named and current not in _homes():
        sys.path[:] = [each for each in sys.path if each not in named]


def _homes() -> set[str]:
    # Imported here: hardly anybody works in a folder of the path.
    import sysconfig

    from linter.installed import site_folders

    standard = sysconfig.get_paths()
    return {os.path.realpath(each) for each in (*site_folders(), standard["stdlib"], standard["platstdlib"])}
