"""Articles for properties: the wording of the fuzzing, driven by Hypothesis; files of every format and encoding."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from benchmarks.fuzz.grammar import expand
from linter.article import Article
from linter.finding import Finding
from linter.result import RunResult
from linter.run import run
from linter.settings import Settings
from reference.vocabulary import load_json
from tests.word.word_files import word_file

DAY = date(2026, 12, 17)
SETTINGS = Settings(DAY, "audit")
_LINES = re.compile(r"^(?:[#>-]+ )?(?=\S)", re.M)


@st.composite
def articles(draw: st.DrawFn, symbol: str = "article") -> str:
    """A text for a symbol of the grammar."""
    return expand(
        symbol, lambda options: draw(st.sampled_from(options)), lambda: draw(st.sampled_from(["", "甲", "A1"]))
    )


def checked(*files: tuple[str, bytes], settings: Settings = SETTINGS) -> RunResult:
    """The outcome of a run over files (path, bytes), in this process."""
    return run([Article(path, data) for path, data in files], settings, jobs=1)


def findings_in(result: RunResult) -> tuple[Finding, ...]:
    """All findings of a run."""
    return tuple(finding for document in result.documents for finding in document.findings)


def plain_lines(text: str) -> str:
    """The text without marks of Markdown and HTML, a paragraph a line: the same in every format."""
    lines = (_LINES.sub("", line).strip() for line in re.sub(r"<[^>]*>", "", text).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("|", "---", "title:", "date:", "region:")))


@dataclass(frozen=True)
class Form:
    """A way to write lines of text into a file. ``fold`` is what becomes of its characters on the way."""

    path: str
    written: Callable[[str], bytes]
    fold: Callable[[str], str] = str


def _entities(text: str) -> str:
    """A page in which every third character is an entity, and every fifth stands in an element of its own."""
    shown = [f"&#x{ord(char):x};" if at % 3 == 0 else html.escape(char) for at, char in enumerate(text)]
    return "".join(f"<b>{char}</b>" if at % 5 == 0 else char for at, char in enumerate(shown))


def _page(text: str) -> bytes:
    return ("<html><body>" + "".join(f"<p>{_entities(line)}</p>\n" for line in text.split("\n"))).encode()


def _word(text: str) -> bytes:
    def runs(line: str) -> str:
        parts = [line[at : at + 3] for at in range(0, len(line), 3)]
        return "".join(f'<w:r><w:t xml:space="preserve">{html.escape(part)}</w:t></w:r>' for part in parts)

    return word_file("".join(f"<w:p>{runs(line)}</w:p>" for line in text.split("\n")))


def _traditional(text: str) -> str:
    return text.translate({ord(key): value[0] for key, value in load_json("traditional.json")["map"].items()})


def _big5(text: str) -> bytes:
    return _traditional(text).encode("big5hkscs", "ignore")


FORMS = {
    "utf-8": Form("a.txt", str.encode),
    "utf-8 with a mark": Form("a.txt", lambda text: text.encode("utf-8-sig")),
    "carriage returns": Form("a.txt", lambda text: text.replace("\n", "\r\n").encode()),
    "old line ends": Form("a.txt", lambda text: text.replace("\n", "\r").encode()),
    "gb18030": Form("a.txt", lambda text: text.encode("gb18030")),
    "utf-16": Form("a.txt", lambda text: text.encode("utf-16")),
    "utf-16, big end first": Form("a.txt", lambda text: b"\xfe\xff" + text.encode("utf-16-be")),
    "utf-32": Form("a.txt", lambda text: text.encode("utf-32")),
    "big5": Form("a.txt", _big5, _traditional),
    "entities": Form("a.html", _page),
    "word": Form("a.docx", _word),
}
