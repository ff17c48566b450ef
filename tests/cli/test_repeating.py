"""A report that is written once more is the one that a run without any cache would write, or it is not written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.cache.answers import Answer, Answers, Listener
from linter.cache.store import Store
from linter.cli.secret import own_secret
from tests.cli.conftest import CommandLine

DAY = ("--as-of", "2026-01-02")
CHECK = ("check", "articles", *DAY)
UNUSED = "version: 1\nsuppressions:\n- {fingerprint: 0123456789abcdef, path: articles/right.md, reason: 例题}\n"
CONFIGURATION = '[severity]\nAR101 = "warning"\n'


@pytest.fixture(autouse=True)
def project(articles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration, suppressions and a baseline, none of which says anything, and other articles."""
    project = articles.parent
    (project / "elsewhere").mkdir()
    for name in ("articles/c.md", "elsewhere/d.md"):
        (project / name).write_text("福州市失业保险个人缴费比例为0.3%。\n", encoding="utf-8")
    (project / "elsewhere/e.md").write_text("今天天气好。\n", encoding="utf-8")
    (project / "factlint.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr("linter.cli.caching.FOLDER", ".factlint_cache")
    monkeypatch.chdir(project)
    return project


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """When called: from here on nothing can be run, what is reported was reported before."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("this should have been answered as before")

    return lambda: monkeypatch.setattr("linter.cli.check.run", refuse)


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "junit"])
def test_the_same_question_has_the_same_answer(
    factlint: CommandLine, idle: Callable[[], None], project: Path, form: str
) -> None:
    asked = (*CHECK, "--format", form)
    first = factlint(*asked)
    assert first == factlint(*asked, "--no-cache")
    idle()
    assert factlint(*asked) == first
    assert factlint(*asked, "--output", "out", "--jobs", "2").code == first.code == 1
    assert (project / "out").read_bytes().decode() == first.out


def test_each_of_several_reports_is_written(factlint: CommandLine, idle: Callable[[], None], project: Path) -> None:
    factlint(*CHECK, "--format", "json", "-o", "a.json", "--format", "csv", "-o", "a.csv")
    idle()
    factlint(*CHECK, "--format", "csv", "-o", "b.csv", "--format", "json", "-o", "b.json")
    for kind in ("csv", "json"):
        assert (project / f"a.{kind}").read_bytes() == (project / f"b.{kind}").read_bytes()


def edited(name: str, text: str) -> Callable[[Path], object]:
    return lambda project: (project / name).write_text(text, encoding="utf-8")


def moved(name: str, other: str) -> Callable[[Path], object]:
    return lambda project: (project / name).rename(project / other)


def same_size_and_time(project: Path) -> None:
    article = project / "articles/wrong.md"
    before = article.stat()
    article.write_text(article.read_text("utf-8").replace("51.2", "512."), encoding="utf-8")
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "an edited article": (edited("articles/wrong.md", "基数6400元,养老保险个人8%(612元)。\n"), ()),
    "one edited in secret": (same_size_and_time, ()),
    "a new article": (edited("articles/z.md", "基数6400元,养老保险个人8%(612元)。\n"), ()),
    "a removed article": (lambda project: (project / "articles/wrong.md").unlink(), ()),
    "a renamed article": (moved("articles/wrong.md", "articles/z.md"), ()),
    "an article for another": (moved("articles/wrong.md", "articles/right.md"), ()),
    "an unreadable article": (edited("articles/z.docx", "no zip"), ()),
    "a severity": (edited("factlint.toml", CONFIGURATION), ()),
    "a configuration below": (edited("articles/factlint.toml", CONFIGURATION), ()),
    "an override": (edited("factlint.toml", '[[overrides]]\nfiles = ["wrong.md"]\nignore = ["AR"]\n'), ()),
    "an exclusion": (edited("factlint.toml", 'exclude = ["wrong.md"]\n'), ()),
    "what git ignores": (edited(".gitignore", "wrong.md\n"), ()),
    "a suppression": (edited("factlint-suppressions.yml", UNUSED), ()),
    "an article elsewhere": (edited("elsewhere/d.md", "福州市失业保险个人缴费比例为0.4%。\n"), ()),
    "another day": (lambda project: None, ("--as-of", "2018-01-02")),
    "another language": (lambda project: None, ("--lang", "en")),
    "another profile": (lambda project: None, ("--profile", "audit")),
    "another gate": (lambda project: None, ("--fail-on", "never")),
    "fewer checks": (lambda project: None, ("--ignore", "AR101")),
    "another address": (lambda project: None, ("--docs-url", "https://example.org/checks")),
    "another format": (lambda project: None, ("--format", "sarif")),
    "a horizon": (lambda project: None, ("--horizon", "900d")),
}


SAME = ("another address", "a horizon")
"""What need not show in these articles, but may in others."""


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("form", ["text", "json"])
def test_another_question_is_answered_anew(
    factlint: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch, name: str, form: str
) -> None:
    change, options = CHANGES[name]
    asked = (*CHECK, "--format", form)
    factlint("check", ".", *DAY)
    before = factlint(*asked)
    change(project)
    after = [factlint(*asked, *options) for _ in range(2)]
    monkeypatch.setattr("linter.cli.repeating.own_secret", lambda: None)
    assert after == [factlint(*asked, *options)] * 2
    assert after[0] != before or name in SAME


def test_an_article_that_a_suppression_names_may_go(factlint: CommandLine, project: Path) -> None:
    (project / "factlint-suppressions.yml").write_text(
        "version: 1\nsuppressions:\n- {fingerprint: 0123456789abcdef, path: elsewhere/e.md, reason: 例题}\n",
        encoding="utf-8",
    )
    before = factlint(*CHECK)
    (project / "elsewhere/e.md").unlink()
    after = factlint(*CHECK)
    assert after == factlint(*CHECK, "--no-cache") != before


def test_an_article_that_a_baseline_names_may_go(factlint: CommandLine, project: Path) -> None:
    wrong = project / "articles/wrong.md"
    (project / "elsewhere/wrong.md").write_bytes(wrong.read_bytes())
    assert factlint("baseline", "create", "elsewhere", *DAY).code == 0
    before = factlint(*CHECK)
    (project / "elsewhere/wrong.md").unlink()
    after = factlint(*CHECK)
    assert (before.code, after.code) == (1, 0)
    assert after == factlint(*CHECK, "--no-cache")


def test_what_was_reported_of_problems_is_found_again(
    factlint: CommandLine, project: Path, idle: Callable[[], None]
) -> None:
    (project / "articles/z.docx").write_bytes(b"no zip")
    assert factlint(*CHECK).code == 3
    idle()
    assert "should have been answered" in factlint(*CHECK).err


def test_what_changes_during_a_run_is_no_answer(
    factlint: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = project / "articles/wrong.md"
    before = wrong.read_bytes()

    def late(*given: object, **named: object) -> object:
        from linter.run import run

        wrong.write_text("今天天气好。\n", encoding="utf-8")
        return run(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr("linter.cli.check.run", late)
        assert factlint(*CHECK).code == 0
    wrong.write_bytes(before)
    assert factlint(*CHECK).code == 1


def test_answer_of_somebody_else_is_not_believed(
    factlint: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = factlint(*CHECK)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "of somebody else"))
    monkeypatch.setattr("linter.cli.check._run_with_progress", lambda *_: pytest.fail("asked anew"))
    with pytest.raises(pytest.fail.Exception, match="asked anew"):
        factlint(*CHECK)
    assert first.code == 1


def test_only_the_bytes_that_were_kept_come_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listener = Listener()
    assert b"".join(listener.hear([b"report ", b"in pieces"])) == b"report in pieces"
    assert listener.packed is not None
    Answers(store, b"mine", b"question").keep("text", Answer(1, listener.packed))
    store.close()
    kept = Answers(Store(tmp_path), b"mine", b"question").recall("text")
    assert kept is not None
    assert (kept.code, b"".join(kept.pieces())) == (1, b"report in pieces")
    for secret, question, form in ((b"yours", b"question", "text"), (b"mine", b"", "text"), (b"mine", b"question", "")):
        assert Answers(Store(tmp_path), secret, question).recall(form) is None


def test_report_that_broke_off_is_none() -> None:
    listener = Listener()
    next(listener.hear([b"one", b"two"]))
    assert listener.packed is None


def test_secret_is_made_once_and_for_its_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    secret = own_secret()
    assert secret is not None
    assert own_secret() == secret
    (file,) = (tmp_path / "factlint").iterdir()
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0
    file.write_bytes(b"short")
    assert own_secret() not in (None, secret)


def test_without_a_place_for_a_secret_every_report_is_made(
    factlint: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(project / "file"))
    assert own_secret() is None
    assert factlint(*CHECK) == factlint(*CHECK)
