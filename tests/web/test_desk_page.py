"""The desk in a real Chromium: paste, see, click, accept, ignore, undo, files, phone, dark, keyboard, hostile texts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document as WordFile

from linter.policy.sidecar import read_sidecar

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
ARTICLE = """职工养老保险怎么缴

发布日期:2026年3月12日

目前,职工基本养老保险单位缴费比例为20%。

以基数6500元为例,养老保险个人8%(502元)。
"""
WRONG_RATE, WRONG_PRODUCT = "20%", "8%(502元)"


@pytest.fixture
def desk(visit):
    """A desk with the article pasted and checked."""
    page = visit()
    paste(page, ARTICLE)
    page.wait_for_selector(".card >> nth=1")
    return page


def paste(page, text):
    page.focus("#text")
    page.evaluate("text => document.execCommand('insertText', false, text)", text)


def settled(page):
    """Wait until what is shown is the answer to what stands in the field."""
    page.wait_for_selector("#findings[aria-busy=false]")


def quotes(page):
    return page.locator(".card .quote .words").all_inner_texts()


def marked(page):
    return page.locator("#layer mark").all_inner_texts()


def card(page, quote):
    return page.locator(".card", has=page.locator(".words", has_text=quote))


# --- see ---------------------------------------------------------------------------------------------------------


def test_what_is_pasted_is_checked_and_marked(desk):
    assert quotes(desk) == marked(desk) == [WRONG_RATE, WRONG_PRODUCT]
    assert desk.inner_text("#summary") == "2 个问题：错误 1、警告 1"
    assert "个数字" in desk.inner_text("#coverage")
    assert "2026-03-12" in desk.inner_text("#understood")


def test_what_is_pasted_before_the_scripts_run_is_not_lost(visit):
    page, held = visit(), []
    page.route("**/static/main.js", lambda route: held.append(route))
    page.reload(wait_until="commit")
    page.wait_for_selector("#text")
    paste(page, ARTICLE)
    held[0].continue_()
    page.wait_for_selector(".card >> nth=1")
    assert page.input_value("#text") == ARTICLE


def test_findings_follow_the_typing(desk):
    desk.focus("#text")
    desk.keyboard.press("Control+Home")
    desk.keyboard.type("说明")
    assert marked(desk) == [WRONG_RATE, WRONG_PRODUCT]
    desk.evaluate(
        "at => document.querySelector('#text').setSelectionRange(at, at + 3)", ("说明" + ARTICLE).index("20%")
    )
    desk.keyboard.type("16%")
    settled(desk)
    assert quotes(desk) == [WRONG_PRODUCT]


def test_no_finding_is_not_said_to_be_correct(visit):
    page = visit()
    paste(page, "职工基本养老保险单位缴费比例为16%。")
    page.wait_for_selector("#not-proof:visible")
    assert page.inner_text("#summary") == "未发现问题"
    assert "1 个已核对" in page.inner_text("#coverage")


def test_place_and_day_can_be_given(visit):
    page = visit()
    paste(page, "单位养老保险按20%缴纳。")
    settled(page)
    page.fill("#region", "成都")
    page.fill("#published", "2018-05-01")
    page.press("#published", "Tab")
    page.wait_for_selector("#understood:has-text('成都')")
    assert "2018-05-01" in page.inner_text("#understood")
    page.fill("#region", "无此地方")
    page.press("#region", "Tab")
    page.wait_for_selector("#notice.bad:not(:empty)")
    assert "无此地方" in page.inner_text("#notice")
    page.trouble.clear()  # the browser tells of the refusal


# --- click -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [375, 700, 1280])
def test_a_mark_lies_exactly_under_its_words(visit, width):
    """A click into the middle of a mark puts the caret into its words: field and layer break their lines alike."""
    page = visit(viewport={"width": width, "height": 800})
    paste(page, (ARTICLE + "标点「」、（）《》,。Mixed English words 2026年、😀𠮷。\n\t制表\n") * 6)
    page.wait_for_selector("#layer mark >> nth=11")
    settled(page)
    for mark in page.locator("#layer mark").all():
        mark.evaluate("element => element.scrollIntoView({ block: 'center' })")
        words, box = mark.inner_text(), mark.bounding_box()
        if box["height"] > 40:  # broken over two lines: its middle is between them
            continue
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        around = page.evaluate(
            """length => {
              const { value, selectionStart } = document.querySelector("#text");
              return value.slice(selectionStart - length, selectionStart + length);
            }""",
            len(words),
        )
        assert words in around
    assert page.evaluate(
        "document.querySelector('#text').scrollHeight <= document.querySelector('#sheet').clientHeight"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_click_on_a_mark_opens_its_card_with_proof_rule_timeline_and_source(desk):
    desk.locator("#layer mark", has_text=WRONG_RATE).scroll_into_view_if_needed()
    box = desk.locator("#layer mark", has_text=WRONG_RATE).bounding_box()
    desk.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    shown = desk.locator(".card.current")
    assert shown.locator(".words").inner_text() == WRONG_RATE
    assert "国办发〔2019〕13号" in shown.locator(".source").inner_text()
    assert "20 ≠ 16" in shown.locator(".proof").inner_text()
    shown.locator(".timeline-place svg rect").first.wait_for(state="visible")
    assert desk.inner_text("#position") == "1 / 2"


def test_a_card_leads_to_its_words(desk):
    card(desk, WRONG_PRODUCT).locator("[data-action=show]").click()
    assert desk.evaluate("getSelection().toString()") == WRONG_PRODUCT
    assert card(desk, WRONG_PRODUCT).get_attribute("aria-current") == "true"


# --- accept, ignore, undo ----------------------------------------------------------------------------------------


def test_accept_undo_and_redo(desk):
    card(desk, WRONG_RATE).locator("[data-action=accept]").click()
    settled(desk)
    corrected = ARTICLE.replace("20%", "16%")
    assert desk.input_value("#text") == corrected
    assert quotes(desk) == [WRONG_PRODUCT]
    assert desk.inner_text("#notice") == "已改：20% → 16%"
    desk.click("#undo")
    settled(desk)
    assert desk.input_value("#text") == ARTICLE
    assert quotes(desk) == [WRONG_RATE, WRONG_PRODUCT]
    assert desk.inner_text("#notice") == ""
    desk.click("#redo")
    assert desk.input_value("#text") == corrected


def test_undo_by_keys_takes_back_typing_after_accepting(desk):
    card(desk, WRONG_RATE).locator("[data-action=accept]").click()
    desk.focus("#text")
    desk.keyboard.type("字")
    desk.keyboard.press("Control+z")
    assert desk.input_value("#text") == ARTICLE.replace("20%", "16%")
    desk.keyboard.press("Control+z")
    assert desk.input_value("#text") == ARTICLE
    desk.keyboard.press("Control+Shift+z")
    assert desk.input_value("#text") == ARTICLE.replace("20%", "16%")


def test_all_suggestions_at_once(visit):
    page = visit()
    paste(page, "单位养老保险按20%缴纳。\n\n参加新农合的村民请注意。")
    page.click("#accept-all")
    settled(page)
    assert "16%" in page.input_value("#text")
    assert "新农合" not in page.input_value("#text")


def test_ignoring_needs_a_reason_and_can_be_taken_back(desk, tmp_path):
    one = card(desk, WRONG_PRODUCT)
    one.locator("[data-action=ignore]").click()
    one.locator("form .primary").click()
    assert one.is_visible()
    one.locator("input[name=reason]").fill('例题,"沿用"教材')
    one.locator("form .primary").click()
    assert quotes(desk) == [WRONG_RATE]
    settled(desk)
    assert quotes(desk) == marked(desk) == [WRONG_RATE]
    desk.click(".ignored summary")
    with desk.expect_download() as download:
        desk.click("#save-ignored")
    download.value.save_as(tmp_path / "list.yml")
    (entry,) = read_sidecar((tmp_path / "list.yml").read_text(encoding="utf-8"))
    assert entry.reason == '例题,"沿用"教材'
    desk.click("[data-action=restore]")
    assert quotes(desk) == [WRONG_RATE, WRONG_PRODUCT]
    desk.click("#undo")
    assert quotes(desk) == [WRONG_RATE]


def test_what_only_the_writer_can_decide_is_offered_place_by_place(visit):
    page = visit()
    paste(page, (EXAMPLES / "family-account.md").read_text(encoding="utf-8") + "\n基数6500元,养老保险个人8%(502元)。\n")
    page.wait_for_selector(".card >> nth=3")
    contradiction = page.locator(".card", has_text="前后矛盾").locator(".by-hand")
    assert contradiction.locator("button").all_inner_texts() == ["另一处说法 孙子女也可以绑"]
    assert "哪个数" not in contradiction.inner_text()
    outdated = page.locator(".card", has_text="已经过时").locator(".by-hand")
    assert outdated.locator("button").count() == 0
    product = card(page, "8%(502元)").locator(".by-hand")
    assert product.locator("button").count() == 3
    assert "哪个数" in product.inner_text()


def test_the_likely_cause_is_seen_without_opening_anything(visit):
    page = visit()
    paste(page, "男职工每2个月延迟1个月。")
    page.wait_for_selector(".card .cause:visible")


def test_a_check_that_failed_does_not_look_as_if_it_went_on(visit):
    page = visit()
    page.route("**/api/v1/check", lambda route: route.fulfill(status=503, json={"error": {"zh": "太慢", "en": "slow"}}))
    paste(page, ARTICLE)
    page.wait_for_selector("#notice.bad:has-text('太慢')")
    assert page.inner_text("#summary") == "没有核对"
    page.trouble.clear()  # the browser tells of the refusal


def test_a_reload_keeps_the_article(desk):
    card(desk, WRONG_RATE).locator("[data-action=accept]").click()
    settled(desk)
    desk.reload()
    desk.wait_for_selector(".card")
    assert desk.input_value("#text") == ARTICLE.replace("20%", "16%")


# --- an input method ---------------------------------------------------------------------------------------------


def test_while_an_input_method_composes_nothing_is_checked(visit):
    page = visit()
    session = page.context.new_cdp_session(page)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "check" in request.url else None)
    page.focus("#text")
    session.send("Input.imeSetComposition", {"text": "yanglao", "selectionStart": 7, "selectionEnd": 7})
    page.wait_for_timeout(500)
    assert page.input_value("#text") == "yanglao"
    assert asked == []
    session.send("Input.insertText", {"text": "单位养老保险按20%缴纳。"})
    page.wait_for_selector(".card")
    assert page.input_value("#text") == "单位养老保险按20%缴纳。"
    page.click("#undo")
    assert page.input_value("#text") == ""


# --- files -------------------------------------------------------------------------------------------------------


def word_text(data):
    file = WordFile(io.BytesIO(data))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in file.paragraphs), *cells])


def saved(page, button):
    with page.expect_download() as download:
        page.click(button)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_word_file_is_corrected_in_its_own_format(visit):
    page = visit()
    page.set_input_files("#file", EXAMPLES / "staff-questions.docx")
    page.wait_for_selector(".card >> nth=1")
    card(page, "20年").locator("[data-action=accept]").click()
    card(page, "2%（103元）").locator(".by-hand button", has_text="103元").click()
    page.keyboard.type("130元")
    settled(page)
    assert quotes(page) == []
    name, data = saved(page, "#save")
    assert name == "staff-questions-已改.docx"
    before, after = word_text((EXAMPLES / "staff-questions.docx").read_bytes()), word_text(data)
    assert after == before.replace("20年", "15年").replace("103元", "130元")
    name, data = saved(page, "#annotate")
    assert name == "staff-questions-批注.docx"
    assert data.startswith(b"PK")


def test_words_can_be_put_into_a_word_file_but_no_paragraphs(visit):
    page = visit()
    page.set_input_files("#file", EXAMPLES / "staff-questions.docx")
    page.wait_for_selector(".card")
    text = page.input_value("#text")
    page.focus("#text")
    page.keyboard.press("Control+Home")
    page.keyboard.type("新")
    page.keyboard.press("Enter")
    assert page.input_value("#text") == "新" + text
    page.wait_for_selector("#notice:has-text('不能增删段落')")
    settled(page)
    assert word_text(saved(page, "#save")[1]).startswith("新")


def test_a_file_keeps_its_encoding_and_line_ends(visit, tmp_path):
    source = "标题\r\n\r\n单位养老保险按20%缴纳。\r\n"
    path = tmp_path / "旧稿.txt"
    path.write_bytes(source.encode("gb18030"))
    page = visit()
    page.set_input_files("#file", path)
    page.click("[data-action=accept]")
    name, data = saved(page, "#save")
    assert name == "旧稿-已改.txt"
    assert data.decode("gb18030") == source.replace("20%", "16%")


def test_a_file_can_be_dropped_and_html_stays_html(visit):
    page = visit()
    source = "<!doctype html><p>职工养老保险<b>单位</b>缴费比例为20%。<script>alert(1)</script></p>"
    page.evaluate(
        """source => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([source], "page.html"));
          const how = { bubbles: true, cancelable: true, dataTransfer: transfer };
          document.body.dispatchEvent(new DragEvent("drop", how));
        }""",
        source,
    )
    page.click("[data-action=accept]")
    settled(page)
    assert page.input_value("#text") == source.replace("20%", "16%")
    assert saved(page, "#save")[1].decode() == source.replace("20%", "16%")


def test_what_is_no_text_is_said_to_be_unreadable(visit, tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 \x00\x01")
    page = visit()
    page.set_input_files("#file", path)
    page.wait_for_selector("#notice.bad:not(:empty)")
    assert "PDF" in page.inner_text("#notice")
    page.trouble.clear()  # the browser tells of the refusal


def test_the_text_can_be_copied(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    paste(page, "单位养老保险按20%缴纳。")
    page.click("[data-action=accept]")
    page.click("#copy")
    page.wait_for_selector("#notice:has-text('复制')")
    assert page.evaluate("navigator.clipboard.readText()") == "单位养老保险按16%缴纳。"


# --- hands, eyes, languages --------------------------------------------------------------------------------------


def test_the_keyboard_is_enough(desk):
    desk.focus("#text")
    desk.keyboard.press("F8")
    assert desk.evaluate("getSelection().toString()") == WRONG_RATE
    desk.keyboard.press("Control+Enter")
    assert "16%" in desk.input_value("#text")
    settled(desk)
    desk.keyboard.press("F8")
    desk.keyboard.press("Alt+Enter")
    assert desk.evaluate("document.activeElement.dataset.action") == "ignore"
    desk.keyboard.press("Enter")
    desk.keyboard.type("例题")
    desk.keyboard.press("Enter")
    assert quotes(desk) == []
    assert desk.evaluate("document.activeElement.id") == "summary"
    desk.keyboard.press("Control+z")
    assert quotes(desk) == [WRONG_PRODUCT]


def test_tab_reaches_every_control_and_leaves_the_text(desk):
    desk.focus("#open")
    seen = set()
    for _ in range(40):
        seen.add(desk.evaluate("document.activeElement.id || document.activeElement.dataset.action"))
        desk.keyboard.press("Tab")
    assert {"open", "region", "published", "format", "text", "undo", "copy", "save", "next", "show", "accept"} <= seen


def test_escape_goes_back_to_the_text(desk):
    card(desk, WRONG_RATE).locator("[data-action=accept]").focus()
    desk.keyboard.press("Escape")
    assert desk.evaluate("document.activeElement.id") == "text"


def test_focus_and_open_details_survive_a_new_answer(desk):
    card(desk, WRONG_PRODUCT).locator("[data-action=why]").click()
    card(desk, WRONG_PRODUCT).locator("[data-action=ignore]").click()
    desk.keyboard.type("例")
    desk.evaluate("document.querySelector('#region').dispatchEvent(new Event('change'))")
    settled(desk)
    one = card(desk, WRONG_PRODUCT)
    assert one.locator("details.why").get_attribute("open") is not None
    assert one.locator("input[name=reason]").input_value() == "例"


def test_on_a_phone_a_bar_leads_through_the_cards(visit):
    page = visit(viewport={"width": 375, "height": 700}, has_touch=True)
    paste(page, ARTICLE)
    page.wait_for_selector(".card >> nth=1")
    assert page.locator(".bar").bounding_box()["y"] > 550
    page.tap("#next")
    page.tap("#next")
    box = card(page, WRONG_PRODUCT).bounding_box()
    assert 0 <= box["y"] < 500
    assert page.evaluate("document.documentElement.scrollWidth") == 375


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_colour_scheme(visit, scheme):
    page = visit(color_scheme=scheme)
    red = int(page.evaluate("getComputedStyle(document.body).backgroundColor").split("(")[1].split(",")[0])
    assert (red < 60) == (scheme == "dark")


def test_english(visit):
    page = visit(lang="en")
    paste(page, ARTICLE)
    page.wait_for_selector(".card >> nth=1")
    assert page.inner_text("#summary") == "2 findings: Error 1, Warning 1"
    assert "numbers" in page.inner_text("#coverage")
    assert page.locator(".card .message").first.inner_text().isascii() is False  # the article's own words stay
    assert "since 2019-05-01" in page.locator(".card .message").first.inner_text()
    page.click(".language")
    page.wait_for_selector("body[data-ready] .card")
    assert page.inner_text("#summary") == "2 个问题：错误 1、警告 1"
    assert page.evaluate("document.documentElement.lang") == "zh-CN"


# --- hostile texts -----------------------------------------------------------------------------------------------


def test_hostile_words_stay_words(visit):
    page = visit()
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>[点](javascript:alert(3))"
    paste(page, f"{hostile}\n\n单位养老保险按20%缴纳。{hostile}")
    page.wait_for_selector(".card")
    page.click("[data-action=why]")
    assert page.locator("#findings script, #findings img, #layer img, #layer a").count() == 0
    assert page.locator("[href^=javascript]").count() == 0


def test_characters_nobody_sees_are_taken_out_and_named(visit):
    page = visit()
    paste(page, "单位养老\u202e保险按20\u200b%缴纳。👨\u200d👩")
    page.wait_for_selector(".card")
    assert page.input_value("#text") == "单位养老保险按20%缴纳。👨\u200d👩"
    assert "U+202E ×1" in page.inner_text("#notice")
    assert "U+200B ×1" in page.inner_text("#notice")


def test_a_huge_line_does_not_stop_the_page(visit):
    page = visit(viewport={"width": 375, "height": 700})
    page.evaluate(
        """text => {
          const field = document.querySelector("#text");
          field.value = text;
          field.dispatchEvent(new InputEvent("input"));
        }""",
        "a" * 200_000 + "单位养老保险按20%缴纳。",
    )
    page.wait_for_selector(".card", timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_no_string_becomes_mark_up_and_no_script_is_let_in(visit):
    page = visit()
    outcome = page.evaluate(
        """() => {
          const refused = [];
          try { document.body.insertAdjacentHTML("beforeend", "<i>x</i>"); } catch { refused.push("markup"); }
          const script = document.createElement("script");
          try { script.textContent = "window.bad = 1"; document.body.append(script); } catch { refused.push("script"); }
          return [refused, window.bad ?? null];
        }"""
    )
    assert outcome[0][0] == "markup"
    assert outcome[1] is None
    page.trouble.clear()  # the browser tells of what it refused


def test_a_server_that_is_gone_is_told(desk):
    desk.context.set_offline(True)
    desk.focus("#text")
    desk.keyboard.type("字")
    desk.wait_for_selector("#notice.bad:has-text('没有应答')")
    desk.context.set_offline(False)
    desk.keyboard.type("字")
    settled(desk)
    assert desk.inner_text("#notice") == ""
    desk.trouble.clear()  # the browser tells of the failure


def test_a_report_of_the_page_is_that_of_the_interface(desk, client):
    form = {"article": ("article", ARTICLE.encode())}
    answer = client.post("/api/v1/check", files=form).json()
    assert [each["quote"] for each in answer["documents"][0]["findings"]] == quotes(desk)
