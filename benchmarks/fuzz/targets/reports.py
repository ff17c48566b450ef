"""Findings whose every text is hostile, in every format: it parses, steers no terminal and brings no element in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree

from lxml import html

from benchmarks.fuzz.choices import Choices
from benchmarks.fuzz.invariants import report_schema
from linter.control_characters import is_control
from linter.finding import Confidence, Evidence, RuleCitation, Severity, Step, Suggestion, Verdict
from linter.messages import Message
from linter.report import RenderOptions, Report, find_reports
from linter.result import Coverage, Problem, RunResult
from linter.text import Span
from tests.reports.conftest import article, finding, rate_rule, result, run

LARGEST = 400
_WORDS = (
    *(
        "<zzz onzzz=1>",
        '" onzzz="1',
        "' onzzz='1",
        "</script>",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "&#60;zzz&#62;",
        "&",
        "\x1b[31m",
    ),
    *(
        "\x00",
        "\x9b",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\ud800",
        "\udc00",
        "\r",
        "\n",
        "\t",
        "|",
        "`",
        "```",
        "::error::",
    ),
    *(
        "%0A",
        "javascript:zzz",
        "https://a.b/'\"<zzz>",
        "=1+1",
        "@a",
        '"',
        ",",
        ";",
        "养老",
        "𠮷😀",
        "e\u0301",
        "\\",
        "\\u0000",
    ),
    *(
        "{{x}}",
        "{%",
        "${x}",
        "[a](javascript:zzz)",
        "![x](y)",
        "# ",
        "* ",
        "<b>",
        "\u200d",
        "\U000e0041",
        "\x85",
        "\x0c",
        "AR101",
    ),
)
_PARSERS: dict[str, Callable[[str], object]] = {
    "checkstyle": ElementTree.fromstring,
    "junit": ElementTree.fromstring,
    "csv": lambda text: list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)),
    **dict.fromkeys(("gitlab", "json", "rdjson", "sarif"), json.loads),
}


def seeds() -> Iterator[bytes]:
    """Every format with some of the words, and with all."""
    for number in range(len(_reports()) * 2):
        yield bytes((number, 0))
        yield bytes((number, *range(1, 120)))
        yield bytes((number, *(step * 7 % 256 for step in range(200))))


def one(data: bytes) -> None:
    """The first byte chooses format and language."""
    choices = Choices(data)
    name, lang = choices.of(tuple((name, lang) for lang in ("zh", "en") for name in _reports()))
    text = _reports()[name].render(_run(choices), lang=lang, options=RenderOptions())
    text.encode()
    assert text.endswith("\n")
    shown = text.removeprefix("\ufeff" if name == "csv" else "")
    harmless = "\r\n\t" if name == "html" else "\r\n"  # a page shows the tabs of the article
    assert not [char for char in shown if is_control(char) and char not in harmless], name
    if name in _PARSERS:
        parsed = _PARSERS[name](text)
        assert parsed is not None
        if name == "json":
            faults = [fault.message for fault in report_schema().iter_errors(parsed)]
            assert not faults, faults
    if name == "html":
        _no_element_of_theirs(text)


@cache
def _reports() -> dict[str, Report]:
    return find_reports()


def _no_element_of_theirs(text: str) -> None:
    for element in html.document_fromstring(text).iter():
        if isinstance(element.tag, str):
            assert element.tag != "zzz"
            assert "onzzz" not in element.attrib
            assert not element.get("href", "").strip().startswith("javascript:"), element.get("href")


def _run(choices: Choices) -> RunResult:
    def bad() -> str:
        return "".join(
            choices.of(_WORDS) if choices.number(4) else choices.text(6) for _ in range(choices.number(5) + 1)
        )

    source = f"# {_unmarked(bad())}\n甲【{_unmarked(bad())}】乙【8%】{_unmarked(bad())}。".replace("----", "")
    of = article(source, path=bad(), title=choices.of((None, bad())))
    value = rate_rule().values[0]
    value = replace(
        value, display=bad(), note=bad(), source=replace(value.source, title=bad(), url=bad(), doc_no=bad())
    )
    rule = replace(rate_rule(), id=bad(), title=bad(), title_en=bad(), values=(value,))
    changes: dict[str, Any] = {
        "code": choices.of(("AR101", bad())),
        "name": bad(),
        "family": choices.of(("staleness", "reference", bad())),
        "severity": choices.of(tuple(Severity)),
        "confidence": choices.of(tuple(Confidence)),
        "message": Message(bad(), bad()),
        "claim": ((bad(), bad()),),
        "expected": choices.of((None, bad())),
        "verdict": Verdict("wrong", "stale"),
        "proof": (Step(choices.of(("multiply", bad())), (bad(), bad()), bad()),),
        "rule": choices.of((None, RuleCitation(rule, value))),
        "evidence": (Evidence(bad(), of.spans[1]), Evidence("base", Span(0, 1), bad())),
        "suggestion": choices.of((None, Suggestion(of.spans[0], bad()))),
        "cause": choices.of((None, Message(bad(), bad()))),
    }
    found = result(of, finding(of, choices.number(2), **changes), coverage=Coverage(1, 0, 0, 0, ((bad(), 1),)))
    return run(found, problems=(Problem(bad(), Message(bad(), bad())),))


def _unmarked(text: str) -> str:
    return text.replace("【", "").replace("】", "").replace("\n", " ") or "空"
