-- What articles say that other articles may contradict: numbers; yes (1) or no (0) to a statement; of each relative
-- whether they may share an account. What is not said is an empty word, or a limit beyond all others, so that equal
-- things are equal; where no time is told, the day of the article stands for it.
with said as (
    select
        *,
        '' as member,
        if(kind = 'StatementClaim', cast(if(stance = 'denied', 0, 1) as decimal(30, 8)), null) as yes
    from chosen_claims
    where ground is not null and kind <> 'RelativesClaim'
    union all
    select
        chosen_claims.*,
        relative as member,
        cast(if(stance = 'forbidden', 0, 1) as decimal(30, 8)) as yes
    from chosen_claims, lateral unnest(members) as each(relative)
    where ground is not null and kind = 'RelativesClaim'
)

select
    ground,
    member,
    coalesce(level, '') as level,
    period_from in ('stated', 'heading') as stated,
    if(period_from in ('stated', 'heading'), coalesce(period_start, date '0001-01-01'), date '0001-01-01') as since,
    if(period_from in ('stated', 'heading'), coalesce(period_end, date '9999-12-31'), date '9999-12-31') as until,
    if(period_from in ('stated', 'heading'), null, published) as day,
    array_contains(markers, 'current') as current,
    document,
    claim,
    sentence_key,
    coalesce(bound, '') as bound,
    coalesce(approximate, false) as approximate,
    coalesce(yes, low, -1e21) as low,
    coalesce(yes, high, 1e21) as high,
    coalesce(yes, written_low) as written_low,
    coalesce(yes, written_high) as written_high,
    judged
from said
where coalesce(yes, written_low) is not null and coalesce(yes, written_high) is not null
