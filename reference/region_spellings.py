"""How place names are written: 四川省 and 四川, 恩施土家族苗族自治州, 恩施州 and 恩施, 长阳县."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from reference.region_data import FormerRow, RegionData

_COUNTY_SUFFIXES = frozenset({"自治县", "自治旗", "新区", "矿区", "林区", "特区", "县", "区", "市", "旗"})
_PREFECTURE_SUFFIXES = frozenset({"自治州", "地区", "市", "盟"})
_AUTONOMOUS = ("自治州", "自治县", "自治旗")
_THREE_CHARACTER_PROVINCES = ("内蒙古", "黑龙江")
_SHORTEST_STEM = 2
# From this length on a county's stem is no everyday word: 石河子, 都江堰.
_TELLING_STEM = 3
# 科尔沁左翼中旗: without 旗 the side would hang in the air.
_BANNER_SIDES = ("前", "后", "中", "左", "右")
_SPELLED_SINCE = 1997


class Stems:
    """Names without what kind of place they are. ``peoples`` are the ethnic groups autonomous places are named for."""

    __slots__ = ("_peoples",)

    def __init__(self, peoples: Collection[str]) -> None:
        self._peoples = re.compile(f"(?:{'|'.join(sorted(peoples, key=len, reverse=True))})+$")

    def province(self, name: str) -> str:
        """四川 of 四川省, 内蒙古 of 内蒙古自治区."""
        return name[:3] if name.startswith(_THREE_CHARACTER_PROVINCES) else name[:2]

    def prefecture(self, name: str) -> str:
        """成都 of 成都市, 甘孜 of 甘孜藏族自治州, 阿里 of 阿里地区."""
        return self._without_people(_stripped(name, _PREFECTURE_SUFFIXES), name)

    def county(self, name: str) -> str:
        """锦江 of 锦江区, 长阳 of 长阳土家族自治县; a name that would leave one character stays whole (和县)."""
        stem = self._without_people(_stripped(name, _COUNTY_SUFFIXES), name)
        return stem if len(stem) >= _SHORTEST_STEM else name

    def _without_people(self, stem: str, name: str) -> str:
        if not name.endswith(_AUTONOMOUS):
            return stem
        # 东乡族自治县 and 鄂温克族自治旗 are named for the people alone.
        return self._peoples.sub("", stem) or stem.removesuffix("族")


def short_form(code: str, name: str, stems: Stems) -> str:
    """The form for running text: 四川, 成都, 甘孜州, 阿里地区, 长阳县; other counties keep their name."""
    if code.endswith("0000"):
        return stems.province(name)
    if code.endswith("00"):
        stem = stems.prefecture(name)
        return stem + "州" if name.endswith("自治州") else name if name.endswith(("地区", "盟")) else stem
    return stems.county(name) + name[-1] if name.endswith(_AUTONOMOUS) else name


def spellings(data: RegionData, stems: Stems) -> dict[str, tuple[str, ...]]:
    """Every spelling with the codes it may mean: provinces before prefectures before counties, abolished places last.

    A two-character stem is a spelling of its own only for provinces, prefectures and the county-level places of
    ``suffix_optional``: 和平, 合作, 新城 are words. An abolished name counts only where its province has no living
    place of that name.
    """
    codes: dict[str, list[str]] = {}
    for code in sorted(sorted(data.current), key=_rank):
        name = data.current[code]
        for form in dict.fromkeys(_forms(code, name, stems, data.suffix_optional)):
            known = codes.setdefault(form, [])
            # 吉林 is the province, 海南 the island: a stem never competes with a place of a higher level.
            if not known or form == name or _rank(known[0]) == _rank(code):
                known.append(code)
    for form, code in data.aliases.items():
        codes[form] = [code]
    for form, others in data.also.items():
        codes[form].extend(others)
    _add_former(codes, data.former)
    return {form: tuple(known) for form, known in codes.items()}


def _add_former(codes: dict[str, list[str]], former: Mapping[str, tuple[FormerRow, ...]]) -> None:
    for rows in former.values():
        for row in rows:
            known = codes.get(row.name, [])
            if _spelled(row) and not any(other[:2] == row.code[:2] for other in known):
                codes.setdefault(row.name, []).append(row.code)


def _spelled(row: FormerRow) -> bool:
    """衡水地区 is read as 衡水 today; 郊区 and its like name nothing; older places meet no scheme of today."""
    if row.name.endswith("地区") or (len(row.name) <= _SHORTEST_STEM and not row.name.endswith("县")):
        return False
    return isinstance(row.last, str) or row.last >= _SPELLED_SINCE


def county_stems(current: Mapping[str, str], stems: Stems) -> dict[str, tuple[str, ...]]:
    """The counties of every stem (朝阳: two districts and a county), for names that follow their province or city."""
    found: dict[str, list[str]] = {}
    for code, name in current.items():
        if not code.endswith("00"):
            stem = stems.county(name)
            if stem != name:
                found.setdefault(stem, []).append(code)
    return {stem: tuple(codes) for stem, codes in found.items()}


def _forms(code: str, name: str, stems: Stems, suffix_optional: Collection[str]) -> Sequence[str]:
    if code.endswith("0000"):
        return name, stems.province(name)
    if code.endswith("00"):
        stem = stems.prefecture(name)
        return (name, stem, stem + "州") if name.endswith("自治州") else (name, stem)
    return _county_forms(name, stems.county(name), code in suffix_optional)


def _county_forms(name: str, stem: str, optional: bool) -> Sequence[str]:
    if name.endswith(_AUTONOMOUS):
        return name, stem + name[-1]
    if stem != name and (optional or (len(stem) >= _TELLING_STEM and not stem.endswith(_BANNER_SIDES))):
        return name, stem
    return (name,)


def _stripped(name: str, suffixes: Collection[str]) -> str:
    for length in (3, 2, 1):
        if name[-length:] in suffixes and len(name) - length >= _SHORTEST_STEM:
            return name[:-length]
    return name


def _rank(code: str) -> int:
    return 0 if code.endswith("0000") else 1 if code.endswith("00") else 2
