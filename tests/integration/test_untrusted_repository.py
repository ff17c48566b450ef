"""A checked folder may come from anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.conftest import call

NAMES = ("checks/__init__.py", "checks/arithmetic/evil.py", "linter/__init__.py", "sitecustomize.py", "conftest.py")
EVIL = "open('ran', 'w').close()\n"


@pytest.mark.parametrize("command", [["check", "."], ["explain", "AR101"], ["baseline", "create"], ["init"]])
def test_nothing_in_the_checked_folder_is_run(repository: Path, command: list[str]) -> None:
    for name in NAMES:
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text(EVIL, encoding="utf-8")
    done = call("factlint", *command, cwd=repository)
    assert done.returncode in (0, 1), done.stderr
    assert not (repository / "ran").exists()


def test_a_configuration_cannot_name_code(repository: Path) -> None:
    (repository / "factlint.toml").write_text('plugins = ["evil"]\n', encoding="utf-8")
    done = call("factlint", "check", ".", cwd=repository)
    assert done.returncode == 2
    assert "unknown key plugins" in done.stderr
