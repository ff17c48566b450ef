"""The page of ``factlint diff`` in a real Chromium."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from linter.compare.as_page import as_page
from linter.compare.difference import difference, version
from linter.compare.telling import story
from linter.readers import read_document
from linter.settings import Settings, bench_of

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on the path: apt-get install chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

OLD = "2024年,职工养老保险单位缴费比例为20%。医保服务热线12333<b>。职工医保住院报销85%。"
NEW = "2025年,职工养老保险单位缴费比例为16%。医保服务热线12393<b>。失业保险个人缴费比例为0.5%。"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bench = bench_of(Settings(date(2026, 11, 21), "audit"))
    sides = (version(read_document(text.encode(), "a.txt"), bench) for text in (OLD, NEW))
    path = tmp_path_factory.mktemp("page") / "diff.html"
    told = story(difference(*sides), "zh", bench.region_name)
    path.write_text(as_page(told, ("old/" + "very-long-name" * 9 + ".md", "new.md"), "zh"), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_for_every_screen_without_noise_or_barrier(written: Path, width: int, scheme: str) -> None:
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=BROWSER, args=FLAGS)
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
        trouble: list[str] = []
        page.on("console", lambda line: trouble.append(line.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.goto(written.as_uri())
        sections = [each.get_attribute("class") for each in page.locator(".change").all()]
        across = page.evaluate("document.documentElement.scrollWidth")
        barriers = [each["id"] for each in axe.Axe().run(page).response["violations"] if each["impact"] != "minor"]
        browser.close()
    assert sections == ["change changed", "change changed", "change added", "change removed"]
    assert (across, trouble, barriers) == (width, [], [])
