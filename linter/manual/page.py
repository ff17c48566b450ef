"""A page of the documentation: from Markdown to HTML, with its links and headings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from linter.manual.links import Anchors, target

Known = Callable[[PurePosixPath], bool]


@dataclass(frozen=True, slots=True)
class Page:
    """``links`` are (file, anchor) as written, without those that lead to other hosts."""

    path: PurePosixPath
    title: str
    body: Markup
    anchors: frozenset[str]
    links: tuple[tuple[PurePosixPath, str], ...]


def render_page(path: PurePosixPath, text: str, known: Known) -> Page:
    """The page at a path. Links to files that are not ``known`` become plain words, pictures their descriptions."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(text)
    named = _name_headings(tokens)
    links: list[tuple[PurePosixPath, str]] = []
    for token in tokens:
        token.children = _linked(token.children or [], path, known, links)
    shown = [token for token in tokens if token.type != "html_block"]  # comments, and pictures for GitHub alone
    body = parser.renderer.render(shown, parser.options, {})
    title = next(iter(named.values()), path.name)
    return Page(path, title, Markup(body), frozenset(named), tuple(links))


def _name_headings(tokens: list[Token]) -> dict[str, str]:
    anchors, named = Anchors(), {}
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open":
            said = "".join(child.content for child in words.children or [])
            anchor = anchors.of(said)
            opening.attrSet("id", anchor)
            named[anchor] = said
    return named


def _linked(
    children: list[Token], path: PurePosixPath, known: Known, links: list[tuple[PurePosixPath, str]]
) -> list[Token]:
    shown: list[Token] = []
    dropped = False
    for token in children:
        attribute = {"link_open": "href", "image": "src"}.get(token.type)
        found = target(path, str(token.attrGet(attribute) or "")) if attribute else None
        if found is not None and attribute is not None:
            links.append(found)
            lost = not known(found[0])
            if not lost:
                token.attrSet(attribute, _address(path, *found))
            elif token.type == "image":
                token = Token("text", "", 0, content=f"[{token.content}]")
            else:
                dropped = True
                continue
        if token.type == "link_close" and dropped:
            dropped = False
            continue
        if token.type != "html_inline":
            shown.append(token)
    return shown


def _address(page: PurePosixPath, file: PurePosixPath, anchor: str) -> str:
    up = "../" * len(page.parent.parts)
    return f"{up}{html_name(file)}" + (f"#{anchor}" if anchor else "")


def html_name(file: PurePosixPath) -> str:
    """The name under which a page is written."""
    return str(file.with_suffix(".html") if file.suffix == ".md" else file)
