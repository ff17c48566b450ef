from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.discover import NothingToCheckError, find_articles


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.md", "a.TXT", "page.html", "notes.pdf", "sub/c.docx", ".hidden/d.md", "sub/.e.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("", encoding="utf-8")
    return tmp_path


def names(root: Path, *paths: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in find_articles(paths)]


def test_folder_gives_articles_in_order_without_hidden_and_foreign_files(tree: Path) -> None:
    assert names(tree, tree) == ["a.TXT", "b.md", "page.html", "sub/c.docx"]


def test_named_file_is_taken_whatever_its_suffix_or_name(tree: Path) -> None:
    assert names(tree, tree / "notes.pdf", tree / "sub/.e.md") == ["notes.pdf", "sub/.e.md"]


def test_article_named_twice_in_different_ways_is_found_once(tree: Path) -> None:
    assert names(tree, tree / "sub/../b.md", tree / "b.md", tree) == names(tree, tree)


def test_order_of_the_arguments_does_not_matter(tree: Path) -> None:
    assert find_articles([tree / "sub", tree / "b.md"]) == find_articles([tree / "b.md", tree / "sub"])


def test_folder_that_links_to_its_parent_ends(tree: Path) -> None:
    os.symlink(tree, tree / "sub" / "loop")
    assert names(tree, tree) == ["a.TXT", "b.md", "page.html", "sub/c.docx"]


def test_linked_folder_is_searched(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "far.md").write_text("", encoding="utf-8")
    os.symlink(elsewhere, tree / "linked")
    assert "linked/far.md" in names(tree, tree)


def test_missing_path_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(NothingToCheckError, match=r"gone\.md"):
        find_articles([tmp_path / "gone.md"])


def test_path_that_no_file_can_have_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToCheckError, match="too long"):
        find_articles([tmp_path / ("x" * 300)])


def test_link_that_leads_nowhere_is_found_and_a_pipe_is_not(tree: Path) -> None:
    os.symlink(tree / "gone.md", tree / "c.md")
    os.mkfifo(tree / "d.md")
    assert names(tree, tree) == ["a.TXT", "b.md", "c.md", "page.html", "sub/c.docx"]


def test_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToCheckError, match="no article"):
        find_articles([tmp_path])
