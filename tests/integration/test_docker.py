"""The Dockerfile is linted, and what its first stage runs is run without Docker. The image itself is not built here."""

from __future__ import annotations

import re
import shutil
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.integration.conftest import INSTALLED, ROOT, call

WRITTEN = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
BUILD, IMAGE = (re.findall(r"^([A-Z]+) (.*)$", stage, re.MULTILINE) for stage in WRITTEN.split("\nFROM "))
CONSTRAINTS = ROOT / "ci" / "docker" / "constraints.txt"


def arguments(stage: list[tuple[str, str]], instruction: str) -> list[str]:
    return [rest for name, rest in stage if name == instruction]


def pinned() -> dict[str, str]:
    lines = re.findall(r"^([\w.-]+)==(\S+)$", CONSTRAINTS.read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in lines}


def test_the_linter_of_dockerfiles_has_no_complaint() -> None:
    done = call("hadolint", ROOT / "Dockerfile", cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, "")


def test_what_is_copied_is_sent_to_the_builder() -> None:
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    sources = {name for line in arguments(BUILD, "COPY") for name in line.split()[:-1]}
    assert {name for name in sources if not any(Path(name).is_relative_to(each) for each in sent)} == set()


def test_the_image_is_factlint_and_nobody() -> None:
    assert arguments(IMAGE, "ENTRYPOINT") == ['["factlint"]']
    [user] = arguments(IMAGE, "USER")
    assert all(int(each) > 0 for each in user.split(":"))


def test_every_requirement_has_its_version() -> None:
    """Of the requirements and of what these require themselves."""
    required = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    open_ones, seen = [Requirement(each) for each in required], dict[str, Requirement]()
    while open_ones:
        each = open_ones.pop()
        name = canonicalize_name(each.name)
        if name not in seen and (each.marker is None or each.marker.evaluate({"extra": ""})):
            seen[name] = each
            open_ones += [Requirement(line) for line in requires(name) or ()]
    unpinned = {name for name, each in seen.items() if not each.specifier.contains(pinned().get(name, "0"))}
    assert unpinned | (set(seen) - set(pinned())) == set(), f"renew {CONSTRAINTS.name}"


@pytest.mark.usefixtures("index")
def test_the_commands_of_the_build_install_a_factlint_that_works(repository: Path, tmp_path: Path) -> None:
    source, home = tmp_path / "source", tmp_path / "home"
    source.mkdir()
    for line in arguments(BUILD, "COPY"):
        copied(*line.split(), to=source)
    for script in arguments(BUILD, "RUN"):
        done = call("sh", "-ec", script, cwd=source, env=INSTALLED | {"FACTLINT_HOME": str(home), "PYTHONPATH": ""})
        assert done.returncode == 0, done.stderr
    checked = call(home / "bin" / "factlint", "check", ".", cwd=repository, env={"PYTHONPATH": ""})
    assert checked.returncode == 1, checked.stderr
    assert list(home.rglob("reference/.compiled/*.pickle"))


def copied(*names: str, to: Path) -> None:
    """What ``COPY`` does in the working directory."""
    *sources, target = names
    for name in sources:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / target, ignore=shutil.ignore_patterns("__pycache__", ".compiled"))
        else:
            (to / target).mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to / target)
