"""The example of a plug-in, installed and run through its entry points; and the page that explains plug-ins."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import linter.testing
from tests.plugins.conftest import ROOT, Environment

EXAMPLE = ROOT / "examples" / "plugin-newsroom"
PAGE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
AS_OF = ("--as-of", "2026-11-21", "--no-cache")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    made = Environment.at(tmp_path_factory.mktemp("environment"))
    made.install(EXAMPLE)
    return made


def test_its_own_tests_pass(environment: Environment) -> None:
    outcome = environment.python("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", cwd=EXAMPLE)
    assert outcome.returncode == 0, outcome.stdout


def test_check_reader_and_report_are_found_by_the_command(environment: Environment) -> None:
    outcome = environment.python("-m", "linter", "check", "tests", "--format", "todo", *AS_OF, cwd=EXAMPLE)
    assert outcome.returncode == 1, outcome.stderr
    assert outcome.stdout.splitlines() == [
        "- [ ] tests/export.xml:11 NR101 期限 2025-12-31 在文章发布(2026-11-20)之前。",
        "- [ ] tests/export.xml:24 AR101 算式「6400元×8%」的结果是 512,文中写作 51.2元。",
    ]


def test_it_is_typed() -> None:
    words = (sys.executable, "-m", "mypy", str(EXAMPLE / "src" / "newsroom"))
    outcome = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory, environment: Environment) -> Path:
    """The project of the page, with the check that ``new-check`` writes."""
    project = tmp_path_factory.mktemp("mine")
    for name, text in re.findall(r"^```(?:python|toml)\n# (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE):
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    commands = re.search(r"^```\n(mkdir .*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert commands
    for line in commands[1].splitlines():
        if line.startswith("factlint "):
            outcome = environment.python("-m", "linter", *line.split()[1:], cwd=project)
            assert outcome.returncode == 0, outcome.stderr
        elif line.startswith(("mkdir ", "touch ")):
            subprocess.run(line.split(), cwd=project, check=True)
    return project


def test_the_project_of_the_page_passes_its_tests(mine: Path, environment: Environment) -> None:
    assert {path.name for path in (mine / "tests").iterdir()} == {
        "cases",
        "test_checks.py",
        "test_counted.py",
        "test_mine.py",
        "test_subtitles.py",
    }
    environment.install(mine)
    outcome = environment.python("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", cwd=mine)
    assert outcome.returncode == 0, outcome.stdout
    assert "AR901" in environment.python("-m", "linter", "explain", "share-of-nothing", cwd=mine).stdout


def test_the_page_names_the_whole_kit() -> None:
    (table,) = re.findall(r"^\| in `linter\.testing`.*?(?=^\n)", PAGE, re.DOTALL | re.MULTILINE)
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)", row.split("|")[1])}
    assert named == set(linter.testing.__all__)


def test_an_empty_folder_becomes_a_plug_in_that_passes_its_tests(tmp_path: Path, environment: Environment) -> None:
    project = tmp_path / "our-checks"
    (project / ".git").mkdir(parents=True)
    words = ("new-check", "staleness", "old-scheme-name", "--into", project)
    outcome = environment.python("-m", "linter", *words, cwd=tmp_path)
    assert outcome.returncode == 0, outcome.stderr
    environment.install(project)
    outcome = environment.python("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", cwd=project)
    assert outcome.returncode == 0, outcome.stdout
