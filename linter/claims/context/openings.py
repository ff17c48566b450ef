"""The sentence a page without a title opens with: it says what place and time the page is of."""

from __future__ import annotations

import re

from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.document import BlockKind, Section

# 根据2024年甲市社保政策,…, 2024年的标准如下:, 以下是2024年的标准:
_TELLS_TIME = re.compile(
    r"\s*(?:(?:根据|按照|依据|依照)(?:最新的?)?20[0-9]{2}年|20[0-9]{2}年[^。;]*(?:如下|以下|:\s*$)"
    r"|[^。;0-9]{0,20}(?:以下|下面|下文|这里|现将|兹将)(?:就?是|为|将?介绍|列出|整理了?)?20[0-9]{2}年[^。;]*:\s*$)"
)


def opening(framer: Framer, section: Section) -> Sentence | None:
    """The first sentence of the first paragraph."""
    body = next((block for block in section.blocks if block.kind is BlockKind.PARAGRAPH), None)
    return None if body is None else framer.sentence_at(body.span.start)


def tells_time_of_all(said: str) -> bool:
    """True for an opening that names a year as that of all that follows."""
    return _TELLS_TIME.match(said) is not None
