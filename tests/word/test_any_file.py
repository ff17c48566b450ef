"""Whatever a paragraph is made of, comments stand around exactly their words and the text stays."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.finding import Suggestion
from linter.readers import read_document
from linter.text import Span
from linter.word import annotated, corrected_docx
from tests.word.test_places import DAY
from tests.word.word_files import commented_words, finding, visible, word_file

_WORDS = st.text("个人8%&<> 𠮷😀", min_size=1, max_size=6)
_ESCAPED = _WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&#62;"))
_TEXT = _ESCAPED.map(lambda text: f'<w:t xml:space="preserve">{text}</w:t>')
_LOOK = st.sampled_from(["", "<w:rPr><w:b/></w:rPr>"])
_INSIDE = st.lists(st.one_of(_TEXT, st.sampled_from(["<w:tab/>", "<w:lastRenderedPageBreak/>"])), max_size=3)
_RUN = st.builds(lambda look, inside: f"<w:r>{look}{''.join(inside)}</w:r>", _LOOK, _INSIDE)
_AROUND = st.sampled_from(
    [
        "{}",
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        '<w:ins w:id="1" w:author="甲">{}</w:ins>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:del w:id="2" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del>{}',
        '<w:bookmarkStart w:id="3" w:name="b"/>{}',
    ]
)
_PARAGRAPH = st.lists(st.builds(str.format, _AROUND, _RUN), min_size=1, max_size=5).map("".join)


@settings(max_examples=150)
@given(paragraph=_PARAGRAPH, data=st.data())
def test_comments_hold_their_words(paragraph: str, data: st.DataObject) -> None:
    file = word_file(f"<w:p><w:r><w:t>甲</w:t></w:r>{paragraph}<w:r><w:t>乙</w:t></w:r></w:p>")
    document = read_document(file, "a.docx")
    spans = data.draw(st.lists(_spans(len(document.visible)), min_size=1, max_size=4))
    written = annotated(file, document, map(finding, spans), lang="zh", author="factlint", day=DAY)
    assert visible(written) == document.visible
    words = [span.cut(document.visible).replace("\t", "") for span in spans]
    found = [words for _, words in commented_words(written)]
    assert sorted(each.replace("删", "") for each in found) == sorted(words)


@settings(max_examples=150)
@given(paragraph=_PARAGRAPH, data=st.data())
def test_tracked_changes_and_corrections_read_alike(paragraph: str, data: st.DataObject) -> None:
    file = word_file(f"<w:p><w:r><w:t>甲</w:t></w:r>{paragraph}<w:r><w:t>乙</w:t></w:r></w:p>")
    document = read_document(file, "a.docx")
    spans = data.draw(st.lists(_spans(len(document.visible)), min_size=1, max_size=4))
    findings = [finding(span, "改") for span in spans]
    written = annotated(file, document, findings, lang="zh", author="factlint", day=DAY, tracked=True)
    assert len(commented_words(written)) == len(findings)
    assert visible(written) == visible(corrected_docx(file, document, [Suggestion(span, "改") for span in spans]))


def _spans(length: int) -> st.SearchStrategy[Span]:
    return st.lists(st.integers(0, length), min_size=2, max_size=2, unique=True).map(lambda ends: Span(*sorted(ends)))
