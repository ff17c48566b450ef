"""The same articles, day and rules give the same bytes, whatever machine they are checked on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
ROOT = Path(__file__).parents[2]
FORMATS = ("json", "html", "sarif", "text")
LOCALES = ({"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}, {"LANG": "zh_CN.GB18030", "LC_ALL": ""})
ZONES = ("Asia/Shanghai", "America/Los_Angeles")
NO_SOCKETS = """
import socket

def refused(*arguments, **named):
    raise AssertionError("factlint opened a socket")

socket.socket.connect = socket.socket.bind = socket.create_connection = socket.getaddrinfo = refused
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, several times, so that many processes have something to do."""
    folder = tmp_path_factory.mktemp("archive")
    for number, source in product(range(6), sorted(EXAMPLES.iterdir())):
        (folder / f"{number}-{source.name}").write_bytes(source.read_bytes())
    return folder


def reports(archive: Path, out: Path, *options: str, paths: tuple[str, ...] = (".",), **environment: str) -> bytes:
    """All formats of a run in a process of its own, one after the other."""
    out.mkdir(parents=True, exist_ok=True)
    destinations = [word for name in FORMATS for word in ("--format", name, "--output", str(out / name))]
    command = [sys.executable, "-P", "-m", "linter", "check", *paths, *options, *destinations]
    ran = subprocess.run(
        [*command, "--as-of", "2026-11-21", "--profile", "audit", "--isolated"],
        cwd=archive,
        env={**os.environ, "PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr.decode("utf-8", "replace")
    return b"".join((out / name).read_bytes() for name in FORMATS)


@pytest.fixture(scope="module")
def usual(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return reports(archive, tmp_path_factory.mktemp("usual"), "--jobs", "1", "--no-cache")


@pytest.mark.parametrize("jobs", ["2", "8"])
def test_the_number_of_processes_does_not_matter(archive: Path, usual: bytes, tmp_path: Path, jobs: str) -> None:
    assert reports(archive, tmp_path, "--jobs", jobs, "--no-cache") == usual


def test_the_order_of_the_files_does_not_matter(archive: Path, usual: bytes, tmp_path: Path) -> None:
    paths = [path.name for path in archive.iterdir() if path.is_file()]
    random.Random(7).shuffle(paths)
    assert reports(archive, tmp_path, "--no-cache", paths=tuple(paths)) == usual


ENVIRONMENTS = [
    {**locale, "TZ": zone, "PYTHONUTF8": "0", "PYTHONHASHSEED": str(len(zone))}
    for locale, zone in product(LOCALES, ZONES)
]


@pytest.mark.parametrize(
    "environment", ENVIRONMENTS, ids=lambda each: f"{each.get('LANG', each['LC_ALL'])}-{each['TZ']}"
)
def test_locale_time_zone_and_hash_seed_do_not_matter(
    archive: Path, usual: bytes, tmp_path: Path, environment: dict[str, str]
) -> None:
    assert reports(archive, tmp_path, "--no-cache", **environment) == usual


def test_a_warm_cache_gives_the_same_bytes(archive: Path, usual: bytes, tmp_path: Path) -> None:
    cache = ("--cache-dir", str(tmp_path / "cache"))
    assert reports(archive, tmp_path / "cold", *cache) == usual
    assert reports(archive, tmp_path / "warm", *cache) == usual


def test_no_socket_is_opened(archive: Path, usual: bytes, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(NO_SOCKETS, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path / "site"), str(ROOT)))
    assert reports(archive, tmp_path / "out", "--jobs", "1", "--no-cache", PYTHONPATH=path) == usual
