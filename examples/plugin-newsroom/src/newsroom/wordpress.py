"""Exports of WordPress (WXR): every post is an article, with its day and its address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.parsers import expat

from linter.document import BlockKind, Published
from linter.messages import Message
from linter.readers import UnreadableError
from linter.readers.building import PageBuilder
from linter.readers.html import show_html, show_text
from linter.readers.page import Metadata, Page
from newsroom.export import Post, posts

_NO_EXPORT = Message("不是 WordPress 的导出文件(没有文章)", "no export of WordPress: it holds no post")


def read_wordpress(source: str) -> tuple[Page, ...]:
    """The posts of an export, each a page. Raises ``UnreadableError`` for any other XML, and for XML that is broken."""
    try:
        pages = tuple(_pages(source))
    except (expat.ExpatError, ValueError) as error:
        raise UnreadableError(Message(f"XML 有误:{error}", f"broken XML: {error}")) from error
    if not pages:
        raise UnreadableError(_NO_EXPORT)
    return pages


def _pages(source: str) -> Iterator[Page]:
    return (_page(source, post) for post in posts(source) if post.is_article)


def _page(source: str, post: Post) -> Page:
    """What a visitor of the site would see of the post, every character with its place in the export."""
    builder = PageBuilder(source)
    builder.start(BlockKind.HEADING, 1)
    for start, end in post.title:
        show_text(builder, start, end)
    builder.start()
    for start, end in post.content:
        show_html(builder, start, end)
    day = _day(post.told.get("wp:post_date", ""))
    return builder.page(Metadata(published=Published(day, "meta") if day else None, url=post.told.get("link")))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
