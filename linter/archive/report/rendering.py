"""The page that shows an overview: found by name, as all reports are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Protocol, cast

from linter.archive.report.model import Overview

_MODULE = "reports.archive.html"


class ArchivePage(Protocol):
    """The module that renders."""

    def stream(self, overview: Overview, *, lang: str, names: Callable[[str], str]) -> Iterator[str]:
        """The pieces of the page in ``lang`` ("zh" or "en"); ``names`` turns a GB/T 2260 code into a place's name."""
        ...


def load_archive_page() -> ArchivePage:
    """The module of the package ``reports`` that renders archives."""
    return cast(ArchivePage, import_module(_MODULE))
