"""CT207 change-denied-by-figures · 说有变化,前后的数却相同或方向相反。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import ChangeClaim
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.messages import say

_SAID_AND_CAME = {
    ("up", "down"): "contradiction.raised-yet-lower",
    ("up", "same"): "contradiction.raised-yet-same",
    ("down", "up"): "contradiction.lowered-yet-higher",
    ("down", "same"): "contradiction.lowered-yet-same",
    ("changed", "same"): "contradiction.changed-yet-same",
}


@check(
    code="CT207",
    name="change-denied-by-figures",
    family="contradiction",
    severity=Severity.ERROR,
    reads=ChangeClaim,
)
def change_denied_by_figures(claim: ChangeClaim, context: Context) -> Iterator[Outcome]:
    """
    文中说调整、提高或降低,给出的前后两个数却相同,或者方向相反;标题说涨说降,正文却说没变或反着变。

    The text tells of a change, a rise or a fall, and gives two figures that are equal or go the other way; or a heading
    tells of a rise or a fall, and the text below says that nothing changed, or the contrary.

    为什么:两个数里至少有一个抄错了,读者不知道现在的标准是哪一个。

    反例::

        起付线由800元降低到1000元。

        原每月5日至20日的缴费时间调整为每月5日至20日。

    正例::

        起付线由1000元降低到800元。
    """
    if claim.in_words:
        yield _told_otherwise(claim, context)
        return
    if claim.came == claim.said or (claim.said == "changed" and claim.came != "same"):
        yield Checked(claim.span, "arithmetic")
        return
    visible = context.document.visible
    before, after = claim.before.cut(visible), claim.after.cut(visible)
    yield change_denied_by_figures.finding(
        claim,
        say(_SAID_AND_CAME[claim.said, claim.came], before=before, after=after),
        evidence=(Evidence("before", claim.before), Evidence("after", claim.after)),
        claim=(("said", claim.said), ("came", claim.came)),
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("compare", (before, after), claim.came),),
    )


def _told_otherwise(claim: ChangeClaim, context: Context) -> Outcome:
    visible = context.document.visible
    title, below = claim.before.cut(visible), claim.after.cut(visible)
    return change_denied_by_figures.finding(
        claim,
        say("contradiction.change-told-otherwise", title=title, below=below),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("after", claim.after),),
        claim=(("said", claim.said), ("came", claim.came)),
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("compare", (claim.said, claim.came), "contradiction"),),
    )
