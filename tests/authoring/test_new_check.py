"""``factlint new-check`` in a checkout of the program: what it writes works, and nothing is overwritten."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from linter.authoring.codes import CodeError, next_code
from linter.casefile import read_cases
from linter.cli.new_check import command
from linter.registry import FAMILIES, load_checks
from tests.plugins.conftest import ROOT

DAY = ("--as-of", "2031-02-03")
CODES = {"arithmetic": "AR203", "contradiction": "CT210", "reference": "RF213", "staleness": "ST205"}
FOLDERS = {"reference": "conflict"}


def new_check(*words: str) -> Result:
    return CliRunner().invoke(command, [*words, *DAY], standalone_mode=False)


def in_checkout(folder: Path, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout, with a folder of checks and of their tests of its own, and one new check for each family."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("linter", "reference", "reports", "pyproject.toml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "checks", folder / "checks", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tests" / "checks").mkdir(parents=True)
    (folder / "tests" / "checks" / "test_cases.py").touch()
    for family in FAMILIES:
        assert new_check(family, f"tried-{family}", "--into", str(folder)).exit_code == 0
    return folder


def written(checkout: Path) -> list[Path]:
    return sorted((checkout / "checks").rglob("tried_*.py"))


def test_each_family_has_its_folder_and_the_code_after_its_last(checkout: Path) -> None:
    found = {path.parent.name: path.read_text(encoding="utf-8")[3:8] for path in written(checkout)}
    assert found == {FOLDERS.get(family, family): code for family, code in CODES.items()}


def test_what_is_written_passes_its_cases_and_its_examples(checkout: Path) -> None:
    files = sorted((checkout / "tests" / "checks").rglob("*.yml"))
    outcome = in_checkout(checkout, ["-m", "linter.testing", *map(str, files)])
    assert outcome.stdout == "16 cases, 0 failures\n", outcome.stderr
    firsts = [read_cases(file)[0] for file in files]
    assert sorted(first.check for first in firsts) == sorted(CODES.values())
    assert all(first.carries for first in firsts)


@pytest.mark.parametrize("words", [["format", "--check"], ["check"]], ids=" ".join)
def test_what_is_written_is_clean(checkout: Path, words: list[str]) -> None:
    outcome = in_checkout(checkout, ["-m", "ruff", words[0], "--no-cache", *words[1:], *map(str, written(checkout))])
    assert outcome.returncode == 0, outcome.stdout


def test_what_is_written_is_typed(checkout: Path) -> None:
    outcome = in_checkout(ROOT, ["-m", "mypy", *map(str, written(checkout))])
    assert outcome.returncode == 0, outcome.stdout


def test_nothing_is_overwritten(checkout: Path) -> None:
    before = {path: path.read_bytes() for path in written(checkout)}
    for path in before:
        path.write_bytes(b"mine")
    try:
        outcome = new_check("arithmetic", "tried-arithmetic", "--into", str(checkout))
        assert "nothing was written, for it exists" in str(outcome.exception)
        assert {path.read_bytes() for path in before} == {b"mine"}
    finally:
        for path, text in before.items():
            path.write_bytes(text)


@pytest.mark.parametrize("name", ["Wrong Name", "class", "1st", "equation-wrong", "../up"])
def test_a_name_that_will_not_do_is_refused(checkout: Path, name: str) -> None:
    outcome = new_check("arithmetic", name, "--into", str(checkout))
    assert type(outcome.exception).__name__ == "BadParameter"


@pytest.mark.parametrize(
    ("project", "said"),
    [
        (None, "neither a checkout of factlint nor a project"),
        ("[project]\nname = 'x'\n", "offers no package of checks. Add:"),
        ("[project", "Expected"),
        ("[project.entry-points.'factlint.checks']\nx = 'nowhere.checks'\n", "none of these is a package"),
    ],
)
def test_a_folder_without_a_package_of_checks_is_told_what_to_add(
    tmp_path: Path, project: str | None, said: str
) -> None:
    (tmp_path / "notes.md").touch()
    if project is not None:
        (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    assert said in str(new_check("arithmetic", "mine", "--into", str(tmp_path)).exception)


@pytest.mark.parametrize("name", ["os", "数字"])
def test_a_folder_whose_name_no_package_can_have_is_no_plug_in(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    assert "call the folder otherwise" in str(new_check("arithmetic", "mine", "--into", str(folder)).exception)
    assert not folder.exists()


def test_codes_of_factlint_stay_below_those_of_plug_ins() -> None:
    assert max(int(check.code[2:]) for check in load_checks() if check.run.__module__.startswith("checks.")) < 900


@pytest.mark.parametrize(
    ("written_before", "code"),
    [([], "AR901"), (["AR901"], "AR902"), (["NR101", "NR104"], "AR901")],
)
def test_a_plug_in_goes_on_behind_its_own_codes(tmp_path: Path, written_before: list[str], code: str) -> None:
    lines = "\n".join(f'@check(code="{each}")' for each in written_before)
    (tmp_path / "a.py").write_text(lines, encoding="utf-8")
    assert next_code("arithmetic", load_checks(), tmp_path, own=False) == code


def test_codes_come_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('code="AR999"', encoding="utf-8")
    with pytest.raises(CodeError, match="no code left"):
        next_code("arithmetic", load_checks(), tmp_path, own=False)
