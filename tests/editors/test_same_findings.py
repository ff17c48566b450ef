"""Every surface gives the findings of ``factlint check``: one test over all examples.

A surface is a function from articles to what it reports of each. To have another one tested, add it to ``SURFACES``.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from linter.cli.main import factlint
from linter.desk.desk import Desk
from linter.desk.planning import Wishes
from linter.web.app import make_app
from linter.web.rule_library import Library
from linter.web.worker import Worker
from reference.load import load_reference
from tests.editors.conftest import DAY, Editor

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
ARTICLES = tuple(sorted(EXAMPLES.iterdir()))
TEXTS = tuple(path for path in ARTICLES if path.suffix != ".docx")
PROFILE = "audit"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """What a reader sees of a finding. Offsets are of the decoded source, in code points."""

    start: int
    end: int
    code: str
    severity: str
    message: str


Reported: TypeAlias = Mapping[Path, list[Found]]


@dataclass(frozen=True, slots=True)
class Surface:
    """Where findings are shown: ``report`` says what it shows of the ``articles``, all that it can be given."""

    report: Callable[[Iterable[Path]], Reported]
    articles: tuple[Path, ...] = ARTICLES


def by_check(articles: Iterable[Path]) -> Reported:
    """What the command line reports."""
    options = ["--as-of", DAY, "--profile", PROFILE, "--format", "json", "--no-cache"]
    report = json.loads(CliRunner().invoke(factlint, ["check", *map(str, articles), *options]).stdout)
    return {
        Path(document["path"]): [
            Found(one["span"]["start"], one["span"]["end"], one["code"], one["severity"], one["message"])
            for one in document["findings"]
        ]
        for document in report["documents"]
    }


def at_the_desk(articles: Iterable[Path]) -> Reported:
    """What is found in texts in memory."""
    desk = Desk(lambda *_: date.fromisoformat(DAY), Wishes(profile=PROFILE))
    reported = {}
    for path in articles:
        result = desk.check(path.read_bytes(), str(path)).result
        assert result is not None
        places = ((one, result.document.source_map.to_source(one.span)) for one in result.findings)
        reported[path] = [
            Found(span.start, span.end, one.code, one.severity.value, one.message.zh) for one, span in places
        ]
    return reported


def by_the_language_server(articles: Iterable[Path]) -> Reported:
    """What an editor is sent."""

    async def sent() -> Reported:
        editor = Editor(EXAMPLES)
        await editor.start("neovim@0.7.0", (), {"profile": PROFILE}, ())
        reported = {}
        for path in articles:
            window = editor.open(path.read_text("utf-8"), path.name, "")
            reported[path] = [
                Found(*window.offsets(one.range), str(one.code), _SEVERITIES[one.severity or 0], one.message)
                for one in await window.found()
            ]
        await editor.stop()
        return reported

    return asyncio.run(sent())


def by_the_page(articles: Iterable[Path]) -> Reported:
    """What the page is answered when it asks about the articles."""
    worker = Worker(partial(Desk, _day, Wishes(profile=PROFILE)), seconds=60)
    app = make_app(worker, Library(load_reference(), ()), lambda: date.fromisoformat(DAY))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        return {path: _answered(client, path) for path in articles}


def _answered(client: TestClient, path: Path) -> list[Found]:
    answer = client.post("/api/v1/check", files={"article": (path.name, path.read_bytes())})
    (document,) = answer.json()["documents"]
    return [
        Found(one["span"]["start"], one["span"]["end"], one["code"], one["severity"], one["message"])
        for one in document["findings"]
    ]


def _day(*_: object) -> date:
    return date.fromisoformat(DAY)


_SEVERITIES = {1: "error", 2: "warning", 3: "info"}
SURFACES = {
    "desk": Surface(at_the_desk),
    "language server": Surface(by_the_language_server, TEXTS),
    "page": Surface(by_the_page),
}


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_a_surface_reports_what_check_reports(surface: Surface) -> None:
    expected = by_check(surface.articles)
    assert sum(map(len, expected.values())) > len(expected)
    reported = surface.report(surface.articles)
    assert {path: sorted(found) for path, found in reported.items()} == {
        path: sorted(found) for path, found in expected.items()
    }
