"""An audit with axe-core: nothing serious on any page, in light, dark, on a phone, in both languages."""

from __future__ import annotations

import json

import pytest

from tests.web.test_desk_page import ARTICLE, WRONG_PRODUCT, card, paste, settled

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
LOOKS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 375, "height": 812}},
    "dark phone": {"viewport": {"width": 375, "height": 812}, "color_scheme": "dark"},
    "english": {"lang": "en"},
}
GRAVE = {"serious", "critical", "moderate"}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def grave(page):
    found = axe.Axe().run(page, options=RULES).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in GRAVE]


@pytest.fixture(params=LOOKS.values(), ids=LOOKS)
def look(request):
    return request.param


def test_an_empty_desk(visit, look):
    assert grave(visit(**look)) == []


def test_a_desk_with_everything_open(visit, look):
    page = visit(**look)
    paste(page, ARTICLE + "\n参加新农合的村民请注意。")
    page.wait_for_selector(".card >> nth=2")
    one = card(page, WRONG_PRODUCT)
    one.locator("[data-action=ignore]").click()
    one.locator("input[name=reason]").fill("例题")
    one.locator("form .primary").click()
    settled(page)
    for each in page.locator("details").all():
        each.evaluate("element => { element.open = true; }")
    page.wait_for_selector(".timeline-place svg >> nth=1")
    page.locator(".card [data-action=ignore]").first.click()
    assert grave(page) == []


def test_a_desk_that_found_nothing(visit, look):
    page = visit(**look)
    paste(page, "职工基本养老保险单位缴费比例为16%。")
    page.wait_for_selector("#not-proof:visible")
    assert grave(page) == []


def test_the_reference(visit, look):
    page = visit("reference?rule=national.pension.rate.employer", **look)
    page.wait_for_selector(".timeline-place svg")
    assert grave(page) == []


def test_the_archive(visit, look, client):
    answer = client.post("/api/v1/check", files={"article": ("a.txt", ARTICLE.encode())}).json()
    page = visit("report", **look)
    page.set_input_files("#file", {"name": "r.json", "mimeType": "", "buffer": json.dumps(answer).encode()})
    page.wait_for_selector(".card")
    assert grave(page) == []


@pytest.mark.parametrize("zoom", [2, 4])
def test_larger_type_needs_no_sideways_scrolling(visit, zoom):
    """At 400 % a window of 1280 is as wide as 320 (WCAG 1.4.10)."""
    page = visit(viewport={"width": 1280 // zoom, "height": 800})
    paste(page, ARTICLE)
    page.wait_for_selector(".card")
    assert page.evaluate("document.documentElement.scrollWidth") == 1280 // zoom


def test_targets_are_large_enough(visit):
    """24 by 24 pixels (WCAG 2.5.8)."""
    page = visit(viewport={"width": 375, "height": 812})
    paste(page, ARTICLE)
    page.wait_for_selector(".card")
    for each in page.locator("button:visible, input:visible, select:visible").all():
        box = each.bounding_box()
        assert box["height"] >= 24, each.evaluate("element => element.outerHTML")
        assert box["width"] >= 24


def test_without_motion_nothing_moves(visit):
    page = visit(reduced_motion="reduce")
    paste(page, ARTICLE)
    page.wait_for_selector(".card")
    assert page.locator(".card").first.evaluate("element => getComputedStyle(element).transitionDuration") == "0s"


def test_a_screen_reader_is_told_what_was_found(visit):
    page = visit()
    paste(page, ARTICLE)
    page.wait_for_selector(".card")
    tree = page.locator("main").aria_snapshot()
    assert "status: 2 个问题：错误 1、警告 1" in tree
    assert 'textbox "正文"' in tree
    assert 'article "错误 已经过时"' in tree
