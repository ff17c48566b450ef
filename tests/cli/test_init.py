from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from linter.config.written import read_config
from tests.cli.conftest import CommandLine

ROOT = Path(__file__).parents[2]


def test_the_files_to_begin_with_are_written_and_named(factlint: CommandLine, tmp_path: Path) -> None:
    outcome = factlint("init", tmp_path)
    assert outcome.code == 0
    assert {each.name for each in tmp_path.iterdir()} == {"factlint.toml", "factlint.schema.json"}
    assert all(f"{each}: written" in outcome.out for each in tmp_path.iterdir())


def test_what_was_written_changes_no_run(factlint: CommandLine, articles: Path) -> None:
    before = factlint("check", articles, "--format", "json", "--as-of", "2026-01-02")
    factlint("init", articles)
    assert factlint("check", articles, "--format", "json", "--as-of", "2026-01-02").out == before.out


@pytest.mark.parametrize("name", ["factlint.toml", "factlint.schema.json", ".github/workflows/factlint.yml"])
def test_nothing_is_overwritten(factlint: CommandLine, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("# ours\n", encoding="utf-8")
    outcome = factlint("init", tmp_path, "--ci", "github")
    assert outcome.code == 0
    assert file.read_text("utf-8") == "# ours\n"
    assert f"{file}: " in outcome.out
    assert f"{file}: written" not in outcome.out


def test_a_configured_project_gets_no_second_configuration(factlint: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.factlint]\nlang = "en"\n', encoding="utf-8")
    outcome = factlint("init", tmp_path)
    assert not (tmp_path / "factlint.toml").exists()
    assert "pyproject.toml: is the configuration here" in outcome.out


def test_what_a_file_would_need_is_shown(factlint: CommandLine, tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    outcome = factlint("init", tmp_path, "--ci", "pre-commit")
    assert "- id: factlint" in outcome.out


@pytest.mark.parametrize(
    ("service", "schema"), [("github", "vendor.github-workflows"), ("gitlab", "vendor.gitlab-ci"), ("pre-commit", None)]
)
def test_files_of_services_meet_their_schemas(
    factlint: CommandLine, tmp_path: Path, service: str, schema: str | None
) -> None:
    factlint("init", tmp_path, "--ci", service)
    [file] = [path for path in tmp_path.rglob("*.y*ml") if path.is_file()]
    check = ["check-jsonschema", "--builtin-schema", schema] if schema else ["pre-commit", "validate-config"]
    done = run(*check, str(file))
    assert done.returncode == 0, done.stdout


def test_the_workflow_gives_the_action_inputs_it_has(factlint: CommandLine, tmp_path: Path) -> None:
    factlint("init", tmp_path, "--ci", "github")
    workflow = yaml.safe_load((tmp_path / ".github/workflows/factlint.yml").read_text("utf-8"))
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    [step] = [each for each in workflow["jobs"]["factlint"]["steps"] if "factlint@" in each["uses"]]
    assert set(step["with"]) <= set(action["inputs"])


def test_the_template_for_gitlab_is_the_one_of_the_repository(factlint: CommandLine, tmp_path: Path) -> None:
    factlint("init", tmp_path, "--ci", "gitlab")
    written = (tmp_path / "factlint.gitlab-ci.yml").read_bytes()
    assert written == (ROOT / "ci" / "gitlab" / "factlint.gitlab-ci.yml").read_bytes()


def test_an_editor_finds_mistakes_by_the_schema(factlint: CommandLine, tmp_path: Path) -> None:
    factlint("init", tmp_path)
    file = tmp_path / "factlint.toml"
    assert run("taplo", "lint", str(file)).returncode == 0
    file.write_text(file.read_text("utf-8").replace("#profile = ", 'profile = "cli" # '), encoding="utf-8")
    told = run("taplo", "lint", str(file))
    assert told.returncode != 0
    assert '"cli" is not one of' in told.stderr


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_key_can_be_switched_on(factlint: CommandLine, tmp_path: Path, lang: str) -> None:
    factlint("init", tmp_path, "--lang", lang)
    file = tmp_path / "factlint.toml"
    lines = file.read_text("utf-8").splitlines()
    switched_on = [line[1:] if line[:1] == "#" and line[1:2] not in (" ", ":") else line for line in lines]
    file.write_text("\n".join(switched_on), encoding="utf-8")
    schema = json.loads((tmp_path / "factlint.schema.json").read_text("utf-8"))["properties"]
    keys = read_config(file).keys
    assert set(keys) == set(schema)
    assert set(keys["overrides"][0]) == set(schema["overrides"]["items"]["properties"])


def test_the_schema_is_printed(factlint: CommandLine, tmp_path: Path) -> None:
    factlint("init", tmp_path)
    assert factlint("config-schema").out == (tmp_path / "factlint.schema.json").read_text("utf-8")


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A program of this environment."""
    command = [str(Path(sys.executable).parent / program), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
