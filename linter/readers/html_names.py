"""HTML element names by what they do to text."""

from __future__ import annotations

from typing import Final


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID: Final = _names("area base br col embed hr img input link meta param source track wbr")
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
LISTS: Final = _names("ul ol menu")
BOLD: Final = _names("b strong")
STRUCK: Final = _names("del s strike")
TABLE_PARTS: Final = _names("td th tr table tbody thead tfoot")
# Their text stands on lines of its own.
BLOCKS: Final = TABLE_PARTS | _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary ul"
)
# They end an open paragraph.
ENDS_PARAGRAPH: Final = _names(
    "address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr main menu nav ol p pre section table ul"
)
# Nobody reads what they hold, or nobody is meant to.
NEVER_SHOWN: Final = STRUCK | _names(
    "script style title noscript template iframe object embed svg canvas audio video select textarea button input "
    "map xmp noembed noframes datalist rt rp"
)
# Tags that turn up in texts that are not HTML: copied from pages, or allowed in Markdown.
LOOSE_BLOCKS: Final = _names("br p div li tr hr ul ol table h1 h2 h3 h4 h5 h6")
LOOSE_INLINE: Final = _names(
    "a abbr b big center cite code em font i img ins kbd label mark q small span strong sub sup td th tbody u wbr"
)
