"""factlint.toml, pyproject.toml, the baseline and the file of suppressions: taken, or refused in their own words."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.fuzz.choices import Choices
from linter.api import lint_text
from linter.config.resolve import load_config
from linter.config.written import ConfigError, config_in
from linter.policy.baseline_file import BaselineError, read_baseline, write_baseline
from linter.policy.comments import suppressions_in
from linter.policy.sidecar import SidecarError, read_sidecar
from linter.policy.suppressing import Terms, suppress
from linter.policy.suppression import Suppression
from linter.readers import UnreadableError, read_document
from linter.result import DocumentResult
from linter.settings import Settings
from linter.text import Span

LARGEST = 400
_FOLDER = Path(tempfile.mkdtemp(prefix="factlint-fuzz-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
_KEYS = (
    *("extends", "as-of", "profile", "fail-on", "fail-on-stale", "lang", "docs-url", "select", "ignore", "reference"),
    *("exclude", "gitignore", "baseline", "suppressions", "never-suppress", "expiry-notice", "horizon", "cache-dir"),
    *("severity.AR", "severity", "overrides", "files", "region", "published", "x", "[[overrides]]\nfiles", "a.b"),
)
_VALUES = (
    *('"ci"', '"90d"', '"99999y"', "[]", '["AR"]', "{}", '{AR = "off"}', "true", "0", "1e400", "nan", '"commit"', '""'),
    *("2025-07-01", '"2025-07-01"', '"2025-02-30"', "07:32:00", "2025-07-01T07:00:00Z", '"factlint.toml"', '"\\u0000"'),
    *('["factlint.toml"]', '["a", 1]', '[{files = ["*"]}]', '[{files = ["["], published = 2025-01-01}]', '"error"'),
    *('"info"', '"zh"', '"../.."', '"\\ud83d"', "''' '''", "[[[[]]]]", '"北京"', "9" * 40, '"off"', '"never"', '"."'),
)
_PIECES = (
    *('{"version": 1, "entries": [', "]}", '{"path": "a", "code": "AR101", "fingerprint": "', '"', "0123456789abcdef"),
    *('", "quote": ""}', ",", '"others": ["x"]', "version: 1\n", "suppressions:\n", "- fingerprint: ", "  ", "\n"),
    *(
        "expires: 2025-07-01",
        "expires: 9999-12-31",
        "reason: x",
        "*a",
        "&a ",
        "!!python/name:x",
        "<<: ",
        "[]",
        "{",
        "}",
    ),
    *(
        "? ",
        "- ",
        ": ",
        "|\n",
        "%",
        "@",
        "\t",
        "fingerprint: ",
        "!!binary",
        "rests-on: ",
        "---\n",
        "...\n",
        "null",
        "~",
    ),
    *(
        "<!-- factlint-disable",
        "-next",
        "-file",
        " -->",
        " AR101",
        ": 例题",
        " until=",
        "2025-07-01",
        " owner=甲",
        "\n\n",
    ),
    *("<!-- factlint-enable", "0000-00-00", "9999-12-31", "，", "：", " rests-on=", "甲乙丙", "- ", "> ", "`", "```\n"),
)


def seeds() -> Iterator[bytes]:
    """Every key with some values, every kind of file."""
    for number in range(len(_KEYS)):
        yield bytes((0, number, number, number, (number * 7) % 256, 3, number + 5))
    yield bytes((1, 0, 2, 4, 5, 0, 4, 1))
    yield bytes((2, 8, 9, 11, 10, 4, 12, 11, 13))
    yield bytes((3, 41, 42, 45, 46, 44, 58, 51))
    yield b"\x04x = 1"
    yield b"\x04" + b"a=" + b"[" * 390
    yield b"\x05[" + b"[" * 390
    yield b"\x06- - - - ? [{*a}]"


def one(data: bytes) -> None:
    """The first byte chooses the kind of file."""
    choices = Choices(data)
    match choices.number(8):
        case 0:
            _configuration("\n".join(_lines(choices)).encode())
        case 1:
            _baseline(_pieces(choices))
        case 2:
            _sidecar(_pieces(choices))
        case 3:
            _comments(_pieces(choices))
        case 4:
            _configuration(choices.rest())
        case 5:
            _baseline(choices.rest().decode("utf-8", "ignore"))
        case 6:
            _sidecar(choices.rest().decode("utf-8", "ignore"))
        case _:
            _configuration(b"[tool.factlint]\n" + "\n".join(_lines(choices)).encode(), "pyproject.toml")


def _lines(choices: Choices) -> Iterator[str]:
    while choices.left:
        value = choices.of(_VALUES) if choices.number(4) else choices.text()
        yield f"{choices.of(_KEYS)} = {value}"


def _pieces(choices: Choices) -> str:
    parts: list[str] = []
    while choices.left:
        parts.append(choices.of(_PIECES) if choices.number(5) else choices.text(8))
    return "".join(parts)


def _configuration(content: bytes, name: str = "factlint.toml") -> None:
    file = _FOLDER / name
    file.write_bytes(content)
    try:
        config_in(_FOLDER)
        config = load_config(file)
    except ConfigError as error:
        assert str(error)
        return
    finally:
        file.unlink()
    assert config.sources[-1] == file.resolve()
    assert len(config.assumed) == 2
    as_of = config.as_of if isinstance(config.as_of, date) else date(2026, 11, 30)
    assert Settings(as_of, horizon=config.horizon).last_day is None or config.horizon is not None
    result = _result()
    known = [Suppression(Span(0, 0), fingerprint=each.fingerprint, expires=date.max) for each in result.findings]
    suppress(result, known, Terms(as_of, config.expiry_notice, config.never_suppress))


@cache
def _result() -> DocumentResult:
    """An article with a finding."""
    result = lint_text("4900元×20%=1980元。", as_of=date(2026, 11, 30))
    assert result.findings
    return result


def _baseline(text: str) -> None:
    try:
        entries = read_baseline(text)
    except BaselineError as error:
        assert str(error)
        return
    assert read_baseline(write_baseline(entries)) == tuple(sorted(entries))


def _sidecar(text: str) -> None:
    try:
        entries = read_sidecar(text)
    except SidecarError as error:
        assert str(error)
        return
    for entry in entries:
        assert entry.fingerprint is not None
        assert entry.fingerprint in entry.written.cut(text)


def _comments(text: str) -> None:
    try:
        document = read_document(text.encode(), "a.md")
    except UnreadableError:
        return
    for each in suppressions_in(document):
        assert each.written.end <= len(document.visible)
        if isinstance(each, Suppression):
            assert each.reach is not None
            assert each.reach.end <= len(document.visible)
