"""What only a process of its own can show."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = "养老保险:6400元×8%=51.2元。\n"


def factlint(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "linter", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_output_is_utf8_in_any_locale(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    outcomes = [
        factlint("check", "a.md", "--as-of", "2026-01-02", cwd=tmp_path, **environment)
        for environment in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"TZ": "Asia/Tokyo"})
    ]
    assert {outcome.returncode for outcome in outcomes} == {1}
    assert len({outcome.stdout for outcome in outcomes}) == 1
    assert "6400元×8%=51.2元".encode() in outcomes[0].stdout


def test_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "linter", "check", "a.md", "--format", "json", "--as-of", "2026-01-02"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert errors == b""


@pytest.mark.parametrize("name", ["checks", "reference", "reports"])
def test_foreign_package_in_the_place_of_ours_stops_the_start(tmp_path: Path, name: str) -> None:
    (tmp_path / "other" / name).mkdir(parents=True)
    (tmp_path / "other" / name / "__init__.py").write_text("", encoding="utf-8")
    outcome = factlint("check", ".", cwd=tmp_path, PYTHONPATH=str(tmp_path / "other"))
    assert outcome.returncode == 2
    assert f"'{name}' of factlint is shadowed by {tmp_path / 'other' / name}" in outcome.stderr.decode()


def test_version_loads_nothing_of_the_linter(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from linter.cli.main import main\n"
        "try:\n    main(['--version'])\n"
        "except SystemExit:\n    pass\n"
        "print(sorted(name for name in sys.modules if name.startswith(('linter.', 'reference', 'lxml', 'jinja2'))))"
    )
    command, path = [sys.executable, "-P", "-c", script], os.environ | {"PYTHONPATH": str(ROOT)}
    outcome = subprocess.run(command, cwd=tmp_path, env=path, capture_output=True, check=True, text=True)
    assert outcome.stdout.splitlines()[-1] == (
        "['linter.cli', 'linter.cli.ending', 'linter.cli.exit_codes', 'linter.cli.import_path', "
        "'linter.cli.lazy_group', 'linter.cli.main', 'linter.cli.standard_output', 'linter.shadowing']"
    )


PLUGIN = '''"""A check of somebody else."""

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import EquationClaim
from linter.finding import Message, Severity


@check(code="ZZ901", name="foreign-check", family="arithmetic", severity=Severity.ERROR, reads=EquationClaim)
def foreign(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
    """Reports every equation."""
    yield foreign.finding(claim, Message("外来", "foreign"))
'''


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """An empty environment in which everything that this one has is installed too."""
    venv.create(tmp_path / "environment", symlinks=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(tmp_path / "environment")}))
    (site / "all.pth").write_text(f"{ROOT}\n{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return site


def test_check_of_another_distribution_takes_part_once_it_is_installed(environment: Path, tmp_path: Path) -> None:
    information = environment / "plug-1.0.dist-info"
    information.mkdir()
    (environment / "plug.py").write_text(PLUGIN, encoding="utf-8")
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: plug\nVersion: 1.0\n", encoding="utf-8")
    (information / "entry_points.txt").write_text("[factlint.checks]\nplug = plug\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("6400元×8%=512元。\n", encoding="utf-8")
    python = tmp_path / "environment" / "bin" / "python"
    command = [python, "-P", "-m", "linter", "check", "a.md", "--as-of", "2026-01-02"]
    outcome = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert outcome.returncode == 1, outcome.stderr
    assert "ZZ901 foreign-check" in outcome.stdout.decode()
