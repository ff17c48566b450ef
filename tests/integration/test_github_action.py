"""action.yml meets GitHub's schema, and its scripts do in a shell what they say."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.integration.conftest import COMMITTED, INSTALLED, ROOT, WRONG, call

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}


@dataclass(frozen=True)
class Step:
    """What a step left behind."""

    code: int
    out: str
    err: str
    outputs: str
    summary: str


def run_step(name: str, workspace: Path, variables: dict[str, str] | None = None, **inputs: str) -> Step:
    """Run a script of the action as GitHub does, its inputs put in."""
    files = {each: workspace.parent / each.lower() for each in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    script = workspace.parent / "script.sh"
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    environment = {each: with_inputs(value, inputs) for each, value in STEPS[name].get("env", {}).items()}
    given = INSTALLED | environment | {each: str(file) for each, file in files.items()} | (variables or {})
    done = call("bash", "--noprofile", "--norc", "-eo", "pipefail", script, cwd=workspace, env=given)
    outputs, summary = (files[each].read_text("utf-8") for each in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"))
    return Step(done.returncode, done.stdout, done.stderr, outputs, summary)


def with_inputs(value: str, given: dict[str, str]) -> str:
    known = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
    values = known | {name.replace("_", "-"): each for name, each in given.items()}
    return re.sub(r"\$\{\{ inputs\.([a-z-]+) }}", lambda match: values[match[1]], value)


def test_the_action_meets_the_schema() -> None:
    done = call("check-jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml", cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_the_schema_refuses_what_github_does_not_know(tmp_path: Path) -> None:
    broken = tmp_path / "action.yml"
    broken.write_text(yaml.safe_dump(ACTION | {"runs": {"using": "composite", "stepps": []}}), encoding="utf-8")
    assert call("check-jsonschema", "--builtin-schema", "vendor.github-actions", broken, cwd=tmp_path).returncode == 1


def test_a_finding_is_an_annotation_a_line_of_the_summary_and_fails_the_step(repository: Path) -> None:
    step = run_step("Check", repository)
    assert step.code == 1
    assert "::error file=wrong.md,line=3," in step.out
    assert "AR101" in step.summary
    assert step.outputs == "exit-code=1\n"


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"paths": "right.md"}, 0),
        ({"fail_on": "never"}, 0),
        ({"args": "--select CT,staleness"}, 0),
        ({"args": "--select 'CT, AR' --lang en"}, 1),
        ({"args": "--no-such-option"}, 2),
        ({"as_of": "yesterday"}, 2),
        ({"paths": "right.md\nnowhere.md"}, 2),
    ],
)
def test_inputs_reach_the_command_and_its_exit_code_the_step(
    repository: Path, inputs: dict[str, str], code: int
) -> None:
    step = run_step("Check", repository, **inputs)
    assert (step.code, step.outputs) == (code, f"exit-code={code}\n"), step.err


def test_paths_may_hold_blanks(repository: Path) -> None:
    (repository / "my notes.md").write_text(WRONG, encoding="utf-8")
    assert "file=my notes.md" in run_step("Check", repository, paths="right.md\nmy notes.md\n").out


def test_further_reports_are_files(repository: Path) -> None:
    run_step("Check", repository, formats="sarif=out/factlint.sarif\njson=factlint.json\n")
    loaded: Any = json.loads((repository / "out" / "factlint.sarif").read_text("utf-8"))
    assert [each["ruleId"] for each in loaded["runs"][0]["results"]] == ["AR101"]
    assert json.loads((repository / "factlint.json").read_text("utf-8"))["as_of"] == COMMITTED


@pytest.mark.parametrize("name", ["args", "paths", "formats", "fail_on", "as_of"])
def test_an_input_is_never_a_command(repository: Path, name: str) -> None:
    step = run_step("Check", repository, **{name: "x=$(touch pwned) `touch pwned`; touch pwned"})
    assert step.code == 2
    assert not (repository / "pwned").exists()


def test_a_quote_that_is_never_closed_is_wrong_use(repository: Path) -> None:
    assert run_step("Check", repository, args="--select 'CT").code == 2


def test_no_script_has_inputs_put_into_it() -> None:
    assert [name for name, step in STEPS.items() if "${{" in step.get("run", "")] == []


@pytest.mark.usefixtures("index")
def test_the_action_installs_itself_for_the_steps_after_it(repository: Path) -> None:
    runner = {"RUNNER_TEMP": str(repository.parent), "GITHUB_ACTION_PATH": str(ROOT), "PYTHONPATH": ""}
    step = run_step("Install factlint", repository, runner)
    assert step.code == 0, step.err
    folder = (repository.parent / "github_path").read_text("utf-8").strip()
    done = call(f"{folder}/factlint", "check", "wrong.md", cwd=repository, env={"PYTHONPATH": ""})
    assert done.returncode == 1, done.stderr
