"""Pages of other sites in a real Chromium: they send nothing, read nothing, and frame nothing."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.web.conftest import BROWSER, FLAGS

EVIL = "evil.example"


@pytest.fixture(scope="module")
def foreign():
    """The port of another site on this machine."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>evil</title>")

        def log_message(self, *_said):
            pass

    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=site.serve_forever).start()
    yield site.server_address[1]
    site.shutdown()
    site.server_close()


@pytest.fixture(scope="module")
def rebound():
    """A browser for which the name of another site leads to this machine."""
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    if BROWSER is None:
        pytest.skip("no Chromium on the path: apt-get install chromium")
    with playwright.sync_playwright() as engine:
        rule = f"--host-resolver-rules=MAP {EVIL} 127.0.0.1"
        chromium = engine.chromium.launch(executable_path=BROWSER, args=[*FLAGS, rule])
        yield chromium
        chromium.close()


# Each resolves to what the page could learn: a status, a text, or "refused".
ATTEMPTS = {
    "read": "fetch(at + 'api/v1/places').then(r => r.text())",
    "form": "fetch(at + 'api/v1/check', { method: 'POST', body: form() }).then(r => r.text())",
    "plain text": "fetch(at + 'api/v1/check', { method: 'POST', body: '{}' }).then(r => r.text())",
    "JSON": "fetch(at + 'api/v1/check', { method: 'POST', headers: { 'Content-Type': 'application/json' } })",
    "script": "new Promise((ok, no) => tag('script', at + 'static/main.js', ok, no))",
    "image": "new Promise((ok, no) => tag('img', at + 'static/icon.svg', ok, no))",
}
FOREIGN = """async ([at, attempt]) => {
  const form = () => { const made = new FormData(); made.set("article", new Blob(["20%"]), "a.txt"); return made; };
  const tag = (name, src, onload, onerror) => {
    document.head.append(Object.assign(document.createElement(name), { src, onload, onerror }));
  };
  return await eval(attempt).then(() => "answered", () => "refused");
}"""


def test_another_site_learns_nothing(rebound, foreign, server):
    for name in ("127.0.0.1", EVIL):
        page = rebound.new_page()
        page.goto(f"http://{name}:{foreign}/")
        for what, attempt in ATTEMPTS.items():
            assert page.evaluate(FOREIGN, [server, attempt]) == "refused", what
        page.evaluate("at => document.body.append(Object.assign(document.createElement('iframe'), {src: at}))", server)
        page.wait_for_timeout(500)
        assert all("factlint" not in (frame.title() or "") for frame in page.frames)
        page.close()


def test_a_name_that_leads_here_is_not_answered(rebound, server):
    port = server.rstrip("/").rpartition(":")[2]
    page = rebound.new_page()
    assert page.goto(f"http://{EVIL}:{port}/").status == 421
    assert page.evaluate("fetch('/api/v1/places').then(r => r.status)") == 421
    page.close()


def test_a_link_from_another_site_opens_the_page(rebound, foreign, server):
    page = rebound.new_page()
    page.goto(f"http://{EVIL}:{foreign}/")
    page.evaluate(
        "at => document.body.append(Object.assign(document.createElement('a'), {href: at, text: 'x'}))", server
    )
    page.click("a")
    page.wait_for_selector("body[data-ready]")
    page.close()
