"""What a result depends on, as a name: the same name, the same result."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from linter.bench import Bench
from linter.plugins import CHECKS, READERS, offers
from linter.readers.naming import naming
from linter.readers.offered import offered_readers
from linter.registry import broken_checks, check_packages, report_packages
from linter.together import over_run

_SIZE = 16
_PACKAGES = ("linter", "reference")
# Libraries that decide how a text is read.
_LIBRARIES = ("ahocorasick-rs", "lxml", "markdown-it-py", "msgspec", "PyYAML")
_LIBRARIES_OF_REPORTS = ("click", "Jinja2", "MarkupSafe")
# Rules have a digest of their own; the rest is nothing that a run reads.
_UNREAD = frozenset({"rules", "cases", "cli", "__pycache__", ".compiled"})
_READ = (".py", ".json")


def bench_key(bench: Bench) -> bytes:
    """The name of everything that judges a document: program, rules, days, profile, checks and their worth."""
    worst = sorted((code, severity.value) for code, severity in bench.worst.items())
    codes, days = [check.code for check in bench.checks], (bench.as_of, bench.horizon)
    return _digest("bench", program_key(), bench.reference.sha256, days, bench.profile.name, codes, worst)


def claims_key(bench: Bench) -> bytes:
    """The name of what decides which claims a document holds against others: neither the day nor the rules do."""
    return _digest("claims", program_key(), bench.vocabulary.sha256, [check.code for check in over_run(bench.checks)])


def result_key(bench: bytes, sha256: str, path: str, region: str | None, published: date | None) -> bytes:
    """The name of a document's result. Of ``path`` only what the readers take from it has a part in it."""
    named = naming(path)
    return _digest(bench, sha256, named.suffix, named.day, region, published)


@cache
def program_key() -> bytes:
    """The name of this program: the contents of its files, its libraries, and the interpreter."""
    packages = (*_PACKAGES, *check_packages(), *(offer.package for offer in offered_readers().values()))
    libraries = [_version(library) for library in _LIBRARIES]
    # A plug-in rests on libraries that nobody knows here; its version tells of them, if anything does.
    plugins = [*map(str, (*offers(CHECKS), *offers(READERS))), *(each.why for each in broken_checks())]
    return _digest(_contents(packages, _READ), sys.version, libraries, plugins)


@cache
def reports_key() -> bytes:
    """The name of all that makes reports of results: every file of the reports and of the command line."""
    packages = ("linter.cli", *report_packages())
    return _digest(_contents(packages, ()), program_key(), [_version(library) for library in _LIBRARIES_OF_REPORTS])


def _contents(packages: Iterable[str], endings: tuple[str, ...]) -> bytes:
    """A digest of the files of the packages whose names end so; without any endings, of all."""
    content = hashlib.blake2b(digest_size=_SIZE)
    for package in packages:
        for name, path in sorted(_files(package, endings)):
            content.update(name.encode() + b"\0" + Path(path).read_bytes() + b"\0")
    return content.digest()


def _files(package: str, endings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The files of a package: by their names in it, which are the same wherever it is installed, and where they lie."""
    spec = _spec(package)
    places: Iterable[str] = (spec.submodule_search_locations or ()) if spec else ()
    if spec is not None and not places and spec.origin:
        yield package, spec.origin
    for place in places:
        for below, folders, names in os.walk(place):
            folders[:] = [folder for folder in folders if folder not in _UNREAD]
            paths = (os.path.join(below, name) for name in names if not endings or name.endswith(endings))
            yield from ((package + path.removeprefix(place), path) for path in paths)


def _spec(package: str) -> ModuleSpec | None:
    try:
        return find_spec(package)
    except Exception:  # finding a module imports what it lies in; a broken plug-in is told of where it is wanted
        return None


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _digest(*parts: object) -> bytes:
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
