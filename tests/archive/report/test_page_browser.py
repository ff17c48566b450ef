"""The page of an archive in a real Chromium."""

from __future__ import annotations

import shutil
from itertools import pairwise

import pytest

from reference.shown import shown_place
from reports.archive import html

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on the path: apt-get install chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
GRAVE = ("moderate", "serious", "critical")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, found, tmp_path):
    """Opens the page; it must neither load nor complain of anything."""
    contexts, trouble = [], []

    def of(lang="zh", **how):
        path = tmp_path / "archive.html"
        path.write_text("".join(html.stream(found, lang=lang, names=shown_place)), encoding="utf-8")
        contexts.append(browser.new_context(**how))
        page = contexts[-1].new_page()
        page.on("request", lambda request: request.url == path.as_uri() or trouble.append(request.url))
        page.on("dialog", lambda dialog: trouble.append(dialog.message) or dialog.dismiss())
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda line: trouble.append(line.text))
        page.goto(path.as_uri())
        page.wait_for_load_state("networkidle")
        return page

    yield of
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [375, 1280])
def test_the_page_fits_its_window(visit, lang, width):
    page = visit(lang, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    drawing = page.locator(".columns-drawing").bounding_box()
    assert drawing["width"] > 0.85 * width
    assert page.locator(".columns-drawing .year").first.evaluate("text => getComputedStyle(text).fontSize") == "11px"


def test_the_years_do_not_run_into_each_other_on_a_phone(visit):
    page = visit(viewport={"width": 375, "height": 800})
    boxes = [each.bounding_box() for each in page.locator(".columns-drawing .year").all()]
    assert len(boxes) > 1
    assert all(one["x"] + one["width"] < other["x"] for one, other in pairwise(boxes))


def test_severities_have_their_colours_in_the_columns(visit):
    page = visit()
    fills = {
        name: page.locator(f".columns-drawing rect.{name}").first.evaluate("rect => getComputedStyle(rect).fill")
        for name in ("error", "warning")
    }
    assert len({*fills.values(), "rgb(0, 0, 0)"}) == 3


def test_dark_is_dark(visit):
    page = visit(color_scheme="dark")
    red = page.evaluate("getComputedStyle(document.body).backgroundColor").split("(")[1].split(",")[0]
    assert int(red) < 60


def test_on_paper_what_is_folded_is_left_out(visit):
    page = visit()
    page.emulate_media(media="print")
    assert page.locator(".ages details:visible").count() == 0
    assert page.locator(".root:visible, .chart:visible").count() > 4


def test_what_articles_say_stays_words(visit):
    page = visit()
    assert page.locator("img, [href^=javascript]").count() == 0
    assert "javascript:alert(2)" in page.inner_text("main")


@pytest.mark.parametrize("how", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 375, "height": 812}}])
def test_an_audit_finds_no_barrier(visit, how):
    # The audit's own script must run: the page's policy, which forbids it, is tested elsewhere.
    page = visit(bypass_csp=True, **how)
    page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true; })")
    found = axe.Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in GRAVE] == []
