"""Whom an example is about: 老段, 韩总监, 小梁. Figures of one person say nothing of another's."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading

# 养老, 小计, 小时, 老人, 老家, 阿姨 are nobody in particular.
_NICKNAME = re.compile(
    "(?<!养)[老小阿](?![计学孩时于型微额病区组数结程伙朋编心说贴知人年家板是百师规办政公婆伴乡了用账城姨里保步范幅众米麦圈票修贩])[\u4e00-\u9fff]"
)
_TITLED = re.compile("([\u4e00-\u9fff])(?:先生|女士|师傅|总监|经理|同学|同事|大姐|大哥|哥|姐|嫂|叔|姨|伯)")
_FAMILY = re.compile(
    "老伴|爸爸|父亲|老爸|妈妈|母亲|老妈|爷爷|奶奶|姥爷|姥姥|外公|外婆|丈夫|老公|妻子|老婆|爱人|儿子|女儿|孩子|公公|婆婆|岳父|岳母|哥哥|姐姐|弟弟|妹妹"
)
_OTHERS = re.compile(
    "(?<![多些新数])(?:同事|邻居|朋友|老乡|同学|室友)|别人|其他人|另一[位个名人]|另外一[位个名人]|[甲乙丙丁]"
)
_NOT_SURNAMES = frozenset("多些每的位个名女男老小大这那其他她我你们和与及同新各某表堂二三四")


@lru_cache(maxsize=1024)  # those of a paragraph are held against those of many others
def persons(text: str) -> frozenset[str]:
    """The names of a text: nicknames (老段) and surnames with a title (韩)."""
    nicknames = {match.group() for match in _NICKNAME.finditer(text)}
    titled = {match[1] for match in _TITLED.finditer(text)} - _NOT_SURNAMES
    return frozenset(nicknames | titled)


def family(text: str) -> frozenset[str]:
    """The members of a family that a text names: 爸爸, 小女儿."""
    return frozenset(_FAMILY.findall(text))


def anybody(text: str) -> frozenset[str]:
    """Everybody a text speaks of: names, members of a family, 同事, 另一位."""
    return persons(text) | family(text) | frozenset(_OTHERS.findall(text))


def of_another(reading: Reading, one: Sentence, other: Sentence) -> bool:
    """True when the blocks of two sentences name persons, and none of them in common."""
    if (one.section, one.block) == (other.section, other.block):
        return False
    first, second = (_of_block(reading, sentence) for sentence in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _of_block(reading: Reading, sentence: Sentence) -> frozenset[str]:
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    return persons(block.span.cut(reading.text))
