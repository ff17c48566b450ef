"""A total and the figures that may be its parts, and the words between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.claims.context.frame import SEGMENT, Frame
from linter.claims.context.reading import Reading
from linter.scan.tokens import Quantity

# What may stand between the last part and the total: no figure, no further scheme.
CONNECTION = re.compile(
    r"[\s,;。)]*(?:每?[个人单位企业公司家两三四五几各项段者口娘俩都全上述以双方老夫妻]{0,6})"
    r"(?:每个?月|一年)?(?:需|应|要|就|可|共|人均筹资|缴纳|缴|交|扣|报销|支付|花|付|领|拿|出|承担|合计|总计|共计|总共|一共|加起来|合起来|合在一起|加在一起|[加凑合拢算](?:在|到)?一?(?:块儿?|起)|凑起来|拢共|统共|通共|满打满算|一?合计|每个?月|小计|筹资|领取|能领|下来|约|为|是|:|\s|月|的|费用|金额|总额|大约)*"
)


@dataclass(frozen=True, slots=True)
class TotalGroup:
    """A total with the figures that may be its parts. ``laid_out``: money spent or drawn, not contributions."""

    total: Quantity
    parts: tuple[Quantity, ...]
    closed: bool
    laid_out: bool = False


def directly_before(reading: Reading, last: Quantity, total: Quantity) -> bool:
    """True when nothing but connecting words stands between the last part and its total."""
    return bool(CONNECTION.fullmatch(reading.text[last.span.end : total.span.start]))


def is_aggregate(frame: Frame) -> bool:
    """True when a word beside the figure calls it a total."""
    aggregate = frame.get("aggregate")
    return aggregate is not None and aggregate.level == SEGMENT
