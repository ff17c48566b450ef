-- The articles with an odd number, but for those that give the usual one as well: they contradict themselves. A
-- contradiction is a number against another for one thing, at one place and, where it is told, of one time.
with said as (
    select
        odd.*,
        voices.document,
        voices.claim,
        voices.sentence_key,
        concat(
            coalesce(cast(voices.day as string), '9999-12-31'), ' ',
            voices.document, ' ',
            lpad(cast(voices.claim as string), 9, '0')
        ) as place
    from odd
    inner join voices using (ground, member, level, stated, since, until, month, current, number)
)

select
    *,
    dense_rank() over (
        order by ground, member, level, stated, since, until, number, usual_number
    ) as contradiction
from said
where not exists (
    select 1
    from voices
    where
        voices.document = said.document
        and voices.ground = said.ground
        and voices.member = said.member
        and voices.number = said.usual_number
)
