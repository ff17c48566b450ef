"""Pages about security, dependencies, versions and releases say what is so."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from linter.cache import database
from reference.load import load_reference
from reports import json_v1
from tests.cli.test_format_versions import FORMATS
from tests.integration.conftest import call
from tests.project.test_commands_of_pages import test_a_command_of_a_page_is_understood as understood

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
# Extras for the development alone: nobody who uses factlint installs them, so their lock is none of the extras.
TOOLS = {"docs", "fuzz", "mutants"}
KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Reference data"]
RULE = re.compile(r"`((?:national|\d{6})\.[\w.]+)`")


def rows(page: str) -> Iterator[list[str]]:
    """The tables of a page, without their heads."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        yield from ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:])


@pytest.mark.parametrize(("file", "name"), sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", SECURITY))))
def test_a_promise_is_shown_by_a_test_that_exists(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert name in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


def test_the_command_of_a_gate_is_understood() -> None:
    [line] = re.findall(r"^factlint (check .*)$", SECURITY, re.MULTILINE)
    understood(line)


def test_every_dependency_has_its_reason() -> None:
    extras = {name: each for name, each in PROJECT["optional-dependencies"].items() if name != "dev"}
    wanted = {(Requirement(each).name.lower(), "always") for each in PROJECT["dependencies"]}
    wanted |= {(Requirement(each).name.lower(), extra) for extra, all_ in extras.items() for each in all_}
    told = {
        (row[0].strip("`").lower(), extra)
        for row in rows("dependencies.md")
        if row[1] == "always" or set(row[1].split(", ")) <= set(extras)
        for extra in row[1].split(", ")
    }
    assert told - {("pyarrow", "spark")} == wanted


def test_every_dependency_has_a_lower_bound() -> None:
    """``make lowest`` installs it; without one it would take the first version ever."""
    required = [
        *PROJECT["dependencies"],
        *(each for extra in PROJECT["optional-dependencies"].values() for each in extra),
    ]
    assert [each for each in required if not re.search(r">=", each)] == []


@pytest.mark.parametrize("name", ["dev", "extras"])
def test_the_lock_has_all_that_is_required(name: str) -> None:
    lines = (ROOT / "ci" / "requirements" / f"{name}.txt").read_text("utf-8")
    locked = {
        name.lower().replace("_", "-"): version for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lines, re.M)
    }
    extras = PROJECT["optional-dependencies"]
    required = [
        *PROJECT["dependencies"],
        *(each for key in extras if key not in TOOLS and (key != "dev" or name == "dev") for each in extras[key]),
    ]
    wanted = map(Requirement, required)
    assert [str(each) for each in wanted if not each.specifier.contains(locked.get(each.name.lower(), "0"))] == []


def test_the_versions_of_formats_are_those_of_the_program() -> None:
    told = {row[0]: row[1] for row in rows("versions.md")}
    assert told["JSON report"] == json_v1.SCHEMA_VERSION
    assert {name: told[name] for name in FORMATS} == {name: each.version for name, each in FORMATS.items()}
    assert f"results-v{told['cache']}.sqlite" == database.FILE
    for name, schema in {
        "suppressions": "linter/policy/schema/suppressions-v{}.schema.json",
        "`factlint.toml`": "linter/config/schema/config-v{}.schema.json",
    }.items():
        assert json.loads((ROOT / schema.format(told[name])).read_text("utf-8"))["$schema"]


def versions(text: str) -> list[tuple[str, str]]:
    """The headings of a changelog's versions with what stands below them."""
    parts = re.split(r"^## (.*)\n", text, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def faults(text: str) -> Iterator[str]:
    """What is wrong with the form of a changelog."""
    known = {rule.id for rule in load_reference().rules}
    for number, (title, body) in enumerate(versions(text)):
        if not (title == "Unreleased" and number == 0) and not re.fullmatch(r"\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d", title):
            yield f"{title}: neither Unreleased, at the top, nor a version and its day"
        parts = re.split(r"^### (.*)\n", body, flags=re.MULTILINE)
        kinds = parts[1::2]
        if kinds != sorted(kinds, key=lambda kind: KINDS.index(kind) if kind in KINDS else -1) or set(kinds) - set(
            KINDS
        ):
            yield f"{title}: the parts are some of {', '.join(KINDS)}, in this order"
        if "Reference data" not in kinds:
            yield f"{title}: says nothing of reference data"
            continue
        entries = re.findall(r"^- (.*(?:\n  .*)*)", parts[2 + 2 * kinds.index("Reference data")], re.MULTILINE)
        for entry in entries or [""]:
            if not re.match(r"(Added|Changed|Removed|None): ", entry + " "):
                yield f"{title}: {entry!r} says neither Added:, Changed:, Removed: nor None:"
            if not entry.startswith("Removed:"):
                yield from (f"{title}: no rule {rule}" for rule in RULE.findall(entry) if rule not in known)


def test_the_changelog_has_its_form() -> None:
    assert list(faults(CHANGELOG)) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("## Unreleased", "## Soon", "neither Unreleased"),
        ("### Reference data", "### Rules", "in this order"),
        ("- Added: the first rules", "- The first rules", "says neither Added:"),
        ("- Added: the first rules", "- Changed: `national.nothing.of.the.kind`", "no rule national.nothing"),
    ],
)
def test_a_fault_of_the_changelog_is_noticed(old: str, new: str, says: str) -> None:
    assert says in "\n".join(faults(CHANGELOG.replace(old, new, 1)))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_sound(workflow: Path) -> None:
    done = call("check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow, cwd=ROOT)
    assert done.returncode == 0, done.stdout
    written = yaml.safe_load(workflow.read_text("utf-8"))
    assert written["permissions"] == {}, "each job says what it may do"
    assert all("permissions" in job and "timeout-minutes" in job for job in written["jobs"].values())


@pytest.mark.parametrize(
    "file",
    [
        *WORKFLOWS,
        ROOT / "action.yml",
        ROOT / "linter/cli/starters/github.yml",
        *(ROOT / "docs" / page for page in ("ci.md", "formats.md", "cookbook/github.md")),
    ],
    ids=lambda path: path.name,
)
def test_actions_are_named_by_their_commit(file: Path) -> None:
    """A tag can be moved to other code. Where a reader's copy of factlint is, only he knows."""
    used = re.findall(r"uses: (?!your-organisation/)(\S+)", file.read_text("utf-8"))
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each)] == []


def test_only_the_publishing_job_may_ask_for_a_token() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    assert {name for name, job in jobs.items() if job["permissions"].get("id-token") == "write"} == {"publish"}
    assert all("run" not in step for step in jobs["publish"]["steps"]), "nothing of ours runs beside the token"
