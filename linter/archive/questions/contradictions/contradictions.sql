-- Each contradiction with what both sides say where they say it first.
with firsts as (
    select
        first,
        substr(first, 12, length(first) - 21) as document,
        cast(right(first, 9) as int) as claim
    from (select odd_first as first from sides union select usual_first as first from sides) as both_sides
),

shown as (
    select
        firsts.first,
        claims.*,
        coalesce(claims.written, claims.stance) as value
    from firsts
    inner join claims on firsts.document = claims.document and firsts.claim = claims.claim
)

select
    odd.kind,
    odd.subject,
    odd.facets,
    sides.member as relative,
    if(odd.region is not distinct from usual.region, odd.region, null) as region,
    if(sides.stated, odd.period_start, null) as period_start,
    if(sides.stated, odd.period_end, null) as period_end,
    if(sides.is_right, 'usual', null) as right_side,
    usual.value as usual,
    sides.usual_articles,
    sides.usual_sentences,
    sides.usual_sites,
    usual.document as usual_document,
    usual.published as usual_published,
    usual.line as usual_line,
    usual."column" as usual_column,
    usual.sentence as usual_sentence,
    odd.value as odd,
    odd.judged as odd_judged,
    sides.odd_articles,
    sides.odd_sentences,
    sides.odd_sites,
    odd.document as odd_document,
    odd.published as odd_published,
    odd.line as odd_line,
    odd."column" as odd_column,
    odd.sentence as odd_sentence
from sides
inner join shown as odd on sides.odd_first = odd.first
inner join shown as usual on sides.usual_first = usual.first
