"""The archive in a real Chromium: what is wanted stands in the address, and the page shows what the server answers."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.archive.conftest import MANY
from tests.web.test_accessibility import LOOKS, grave

VIEWS = ("overview", "findings", "contradictions", "variance", "duplicates", "copied_sentences", "coverage", "problems")


def settled(page):
    page.wait_for_selector("#view:not([aria-busy])")


def wanted(page):
    return {name: value for name, (value,) in parse_qs(urlsplit(page.url).query).items()}


def test_findings_come_worst_first_with_their_place_proof_and_source(visit):
    page = visit("archive")
    assert re.search(r"\d+ 个问题，\d+ 篇文章", page.inner_text("#found"))
    assert page.locator(".card").first.get_attribute("class") == "card error"
    card = page.locator(".card", has_text="20%").first
    assert "20%" in card.locator("mark").inner_text()
    assert "16%" in card.locator(".change").inner_text()
    assert "国办发〔2019〕13号" in card.locator(".message").inner_text()
    assert card.locator(".source a").get_attribute("href") == "/reference?rule=national.pension.rate.employer"
    assert page.locator(".where a").first.get_attribute("href").startswith("https://")


def test_a_condition_is_in_the_address_and_going_back_takes_it_away(visit):
    page = visit("archive")
    page.select_option("[name=code]", "RF204")
    page.wait_for_selector("#found:has-text('2 个问题')")
    assert wanted(page)["code"] == "RF204"
    page.fill("[name=from]", "2020-01")
    page.wait_for_selector("#found:has-text('1 个问题')")
    page.go_back()
    page.wait_for_selector("#found:has-text('2 个问题')")
    assert page.input_value("[name=from]") == ""
    page.click("[type=reset]")
    page.wait_for_selector(".card:has-text('RF101'), .card:has-text('AR102'), .card:has-text('ST101')")
    assert "code" not in wanted(page)


def test_words_of_a_sentence_and_a_site_narrow_the_findings(visit):
    page = visit("archive?site=many.example.com")
    assert f"{MANY} 篇文章" in page.inner_text("#found")
    page.fill("[name=text]", "没有这样的话")
    page.wait_for_selector("#found:has-text('没有符合条件')")
    assert page.locator(".card").count() == 0


def test_leafing(visit):
    page = visit("archive?site=many.example.com")
    assert page.locator(".card").count() == 50
    first = page.locator(".card").first.inner_text()
    assert page.is_disabled("#back")
    page.click("#on")
    page.wait_for_selector("#page:has-text('2')")
    settled(page)
    assert page.locator(".card").count() == MANY - 50
    assert page.is_disabled("#on")
    page.go_back()
    page.wait_for_selector("#page:has-text('1')")
    settled(page)
    assert page.locator(".card").first.inner_text() == first


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_keeps_the_conditions_it_knows(visit, view):
    page = visit("archive?region=武汉")
    page.click(f"[data-view={view}]")
    settled(page)
    assert page.inner_text("#notice") == ""
    assert page.locator("#views [aria-current]").get_attribute("data-view") == view
    assert page.is_visible("[name=region]") == (view != "problems")
    assert wanted(page)["region"] == "武汉"


def test_the_overview_draws_and_its_bars_lead_to_what_they_count(visit):
    page = visit("archive?view=overview")
    page.wait_for_selector(".ages rect.error")
    tally = page.inner_text(".tally .error b")
    page.locator(".chart a", has_text="many.example.com").click()
    page.wait_for_selector(f"#found:has-text('{MANY} 篇文章')")
    page.go_back()
    page.wait_for_selector(".tally")
    assert page.inner_text(".tally .error b") == tally
    assert "20%" in page.locator(".roots .told").first.inner_text()


def test_contradictions_stand_side_by_side(visit):
    page = visit("archive?view=contradictions&region=武汉")
    sides = page.locator(".sides").first
    assert sides.locator(".value").all_inner_texts() == ["16%", "17%"]
    assert "与规定相符" in sides.locator(".confirmed").inner_text()
    assert sides.locator("> div").first.bounding_box()["x"] < sides.locator("> div").last.bounding_box()["x"]


def test_coverage_is_told_in_words(visit):
    page = visit("archive?view=coverage&by=region")
    assert "武汉" in page.inner_text(".answer")
    assert page.locator(".answer svg rect.checked").count() > 1
    page.select_option("[name=by]", "month")
    page.wait_for_selector(".answer th:has-text('2025-05')")


def test_what_was_not_checked_is_told(visit):
    page = visit("archive?view=problems")
    assert "f.html" in page.inner_text(".answer")
    assert "PDF" in page.inner_text(".answer")


def test_what_articles_say_stays_words(visit):
    page = visit("archive?text=单位养老&site=")
    page.locator("#views [data-view=copied_sentences]").click()
    settled(page)
    assert page.locator("#answer img, #answer [href^=javascript]").count() == 0


def test_what_cannot_be_understood_is_said(visit):
    page = visit("archive?region=无此地方")
    page.wait_for_selector("#notice:has-text('无此地方')")
    assert page.locator(".card").count() == 0
    page.trouble.clear()  # the browser tells of the refusal
    page.click("[type=reset]")
    page.wait_for_selector(".card")
    assert page.inner_text("#notice") == ""


def test_the_archive_in_english(visit):
    page = visit("archive?view=variance&subject=pension.rate", lang="en")
    assert page.inner_text("h1") == "Archive"
    assert "pension contribution rate (employer)" in page.inner_text(".answer")
    page.click("[data-view=findings]")
    page.wait_for_selector(".card")
    assert "held until" in page.locator(".message").first.inner_text()


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_needs_no_sideways_scrolling(visit, view):
    page = visit(f"archive?view={view}", viewport={"width": 375, "height": 812})
    assert page.evaluate("document.documentElement.scrollWidth") == 375


SEEN = [(look, view) for look in LOOKS for view in ("overview", "findings", "contradictions")]


@pytest.mark.parametrize(("look", "view"), [*SEEN, ("light", "coverage"), ("light", "problems"), ("dark", "variance")])
def test_an_audit_finds_no_barrier(visit, look, view):
    page = visit(f"archive?view={view}", **LOOKS[look])
    for each in page.locator("details").all():
        each.evaluate("element => { element.open = true; }")
    if view == "overview":
        page.wait_for_selector(".ages svg")
    assert grave(page) == []
