"""What holds of every report, whatever it looks like, tried on a run with one of everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from linter.article import Article
from linter.control_characters import is_control
from linter.registry import broken_reports, load_reports
from linter.report import RenderOptions, Report, streamed
from linter.result import RunResult
from linter.run import run
from linter.settings import Settings

# Day, error, article out of date, article in order, text that steers a terminal, bytes that are no text.
_AS_OF = date(2026, 11, 21)
_ARTICLES = (
    Article("articles/error.md", "# 缴费\n\n6400元×8%=51.2元。\n".encode()),
    Article("articles/markup.md", '6400元×8%=51.2元<script>"&amp;\u202e\x1b[31m。\n'.encode()),
    Article("articles/quiet.md", "窗口每周有人值班。\n".encode()),
    Article("articles/term.md", "新农合可以报销。\n".encode()),
    Article("articles/unreadable.md", b"\xff\xfe\x00\x01\x02"),
)
_LANGUAGES = ("zh", "en")
_MARK = "\ufeff"
_LINE_ENDS = "\r\n\t"


@cache
def sample_run() -> RunResult:
    """A run with an error, a warning, an article in order, one that cannot be read, and text that steers terminals."""
    return run(_ARTICLES, Settings(_AS_OF, "audit"), jobs=1)


def offered_report(name: str) -> Report:
    """The report that ``--format`` finds under this name. Raises ``AssertionError`` that says where to look."""
    found = load_reports()
    if name not in found:
        broken = "".join(f"\nthe plug-in {each.offer} cannot be loaded: {each.why}" for each in broken_reports())
        advice = "a plug-in is found by its entry point factlint.reports once it is installed: pip install --editable ."
        raise AssertionError(f"no report is called {name!r}; {broken or advice}")
    return found[name]


def assert_report(report: Report, result: RunResult | None = None) -> None:
    """The report tells all of a run in both languages, the same each time, with nothing in it that steers a terminal.

    ``result`` is a run to try it on beside ``sample_run``.
    """
    __tracebackhide__ = True
    runs = [sample_run(), *([result] if result else [])]
    wrong = next((each for one in runs for lang in _LANGUAGES for each in _faults(report, one, lang)), None)
    if wrong is not None:
        raise AssertionError(f"the report {report.NAME}: {wrong}")


def _faults(report: Report, result: RunResult, lang: str) -> Iterator[str]:
    if not report.SUFFIX.startswith("."):
        yield f"its SUFFIX {report.SUFFIX!r} does not begin with a dot"
    options = RenderOptions()
    text = report.render(result, lang=lang, options=options)
    if text != report.render(result, lang=lang, options=options):
        yield "the same run gives other bytes the second time"
    if text != "".join(streamed(report, result, lang=lang, options=options)):
        yield "its pieces are not the report"
    if not text.endswith("\n"):
        yield "it does not end with a line feed"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        yield f"UTF-8 cannot hold it: {error.reason}"
    steering = {char for char in text.removeprefix(_MARK) if is_control(char) and char not in _LINE_ENDS}
    if steering:
        yield f"it lets control characters through: {', '.join(f'U+{ord(char):04X}' for char in sorted(steering))}"
    yield from (f"in {lang} it does not tell of {each}" for each in _to_tell(result) if each not in text)


def _to_tell(result: RunResult) -> Iterator[str]:
    """What may be missing from no report."""
    for document in result.documents:
        for finding in document.findings:
            yield document.document.path
            yield finding.code
    yield from (problem.path for problem in result.problems)
