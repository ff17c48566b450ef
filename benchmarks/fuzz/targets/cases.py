"""The case files of the checks with figures, words and characters of them exchanged: deep, since a check is near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.fuzz.choices import Choices
from benchmarks.fuzz.judged import judge
from linter.casefile import read_cases
from linter.settings import Settings, bench_of

LARGEST = 24
_CASES = Path(__file__).parents[3] / "tests" / "checks"
_NAMES = ("a.md", "a.txt", "a.html")
_SETTINGS = Settings(date(2026, 11, 21), "audit")
_FIGURE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_ODD_FIGURES = (
    *("0", "0.0", "00", "1", "2", "12", "100", "0.001", "99999999999999999999", "1,000,000", "5", "60", "2025", "9999"),
    *("16", "8", "4900", "1e5", "-1", "１６", "三", "两万", "半", "½", "〇", ""),
)
_PIECES = (
    *(
        "。",
        ",",
        "、",
        ";",
        ":",
        "\n",
        "\n\n",
        "(",
        ")",
        "%",
        "元",
        "万",
        "年",
        "个月",
        "岁",
        "×",
        "÷",
        "+",
        "=",
        "-",
        "至",
    ),
    *(
        "不",
        "约",
        "每月",
        "2025年",
        "今年",
        "单位",
        "个人",
        "养老保险",
        "医保",
        "北京",
        "假设",
        "合计",
        "其中",
        "|",
        "#",
        " ",
        "\t",
    ),
)


@cache
def _texts() -> tuple[str, ...]:
    """The articles of all cases, each once."""
    cases = (case for path in sorted(_CASES.rglob("*.yml")) for case in read_cases(path))
    return tuple(dict.fromkeys(article.text for case in cases for article in case.articles))


def seeds() -> Iterator[bytes]:
    """Some cases as they are, and with their first figures exchanged."""
    for number in range(0, len(_texts()), 199):
        yield bytes((number % 3, *number.to_bytes(2)))
        yield bytes((number % 3, *number.to_bytes(2), 0, 0, 0, 0, 1, 1))


def one(data: bytes) -> None:
    """The first bytes choose name and case; each further few change something in it."""
    choices = Choices(data)
    name, text = choices.of(_NAMES), choices.of(_texts())
    while choices.left:
        text = _changed(text, choices)
    judge(text, name, bench_of(_SETTINGS))


def _changed(text: str, choices: Choices) -> str:
    figures = list(_FIGURE.finditer(text))
    match choices.number(4):
        case 0 | 1 if figures:
            figure = choices.of(figures)
            return text[: figure.start()] + choices.of(_ODD_FIGURES) + text[figure.end() :]
        case 2:
            at = choices.number(len(text) + 1)
            return text[:at] + choices.of(_PIECES) + text[at:]
        case _:
            at = choices.number(len(text) + 1)
            return text[:at] + text[at + choices.number(6) + 1 :]
