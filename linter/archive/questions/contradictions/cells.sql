-- The voices counted: a row for each number of one thing and place at one time. Equal sentences are copies of one. Of
-- articles whose time is their day those of a month count together. ``time`` numbers the things at a place and time,
-- ``first`` is where a number appears first: day, document and claim;
-- ``is_right`` when a rule says that it was right in its time.
with counted as (
    select
        ground, member, level, stated, since, until, month, current, number,
        count(distinct sentence_key) as sentences,
        count(*) as articles,
        min(day) as first_day,
        max(day) as last_day,
        min(
            concat(
                coalesce(cast(day as string), '9999-12-31'), ' ',
                document, ' ',
                lpad(cast(claim as string), 9, '0')
            )
        ) as first,
        coalesce(bool_or(judged in ('right', 'overtaken')), false) as is_right
    from voices
    group by ground, member, level, stated, since, until, month, current, number
)

select
    *,
    dense_rank() over (order by ground, member, level, stated, since, until, month, current) as time
from counted
