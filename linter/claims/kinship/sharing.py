"""Does a sentence speak of sharing a medical account with relatives?"""

from __future__ import annotations

import re

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import surroundings

_ACCOUNT = re.compile("(?:个人账户|个账|医保卡里的钱|医保余额|医保账户|医保钱包)")
_SHARE = re.compile(
    "开放给|可用|使用|共用|共享|绑|能给谁|家庭成员|家人|亲属|给[^,;。]{0,24}(?:用|使用|花|刷|买药|看病|缴费|交钱|付钱)"
    "|[替帮][^,;。]{1,24}(?:交|缴|付|刷|买|看病)"
)
_SHARED = re.compile(
    "绑|授权|共用|共享|给[^,;。]{0,24}(?:用|使用)|(?:能|可以|可|只能)(?:使?用|花)"
    "|不行|不成(?!年)|没门|没份|免谈|没放开|不开放"
)
_OTHER_SUBJECT = re.compile(
    "继承|遗属|遗嘱|抚恤|丧葬|供养|监护|随迁|护理假|探亲|投靠|去世|死亡|关系证明|户口本|户口簿|证明材料|结婚证"
)


def about_sharing(reading: Reading, sentence: Sentence) -> bool:
    """True for a sentence on sharing a medical account, by its own words or by what stands around it."""
    text = sentence.span.cut(reading.text)
    if "共济" in text:
        return True
    if "亲情账户" in text or _OTHER_SUBJECT.search(text):
        return False
    if _ACCOUNT.search(text) and _SHARE.search(text) and "养老" not in text:
        return True
    around = surroundings(reading, sentence)
    if "共济" in around:
        return True
    return bool(_ACCOUNT.search(around) and _SHARE.search(around) and _SHARED.search(text)) and "养老" not in text
