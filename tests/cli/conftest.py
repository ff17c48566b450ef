from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from linter.cli.main import main


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


CommandLine = Callable[..., Outcome]


@pytest.fixture
def factlint(capfd: pytest.CaptureFixture[str]) -> CommandLine:
    """Calls the command line as the console script does."""

    def call(*arguments: str | Path) -> Outcome:
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert isinstance(left.value.code, int)
        return Outcome(left.value.code, out, err)

    return call


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with an article that miscalculates and one that does not."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "wrong.md").write_text("云州基数6400元。\n\n养老保险:6400元×8%=51.2元。\n", encoding="utf-8")
    (folder / "right.md").write_text("云州基数6400元。\n\n养老保险:6400元×8%=512元。\n", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another one kept."""
    monkeypatch.setattr("linter.cli.caching.FOLDER", str(tmp_path / ".factlint_cache"))
