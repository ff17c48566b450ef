"""Words that do the work of signs: 3000*20%就是600元; 9000元,除以30天,每天300元,再乘98天,到手29400元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from linter.claims.calculations.lexemes import CLOSE, EQUALS, NUMBER, OPERATOR, SEPARATOR, WORD, Lexeme
from linter.scan.tokens import Unit

_ENDS = (
    "也|就|才|那|则|要|大|每个?[月天日]|[月日]均|一个月|一天|每日|每年|一年|全年|半年|一共|总共|一合计|下来|算下来|算出来|可以?|能|应|需|须|该"
    "|领取?|拿|缴纳?|交|出|掏|扣掉?|付|发|是|为|即|等于|相当于|得|得到|约|合|共|共计|合计|到手|摊到?|平均|折成?|津贴|罚款|滞纳金|赔偿金|最后|最终|结果|答案"
    "|再|还|给|报销?|补贴?|赔|退|划入?|存入?|支付|大病(?:保险)?|统筹|基金|医保|=|:|\\s"
)
# 就是, 约为, 每月就是: what may stand between a product and its result. One of _SAYS must be in it.
_TOLD = re.compile(rf"(?:{_ENDS})+")
_SAYS = re.compile("就是|等于|即|得|约|为|是|合|共")
# 4986元×20%,一个月997.2元: behind a comma the result may follow with the time it is for, or with who pays it.
_PAYER = "单位|公司|企业|个人|自己|本人|员工|职工"
_TOLD_APART = re.compile(rf"[,;]\s*(?:(?:{_ENDS})*(?P<payer>{_PAYER})?(?:{_ENDS})*)")
_PAYERS = re.compile(_PAYER)
_REACH = 4
# 大病再给2.4万: of nothing else is so much told without its unit.
_LARGE = ("万", "千")
_LED = 24
_PRODUCT = frozenset("×*÷xX乘") | {"乘以", "乘上", "除以"}
# 一万减去后约为10000-1855: what ends so leads to the calculation and names no operand of it.
_LEADS_TO_IT = re.compile(r"(?:为|是|得|即|约)$")
# 9000元,再除以30天: what leads on to the next step.
_THEN = re.compile(r"(?:先|再|然后|接着|又|后|之后|最后|拿它|用它|把它|还要|要|的结果|得数|、|\s)*")


def with_words_as_signs(text: str, pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """The pieces, with words that tell a result as equals signs, and words that lead to a calculation as separators."""
    joined = [*_joined(text, pieces)]
    told = [_meant(text, joined, at) for at in range(len(joined))]
    return [*_with_results_apart(text, told)]


def _joined(text: str, pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """The pieces without what parts a step told in words from what it starts with: the comma of 9000元,再除以30天."""
    for at, piece in enumerate(pieces):
        if not (piece.kind in (SEPARATOR, WORD) and at and _leads_on(text, pieces, at)):
            yield piece


def _leads_on(text: str, pieces: Sequence[Lexeme], at: int) -> bool:
    start = at - 1 if pieces[at - 1].kind in (SEPARATOR, WORD) else at
    step = next((piece for piece in pieces[at : at + 3] if piece.kind not in (SEPARATOR, WORD)), None)
    in_words = step is not None and step.kind == OPERATOR and step.span.cut(text)[0] in "乘除加减"
    if step is None or not in_words or not start or pieces[start - 1].kind not in (NUMBER, CLOSE):
        return False
    between = text[pieces[start - 1].span.end : step.span.start]
    return _THEN.fullmatch(between.lstrip(", ")) is not None


def _meant(text: str, pieces: Sequence[Lexeme], at: int) -> Lexeme:
    piece = pieces[at]
    if piece.kind != WORD or at + 1 >= len(pieces) or pieces[at + 1].kind != NUMBER or at < 2:
        return piece
    said, before = piece.span.cut(text), pieces[at - 1]
    if before.kind == OPERATOR and len(before.span) > 1 and _LEADS_TO_IT.search(said):
        return replace(piece, kind=SEPARATOR)
    if _TOLD.fullmatch(said) and _SAYS.search(said) and _ends_product(text, pieces[:at]):
        return replace(piece, kind=EQUALS)
    return piece


def _with_results_apart(text: str, pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """The pieces, with an equals sign for the comma and the words between a product and its result."""
    at = 0
    while at < len(pieces):
        result = _result_apart(text, pieces, at) if pieces[at].kind == SEPARATOR else None
        yield pieces[at] if result is None else replace(pieces[at], kind=EQUALS)
        at = at + 1 if result is None else result


def _result_apart(text: str, pieces: Sequence[Lexeme], at: int) -> int | None:
    """Where the result stands that a comma parts from the product it is of."""
    if at < 3 or not _ends_product(text, pieces[:at]):
        return None
    end = pieces[at - 1].span.end
    for behind in range(at + 1, min(at + _REACH, len(pieces))):
        number = pieces[behind].number
        if number is None or not (number.unit is Unit.YUAN or number.span.cut(text).endswith(_LARGE)):
            continue
        told = _TOLD_APART.fullmatch(text, end, pieces[behind].span.start)
        return behind if told and _is_of(text, pieces[at - 1].span.end, told["payer"]) else None
    return None


def _is_of(text: str, end: int, payer: str | None) -> bool:
    """True where nobody else pays what stands before."""
    return payer is None or set(_PAYERS.findall(text, max(0, end - _LED), end)) <= {payer}


def _ends_product(text: str, pieces: Sequence[Lexeme]) -> bool:
    """True behind 3000*20%."""
    return (
        len(pieces) > 1
        and pieces[-1].kind == NUMBER
        and pieces[-2].kind == OPERATOR
        and pieces[-2].span.cut(text) in _PRODUCT
    )
