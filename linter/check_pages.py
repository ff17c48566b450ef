"""The documentation of the checks: a docstring's parts, its examples, and the page made of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from itertools import groupby

from linter.check import Check
from linter.finding import Severity
from linter.messages import Message
from linter.precision_card import load_card
from linter.report import CheckText

# The marker that opens a block of examples, and whether the check must find something in it.
_MARKERS = {"反例::": True, "正例::": False}
_REMARK = re.compile(r"(?<=\S)\s{2,}[((].*[))]\s*$")
_TITLES = {"arithmetic": "算术", "contradiction": "矛盾", "reference": "与规定不符", "staleness": "过时"}


@dataclass(frozen=True, slots=True)
class Example:
    """An article of the documentation. ``flagged``: the check must find something in it (反例), else nothing (正例)."""

    text: str
    flagged: bool


def headline(check: Check) -> str:
    """The first line of the check's documentation."""
    return cleandoc(check.doc).split("\n", 1)[0].strip()


def check_text(check: Check) -> CheckText:
    """What a check says of itself. Its documentation opens with a Chinese sentence and the same in English."""
    plain = cleandoc(check.doc)
    chinese, english, *_ = (" ".join(part.split("\n")) for part in (*plain.split("\n\n"), ""))
    summary = Message(chinese, english or chinese)
    return CheckText(check.severity, summary, plain, f"{_markdown(check)}\n{_measured(check)}".strip())


def examples(check: Check) -> tuple[Example, ...]:
    """The examples of a check, one article for each run of lines without a blank line, remarks at line ends removed."""
    return tuple(_examples(cleandoc(check.doc).split("\n")))


def check_pages(checks: Iterable[Check]) -> str:
    """All checks by family, as one Markdown page."""
    by_family = groupby(sorted(checks, key=lambda check: (check.family, check.code)), key=lambda check: check.family)
    parts = ["# 检查项 Checks\n\n<!-- Made by `make docs` from the docstrings in checks/. Do not edit. -->\n"]
    for family, members in by_family:
        parts.append(f"## {_TITLES.get(family, family)} ({family})\n")
        parts.extend(page(check) for check in members)
    return "\n".join(parts)


def page(check: Check) -> str:
    """One check as Markdown: identity, then its documentation with the examples as code."""
    head = f"### {check.code} {check.name}\n\n`{check.severity}` · `{check.family}`\n\n"
    return f"{head}{_markdown(check)}\n{_measured(check)}"


def _measured(check: Check) -> str:
    """How often the check was right on labelled articles."""
    figures = load_card().get(check.code)
    if figures is None:
        return ""
    errors, warnings, unseen = figures.errors, figures.warnings, figures.unseen
    first = f";初次读到的网页 / unseen pages:错误 {unseen.right}/{unseen.findings} 对" if unseen.findings else ""
    lowered = f",因此最高只报 {figures.worst}" if figures.worst is not Severity.ERROR else ""
    return (
        f"\n实测({figures.articles} 篇标注文章 / labelled articles):错误 {errors.right}/{errors.findings} 对,"
        f"警告 {warnings.right}/{warnings.findings} 对{first}{lowered}。\n"
    )


def _markdown(check: Check) -> str:
    lines: list[str] = []
    fenced = False
    for line in cleandoc(check.doc).split("\n"):
        if fenced and line and not line.startswith(" "):
            _end_fence(lines)
            fenced = False
        if line.strip() in _MARKERS:
            lines += [f"**{line.strip().rstrip(':')}**", "", "```text"]
            fenced = True
        elif not (fenced and lines[-1] == "```text" and not line.strip()):
            lines.append(line.removeprefix("    ") if fenced else line)
    if fenced:
        _end_fence(lines)
    return "\n".join(lines).strip()


def _end_fence(lines: list[str]) -> None:
    while not lines[-1].strip():
        lines.pop()
    lines += ["```", ""]


def _examples(lines: Iterable[str]) -> Iterator[Example]:
    flagged: bool | None = None
    paragraph: list[str] = []
    for line in [*lines, ""]:
        inside = line.startswith(" ") and flagged is not None
        if paragraph and not (inside and line.strip()):
            yield Example("\n\n".join(paragraph), bool(flagged))
            paragraph = []
        if inside and line.strip():
            paragraph.append(_REMARK.sub("", line.strip()))
        elif line.strip():
            flagged = _MARKERS.get(line.strip())
