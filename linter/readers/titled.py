"""A title that is told beside the text, as a column of a table tells it, shown where a page would show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from linter.document import BlockKind
from linter.readers.building import PageBuilder
from linter.readers.moving import moved_runs, moved_span, moved_table
from linter.readers.page import Metadata, Page
from linter.text import SourceMap


def titled(page: Page, title: str) -> Page:
    """The page with the title as its first heading, unless it has a title of its own or shows this one anywhere.

    A short first line alone is no title here: somebody says what the title is. In the source, which stays as it is, the
    added characters stand at the empty place before the first one.
    """
    head = _heading(title)
    if not head.blocks or _has_title(page):
        return page
    if any(block.span.cut(page.visible).strip() == head.visible for block in page.blocks):
        return replace(page, meta=replace(page.meta, title=head.visible))
    return _joined(head, page)


def _heading(title: str) -> Page:
    builder = PageBuilder("")
    builder.start(BlockKind.HEADING, 1)
    builder.put(" ".join(title.split()), 0, 0)
    return builder.page(Metadata())


def _has_title(page: Page) -> bool:
    shown = any(block.kind is BlockKind.HEADING and block.level == 1 for block in page.blocks)
    return shown or bool(page.meta.title or page.meta.head_title)


def _joined(head: Page, page: Page) -> Page:
    by = len(head.visible) + 1
    return replace(
        page,
        visible=f"{head.visible}\n{page.visible}",
        source_map=SourceMap.of_runs(by + len(page.visible), _runs(page, by)),
        blocks=(*head.blocks, *(replace(block, span=moved_span(block.span, by)) for block in page.blocks)),
        tables=tuple(moved_table(table, by) for table in page.tables),
        zone_ends={heading + 1: end + 1 for heading, end in page.zone_ends.items()},
    )


def _runs(page: Page, by: int) -> Iterator[tuple[int, int, int]]:
    yield from ((index, 0, 0) for index in range(by))
    yield from moved_runs(page.source_map, len(page.source), by)
