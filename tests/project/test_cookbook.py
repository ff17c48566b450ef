"""The cookbook: the files of its pages are written as they stand there, and its commands run on them."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import CommandLine, factlint  # noqa: F401 (a fixture)
from tests.integration.conftest import INSTALLED, WRONG, call, commit

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "cookbook"
FILE = re.compile(r"^`([\w./-]+)`[^\n]*:\n\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# What the pages say of their own articles.
SAID = {
    "hugo": {("content/posts/rate.md", 7, "ST101")},
    "vuepress": {("docs/guide/hotline.md", 9, "RF204")},
    "yuque-feishu": {("yuque/rate.md", 4, "ST101")},
}


def text(page: str) -> str:
    return (PAGES / f"{page}.md").read_text("utf-8")


def written(page: str, folder: Path) -> None:
    """The files of a page in a folder."""
    for name, content in FILE.findall(text(page)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def commands(page: str) -> list[str]:
    blocks = re.findall(r"^```console\n(.*?)^```$", text(page), re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("page", SAID)
def test_the_example_of_a_page_gives_what_the_page_says(
    factlint: CommandLine,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
) -> None:
    written(page, tmp_path)
    monkeypatch.chdir(tmp_path)
    [line] = commands(page)
    outcome = factlint(*shlex.split(line)[1:], "--format", "github", "--no-cache")
    found = re.findall(r"^::error file=([^,]+),line=(\d+).*?title=(?:factlint )?(\w+)", outcome.out, re.MULTILINE)
    assert {(file, int(number), code) for file, number, code in found} == SAID[page]
    assert (outcome.code, outcome.err) == (1, "")


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    written("wordpress", tmp_path)
    (tmp_path / "export.xml").write_bytes(Path(__file__).with_name("wordpress-export.xml").read_bytes())
    script = re.search(r"^```python\n(.*?)^```$", text("wordpress"), re.DOTALL | re.MULTILINE)
    assert script is not None
    (tmp_path / "wxr_to_jsonl.py").write_text(script[1], encoding="utf-8")
    return tmp_path


def test_commands_for_wordpress_find_the_outdated_rate(blog: Path) -> None:
    scan, findings, report, script, again = commands("wordpress")
    for line in (scan, report):
        assert call("sh", "-ec", line, cwd=blog).returncode == 0
    listed = call("sh", "-ec", findings, cwd=blog).stdout
    assert ("41:1" in listed, "20%" in listed, "57" in listed) == (True, True, False)
    assert (blog / "archive.html").is_file()
    assert call("sh", "-ec", script.replace("python", shlex.quote(sys.executable), 1), cwd=blog).returncode == 0
    assert len((blog / "posts.jsonl").read_text("utf-8").splitlines()) == 1, "only the post that is published"
    assert call("sh", "-ec", again.replace("store", "second"), cwd=blog).returncode == 0
    assert "20%" in call("sh", "-ec", findings.replace("store", "second"), cwd=blog).stdout


@pytest.mark.parametrize(("page", "code"), [("github", 0), ("gitlab", 1), ("jenkins", 1)])
def test_the_command_of_a_service_ends_as_its_job_expects(tmp_path: Path, page: str, code: int) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "wrong.md").write_text(WRONG, encoding="utf-8")
    commit(tmp_path)
    [line] = commands(page)
    done = call("sh", "-ec", line, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert [name for name in re.findall(r"--output (\S+)", line) if not (tmp_path / name).stat().st_size] == []


@pytest.mark.parametrize(("page", "schema"), [("github", "vendor.github-workflows"), ("gitlab", "vendor.gitlab-ci")])
def test_the_file_of_a_service_fits_its_schema(tmp_path: Path, page: str, schema: str) -> None:
    [(name, content)] = FILE.findall(text(page))
    file = tmp_path / Path(name).name
    file.write_text(content, encoding="utf-8")
    done = call("check-jsonschema", "--builtin-schema", schema, file, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_inputs_and_variables_are_those_of_the_action_and_the_template() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    template = yaml.safe_load((ROOT / "ci" / "gitlab" / "factlint.gitlab-ci.yml").read_text("utf-8"))
    jobs = yaml.safe_load(FILE.findall(text("github"))[0][1])["jobs"]
    steps = [step["with"] for job in jobs.values() for step in job["steps"] if "/factlint@" in step.get("uses", "")]
    assert [set(step) - set(action) for step in steps] == [set(), set()]
    pipeline = yaml.safe_load(FILE.findall(text("gitlab"))[0][1])
    variables = {name for job in pipeline.values() if "variables" in job for name in job["variables"]}
    assert variables <= set(template["factlint"]["variables"])


def test_jenkins_runs_the_command_of_its_page_and_collects_its_files() -> None:
    [line] = commands("jenkins")
    assert f".factlint/bin/{line}'" in text("jenkins")
    assert set(re.findall(r"(?:testResults|pattern): '([^']+)'", text("jenkins"))) == set(
        re.findall(r"--output (\S+)", line)
    )


def test_commands_run_with_the_factlint_of_this_checkout() -> None:
    assert call("factlint", "--version", cwd=ROOT).returncode == 0, INSTALLED["PATH"]
