"""Commands shown on pages are commands: with options that exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from linter.cli.main import factlint

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def commands(page: Path) -> list[str]:
    """What stands behind ``factlint`` on lines of code blocks, and in code within sentences when it has options."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    lines = (line for block in blocks for line in block.splitlines())
    shown = [match[1] for line in lines if (match := re.search(r"(?:^|[ /'])factlint ([a-z][^']*)", line))]
    inline = re.findall(
        r"`factlint ([a-z-]+ [^`]*)`", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    )
    return [*(line for line in shown if line.split()[0] in factlint.list_commands(click.Context(factlint))), *inline]


@pytest.mark.parametrize("line", sorted({line for page in PAGES for line in commands(page)}))
def test_a_command_of_a_page_is_understood(line: str) -> None:
    words = shlex.split(line.replace("|", " "), comments=True)
    command: click.Command = factlint
    while isinstance(command, click.Group) and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None
        command = found
    command.make_parser(click.Context(command)).parse_args(words)


def test_an_option_nobody_knows_is_noticed() -> None:
    with pytest.raises(AssertionError):
        test_a_command_of_a_page_is_understood("chekc articles/")
    with pytest.raises(click.NoSuchOption):
        test_a_command_of_a_page_is_understood("check articles/ --formatt html")


def test_commands_are_found_on_the_pages() -> None:
    assert "check articles/ --profile ci --format json --as-of 2026-11-21" in commands(ROOT / "README.md")
    assert any(line.startswith("baseline prune") for line in commands(ROOT / "docs" / "baseline.md"))
