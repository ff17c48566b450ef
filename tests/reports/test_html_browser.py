"""The HTML report in a real Chromium, when Playwright and a browser are there."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pytest

from linter.history import entry_of
from reports import html

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on the path: apt-get install chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
CARDS = ".card:visible"


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, tmp_path, options):
    """Opens a run's report; ``trouble`` of the page collects requests, dialogs, errors and console lines."""
    contexts = []

    def of(run, lang="zh", history=(), **how):
        path = tmp_path / "report.html"
        path.write_text(html.render(run, lang=lang, options=replace(options, history=history)), encoding="utf-8")
        contexts.append(browser.new_context(**how))
        page = contexts[-1].new_page()
        page.trouble = []
        page.on("request", lambda request: page.trouble.append(request.url))
        page.on("dialog", lambda dialog: page.trouble.append(dialog.message) or dialog.dismiss())
        page.on("pageerror", lambda error: page.trouble.append(str(error)))
        page.on("console", lambda line: page.trouble.append(line.text))
        page.goto(path.as_uri())
        assert page.trouble.pop(0) == path.as_uri()
        return page

    yield of
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", ["full_run", "many_run", "hostile_run", "empty_run"])
def test_a_page_makes_no_request_and_no_noise(request, visit, name):
    page = visit(request.getfixturevalue(name))
    page.mouse.wheel(0, 2000)
    page.wait_for_load_state("networkidle")
    assert page.trouble == []


@pytest.mark.parametrize("width", [375, 768, 1280])
@pytest.mark.parametrize("name", ["full_run", "many_run", "hostile_run"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_width_scrolls_sideways(request, visit, name, width, lang):
    page = visit(request.getfixturevalue(name), lang, viewport={"width": width, "height": 800})
    page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_cards_stand_beside_the_text_on_a_wide_screen_and_under_it_on_a_phone(visit, full_run):
    place = (
        "element => { const box = element.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; }"
    )
    unit = ".has-cards >> nth=0"
    wide = visit(full_run, viewport={"width": 1280, "height": 800})
    text, cards = (wide.eval_on_selector(f"{unit} >> {part}", place) for part in (".text", ".cards"))
    assert cards[0] > text[2]
    assert abs(cards[1] - text[1]) < 20
    phone = visit(full_run, viewport={"width": 375, "height": 800})
    text, cards = (phone.eval_on_selector(f"{unit} >> {part}", place) for part in (".text", ".cards"))
    assert cards[1] >= text[3]


def test_j_and_k_go_round_the_findings(visit, full_run):
    page = visit(full_run)
    ids = page.eval_on_selector_all(".card", "all => all.map(each => each.id)")
    seen = []
    for key in "jjk":
        page.keyboard.press(key)
        seen.append(page.evaluate("document.querySelector('.card.current').id"))
        assert page.evaluate("document.activeElement.id") == seen[-1]
    assert seen == [ids[0], ids[1], ids[0]]
    page.keyboard.press("k")
    assert page.text_content("#position") == f"{len(ids)} / {len(ids)}"


def test_filters_by_severity_family_file_and_words(visit, full_run):
    page = visit(full_run)
    everything = page.locator(CARDS).count()
    page.click("button[data-severity=error]")
    assert page.locator(".card.error:visible").count() == 0 < page.locator(CARDS).count()
    page.click("button[data-severity=error]")
    page.select_option("#filter-family", "arithmetic")
    assert [card.get_attribute("data-family") for card in page.locator(CARDS).all()] == ["arithmetic"]
    page.select_option("#filter-family", "")
    page.fill("#filter-text", "rf301")
    assert page.locator(CARDS).count() == 1
    page.fill("#filter-text", "没有这样的话")
    assert page.is_visible("#none-match")
    page.keyboard.press("Escape")
    assert page.locator(CARDS).count() == everything
    assert not page.is_visible("#none-match")


def test_letters_typed_into_the_search_are_not_commands(visit, full_run):
    page = visit(full_run)
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.input_value("#filter-text") == "jk"
    assert page.locator(".card.current").count() == 0


def test_a_mark_leads_to_its_card_and_the_card_lights_its_marks(visit, full_run):
    page = visit(full_run)
    mark = page.locator("a.mark", has_text="1980元")
    mark.click()
    card = page.locator(".card.current")
    assert "AR101" in card.text_content()
    assert "lit" in mark.get_attribute("class")
    assert "lit" in page.locator(".evidence", has_text="4900元").get_attribute("class")
    card.locator(".to-text").click()
    assert mark.bounding_box()["y"] > 0


def test_an_address_opens_the_fold_its_card_is_in(visit, full_run):
    page = visit(full_run)
    name = page.locator(".teaser .card").get_attribute("id")
    page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = false; })")
    page.evaluate(f"location.hash = '#{name}'")
    assert page.wait_for_selector(f"#{name}.current", state="visible").is_visible()


def test_copying_gives_the_suggestion(visit, full_run):
    page = visit(full_run, permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("[data-copy='980元']")
    button.click()
    page.wait_for_function("button => button.textContent === button.dataset.done", arg=button.element_handle())
    assert page.evaluate("navigator.clipboard.readText()") == "980元"


def test_without_a_script_everything_can_be_read(visit, full_run):
    page = visit(full_run, java_script_enabled=False)
    assert page.locator(CARDS).count() == page.locator(".card").count() == 6
    assert not page.is_visible(".toolbar")
    assert not page.is_visible(".copy >> nth=0")
    page.locator("details.rule > summary >> nth=0").click()
    assert page.is_visible(".timeline >> nth=0")
    page.locator("a.mark", has_text="1980元").click()
    assert page.locator(".card:target").count() == 1


def test_on_paper_every_card_is_open_and_no_control_is_left(visit, full_run):
    page = visit(full_run)
    page.emulate_media(media="print")
    assert page.locator(".toolbar:visible, button:visible, .skip:visible").count() == 0
    for part in (".card blockquote", ".card .timeline", ".card .source"):
        assert page.eval_on_selector_all(part, "all => all.every(each => each.getBoundingClientRect().height > 0)")


def test_the_policy_blocks_a_script_that_slipped_through(visit, full_run):
    page = visit(full_run)
    blocked = page.evaluate(
        """() => new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
          document.body.insertAdjacentHTML("beforeend", "<i onclick='window.bad = 1'></i>");
          document.body.lastElementChild.click();
        })"""
    )
    assert blocked == "script-src-attr"
    assert page.evaluate("window.bad") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_colour_scheme(visit, full_run, scheme):
    page = visit(full_run, color_scheme=scheme)
    red = int(page.evaluate("getComputedStyle(document.body).backgroundColor").split("(")[1].split(",")[0])
    assert (red < 60) == (scheme == "dark")


@pytest.fixture
def past(full_run):
    """Three runs on two days, the findings fewer on the second."""
    entry = entry_of(full_run)
    days = (date(2025, 6, 1), date(2026, 6, 1), date(2026, 6, 1))
    counts = ({"error": 8, "warning": 4, "info": 0}, {"error": 9, "warning": 9, "info": 9}, entry.by_severity)
    return tuple(replace(entry, as_of=day, by_severity=each) for day, each in zip(days, counts, strict=True))


@pytest.mark.parametrize("width", [375, 1280])
def test_the_trend_is_drawn_in_its_colours_within_the_page(visit, full_run, past, width):
    page = visit(full_run, "en", past, viewport={"width": width, "height": 800})
    lines = page.locator(".trend polyline").all()
    colours = [line.evaluate("element => getComputedStyle(element).stroke") for line in lines]
    assert len(set(colours)) == 3
    drawing, first = page.locator(".trend svg").bounding_box(), lines[0].bounding_box()
    assert first["width"] > 0.9 * drawing["width"]
    assert drawing["x"] <= first["x"] < first["x"] + first["width"] <= width
    assert first["height"] > 0
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.trouble == []


def test_the_trend_says_its_numbers_in_a_table(visit, full_run, past):
    page = visit(full_run, "en", past)
    page.click(".trend summary")
    rows = [row.inner_text().split() for row in page.locator(".trend tbody tr").all()]
    assert rows == [["2025-06-01", "2", "8", "4", "0"], ["2026-06-01", "2", *map(str, full_run.count().values())]]


def test_without_two_days_there_is_no_trend(visit, full_run, past):
    assert visit(full_run, "en", past[1:]).locator(".trend").count() == 0


SERIOUS = ("serious", "critical")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["full_run", "many_run"])
def test_an_audit_finds_no_serious_barrier(request, browser, tmp_path, options, name, scheme):
    # The audit's own script must run: the page's policy, which forbids it, is tested elsewhere.
    path = tmp_path / "report.html"
    path.write_text(html.render(request.getfixturevalue(name), lang="zh", options=options), encoding="utf-8")
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.querySelector('.whole')?.setAttribute('open', '')")
    page.wait_for_selector(".card >> nth=0")
    found = axe.Axe().run(page).response["violations"]
    context.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in SERIOUS] == []


@pytest.fixture
def many(visit, many_run):
    return visit(many_run)


def test_a_line_opens_its_text_and_leads_to_its_card(many):
    assert many.locator(".card").count() == 0
    many.locator(".line a").nth(7).click()
    name = many.locator(".line").nth(7).get_attribute("data-card")
    assert many.wait_for_selector(f"#{name}.current").is_visible()
    assert many.locator(".card").count() == 6
    assert many.locator(f'.mark[data-cards~="{name}"]').first.get_attribute("class").endswith("lit")
    assert many.trouble == []


def test_an_address_opens_the_text_it_lies_in(visit, many_run, tmp_path):
    page = visit(many_run)
    name = page.locator(".line").nth(20).get_attribute("data-card")
    fresh = page.context.new_page()
    fresh.goto((tmp_path / "report.html").as_uri() + f"#m{name[1:]}")
    assert fresh.wait_for_selector(f"#m{name[1:]}", state="attached")
    assert fresh.locator(f"#{name}").is_visible()


def test_keys_go_round_the_findings_of_all_texts(many):
    for _ in range(7):
        many.keyboard.press("j")
    assert many.text_content("#position") == "7 / 126"
    assert many.evaluate("document.activeElement.id") == many.locator(".line").nth(6).get_attribute("data-card")


def test_filters_take_lines_and_the_cards_that_are_open(many):
    many.locator(".whole summary").first.click()
    many.select_option("#filter-check", "AR101")
    assert many.locator(".line:visible").count() == 21
    assert [card.get_attribute("id") for card in many.locator(CARDS).all()] == [
        many.locator(".line:visible").first.get_attribute("data-card")
    ]
    many.fill("#filter-text", "没有这样的话")
    assert many.is_visible("#none-match")
    many.keyboard.press("Escape")
    assert many.locator(".line:visible").count() == 126


def test_what_a_chart_names_is_what_is_shown(many):
    many.locator("[data-filter=family]", has_text="计算错误").click()
    assert many.input_value("#filter-family") == "arithmetic"
    assert {line.get_attribute("data-family") for line in many.locator(".line:visible").all()} == {"arithmetic"}


def test_without_a_script_the_texts_of_many_files_can_be_opened(visit, many_run):
    page = visit(many_run, java_script_enabled=False)
    assert page.locator(".card").count() == 126
    page.locator(".whole summary").first.click()
    assert page.locator(CARDS).count() == 6


def test_hostile_words_stay_words_when_their_text_is_opened(visit, make_crowd, make_run, hostile_run):
    page = visit(make_run(*hostile_run.documents, *make_crowd(21).documents))
    page.eval_on_selector_all(".whole", "all => all.forEach(each => { each.open = true; })")
    page.wait_for_function("!document.querySelector('noscript')")
    assert page.locator("article img, article script, article b:text-is('bad')").count() == 0
    assert page.trouble == []


def test_on_paper_many_files_are_their_overview_and_their_lines(many):
    many.locator(".whole summary").first.click()
    many.emulate_media(media="print")
    assert many.locator(".toolbar:visible, button:visible").count() == 0
    assert many.locator(".chart:visible, .root:visible, .line:visible").count() > 126
    assert many.locator(".whole:visible").count() == 1


def test_of_thousands_of_findings_each_has_its_line_and_none_is_written_out(visit, make_crowd):
    """What that saves: benchmarks/web/opening.py."""
    page = visit(make_crowd(200))
    assert page.locator(".line").count() == 1200
    assert page.locator(CARDS).count() == 0
