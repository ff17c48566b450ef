"""A checked folder may come from anybody."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Sequence
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.integration.conftest import INSTALLED, ROOT, call, git

EVIL = "import builtins\nbuiltins.open({!r}, 'w').close()\nraise ImportError\n"
OURS = ("checks/__init__.py", "checks/arithmetic/evil.py", "linter/__init__.py", "conftest.py", "sitecustomize.py")
# Python itself needs these before anything of ours runs: nobody puts them on the path of a test.
MODULES = sorted(name for name in sys.stdlib_module_names if not name.startswith("__"))
SIGNED = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n"
ORDER = (
    b'--x\r\nContent-Disposition: form-data; name="article"; filename="a.md"\r\n\r\n6400\r\n--x--\r\n',
    {"Content-Type": "multipart/form-data; boundary=x"},
)
MINUS_P, BARE = (sys.executable, "-P", "-m", "linter"), (sys.executable, "-m", "linter")


def libraries() -> list[str]:
    """The modules of everything that factlint requires, with all extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    names = {re.split(r"[\[<>=;]", each)[0].lower().replace("-", "_") for each in wanted}
    return sorted(
        module
        for module, homes in packages_distributions().items()
        if homes[0].lower().replace("-", "_") in names and module.isidentifier()
    )


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """The file that exists once something hostile has run."""
    return tmp_path / "ran"


@pytest.fixture
def hostile(repository: Path, ran: Path) -> Path:
    """A repository that brings along a module by every name that somebody could import, and a plug-in."""
    names = (*OURS, *(f"{name}.py" for name in (*MODULES, *libraries(), "plugged")))
    for path in map(repository.joinpath, names):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(EVIL.format(str(ran)), encoding="utf-8")
    plug_in(repository)
    return repository


def plug_in(folder: Path) -> None:
    """What an installer would leave for a distribution with a check in the module ``plugged``."""
    information = folder / "plug-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: plug\nVersion: 1.0\n", encoding="utf-8")
    (information / "entry_points.txt").write_text("[factlint.checks]\nplug = plugged\n", encoding="utf-8")


@pytest.mark.parametrize(
    "command", [["check", ".", "--jobs", "2"], ["explain", "AR101"], ["baseline", "create"], ["init"]]
)
def test_nothing_in_the_checked_folder_is_run(hostile: Path, ran: Path, command: list[str]) -> None:
    done = call("factlint", *command, cwd=hostile)
    assert done.returncode in (0, 1), done.stderr
    assert not ran.exists()


def test_processes_of_the_page_run_nothing_in_the_current_folder(hostile: Path, ran: Path) -> None:
    """Python starts them with ``-c``, which by itself looks for modules in the current folder first."""
    command = [*MINUS_P, "serve", "--port", "0", "--isolated"]
    with subprocess.Popen(
        command, cwd=hostile, env=os.environ | INSTALLED, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            address = re.search(r"http://\S+/", server.stdout.readline())
            assert address is not None
            with urllib.request.urlopen(urllib.request.Request(f"{address[0]}api/v1/check", *ORDER)) as answer:
                assert answer.status == 200
        finally:
            server.terminate()
    assert not ran.exists()


@pytest.mark.parametrize(
    ("start", "path"),
    [(BARE, "{root}"), (MINUS_P, "{root}:"), (MINUS_P, "{root}:{here}")],
    ids=["python-m", "empty-part-of-the-path", "folder-on-the-path"],
)
def test_neither_plug_in_nor_library_is_taken_from_the_checked_folder(
    repository: Path, ran: Path, start: Sequence[str], path: str
) -> None:
    plug_in(repository)
    for name in ("plugged", "click", "lxml", "yaml"):
        (repository / f"{name}.py").write_text(EVIL.format(str(ran)), encoding="utf-8")
    searched = path.format(root=ROOT, here=repository).replace(":", os.pathsep)
    done = call(*start, "check", "wrong.md", cwd=repository, env=INSTALLED | {"PYTHONPATH": searched})
    assert done.returncode == 1, done.stderr
    assert not ran.exists()


def test_a_configuration_cannot_name_code(repository: Path) -> None:
    (repository / "factlint.toml").write_text('plugins = ["evil"]\n', encoding="utf-8")
    done = call("factlint", "check", ".", cwd=repository)
    assert done.returncode == 2
    assert "unknown key plugins" in done.stderr


# --- git -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def signed(repository: Path, ran: Path) -> Path:
    """A repository whose own configuration names a program for the signature of its commit."""
    program = repository.parent / "gpg"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\n", encoding="utf-8")
    program.chmod(0o755)
    head, _, message = git(repository, "cat-file", "commit", "HEAD").stdout.partition("\n\n")
    content = repository.parent / "commit"
    content.write_text(f"{head}\n{SIGNED}{message}", encoding="utf-8")
    name = git(repository, "hash-object", "-t", "commit", "-w", content).stdout.strip()
    for arguments in (
        ["update-ref", "HEAD", name],
        ["config", "log.showSignature", "true"],
        ["config", "gpg.program", str(program)],
    ):
        assert git(repository, *arguments).returncode == 0
    return repository


def test_git_runs_no_program_that_a_repository_names(signed: Path, ran: Path) -> None:
    assert "seen" not in git(signed, "log", "-1").stdout
    assert ran.exists(), "git itself runs it, or this proves nothing"
    ran.unlink()
    done = call("factlint", "check", ".", "--as-of", "commit", cwd=signed)
    assert done.returncode == 1, done.stderr
    assert not ran.exists()


def test_a_folder_that_looks_like_a_repository_is_not_asked(signed: Path, ran: Path) -> None:
    """It can come with a clone, and bring a configuration along, which a clone otherwise cannot."""
    inner = signed / "articles"
    (signed / ".git").rename(inner)
    git(inner, "config", "core.bare", "true")
    (inner / "wrong.md").write_bytes((signed / "wrong.md").read_bytes())
    done = call("factlint", "check", ".", "--as-of", "commit", cwd=inner)
    assert done.returncode == 2
    assert "bare" in done.stderr
    assert not ran.exists()


# --- links ---------------------------------------------------------------------------------------------------------


def test_a_linked_cache_does_not_touch_what_it_leads_to(repository: Path) -> None:
    outside = repository.parent / "outside"
    outside.touch()
    (repository / ".factlint_cache").mkdir()
    (repository / ".factlint_cache" / "results-v1.sqlite").symlink_to(outside)
    assert call("factlint", "check", ".", cwd=repository).returncode == 1
    assert outside.read_bytes() == b""


def test_a_linked_baseline_makes_no_file_elsewhere(repository: Path) -> None:
    (repository / "factlint-baseline.json").symlink_to(repository.parent / "outside")
    assert call("factlint", "baseline", "create", cwd=repository).returncode == 2
    assert not (repository.parent / "outside").exists()
