"""What was installed on purpose: only there are checks and reports of other distributions looked for.

A folder can be on Python's path because somebody works in it or named it in ``PYTHONPATH``. It may hold articles of
anybody, and among them what looks like a distribution.
"""

from __future__ import annotations

import site
import sysconfig
from collections.abc import Iterator
from importlib.metadata import EntryPoint, distributions
from pathlib import Path

HOME = Path(__file__).parent.parent


def site_folders() -> tuple[str, ...]:
    """The folders that installers fill for this interpreter, and the one that factlint itself lies in."""
    paths = sysconfig.get_paths()
    users = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    return tuple(dict.fromkeys([str(HOME), paths["purelib"], paths["platlib"], *site.getsitepackages(), *users]))


def offered(group: str) -> Iterator[EntryPoint]:
    """What installed distributions offer under an entry point group; the same may come twice."""
    for distribution in distributions(path=list(site_folders())):
        yield from distribution.entry_points.select(group=group)
