"""The false friends: every entry speaks of a name the table really has, and can take effect."""

from __future__ import annotations

from reference.regions import RegionTable
from reference.vocabulary import load_json

TABLE = RegionTable.load()
FRIENDS = load_json("region_false_friends.json")


def test_every_disguise_holds_its_name() -> None:
    for name, words in FRIENDS["words"].items():
        if name == "about":
            continue
        assert name in TABLE.names() or name in TABLE.stems
        for word in words:
            assert name in word, word
            assert name != word, word


def test_no_disguise_hides_a_longer_place() -> None:
    for name, words in FRIENDS["words"].items():
        if name != "about":
            assert not [word for word in words if word in TABLE.names()]


def test_guarded_and_generic_names_are_spellings() -> None:
    for kind in ("guarded", "generic"):
        names = FRIENDS[kind]["names"]
        assert len(set(names)) == len(names)
        assert not [name for name in names if name not in TABLE.names()]


def test_refused_stems_are_stems() -> None:
    assert not [stem for stem in FRIENDS["not_a_stem"]["names"] if stem not in TABLE.stems]
