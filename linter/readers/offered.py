"""Readers of other distributions: functions from the text of a file to what is shown of it.

An entry point of the group ``factlint.readers`` is called as the suffix that it is for ("wxr", for names that end in
.wxr), which is also the format's name, and leads to the function. It is imported when a file asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from linter.messages import say
from linter.plugins import READERS, Offer, PluginError, offers
from linter.readers.page import Page
from linter.readers.unreadable import UnreadableError

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
OWN = MARKDOWN | HTML | {".txt", ".docx"}
"""The suffixes that are read without any plug-in."""

TextReader: TypeAlias = Callable[[str], Page | Sequence[Page]]
"""From the decoded text of a file to its page, or to one page for each article in it, in the order of the text.

Raises ``UnreadableError`` for a text that is not of the reader's format.
"""


@cache
def offered_readers() -> Mapping[str, Offer]:
    """The plug-ins that read, by suffix (".wxr"). Raises ``PluginError`` where two claim one suffix."""
    claimed: dict[str, Offer] = {}
    for offer in offers(READERS):
        suffix = f".{offer.name.lower().removeprefix('.')}"
        if suffix in OWN or suffix in claimed:
            other = claimed.get(suffix) or "factlint"
            raise PluginError(f"the suffix {suffix} is taken twice: by {other} and by {offer}")
        claimed[suffix] = offer
    return claimed


def read_offered(offer: Offer, source: str) -> tuple[Page, ...]:
    """The pages that an offered reader makes of a text. Raises ``UnreadableError``, also where the reader fails."""
    try:
        read: TextReader = offer.entry.load()
        pages = read(source)
        found = (pages,) if isinstance(pages, Page) else tuple(pages)
        _require_pages(found, source)
    except (UnreadableError, MemoryError):
        raise
    except (Exception, SystemExit) as error:
        failed = f"{type(error).__name__}: {error}"
        raise UnreadableError(say("unreadable.reader-failed", reader=str(offer), detail=failed)) from error
    return found


def _require_pages(pages: tuple[object, ...], source: str) -> None:
    for page in pages:
        if not isinstance(page, Page):
            raise TypeError(f"a reader gives pages, not {type(page).__name__}")
        if page.source != source:
            raise ValueError("the source of a page is the text that was read")
