"""The hook of .pre-commit-hooks.yaml, installed and run by pre-commit itself."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from linter.discover import SUFFIXES
from tests.integration.conftest import INSTALLED, RIGHT, ROOT, WRONG, call, commit, git

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
NEEDED = (
    "pyproject.toml",
    "README.md",
    "LICENSE",
    MANIFEST.name,
    "linter",
    "checks",
    "reference",
    "reports",
    "docs",
    "website",
)


def test_the_manifest_is_one() -> None:
    assert call("pre-commit", "validate-manifest", MANIFEST, cwd=ROOT).returncode == 0


def test_the_hook_takes_what_a_search_would_find() -> None:
    [hook] = yaml.safe_load(MANIFEST.read_text("utf-8"))
    assert all(re.search(hook["files"], f"文章/a{suffix}") for suffix in (*SUFFIXES, ".DOCX"))
    assert not any(re.search(hook["files"], name) for name in ("a.py", "amd", "a.md.orig", "a.xhtml.j2"))


@pytest.fixture
def hooked(repository: Path, tmp_path: Path) -> dict[str, str]:
    """The repository with the hook installed into it, from a copy of this checkout; gives its variables."""
    source = tmp_path / "factlint"
    source.mkdir()
    for name in NEEDED:
        put = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        put(ROOT / name, source / name)
    commit(source)
    revision = git(source, "rev-parse", "HEAD").stdout.strip()
    config = {"repos": [{"repo": str(source), "rev": revision, "hooks": [{"id": "factlint"}]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    variables = INSTALLED | {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": ""}
    assert call("pre-commit", "install", cwd=repository, env=variables).returncode == 0
    return variables


@pytest.mark.usefixtures("index")
def test_a_commit_with_a_wrong_article_is_refused_and_one_with_a_right_one_is_not(
    repository: Path, hooked: dict[str, str]
) -> None:
    (repository / "new.md").write_text(WRONG.replace("6400", "6500"), encoding="utf-8")
    git(repository, "add", "new.md")
    refused = git(repository, "commit", "-qm", "new", env=hooked)
    assert refused.returncode == 1
    assert "new.md:3:6 error AR101" in refused.stdout + refused.stderr
    assert "wrong.md" not in refused.stdout + refused.stderr, "only what is committed is checked"
    (repository / "new.md").write_text(RIGHT, encoding="utf-8")
    git(repository, "add", "new.md")
    assert git(repository, "commit", "-qm", "new", env=hooked).returncode == 0
