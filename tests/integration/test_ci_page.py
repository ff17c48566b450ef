"""The examples of docs/ci.md are those that ``factlint init`` writes and that were tested."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from tests.integration.conftest import INSTALLED, ROOT, call

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
STARTERS = ROOT / "linter" / "cli" / "starters"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("name", ["github.yml", "pre-commit.yml"])
def test_the_page_shows_what_init_writes(name: str) -> None:
    assert (STARTERS / name).read_text("utf-8") in blocks("yaml")


def test_every_input_of_the_action_is_listed_with_its_default() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (?:`([^`]*)`)? ?\|", PAGE, re.MULTILINE)
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert dict(rows) == {name: each["default"] for name, each in action["inputs"].items()}


def test_variables_of_the_example_for_gitlab_exist(tmp_path: Path) -> None:
    [example] = [block for block in blocks("yaml") if "include:" in block]
    template = yaml.safe_load((ROOT / "ci" / "gitlab" / "factlint.gitlab-ci.yml").read_text("utf-8"))
    assert set(yaml.safe_load(example)["variables"]) <= set(template["factlint"]["variables"])
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(example, encoding="utf-8")
    assert call("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", file, cwd=tmp_path).returncode == 0


def test_the_step_of_jenkins_leaves_the_reports_that_it_collects(repository: Path) -> None:
    [pipeline] = blocks("groovy")
    [line] = re.findall(r"sh '\.factlint/bin/(factlint check .*)'", pipeline)
    (repository / "articles").mkdir()
    (repository / "wrong.md").rename(repository / "articles" / "wrong.md")
    assert call("sh", "-ec", line, cwd=repository, env=INSTALLED).returncode == 1
    collected = re.findall(r"(?:junit|pattern:) '([^']+)'", pipeline)
    assert len(collected) == 2
    assert all((repository / name).stat().st_size for name in collected)


def test_options_after_the_image_are_those_of_factlint(repository: Path) -> None:
    [line] = [each for each in blocks("console")[0].splitlines() if each.startswith("docker run")]
    words = line.partition(" factlint ")[2]
    assert call("sh", "-ec", f"factlint {words}", cwd=repository, env=INSTALLED).returncode == 1
    assert (repository / "report.html").is_file()
    assert shlex.split(line).count("--volume") == 1
