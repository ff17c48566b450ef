"""What a request hands in: an article, what is said of it, and what is to become of it."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from linter.control_characters import without_controls
from linter.web.refusal import RefusedError
from linter.web.words import LANGUAGES
from reference.regions import resolve_hint

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_FIELDS = 20
# The whole request is limited already; a changed text may stand in a field.
_LARGEST_FIELD = 5_000_000
_LONGEST_WORD = 200
_UNNAMED = "article"
_FORM = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the decoded source, in code points, and the words to take its place."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Order:
    """An article and what is wanted of it; a process can be handed it.

    ``path`` is a bare file name whose suffix says how to read ``data``. ``changes`` have been made to the article since
    it was read. ``accept`` names findings whose suggestions are wanted; ``None`` means all of them.
    """

    path: str
    data: bytes
    lang: str
    region: str | None = None
    published: date | None = None
    changes: tuple[Change, ...] = ()
    accept: tuple[str, ...] | None = None


async def order_of(request: Request) -> Order:
    """The order in a form. Raises ``RefusedError`` for a form that cannot be understood."""
    kind, _, _ = request.headers.get("content-type", "").partition(";")
    if kind.strip().lower() != _FORM:
        raise RefusedError.of(415, "no-form")
    async with _form(request) as form:
        article = form.get("article")
        if not isinstance(article, UploadFile):
            raise RefusedError.of(422, "no-article")
        return Order(
            path=_name(article.filename),
            data=await article.read(),
            lang=_one_of(form, "lang", LANGUAGES),
            region=_place(_word(form, "region")),
            published=_day(_word(form, "published")),
            changes=_changes(_text(form, "changes")),
            accept=_names(form),
        )


@asynccontextmanager
async def _form(request: Request) -> AsyncIterator[FormData]:
    """The fields, whose files are closed at the end."""
    try:
        form = await request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=_LARGEST_FIELD)
    except UnicodeError:  # it names an encoding that is none of text
        raise RefusedError.of(422, "bad-form") from None
    try:
        yield form
    finally:
        await form.close()


def _name(given: str | None) -> str:
    """The last part of a path: nobody's folders decide where we look for a configuration."""
    name = PurePosixPath((given or "").replace("\\", "/")).name
    return _UNNAMED if name in ("", "..") else without_controls(name)


def _text(form: FormData, field: str) -> str:
    value = form.get(field, "")
    return value.strip() if isinstance(value, str) else ""


def _word(form: FormData, field: str) -> str:
    value = _text(form, field)
    if len(value) > _LONGEST_WORD:
        raise RefusedError.of(422, "bad-value", field=field)
    return value


def _one_of(form: FormData, field: str, allowed: tuple[str, ...]) -> str:
    value = _word(form, field) or allowed[0]
    if value not in allowed:
        raise RefusedError.of(422, "bad-value", field=field)
    return value


def _place(written: str) -> str | None:
    if written and resolve_hint(written) is None:
        raise RefusedError.of(422, "no-place", place=without_controls(written))
    return written or None


def _day(written: str) -> date | None:
    try:
        if written and not _DAY.fullmatch(written):
            raise ValueError(written)
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise RefusedError.of(422, "no-day", day=without_controls(written)) from None


def _names(form: FormData) -> tuple[str, ...] | None:
    """The findings of the field ``accept``, which may be repeated; ``None`` when it is missing."""
    given = [each for each in form.getlist("accept") if isinstance(each, str)]
    return tuple(each for each in given if each) if given else None


def _changes(written: str) -> tuple[Change, ...]:
    try:
        return tuple(_change(each) for each in json.loads(written or "[]"))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise RefusedError.of(422, "bad-value", field="changes") from None


def _change(each: Any) -> Change:
    start, end, words = each["start"], each["end"], each["with"]
    if type(start) is not int or type(end) is not int or type(words) is not str or not 0 <= start <= end:
        raise ValueError(each)
    words.encode()  # half of a character is none, and says so
    return Change(start, end, words)
