"""A check of others that hangs or dies costs its text, and neither the server nor the other texts."""

from __future__ import annotations

import asyncio
import sys

import pytest

from tests.editors.conftest import PATIENCE
from tests.editors.test_language_server import WRONG
from tests.hostile.conftest import write
from tests.hostile.plugged import plugged
from tests.hostile.test_foreign_checks import alive

__all__ = ["plugged"]

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.skipif(sys.platform != "linux", reason="these limits are those of Linux"),
]


async def test_the_other_texts_are_checked(start, plugged, tmp_path):
    write(tmp_path / "factlint.toml", "time-limit = 1\n")
    editor = await start("--lang", "en", python=plugged)
    for name, said in {
        "backtracks": "checking it took longer than allowed",
        "spins": "the process that should have checked it died",
        "aborts": "the process that should have checked it died",
    }.items():
        (told,) = await editor.open(WRONG, f"{name}.md").found()
        assert told.message == said
        assert await editor.open(WRONG, f"after-{name}.md").codes() == ["AR101"]


async def test_an_editor_that_leaves_leaves_nothing_behind(start, plugged, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where the check says which process it hangs in
    editor = await start(python=plugged)
    editor.open(WRONG, "waits.md")
    async with asyncio.timeout(PATIENCE):
        while not (said := list(tmp_path.glob("waiting.*"))):
            await asyncio.sleep(0.1)
        await editor.stop()
        while alive(int(said[0].suffix[1:])):
            await asyncio.sleep(0.1)
