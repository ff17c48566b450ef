"""How dates are written."""

from __future__ import annotations

import re

from linter.scan.patterns import CN_NUMERALS, RANGE_SIGN
from reference.vocabulary import load_json

_WORDS = load_json("number_words.json")
YEAR_WORDS: dict[str, dict[str, str | int]] = {
    word: entry for word, entry in _WORDS["year_words"].items() if word != "about"
}
_BEFORE_BARE: str = _WORDS["dates"]["not_a_year_before"]
_AFTER_BARE: str = _WORDS["dates"]["not_a_year_after"]

_Y = "(?:19[4-9][0-9]|20[0-9][0-9])"
_Y_CN = "(?:[一二][九零〇][零〇一二三四五六七八九]{2})"
_M = "(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九元])"
_D = "(?:[0-9]{1,2}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_JOIN = rf"[ ]?(?:{RANGE_SIGN}|[、和及与])[ ]?"
# 1970年代 is a decade, 2025年代缴 the year of somebody who pays for others.
_YEAR_SIGN = "年(?!级|代(?![缴办理表扣发征]))"
_DAY_SIGN = "[日号](?![均薪])"
_MONTH_SIGN = "月(?!龄)份?"
_EDGE = "底(?![薪线数册层部])|末|初(?![次始期级婚任诊步一二三四五六七八九十])"
_PART = rf"年?(?:{_EDGE})|[上中下]旬|中(?=[,;。、至到前后起)\n]|$)|[上下前后]半年|第?[一二三四1-4]季度"
_REL = "|".join(
    (f"(?<!{entry['not_before']})" if entry["not_before"] else "")
    + word
    + (f"(?![{entry['not_after']}])" if entry["not_after"] else "")
    for word, entry in sorted(YEAR_WORDS.items(), key=lambda item: -len(item[0]))
)


def _month_day(suffix: str) -> str:
    """A month with its day; either may leave its sign to the next number (1-6月, 9、10月, 1月19到20日)."""
    return (
        rf"(?P<m{suffix}>{_M})[ ]?(?:{_MONTH_SIGN}|(?=(?:{_JOIN}{_M}){{1,4}}[ ]?月))"
        rf"(?:[ ]?(?P<d{suffix}>{_D})[ ]?(?:{_DAY_SIGN}|(?=[ ]?{RANGE_SIGN}[ ]?{_D}[ ]?{_DAY_SIGN})))?"
    )


# 2025-04-22, 2025.7.1, 2025/7 and 20250422
_NUMERIC = rf"""
      (?<![0-9.]) (?P<ny>{_Y}) (?P<sep>[-/.]) (?P<nm>[01]?[0-9])
      (?: (?P=sep) (?P<nd>[0-3]?[0-9]) (?![0-9]) | (?! [0-9] | (?P=sep) [0-9] ) )
    | (?<![0-9.\-/]) (?P<cy>20[0-3][0-9]) (?P<cm>0[1-9]|1[0-2]) (?P<cd>0[1-9]|[12][0-9]|3[01]) (?![0-9.元%万])
"""
# A year that leaves its 年 to a later one: 2003-2007年, 2019、2020、2021年.
_YEAR_IN_LIST = rf"(?= (?:{_JOIN} {_Y}){{1,4}} [ ]? 年 | [上下]半年 | 第?[一二三四]季度 )"
# 08年 is 2008; 85年 is a year of birth, of a first job, or part of a whole date; 78年3月生, 28年3月退休.
_BIRTH = "(?:出生|生人|生(?![效育产活病长源肖])|的?[男女]|的[,。;)])"
_RETIRED = "(?:(?:底|初)?(?:就|才|便|可以|可|能|正式|再|去)*(?:退休|退(?![还费款役保])|到龄|到点|办退休|办手续))"
_SHORT_YEAR = rf"""0[0-9](?=[ ]?年) | [0-9]{{2}}(?=年(?:[前后]?出生|生人|参加工作|{_M}月{_D}[日号]))
    | [5-9][0-9](?=年{_M}月份?{_BIRTH}) | (?<=生于)[4-9][0-9](?=年) | [2-4][0-9](?=年{_M}月份?{_RETIRED})"""
_WITH_YEAR = rf"""
      (?: (?<![0-9.]) (?P<y>{_Y}) [ ]? (?: {_YEAR_SIGN} | {_YEAR_IN_LIST} )
        | (?<![{CN_NUMERALS}]) (?P<ycn>{_Y_CN}) {_YEAR_SIGN}
        | (?P<rel>{_REL})
        | (?<![0-9.]) (?P<yy>{_SHORT_YEAR}) [ ]? 年
      ) 度? (?: 的? [ ]? {_month_day("")} )? (?: 的? (?P<part>{_PART}) )?
"""
_WITHOUT_YEAR = rf"""
      (?<![0-9.第个岁{CN_NUMERALS}]) (?<![0-9{CN_NUMERALS}]年) {_month_day("2")} (?P<part2>{_EDGE}|[上中下]旬)?
    | (?<![0-9周学全每{CN_NUMERALS}]) (?<!每年) (?P<alone>年(?:{_EDGE}))
    | (?<![0-9.第]) (?P<both>今明两年|去今两年)
"""
# A year without 年 goes before a word that is no unit (2023宁波…), or ends a title (…新规定2023, …指南(2023)).
_LINE_ENDS = r"[ ]* (?: \n | $ )"
# 2025版, (2025最新版)
_EDITION = "[最全]?新?(?:修订|更新|完整)?版(?![块面本画权])|最新"
_YEAR_WITHOUT_SIGN = rf"""
      (?<![0-9.]) (?P<edition>20[0-3][0-9]) (?= [ ]? (?:{_EDITION}) | (?<=[\u4e00-\u9fff]\(.{{4}}) \) {_LINE_ENDS} ) |
      (?<![0-9×*/÷=+\-~—(¥$:A-Za-z{_BEFORE_BARE}]) (?<![0-9][.,]) (?P<bare>20[0-3][0-9])
      (?: (?= [ ]? [\u4e00-\u9fff] ) (?! [ ]? (?:{_AFTER_BARE}) )
        | (?<= [\u4e00-\u9fff] 20 [0-9]{{2}} ) (?<! 数 20 [0-9]{{2}} ) (?= {_LINE_ENDS} ) )
    | (?<![0-9]) (?<![0-9][.,]) (?P<span>{_Y})
      (?= (?:[-—~]|(?<=从.{{4}})[到至]) (?P<span_end>20[0-3][0-9]) (?! [0-9] | \.[0-9] | ,[0-9]{{3}} )
      (?: [ ]? [\u4e00-\u9fff] | [,;。、)] | {_LINE_ENDS} ) ) (?! .{{5}} [ ]? (?:{_AFTER_BARE}) )
"""
DATE = re.compile(f"{_NUMERIC} | {_WITH_YEAR} | {_WITHOUT_YEAR} | {_YEAR_WITHOUT_SIGN}", re.VERBOSE)
DAY_OF_RANGE = re.compile(rf"[ ]?{RANGE_SIGN}[ ]?(?P<d>{_D})[ ]?{_DAY_SIGN}")
RANGE_GAP = re.compile(
    rf"[ ]?(?:\(含\))?(?:起|开始)?[ ]?(?:{RANGE_SIGN}|起?直?至|延续到)[ ]?"
    r"(?P<next>次年|第二年|翌年|下一?年|来年)?(?:当年|同年)?[ ]?"
)
YEAR_MONTH_CONTEXT = re.compile(rf"[ ]?(?:{RANGE_SIGN}[ ]?{_Y}\.[01]?[0-9](?![0-9])|[起前后])")
