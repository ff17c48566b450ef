"""How long the HTML report keeps a browser's page busy when it is opened, for some findings and for ten times as many.

    python benchmarks/web/opening.py [--articles 500]

Chromium; the seconds are those the page's own thread worked. Each article has one mistake of its own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

from many import article
from playwright.sync_api import Browser, sync_playwright

from linter.article import Article
from linter.registry import load_reports
from linter.report import RenderOptions
from linter.run import run
from linter.settings import Settings

_CHROMIUM = "/usr/bin/chromium"
_DAY = date(2026, 11, 21)


def main() -> None:
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    few = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        seconds = [_seconds(browser, _report(Path(folder), many)) for many in (few, 10 * few)]
        browser.close()
    sys.stdout.write(f"{few} findings {seconds[0]:.2f} s, {10 * few} findings {seconds[1]:.2f} s, ")
    sys.stdout.write(f"ratio {seconds[1] / seconds[0]:.1f}\n")


def _report(folder: Path, many: int) -> Path:
    articles = [Article(f"{number:06}.txt", article(number).encode()) for number in range(many)]
    result = run(articles, Settings(_DAY))
    path = folder / f"{many}.html"
    path.write_text(load_reports()["html"].render(result, lang="zh", options=RenderOptions()), encoding="utf-8")
    return path


def _seconds(browser: Browser, report: Path) -> float:
    page = browser.new_page()
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable")
    page.goto(report.as_uri(), wait_until="domcontentloaded")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    metrics = {each["name"]: each["value"] for each in meter.send("Performance.getMetrics")["metrics"]}
    return float(metrics["ThreadTime"])


if __name__ == "__main__":
    main()
