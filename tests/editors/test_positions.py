from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from linter.desk.planning import Wishes
from linter.lsp.options import Options, SettingsError
from linter.lsp.positions import Positions
from linter.lsp.synced_text import SyncedText
from linter.text import Span

TEXTS = st.text("甲8😀𠮷é\u2028\x0c\n\r ", max_size=40)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])


@given(TEXTS, ENCODINGS, st.data())
def test_a_position_leads_back_to_its_offset(text, encoding, data):
    positions = Positions(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    there = positions.position(offset)
    # Between the two characters of a line end there is no position.
    assert positions.offset(there) == (offset - 1 if text[offset - 1 : offset + 1] == "\r\n" and offset else offset)


@given(TEXTS, TEXTS, ENCODINGS, st.data())
def test_a_change_replaces_its_range(text, words, encoding, data):
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    if "\r\n" in (text[start - 1 : start + 1], text[end - 1 : end + 1]):
        return
    synced = SyncedText.opened(types.TextDocumentItem("file:///a.md", "markdown", 1, text), encoding)
    places = Positions(text, encoding).range(Span(start, end))
    synced.apply_change(types.TextDocumentContentChangePartial(range=places, text=words))
    assert synced.source == text[:start] + words + text[end:]
    synced.apply_change(types.TextDocumentContentChangeWholeDocument(words))
    assert synced.source == words


@pytest.mark.parametrize(
    ("encoding", "units"), [("utf-8", [0, 4, 8, 11, 12]), ("utf-16", [0, 2, 4, 5, 6]), ("utf-32", [0, 1, 2, 3, 4])]
)
def test_units_are_those_of_the_encoding(encoding, units):
    positions = Positions("\n😀𠮷甲8", encoding)
    assert [positions.position(offset) for offset in range(1, 6)] == [types.Position(1, each) for each in units]


@pytest.mark.parametrize(("line", "character", "offset"), [(0, 99, 2), (1, 99, 4), (9, 0, 4), (1, 1, 3)])
def test_places_that_are_none_mean_the_nearest_before_them(line, character, offset):
    """Behind the end of a line, behind the last line, within a character."""
    assert Positions("甲8\n😀", "utf-16").offset(types.Position(line, character)) == offset


def test_settings_take_the_place_of_options():
    options = Options(Wishes(profile="audit")).changed({"asOf": "2026-01-02", "lang": None, "config": "a.toml"})
    assert options.wishes == Wishes(profile="audit", as_of=date(2026, 1, 2), config=Path("a.toml"))
    assert options.changed({"asOf": "commit", "reasons": ["例  题"], "delay": 0}) == Options(
        replace(options.wishes, as_of="commit"), ("例 题",), 0
    )
    assert options.changed(None) == options
    assert Options(Wishes()).reasons_in("en") == ("checked by hand, right as it stands",)


@pytest.mark.parametrize("settings", [{"profile": "nobody"}, {"asOf": "2026-02-30"}, {"delay": -1}, {"reasons": [""]}])
def test_wrong_settings_are_named(settings):
    with pytest.raises(SettingsError, match=next(iter(settings))):
        Options(Wishes()).changed(settings)
