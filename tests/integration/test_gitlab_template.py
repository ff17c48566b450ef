"""The template for GitLab meets its schema, and its script does in a shell what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from tests.integration.conftest import INSTALLED, ROOT, call

TEMPLATE = ROOT / "ci" / "gitlab" / "factlint.gitlab-ci.yml"
JOB: dict[str, Any] = yaml.safe_load(TEMPLATE.read_text("utf-8"))["factlint"]


def run_script(project: Path, shell: str = "sh", **variables: str) -> int:
    """The job's script with its variables, in the shell of a runner."""
    given = {**JOB["variables"], "CI_COMMIT_TIMESTAMP": "2025-05-06T23:30:00+08:00", **variables}
    return call(shell, "-ec", "\n".join(JOB["script"]), cwd=project, env=INSTALLED | given).returncode


def test_the_template_meets_the_schema() -> None:
    done = call("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", TEMPLATE, cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_the_schema_refuses_what_gitlab_does_not_know(tmp_path: Path) -> None:
    broken = tmp_path / ".gitlab-ci.yml"
    broken.write_text(yaml.safe_dump({"factlint": {**JOB, "artifacts": "always"}}), encoding="utf-8")
    assert call("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", broken, cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_job_fails_and_leaves_the_reports_it_promises(repository: Path, shell: str) -> None:
    assert run_script(repository, shell) == 1
    reports = JOB["artifacts"]["reports"]
    [entry] = json.loads((repository / reports["codequality"]).read_text("utf-8"))
    assert (entry["location"]["path"], entry["severity"]) == ("wrong.md", "critical")
    assert entry["check_name"].startswith("AR101")
    assert JUnitXml.fromfile(str(repository / reports["junit"])).failures == 1


@pytest.mark.parametrize(
    ("variables", "day"),
    [({}, "2025-05-06"), ({"FACTLINT_AS_OF": "2026-01-02"}, "2026-01-02")],
)
def test_the_day_is_that_of_the_commit_unless_another_is_given(
    repository: Path, variables: dict[str, str], day: str
) -> None:
    arguments = "--format json --output report.json --fail-on never"
    assert run_script(repository, FACTLINT_ARGS=arguments, **variables) == 0
    assert json.loads((repository / "report.json").read_text("utf-8"))["as_of"] == day


def test_only_the_named_articles_are_checked(repository: Path) -> None:
    assert run_script(repository, FACTLINT_PATHS="right.md") == 0
