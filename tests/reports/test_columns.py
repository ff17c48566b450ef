"""The drawing of counts over time: what is on it, and that it is on scale."""

from __future__ import annotations

import pytest
from lxml import etree

from linter.drawing.columns import Column, columns

SVG = "{http://www.w3.org/2000/svg}"


def drawing(*given):
    return etree.fromstring(str(columns(given, key="k", title="时间<b>")))


def pieces(tree):
    return [
        [
            (each.get("class"), float(each.get("y")), float(each.get("height")))
            for each in group
            if each.get("class") != "room"
        ]
        for group in (list(group.iter("rect")) for group in tree.iter("g"))
    ]


def test_the_worst_stands_on_the_ground_and_the_rest_upon_it():
    (column,) = pieces(drawing(Column("2025", (3, 2, 5), "")))
    assert [name for name, _, _ in column] == ["error", "warning", "info"]
    ground = 150
    for _, y, height in column:
        assert y + height == pytest.approx(ground, abs=0.1)
        ground = y
    assert [height for _, _, height in column] == pytest.approx([45, 30, 75], abs=0.1)


@pytest.mark.parametrize(
    ("most", "levels"),
    [
        (0, [1]),
        (1, [1]),
        (4, [1, 2, 3, 4]),
        (5, [2, 4, 6]),
        (17, [5, 10, 15, 20]),
        (1_234_567, [500_000, 1_000_000, 1_500_000]),
    ],
)
def test_the_scale_is_of_round_numbers(most, levels):
    amounts = [
        int(each.text.replace(",", ""))
        for each in drawing(Column("2025", (most, 0, 0), "")).iter("text")
        if each.get("class") == "amount"
    ]
    assert amounts == levels


def test_a_year_stands_where_it_begins_and_of_many_only_some():
    months = [Column(f"{2001 + n // 12}-{n % 12 + 1:02}", (1, 0, 0), "") for n in range(240)]
    years = [each.text for each in drawing(*months).iter("text") if each.get("class") == "year"]
    assert years == ["2001", "2004", "2007", "2010", "2013", "2016", "2019"]


def test_words_are_escaped_and_without_controls():
    tree = drawing(Column("2025", (1, 0, 0), "<i>\u202e"))
    assert [each.text for each in tree.iter("title")] == ["时间<b>", "<i><U+202E>"]


def test_nothing_is_drawn_of_nothing():
    assert pieces(drawing()) == []
