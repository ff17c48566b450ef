"""What a report is: a module of the package ``reports`` that turns a result into text."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol, cast, runtime_checkable

from linter.finding import Severity
from linter.gate import ON_ERRORS, Gate
from linter.history import Entry
from linter.messages import Message
from linter.result import RunResult

DOCS_URL = "docs/checks.md"
"""Where the page of the checks lies, as long as it is published nowhere else: a path of this repository."""


@dataclass(frozen=True, slots=True)
class CheckText:
    """What a check says of itself: in one sentence, in full as it was written, and in full as Markdown."""

    severity: Severity
    summary: Message
    plain: str
    markdown: str


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a report may look; nothing of it changes what is reported.

    ``color`` allows terminal colours, ``width`` is the columns of a line (0: never wrap), ``names`` turns a
    GB/T 2260 code into the name of the place. ``docs_url`` is the address of the checks' page, ``about`` gives the text
    of a check by its code, and ``gate`` says which findings fail the run. ``history`` holds the runs up to this one.
    """

    color: bool = False
    width: int = 100
    names: Callable[[str], str] = str
    docs_url: str = DOCS_URL
    about: Callable[[str], CheckText | None] = lambda code: None
    gate: Gate = ON_ERRORS
    history: tuple[Entry, ...] = ()

    def check_link(self, code: str, name: str) -> str:
        """The address of a check's documentation: its heading on the checks' page."""
        return f"{self.docs_url}#{code.lower()}-{name}"

    def check_address(self, code: str, name: str) -> str | None:
        """The same where the page is published; ``None`` while it is a path of a repository."""
        link = self.check_link(code, name)
        return link if link.startswith(("https://", "http://")) else None


class Report(Protocol):
    """A report module. ``NAME`` is what ``--format`` takes, ``SUFFIX`` the usual file ending (".json")."""

    NAME: str
    SUFFIX: str

    def render(self, result: RunResult, *, lang: str, options: RenderOptions) -> str:
        """The whole report as text, in ``lang`` ("zh" or "en"); equal results give equal bytes."""
        ...


@runtime_checkable
class Streaming(Protocol):
    """A report that can also be had in pieces: thousands of documents never lie in memory as one text."""

    def stream(self, result: RunResult, *, lang: str, options: RenderOptions) -> Iterator[str]:
        """The pieces of ``render``, in order."""
        ...


def streamed(report: Report, result: RunResult, *, lang: str, options: RenderOptions) -> Iterator[str]:
    """The report in pieces, in order; in a single one where it cannot stream."""
    if isinstance(report, Streaming):
        yield from report.stream(result, lang=lang, options=options)
    else:
        yield report.render(result, lang=lang, options=options)


def find_reports(package: str = "reports") -> dict[str, Report]:
    """The reports of an installed package, or module, by their name, in order of name.

    Modules without ``NAME`` only support them.
    Raises ``ValueError`` when two modules claim the same name.
    """
    found: dict[str, Report] = {}
    for module in _modules(package):
        name = getattr(module, "NAME", None)
        if name in found:
            raise ValueError(f"two reports are called {name}: {found[name]!r} and {module!r}")
        if isinstance(name, str):
            found[name] = cast(Report, module)
    return dict(sorted(found.items()))


def _modules(package: str) -> Iterator[ModuleType]:
    root = importlib.import_module(package)
    yield root
    for info in pkgutil.iter_modules(getattr(root, "__path__", ()), f"{package}."):
        yield importlib.import_module(info.name)
