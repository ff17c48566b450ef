"""Whose figure a difference or a share is: of one that the words before have named, or of somebody untold."""

from __future__ import annotations

import re

# Words that lead to a result and name nobody whose it is; any other name must be one of those told before.
_FILLING = re.compile(
    "[,;。()、]|[一两二三四五六七八九十]年|一下子|一下|一口气|一次性|两者|二者|前后|之间|中间|其间|整整|足足|直接|相比之下|相比|同比|环比|幅度?|后者|前者|两[地档级边头个者种人家相]"
    "|最[长多]|时间|年限|刚好|下来|休|这|就|又|才|也|却|都|便|已|将|一降|一升|一来一[回去]|一进一出|里外里?|一增一减|首尾|上下|每人|等于|相当于|折合|换算|也就是|即|足|可以|能|可|反而|反倒|只|仅|要|的|去年|上一?年度?|今年|现在|如今"
    "|算下来|算起来|每个?月|一个月|报|拿|缴|交|幅度|待遇|水平|标准|比例|金额|钱|调整|整体|平均|大约|大概|约|将近|近|接近|差不多|正好|刚好|恰好|实际|总体|合计|累计"
    "|说|换句话|换言之|可见|其中|了|着|是|为|有|在|数|部分|那|个"
)

# 老许比老曹多240元: two names.
_COMPARED = re.compile("相比之下|[相同环]比|比例")
_AGAINST = re.compile("比|较|和|与|跟|同")
# 应发10600元,三险1113元,和现在比少扣63元: held against a time that the sentence tells nothing of.
_A_TIME = "现在|如今|眼下|目前|今年|本年|明年|去年|上一?年|前年|原来|原先|以前|之前|过去|此前|当初"
_AGAINST_A_TIME = re.compile(f"(?:{_AGAINST.pattern})(?:{_A_TIME})")
_TIMES = re.compile(rf"{_A_TIME}|[前后]年|年[前后]|(?:19|20)[0-9]{{2}}|新|旧|老|[前后]|到|变|涨|提")


def names_somebody_new(led: str, told: str) -> bool:
    """True where the words before a result hold a name, or a time to compare with, that those before them do not."""
    if _AGAINST_A_TIME.search(led) and not _TIMES.search(told):
        return True
    names = (_FILLING.sub("", name) for name in _AGAINST.split(_COMPARED.sub("", led)))
    return any(name and name not in told for name in names)
